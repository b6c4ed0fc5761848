/** Commands for cmd that are ordinary reads. */
export const CMD_READS: readonly string[] = String.raw`
dir
dir C:\
dir /s /b *.log
dir /a
dir /o-d
dir C:\Users & dir C:\Windows
type x.txt
type C:\log.txt | findstr error
type C:\log.txt | find "error"
more x.txt
find "error" x.log
find /c "error" x.log
findstr error x.log
findstr /i /s error *.log
findstr /n "a b" x
ver
vol
vol C:
date /t
time /t
echo hello
echo hello world
hostname
whoami
whoami /all
whoami /groups
systeminfo
systeminfo | findstr /B /C:"OS Name"
systeminfo | find "Total Physical Memory"
tasklist
tasklist /v
tasklist /svc
tasklist /fi "imagename eq python.exe"
tasklist | find "python"
tasklist | findstr python
ipconfig
ipconfig /all
ipconfig /all | findstr IPv4
ipconfig /displaydns
ping 8.8.8.8
ping -n 4 8.8.8.8
tracert 8.8.8.8
pathping 8.8.8.8
nslookup example.com
netstat -an
netstat -ano
netstat -ano | findstr :80
netstat -ano | findstr LISTENING
netstat -r
arp -a
route print
getmac
getmac /v
net user
net user administrator
net localgroup
net localgroup administrators
net start
net share
net use
net view
net time
net accounts
net config workstation
net statistics server
net session
sc query
sc query spooler
sc query state= all
sc qc spooler
sc queryex spooler
schtasks
schtasks /query
schtasks /query /fo list /v
schtasks /query /tn x
wmic cpu get name
wmic os get caption,version
wmic logicaldisk get size,freespace,caption
wmic memorychip get capacity
wmic bios get serialnumber
wmic process get name,processid
wmic process list brief
wmic diskdrive get model,status
wmic service where name="x" get state
wmic qfe list
wmic path win32_videocontroller get name
driverquery
driverquery /v
fsutil volume diskfree C:
fsutil fsinfo drives
fsutil dirty query C:
reg query HKLM\Software
reg query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" /v ProductName
tree
tree C:\x /f
where python
where /r C:\ x.exe
path
cd
cd C:\Users
chdir
cd /d C:\ & dir
set PATH
fc a b
comp a b
sort x.txt
attrib
attrib x
icacls x
cacls x
assoc
ftype
query user
query session
quser
qwinsta
powercfg /list
powercfg /getactivescheme
powercfg /batteryreport /?
netsh interface show interface
netsh interface ip show config
netsh interface ipv4 show addresses
netsh wlan show interfaces
netsh wlan show networks
netsh advfirewall show allprofiles
netsh advfirewall firewall show rule name=all
netsh winhttp show proxy
wevtutil el
wevtutil qe System /c:10 /rd:true /f:text
w32tm /query /status
w32tm /query /peers
tzutil /g
chcp
mode
mode con
bcdedit
bcdedit /enum
diskperf -?
vssadmin list shadows
manage-bde -status
gpresult /r
dism /online /get-features
dism /online /get-packages
pnputil /enum-drivers
certutil -hashfile x SHA256
certutil -store
openfiles /query
nbtstat -n
nbtstat -A 1.1.1.1
help
help dir
dir /?
ver & hostname
hostname && ipconfig
dir 2>nul
dir >nul
if exist x.txt echo yes
python --version
docker ps
git status
curl http://localhost
timeout /t 5
cls
rem x
title x
typeperf "\Processor(_Total)\% Processor Time" -sc 1
logman query
msinfo32 /?
`
  .trim()
  .split('\n')
