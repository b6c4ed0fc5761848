/** Commands for powershell that are at least destructive. */
export const POWERSHELL_DESTRUCTIVE_2: readonly string[] = String.raw`
rundll32.exe user32.dll,ExitWindowsEx 2
[Environment]::FailFast('x'); Stop-Process 1
[System.IO.Directory]::Delete('C:\x', $true)
[IO.File]::Delete('C:\x')
[IO.File]::WriteAllText('C:\Windows\System32\drivers\etc\hosts','x'); ri y
[Diagnostics.Process]::GetProcessesByName('x') | % { $_.Kill() }
$s = Get-Service x; $s.Stop()
$p = Get-Process x; $p.Kill()
Get-Process x | ForEach-Object -MemberName Kill
Start-Process -Verb RunAs shutdown /r
saps taskkill '/f /im x'
Invoke-Command -ComputerName h -ScriptBlock { Stop-Service x }
icm h { Restart-Computer -Force }
Start-Job -ScriptBlock { Remove-Item x -Recurse }
& "C:\Windows\System32\shutdown.exe" /r
& 'shutdown' '/r'
.\shutdown.exe /r; shutdown /r
&"sh$('utdown')" /r; shutdown /r
if (Test-Path x) { Remove-Item x }
foreach ($f in gci) { Remove-Item $f }
switch (1) { 1 { Stop-Computer } }
do { Stop-Process -Name x } while ($true)
try { ri x } finally { }
$(ri x -r)
@(Stop-Service x)
function x { ri y }; x
filter f { ri $_ }; gci | f
1..3 | % { Stop-Service "x$_" }
gci|%{ri $_}
gci|ri
gci |?{$_.Name -like 'a*'}|ri -r
Write-Output x; Stop-Computer
Get-Date;ri x
echo y | Remove-Item x
"x" | Remove-Item
&('ri') x
& (gcm Remove-Item) x
& (Get-Alias ri) x
Invoke-Expression "ri x"
iex "Stop-Comp$('uter')"; Stop-Computer
nal x ri; x y
Set-Variable x 'Stop-Computer'; & $x
`
  .trim()
  .split('\n')
