/** Reads from the handbooks of administrators, subject by subject. */
export const ADMIN_READS_3: readonly string[] = String.raw`
wpa_cli status
iw reg get
iwlist wlan0 scan
iwlist wlan0 freq
lastlog -u pi
chage -l pi
getent passwd pi
getent group docker
ulimit -a
ulimit -n
umask
env --version
sysctl -a
sysctl kernel.hostname
sysctl net.ipv4.ip_forward
sysctl -n vm.swappiness
modinfo i2c_dev
modprobe -n x
udevadm info /dev/sda
udevadm info -a -n /dev/ttyUSB0
udevadm info --query=all --name=/dev/video0
lsattr x
getfacl x
namei -l /etc/passwd
tree -L 2 /opt
tree
cal
bc --version
factor 10
seq 1 10
expr 1 + 1
sleep 1
true
test -f /etc/passwd
[ -f /etc/passwd ]
[ -d /opt ] && echo yes
test -f x && echo yes || echo no
pgrep -a python
pgrep -f app.py
pgrep -l ssh
pidof sshd
ps aux | grep -v grep | grep python
ps -ef | grep [p]ython
fuser 80/tcp
fuser -v /dev/ttyUSB0
aplay -l
arecord -l
amixer
amixer get Master
pactl list sinks short
alsamixer --version
xrandr
tmux ls
screen -ls
last -x | head
history
history 20
man -k x
whatis ls
apropos x
jq . x.json
jq -r '.name' x.json
cat x.json | jq '.a'
yq '.a' x.yml
column -t x
cat /etc/passwd | column -t -s:
paste a b
join a b
tail -n +2 x
tail -c 100 x
base64 x.txt
rev x
fold -w 80 x
fmt x
expand x
shuf -n 1 x
numfmt --to=iec 1024
time ls
timeout 5 ping 8.8.8.8
timeout 10 tcpdump -i eth0 -c 10
timeout 3 top -b
timeout 10 tail -f /var/log/syslog
timeout 5 journalctl -f
timeout 5 mosquitto_sub -t x
tcpdump -D
tcpdump -i eth0 -c 10
tcpdump -i any -nn -c 5 port 1883
nice ls
nc -zv localhost 22
nc -z -w 2 host 1883
nmap -sn 192.168.1.0/24
nmap -p 22 host
whois example.com
avahi-browse -at
arp-scan -l
hostid
dpkg --print-architecture
uname -m && getconf LONG_BIT
cat /etc/rpi-issue
cat /sys/class/hwmon/hwmon*/temp1_input
cat /sys/class/power_supply/*/capacity
cat /etc/mosquitto/mosquitto.conf
cat /etc/mosquitto/conf.d/*.conf
cat /etc/network/interfaces
cat /etc/dhcpcd.conf
cat /etc/ssh/sshd_config
cat /etc/apt/sources.list
cat /etc/apt/sources.list.d/*.list
cat /etc/systemd/system/x.service
cat /lib/systemd/system/ssh.service
cat /var/log/boot.log
cat /var/run/x.pid
cat /run/motd.dynamic
cat README.md
cat main.py
cat ./config.yaml
cat /opt/app/config.json
cat "/home/pi/my file.txt"
cat /home/pi/日志.txt
grep '错误' /var/log/app.log
ls /home/pi/文档
echo "你好，世界"
find /home/pi -name '*照片*'
ls 2>/dev/null
ls 2>&1
ls /x 2>/dev/null || echo missing
df -h; free -m; uptime
df -h && free -m
hostname && uptime && df -h /
uptime; free -h | head -2
echo a; echo b
readelf -h /bin/ls
ldd /bin/ls
objdump -h x
nm x
size x
tput cols
stty -a
stty -F /dev/ttyUSB0
setserial -g /dev/ttyUSB0
getcap /bin/ping
aa-status
getenforce
sestatus
auditctl -l
ausearch -m avc
faillog
lpstat -p
rclone --version
rsync --version
tar tf x.tar
tar -tvf x.tar.gz
unzip -l x.zip
zipinfo x.zip
gzip -l x.gz
7z l x.7z
zstd -l x
xz -l x
sqlite3 --version
ntpdate -q pool.ntp.org
hwclock
hwclock -r
hwclock --show
update-alternatives --list python
update-alternatives --display editor
dpkg --get-selections
apt-config dump
debconf-show x
needrestart -b
unattended-upgrade --dry-run
logrotate -d /etc/logrotate.conf
visudo -c
nginx -t
nginx -v
apachectl -t
sshd -t
mosquitto_passwd --help
ls --help
systemctl --help
grep --version
nft list tables
tc qdisc show
tc -s qdisc show dev eth0
bridge link
bridge fdb show
brctl show
vnstat
vnstat -d
iftop -t -s 5
conntrack -L
ip netns list
lxc list
virsh list --all
lscgroup
prlimit
ipcs
ipcs -a
slabtop -o
numactl --hardware
cpufreq-info
cpupower frequency-info
turbostat --version
powertop --version
acpi -b
upower -d
upower -i x
inxi -F
neofetch
screenfetch
hwinfo --short
dmidecode -t memory
biosdecode
edid-decode x
fc-list
identify x.jpg
exiftool x.jpg
ffprobe x.mp4
mediainfo x
ps aux | awk '{sum+=$3} END {print sum}'
ps aux | sort -nrk 3,3 | head -n 5
ps -eo pid,ppid,cmd,%mem,%cpu --sort=-%mem | head
ps -o pid,user,%mem,command ax | sort -b -k3 -r | head
ps -ef | grep -c python
ps -p $$ 
top -bn1 | grep "Cpu(s)" | awk '{print $2 + $4}'
top -b -n1 -w 200 | head -15
vmstat 1 2 | tail -1 | awk '{print 100-$15}'
grep 'cpu ' /proc/stat | awk '{usage=($2+$4)*100/($2+$4+$5)} END {print usage "%"}'
free | grep Mem | awk '{print $3/$2 * 100.0}'
free -m | awk 'NR==2{printf "%s/%sMB (%.2f%%)\n", $3,$2,$3*100/$2 }'
df -h | awk '$NF=="/"{printf "%d/%dGB (%s)\n", $3,$2,$5}'
df -h --total | grep total
df -PTh
df -h /dev/root
du -sh /var/* 2>/dev/null | sort -rh | head -10
du -ah /home | sort -n -r | head -n 10
du --max-depth=1 -h /var/log | sort -hr
du -shc /opt/*
find / -xdev -type f -size +100M -exec ls -lh {} \;
find /var/log -name '*.log' -mtime +7
find /etc -newer /etc/passwd
find . -type d -empty
find / -perm -4000 -type f 2>/dev/null
find /home -user pi -type f | wc -l
ls -lhS /var/log | head
ls -lR /opt/app | grep py
ls -la --time-style=full-iso /opt
ls -i x
ls --color=never
ls *.txt
ls -l /dev/disk/by-uuid
ls /sys/class/net
ls /proc/device-tree
ls /lib/modules
cat /proc/sys/net/ipv4/ip_forward
cat /proc/sys/kernel/hostname
cat /proc/sys/fs/file-nr
cat /proc/1/status
cat /proc/1/cmdline
cat /proc/self/status
cat /proc/net/tcp
cat /proc/net/route
cat /proc/net/wireless
cat /proc/diskstats
cat /proc/filesystems
cat /proc/modules
cat /proc/vmstat | head
cat /proc/zoneinfo | head
cat /sys/block/mmcblk0/size
cat /sys/block/mmcblk0/stat
cat /sys/class/thermal/thermal_zone*/temp
cat /sys/class/leds/led0/trigger
cat /sys/class/gpio/gpio17/value
cat /sys/bus/w1/devices/28-*/w1_slave
cat /sys/class/net/wlan0/statistics/rx_bytes
cat /sys/kernel/debug/usb/devices
cat /sys/devices/virtual/thermal/thermal_zone0/temp
cat /etc/timezone
cat /etc/localtime | head -c 4
cat /etc/hosts.allow
`
  .trim()
  .split('\n')
