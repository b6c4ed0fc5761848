/** Ways to destroy a whole system: spellings, wrappers, interpreters and downloads that run. */
export const FORBIDDEN_TRICKS_3: readonly string[] = String.raw`
A=1 sh -c 'rm -rf /'
nice -n5 sh -c 'rm -rf /'
timeout 9 bash -c 'rm -rf /'
timeout --signal=KILL 9 rm -rf /
timeout -s 9 9s rm -rf /
nohup bash -c 'rm -rf /' &
setsid -w rm -rf /
stdbuf -i0 -o0 -e0 rm -rf /
ionice -c2 -n7 rm -rf /
chrt -i 0 rm -rf /
taskset -c 0 rm -rf /
unshare -m rm -rf /
flock -n /tmp/l -c 'rm -rf /'
watch -n 1 'rm -rf /'
xargs -0 rm -rf / < /dev/null
xargs sh -c 'rm -rf /'
find . -exec rm -rf / \;
find . -exec sh -c 'rm -rf /' \;
find . -execdir bash -c "rm -rf /" {} +
awk 'BEGIN{system("sudo rm -rf /")}'
awk 'BEGIN { system("rm" " -rf /") }'
perl -e 'exec "rm -rf /"'
perl -e "system('rm','-rf','/')"
python3 -c "import os; os.popen('rm -rf /')"
python3 -c "import subprocess as s; s.call(['rm','-rf','/'])"
python3 -c 'import os; os.execvp("rm", ["rm","-rf","/"])'
ruby -e "system 'rm -rf /'"
node -e "child_process.execSync('rm -rf /')"
lua -e "os.execute('rm -rf /')"
tclsh -c 'exec rm -rf /'
expect -c 'spawn rm -rf /; interact'
gdb -batch -ex 'shell rm -rf /'
gdb -nx -ex '!rm -rf /' -ex quit
vim -c '!rm -rf /'
vim -c ':!rm -rf /' -c ':q'
vim --cmd '!rm -rf /'
ex -c '!rm -rf /'
sed -n '1e rm -rf /' x
ssh localhost rm -rf /
ssh -p 22 root@h "rm -rf /"
ssh -o ProxyCommand='rm -rf /' h
scp -o ProxyCommand='rm -rf /' x h:
rsync -e 'rm -rf /' x h:
tar cf x --use-compress-program='rm -rf /' y
tar xf x --to-command 'rm -rf /'
tar --checkpoint=1 --checkpoint-action='exec=sh -c "rm -rf /"' -cf x y
git -c core.sshCommand='rm -rf /' fetch
git -c core.editor='rm -rf /' commit
git config alias.x '!rm -rf /'
git clone -u 'rm -rf /' x
git submodule foreach 'rm -rf /'
git bisect run sh -c 'rm -rf /'
git rebase -x 'rm -rf /' main
git filter-branch --tree-filter 'rm -rf /' HEAD
make -f - <<< 'all: ; rm -rf /'
make SHELL='rm -rf /'
docker exec c sh -c 'rm -rf /'
docker run alpine rm -rf /
docker run --entrypoint sh x -c 'rm -rf /'
kubectl exec p -- rm -rf /
lxc exec c -- rm -rf /
machinectl shell c /bin/rm -rf /
systemd-run --wait rm -rf /
systemd-run -t bash -c 'rm -rf /'
echo "rm -rf /" | at now + 1 min
batch <<< 'rm -rf /'
crontab <<< '@reboot rm -rf /'
echo '@reboot root rm -rf /' | sudo tee /etc/cron.d/x; rm -rf /
trap 'rm -rf /' DEBUG
PROMPT_COMMAND='rm -rf /'; rm -rf /
alias ll='rm -rf /'; ll
function ls() { rm -rf /; }; ls
ls() { command rm -rf /; }
command_not_found_handle() { rm -rf /; }
exec 3< <(rm -rf /)
cat <(rm -rf /)
diff <(rm -rf /) x
echo > >(rm -rf /)
read < <(rm -rf /)
select x in 1; do rm -rf /; done
until rm -rf /; do :; done
for ((;;)); do rm -rf /; done
[[ -n $(rm -rf /) ]]
(( $(rm -rf /) ))
a=([0]=$(rm -rf /))
a[$(rm -rf /)]=1
let "x=$(rm -rf /)"
test -v "a[$(rm -rf /)]"
printf "$(rm -rf /)"
cat <<< "$(rm -rf /)"
coproc rm -rf /
time -- rm -rf /
{ rm -rf /; } 2>/dev/null
( ( rm -rf / ) )
true|rm -rf /
true|&rm -rf /
true&rm -rf /
true&&rm -rf /
:;rm -rf /
if :; then :; else rm -rf /; fi
case 1 in 1) rm -rf /;; esac
while :; do rm -rf /; break; done
rm -rf / 2>/dev/null
rm -rf / > /dev/null 2>&1
rm -rf / &
2>/dev/null rm -rf /
>/dev/null rm -rf /
</dev/null rm -rf /
rm</dev/null -rf /
rm -rf</dev/null /
rm -r -v -f /
rm -r -I /
rm -d -r /
rm -rf /home/.. 
rm -rf /home/pi/../..
rm -rf /tmp/../*
rm -rf /./*
rm -rf /?*
rm -rf /[!.]*
rm -rf /{a..z}*
rm -rf "/"{bin,boot,etc,home,lib,usr}
rm -rf /b* /e* /h* /l* /u*
rm -rf /*/
rm -rf /* /.*
rm -rf //bin/.. 
rm -rf /proc/self/root/
rm -rf /proc/1/root
rm -rf /dev/../
cd ..; cd ..; cd ..; cd ..; rm -rf *
cd /; cd /; rm -rf .
cd / || exit; rm -rf *
cd // && rm -rf -- *
cd ~/../.. && rm -rf *
`
  .trim()
  .split('\n')
