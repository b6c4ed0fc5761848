/** Destructive commands behind options, abbreviations, wrappers, shells and other programs. */
export const DESTRUCTIVE_TRICKS_1: readonly string[] = String.raw`
rm -r x
rm -f x
rm -rf x
rm --force x
rm --for x
rm -vfr ./x
rm -- -rf; rm -r -- x
rm x -r
sudo rm -r /opt/x
\rm -f x
busybox rm -r x
toybox rm -r x
find . -delete
find . -name x -delete
find /tmp -type f -exec rm {} \;
find . -exec rm -f {} +
find . -execdir rm {} +
find . -ok rm {} \;
find . -name '*.log' | xargs rm
ls | xargs -n1 rm -f
ls | xargs -I% rm -r %
dd if=a of=b
dd of=b
dd if=/dev/zero of=/tmp/x bs=1M count=10
mkfs /dev/sdb1
mkfs.vfat /dev/sdb1
mke2fs /dev/sdb
mkswap /dev/sdb2
mkdosfs /dev/sdb1
mkntfs /dev/sdb1
wipefs /dev/sdb -a
wipefs --all /dev/sdb
fdisk /dev/sda
sfdisk /dev/sda < t
sfdisk --delete /dev/sda 1
gdisk /dev/sda
sgdisk -Z /dev/sda
sgdisk --zap-all /dev/sda
parted /dev/sda mklabel gpt
parted -s /dev/sda rm 1
parted /dev/sda -- mkpart primary 0 100%
cfdisk /dev/sda
partprobe /dev/sda
growpart /dev/sda 1
resize2fs /dev/sda1
shred x
shred -zu x
truncate -s 0 x
truncate --size=0 /var/log/syslog
reboot
reboot -f
sudo reboot
/sbin/reboot
shutdown now
shutdown -h now
shutdown -r +1
shutdown -c
poweroff
halt
halt -p
init 0
init 6
telinit 6
systemctl reboot
systemctl poweroff
systemctl halt
systemctl kexec
systemctl suspend
systemctl hibernate
systemctl rescue
systemctl emergency
systemctl isolate rescue.target
systemctl stop ssh
systemctl stop mosquitto
systemctl --now disable nginx
systemctl disable --now nginx
systemctl --user stop x
systemctl -q stop x
systemctl mask x
systemctl kill x
systemctl -H root@h stop x
systemctl --no-block stop x
systemctl stop --no-block x
service ssh stop
service nginx stop
/etc/init.d/nginx stop
invoke-rc.d nginx stop
rc-service nginx stop
rc-update del nginx
update-rc.d nginx remove
update-rc.d -f nginx disable
chkconfig nginx off
kill 1
kill -9 1
kill -KILL 123
kill -s TERM 4
pkill x
pkill -9 -f python
killall x
killall5
kill -1
kill -9 -1
xkill
skill x
fuser -k 80/tcp
fuser -km /mnt
iptables -F
iptables --flush
iptables -t nat -F
iptables -X
iptables -P INPUT DROP
iptables -A INPUT -j DROP
ip6tables -F
iptables-restore < x
nft flush ruleset
nft delete table inet x
ufw disable
ufw reset
ufw --force reset
ufw enable
ufw deny 22
firewall-cmd --panic-on
ipset flush
ebtables -F
ip link set eth0 down
ip link set dev eth0 down
ip l s eth0 down
ip link set down dev eth0
ip -4 link set wlan0 down
ip link delete wlan0
ip addr flush dev eth0
ip a f dev eth0
ip addr del 1.2.3.4/24 dev eth0
ip route del default
ip r d default
ip route flush table main
ip route replace default via 1.1.1.1
ifconfig eth0 down
ifconfig wlan0 0.0.0.0
ifdown eth0
ifdown -a
nmcli con down x
nmcli c d x
nmcli connection delete x
nmcli dev disconnect wlan0
nmcli radio wifi off
nmcli r wifi off
nmcli networking off
nmcli n off
nmcli r all off
rfkill block all
rfkill block wifi
wpa_cli disconnect
wpa_cli terminate
dhclient -r
dhcpcd -k
iwconfig wlan0 txpower off
iw dev wlan0 disconnect
route del default
tc qdisc add dev eth0 root netem loss 100%
brctl delbr br0
systemctl stop networking
systemctl stop NetworkManager
systemctl stop dhcpcd
systemctl disable ssh
useradd x
adduser x
userdel x
userdel -r pi
deluser x
usermod -aG sudo x
usermod -L pi
groupadd x
groupdel x
gpasswd -a x sudo
passwd pi
passwd -l pi
passwd -d root
chpasswd
echo 'pi:x' | chpasswd
echo 'pi:x' | sudo chpasswd
chage -E 0 pi
chsh -s /bin/false pi
vipw
visudo
chmod -R 777 /
chmod -R 000 /etc
chmod 777 -R x
chmod --recursive 777 x
chmod --recurs 777 x
chown -R root x
chown root -R x
chown --recursive root x
chgrp -R x y
setfacl -R -m u:x:rwx /
chattr -R +i /
crontab -r
crontab -u pi -r
crontab -ir
crontab -ri
apt remove x
apt-get remove x
apt-get -y remove x
apt-get purge x
apt purge -y x
apt autoremove
apt-get autoremove --purge -y
apt -y autopurge
aptitude remove x
aptitude purge x
dpkg -r x
dpkg -P x
dpkg --purge x
dpkg --remove x
dpkg --force-all -r x
apt-get install x-
snap remove x
flatpak uninstall x
pip uninstall x
pip3 uninstall -y x
python3 -m pip uninstall x
npm uninstall -g x
npm rm x
yum remove x
yum erase x
dnf remove x
rpm -e x
pacman -R x
pacman -Rns x
apk del x
opkg remove x
zypper rm x
gem uninstall x
mount /dev/sda1 /mnt
mount -a
mount -o remount,ro /
umount /mnt
umount -l /
umount -a
swapoff -a
losetup -d /dev/loop0
cryptsetup luksFormat /dev/sda
cryptsetup erase /dev/sda
lvremove x
vgremove x
pvremove x
mdadm --zero-superblock /dev/sda
zpool destroy x
zfs destroy x
btrfs subvolume delete x
sysctl -w kernel.panic=1
sysctl kernel.panic=1
sysctl -p
sysctl --system
sysctl -qw a=b
rmmod x
modprobe -r x
modprobe --remove x
docker rm x
docker rm -f x
docker rmi x
docker container rm x
docker container prune -f
docker system prune -af
docker volume rm x
docker volume prune
docker network rm x
docker image prune -a
docker stop x
docker kill x
docker compose down -v
docker-compose down
docker stack rm x
podman rm x
podman system reset
kubectl delete pod x
git clean -fd
git clean -xdf
git reset --hard
git checkout -- .
`
  .trim()
  .split('\n')
