/** Destructive commands behind options, abbreviations, wrappers, shells and other programs. */
export const DESTRUCTIVE_TRICKS_2: readonly string[] = String.raw`
git checkout -f
git push --force
git branch -D x
git stash drop
git stash clear
git -C /x clean -f
history -c
history -w
history -d 5
unset HISTFILE; history -c
cat /dev/null > ~/.bash_history
> ~/.bash_history
> /var/log/syslog
: > /var/log/auth.log
echo > /var/log/wtmp
truncate -s0 /var/log/*.log
journalctl --vacuum-size=1M
journalctl --vacuum-time=1s
journalctl --rotate --vacuum-size=1
journalctl --vacuum-s=1
dmesg -C
dmesg -c
dmesg --clear
dmesg --read-clear
ln -sf /dev/null ~/.bash_history
logrotate -f /etc/logrotate.conf
rpi-update
rpi-eeprom-update -a
rpi-eeprom-update -d -a
rpi-eeprom-update -f x
flashrom -w x
fwupdmgr update
fw_setenv x y
nandwrite /dev/mtd0 x
avrdude -U flash:w:x
esptool.py erase_flash
esptool.py write_flash 0 x
raspi-config nonint do_boot_behaviour B1
cat x > /etc/passwd
echo x >> /etc/passwd
echo 'x ALL=(ALL) NOPASSWD: ALL' >> /etc/sudoers
echo x | tee -a /etc/sudoers
tee /etc/shadow
cp x /etc/passwd
cp x /etc/shadow
mv x /etc/fstab
cp /tmp/x /boot/cmdline.txt
echo x > /boot/config.txt
sed -i s/a/b/ /etc/passwd
sed -i 's/x/y/' /etc/ssh/sshd_config
sed -i s/a/b/ /boot/firmware/cmdline.txt
echo b > /proc/sysrq-trigger
echo 1 > /proc/sys/kernel/sysrq
echo c | tee /proc/sysrq-trigger
rm -rf /var/log
rm /var/log/syslog
rm -r ~/.ssh
rm ~/.bash_history
cd /tmp && rm *
rm *
unlink /etc/passwd
mv /etc/passwd /tmp
mv /etc /tmp
mv /home/pi /dev/null
mv / /x
ln -sf /dev/null /etc/passwd
rsync -a --delete a/ b/
rsync --delete-after a b
rsync -a --del a b
rsync --remove-source-files a b
rclone purge x:
rclone delete x:
rclone sync a b:
aws s3 rm s3://x --recursive
git rm -rf .
tar --remove-files -cf x y
zip -m x.zip y
7z d x.7z y
7z a -sdel x y
pkexec rm -r x
perl -e 'unlink "x"'
python3 -c 'import os;os.remove("x")'
python3 -c 'import os; os.unlink("x")'
python -c "import shutil; shutil.rmtree('/opt/x')"
python3 -c 'from os import remove as r; r("x")'
python3 -c 'import pathlib; pathlib.Path("x").unlink()'
python3 -c 'import os; os.kill(1,9)'
python3 -c 'import subprocess; subprocess.run(["rm","-rf","x"])'
python3 -c "import subprocess; subprocess.call('reboot', shell=True)"
perl -e 'system "reboot"'
perl -e 'exec "rm","-r","x"'
ruby -e 'require "fileutils"; FileUtils.rm_rf("x")'
node -e 'require("fs").rmSync("x",{recursive:true})'
node -e "fs.unlinkSync('x')"
php -r 'unlink("x");'
lua -e 'os.remove("x")'
awk 'BEGIN{system("reboot")}'
gawk 'BEGIN {cmd="rm -rf x"; system(cmd)}'
vim -es -c 'call delete("x","rf")' -c q
vim -c ':!reboot'
sqlite3 x.db 'DROP TABLE a'
sqlite3 x.db 'delete from a'
mysql -e 'DROP DATABASE x'
psql -c 'drop table x'
redis-cli FLUSHALL
redis-cli shutdown
mongo --eval 'db.dropDatabase()'
echo 0 > /sys/class/net/eth0/device/enable
echo 1 > /sys/bus/pci/devices/0/remove
echo offline > /sys/block/sda/device/state
echo x > /dev/watchdog
ip netns delete x
systemctl edit ssh
systemctl revert x
tailscale down
wg-quick down wg0
mosquitto_pub -t device/x/command -m 'rm -rf /'
swapoff /swapfile
ssh host reboot
ssh -t host 'sudo reboot'
ssh host 'rm -rf x'
docker exec x rm -rf /data
docker exec x sh -c 'rm -rf /data'
docker run --rm alpine rm -rf /x
kubectl exec x -- rm -rf /y
lxc delete x
virsh destroy x
virsh undefine x
vagrant destroy -f
terraform destroy
ansible all -m shell -a 'reboot'
ansible all -a 'rm -rf /x'
if true; then reboot; fi
[ -f x ] && rm -f x
test -d x || rm -rf x
case x in *) reboot;; esac
for f in *; do rm "$f"; done
while read f; do rm -f $f; done < x
until false; do kill 1; done
(sleep 10; reboot) &
nohup reboot &
sh -c 'sleep 1; reboot'
echo reboot | at now
echo reboot | sh
systemd-run --on-active=10 reboot
sudo -s reboot
sudo -i reboot
sudo su -c reboot
sudo sh -c 'reboot'
doas reboot
su -c reboot
su root -c 'systemctl stop x'
xargs kill < pids
pgrep x | xargs kill
pidof x | xargs -r kill -9
kill $(pidof x)
kill -9 $(ps aux | grep x | awk '{print $2}')
ps aux | grep x | awk '{print $2}' | xargs kill -9
r"e"boot
re''boot
$(echo reboot)
$(printf reboot)
X=reboot; $X
eval reboot
eval "re""boot"
command reboot
exec reboot
env reboot
env X=1 reboot
X=1 reboot
FOO=bar rm -rf x
busybox reboot
busybox poweroff -f
toybox reboot
/usr/lib/systemd/systemd-shutdown reboot
/bin/busybox sh -c reboot
bash -c reboot
bash -c 'bash -c "bash -c reboot"'
bash -c $'re\x62oot'
timeout 5 reboot
nice reboot
time reboot
watch reboot
strace reboot
unshare reboot
ionice reboot
chrt -f 10 reboot
taskset 1 reboot
stdbuf -o0 reboot
script -qc reboot /dev/null
setarch x86_64 reboot
coproc reboot
time -p reboot
! reboot
sudo !!; reboot
{ reboot; }
dbus-send --system --print-reply --dest=org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager.Reboot boolean:true
busctl call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager PowerOff b true
loginctl kill-session 1
loginctl terminate-user pi
loginctl poweroff
loginctl reboot
hdparm -y /dev/sda
hdparm --make-bad-sector 1 /dev/sda
tune2fs -O x /dev/sda1
e2fsck -y /dev/sda1
fsck -y /dev/sda1
fsck -A
xfs_repair /dev/sda1
dd if=/dev/zero of=/swapfile
rm -rf ~
rm -rf $HOME
rm -rf .
rm -rf ..
rm -rf *
rm -rf ./*
rm -rf /var/log/*
rm -f /etc/passwd
systemctl  stop   ssh
systemctl --force stop x
systemctl stop ssh.service mosquitto.service
sudo systemctl disable --now mosquitto
systemctl -f mask ssh
systemctl kill -s SIGKILL x
systemctl isolate multi-user.target
systemctl  --force --force reboot
systemctl soft-reboot
systemctl default
systemctl exit
systemctl switch-root /x
systemctl freeze x
systemctl clean x
service mosquitto stop
/usr/sbin/service mosquitto stop
sudo service ssh stop
kill -STOP 1
kill %1
kill $(cat /run/x.pid)
kill -15 $(pgrep x)
pkill -f executor
killall -9 python3
sudo pkill -HUP x
nmcli con down id x
nmcli radio all off
nmcli dev dis wlan0
nmcli c delete x
nmcli connection modify x ipv4.method manual
ip link set wlan0 down
ip link set dev wlan0 down
sudo ip link set eth0 down
sudo ifdown wlan0
ip addr del 10.0.0.1/8 dev eth0
ip a flush eth0
ip -s -s link set eth0 down
ip l set down eth0
iw dev wlan0 del
iptables -F INPUT
iptables -D INPUT 1
iptables -t filter -F
iptables --flus
ip6tables --flush
iptables -I INPUT -j DROP
ufw --force enable
ufw default deny incoming
ufw deny ssh
firewall-cmd --remove-service=ssh
chmod 777 -R /etc
chmod -Rv 000 x
chown -R pi:pi /
chown -hR x y
chmod u+s /bin/sh
chmod 4755 /bin/bash
passwd
passwd --delete root
sudo passwd -l pi
usermod --lock pi
userdel --remove pi
deluser --remove-home pi
echo root:x | chpasswd
crontab  -ur pi
`
  .trim()
  .split('\n')
