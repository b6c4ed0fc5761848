/** Commands for powershell that are at least destructive. */
export const POWERSHELL_DESTRUCTIVE: readonly string[] = String.raw`
Remove-Item x
ri x
rm x
del x
erase x
rd x
rmdir x
Remove-Item x -Recurse
ri x -rec -fo
Remove-Item x -Force
Get-ChildItem x | Remove-Item
ls *.log | rm
gci -r | % { Remove-Item $_ }
gci | ForEach-Object { del $_.FullName }
Get-ChildItem | foreach { $_.Delete() }
Clear-Content x
clc x
Clear-Item x
Clear-RecycleBin -Force
Clear-EventLog -LogName System
Clear-Disk 0
Clear-Disk -Number 0 -RemoveData
Format-Volume -DriveLetter D
Initialize-Disk 0
Remove-Partition -DiskNumber 0
New-Partition -DiskNumber 0
Set-Partition x
Resize-Partition x
Set-Disk 0 -IsOffline $true
diskpart
diskpart /s x
format D: /q
format.com D:
Restart-Computer
Restart-Computer -Force
Stop-Computer
shutdown /s /t 0
shutdown /r
shutdown -r -t 0
Restart-Co
logoff
Stop-Service x
spsv x
Stop-Service -Name x -Force
Get-Service x | Stop-Service
Set-Service x -StartupType Disabled
Set-Service -Name x -Status Stopped
Suspend-Service x
Remove-Service x
sc.exe stop x
sc.exe delete x
net stop x
net.exe stop x
Stop-Process -Name x
spps x
kill 123
kill -Id 1
Stop-Process -Id 1 -Force
Get-Process x | Stop-Process
gps x | kill
taskkill /f /im x.exe
taskkill /pid 1
Disable-NetAdapter Ethernet
Disable-NetAdapter -Name * -Confirm:$false
Restart-NetAdapter x
Remove-NetIPAddress x
Remove-NetRoute x
Set-NetFirewallProfile -Enabled False
Set-NetFirewallProfile -Profile Domain,Public,Private -Enabled False
Remove-NetFirewallRule x
Disable-NetFirewallRule x
New-NetFirewallRule -Action Block
netsh advfirewall reset
netsh advfirewall set allprofiles state off
netsh interface set interface Ethernet disable
netsh int ip reset
ipconfig /release
New-LocalUser x
Remove-LocalUser x
Set-LocalUser x -Password $p
Disable-LocalUser x
Add-LocalGroupMember Administrators x
Remove-LocalGroupMember x y
net user x y /add
net user x /delete
net user x newpass
net localgroup administrators x /add
Uninstall-Package x
Uninstall-Module x
Remove-AppxPackage x
Remove-WindowsFeature x
Uninstall-WindowsFeature x
Disable-WindowsOptionalFeature -Online -FeatureName x
msiexec /x {guid}
msiexec /uninstall x
winget uninstall x
choco uninstall x
wmic product where name="x" call uninstall
wmic process where name="x" delete
wmic os call reboot
Get-WmiObject Win32_Process | % { $_.Terminate() }
(Get-WmiObject Win32_OperatingSystem).Reboot()
(gwmi win32_operatingsystem).Win32Shutdown(6)
Invoke-CimMethod -ClassName Win32_OperatingSystem -MethodName Reboot
Invoke-WmiMethod -Class Win32_OperatingSystem -Name Reboot
Remove-ItemProperty HKLM:\x -Name y
Remove-Item HKLM:\Software\x
reg delete HKLM\x /f
Disable-ScheduledTask x
Unregister-ScheduledTask x -Confirm:$false
schtasks /delete /tn x /f
vssadmin delete shadows /all /quiet
wevtutil cl System
wevtutil clear-log System
bcdedit /set x y
bcdedit /delete x
bootrec /fixmbr
cipher /w:C
manage-bde -off C:
Disable-BitLocker C:
Disable-ComputerRestore C:\
Checkpoint-Computer x; Stop-Computer
Set-ExecutionPolicy Unrestricted; Restart-Computer
takeown /f x /r
icacls x /reset /t
icacls C:\x /grant everyone:F /t
robocopy a b /mir
robocopy a b /purge
robocopy a b /move
powershell -c Restart-Computer
powershell -command "Stop-Service x"
powershell Remove-Item x
pwsh -c 'rm x -r'
cmd /c del x
cmd /c "shutdown /r"
& 'Remove-Item' x
& "Stop-Computer"
&{Restart-Computer}
. { Stop-Computer }
iex 'Stop-Computer'
Invoke-Command -ScriptBlock { Restart-Computer }
icm { Stop-Computer }
icm -sc { rm x }
Start-Job { Stop-Computer }
Start-Process cmd '/c shutdown /r'
Start-Process shutdown -ArgumentList '/r'
saps shutdown '/r'
start shutdown /r
if ($true) { Restart-Computer }
foreach ($x in 1) { rm $x }
1 | % { Stop-Computer }
while (1) { Stop-Process -Id 1 }
try { Stop-Computer } catch {}
function f { Stop-Computer }; f
sal x Stop-Computer; x
Set-Alias x Stop-Computer; x
$(Stop-Computer)
"$(Stop-Computer)"
@(Stop-Computer)
$x = 'Stop-Computer'; & $x
&('Stop'+'-Computer')
& ("Stop-{0}" -f 'Computer')
Get-Date; Stop-Computer
Get-Date && Stop-Computer
Get-Date || Stop-Computer
Get-Date | Out-Null; Stop-Computer
Microsoft.PowerShell.Management\Stop-Computer
Microsoft.PowerShell.Management\Remove-Item x
C:\Windows\System32\shutdown.exe /r
& C:\Windows\System32\shutdown.exe /r
[Environment]::Exit(1); Stop-Computer
[System.IO.File]::Delete('x')
[IO.Directory]::Delete('x',$true)
Get-Item x | ForEach-Object Delete
(Get-Item x).Delete()
(Get-Process x).Kill()
(Get-Service x).Stop()
gsv x | % Stop
Clear-History
Clear-Variable x; Remove-Item y
Remove-Item (Get-PSReadlineOption).HistorySavePath
Remove-PSDrive x; Remove-Item y
Remove-Module x; Remove-Item y
Get-Content x | Remove-Item
tskill x
rundll32 user32.dll,LockWorkStation; Stop-Computer
Dismount-DiskImage x; Clear-Disk 1
Remove-VM x
Stop-VM x
Restart-Service x; Stop-Service y
docker rm x
docker system prune -f
Get-Process | % { $_.Kill() }
Get-Process | % { $_.Kill () }
Get-Process | Select-Object @{n='x';e={$_.Kill()}}
Get-Process | Select-Object @{n='x';e={Stop-Computer}}
Get-Process | Select-Object @{n='x';e={ri x}}
`
  .trim()
  .split('\n')
