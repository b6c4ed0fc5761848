/** Reads from the handbooks of administrators, subject by subject. */
export const ADMIN_READS_1: readonly string[] = String.raw`
df -h
df -hT
df -h /
df -h / | tail -1
df -i
df --output=pcent /
df -h | grep -v tmpfs
free
free -m
free -h
free -m | awk '/Mem/{print $3}'
free -h | grep Mem
uptime
uptime -p
uptime -s
ps aux
ps -ef
ps aux --sort=-%cpu | head -n 11
ps aux --sort=-%mem | head
ps -eo pid,comm,%cpu --sort=-%cpu | head -5
ps -p 1 -o comm=
ps -C python3
ps axjf
ps -eLf | wc -l
pstree -p
date
date -u
date +%s
date '+%Y-%m-%d %H:%M:%S'
date -d yesterday
date -R
hostname
hostname -I
hostname -f
hostnamectl
hostnamectl status
ip a
ip addr
ip addr show eth0
ip -4 addr show wlan0
ip -br a
ip -br link
ip -c a
ip route
ip r
ip route get 8.8.8.8
ip neigh
ip -s link
ip -s link show eth0
ip link show
ip rule
ip -6 route
ip -j addr | jq .
ifconfig
ifconfig eth0
ifconfig -a
iwconfig
iwconfig wlan0
iwgetid -r
iw dev
iw dev wlan0 link
iw dev wlan0 station dump
iw list
nmcli
nmcli dev status
nmcli device show
nmcli con show
nmcli connection show --active
nmcli -t -f active,ssid dev wifi
nmcli dev wifi list
nmcli general status
nmcli -f all dev show wlan0
nmcli radio
ss -tulpn
ss -tlnp
ss -s
ss -tan | grep ESTAB | wc -l
netstat -tulpn
netstat -rn
netstat -i
netstat -s
arp -a
arp -n
route -n
ping -c 4 8.8.8.8
ping -c1 -W2 192.168.1.1
ping -c 3 google.com
traceroute 8.8.8.8
tracepath 8.8.8.8
mtr -r -c 5 8.8.8.8
mtr --report 8.8.8.8
dig example.com
dig +short example.com
nslookup example.com
host example.com
getent hosts example.com
resolvectl status
resolvectl query x
systemd-resolve --status
cat /etc/resolv.conf
cat /etc/hosts
cat /etc/os-release
cat /etc/hostname
cat /etc/fstab
cat /etc/passwd
cat /etc/group
cat /etc/issue
cat /etc/debian_version
cat /proc/cpuinfo
cat /proc/meminfo
cat /proc/loadavg
cat /proc/uptime
cat /proc/version
cat /proc/cmdline
cat /proc/partitions
cat /proc/net/dev
cat /proc/mounts
cat /proc/interrupts
cat /proc/device-tree/model
cat /sys/class/thermal/thermal_zone0/temp
cat /sys/class/net/eth0/speed
cat /sys/class/net/eth0/operstate
cat /sys/class/net/*/address
cat /sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq
cat /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor
cat /sys/firmware/devicetree/base/model
cat /boot/config.txt
cat /boot/firmware/config.txt
cat /boot/cmdline.txt
cat /var/log/syslog
cat /var/log/syslog | tail -100
tail -n 100 /var/log/syslog
tail -50 /var/log/messages
tail -n 20 /var/log/auth.log
head -20 /var/log/dpkg.log
grep error /var/log/syslog
grep -i error /var/log/syslog | tail -20
grep -rn TODO /opt/app
grep -c processor /proc/cpuinfo
grep MemTotal /proc/meminfo
grep -E 'error|fail' /var/log/syslog
grep -v '^#' /etc/ssh/sshd_config
grep -A3 -B3 x y
zgrep error /var/log/syslog.1.gz
zcat /var/log/syslog.2.gz | grep error
ls
ls -la
ls -l /etc
ls -lh /var/log
ls -lt | head
ls -R /opt
ls -la /home/pi
ls /dev
ls /dev/tty*
ls /dev/i2c* /dev/spi*
ls -l /dev/serial/by-id
ls -la ~
ls ~/.ssh
ls -d */
ls | wc -l
ls -1 /var/log | head -5
find / -name '*.log' -size +10M
find / -type f -size +100M 2>/dev/null
find /home -mtime -1
find . -name '*.py'
find /var/log -type f -mmin -60 -ls
find / -xdev -type f -size +50M -printf '%s %p\n' | sort -nr | head
find /tmp -maxdepth 1
locate x
which python3
whereis python3
type ls
command -v docker
du -sh /var/log
du -sh *
du -h --max-depth=1 /
du -ah /var | sort -rh | head -20
du -sk /home/* | sort -n
du -x -d1 -h / 2>/dev/null | sort -h | tail
stat /etc/passwd
stat -c %s x
file /bin/ls
wc -l /etc/passwd
md5sum x
sha256sum x
cksum x
sort x
sort -u x
sort -k2 -n x | uniq -c | sort -rn | head
uniq -c x
cut -d: -f1 /etc/passwd
tr a-z A-Z < /dev/null
echo hello
echo "hello world"
printf '%s\n' hello
sed -n '1,10p' x
sed -n 5p /etc/hosts
sed 's/a/b/' x
awk '{print $1}' x
awk -F: '{print $1}' /etc/passwd
awk 'NR==1' x
awk '{s+=$1} END {print s}' x
awk '$3 > 100 {print $1}' x
diff a b
diff -u a b
cmp a b
comm a b
head x
head -c 100 x
tail x
tac x
nl x
less x
more x
strings x | head
xxd x | head
hexdump -C x | head -20
od -c x | head
basename /a/b
dirname /a/b
realpath x
readlink -f x
pwd
lsblk
lsblk -f
lsblk -o NAME,SIZE,MOUNTPOINT
blkid
lscpu
lsusb
lsusb -t
lsusb -v
lspci
lspci -v
lspci -nn
lshw -short
lsmod
lsmod | grep i2c
lsof -i
lsof -i :80
lsof -p 1
lsof /var/log/syslog
lsb_release -a
lsipc
lslocks
lslogins
lsns
lsmem
uname -a
uname -r
uname -m
arch
nproc
getconf LONG_BIT
getconf -a
whoami
id
id pi
groups
who
who -b
w
last
last -n 10
last reboot | head
lastlog
lastb -n 5
users
tty
locale
dmesg
dmesg | tail
dmesg -T | tail -50
dmesg --level=err,warn
dmesg | grep -i usb
dmesg -H --no-pager
journalctl -n 50
journalctl -n 50 --no-pager
journalctl -u ssh -n 100 --no-pager
journalctl -u ssh.service --since "1 hour ago"
journalctl --since today --no-pager
`
  .trim()
  .split('\n')
