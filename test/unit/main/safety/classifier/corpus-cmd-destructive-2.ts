/** Commands for cmd that are at least destructive. */
export const CMD_DESTRUCTIVE_2: readonly string[] = String.raw`
dir & shutdown /s
dir && taskkill /im x
(shutdown /s)
@shutdown /s
^s^h^u^t^d^o^w^n /s
sh""utdown /s
"C:\Windows\System32\shutdown.exe" /s
%windir%\System32\taskkill.exe /im x
%SystemRoot%\system32\net.exe stop x
..\..\Windows\System32\shutdown.exe /s; shutdown /s
set a=shutdown& %a% /s
set "a=del" & call %a% x
cmd /v /c "set a=del&!a! x"
runas /user:admin "shutdown /s"
psexec \\h shutdown /s
wmic /node:h process call create "shutdown /s"
schtasks /create /tn x /tr "shutdown /s" /sc onstart
at 10:00 shutdown /s
ssh h "shutdown /s"
wsl rm -rf /home/x
wsl --shutdown
docker rm -f x
docker system prune
copy nul x.txt
type nul > x.txt
echo. > x.log & del x
move x nul
attrib -h x & del x
`
  .trim()
  .split('\n')
