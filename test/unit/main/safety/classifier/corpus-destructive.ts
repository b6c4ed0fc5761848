/** What must be destructive at least, whatever the spelling. */
export const DESTRUCTIVE: readonly string[] = String.raw`
rm -rf /home
rm -rf /var/log/old
rm -r dir
rm -f file
rm -Rf dir
rm dir -rf
rm -v -r dir
rm --force x
rm --rec x
rm *
rm -i -r x
sudo rm -rf /opt/app
sh -c 'rm -rf /home'
bash -c "cd /tmp && rm -rf build"
echo $(rm -rf /tmp/x)
find /tmp -name '*.tmp' -delete
find . -delete -name x
find /tmp -type f -exec rm {} \;
find /tmp -type f -exec rm -f {} +
find /tmp -print0 | xargs -0 rm
ls | xargs rm -rf
dd if=/dev/zero of=/home/pi/file
dd of=backup.img if=/dev/sda
mkfs.ext4 /dev/sda1
mkfs -t vfat /dev/sdb
sudo mkfs.vfat -F 32 /dev/sda1
mkswap /dev/sda2
wipefs -a /dev/sda
fdisk /dev/sda
parted /dev/sda mklabel gpt
sgdisk -Z /dev/sda
sfdisk /dev/sda
shred -u secret.txt
truncate -s 0 /var/log/syslog
reboot
sudo reboot
/sbin/reboot
reboot -f
shutdown -h now
shutdown -r +5
poweroff
halt
init 0
init 6
telinit 6
systemctl reboot
systemctl poweroff
systemctl stop nginx
systemctl disable ssh
systemctl mask cron
systemctl isolate rescue.target
systemctl kill nginx
systemctl --user stop x
systemctl -H host stop nginx
systemctl --no-block stop nginx
systemctl --now disable nginx
systemctl disable --now nginx
service ssh stop
kill 1234
kill -9 1234
kill -9 -1
pkill -f python
killall python3
fuser -k 8080/tcp
iptables -F
iptables -X
iptables -t nat -F
iptables -P INPUT DROP
ip6tables --flush
nft flush ruleset
ufw enable
ufw reset
ufw deny 22
ifconfig eth0 down
ip link set eth0 down
ip link set dev wlan0 down
ip l set eth0 down
ip addr flush dev eth0
ip route del default
ifdown eth0
nmcli con down home
nmcli c d home
nmcli networking off
nmcli radio wifi off
nmcli device disconnect wlan0
rfkill block wifi
useradd bob
userdel -r bob
usermod -aG sudo bob
adduser bob
passwd pi
echo pi:x | chpasswd
chpasswd
groupadd x
chmod -R 777 /var/www
chmod 777 -R /
chown -R pi:pi /
chown --recursive pi /srv
chgrp -R pi /srv
crontab -r
crontab -u pi -r
apt remove nginx
apt-get -y purge nginx
apt autoremove
apt-get -o Debug::x=1 remove nginx
dpkg -r nginx
dpkg --purge nginx
pip uninstall -y x
snap remove x
rpi-update
rpi-eeprom-update -a
flashrom -w x.rom
mount /dev/sda1 /mnt
mount -o remount,rw /
umount /mnt
umount -l /
sysctl -w vm.swappiness=10
sysctl vm.swappiness=10
rmmod i2c_dev
modprobe -r i2c_dev
docker rm -f web
docker rm web
docker rmi x
docker system prune -af
docker volume prune
docker compose down
docker container rm web
docker -H tcp://x rm web
docker --context prod rm web
docker stop web
git clean -fdx
git -C /srv clean -f
git reset --hard
git push --force
history -c
journalctl --vacuum-size=10M
journalctl --rotate
journalctl --vacuum-time 1d
dmesg -C
dmesg --clear
> /var/log/syslog
: > /var/log/auth.log
echo > ~/.bash_history
cat /dev/null > /var/log/wtmp
cp /dev/null /var/log/syslog
truncate -s0 ~/.bash_history
rm ~/.bash_history -f
echo b > /proc/sysrq-trigger
echo b | sudo tee /proc/sysrq-trigger
echo x >> /etc/passwd
echo 'pi ALL=(ALL) NOPASSWD: ALL' | sudo tee /etc/sudoers.d/pi
echo root | tee -a /etc/shadow
rsync -a --delete empty/ /srv/
rsync --remove-source-files x y
mv /srv /dev/null
swapoff -a
logrotate -f /etc/logrotate.conf
raspi-config nonint do_ssh 1
hwclock -w; reboot
sudo -i reboot
env reboot
nohup reboot &
(sleep 5; reboot)
sleep 5 && reboot
echo reboot | sh
at now <<< reboot
echo 'rm -rf /home' | at now
ssh host reboot
busybox reboot
busybox poweroff
python3 -c "import os; os.remove('/etc/hosts')"
python3 -c "import subprocess; subprocess.run(['reboot'])"
perl -e 'unlink "x"'
awk 'BEGIN{system("reboot")}'
node -e "require('fs').rmSync('/x',{recursive:true})"
env FOO=1 kill 5
timeout 3 kill 5
tar cf a.tar --remove-files dir
chmod u+s /bin/bash
chmod 4755 /bin/bash
zpool destroy tank
lvremove vg/lv
cryptsetup luksFormat /dev/sda
loginctl kill-user pi
atrm 5
gpasswd -d pi sudo
visudo
pacman -Rns x
kubectl delete pod x
{reboot,-f}
re\boot
"reboot"
r'e'boot
/sbin/./reboot
$(echo reboot)
X=reboot; $X
xvfb-run rm -rf x
mywrapper rm -rf /home
if [ -f x ]; then reboot; fi
! reboot
time reboot
coproc reboot
eval reboot
. <(echo reboot); reboot
sudo -u root -g root -- reboot
sudo FOO=1 reboot
find . -name x -ok rm {} \;
find . -execdir rm {} \;
runuser -u pi -- rm -rf /srv
perf stat rm -rf x
su - pi -c 'rm -rf x'
ip -c link set eth0 down
docker compose -f x.yml down
kubectl -n x delete pod y
mv /etc/ssh /tmp
sed -i 's/a/b/' /etc/ssh/sshd_config
cp x /boot/config.txt
rm /etc/passwd
nohup reboot &; ls
ls );reboot
apt-get -q --allow-downgrades -y purge x
`
  .trim()
  .split('\n')
