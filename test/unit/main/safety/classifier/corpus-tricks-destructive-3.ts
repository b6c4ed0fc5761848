/** Destructive commands behind options, abbreviations, wrappers, shells and other programs. */
export const DESTRUCTIVE_TRICKS_3: readonly string[] = String.raw`
crontab /dev/null
echo '' | crontab -
apt-get remove --purge x -y
apt-get -y --auto-remove remove x
apt purge x
sudo apt-get autoremove -y
apt-get autopurge
apt-get clean
dpkg -P --force-all x
snap remove --purge x
pip uninstall -y x
mount /dev/sdb1 /mnt
umount /boot
umount -lf /
sysctl -w net.ipv4.ip_forward=0
sysctl -w kernel.sysrq=1
echo 0 > /proc/sys/net/ipv4/ip_forward
rmmod -f x
modprobe -rf brcmfmac
docker rm -f $(docker ps -aq)
docker system prune -a --volumes
docker container prune
docker compose down
docker compose rm -f
docker-compose down -v
git clean -fdx
git clean -nfd
git reset --hard HEAD~1
history -cw
truncate -s 0 ~/.bash_history
: > ~/.bash_history
echo > ~/.bash_history
journalctl --vacuum-time=1d
journalctl --vacuum-files=1
sudo journalctl --rotate --vacuum-time=1s
truncate -s 0 /var/log/syslog
cp /dev/null /var/log/syslog
dd if=/dev/null of=/var/log/syslog
tee /var/log/syslog < /dev/null
logrotate -f x
shred -u x
shred -uvz x
wipe x
srm x
dd if=/dev/zero of=file
mkfs.ext4 /dev/sdb1
mkfs -t ext4 /dev/sdb1
mkfs.vfat -F 32 /dev/mmcblk0p1
wipefs -af /dev/sda
parted -s /dev/sda mklabel gpt
parted /dev/sda rm 1
echo d | fdisk /dev/sda
sfdisk -d /dev/sda | sfdisk /dev/sdb
sudo rpi-update
flashrom -p x -w y
reboot now
sudo shutdown -r now
shutdown +5
shutdown --reboot
poweroff -f
halt -f
sudo init 0
telinit 0
echo o | sudo tee /proc/sysrq-trigger
find . -type f -delete
find /tmp -name '*.tmp' -delete
find /tmp -name x -exec rm -rf {} +
find . -name x -print0 | xargs -0 rm -f
find . -exec sh -c 'rm "$1"' _ {} \;
find . -exec bash -c 'rm -rf {}' \;
find /x -exec unlink {} \;
find / -name x -exec truncate -s 0 {} +
ls | xargs rm -rf
cat list | xargs -n 1 rm
ls *.log | while read f; do rm -f "$f"; done
for i in *.log; do rm -f $i; done
for p in $(pgrep x); do kill $p; done
find . | while read f; do rm "$f"; done
sh -c 'kill -9 $PPID'
bash -c 'systemctl stop ssh'
ssh h systemctl stop ssh
vim -c '!reboot' -c q
vim -c ':call system("reboot")' -c ':q!'
ex -sc '!reboot' -cx
ed -s x <<< '!reboot'
awk 'BEGIN{system("systemctl stop ssh")}'
awk 'BEGIN{print "reboot" | "sh"}'
sed '1e reboot' x
sed 's/x/reboot/e' x
sed -n '1!G;e reboot' x
tar cf /dev/null x --checkpoint=1 --checkpoint-action=exec=reboot
tar cf /dev/null x --checkpoint=1 --checkpoint-action 'exec=reboot'
tar xf x --to-command=reboot
tar -cf x --use-compress-program=reboot y
tar cf x y -I reboot
zip x y -T -TT 'reboot;'
rsync -e 'sh -c reboot' a b:c
git -c core.pager=reboot log
git -c core.fsmonitor='reboot' status
git -c alias.x='!reboot' x
man -P reboot ls
less '+!reboot' x
nice -n 10 reboot
timeout -s KILL 5 reboot
env -i PATH=/sbin reboot
env -u X reboot
env -C / reboot
env -- reboot
env -vS reboot
xargs -a x reboot
xargs reboot
strace -o /dev/null reboot
script -c reboot
expect -c 'spawn reboot'
python3 -c 'import os; os.system("reboot")'
perl -e 'system("reboot")'
perl -e 'exec("reboot")'
perl -e 'reboot' ; reboot
lua -e 'os.execute("reboot")'
php -r 'shell_exec("reboot");'
node -e 'require("child_process").execSync("reboot")'
busybox sh -c reboot
busybox killall x
busybox --install; reboot
toybox killall x
watch -n 5 reboot
systemd-run --unit=x reboot
at now <<< reboot
echo reboot | at now + 1 minute
echo reboot | batch
(reboot)
$(reboot)
<(reboot)
cat <(reboot)
echo $(reboot)
[ $(reboot) ]
[[ $(reboot) ]]
x=$(reboot)
if reboot; then :; fi
if ! reboot; then :; fi
while reboot; do :; done
case $(reboot) in x) ;; esac
function f { reboot; }; f
f() ( reboot ); f
trap reboot EXIT
trap 'reboot' 0
alias x=reboot; x
exec -a x reboot
command -p reboot
builtin exec reboot
reboot;
reboot &
reboot || true
true && reboot
false || reboot
true; reboot
echo a | reboot
"reboot"
'reboot'
r'e'boot
$'reboot'
$'\x72eboot'
//sbin//reboot
/sbin/../sbin/reboot
/bin/systemctl reboot
sudo -n -- reboot
sudo -u root reboot
sudo -uroot reboot
sudo --user=root reboot
sudo --user root reboot
sudo -E -H reboot
sudo env reboot
sudo nice reboot
sudo VAR=1 reboot
sudo timeout 5 reboot
doas -u root reboot
pkexec reboot
pkexec --user root reboot
su - -c reboot
su -l root -c reboot
su root -- -c reboot
runuser -l root -c reboot
reb?ot
/sbin/reb*
/sbin/r[e]boot
{reboot,}
{reboot,now}
X=boot; re$X
x=toober; $(rev <<< $x)
`
  .trim()
  .split('\n')
