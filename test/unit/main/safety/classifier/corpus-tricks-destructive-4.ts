/** Destructive commands behind options, abbreviations, wrappers, shells and other programs. */
export const DESTRUCTIVE_TRICKS_4: readonly string[] = `
umount -a -f
umount --lazy /
fsck -fy /dev/mmcblk0p2
e2fsck -fy /dev/sda1
resize2fs /dev/mmcblk0p2
tune2fs -L x /dev/sda1
swapoff /dev/sda2
sysctl --write kernel.panic=1
sysctl kernel.panic_on_oops=1
echo 1 > /proc/sys/kernel/panic
echo 1 | sudo tee /proc/sys/net/ipv4/icmp_echo_ignore_all
echo 3 > /proc/sys/vm/drop_caches
echo mem > /sys/power/state
echo disk | sudo tee /sys/power/state
echo 0 > /sys/devices/system/cpu/cpu1/online
rmmod brcmfmac
modprobe --remove-dependencies x
modprobe -r -f x
docker rm -fv x
docker container stop x
docker image rm x
docker rmi -f x
docker builder prune -af
docker volume rm -f x
docker network prune -f
docker swarm leave --force
docker compose rm
docker compose stop
docker compose kill
docker-compose rm -fsv
docker exec x rm /data/f -f
docker run --rm -v /:/h alpine chroot /h rm -rf /x
docker run -v /:/host alpine sh -c 'rm -rf /host/x'
podman pod rm x
kubectl delete ns x
kubectl drain x
kubectl scale deploy x --replicas=0; kubectl delete deploy x
helm uninstall x
git checkout -f master
git checkout HEAD -- .
git clean -d -x -f
git clean -ffdx
git push -f
git push --force-with-lease
git push origin --delete x
git push origin :x
git branch --delete --force x
git tag -d x
git reflog expire --all
git gc --prune=now
git filter-branch x
git update-ref -d x
git rm -r x
history -c && exit
export HISTFILE=/dev/null; rm -f ~/.bash_history
unlink ~/.bash_history
shred ~/.bash_history
journalctl --vacuum-size=10M
journalctl --vacuum-time 2d
journalctl --rotate --vacuum-files 1
rm -f /var/log/*.log
find /var/log -type f -delete
find /var/log -name '*.gz' -exec rm {} +
for f in /var/log/*; do : > "$f"; done
for f in /var/log/*.log; do truncate -s 0 $f; done
tee /var/log/auth.log </dev/null
cp /dev/null /var/log/wtmp
sed -i d /var/log/syslog
sed -i '1,$d' /var/log/auth.log
cat /dev/null >| /var/log/messages
utmpdump -r x > /var/log/wtmp
auditctl -D
auditctl -e 0
logrotate --force /etc/logrotate.conf
shred -n1 file
shred --remove file
truncate --size 0 file
truncate -s +1G file
truncate -cs0 file
dd if=/dev/zero of=./x bs=1 count=1 conv=notrunc
cp /dev/null /etc/passwd
cp x /etc/sudoers
mv x /etc/passwd
mv /boot /boot2
mv /etc/passwd /etc/passwd.bak
ln -sf x /etc/passwd
ln -sfn /dev/null /etc/resolv.conf
install -m 600 x /etc/ssh/sshd_config
tee /etc/ssh/sshd_config
sed -i 's/^Port.*/Port 99/' /etc/ssh/sshd_config
sed -i '/x/d' /etc/fstab
sed -i s/a/b/ /etc/network/interfaces
echo x >> /etc/fstab
echo nameserver 1.1.1.1 > /etc/resolv.conf
echo dtoverlay=x | sudo tee -a /boot/config.txt
perl -pi -e 's/a/b/' /etc/passwd
perl -i -ne 'print' /etc/shadow
python3 -c "open('/etc/passwd','w')"
awk -i inplace 1 /etc/passwd
ed /etc/passwd
vim /etc/passwd -c wq
curl -o /etc/passwd x
wget -O /boot/config.txt x
rsync x /etc/passwd
rsync -a x/ /boot/
scp h:x /etc/passwd
tar xf x -C /
tar -xzf x.tgz -C /
unzip -o x -d /
dpkg-reconfigure openssh-server; systemctl disable ssh
rpi-update abc
sudo rpi-eeprom-config --edit
flashrom -E
avrdude -p m328p -U flash:w:x.hex
st-flash erase
openocd -c 'flash erase_sector 0 0 1'
fw_setenv bootcmd x
hdparm --user-master u --security-erase p /dev/sda
nvme format /dev/nvme0n1 -s1
nvme sanitize /dev/nvme0
sg_format /dev/sg0
blkdiscard -f /dev/sda
losetup -D
cryptsetup luksErase /dev/sda
cryptsetup close x
lvremove -f x
vgreduce x
pvremove /dev/sda
mdadm --stop /dev/md0
mdadm /dev/md0 --fail /dev/sda
zfs destroy -r x
zfs rollback x
shutdown
shutdown -P now
shutdown -k now
sudo shutdown -r 22:00
sudo poweroff
reboot --force
sudo reboot now
halt --poweroff
systemctl suspend-then-hibernate
systemctl hybrid-sleep
loginctl suspend
pm-suspend
rtcwake -m mem -s 60
kexec -e
xset dpms force off; reboot
echo b >/proc/sysrq-trigger
sudo sh -c 'echo b > /proc/sysrq-trigger'
sudo bash -c "echo c > /proc/sysrq-trigger"
busctl call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager Reboot b true
gdbus call --system --dest org.freedesktop.login1 --object-path /org/freedesktop/login1 --method org.freedesktop.login1.Manager.PowerOff true
`
  .trim()
  .split('\n')
