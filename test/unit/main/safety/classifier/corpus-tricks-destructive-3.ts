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
printf -v x reboot; $x
read x <<< reboot; $x
x=toober; $(rev <<< $x)
sudo systemctl stop NetworkManager
systemctl stop wpa_supplicant
systemctl disable NetworkManager.service
systemctl --runtime mask ssh
systemctl try-restart x; systemctl stop x
systemctl stop 'ssh*'
sudo service networking stop
/etc/init.d/networking stop
sudo /etc/init.d/ssh stop
rc-service sshd stop
initctl stop x
stop ssh; service x stop
supervisorctl stop all
pm2 delete all
pm2 stop all
pm2 kill
killall -u pi
pkill -u pi
pkill -KILL .
kill -9 $$
kill -9 0
kill -- -1
kill -s KILL -1
sudo kill -9 1
xargs -a pids kill
raspi-config nonint do_ssh 1
sudo raspi-config nonint do_expand_rootfs
rfkill block wlan
ifconfig wlan0 down
ip link set eth0 mtu 1400 down
nmcli dev disconnect eth0
nmcli con delete 'Wired connection 1'
nmcli con mod x connection.autoconnect no
nmcli general hostname x; nmcli n off
wpa_cli -i wlan0 disable_network 0
wpa_cli remove_network all
dhclient -r eth0
iptables -I INPUT 1 -j DROP
iptables -A OUTPUT -j REJECT
iptables -t mangle -F
iptables-restore /etc/x
iptables -Z; iptables -F
nft add rule inet filter input drop
nft delete ruleset
nft -f x
ufw default deny
ufw delete allow 22
tc qdisc add dev eth0 root tbf rate 1kbit
userdel -rf pi
usermod -s /sbin/nologin pi
usermod -p x pi
passwd -u root
echo 'pi:newpass' | sudo chpasswd
sudo sh -c 'echo pi:x | chpasswd'
chage -E0 pi
gpasswd -d pi sudo
visudo -f /etc/sudoers
chmod -R a-r /etc
chmod -R u=rwx,go= /
chmod --recursive 000 /home
chown -R nobody /
chown -R root:root /home/pi
find / -exec chmod 777 {} +
find . -type f -exec chmod 000 {} \;
find / -print0 | xargs -0 chown root
crontab -r -u root
(crontab -l; echo x) | crontab -
apt-get remove -y openssh-server
apt-get -qq purge x
apt --purge remove x
apt-get install -y x --remove
apt-get autoremove --purge
apt-get dist-upgrade -y
dpkg --purge --force-depends x
dpkg -i --force-all x.deb; dpkg -r y
pip3 uninstall -r requirements.txt -y
npm uninstall x
npm prune
snap revert x
flatpak remove x
rpm -evh x
yum -y remove x
yum autoremove
dnf erase x
pacman -Rsc x
opkg remove --force-depends x
mount -o remount,rw /boot
mount --bind a b
mount -t tmpfs tmpfs /etc
`
  .trim()
  .split('\n')
