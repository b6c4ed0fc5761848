import { LIST_SAMPLES, type Sample } from './list-samples.ts'

/** Answers as the programs print them, with what is to be said of them. */
export const SAMPLES: readonly Sample[] = [
  {
    command: 'free -h',
    intent: 'memory',
    stdout: `               total        used        free      shared  buff/cache   available
Mem:           3.7Gi       1.2Gi       1.1Gi        42Mi       1.4Gi       2.3Gi
Swap:           99Mi        10Mi        89Mi
`,
    en: '1.2Gi of 3.7Gi memory is in use; 2.3Gi is available.',
    zh: '内存共 3.7Gi，已用 1.2Gi，可用 2.3Gi。',
    rows: [
      ['RAM', '3.7Gi', '1.2Gi', '2.3Gi'],
      ['Swap', '99Mi', '10Mi', '89Mi'],
    ],
  },
  {
    command: 'free -h',
    intent: 'memory',
    stdout: `              total        used        free      shared  buff/cache   available
Mem:          926Mi       850Mi        20Mi        12Mi        56Mi        41Mi
`,
    en: '850Mi of 926Mi memory is in use; 41Mi is available, which is little.',
    zh: '内存共 926Mi，已用 850Mi，可用 41Mi，余量不足。',
    isWarning: true,
  },
  {
    command: 'df -h',
    intent: 'disk-space',
    stdout: `Filesystem      Size  Used Avail Use% Mounted on
udev            1.6G     0  1.6G   0% /dev
/dev/mmcblk0p2   29G   13G   15G  47% /
tmpfs           1.9G     0  1.9G   0% /dev/shm
/dev/mmcblk0p1  253M  239M   14M  95% /boot
`,
    en: '/ is 47% full; 15G of 29G is free. Almost full: /boot.',
    zh: '/ 已用 47%，共 29G，剩余 15G。快满了：/boot。',
    isWarning: true,
    rows: [
      ['/', '29G', '13G', '15G', '47%'],
      ['/boot', '253M', '239M', '14M', '95%'],
    ],
  },
  {
    command: 'uptime',
    intent: 'uptime',
    stdout: ' 14:05:33 up 12 days,  3:41,  1 user,  load average: 0.15, 0.22, 0.19\n',
    en: 'Running for 12 days 3 hours; load 0.15 over one minute.',
    zh: '已运行 12 天 3 小时；一分钟平均负载 0.15。',
    rows: [['0.15', '0.22', '0.19']],
  },
  {
    command: 'uptime',
    intent: 'uptime',
    stdout: ' 09:00:12 up 1 min,  load average: 1.15, 0.32, 0.11\n',
    en: 'Running for 1 minute; load 1.15 over one minute.',
    zh: '已运行 1 分钟；一分钟平均负载 1.15。',
  },
  {
    command: 'uptime -s',
    intent: 'boot-time',
    stdout: '2026-01-05 08:11:30\n',
    en: 'Last started at 2026-01-05 08:11:30.',
    zh: '上次启动时间：2026-01-05 08:11:30。',
  },
  {
    command: 'top -b -n 1 | head -n 20',
    intent: 'cpu-usage',
    stdout: `top - 14:05:33 up 12 days,  3:41,  1 user,  load average: 2.15, 0.22, 0.19
Tasks: 131 total,   1 running, 130 sleeping,   0 stopped,   0 zombie
%Cpu(s): 95.3 us,  1.2 sy,  0.0 ni,  3.5 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st

    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
   2211 pi        20   0  510232  80112  31220 R  94.1   2.1  10:22.10 python3
`,
    en: 'The CPU is 96.5 % in use; load 2.15.',
    zh: 'CPU 使用率 96.5%，负载 2.15。',
    isWarning: true,
    rows: [['2211', 'python3', '94.1', '2.1']],
  },
  {
    command: 'uname -a',
    intent: 'kernel-version',
    stdout: 'Linux pump-1 6.6.31+rpt-rpi-v8 #1 SMP PREEMPT Debian 1:6.6.31-1+rpt1 (2024-05-29) aarch64 GNU/Linux\n',
    en: 'Kernel 6.6.31+rpt-rpi-v8 on aarch64 (64 bit), host pump-1.',
    zh: '内核 6.6.31+rpt-rpi-v8，架构 aarch64（64 位），主机 pump-1。',
  },
  {
    command: 'cat /etc/os-release',
    intent: 'os-version',
    stdout: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\n',
    en: 'The system is Debian GNU/Linux 12 (bookworm).',
    zh: '系统为 Debian GNU/Linux 12 (bookworm)。',
  },
  {
    command: 'timedatectl',
    intent: 'time-zone',
    stdout: `               Local time: Mon 2026-01-05 14:05:33 CST
           Universal time: Mon 2026-01-05 06:05:33 UTC
                Time zone: Asia/Shanghai (CST, +0800)
System clock synchronized: no
              NTP service: active
`,
    en: 'Time zone Asia/Shanghai, Mon 2026-01-05 14:05:33 CST; the clock is not synchronised.',
    zh: '时区 Asia/Shanghai，Mon 2026-01-05 14:05:33 CST，时间未同步。',
    isWarning: true,
  },
  {
    command: 'vcgencmd measure_temp',
    intent: 'cpu-temperature',
    stdout: "temp=48.3'C\n",
    en: 'The CPU is at 48.3 °C, normal.',
    zh: 'CPU 温度 48.3 °C，正常。',
  },
  {
    command: 'cat /sys/class/thermal/thermal_zone0/temp',
    intent: 'cpu-temperature',
    stdout: '82150\n',
    en: 'The CPU is at 82.2 °C: too hot, it slows down.',
    zh: 'CPU 温度 82.2 °C，过热，会降频。',
    isWarning: true,
  },
  {
    command: 'vcgencmd get_throttled',
    intent: 'throttling',
    stdout: 'throttled=0x50005\n',
    en: 'Now: under-voltage and throttling; check the power supply.',
    zh: '当前：欠压、降频，请检查电源。',
    isWarning: true,
    rows: [
      ['Under-voltage / 欠压', '✓', '✓'],
      ['Throttled / 降频', '✓', '✓'],
    ],
  },
  {
    command: 'vcgencmd get_throttled',
    intent: 'throttling',
    stdout: 'throttled=0x0\n',
    en: 'No under-voltage and no throttling since the start.',
    zh: '启动以来没有欠压，也没有降频。',
  },
  {
    command: 'systemctl status mosquitto --no-pager',
    intent: 'service-status',
    stdout: `● mosquitto.service - Mosquitto MQTT Broker
     Loaded: loaded (/lib/systemd/system/mosquitto.service; enabled; preset: enabled)
     Active: active (running) since Mon 2026-01-05 08:11:44 CST; 5h 53min ago
   Main PID: 712 (mosquitto)
      Tasks: 1 (limit: 3920)
        CPU: 41.112s
     Memory: 6.1M
`,
    en: 'mosquitto is running since Mon 2026-01-05 08:11:44 CST.',
    zh: 'mosquitto 正在运行（自 Mon 2026-01-05 08:11:44 CST）。',
    rows: [
      ['PID', '712 (mosquitto)'],
      ['Memory', '6.1M'],
      ['CPU', '41.112s'],
      ['At boot', 'enabled'],
    ],
  },
  {
    command: 'systemctl list-units --failed --no-pager',
    intent: 'failed-services',
    stdout: `  UNIT           LOAD   ACTIVE SUB    DESCRIPTION
● logger.service loaded failed failed Site logger

LOAD   = Reflects whether the unit definition was properly loaded.
1 loaded units listed.
`,
    en: '1 unit failed.',
    zh: '有 1 个单元失败。',
    isWarning: true,
    rows: [['logger', 'failed (failed)', 'Site logger']],
  },
  {
    command: 'systemctl list-units --failed --no-pager',
    intent: 'failed-services',
    stdout: '  UNIT LOAD ACTIVE SUB DESCRIPTION\n0 loaded units listed.\n',
    en: 'No service has failed.',
    zh: '没有失败的服务。',
  },
  {
    command: 'ip -brief address',
    intent: 'ip-addresses',
    stdout: `lo               UNKNOWN        127.0.0.1/8 ::1/128
eth0             UP             192.168.1.20/24 fe80::1/64
wlan0            DOWN
`,
    en: 'The address is 192.168.1.20 on eth0.',
    zh: '地址为 192.168.1.20（eth0）。',
    rows: [['eth0', 'UP', '192.168.1.20/24 fe80::1/64']],
  },
  {
    command: 'ip route',
    intent: 'routes',
    stdout: 'default via 192.168.1.1 dev eth0 proto dhcp src 192.168.1.20 metric 202\n192.168.1.0/24 dev eth0\n',
    en: 'The default gateway is 192.168.1.1 over eth0.',
    zh: '默认网关为 192.168.1.1（eth0）。',
  },
  {
    command: 'ps aux --sort=-%cpu | head -n 11',
    intent: 'top-cpu',
    stdout: `USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
pi          2211 94.1  2.1 510232 80112 ?        R    08:12  10:22 /usr/bin/python3 /opt/app/main.py --all
root           1  0.1  0.2 168040 11600 ?        Ss   08:11   0:04 /sbin/init
`,
    en: 'python3 (PID 2211) uses most: 94.1 % CPU.',
    zh: '占用最高的是 python3（PID 2211）：CPU 94.1%。',
    rows: [
      ['2211', 'pi', '94.1', '2.1', '/usr/bin/python3 /opt/app/main.py --all'],
      ['1', 'root', '0.1', '0.2', '/sbin/init'],
    ],
  },
  {
    command: 'pgrep -a python3',
    intent: 'find-process',
    stdout: '2211 /usr/bin/python3 /opt/app/main.py\n2300 python3 -m http.server\n',
    en: '2 processes found.',
    zh: '找到 2 个进程。',
  },
  {
    command: 'ss -tuln',
    intent: 'open-ports',
    stdout: `Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
udp   UNCONN 0      0            0.0.0.0:68        0.0.0.0:*
tcp   LISTEN 0      100          0.0.0.0:1883      0.0.0.0:*
tcp   LISTEN 0      128             [::]:22           [::]:*
`,
    en: '3 ports open: 22, 68, 1883.',
    zh: '开放了 3 个端口：22, 68, 1883。',
    rows: [
      ['tcp', '[::]', '22'],
      ['udp', '0.0.0.0', '68'],
      ['tcp', '0.0.0.0', '1883'],
    ],
  },
  {
    command: 'ping -c 4 192.168.1.1',
    intent: 'ping',
    stdout: `PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.
64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=1.20 ms

--- 192.168.1.1 ping statistics ---
4 packets transmitted, 3 received, 25% packet loss, time 3005ms
rtt min/avg/max/mdev = 1.114/1.220/1.402/0.111 ms
`,
    en: '192.168.1.1 answered 3 of 4, 1.22 ms on average.',
    zh: '192.168.1.1 应答 3/4，平均 1.22 ms。',
    isWarning: true,
  },
  {
    command: 'du -sh /var/log',
    intent: 'file-size',
    stdout: '121M\t/var/log\n',
    en: '/var/log takes 121M.',
    zh: '/var/log 占用 121M。',
  },
  {
    command: 'du -xh --max-depth=1 / 2>/dev/null | sort -rh | head -n 20',
    intent: 'biggest-folders',
    stdout: '6.1G\t/\n3.9G\t/usr\n1.1G\t/var\n',
    en: '/ takes 6.1G; most of it, 3.9G, is in /usr.',
    zh: '/ 共占用 6.1G，其中最大的是 /usr，占 3.9G。',
    rows: [
      ['/usr', '3.9G'],
      ['/var', '1.1G'],
    ],
  },
  {
    command: "find /home -xdev -type f -size +100M -printf '%s %p\\n' 2>/dev/null | sort -rn | head -n 20",
    intent: 'large-files',
    stdout: '734003200 /home/pi/a film.mp4\n204800 /home/pi/b.log\n',
    en: 'The largest file is /home/pi/a film.mp4 with 700.0 MiB; 2 files found.',
    zh: '最大的文件是 /home/pi/a film.mp4，700.0 MiB；共列出 2 个文件。',
  },
  {
    command: 'lsusb',
    intent: 'usb-devices',
    stdout: `Bus 002 Device 001: ID 1d6b:0003 Linux Foundation 3.0 root hub
Bus 001 Device 003: ID 0403:6001 Future Technology Devices International, Ltd FT232 Serial (UART) IC
`,
    en: '1 USB device attached.',
    zh: '接入了 1 个 USB 设备。',
    rows: [['001', '0403:6001', 'Future Technology Devices International, Ltd FT232 Serial (UART) IC']],
  },
  {
    command: 'last -n 20',
    intent: 'last-logins',
    stdout: `pi       pts/0        192.168.1.5      Mon Jan  5 13:58   still logged in
reboot   system boot  6.6.31+rpt-rpi-v Mon Jan  5 08:11   still running

wtmp begins Mon Dec  1 10:00:02 2025
`,
    en: 'Last login: pi, Mon Jan  5 13:58   still logged in.',
    zh: '最近一次登录：pi，Mon Jan  5 13:58   still logged in。',
  },
  {
    command: 'apt list --upgradable 2>/dev/null',
    intent: 'pending-updates',
    stdout: 'Listing...\nopenssl/stable-security 3.0.15-1 arm64 [upgradable from: 3.0.14-1]\n',
    en: '1 package can be updated.',
    zh: '有 1 个软件包可以更新。',
    rows: [['openssl', '3.0.14-1', '3.0.15-1']],
  },
  {
    command: 'cat /etc/resolv.conf',
    intent: 'dns-settings',
    stdout: '# made by resolvconf\nnameserver 192.168.1.1\nnameserver 8.8.8.8\n',
    en: 'DNS servers: 192.168.1.1, 8.8.8.8.',
    zh: 'DNS 服务器：192.168.1.1, 8.8.8.8。',
  },
  {
    command: 'iwconfig 2>/dev/null; cat /proc/net/wireless',
    intent: 'wifi',
    stdout: `wlan0     IEEE 802.11  ESSID:"Plant"
          Link Quality=40/70  Signal level=-70 dBm
`,
    en: 'Connected to Plant, signal -70 dBm: fair.',
    zh: '已连接 Plant，信号 -70 dBm，一般。',
  },
  {
    command: 'journalctl -p err -n 50 --no-pager',
    intent: 'error-log',
    stdout: '-- No entries --\n',
    en: 'The journal has no such entries.',
    zh: '日志中没有符合条件的条目。',
  },
  ...LIST_SAMPLES,
]
