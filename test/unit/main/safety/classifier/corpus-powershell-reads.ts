/** Commands for powershell that are ordinary reads. */
export const POWERSHELL_READS: readonly string[] = String.raw`
Get-Process
Get-Process | Sort-Object CPU -Descending | Select-Object -First 10
Get-Process | Sort-Object WS -Desc | Select -First 5 Name,Id,WS
Get-Process -Name explorer
Get-Process | Where-Object { $_.CPU -gt 100 }
Get-Process | Where-Object CPU -gt 100
ps
gps
Get-Service
Get-Service | Where-Object {$_.Status -eq 'Running'}
Get-Service | Where-Object Status -eq Running
Get-Service -Name spooler
gsv
Get-ChildItem
gci
ls
dir
dir C:\
Get-ChildItem C:\Users
Get-ChildItem -Recurse -Filter *.log
Get-ChildItem -Path C:\Logs -Recurse -Include *.log | Measure-Object -Property Length -Sum
Get-ChildItem C:\ -Force
Get-Content C:\log.txt
Get-Content C:\log.txt -Tail 50
gc x.txt -TotalCount 10
cat x.txt
type x.txt
Get-Date
Get-Date -Format yyyy-MM-dd
Get-Date -Format 'yyyy-MM-dd HH:mm:ss'
Get-ComputerInfo
Get-ComputerInfo -Property OsName,OsVersion
Get-Host
Get-HotFix
Get-HotFix | Sort-Object InstalledOn -Descending | Select-Object -First 5
Get-EventLog -LogName System -Newest 20
Get-EventLog System -Newest 10 -EntryType Error
Get-WinEvent -LogName System -MaxEvents 20
Get-WinEvent -ListLog *
Get-WinEvent -FilterHashtable @{LogName='System';Level=2} -MaxEvents 10
Get-NetIPAddress
Get-NetIPAddress -AddressFamily IPv4
Get-NetIPConfiguration
gip
Get-NetAdapter
Get-NetAdapter | Format-Table Name,Status,LinkSpeed
Get-NetTCPConnection
Get-NetTCPConnection -State Listen
Get-NetTCPConnection -LocalPort 80
Get-NetUDPEndpoint
Get-NetRoute
Get-NetNeighbor
Get-NetFirewallProfile
Get-NetFirewallRule
Get-NetFirewallRule | Where-Object { $_.Enabled -eq 'True' }
Get-NetConnectionProfile
Get-DnsClientServerAddress
Get-DnsClientCache
Resolve-DnsName example.com
Test-Connection 8.8.8.8
Test-Connection 8.8.8.8 -Count 2
Test-NetConnection 8.8.8.8
Test-NetConnection host -Port 1883
tnc host -Port 443
ipconfig
ipconfig /all
ping 8.8.8.8
ping -n 2 8.8.8.8
tracert 8.8.8.8
nslookup example.com
netstat -ano
netstat -an | findstr LISTENING
arp -a
route print
hostname
whoami
whoami /all
systeminfo
tasklist
tasklist /svc
Get-Disk
Get-PhysicalDisk
Get-Volume
Get-Partition
Get-PSDrive
Get-PSDrive C
Get-PSDrive -PSProvider FileSystem
Get-CimInstance Win32_OperatingSystem
Get-CimInstance -ClassName Win32_LogicalDisk
Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID,FreeSpace,Size
Get-CimInstance Win32_Processor | Select-Object Name,NumberOfCores
Get-CimInstance Win32_BIOS
Get-CimInstance Win32_PhysicalMemory | Measure-Object -Property Capacity -Sum
Get-WmiObject Win32_ComputerSystem
gwmi Win32_Bios
gcim Win32_OperatingSystem
(Get-CimInstance Win32_OperatingSystem).LastBootUpTime
(Get-Date) - (Get-CimInstance Win32_OperatingSystem).LastBootUpTime
Get-LocalUser
Get-LocalGroup
Get-LocalGroupMember Administrators
Get-ScheduledTask
Get-ScheduledTask | Where-Object State -eq Ready
Get-ScheduledTaskInfo -TaskName x
Get-ItemProperty HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\* | Select-Object DisplayName,DisplayVersion
Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
Get-Item C:\Windows
Test-Path C:\x
Resolve-Path .
Get-Location
pwd
gl
Get-Command
Get-Command python
gcm python
Get-Help Get-Process
Get-Member
Get-Module
Get-Module -ListAvailable
Get-Package
Get-InstalledModule
Get-AppxPackage
Get-WindowsFeature
Get-WindowsOptionalFeature -Online
Get-TimeZone
Get-Culture
Get-UICulture
Get-Counter
Get-Counter '\Processor(_Total)\% Processor Time'
Get-Counter -Counter '\Memory\Available MBytes' -SampleInterval 1 -MaxSamples 3
Get-FileHash x
Get-Acl x
Get-ExecutionPolicy
Get-History
Get-Alias
Get-Variable
Get-PSVersion
$PSVersionTable
$PSVersionTable.PSVersion
$env:COMPUTERNAME
$env:PATH
Get-Uptime
Get-Printer
Get-PnpDevice
Get-PnpDevice -Class Camera
Get-BitLockerVolume
Get-MpComputerStatus
Get-MpThreatDetection
Get-SmbShare
Get-SmbSession
Get-Transaction
Get-Random
Get-Verb
Get-Unique
Select-String -Path x.log -Pattern error
Select-String error *.log
sls error x.log
Get-Content x.log | Select-String error
Get-Content x.log | Select-String -Pattern 'error' | Select-Object -Last 10
Get-Content x.json | ConvertFrom-Json
Get-Process | ConvertTo-Json
Get-Process | ConvertTo-Csv -NoTypeInformation
Get-Process | Format-Table -AutoSize
Get-Process | ft
Get-Process | fl *
Get-Process | Format-List Name,Id
Get-Process | Out-String
Get-Process | Out-String -Width 200
Get-Process | Group-Object Name
Get-Process | Group-Object -Property Company -NoElement
Get-Process | Measure-Object
(Get-Process).Count
Get-Process | Get-Member
Get-Service | Format-Wide
Write-Output hello
Write-Host hello
echo hello
Import-Csv x.csv
Compare-Object a b
Get-Clipboard -?
Measure-Object
Get-Date; Get-Process
Get-Process; Get-Service
Get-NetAdapterStatistics
Get-NetIPInterface
Get-StorageReliabilityCounter
Get-PhysicalDisk | Get-StorageReliabilityCounter
Get-VM
Get-IISSite
Get-Job
Get-Error
qwinsta
query user
quser
getmac
driverquery
sc.exe query
sc.exe query spooler
sc.exe qc spooler
net user
net localgroup
net share
net statistics workstation
schtasks /query
wmic cpu get name
wmic os get lastbootuptime
wevtutil qe System /c:5 /f:text /rd:true
fsutil volume diskfree c:
powercfg /list
reg query HKLM\Software
tree C:\x
findstr error x.log
where.exe python
python --version
docker ps
git status
w32tm /query /status
Get-WinEvent -FilterHashtable @{LogName='System'; Level=1,2,3; StartTime=(Get-Date).AddDays(-1)}
Get-PSDrive C | Select-Object Used,Free
Get-Volume | Select-Object DriveLetter,@{N='FreeGB';E={[math]::Round($_.SizeRemaining/1GB,2)}}
Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID, @{Name="Free";Expression={"{0:N2}" -f ($_.FreeSpace/1GB)}}
Get-Process | ForEach-Object { $_.Name }
Get-Process | % { $_.WorkingSet / 1MB }
Get-ChildItem C:\Temp | Where-Object { $_.Length -gt 10MB }
Get-ChildItem C:\ | Where-Object { $_.LastWriteTime -gt (Get-Date).AddDays(-1) }
`
  .trim()
  .split('\n')
