/** Reads from the handbooks of administrators, subject by subject. */
export const ADMIN_READS_2: readonly string[] = `
journalctl -b
journalctl -b -1 -n 50
journalctl -k
journalctl -p err -b
journalctl -p 3 -xb --no-pager
journalctl --disk-usage
journalctl --list-boots
journalctl -xe --no-pager
journalctl -u mosquitto -o cat -n 20
journalctl --no-pager -n 20 -o json-pretty
journalctl _PID=1 -n 5
systemctl status
systemctl status ssh
systemctl status ssh --no-pager
systemctl status ssh --no-pager -l
systemctl is-active ssh
systemctl is-enabled ssh
systemctl is-failed ssh
systemctl is-system-running
systemctl list-units
systemctl list-units --type=service --state=running
systemctl list-units --failed
systemctl --failed
systemctl list-unit-files
systemctl list-timers
systemctl list-timers --all --no-pager
systemctl list-sockets
systemctl list-dependencies
systemctl show ssh
systemctl show ssh -p ActiveState
systemctl show -p MainPID --value mosquitto
systemctl cat ssh
systemctl get-default
systemctl --version
systemctl --user status
systemctl show-environment
systemd-analyze
systemd-analyze blame
systemd-analyze blame | head
systemd-analyze critical-chain
systemd-analyze time
systemd-cgls --no-pager
systemd-cgtop -n 1 -b
systemd-detect-virt
service --status-all
service ssh status
loginctl
loginctl list-sessions
loginctl show-user pi
timedatectl
timedatectl status
timedatectl show
timedatectl list-timezones
timedatectl timesync-status
chronyc tracking
chronyc sources
ntpq -p
localectl
localectl status
crontab -l
crontab -l -u pi
sudo -V
cat /etc/crontab
ls /etc/cron.d
atq
at -l
mount
mount | grep ext4
mount -l
findmnt
findmnt /
swapon --show
swapon -s
cat /proc/swaps
vmstat
vmstat 1 5
iostat
iostat -x 1 3
mpstat
mpstat -P ALL 1 1
sar -u 1 3
pidstat 1 1
top -b -n 1
top -bn1 | head -20
top -b -n 1 -o %MEM | head -n 20
htop --version
iotop -b -n 1
nproc --all
vcgencmd measure_temp
vcgencmd measure_volts
vcgencmd measure_volts core
vcgencmd measure_clock arm
vcgencmd get_throttled
vcgencmd get_mem arm
vcgencmd get_mem gpu
vcgencmd get_config int
vcgencmd get_camera
vcgencmd version
vcgencmd commands
vcgencmd display_power
vcgencmd codec_enabled H264
vcgencmd bootloader_version
vcgencmd bootloader_config
vcgencmd otp_dump
vcgencmd pmic_read_adc
pinout
raspi-gpio get
raspi-gpio get 17
pinctrl get
pinctrl get 4
pinctrl
gpio readall
gpioinfo
gpiodetect
gpioget gpiochip0 17
i2cdetect -y 1
i2cdetect -l
i2cget -y 1 0x20 0x00
i2cdump -y 1 0x20
raspi-config nonint get_camera
raspi-config nonint get_ssh
raspi-config nonint get_i2c
raspi-config nonint is_pi
rpi-eeprom-update
rpi-eeprom-config
libcamera-hello --list-cameras
rpicam-hello --list-cameras
v4l2-ctl --list-devices
v4l2-ctl -d /dev/video0 --all
v4l2-ctl --list-formats-ext
dtoverlay -l
dtparam -l
tvservice -s
sensors
sensors -j
hddtemp /dev/sda
smartctl -a /dev/sda
smartctl -H /dev/sda
hdparm -I /dev/sda
nvme list
nvme smart-log /dev/nvme0
mmc extcsd read /dev/mmcblk0
fdisk -l
sudo -h
parted -l
tune2fs -l /dev/sda1
dumpe2fs -h /dev/sda1
pvs
vgs
lvs
pvdisplay
cat /proc/mdstat
mdadm --detail /dev/md0
zpool status
zfs list
btrfs filesystem show
dpkg -l
dpkg -l | grep python
dpkg -s openssh-server
dpkg -L bash
dpkg -S /bin/ls
dpkg-query -W
apt list --installed
apt list --upgradable
apt-cache policy x
apt-cache search x
apt show x
apt search x
apt policy
apt-mark showhold
apt-get -s upgrade
apt-get --just-print upgrade
snap list
flatpak list
pip list
pip3 list
pip show x
pip freeze
pip --version
npm ls -g
npm list
npm -v
node -v
node --version
python3 --version
python3 -V
java -version
gcc --version
go version
docker --version
git --version
bash --version
rpm -qa
rpm -qi bash
dnf list installed
yum list installed
pacman -Q
apk info
opkg list-installed
docker ps
docker ps -a
docker images
docker info
docker version
docker logs --tail 50 x
docker logs x --tail 100
docker inspect x
docker stats --no-stream
docker top x
docker port x
docker network ls
docker volume ls
docker system df
docker compose ps
docker-compose ps
docker compose logs --tail 20
docker ps --format '{{.Names}}'
podman ps
kubectl get pods
kubectl get nodes -o wide
kubectl describe pod x
kubectl logs x --tail=10
git status
git log --oneline -5
git log -1
git diff
git branch
git branch -a
git remote -v
git show HEAD
git rev-parse HEAD
git tag
git stash list
git -C /opt/app status
git config --list
git describe --tags
git blame x
mosquitto -h
mosquitto_sub -t test -C 1 -W 5
mosquitto_sub -h localhost -t '$SYS/broker/clients/connected' -C 1
ufw status
ufw status verbose
iptables -L
iptables -L -n -v
iptables -S
iptables -t nat -L -n
iptables-save
nft list ruleset
firewall-cmd --list-all
ip6tables -L
curl -I http://localhost
curl -s http://localhost/health
curl -sS -m 5 http://127.0.0.1:8080/status
curl -o /dev/null -s -w '%{http_code}' http://x
curl ifconfig.me
curl -s wttr.in
wget -qO- http://x
wget --spider http://x
openssl version
openssl x509 -in cert.crt -noout -dates
openssl s_client -connect h:443 < /dev/null
openssl s_client -connect h:8883 -showcerts </dev/null
ssh-keygen -l -f x.pub
ssh-keygen -lf ~/.ssh/id_rsa.pub
cat ~/.ssh/authorized_keys
cat ~/.ssh/id_rsa.pub
cat ~/.ssh/known_hosts
sshd -T
ethtool eth0
ethtool -S eth0
ethtool -i eth0
mii-tool eth0
bluetoothctl devices
bluetoothctl show
bluetoothctl paired-devices
hciconfig
hciconfig -a
hcitool dev
rfkill list
rfkill
`
  .trim()
  .split('\n')
