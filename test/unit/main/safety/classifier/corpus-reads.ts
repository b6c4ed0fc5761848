/** Ordinary reads of administration handbooks: files, processes, disks, services, network. */
export const SYSTEM_READS: readonly string[] = `
ls
ls -la /home/pi
ls -lah --color=never /var/log
ls -lt /tmp | head -n 20
pwd
cat /etc/os-release
cat /etc/hostname
cat /etc/debian_version
cat /etc/fstab
cat /etc/hosts
cat /etc/resolv.conf
cat /etc/passwd
cat /proc/cpuinfo
cat /proc/meminfo
cat /proc/loadavg
cat /proc/uptime
cat /proc/version
cat /proc/mounts
cat /proc/device-tree/model
cat /sys/class/thermal/thermal_zone0/temp
cat /sys/class/thermal/thermal_zone*/temp
cat /sys/class/net/eth0/address
cat /sys/class/net/*/operstate
cat /sys/devices/system/cpu/cpu0/cpufreq/scaling_governor
cat /boot/config.txt
cat /boot/firmware/config.txt
cat /boot/cmdline.txt
cat /etc/*release
cat /var/log/*.log | tail -n 20
head -n 50 /var/log/syslog
tail -n 100 /var/log/syslog
tail -50 /var/log/auth.log
tail -n 20 /var/log/mosquitto/mosquitto.log
grep -i error /var/log/syslog
grep -rn "timeout" /etc/nginx
grep -c processor /proc/cpuinfo
grep -E 'fail|error' /var/log/daemon.log | tail -n 30
zgrep error /var/log/syslog.1.gz
find /home/pi -name '*.py'
find /var/log -type f -size +10M
find / -xdev -type f -size +100M 2>/dev/null
find /tmp -mtime +7 -print
find . -maxdepth 2 -type d
stat /etc/hostname
file /bin/ls
wc -l /etc/passwd
du -sh /var/log
du -h --max-depth=1 /home 2>/dev/null | sort -h
du -ah /var | sort -rh | head -n 10
df -h
df -i
df -hT /
free -h
free -m
uptime
uptime -p
date
date +%s
date -u
date '+%Y-%m-%d %H:%M:%S'
date -d '1 hour ago' +%F
hostname
hostname -I
hostname -f
hostnamectl
hostnamectl status
timedatectl
timedatectl status
uname -a
uname -r
arch
whoami
id
id pi
groups
groups pi
who
w
last
last -n 10
lastlog
ps aux
ps -ef
ps aux --sort=-%mem | head -n 10
ps -eo pid,ppid,cmd,%mem,%cpu --sort=-%cpu | head
ps -p 1 -o comm=
pgrep -a python
pidof mosquitto
pstree -p
top -b -n 1
top -bn1 | head -n 20
vmstat
vmstat 1 3
iostat -x 1 2
mpstat -P ALL 1 1
lscpu
lsblk
lsblk -o NAME,SIZE,TYPE,MOUNTPOINT
lsusb
lsusb -t
lspci -v
lsmod
lsmod | grep i2c
modinfo i2c_bcm2835
lsof -i -P -n
lsof /var/log/syslog
blkid
mount
mount | grep mmcblk
findmnt
findmnt -t ext4
dmesg
dmesg -T | tail -n 50
dmesg | grep -i voltage
dmesg --level=err,warn
journalctl -n 100 --no-pager
journalctl -u ssh --since today --no-pager
journalctl -u mosquitto -n 50
journalctl -b -p err
journalctl --disk-usage
journalctl --list-boots
journalctl -k | tail -n 20
systemctl status ssh
systemctl status mosquitto --no-pager
systemctl is-active mosquitto
systemctl is-enabled ssh
systemctl list-units --type=service --state=running
systemctl list-timers --all
systemctl --failed
systemctl show -p MainPID ssh
systemctl cat ssh
systemctl list-dependencies multi-user.target
systemd-analyze
systemd-analyze blame
service --status-all
service ssh status
loginctl list-sessions
ip a
ip addr
ip addr show eth0
ip -br a
ip -4 addr show wlan0
ip link
ip link show
ip route
ip r
ip route get 1.1.1.1
ip neigh
ip -s link show eth0
ifconfig
ifconfig wlan0
iwconfig wlan0
iwgetid -r
iw dev wlan0 link
iwlist wlan0 scan
nmcli device status
nmcli -t -f SSID,SIGNAL dev wifi list
nmcli con show
nmcli general status
ss -tlnp
ss -tulpen
ss -s
netstat -tulpn
netstat -rn
arp -a
arp -n
route -n
ping -c 4 1.1.1.1
ping -c 1 -W 2 example.org
traceroute example.org
dig example.org +short
nslookup example.org
host example.org
getent hosts example.org
curl -s http://localhost:8080/health
curl -I https://example.org
curl -sS -m 5 https://example.org/status
ethtool eth0
resolvectl status
`
  .trim()
  .split('\n')
