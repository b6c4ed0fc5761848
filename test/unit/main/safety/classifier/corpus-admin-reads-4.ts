/** Reads from the handbooks of administrators, subject by subject. */
export const ADMIN_READS_4: readonly string[] = String.raw`
cat /etc/ntp.conf
cat /etc/systemd/timesyncd.conf
cat /etc/logrotate.conf
cat /etc/logrotate.d/rsyslog
cat /etc/rsyslog.conf
cat /etc/cron.d/*
cat /etc/cron.daily/apt-compat
cat /etc/motd
cat /etc/shells
cat /etc/services | grep mqtt
cat /etc/modules
cat /etc/modprobe.d/*.conf
cat /etc/udev/rules.d/*.rules
cat /etc/nginx/nginx.conf
cat /etc/nginx/sites-enabled/default
cat /etc/default/keyboard
cat /etc/environment
cat /etc/profile
cat /etc/bash.bashrc
cat /etc/sysctl.conf
cat /etc/samba/smb.conf
cat /etc/exports
cat /etc/dnsmasq.conf
cat /etc/hostapd/hostapd.conf
cat /etc/mosquitto/conf.d/default.conf
cat /etc/mosquitto/aclfile
cat /etc/avahi/avahi-daemon.conf
cat /usr/lib/os-release
cat /var/lib/dhcp/dhclient.leases
cat /var/lib/dpkg/status | grep Package | wc -l
cat /var/log/dpkg.log | grep installed | tail
cat /var/log/apt/history.log
cat /var/log/mosquitto/mosquitto.log | tail -50
cat /var/log/nginx/access.log | awk '{print $1}' | sort | uniq -c | sort -rn | head
tail -n 50 /var/log/mosquitto/mosquitto.log
tail -100 /var/log/kern.log | grep -i usb
tail -n 100 /home/pi/app.log | grep ERROR
head -c 200 /dev/urandom | od -An -tx1
grep -i 'out of memory' /var/log/kern.log
grep -i failed /var/log/auth.log | tail -20
grep "Failed password" /var/log/auth.log | awk '{print $11}' | sort | uniq -c
grep -rl mqtt /etc/mosquitto/conf.d
grep -n 'listener' /etc/mosquitto/mosquitto.conf
grep -E '^(listener|allow)' /etc/mosquitto/mosquitto.conf
grep -vE '^\s*(#|$)' /etc/ssh/sshd_config
grep -o 'temp=.*' x
grep -w error x
grep -L foo *.txt
egrep -v '^#|^$' /etc/fstab
zgrep -i error /var/log/syslog.*.gz
zcat /var/log/syslog.2.gz | tail -20
journalctl -u mosquitto --since "2024-01-01" --until "2024-01-02" --no-pager
journalctl -u mosquitto --since '10 min ago'
journalctl --since yesterday -p warning --no-pager
journalctl -k -b -p err --no-pager
journalctl -t kernel -n 20 --no-pager
journalctl -n 100 -u ssh -o short-iso --no-pager
journalctl -b --no-pager | grep -i voltage
journalctl _SYSTEMD_UNIT=ssh.service -n 10
journalctl -r -n 20
journalctl -u 'mqtt*' -n 5
journalctl --header
journalctl --verify
systemctl status mosquitto.service --no-pager --lines=20
systemctl -n 20 status mosquitto
systemctl list-units --type=service --all --no-pager
systemctl list-units --state=failed --no-legend
systemctl list-unit-files --type=service --state=enabled
systemctl list-timers --no-pager
systemctl is-active mosquitto ssh cron
systemctl show -p ActiveState,SubState mosquitto
systemctl show mosquitto --property=NRestarts
systemctl cat mosquitto.service --no-pager
systemctl list-jobs
systemctl --no-pager --failed
systemd-analyze critical-chain ssh.service
systemd-analyze verify x.service
systemd-analyze security ssh
loginctl session-status
loginctl list-users
timedatectl show -p NTPSynchronized --value
timedatectl show-timesync --all
hostnamectl --static
networkctl
networkctl status
networkctl list
resolvectl dns
resolvectl statistics
ip -o -4 addr show | awk '{print $2,$4}'
ip -4 -o addr show dev eth0
ip -details link show can0
ip addr show dev wlan0 | grep inet
ip route show default
ip route | grep default | awk '{print $3}'
ip -s -h link
ip neigh show dev eth0
ip monitor help
ss -tnp state established
ss -lntu
ss -antp | grep 1883
ss -tn sport = :22
ss -o state time-wait
ss -tulwn
netstat -plnt
netstat -an | grep :1883 | wc -l
netstat -tunap
lsof -nP -iTCP -sTCP:LISTEN
lsof -u pi
lsof -i tcp:1883
lsof +L1
ping -c 3 -i 0.5 192.168.1.1
ping -c 5 -q google.com
ping -4 -c 2 example.com
ping6 -c 2 ::1
traceroute -n -m 10 8.8.8.8
mtr -rwc 10 8.8.8.8
dig +trace example.com
dig @8.8.8.8 example.com A
dig -x 8.8.8.8
nslookup example.com 8.8.8.8
host -t mx example.com
curl -sI https://example.com
curl -s -o /dev/null -w "%{http_code}\n" http://localhost:8080
curl -sf http://localhost/health
curl -k https://localhost
curl -L -s http://example.com | head
curl -s --max-time 5 http://localhost:9090/metrics | grep up
curl -s http://localhost/api | jq .status
curl -v http://localhost
curl -4 ifconfig.co
wget -q -O - http://localhost/status
wget -qO- ifconfig.me
openssl s_client -connect localhost:8883 -brief
openssl x509 -enddate -noout -in /etc/mosquitto/certs/server.crt
openssl x509 -in cert.crt -text -noout
openssl version -a
nmcli -f SSID,SIGNAL dev wifi
nmcli -t -f NAME,DEVICE con show --active
nmcli -g IP4.ADDRESS dev show eth0
nmcli dev wifi list --rescan no
nmcli con show 'Wired connection 1'
nmcli monitor --help
iw dev wlan0 info
iw dev wlan0 scan | grep SSID
iw phy
iwlist wlan0 channel
iwconfig wlan0 | grep Quality
wpa_cli -i wlan0 status
wpa_cli -i wlan0 scan_results
rfkill list wifi
ethtool eth0 | grep Speed
vcgencmd measure_temp | cut -d= -f2
vcgencmd measure_volts sdram_c
vcgencmd measure_clock core
vcgencmd get_config str
vcgencmd get_throttled && vcgencmd measure_temp
vcgencmd get_lcd_info
vcgencmd hdmi_timings
vcgencmd mem_oom
pinctrl get 2-5
raspi-gpio get 2-5
raspi-gpio funcs
gpio -v
gpio -g read 17
gpio read 1
gpioinfo gpiochip0
gpiofind GPIO17
i2cdetect -y 0
i2cget -y 1 0x48 0x00 w
libcamera-hello --version
rpicam-still --list-cameras
v4l2-ctl --list-ctrls
v4l2-ctl -d 0 --get-fmt-video
arecord -L
aplay -L
alsactl --version
lsusb -s 001:002 -v
lsblk -d -o NAME,ROTA,SIZE
lsblk -fp
blkid /dev/mmcblk0p1
fdisk -l /dev/mmcblk0
parted /dev/mmcblk0 print
sfdisk -l
smartctl -A /dev/sda
smartctl -i -H /dev/nvme0
hdparm -i /dev/sda
iostat -dx 1 2
iotop -obn1
sar -r 1 1
dstat 1 3
nethogs -t -c 2
bmon -o ascii
ifstat 1 1
nstat -a
lsmod | awk '{print $1}' | sort
modinfo -p i2c_bcm2835
dmesg -T --level=err
dmesg | grep -i -E 'error|fail|warn' | tail -30
dmesg -k
dmesg --since '1 hour ago'
dmesg -x
last -F -n 5
last -i
lastlog -t 7
who -r
w -h
uptime && free -h && df -h
date; uptime; who
uname -srm
uname -a; lsb_release -a 2>/dev/null
getconf PAGE_SIZE
getent passwd | cut -d: -f1
getent group | grep sudo
id -Gn pi
groups pi
sudo -l -U pi
crontab -l -u root
ls -l /var/spool/cron
docker ps --filter status=running
docker ps -a --format 'table {{.Names}}\t{{.Status}}'
docker logs --since 10m --tail 20 web
docker logs -t --tail=50 web 2>&1 | grep ERROR
docker stats --no-stream --format '{{.Name}}: {{.CPUPerc}}'
docker inspect -f '{{.State.Status}}' web
docker images -a
docker volume inspect x
docker network inspect bridge
docker compose -f /opt/x/docker-compose.yml ps
docker compose config
docker-compose logs --tail=20
docker history x
docker diff x
git -C /opt/app log -1 --format=%H
git -C /opt/app status -sb
git log --oneline --graph -10
git diff --stat
git branch -vv
git remote show origin
git rev-parse --abbrev-ref HEAD
git ls-files
git show --stat
git tag -l
apt list --upgradable 2>/dev/null | wc -l
apt-cache showpkg x
apt-cache madison x
dpkg -l | grep -i mosquitto
dpkg --list 'python3*'
dpkg -c x.deb
dpkg --audit
pip3 list --outdated
pip3 show paho-mqtt
pip3 check
python3 -m pip list
npm ls --depth=0
snap info x
mosquitto_sub -h localhost -t 'device/+/status' -C 5 -W 10
mosquitto_sub -t '$SYS/#' -C 20
timeout 5 mosquitto_sub -t '#' -v
timeout 10 ping 8.8.8.8
timeout 5s tail -f /var/log/syslog
timeout 3 cat /dev/ttyUSB0
wc -l < /dev/null
stat -f /
stat -c '%U %G %a' /etc/passwd
file /usr/bin/python3
sha256sum /boot/kernel7.img
md5sum *.py
cmp a b && echo same
diff -r a b
diff <(ls) x
sort -t: -k3 -n /etc/passwd
cut -c1-10 x
tr -d '\n' < x
sed -n '/start/,/end/p' x
sed -e 's/a/b/' -e 's/c/d/' x
sed '/^#/d' /etc/fstab
sed -E 's/(a)(b)/\2\1/' x
awk 'END{print NR}' x
awk '/error/{c++} END{print c}' x
awk -F'[ :]' '{print $2}' x
`
  .trim()
  .split('\n')
