/** Commands for cmd that are at least destructive. */
export const CMD_DESTRUCTIVE_1: readonly string[] = String.raw`
del x
erase x
del /q *
del *.log
DEL x
d^el x
de^l x
"del" x
del/q x
del,x
del;x
del=x
rd x
rd /s x
rmdir x
rmdir /s /q x
deltree x
format d:
format d: /q
fo^rmat d:
format.com d:
diskpart
diskpart /s x
shutdown /s
shutdown -r -t 0
shutdown.exe /r /f
C:\Windows\System32\shutdown.exe /r
%windir%\system32\shutdown /r
%SystemRoot%\System32\shutdown.exe /s
s%x%hutdown /r
shut""down /r
logoff
net stop x
net1 stop x
NET STOP x
sc stop x
sc delete x
sc config x start= disabled
sc \\h stop x
taskkill /f /im x
taskkill /pid 1 /t
tskill 1
wmic process delete
wmic process where name='x' delete
wmic process call terminate
wmic os where primary=1 call reboot
wmic os where primary=1 call shutdown
wmic product call uninstall
wmic shadowcopy delete
wmic useraccount where name='x' delete
net user x y /add
net user x /del
net user x pass
net localgroup x y /add
net localgroup administrators x /delete
net accounts /maxpwage:1
net share x /delete
net session /delete
net use * /delete
reg delete HKLM\x /f
reg import x
reg restore x y
reg load x y
schtasks /delete /tn x /f
schtasks /end /tn x
schtasks /change /tn x /disable
netsh advfirewall set allprofiles state off
netsh advfirewall reset
netsh advfirewall firewall delete rule name=all
netsh firewall set opmode disable
netsh int set int "Ethernet" admin=disable
netsh interface set interface name="Ethernet" admin=disabled
netsh interface ip set address Ethernet dhcp
netsh winsock reset
netsh int ip reset
netsh wlan disconnect
netsh wlan delete profile x
ipconfig /release
ipconfig /RELEASE *
route delete 0.0.0.0
route -f
arp -d *
vssadmin delete shadows /all
wbadmin delete catalog
wevtutil cl Application
bcdedit /set {default} recoveryenabled no
bcdedit /deletevalue x
bootrec /fixboot
bootsect /nt60 sys
mbr2gpt /convert
cipher /w:C:\
cipher /e x
manage-bde -off C:
chkdsk /f
chkdsk C: /r
dism /online /disable-feature /featurename:x
dism /online /remove-package
msiexec /x x
msiexec /uninstall x
winget uninstall x
choco uninstall x
takeown /f x
takeown /r /f x
icacls x /grant y:F /t
icacls x /deny y:F
icacls x /reset
cacls x /t /g y:F
robocopy a b /mir
robocopy a b /move
robocopy a b /purge
xcopy a b /y & del a
move /y x nul
copy nul x
copy /y nul x
type nul > x
fsutil file setzerodata offset=0 length=1 x
fsutil volume dismount c:
fsutil usn deletejournal /d c:
mountvol x: /d
devcon disable x
pnputil /delete-driver x
pnputil -d x
tzutil /s x & shutdown /r
rundll32 user32.dll,ExitWindowsEx
rundll32.exe powrprof.dll,SetSuspendState
cmd /c del x
cmd /q /c del x
cmd /k del x
cmd /s /c "del x"
cmd /cdel x
%COMSPEC% /c shutdown /r
cmd /v:on /c "set x=del&!x! y"
set x=del& %x% y
for %i in (*) do del %i
for /r %i in (*.log) do del %i
for /f %i in ('dir /b') do del %i
for /f "tokens=1" %i in (x) do @taskkill /pid %i
forfiles /c "cmd /c del @file"
forfiles /p x /m *.log /d -7 /c "cmd /c del @path"
if exist x del x
if not exist x shutdown /r
if "%1"=="" (shutdown /s) else del x
call shutdown /r
start shutdown /r
start "" shutdown /r
start /b "" cmd /c del x
start /wait del x
echo y | del x
echo y| format d:
dir & del x
dir && del x
dir || del x
dir | del x
(del x)
@del x
@echo off & del x
^d^e^l x
powershell Remove-Item x
powershell -c "Stop-Computer"
powershell -Command Restart-Computer -Force
powershell "& {Stop-Service x}"
powershell -c "gci | ri"
powershell -nop -c rm x
pwsh -c "Stop-Process -Name x"
wsl rm -rf x
wsl -e rm -rf x
bash -c "rm -rf x"
runas /user:x "shutdown /r"
runas /user:admin "cmd /c del x"
psexec \\h shutdown /r
psexec cmd /c del x
at 12:00 shutdown /r
schtasks /create /tn x /tr "shutdown /r" /sc once /st 00:00
reg add HKLM\Software\Microsoft\Windows\CurrentVersion\Run /v x /d "shutdown /r"
wmic process call create "shutdown /r"
docker rm x
ren x y & del y
ssh h reboot
del x.txt
del /q x
del *.tmp
rd /s /q x
rmdir /s x
DEL /Q C:\Temp\*
format D: /FS:NTFS /Q
format e:
echo y | format d:
diskpart /s x.txt
echo clean | diskpart
shutdown /s /t 0
shutdown /r /f
shutdown -h
shutdown /l
shutdown /p
taskkill /F /IM x.exe
taskkill /PID 1 /F
taskkill /im x* /t
tskill x
wmic process where "name='x'" call terminate
wmic process x delete
wmic service x call stopservice
wmic os call reboot
net stop spooler
net stop "Print Spooler" /y
sc stop spooler
sc config x start=disabled
net user x /delete
net user x newpw
net user administrator /active:no
net localgroup administrators x /add
net accounts /minpwlen:0
net use x: /delete
netsh interface set interface "Ethernet" admin=disable
netsh interface ip set address "Ethernet" static 1.1.1.1
netsh advfirewall firewall add rule name=x dir=in action=block
netsh winsock reset catalog
ipconfig /release6
route change 0.0.0.0 mask 0.0.0.0 1.1.1.1
arp -d
reg delete "HKCU\Software\x" /va /f
reg import x.reg
reg unload HKLM\x
schtasks /delete /tn * /f
vssadmin delete shadows /for=C: /quiet
vssadmin resize shadowstorage /for=C: /on=C: /maxsize=1GB
wbadmin delete systemstatebackup
bcdedit /set {default} bootstatuspolicy ignoreallfailures
bcdedit /delete {x}
bcdedit /timeout 0
bootrec /fixmbr
wevtutil cl System
wevtutil clear-log Security
wevtutil sl System /e:false
cipher /w:C
cipher /e /s:C:\x
manage-bde -lock D:
chkdsk C: /F /R
chkdsk /x d:
icacls x /grant Everyone:F
icacls C:\ /T /reset
icacls x /remove y
icacls x /setowner y
cacls x /e /g y:f
takeown /f C:\x /r /d y
robocopy a b /MIR
robocopy a b /e /purge
robocopy empty C:\x /mir
msiexec /x {x} /qn
msiexec.exe /uninstall x.msi
wmic product where name="x" call uninstall /nointeractive
dism /online /cleanup-image /startcomponentcleanup /resetbase & del x
pnputil /delete-driver x /uninstall
choco uninstall x -y
scoop uninstall x
mountvol c: /d
defrag c:
convert d: /fs:ntfs
rundll32 user32.dll,ExitWindowsEx 2
rundll32.exe powrprof.dll,SetSuspendState 0,1,0
powershell Stop-Computer
powershell -c "Stop-Service x"
powershell -Command "Get-Process x | Stop-Process"
powershell "Remove-Item x"
pwsh -c "Restart-Computer"
cmd /c shutdown /s
cmd /k taskkill /f /im x
%comspec% /c del x
start shutdown /s
start "" /b taskkill /im x
call shutdown /s
if not errorlevel 1 shutdown /s
if "%a%"=="b" (del x) else (rd y)
for %f in (*.log) do del %f
for /r %f in (*.log) do @del "%f"
for /f "tokens=2" %p in ('tasklist') do taskkill /pid %p
for /d %d in (*) do rd /s /q "%d"
for /l %i in (1,1,5) do shutdown /r
forfiles /p C:\x /s /m *.log /c "cmd /c del @path"
forfiles /c "cmd /c rd /s /q @path"
dir /b | findstr x & del x
`
  .trim()
  .split('\n')
