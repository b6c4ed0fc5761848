/** Commands for powershell that are at least destructive. */
export const POWERSHELL_DESTRUCTIVE_1: readonly string[] = String.raw`
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
Set-Content C:\Windows\System32\drivers\etc\hosts x
Move-Item x NUL
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
Format-Volume -DriveLetter C -FileSystem NTFS -Force
format C: /fs:ntfs
Clear-Disk -Number 0 -RemoveData -Confirm:$false
Get-Disk | Clear-Disk -RemoveData
Get-Partition | Remove-Partition
Remove-Item C:\Users\x -Recurse
Remove-Item -Path .\x -Force
Remove-Item *
Remove-Item HKLM:\SOFTWARE\x -Recurse
Remove-ItemProperty -Path HKLM:\x -Name y
Get-ChildItem *.log | Remove-Item
dir *.tmp | del
gci -r *.log | ri
Get-ChildItem | Where-Object {$_.Length -gt 1MB} | Remove-Item
Get-Process notepad | Stop-Process
Stop-Process -Id 1234 -Force
kill -Name x
taskkill.exe /F /IM x.exe
Stop-Service -Name wuauserv
Get-Service wuauserv | Stop-Service -Force
Set-Service wuauserv -StartupType Disabled
sc.exe config wuauserv start= disabled
sc.exe stop wuauserv
net stop wuauserv /y
Restart-Computer -ComputerName x -Force
Stop-Computer -Force
shutdown.exe /r /t 0
shutdown -s -f -t 0
Invoke-CimMethod -ClassName Win32_OperatingSystem -MethodName Win32Shutdown -Arguments @{Flags=6}
(Get-CimInstance Win32_OperatingSystem) | Invoke-CimMethod -MethodName Reboot
Disable-NetAdapter -Name 'Wi-Fi' -Confirm:$false
Get-NetAdapter | Disable-NetAdapter
Set-NetIPInterface -Dhcp Disabled
Remove-NetIPAddress -IPAddress x
Set-DnsClientServerAddress -InterfaceIndex 1 -ResetServerAddresses
netsh interface set interface "Wi-Fi" disable
netsh wlan disconnect
ipconfig.exe /release
Set-NetFirewallProfile -All -Enabled False
Remove-NetFirewallRule -All
New-LocalUser x -NoPassword
Set-LocalUser -Name x -Password (ConvertTo-SecureString x -AsPlainText -Force)
net user administrator newpass
Add-LocalGroupMember -Group Administrators -Member x
icacls C:\ /grant Everyone:F /T
icacls C:\Windows /reset /T /C
takeown /F C:\ /R /D Y
Get-Acl x | Set-Acl y
Get-Package x | Uninstall-Package
Get-AppxPackage | Remove-AppxPackage
msiexec.exe /x {x} /qn
Get-WmiObject -Class Win32_Product | ForEach-Object { $_.Uninstall() }
Clear-EventLog -LogName Application
wevtutil.exe cl Security
Get-EventLog -List | % { Clear-EventLog $_.Log }
Remove-Item (Get-PSReadLineOption).HistorySavePath
Clear-Content C:\x.log
Set-Content -Path C:\x.log -Value $null; Clear-Content y
Unregister-ScheduledTask -TaskName x
schtasks.exe /delete /tn x /f
bcdedit.exe /deletevalue safeboot
vssadmin.exe delete shadows /all /quiet
Get-WmiObject Win32_ShadowCopy | % { $_.Delete() }
cipher.exe /w:C:\
Disable-BitLocker -MountPoint C:
manage-bde.exe -off C:
Set-MpPreference -DisableRealtimeMonitoring $true
Dismount-VHD x
mountvol C: /D
diskpart.exe /s x.txt
fsutil.exe usn deletejournal /d C:
docker stop x
docker system prune -af
kubectl delete pod x
wsl --shutdown
wsl --unregister x
wsl rm -rf /x
ssh h reboot
robocopy.exe a b /MIR
reg.exe delete HKLM\x /f
regedit /s x.reg; reg delete HKCU\x
`
  .trim()
  .split('\n')
