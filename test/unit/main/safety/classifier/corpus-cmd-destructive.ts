/** Commands for cmd that are at least destructive. */
export const CMD_DESTRUCTIVE: readonly string[] = String.raw`
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
`
  .trim()
  .split('\n')
