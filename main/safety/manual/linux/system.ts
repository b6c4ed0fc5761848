/** The system itself: kernel, users, processors, modules, logs of the kernel, clock and security. */
export const SYSTEM_MANUAL = String.raw`
uname | shows kernel and architecture | 查看内核与架构
  from GNU coreutils 9.1 uname(1); busybox 1.35 uname
  -a --all | everything | 全部
  -s --kernel-name | name of the kernel | 内核名称
  -n --nodename | name of the host | 主机名
  -r --kernel-release | release of the kernel | 内核版本
  -v --kernel-version | version of the kernel | 内核编译版本
  -m --machine | kind of machine | 机器类型
  -p --processor | processor | 处理器
  -i --hardware-platform | platform | 硬件平台
  -o --operating-system | operating system | 操作系统
  = uname -a
  = uname -srm
  ! uname x

arch, hostid, whoami, logname, lsmod, runlevel, getenforce, virt-what, ntpstat, dnsdomainname, domainname, nisdomainname, ypdomainname | shows a fact of the system | 查看系统信息
  from GNU coreutils 9.1; hostname 3.23; kmod 30 lsmod(8); sysvinit 3.06 runlevel(8); selinux-utils 3.4; virt-what 1.25; ntpstat 0.6
  = arch
  = arch --
  ! arch x
  ! domainname evil
  ! dnsdomainname x

nproc | shows how many processors there are | 查看处理器数量
  from GNU coreutils 9.1 nproc(1); busybox 1.35 nproc
  --all | all installed | 全部已安装
  --ignore=number | less this many | 减去的数量
  = nproc
  = nproc --all
  ! nproc x

hostname | shows the name of the host | 查看主机名
  from hostname 3.23 hostname(1); busybox 1.35 hostname
  -f --fqdn --long | with the domain | 完整域名
  -s --short | without the domain | 短名称
  -i --ip-address | addresses of the name | 名称对应地址
  -I --all-ip-addresses | all addresses | 所有地址
  -d --domain | domain | 域名
  -a --alias | other names | 别名
  -A --all-fqdns | all full names | 所有完整域名
  -y --yp --nis | NIS domain | NIS 域
  = hostname
  = hostname -I
  = hostname -f
  ! hostname evil
  ! hostname -F /tmp/x
  ! hostname --file=/tmp/x
  ! hostname -b x

id | shows a user and its groups | 查看用户与组
  from GNU coreutils 9.1 id(1); busybox 1.35 id
  -u --user | user | 用户
  -g --group | group | 组
  -G --groups | all groups | 所有组
  -n --name | names | 显示名称
  -r --real | real ids | 实际 ID
  -Z --context | security context | 安全上下文
  -z --zero | NUL between | 以 NUL 分隔
  operands /[\w.][\w.$-]*/*
  = id
  = id pi
  = id -Gn pi
  ! id --exec

groups | shows the groups of a user | 查看用户所属组
  from GNU coreutils 9.1 groups(1); busybox 1.35 groups
  operands /[\w.][\w.$-]*/*
  = groups
  = groups pi
  ! groups -x

who | shows who is logged in | 查看登录用户
  from GNU coreutils 9.1 who(1); busybox 1.35 who
  -a --all -b --boot -d --dead -l --login -p --process -r --runlevel -t --time -T -w --mesg --message --writable -u --users --ips --lookup -m -s --short
  -H --heading | with a header | 显示表头
  -q --count | names and number | 名称与数量
  operands file?
  = who
  = who -b
  = who -a
  = who /var/log/wtmp
  ! who --exec
who: am i, am I | shows who you are | 查看当前用户
  = who am i
  = who am I
  ! who am i x

w | shows who is logged in and what they do | 查看登录用户及其活动
  from procps-ng 4.0.2 w(1); busybox 1.35 w
  -h --no-header | no header | 不显示表头
  -u --no-current | no regard to the user | 忽略用户名
  -s --short | short | 简短
  -f --from | from where | 来源
  -i --ip-addr | addresses | 显示地址
  -o --old-style | old style | 旧格式
  operands /[\w.][\w.$-]*/?
  = w
  = w -h
  ! w --x

users | shows names of users that are logged in | 查看登录用户名
  from GNU coreutils 9.1 users(1); busybox 1.35 users
  operands file?
  = users
  = users /var/log/wtmp
  ! users -x

last, lastb | shows logins | 查看登录记录
  from util-linux 2.38.1 last(1); busybox 1.35 last
  -a --hostlast | host at the end | 主机列在末尾
  -d --dns | names of hosts | 解析主机名
  -f --file=file | this record | 指定记录文件
  -F --fulltimes | whole times | 完整时间
  -i --ip | addresses | 显示地址
  -n --limit=number | this many | 条数
  -# | this many | 条数
  -p --present=text | present at this time | 指定时刻在线者
  -R --nohostname | without hosts | 不显示主机
  -s --since=text | from this time | 起始时间
  -t --until=text | to this time | 结束时间
  --time-format={notime,short,full,iso} | form of times | 时间格式
  -w --fullnames | whole names | 完整名称
  -x --system | also shutdowns | 包括关机记录
  operands /[\w.][\w.~:\/-]*/*
  = last
  = last -n 10
  = last reboot
  = last -x
  = last -F -n 5
  = last -20 pi
  ! last --exec
  ! last -o x

lastlog | shows the last login of users | 查看用户最近登录
  from shadow 4.13 lastlog(8)
  -b --before=number | older than days | 早于天数
  -t --time=number | newer than days | 近于天数
  -u --user=/[\w.][\w.-]*/ | this user | 指定用户
  = lastlog
  = lastlog -u pi
  = lastlog -t 7
  ! lastlog -C -u pi
  ! lastlog -S -u pi
  ! lastlog --clear -u pi
  ! lastlog -R /tmp/x

lslogins | shows accounts | 查看账户
  from util-linux 2.38.1 lslogins(1)
  -a --acc-expiration -c --colon-separate -e --export -f --failed -G --supp-groups -L --last -n --newline --noheadings --notruncate --output-all -p --pwd -r --raw -s --system-accs -u --user-accs -Z --context -z --print0
  -g --groups=/(?!-)[\w,.-]+/ | these groups | 指定组
  -l --logins=/(?!-)[\w,.-]+/ | these users | 指定用户
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  --time-format={short,full,iso} | form of times | 时间格式
  operands /[\w.][\w.-]*/?
  = lslogins
  = lslogins -u
  = lslogins pi
  ! lslogins --wtmp-file x
  ! lslogins --lastlog=/etc/shadow

faillog | shows failed logins | 查看登录失败记录
  from shadow 4.13 faillog(8)
  -a --all | all users | 所有用户
  -u --user=/[\w.][\w.-]*/ | this user | 指定用户
  -t --time=number | newer than days | 近于天数
  = faillog
  = faillog -u pi
  = faillog -a
  ! faillog -r
  ! faillog -m 3
  ! faillog -ar
  ! faillog -l 10
  ! faillog --reset -u pi

faillock | shows failed logins | 查看登录失败记录
  from libpam-modules 1.5.2 faillock(8)
  --user=/[\w.][\w.-]*/ | this user | 指定用户
  = faillock
  = faillock --user pi
  ! faillock --user pi --reset
  ! faillock --reset

chage | shows when a password ends | 查看密码有效期
  from shadow 4.13 chage(1)
  -l --list !needed | what is set | 列出设置
  -i --iso8601 | dates as YYYY-MM-DD | ISO 日期
  operands /[\w.][\w.-]*/
  = chage -l pi
  = chage -il pi
  ! chage -l -M 1 pi
  ! chage -E 0 pi
  ! chage -lE0 pi

passwd | shows the state of a password | 查看密码状态
  from shadow 4.13 passwd(1)
  -S --status !needed | its state | 密码状态
  -a --all | of all users | 所有用户
  operands /[\w.][\w.-]*/?
  = passwd -S pi
  = passwd -Sa
  ! passwd pi
  ! passwd -Sd pi
  ! passwd -l pi
  ! passwd -S -u pi
  ! passwd --delete pi

pwck, grpck | checks the files of accounts | 检查账户文件
  from shadow 4.13 pwck(8), grpck(8)
  -r --read-only !needed | changes nothing | 只读
  = pwck -r
  = pwck --read-only
  ! pwck
  ! pwck -s
  ! pwck -rs

getent: passwd, group, services, protocols, rpc, netgroup, initgroups, ethers | shows accounts, groups and services | 查看账户、组与服务
  from glibc 2.36 getent(1)
  operands /[\w.@][\w.@:$\/-]*/*
  = getent passwd pi
  = getent group docker
  = getent passwd
  ! getent shadow
  ! getent gshadow
  ! getent -s evil passwd
  ! getent --service=evil passwd
getent: hosts, ahosts, ahostsv4, ahostsv6, networks | looks up a host | 查询主机
  network
  operands host*
  = getent hosts example.com
  = getent ahosts localhost
  ! getent -s passwd:evil hosts x

lsb_release | shows the distribution | 查看发行版
  from lsb-release 12.0 lsb_release(1)
  -a --all -i --id -d --description -r --release -c --codename -s --short
  = lsb_release -a
  = lsb_release -cs
  ! lsb_release x

lscpu | shows processors | 查看处理器
  from util-linux 2.38.1 lscpu(1)
  -a --all -B --bytes -b --online -c --offline -x --hex -y --physical --output-all
  -J --json | as JSON | JSON 输出
  -C --caches[=/(?!-)[\w,-]+/] | caches | 缓存
  -e --extended[=/=?(?!-)[\w,-]+/] | as a table | 表格输出
  -p --parse[=/=?(?!-)[\w,-]+/] | to be parsed | 便于解析的输出
  = lscpu
  = lscpu -e
  = lscpu -J
  = lscpu -p=CPU,CORE
  = lscpu -e=CPU,MAXMHZ
  ! lscpu -s /tmp/x
  ! lscpu x

lsmem | shows memory blocks | 查看内存块
  from util-linux 2.38.1 lsmem(1)
  -a --all -b --bytes -J --json -n --noheadings --output-all -P --pairs -r --raw
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  -S --split=/(?!-)[\w,+-]+/ | split by | 按列分组
  --summary[={never,always,only}] | summary | 摘要
  = lsmem
  = lsmem -a
  ! lsmem -s /tmp/x

modinfo | shows a module of the kernel | 查看内核模块信息
  from kmod 30 modinfo(8); busybox 1.35 modinfo
  -F --field=name | this field | 指定字段
  -0 --null | NUL between | 以 NUL 分隔
  -a --author -d --description -l --license -p --parameters -n --filename
  -k=/(?!-)[\w.+-]+/ | of this kernel | 指定内核
  operands file+
  = modinfo i2c_dev
  = modinfo -p i2c_bcm2835
  = modinfo -F version bcm2835_v4l2
  ! modinfo -b /tmp/x a
  ! modinfo

modprobe | shows what loading a module would do | 查看加载模块的效果
  from kmod 30 modprobe(8)
  -n --dry-run --show !needed | loads nothing | 不实际加载
  -D --show-depends !needed | what it needs | 显示依赖
  -R --resolve-alias !needed | what the name means | 解析别名
  -v --verbose | with details | 显示详细信息
  operands name+
  = modprobe -n x
  = modprobe -nv i2c_dev
  = modprobe --show-depends spi_bcm2835
  ! modprobe i2c_dev
  ! modprobe -r i2c_dev
  ! modprobe -n -C /tmp/x x
  ! modprobe -v i2c_dev
modprobe | shows settings of modules | 查看模块配置
  -c --showconfig !needed | settings | 配置
  = modprobe -c
  = modprobe --showconfig
  ! modprobe -c x

lshw | shows the hardware | 查看硬件
  style word
  from lshw 02.19 lshw(1)
  -short | short | 简短
  -businfo | addresses on the bus | 总线地址
  -html | as HTML | HTML 输出
  -xml | as XML | XML 输出
  -json | as JSON | JSON 输出
  -C -c -class=/[a-z]+/ | this class | 指定类别
  -quiet -notime -numeric
  -sanitize | without serial numbers | 隐藏敏感信息
  = lshw -short
  = lshw -C network
  = lshw
  = lshw -class disk -class storage
  ! lshw -dump /home/pi/app.db
  ! lshw -X
  ! lshw -C network -dump /etc/x

lspci | shows PCI devices | 查看 PCI 设备
  from pciutils 3.9 lspci(8)
  -v | with details | 显示详细信息
  -n | numbers | 显示编号
  -k | drivers | 显示驱动
  -t | as a tree | 树形显示
  -m | to be parsed | 便于解析的输出
  -D | with domains | 显示域
  -P | path through bridges | 桥接路径
  -b | as the bus sees it | 总线视角
  -s=/[\da-fA-F:.*]+/ | this place | 指定位置
  -d=/[\da-fA-F:*]+/ | this maker and kind | 指定厂商与型号
  = lspci
  = lspci -v
  = lspci -nnk
  = lspci -vv -s 01:00.0
  ! lspci -q
  ! lspci -M
  ! lspci -H1
  ! lspci -A intel-conf1
  ! lspci -xxxx
  ! lspci -O x=y

lsusb | shows USB devices | 查看 USB 设备
  from usbutils 014 lsusb(8)
  -v --verbose | with details | 显示详细信息
  -t --tree | as a tree | 树形显示
  -s=/[\d:]+/ | this place | 指定位置
  -d=/[\da-fA-F:]+/ | this maker and product | 指定厂商与产品
  -D=/\/dev\/bus\/usb\/\d+\/\d+/ | this device | 指定设备
  = lsusb
  = lsusb -t
  = lsusb -v
  = lsusb -s 001:002 -v
  ! lsusb --exec
  ! lsusb -D /etc/shadow

usb-devices | shows USB devices | 查看 USB 设备
  from usbutils 014 usb-devices(1)
  = usb-devices
  = usb-devices --
  ! usb-devices x

lsscsi | shows SCSI devices | 查看 SCSI 设备
  from lsscsi 0.32 lsscsi(8)
  -b --brief -c --classic -C --controllers -d --device -g --generic -H --hosts -k --kname -L --list -l --long -U --long-unit -x --lunhex -N --no-nvme -D --pdt -p --protection -P --protmode -i --scsi_id -s --size -S --sz-lbs -t --transport -u --unit -v --verbose -w --wwn
  operands /[\d:*\[\]]+/*
  = lsscsi
  = lsscsi -gs
  ! lsscsi -y /tmp/x

lsblk | shows block devices | 查看块设备
  from util-linux 2.38.1 lsblk(8)
  -a --all | also empty ones | 包括空设备
  -A --noempty | no empty ones | 不含空设备
  -b --bytes | in bytes | 以字节显示
  -d --nodeps | disks only | 仅磁盘
  -D --discard | trim | TRIM 能力
  -f --fs | file systems | 文件系统
  -m --perms | owners and rights | 属主与权限
  -n --noheadings | no header | 不显示表头
  -o --output=/(?!-)[\w,+:-]+/ | these columns | 指定列
  -O --output-all | all columns | 所有列
  -p --paths | whole paths | 完整路径
  -r --raw | raw table | 原始表格
  -s --inverse | other way round | 反向依赖
  -S --scsi | SCSI only | 仅 SCSI
  -t --topology | topology | 拓扑
  -T --tree[=/\w+/] | as a tree | 树形显示
  -J --json | as JSON | JSON 输出
  -i --ascii -l --list -M --merge -P --pairs -z --zoned -y --shell
  -e --exclude=/[\d,]+/ | not these kinds | 排除设备号
  -I --include=/[\d,]+/ | only these kinds | 仅包含设备号
  -E --dedup=/(?!-)[\w:-]+/
  -x --sort=/(?!-)[\w:-]+/ | order | 排序
  -w --width=number | width of lines | 行宽
  operands /\/dev\/[\w\/.:-]+|[a-z]\w*/*
  = lsblk
  = lsblk -f
  = lsblk -o NAME,SIZE,MOUNTPOINT
  = lsblk -fp
  = lsblk -d -o NAME,ROTA,SIZE
  = lsblk -J /dev/mmcblk0
  = lsblk -bno SIZE /dev/sda
  ! lsblk --sysroot /tmp/x
  ! lsblk --exec

dmesg | shows messages of the kernel | 查看内核消息
  from util-linux 2.38.1 dmesg(1); busybox 1.35 dmesg
  -T --ctime | readable times | 易读时间
  -t --notime | no times | 不显示时间
  -d --show-delta | time between | 显示间隔
  -e --reltime | local time and differences | 本地与相对时间
  -H --human | for people | 易读输出
  -k --kernel | of the kernel only | 仅内核消息
  -u --userspace | of programs only | 仅用户空间消息
  -l --level=/[a-z,+]+/ | these levels | 指定级别
  -f --facility=/[a-z,\d]+/ | these facilities | 指定设施
  -x --decode | with levels | 显示级别
  -L --color[={auto,always,never}] | in colour | 彩色显示
  -P --nopager --no-pager | no pager | 不分页
  -p --force-prefix -r --raw -S --syslog --noescape
  -J --json | as JSON | JSON 输出
  -s --buffer-size=number | size of the buffer | 缓冲区大小
  -F --file=file | from a file | 从文件读取
  --since=/[^-][\s\S]*|-\d[\w\s]*/ | from this time | 起始时间
  --until=/[^-][\s\S]*|-\d[\w\s]*/ | to this time | 结束时间
  --time-format={ctime,reltime,delta,notime,iso,raw} | form of times | 时间格式
  -w --follow !endless | waits for more | 持续跟踪
  -W --follow-new !endless | waits for new ones | 等待新消息
  = dmesg
  = dmesg -T
  = dmesg --level=err,warn
  = dmesg -H --no-pager
  = dmesg -T -l err,warn
  = dmesg --since '1 hour ago'
  = dmesg -wT
  ! dmesg -c
  ! dmesg -C
  ! dmesg -Tc
  ! dmesg --read-clear
  ! dmesg --clear
  ! dmesg -n 1
  ! dmesg -D
  ! dmesg --console-off

sysctl | shows settings of the kernel | 查看内核参数
  from procps-ng 4.0.2 sysctl(8); busybox 1.35 sysctl
  -a --all | all settings | 所有参数
  -n --values | values only | 仅显示值
  -e --ignore | no errors for unknown ones | 忽略未知参数
  -N --names | names only | 仅名称
  -b --binary | no line end | 不换行
  -A -X
  -r --pattern=text | names of this pattern | 匹配名称
  operands /(?!.*\.\.)[a-z][\w.\/*-]*/*
  = sysctl -a
  = sysctl kernel.hostname
  = sysctl -n vm.swappiness
  = sysctl net.ipv4.ip_forward net.ipv6.conf.all.forwarding
  = sysctl -ar forward
  ! sysctl -w vm.swappiness=1
  ! sysctl vm.swappiness=1
  ! sysctl -p
  ! sysctl -p/tmp/x
  ! sysctl --system
  ! sysctl --load=/tmp/x
  ! sysctl -f
  ! sysctl -n kernel/../../../etc/shadow
  ! sysctl -q kernel.sysrq=1

dmidecode | shows what the firmware says of the hardware | 查看固件硬件信息
  from dmidecode 3.4 dmidecode(8)
  -q --quiet | less | 简要
  -s --string=/[a-z][a-z-]*/ | this value | 指定值
  -t --type=/(?!-)[\w,-]+/ | these kinds | 指定类型
  -H --handle=/\w+/ | this entry | 指定句柄
  -u --dump | as numbers | 原始数据
  --oem-string=/\w+/
  = dmidecode -t memory
  = dmidecode -s system-serial-number
  = dmidecode -q -t 17
  ! dmidecode --dump-bin /etc/passwd
  ! dmidecode --dump-b /home/pi/x
  ! dmidecode -d /dev/sda
  ! dmidecode --from-dump /etc/shadow

biosdecode, vpddecode | shows what the firmware says of the hardware | 查看固件硬件信息
  from dmidecode 3.4 biosdecode(8), vpddecode(8)
  = biosdecode
  = biosdecode --
  ! biosdecode -d /dev/sda

hwinfo | shows the hardware | 查看硬件
  from hwinfo 21.82 hwinfo(8)
  --short | short | 简短
  --listmd --map
  --all --arch --bios --block --bluetooth --bridge --camera --cdrom --cpu --disk --framebuffer --gfxcard --hub --ide --keyboard --memory --mmc-ctrl --monitor --netcard --network --partition --pci --scsi --smp --sound --storage-ctrl --sys --usb --usb-ctrl --wlan | this kind | 指定类别
  --only=/\/dev\/[\w\/.-]+/ | this device | 指定设备
  = hwinfo --short
  = hwinfo --cpu --short
  = hwinfo --netcard
  ! hwinfo --log /home/pi/app.db --short
  ! hwinfo --log=/home/pi/x
  ! hwinfo --save-config=all
  ! hwinfo --dump-db 0

inxi | shows the system | 查看系统概况
  from inxi 3.3.26 inxi(1)
  -A -b -B -C -d -D -E -f -F -G -I -j -J -l -L -m -M -n -N -o -p -P -r -R -s -S -u -x -z -Z
  --full --basic --cpu --graphics --audio --disk --memory --network --battery --sensors --system --info --usb --partitions
  -c=/\d|[1-3]\d|4[0-2]/ | colours | 配色
  -y=number | width | 行宽
  = inxi -F
  = inxi -Fxxx -c 0
  = inxi -CmD
  ! inxi -F --output xml --output-file /home/pi/app.db
  ! inxi --debug 22
  ! inxi -U
  ! inxi -i
  ! inxi -w
  ! inxi -c 99

neofetch | shows a summary of the system | 查看系统摘要
  from neofetch 7.1.0 neofetch(1)
  --off --stdout
  = neofetch
  = neofetch --stdout
  ! neofetch --config /tmp/x
  ! neofetch --source /tmp/x
  ! neofetch --print_config

screenfetch | shows a summary of the system | 查看系统摘要
  from screenfetch 3.9.1 screenfetch(1)
  -n | no logo | 不显示标志
  -N | no colour | 不用颜色
  = screenfetch
  = screenfetch -nN
  ! screenfetch -o 'rm -rf /home/pi/data'
  ! screenfetch -s -S x
  ! screenfetch -s

fastfetch | shows a summary of the system | 查看系统摘要
  from fastfetch 2.8 fastfetch(1)
  -l --logo={none,small} | logo | 标志
  --pipe[={true,false}] | plain text | 纯文本
  = fastfetch
  = fastfetch --logo none
  ! fastfetch -s command --command-text 'rm -rf /home/pi/data'
  ! fastfetch --structure command --command-text reboot
  ! fastfetch --gen-config /home/pi/app.db
  ! fastfetch -c /tmp/x

acpi | shows battery and temperature | 查看电池与温度
  from acpi 1.7 acpi(1)
  -b --battery -a --ac-adapter -t --thermal -c --cooling -V --everything -s --show-empty -i --details -f --fahrenheit -k --kelvin
  = acpi -b
  = acpi -V
  ! acpi -d /tmp/x

sensors | shows sensors | 查看传感器
  from lm-sensors 3.6 sensors(1)
  -A --no-adapter | no adapters | 不显示适配器
  -u | raw numbers | 原始数值
  -j | as JSON | JSON 输出
  -f --fahrenheit | in Fahrenheit | 华氏度
  --bus-list | buses | 总线列表
  operands /[a-z][\w*-]*/*
  = sensors
  = sensors -j
  = sensors coretemp-isa-0000
  ! sensors -s
  ! sensors --set
  ! sensors -c /tmp/x
  ! sensors -As

hwclock | shows the hardware clock | 查看硬件时钟
  from util-linux 2.38.1 hwclock(8); busybox 1.35 hwclock
  -r --show | the time | 显示时间
  --get | the time with its drift | 含漂移的时间
  --vl-read | state of its battery | 时钟电池状态
  -v --verbose | with details | 显示详细信息
  -u --utc | it is in UTC | 按 UTC 解释
  -l --localtime | it is in local time | 按本地时间解释
  -f --rtc=/\/dev\/rtc\d*/ | this clock | 指定时钟
  = hwclock
  = hwclock -r
  = hwclock --show --verbose
  ! hwclock -w
  ! hwclock -s
  ! hwclock --hctosys
  ! hwclock --systohc
  ! hwclock --vl-clear
  ! hwclock --set --date='2020-01-01'
  ! hwclock -rw
  ! hwclock -f /dev/sda

common chronyc
  from chrony 4.3 chronyc(1)
  -n | plain addresses | 数字地址
  -N | names as given | 原始名称
  -c | as CSV | CSV 输出
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
chronyc: tracking, activity, rtcdata, serverstats, smoothing, authdata | shows how the clock is kept | 查看时钟同步状态
  = chronyc tracking
  = chronyc activity
  = chronyc -n tracking
  ! chronyc makestep
  ! chronyc -m tracking makestep
  ! chronyc -f /tmp/x tracking
  ! chronyc online
  ! chronyc settime 12:00
  ! chronyc serverstats -r
chronyc: sources, sourcestats, selectdata, ntpdata, manual list | shows time sources | 查看时间源
  -v | with explanations | 附带说明
  -a | all | 全部
  operands host?
  = chronyc sources
  = chronyc sources -v
  = chronyc -n sourcestats
  ! chronyc add server evil.example
  ! chronyc delete 1.1.1.1
  ! chronyc manual on
  ! chronyc clients -r

ntpq | shows time sources | 查看时间源
  from ntpsec 1.2.2 ntpq(1); ntp 4.2.8 ntpq(8)
  network
  -p --peers !needed | sources | 时间源
  -c --command={peers,lpeers,opeers,apeers,associations,as,rv,readvar,sysinfo,kerninfo,sysstats,monstats,iostats} !needed | ask for this | 查询项
  -n --numeric | plain addresses | 数字地址
  -4 --ipv4 | IPv4 only | 仅 IPv4
  -6 --ipv6 | IPv6 only | 仅 IPv6
  -w --wide | wide | 宽输出
  operands host?
  = ntpq -p
  = ntpq -pn
  = ntpq -c rv
  ! ntpq -c 'writevar 0 x=1'
  ! ntpq -c ':config restrict default' localhost
  ! ntpq -l /home/pi/x -p
  ! ntpq -k /etc/ntp.keys -p
  ! ntpq

ntpdate | asks a time server | 查询时间服务器
  from ntpsec 1.2.2 ntpdate(8); ntp 4.2.8 ntpdate(8)
  network
  -q !needed | does not set the clock | 不设置时钟
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -u | from a high port | 使用高位端口
  -v | with details | 显示详细信息
  operands host+
  = ntpdate -q pool.ntp.org
  = ntpdate -qu 0.debian.pool.ntp.org
  ! ntpdate pool.ntp.org
  ! ntpdate -b pool.ntp.org
  ! ntpdate -k /tmp/x -q h

upower | shows batteries and power | 查看电池与电源
  from upower 0.99 upower(1)
  -e --enumerate | which there are | 列出设备
  -d --dump | everything | 全部
  -i --show-info=path | this one | 指定设备
  -b --battery | the battery | 电池
  -m --monitor --monitor-detail !endless | waits for changes | 持续监视
  = upower -d
  = upower -e
  = upower -i /org/freedesktop/UPower/devices/battery_BAT0
  ! upower --exec

cpufreq-info | shows clock rates of processors | 查看处理器频率
  from cpufrequtils 008 cpufreq-info(1)
  -c --cpu=number | this processor | 指定处理器
  -e --debug -f --freq -w --hwfreq -l --hwlimits -d --driver -p --policy -g --governors -a --related-cpus -s --stats -y --latency -o --proc -m --human
  = cpufreq-info
  = cpufreq-info -c 0 -fm
  ! cpufreq-info -x

cpupower: frequency-info, idle-info, info | shows clock rates and idle states of processors | 查看处理器频率与空闲状态
  from linux-cpupower 6.1 cpupower(1), cpupower-frequency-info(1)
  -c --cpu=/all|[\d,-]+/ | these processors | 指定处理器
  -e --debug -f --freq -w --hwfreq -l --hwlimits -d --driver -p --policy -g --governors -s --stats -y --latency -m --human -n --no-rounding
  = cpupower frequency-info
  = cpupower -c all frequency-info -fm
  = cpupower idle-info
  ! cpupower frequency-set -g performance
  ! cpupower set -b 0
  ! cpupower monitor reboot
  ! cpupower idle-set -D 0

turbostat | shows clock rates and power of processors | 查看处理器频率与功耗
  from linux-cpupower 6.1 turbostat(8)
  endless | never ends: use turbostat -n 1 | 不会结束：请使用 turbostat -n 1
  -n --num_iterations=/[1-9]\d*/ !ends | how many times | 次数
  -i --interval=number | seconds between | 间隔秒数
  -q --quiet | less | 简要
  -S --Summary | summary | 摘要
  -s --show=/[\w,%]+/ | these columns | 指定列
  = turbostat -n 1
  = turbostat --quiet -n 1 -i 5
  ! turbostat reboot
  ! turbostat -o /home/pi/x -n 1
  ! turbostat --out /home/pi/x

udevadm: info | shows what is known of a device | 查看设备信息
  from systemd 252 udevadm(8); systemd 255 udevadm(8)
  -q --query={name,symlink,path,property,all} | ask for this | 查询项
  --property=/[\w,]+/ | these properties | 指定属性
  --value | values only | 仅显示值
  -p --path=path | this path of sysfs | sysfs 路径
  -n --name=path | this device | 指定设备
  -r --root | whole paths | 完整路径
  -a --attribute-walk | all attributes of its parents | 逐级显示属性
  -t --tree | as a tree | 树形显示
  -x --export | as NAME=value | 以 NAME=value 输出
  -P --export-prefix=name | prefix of names | 名称前缀
  -e --export-db | everything | 全部
  --no-pager | no pager | 不分页
  operands /\/(?:dev|sys)\/[\w\/.:@-]+|[\w-]+\.(?:device)/*
  = udevadm info /dev/sda
  = udevadm info -a -n /dev/ttyUSB0
  = udevadm info --query=all --name=/dev/video0
  = udevadm info -q property -p /sys/class/net/eth0
  = udevadm info -e
  ! udevadm info -c
  ! udevadm info --cleanup-db
  ! udevadm info -ec
  ! udevadm info --cl
  ! udevadm trigger
  ! udevadm control --reload
  ! udevadm test /sys/class/net/eth0
  ! udevadm control -e
udevadm: monitor | shows events of devices | 查看设备事件
  endless | never ends: use udevadm info | 不会结束：请使用 udevadm info
  -k --kernel -u --udev -p --property
  -s --subsystem-match=/(?!-)[\w\/-]+/ | this kind | 指定子系统
  -t --tag-match=name
  = udevadm monitor
  = udevadm monitor --udev --subsystem-match=usb
  ! udevadm monitor --exec

aa-status, apparmor_status | shows AppArmor | 查看 AppArmor 状态
  from apparmor 3.0.8 aa-status(8)
  --enabled --profiled --enforced --complaining --special-unconfined --process-mixed --verbose --json --pretty-json
  = aa-status
  = aa-status --json
  ! aa-status --kill

sestatus | shows SELinux | 查看 SELinux 状态
  from policycoreutils 3.4 sestatus(8)
  -v -b
  = sestatus
  = sestatus -v
  ! sestatus x

getsebool | shows switches of SELinux | 查看 SELinux 开关
  from libselinux 3.4 getsebool(8)
  -a | all | 全部
  operands /[a-z]\w*/*
  = getsebool -a
  = getsebool httpd_can_network_connect
  ! getsebool -P x

auditctl | shows rules of the audit | 查看审计规则
  from auditd 3.0.9 auditctl(8)
  -l !needed | rules | 规则
  -s !needed | state | 状态
  -i | in words | 以文字显示
  = auditctl -l
  = auditctl -s
  = auditctl -s -i
  ! auditctl -D
  ! auditctl -e 0
  ! auditctl -lD
  ! auditctl -w /etc -p wa
  ! auditctl -R /tmp/x

ausearch | searches the audit log | 搜索审计日志
  style word
  from auditd 3.0.9 ausearch(8)
  -m --message=/[\w,]+/ | these kinds | 指定类型
  -k --key=/(?!-)[\w.-]+/ | this key | 指定键
  -ts --start=/(?!-)(?:[a-z-]+|[\d:\/.]+)/ | from this time | 起始时间
  -te --end=/(?!-)(?:[a-z-]+|[\d:\/.]+)/ | to this time | 结束时间
  -i --interpret | in words | 以文字显示
  -c --comm=/[\w.][\w.-]*/ | this program | 指定程序
  -x --executable=/\/?[\w.][\w\/.-]*/ | this program file | 指定可执行文件
  -f --file=/\/?[\w.][\w\/.-]*/ | about this file | 涉及文件
  -ua -ui -ue -ul --uid-all --uid --uid-effective --loginuid=/[\w.][\w.-]*/ | this user | 指定用户
  -p --pid=/\d+/ | this process | 指定进程
  -sc --syscall=/\w+/ | this system call | 指定系统调用
  -sv --success={yes,no} | worked or not | 是否成功
  -r --raw | raw | 原始格式
  --just-one --input-logs
  --format={raw,default,interpret,csv,text} | form of the output | 输出格式
  operands /\d\d:\d\d:\d\d/*
  = ausearch -m avc
  = ausearch -m USER_LOGIN -ts today -i
  = ausearch -k sshd -ts recent
  ! ausearch --checkpoint /home/pi/x
  ! ausearch -m avc --checkpoint /home/pi/x

aureport | sums up the audit log | 汇总审计日志
  style word
  from auditd 3.0.9 aureport(8)
  -au --auth -a --avc --comm -c --config -cr --crypto -e --event -f --file --failed --success -h --host -i --interpret --integrity -k --key -l --login -m --mods -ma --mac -n --anomaly -p --pid -r --response -s --syscall --summary -t --log -tm --terminal -u --user -x --executable --input-logs --virt
  -ts --start=/(?!-)(?:[a-z-]+|[\d:\/.]+)/ | from this time | 起始时间
  -te --end=/(?!-)(?:[a-z-]+|[\d:\/.]+)/ | to this time | 结束时间
  operands /\d\d:\d\d:\d\d/*
  = aureport
  = aureport -au -ts today
  = aureport --login --summary
  ! aureport --tty
  ! aureport --exec

lscgroup, lssubsys | shows control groups | 查看控制组
  from cgroup-tools 2.0.2 lscgroup(1), lssubsys(1)
  operands /[a-z][\w,]*(?::[\w\/.@:-]+)?/*
  = lscgroup
  = lscgroup cpu:/
  ! lscgroup -x

utmpdump | shows a record of logins | 查看登录记录文件
  from util-linux 2.38.1 utmpdump(1)
  -f --follow !endless | waits for more | 持续跟踪
  operands file+
  = utmpdump /var/log/wtmp
  = utmpdump /run/utmp
  ! utmpdump -o /home/pi/x /var/log/wtmp
  ! utmpdump -r

nvidia-smi | shows graphics processors | 查看显卡状态
  from NVIDIA driver 525 nvidia-smi(1)
  -L --list-gpus | which there are | 列出显卡
  -q --query | everything | 全部
  -x --xml-format | as XML | XML 输出
  -i --id=/(?!-)[\w:.,-]+/ | this one | 指定显卡
  -d --display=/[A-Z_,]+/ | these parts | 指定部分
  --query-gpu --query-compute-apps=/[\w.,]+/ | these values | 查询项
  --format=/[a-z,]+/ | form of the output | 输出格式
  -l --loop=number !endless | again and again | 反复执行
  -lms --loop-ms=number !endless | again and again | 反复执行
  = nvidia-smi
  = nvidia-smi -L
  = nvidia-smi --query-gpu=temperature.gpu,utilization.gpu --format=csv,noheader
  = nvidia-smi -q -d TEMPERATURE
  = nvidia-smi -l 1
  ! nvidia-smi -r
  ! nvidia-smi -f /home/pi/x
  ! nvidia-smi -pm 1
  ! nvidia-smi --gpu-reset
  ! nvidia-smi -pl 100
  ! nvidia-smi -q -f /home/pi/x

jetson_release | shows the release of a Jetson | 查看 Jetson 版本
  from jetson-stats 4
  -v --verbose | with details | 显示详细信息
  = jetson_release
  = jetson_release -v
  ! jetson_release x

tegrastats | shows load and temperature of a Jetson | 查看 Jetson 负载与温度
  from L4T 35 tegrastats
  endless | never ends: use timeout 3 tegrastats | 不会结束：请使用 timeout 3 tegrastats
  --interval=number | milliseconds between | 间隔毫秒
  = tegrastats
  = tegrastats --interval 1000
  ! tegrastats --logfile /home/pi/x
  ! tegrastats --stop

ipmitool: sdr, sdr list, sdr elist, sensor, sensor list, sel, sel list, sel elist, sel info, chassis status, fru, fru print, mc info, power status | shows sensors and events of a server | 查看服务器传感器与事件
  from ipmitool 1.8.19 ipmitool(1)
  -c | as CSV | CSV 输出
  -v | with details | 显示详细信息
  operands number?
  = ipmitool sdr
  = ipmitool sel list
  = ipmitool chassis status
  ! ipmitool power off
  ! ipmitool lan print
  ! ipmitool sel clear
  ! ipmitool -H evil.example -P x sdr
  ! ipmitool exec /tmp/x
  ! ipmitool mc reset cold

edac-util | shows memory errors | 查看内存错误
  from edac-utils 0.18 edac-util(1)
  -s --status -v --verbose -q --quiet
  = edac-util -s
  = edac-util -v
  ! edac-util --exec

mokutil | shows secure boot | 查看安全启动
  from mokutil 0.6 mokutil(1)
  --sb-state !needed | on or off | 是否启用
  --list-enrolled !needed | keys | 已注册密钥
  = mokutil --sb-state
  = mokutil --list-enrolled
  ! mokutil --disable-validation
  ! mokutil --import /tmp/x

efibootmgr | shows boot entries of the firmware | 查看固件启动项
  from efibootmgr 17 efibootmgr(8)
  -v --verbose | with details | 显示详细信息
  = efibootmgr
  = efibootmgr -v
  ! efibootmgr -n 1
  ! efibootmgr -o 1,2
  ! efibootmgr -b 1 -B
  ! efibootmgr -vN

tlp-stat | shows power settings | 查看电源设置
  from tlp 1.5 tlp-stat(8)
  -s --system -t --temp -b --battery -d --disk -c --config -p --processor -g --graphics -e --pcie -r --rfkill -u --usb
  = tlp-stat -s
  = tlp-stat -b
  ! tlp-stat --exec
`
