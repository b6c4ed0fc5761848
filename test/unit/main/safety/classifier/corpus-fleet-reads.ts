import { SYSTEM_READS } from './corpus-reads.ts'

/** Ordinary reads in the daily work of a fleet of boards. */
const FLEET_READS: readonly string[] = String.raw`
vcgencmd measure_temp
vcgencmd measure_volts core
vcgencmd measure_clock arm
vcgencmd get_throttled
vcgencmd get_mem gpu
vcgencmd version
vcgencmd get_config int
raspi-config nonint get_camera
raspi-config nonint get_i2c
pinctrl get 17
raspi-gpio get
gpio readall
gpioinfo
i2cdetect -y 1
i2cdetect -l
rpicam-hello --list-cameras
libcamera-hello --list-cameras
v4l2-ctl --list-devices
dtoverlay -l
aplay -l
arecord -l
bluetoothctl devices
rfkill list
dpkg -l
dpkg -l | grep mosquitto
dpkg -s openssh-server
dpkg -L bash
dpkg-query -W -f='\${Package}\n'
apt list --installed
apt list --upgradable
apt-cache policy mosquitto
apt show nginx
apt search mqtt
apt-mark showhold
pip list
pip3 show paho-mqtt
pip freeze
npm ls -g --depth=0
node --version
python3 --version
snap list
docker ps
docker ps -a --format '{{.Names}}'
docker images
docker logs --tail 100 web
docker inspect web
docker stats --no-stream
docker compose ps
docker version
docker system df
git status
git log --oneline -n 5
git diff HEAD~1
git branch -a
git remote -v
git rev-parse HEAD
git -C /home/pi/app status
crontab -l
crontab -u pi -l
atq
sysctl -a
sysctl vm.swappiness
swapon --show
hwclock -r
sha256sum /home/pi/app/main.py
md5sum /etc/hostname
sort /etc/passwd | head -n 5
sort -t: -k3 -n /etc/passwd
uniq -c /tmp/list
cut -d: -f1 /etc/passwd
tr a-z A-Z
sed -n '1,20p' /etc/hosts
sed -n '/error/p' /var/log/syslog
sed 's/^/  /' /etc/hostname
awk '{print $1}' /proc/loadavg
awk -F: '{print $1, $3}' /etc/passwd
awk '$3 > 1000 {print $1}' /tmp/numbers
ps aux | awk '$3 > 10.0 {print $2, $11}'
free -m | awk 'NR==2{printf "%.1f%%\n", $3*100/$2 }'
df -h / | awk 'NR==2 {print $5}'
jq . /home/pi/app/config.json
jq -r '.name' /home/pi/app/package.json
echo hello
echo "温度：42" | wc -c
printf '%s\n' ok
test -f /etc/hostname
[ -d /var/log ] && echo yes
which python3
command -v docker
type ls
whereis python3
man ls
printenv PATH
printenv LANG
history
tree -L 2 /home/pi
readlink -f /usr/bin/python3
realpath .
basename /home/pi/app
seq 1 5
sleep 2
nproc
getconf LONG_BIT
lsb_release -a
locale
ls /sys/class/gpio
ls /dev/i2c* /dev/spi*
ls /dev/tty*
ls -l /dev/disk/by-id
od -c /etc/hostname
hexdump -C /etc/hostname
xxd /etc/hostname
strings /bin/ls | head
diff /etc/hosts /etc/hosts.bak
cmp a b
tar tf backup.tar
tar -tzf backup.tar.gz
zcat /var/log/syslog.2.gz | tail
openssl version
openssl x509 -in /etc/ssl/certs/ca-certificates.crt -noout -enddate
mosquitto_sub -t 'sensors/#' -C 1 -W 5
timeout 5 ping 1.1.1.1
timeout 10 journalctl -f -u ssh
nice -n 10 du -sh /home
time ls
fdisk -l
parted -l
smartctl -H /dev/sda
sensors
lshw -short
dmidecode -t memory
iptables -L -n -v
ufw status
nft list ruleset
ulimit -a
cd /var/log && ls
ls /opt; df -h; free -m
uptime && free -h && df -h
cat /home/pi/日志.txt
grep "错误，失败" /var/log/app.log
ls /home/pi/下载
echo "完成。"
rpi-eeprom-update
chronyc tracking
lsns
udevadm info /dev/ttyUSB0
fuser /dev/ttyUSB0
git log -p -n 2
git diff -c
grep -r TODO .
column -t /etc/fstab
comm -12 a b
`
  .trim()
  .split('\n')

/** All ordinary reads. */
export const ORDINARY_READS: readonly string[] = [...SYSTEM_READS, ...FLEET_READS]
