/** Services that others offer on the network: names, shares, remote procedures. */
export const NETWORK_SERVICE_MANUAL = String.raw`
avahi-browse | looks for services of the network | 查找网络服务（mDNS）
  from avahi 0.8 avahi-browse(1)
  -t --terminate !ends | ends with the list | 列完即结束
  -c --cache !ends | what is known already | 仅显示缓存
  -b --dump-db !ends | known types | 已知类型
  -a --all | all types | 所有类型
  -r --resolve | with addresses | 解析地址
  -p --parsable | for programs | 便于解析
  -k --no-db-lookup | names of types as they are | 不转换类型名
  -l --ignore-local | not those of this device | 忽略本机服务
  -v --verbose | verbose | 详细显示
  -f --no-fail | waits for the service | 等待守护进程
  -d --domain=/(?!-)[\w.-]+/ | in this domain | 指定域
  -D --browse-domains | domains | 浏览域
  operands /_[\w.-]+/?
  network
  endless | never ends: use avahi-browse -at | 不会结束：请使用 avahi-browse -at
  = avahi-browse -at
  = avahi-browse -art
  = avahi-browse -rt _mqtt._tcp
  = avahi-browse -a
  ! avahi-browse --frobnicate
  ! avahi-browse -t /etc/shadow

avahi-resolve, avahi-resolve-host-name, avahi-resolve-address | looks up a name of the local network | 解析 mDNS 名称
  from avahi 0.8 avahi-resolve(1)
  -n --name | by name | 按名称
  -a --address | by address | 按地址
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -v --verbose | verbose | 详细显示
  operands host+
  network
  = avahi-resolve -n raspberrypi.local
  = avahi-resolve -4 -n raspberrypi.local
  = avahi-resolve -a 192.168.1.10
  ! avahi-resolve --frobnicate x

rpcinfo | shows remote procedures | 查看 RPC 服务
  from rpcbind 1.2.6 rpcinfo(8)
  -p !needed | registered programs | 已注册程序
  -s !needed | in brief | 简要列表
  -m !needed | counters | 统计
  operands host?
  network
  = rpcinfo -p
  = rpcinfo -p localhost
  = rpcinfo -s 192.168.1.5
  ! rpcinfo -d 100003 3
  ! rpcinfo -pd 100003 3
  ! rpcinfo -b 100003 3
  ! rpcinfo -p -d 1 1

showmount | shows shares of NFS | 查看 NFS 共享
  from nfs-utils 2.6 showmount(8)
  -e --exports | shares | 共享目录
  -a --all | clients and directories | 客户端和目录
  -d --directories | directories | 目录
  --no-headers | no header | 无标题
  operands host?
  network
  = showmount -e localhost
  = showmount -e 192.168.1.5 --no-headers
  = showmount -a
  ! showmount --frobnicate

exportfs | shows what NFS shares | 查看 NFS 导出
  from nfs-utils 2.6 exportfs(8)
  -v | verbose | 详细显示
  -s | as lines of its settings | 以配置格式显示
  = exportfs -v
  = exportfs -s
  ! exportfs -a
  ! exportfs -ra
  ! exportfs -rv
  ! exportfs -ua
  ! exportfs -vu host:/srv
  ! exportfs -f
  ! exportfs -v -o rw host:/srv
  ! exportfs host:/srv

smbclient | shows shares of Samba | 查看 Samba 共享
  from samba 4.17 smbclient(1)
  -L --list=/(?:\/\/)?[a-z\d][\w.-]*/ !needed | shares of this host | 列出主机共享
  -N --no-pass !ends | without a password | 不使用密码
  -g --grepable | for programs | 便于解析
  -m --max-protocol=/[a-z\d_]+/ | newest protocol | 最高协议版本
  -p --port=/\d{1,5}/ | port | 端口
  -I --ip-address=host | address of the host | 主机地址
  -W --workgroup=/(?!-)[\w.-]+/ | workgroup | 工作组
  -U --user=/(?!-)[\w.\\-]+/ | user | 用户名
  network
  endless | waits for a password: use -N | 会等待输入密码：请使用 -N
  = smbclient -L localhost -N
  = smbclient -N -L //192.168.1.5 -m SMB3
  = smbclient -NL 192.168.1.5
  ! smbclient -N //host/share
  ! smbclient -N //host/share -c 'del x'
  ! smbclient -L host -N -c 'put x'
  ! smbclient -L host -A /etc/samba/creds
  ! smbclient -N -L host --configfile=/tmp/x
  ! smbclient -N -L host -l /tmp/x
  ! smbclient -N -L host --option=x=y
  ! smbclient -N //host/share -Tc x.tar
  ! smbclient -M host

smbstatus | shows who uses shares of this device | 查看 Samba 使用情况
  from samba 4.17 smbstatus(1)
  -b --brief | in brief | 简要显示
  -v --verbose | verbose | 详细显示
  -p --processes | programs only | 仅进程
  -S --shares | shares only | 仅共享
  -L --locks | locks only | 仅锁
  -B --byterange | with byte ranges | 字节范围锁
  -N --notify | who waits for changes | 变更通知
  -n --numeric | numbers for users | 显示数字 ID
  -j --json | as JSON | 以 JSON 显示
  -u --user=/(?!-)[\w.-]+/ | only this user | 仅此用户
  = smbstatus
  = smbstatus -b
  = smbstatus -S -n
  ! smbstatus --configfile=/tmp/x
  ! smbstatus -l /tmp
  ! smbstatus --option=x=y
  ! smbstatus -s /tmp/x

# Only the settings that are in use: a chosen file could name others. Without -s it waits for a key.
testparm | checks the settings of Samba | 检查 Samba 配置
  from samba 4.17 testparm(1)
  -s --suppress-prompt !needed | without waiting | 不等待按键
  -v --verbose | also defaults | 包括默认值
  --show-all-parameters | all that there are | 所有参数
  --parameter-name=/[\w\s:]+/ | only this one | 仅此参数
  --section-name=/(?!-)[\w.$-]+/ | only this section | 仅此段
  = testparm -s
  = testparm -sv
  = testparm -s --section-name=homes
  ! testparm
  ! testparm -s /tmp/x
  ! testparm -s --configfile=/tmp/x
  ! testparm -s --option=x=y

nmblookup | looks up a name of Windows networks | 解析 NetBIOS 名称
  from samba 4.17 nmblookup(1)
  -A --lookup-by-ip | by address | 按地址
  -S --status | with its state | 显示状态
  -M --master-browser | main browser | 主浏览器
  -T --translate | addresses to names | 反查名称
  --recursion | recursively | 递归查询
  -B --broadcast=host | to this address | 广播地址
  -U --unicast=host | to this host | 单播地址
  operands /[\w.*][\w.*#-]*/+
  network
  = nmblookup -A 192.168.1.5
  = nmblookup -S PRINTER
  ! nmblookup -l /tmp x
  ! nmblookup --configfile=/tmp/x y
  ! nmblookup --option=x=y z

# -F writes a file and -r sends to a server on OpenWrt; on busybox -F follows.
logread | shows the log in memory | 显示内存中的日志
  from busybox 1.35 logread; OpenWrt ubox logread
  -f !endless | follows | 持续输出
  -e=/(?!-)[\s\S]+/ | lines that match | 匹配的行
  -l=number | this many | 行数
  -t | with a time | 附加时间
  = logread
  = logread -l 50
  = logread -e dnsmasq
  ! logread -F /etc/x
  ! logread -r 192.0.2.1 514
  ! logread -p /tmp/x
  ! logread -S 1

iwinfo | shows radios | 显示无线网卡
  from OpenWrt iwinfo
  operands /[\w.-]+/? {info,assoclist,txpowerlist,freqlist,countrylist,htmodelist}?
  = iwinfo
  = iwinfo wlan0 info
  = iwinfo wlan0 assoclist
  ! iwinfo wlan0 scan
  ! iwinfo -x

ifstatus | shows an interface of OpenWrt | 显示 OpenWrt 接口
  from OpenWrt netifd
  operands /[\w-]*\w/
  = ifstatus wan
  ! ifstatus
  ! ifstatus -x wan

swconfig: list | shows switches | 显示交换芯片
  from OpenWrt swconfig
  = swconfig list
  ! swconfig dev switch0 set reset
  ! swconfig dev switch0 load network

ubus: list | lists objects of ubus | 列出 ubus 对象
  from OpenWrt ubus
  -v | with methods | 显示方法
  -S | short | 紧凑输出
  operands /[\w.*-]*[\w*]/?
  = ubus list
  = ubus -v list
  ! ubus call service delete
ubus: call | shows the state of a network | 查看网络接口状态
  from OpenWrt ubus
  -S | short | 紧凑输出
  operands /network\.interface(?:\.[\w-]{1,30})?|network\.device/ {status,dump}
  = ubus call network.interface.wan status
  = ubus -S call network.interface dump
  ! ubus call network.interface.wan down
  ! ubus call network.interface.wan set_data
  ! ubus call network.interface.wan status x
ubus: call system board, call system info | shows the board and its load | 显示板子信息与负载
  from OpenWrt ubus
  -S | short | 紧凑输出
  = ubus call system board
  = ubus -S call system info
  ! ubus call system reboot
  ! ubus call system watchdog '{"magicclose":true}'
  ! ubus call uci get '{"config":"wireless"}'
  ! ubus call system board x
`
