/** Reads from the handbooks of administrators, subject by subject. */
export const ADMIN_READS_3: readonly string[] = `
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
`
  .trim()
  .split('\n')
