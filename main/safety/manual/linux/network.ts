/** Interfaces, addresses, routes, neighbours and sockets of the device itself. */
export const NETWORK_MANUAL = String.raw`
# ip, bridge and tc take whole words and read options before the object only. Sub-commands may be shortened, but a short
# form may mean a worse verb (ip link s is set), so that every spelling stands here. Type names load link_NAME.so: no "..".
common ip
  style word
  from iproute2 6.1 ip(8), ip-address(8), ip-link(8), ip-route(8), ip-rule(8), ip-neighbour(8), ip-netns(8), ip-monitor(8); busybox 1.35 ip
  before
  -4 --4 | IPv4 only | 仅 IPv4
  -6 --6 | IPv6 only | 仅 IPv6
  -0 | link layer only | 仅链路层
  -B | bridges only | 仅网桥
  -br -brief --brief | in brief | 简要显示
  -c -color --color | in colour | 彩色显示
  -d -det -details --details | with details | 显示详细信息
  -s -stats -stat -statistics --stats --statistics | with statistics | 显示统计
  -j -json --json | as JSON | 以 JSON 显示
  -p -pretty --pretty | indented JSON | 缩进 JSON
  -o -oneline --oneline | one line each | 每项一行
  -t -timestamp --timestamp | with the time | 显示时间
  -ts -tshort | with a short time | 显示简短时间
  -h -human -human-readable --human-readable | sizes for people | 以易读单位显示
  -iec | sizes in powers of 1024 | 以 1024 进制显示
  -r -resolve --resolve | with names of hosts | 解析主机名
  -N -Numeric --Numeric | plain numbers | 显示数字
  -f -family --family=/inet6?|link|bridge|mpls/ | only this family | 仅此地址族
  -n -netns --netns=/[\w.][\w.-]*/ | in this network namespace | 在此网络命名空间

ip: address, addr, addres, add, ad, a | shows addresses of interfaces | 查看网卡地址
  = ip -br addr
  = ip a
  ! ip addr add 192.0.2.1/24 dev eth0
  ! ip addr flush dev eth0
  ! ip a f dev eth0
  ! ip -batch /tmp/x
  ! ip -b /tmp/x addr
  ! ip -force addr

ip: address show, address sh, address s, address list, address ls, address l, addr show, addr sh, addr s, addr list, addr ls, addr l, a show, a sh, a s, a list, a ls, a l, ad sh, ad s, address lst, addr lst | shows addresses of interfaces | 查看网卡地址
  operands /(?!-)(?!.*\.\.)[\w.:@%*+\/-]+/*
  = ip addr show eth0
  = ip -4 -o addr show dev eth0
  = ip a s wlan0 up
  ! ip addr save
  ! ip addr show -batch
  ! ip addr show type ../../tmp/x

ip: link, lin, li, l | shows network interfaces | 查看网络接口
  = ip link
  = ip -s -h link
  ! ip link set eth0 down
  ! ip link s eth0 down
  ! ip l s eth0 up
  ! ip link eth0 down

ip: link show, link sh, link list, link ls, link lst, link l, l show, l sh, l list, l ls, l l, li show, li ls | shows network interfaces | 查看网络接口
  operands /(?!-)(?!.*\.\.)[\w.:@%*+-]+/*
  = ip -s link show eth0
  = ip -details link show can0
  = ip link show type bridge
  ! ip link set dev eth0 xdp obj drop.o
  ! ip link del wg0
  ! ip link show type /tmp/x

ip: route, rout, rou, ro, r | shows routes | 查看路由
  = ip route
  = ip -6 r
  ! ip route flush cache
  ! ip r f all
  ! ip route add blackhole 0.0.0.0/1

ip: route show, route sh, route s, route list, route ls, route l, route lst, ro show, ro sh, ro list, ro ls, r show, r sh, r s, r list, r ls, r l | shows routes | 查看路由
  operands /(?!-)[\w.:@%*+\/-]+/*
  = ip route show default
  = ip route show table all
  = ip r s dev wlan0
  ! ip route save
  ! ip route restore

ip: route get, route g, ro get, ro g, r get, r g | shows the route to an address | 查看到某地址的路由
  operands /(?!-)[\w.:@%*+\/-]+/+
  = ip route get 8.8.8.8
  = ip -6 route get 2001:db8::1 from ::1
  ! ip route get

ip: rule, rul, ru | shows routing rules | 查看路由规则
  = ip rule
  = ip -6 rule
  ! ip rule f

ip: rule show, rule sh, rule s, rule list, rule ls, rule l, rule lst, ru show, ru sh, ru s, ru list, ru ls | shows routing rules | 查看路由规则
  operands /(?!-)[\w.:@%*+\/-]+/*
  = ip rule show
  = ip rule list table main
  ! ip rule add blackhole
  ! ip rule flush
  ! ip rule f
  ! ip rule save

ip: neighbour, neighbor, neigh, nei, ne, n | shows neighbours (ARP) | 查看邻居表（ARP）
  = ip neigh
  = ip -s n
  ! ip neigh flush all
  ! ip n del 192.0.2.1 dev eth0
  ! ip net e blue reboot

ip: neighbour show, neighbour list, neighbour ls, neighbor show, neighbor list, neighbor ls, neigh show, neigh sh, neigh s, neigh list, neigh ls, neigh l, n show, n sh, n s, n list, n ls, n l | shows neighbours (ARP) | 查看邻居表（ARP）
  operands /(?!-)[\w.:@%*+\/-]+/*
  = ip neigh show dev eth0
  = ip neigh show nud reachable
  ! ip neigh add 192.0.2.1 lladdr 00:11:22:33:44:55 dev eth0
  ! ip neigh f dev eth0

ip: maddress show, maddress list, maddr show, maddr sh, maddr list, maddr ls, mroute show, mroute list, mroute ls, mrule show, mrule list, tunnel show, tunnel list, tunnel ls, tuntap show, tuntap list, addrlabel list, addrlabel show, ntable show, ntable list, tcp_metrics show, tcp_metrics list, token list, token show, vrf show, vrf list, nexthop show, nexthop list, nexthop ls | shows settings of the network | 查看网络设置
  operands /(?!-)[\w.:@%*+\/-]+/*
  = ip maddr show dev eth0
  = ip tunnel show
  ! ip tunnel add x mode gre
  ! ip tuntap add dev tap0 mode tap
  ! ip vrf exec mgmt reboot
  ! ip tcp_metrics flush
  ! ip nexthop flush

ip: maddress, maddr, mroute, tunnel, addrlabel, tcp_metrics, nexthop, vrf, netns, netn | shows settings of the network | 查看网络设置
  = ip maddr
  = ip netns
  ! ip netns add x
  ! ip netns delete x
  ! ip mptcp endpoint flush

ip: netns list, netns ls, netns show, netns list-id | shows network namespaces | 查看网络命名空间
  = ip netns list
  = ip netns list-id
  ! ip netns exec blue ip link
  ! ip netns e blue reboot
  ! ip -all netns exec reboot

ip: netns identify, netns pids | shows who is in a namespace | 查看命名空间中的进程
  operands /[\w.][\w.-]*/?
  = ip netns pids blue
  = ip netns identify 1234
  ! ip netns attach x 1

# xfrm state and xfrm monitor print keys.
ip: xfrm policy, xfrm policy list, xfrm policy show, xfrm policy ls, xfrm policy count, xfrm state count | shows IPsec rules without keys | 查看 IPsec 策略（不含密钥）
  = ip xfrm policy
  = ip xfrm state count
  ! ip xfrm state
  ! ip xfrm state list
  ! ip xfrm monitor
  ! ip xfrm policy flush
  ! ip xfrm policy deleteall

ip: monitor, mon | follows changes of the network | 持续跟踪网络变化
  operands {all,address,addr,link,route,rule,neigh,neighbour,maddress,mroute,netconf,nsid,nexthop,prefix,label}*
  endless | never ends: shows changes until it is stopped | 不会结束：持续显示变化
  = ip monitor
  = ip -t monitor link
  ! ip monitor file /tmp/x

ip: help, address help, addr help, a help, link help, route help, r help, rule help, neigh help, netns help, monitor help, tunnel help, maddr help, xfrm help | shows how it is used | 显示用法
  = ip addr help
  = ip monitor help
  ! ip netns exec help

bridge: link, fdb, mdb, vlan | shows bridges | 查看网桥
  style word
  from iproute2 6.1 bridge(8)
  use bridge-global
  = bridge link
  = bridge -j fdb
  ! bridge vlan -batch /tmp/x
bridge: link show, link list, link sh, link ls, fdb show, fdb list, fdb sh, mdb show, mdb list, vlan show, vlan list, vlan tunnelshow | shows bridges | 查看网桥
  operands /(?!-)[\w.:@-]+/*
  use bridge-global
  = bridge link show dev eth0
  = bridge fdb show br br0
  = bridge -d vlan show
  = bridge -j fdb show dev eth0
  ! bridge link se dev eth0 cost 5
  ! bridge link s dev eth0 state 0
  ! bridge fdb add 00:11:22:33:44:55 dev eth0
  ! bridge fdb a 00:11:22:33:44:55 dev eth0
  ! bridge fdb flush dev eth0
  ! bridge vlan dele vid 1 dev eth0
  ! bridge -batch /tmp/x
  ! bridge -b /tmp/x
  ! bridge -force link
set bridge-global
  -s -stats -statistics | with statistics | 显示统计
  -d -details | with details | 显示详细信息
  -j -json | as JSON | 以 JSON 显示
  -p -pretty | indented JSON | 缩进 JSON
  -o -oneline | one line each | 每项一行
  -c -color | in colour | 彩色显示
  -n -net -netns=/[\w.][\w.-]*/ | in this network namespace | 在此网络命名空间
bridge: monitor | follows changes of bridges | 持续跟踪网桥变化
  operands {all,link,fdb,mdb,vlan}?
  endless | never ends: shows changes until it is stopped | 不会结束：持续显示变化
  = bridge monitor
  = bridge monitor fdb
  ! bridge monitor file /tmp/x

common tc
  style word
  from iproute2 6.1 tc(8)
  before
  -s -stats -statistics | with statistics | 显示统计
  -d -details | with details | 显示详细信息
  -r -raw | raw numbers | 原始数值
  -j -json | as JSON | 以 JSON 显示
  -p -pretty | indented JSON | 缩进 JSON
  -g -graph | as a graph | 以树形显示
  -c -color | in colour | 彩色显示
  -o -oneline | one line each | 每项一行
  -iec | rates in powers of 1024 | 以 1024 进制显示
  -N -Numeric | plain numbers | 显示数字
  -br -brief | in brief | 简要显示
  -n -net -netns=/[\w.][\w.-]*/ | in this network namespace | 在此网络命名空间
# -nm, -cf and -batch read files; kinds of queues load q_NAME.so, so that an operand holds no slash.
tc: qdisc, filter | shows traffic control | 查看流量控制
  = tc qdisc
  = tc -s qdisc
  ! tc qdisc ad
  ! tc -force qdisc
tc: qdisc show, qdisc list, qdisc ls, class show, class list, class ls, filter show, filter list, filter ls, chain show, chain list, actions ls, actions list, action ls, action list | shows traffic control | 查看流量控制
  operands /(?!-)[\w.:@%*-]+/*
  = tc qdisc show
  = tc -s qdisc show dev eth0
  = tc -s class show dev eth0
  = tc filter show dev eth0 parent 1:
  ! tc qdisc ad dev eth0 root netem loss 100%
  ! tc qdisc add dev eth0 root netem loss 100%
  ! tc qdisc del dev eth0 root
  ! tc -batch /tmp/x
  ! tc -cf /tmp/x qdisc
  ! tc exec bpf import /tmp/x
  ! tc actions flush action gact

ifconfig | shows network interfaces | 查看网络接口
  style word
  from net-tools 2.10 ifconfig(8); busybox 1.35 ifconfig
  -a | also those that are down | 包括未启用的接口
  -s | short list | 简要列表
  -v | verbose | 详细显示
  operands /(?!-)[\w.:@-]+/?
  = ifconfig
  = ifconfig -a
  = ifconfig eth0
  = ifconfig -s
  ! ifconfig eth0 down
  ! ifconfig eth0 192.0.2.9
  ! ifconfig eth0 -arp
  ! ifconfig eth0 promisc

route | shows the routing table | 查看路由表
  from net-tools 2.10 route(8); busybox 1.35 route
  -n | numbers instead of names | 显示数字地址
  -e | in the layout of netstat | netstat 格式
  -v --verbose | verbose | 详细显示
  -4
  -6
  -A=/inet6?/ | only this family | 仅此地址族
  = route -n
  = route -A inet6 -n
  ! route add default gw 192.0.2.1
  ! route del default
  ! route -A inet add 192.0.2.0/24 dev eth0
  ! route flush

arp | shows the ARP table | 查看 ARP 表
  from net-tools 2.10 arp(8); busybox 1.35 arp
  -a | all hosts | 所有主机
  -n --numeric | numbers instead of names | 显示数字地址
  -e | in the default layout | 默认格式
  -v --verbose | verbose | 详细显示
  -i --device=/(?!-)[\w.:@-]+/ | only this interface | 仅此接口
  operands host?
  = arp -a
  = arp -an
  = arp -n -i eth0
  = arp -a 192.168.1.1
  ! arp -d 192.0.2.1
  ! arp -nd 192.0.2.1
  ! arp -s 192.0.2.1 00:11:22:33:44:55
  ! arp -f /tmp/x
  ! arp -f
  ! arp -Ds 192.0.2.1 eth0 pub
  ! arp --delete 192.0.2.1

# A number as operand of netstat is a delay: it then repeats for ever.
netstat | shows network connections | 查看网络连接
  from net-tools 2.10 netstat(8); busybox 1.35 netstat
  -a --all | all sockets | 所有套接字
  -l --listening | listening sockets only | 仅监听
  -t --tcp | TCP | TCP
  -u --udp | UDP | UDP
  -w --raw | raw sockets | 原始套接字
  -x --unix | Unix sockets | Unix 套接字
  -S --sctp | SCTP | SCTP
  -n --numeric | numbers instead of names | 显示数字地址
  --numeric-hosts | numbers for hosts | 主机显示为数字
  --numeric-ports | numbers for ports | 端口显示为数字
  --numeric-users | numbers for users | 用户显示为数字
  -p --program --programs | with the program | 显示程序
  -e --extend | more columns | 显示更多列
  -o --timers | with timers | 显示定时器
  -r --route | routing table | 路由表
  -i --interfaces | table of interfaces | 接口表
  -s --statistics | counters by protocol | 协议统计
  -g --groups | multicast groups | 组播成员
  -M --masquerade | masqueraded connections | 伪装连接
  -v --verbose | verbose | 详细显示
  -W --wide | do not cut addresses | 不截断地址
  -4 --inet | IPv4 only | 仅 IPv4
  -A --protocol={inet,inet6,unix} | only this family | 仅此协议族
  -6 --inet6 | IPv6 only | 仅 IPv6
  -c --continuous !endless | repeats for ever | 不断重复
  = netstat -tulpn
  = netstat -rn
  = netstat -an
  = netstat -plnt
  = netstat -s -t
  = netstat -A inet -an
  ! netstat -i 1
  ! netstat --frobnicate
  ! netstat -A bluetooth

ss | shows sockets | 查看套接字
  from iproute2 6.1 ss(8)
  -H --no-header | no header | 无标题
  -O --oneline | one line each | 每项一行
  -n --numeric | numbers instead of names | 显示数字
  -r --resolve | names instead of numbers | 解析名称
  -a --all | all sockets | 所有套接字
  -l --listening | listening sockets only | 仅监听
  -o --options | with timers | 显示定时器
  -e --extended | more details | 更多信息
  -m --memory | with memory | 显示内存
  -p --processes | with processes | 显示进程
  -T --threads | with threads | 显示线程
  -i --info | with TCP details | TCP 内部信息
  --tos | with priority | 显示优先级
  --cgroup | with control groups | 显示控制组
  -s --summary | summary | 汇总
  -Z --context | with security context | 安全上下文
  -z --contexts | with security context | 安全上下文
  -b --bpf | with socket filters | 显示套接字过滤器
  -4 --ipv4 | IPv4 only | 仅 IPv4
  -6 --ipv6 | IPv6 only | 仅 IPv6
  -0 --packet | packet sockets | 数据包套接字
  -t --tcp | TCP | TCP
  -M --mptcp | MPTCP | MPTCP
  -u --udp | UDP | UDP
  -d --dccp | DCCP | DCCP
  -w --raw | raw sockets | 原始套接字
  -x --unix | Unix sockets | Unix 套接字
  -S --sctp | SCTP | SCTP
  --vsock
  --xdp
  --tipc
  --inet-sockopt
  -f --family=/inet6?|unix|link|netlink|vsock|xdp|tipc|all/ | only this family | 仅此协议族
  -A --query --socket=/(?!-)[a-z0-9_!,-]+/ | these tables | 指定表
  -N --net=/[\w.][\w.-]*/ | in this network namespace | 在此网络命名空间
  -E --events !endless | follows closed sockets | 持续跟踪关闭事件
  operands text*
  = ss -tulpn
  = ss -tan state established
  = ss -tnp dst 192.168.1.5
  = ss -tn sport = :22
  = ss -o state time-wait
  ! ss -K dst 192.0.2.1
  ! ss -tK
  ! ss --kill dst 192.0.2.1
  ! ss --ki
  ! ss --kil dst 192.0.2.1
  ! ss -D /tmp/x
  ! ss -tD /tmp/x
  ! ss --di=/home/pi/app.db
  ! ss --diag=/tmp/x
  ! ss -F /etc/shadow
  ! ss --filter=/tmp/x

# Without -s it writes its history, and the next call of anybody shows other numbers.
nstat | shows counters of the network | 查看网络计数器
  from iproute2 6.1 nstat(8)
  -s --noupdate !needed | without writing its history | 不更新历史
  -a --ignore | absolute values | 显示绝对值
  -z --zeros | zeros too | 包括零值
  -j --json | as JSON | 以 JSON 显示
  -p --pretty | indented JSON | 缩进 JSON
  operands /[\w*?]+/*
  = nstat -as
  = nstat -asz 'Tcp*'
  = nstat -s -a TcpRetransSegs
  ! nstat -a
  ! nstat -r
  ! nstat -n
  ! nstat -sr
  ! nstat -s -d 5

# Two numbers (delay and count), or it does not end.
ifstat | shows traffic of interfaces | 查看接口流量
  from ifstat 1.1 ifstat(1) (iproute2 of Debian 12 has no ifstat)
  -a | all interfaces | 所有接口
  -l | also loopback | 包括回环
  -z | not those without traffic | 隐藏无流量接口
  -n | header once | 标题只显示一次
  -t | with the time | 显示时间
  -T | with a sum | 显示总计
  -w | fixed columns | 固定列宽
  -b | in bits | 以比特显示
  -i=/(?!-)[\w.:@,-]+/ | these interfaces | 指定接口
  operands /0?\.[1-9]\d*|[1-9]\d{0,3}/ /[1-9]\d{0,4}/
  = ifstat 1 1
  = ifstat -i eth0,wlan0 1 3
  ! ifstat
  ! ifstat 1
  ! ifstat -s public@192.0.2.1
  ! ifstat -d proc:/tmp/x 1 1

vnstat | shows recorded traffic | 查看流量记录
  style word
  from vnstat 2.10 vnstat(1)
  -5 --fiveminutes | five minutes each | 每五分钟
  -h --hours | hours | 按小时
  -hg --hoursgraph | graph of hours | 小时图
  -d --days | days | 按天
  -m --months | months | 按月
  -y --years | years | 按年
  -t --top | days with most traffic | 流量最多的日期
  -s --short | in brief | 简要显示
  -q --query | from the database | 查询数据库
  -i --iface=/(?!-)[\w.:@+-]+/ | this interface | 指定接口
  -b --begin=/(?!-)[\d:\s-]+/ | from this date | 起始日期
  -e --end=/(?!-)[\d:\s-]+/ | until this date | 结束日期
  --oneline | one line | 单行
  --json | as JSON | 以 JSON 显示
  --xml | as XML | 以 XML 显示
  --limit=/\d{1,5}/ | at most this many | 最多条数
  --dbiflist | interfaces in the database | 数据库中的接口
  --iflist | interfaces that there are | 可用接口
  -tr --traffic | traffic of five seconds | 五秒流量
  -l --live !endless | follows the traffic | 持续显示流量
  operands /\d+|[a-z][\w.:@+-]*/?
  = vnstat
  = vnstat -d
  = vnstat -i eth0 -m
  = vnstat -tr 5
  = vnstat --json d
  ! vnstat --add -i eth1
  ! vnstat --remove -i eth0 --force
  ! vnstat --config /tmp/x
  ! vnstat --dbdir /tmp
  ! vnstat -i eth0 --setalias x
  ! vnstat -i eth0 --rename eth9

ethtool | shows settings of a network card | 查看网卡参数
  style word
  from ethtool 6.1 ethtool(8)
  -i --driver | driver | 驱动
  -S --statistics | counters of the card | 网卡统计
  --phy-statistics | counters of the PHY | PHY 统计
  -k --show-features --show-offload | offloads | 卸载特性
  -g --show-ring | ring sizes | 环形缓冲区
  -a --show-pause | flow control | 流控
  -c --show-coalesce | interrupt moderation | 中断合并
  -l --show-channels | channels | 通道数
  -P --show-permaddr | burned-in address | 永久 MAC 地址
  -T --show-time-stamping | time stamping | 时间戳能力
  -m --module-info --dump-module-eeprom | module in the slot | 光模块信息
  -n -u --show-nfc --show-ntuple | receive rules | 接收规则
  -x --show-rxfh --show-rxfh-indir | receive hashing | 接收散列
  --show-eee | energy saving | 节能以太网
  --show-fec | error correction | 前向纠错
  --show-priv-flags | flags of the driver | 驱动私有标志
  --show-tunnels | tunnel offloads | 隧道卸载
  --show-module | module settings | 模块设置
  -I --include-statistics | with statistics | 包括统计
  --json | as JSON | 以 JSON 显示
  operands /(?!-)[\w.:@-]+/
  = ethtool eth0
  = ethtool -i eth0
  = ethtool -S eth0
  = ethtool --show-ring eth0
  ! ethtool -s eth0 speed 10
  ! ethtool -K eth0 tso off
  ! ethtool -A eth0 rx off
  ! ethtool -r eth0
  ! ethtool -p eth0
  ! ethtool -t eth0
  ! ethtool -w eth0 data /tmp/x
  ! ethtool --set-priv-flags eth0 legacy-rx on
  ! ethtool --set-fec eth0 encoding off
  ! ethtool --cable-test eth0
  ! ethtool --cable-test-tdr eth0
  ! ethtool --config-nfc eth0 flow-type tcp4 dst-port 22 action -1
  ! ethtool --set-dump eth0 1
  ! ethtool --eeprom-dump eth0
  ! ethtool --reset eth0 all
  ! ethtool -f eth0 x.bin
  ! ethtool --monitor eth0

mii-tool | shows the link of a network card | 查看网卡链路
  from net-tools 2.10 mii-tool(8)
  -v --verbose | verbose | 详细显示
  operands /(?!-)[\w.:@-]+/*
  = mii-tool
  = mii-tool -v eth0
  ! mii-tool -r eth0
  ! mii-tool -R eth0
  ! mii-tool -F 10baseT-HD eth0
  ! mii-tool --force=10baseT-HD eth0
  ! mii-tool -A 10baseT eth0
  ! mii-tool -vr eth0
  ! mii-tool -w eth0

brctl: show, showmacs, showstp | shows bridges | 查看网桥
  from bridge-utils 1.7 brctl(8); busybox 1.35 brctl
  operands /(?!-)[\w.:@-]+/*
  = brctl show
  = brctl showmacs br0
  = brctl showstp br0
  ! brctl addbr br0
  ! brctl stp br0 on
  ! brctl delif br0 eth0

# A call with an interface prints all of its settings, a Wi-Fi password too: only names and states.
ifquery | shows configured interfaces | 查看已配置的接口
  from ifupdown 0.8.41 ifquery(8)
  -l --list !needed | names | 列出名称
  --state !needed | which are up | 显示启用状态
  -a --all | all that start by themselves | 所有自动接口
  --allow=/(?!-)[\w-]+/ | only this class | 仅此类别
  operands /(?!-)[\w.:@-]+/*
  = ifquery --list
  = ifquery -l -a
  = ifquery --state eth0
  ! ifquery wlan0
  ! ifquery -i /tmp/x -l
  ! ifquery --list -o x=y

netplan: status | shows the network and its addresses | 查看网络状态
  from netplan 0.106 netplan-status(8)
  -a --all | also those that are down | 包括未启用的接口
  --verbose | verbose | 详细显示
  -f --format={tabular,json,yaml} | layout | 输出格式
  operands /(?!-)[\w.:@-]+/?
  = netplan status
  = netplan status --all
  = netplan status eth0
  ! netplan get
  ! netplan apply
  ! netplan try
  ! netplan set ethernets.eth0.dhcp4=false

ipcalc | calculates with addresses | 计算 IP 网段
  from ipcalc 0.42 ipcalc(1); busybox 1.35 ipcalc
  -n --nocolor | without colour, or the network | 无颜色或网络地址
  -b --nobinary | without bits, or the broadcast address | 不显示二进制或广播地址
  operands /[\d.:a-f][\d.:\/a-fx]*/+
  = ipcalc 192.168.1.0/24
  = ipcalc -b 10.0.0.1 255.255.255.0
  ! ipcalc --frobnicate 192.0.2.1
  ! ipcalc -n /etc/shadow

sipcalc | calculates with addresses | 计算 IP 网段
  from sipcalc 1.1.6 sipcalc(1)
  -a --all | all there is | 全部信息
  -b --cidr-bitmap
  -c --classfull-addr
  -i --cidr-addr
  -w --wildcard
  -n --subnets=/\d{1,5}/ | number of networks | 子网数
  -s --v4split=/[\d.\/]+/ | split by this mask | 按此掩码划分
  operands /[\d.:a-z][\w.:\/]*/+
  = sipcalc 192.168.1.0/24
  = sipcalc -a 10.0.0.1/8
  ! sipcalc -

# -c reads commands from a file, -u chooses a socket; without words lldpcli reads commands from its input.
lldpctl | shows neighbouring switches | 查看相邻交换机（LLDP）
  from lldpd 1.0.16 lldpctl(8)
  -f={plain,xml,json,json0,keyvalue} | layout | 输出格式
  operands /(?!-)[\w.@-]+/?
  = lldpctl
  = lldpctl -f json eth0
  ! lldpctl -c /tmp/x
  ! lldpctl -u /tmp/x

lldpcli: show neighbors, show neighbors summary, show neighbors details, show chassis, show statistics, show statistics summary, show interfaces, show configuration | shows neighbouring switches | 查看相邻交换机（LLDP）
  from lldpd 1.0.16 lldpcli(8)
  -f={plain,xml,json,json0,keyvalue} | layout | 输出格式
  = lldpcli show neighbors
  = lldpcli -f json show chassis
  ! lldpcli -c /tmp/x
  ! lldpcli configure system hostname x
  ! lldpcli
  ! lldpcli watch

iftop | shows traffic by connection | 按连接查看流量
  from iftop 1.0 iftop(8)
  -t | as text | 文本模式
  -s=/[1-9]\d{0,3}/ !ends | ends after so many seconds | 若干秒后结束
  -n | numbers instead of names | 不解析主机名
  -N | numbers for ports | 不解析端口
  -P | with ports | 显示端口
  -b | without bars | 不显示图条
  -B | in bytes | 以字节显示
  -i=/(?!-)[\w.:@-]+/ | this interface | 指定接口
  -L=/\d{1,4}/ | at most this many lines | 最多行数
  -o={2s,10s,40s,source,destination} | sorted by | 排序
  endless | never ends: use iftop -t -s 5 | 不会结束：请使用 iftop -t -s 5
  = iftop -t -s 5
  = iftop -i eth0 -nNP -t -s 10
  ! iftop -c /tmp/x
  ! iftop -p -t -s 5
  ! iftop --frobnicate

nethogs | shows traffic by process | 按进程查看流量
  from nethogs 0.8.7 nethogs(8)
  -t | as text | 文本模式
  -c=/[1-9]\d{0,3}/ !ends | ends after so many updates | 更新若干次后结束
  -d=/[1-9]\d{0,3}/ | seconds between updates | 刷新间隔
  -v={0,1,2,3,4} | unit | 单位
  -s | sorted by what was sent | 按发送排序
  -a | all devices | 所有设备
  operands /(?!-)[\w.:@-]+/*
  endless | never ends: use nethogs -t -c 2 | 不会结束：请使用 nethogs -t -c 2
  = nethogs -t -c 2
  = nethogs -t -d 1 -c 5 eth0
  ! nethogs -p
  ! nethogs --frobnicate

bmon | shows traffic of interfaces | 查看接口流量
  from bmon 4.0 bmon(8)
  -o --output=/ascii:(?:diagram=(?:list|graph|details);)?quitafter=[1-9]\d{0,3}/ !needed | as text, so many times | 文本输出若干次
  -p --policy=/(?!-)[\w.*,!-]+/ | these interfaces | 指定接口
  -b --use-bit | in bits | 以比特显示
  -r --read-interval=/\d+(?:\.\d+)?/ | seconds between readings | 读取间隔
  = bmon -o ascii:quitafter=2
  = bmon -p eth0 -o ascii:quitafter=1
  = bmon -p 'eth*' -o 'ascii:diagram=details;quitafter=1'
  ! bmon -f /tmp/x
  ! bmon -o ascii:quitafter=0

bmon | shows traffic of interfaces | 查看接口流量
  -o --output={ascii,curses} | as text | 文本输出
  -p --policy=/(?!-)[\w.*,!-]+/ | these interfaces | 指定接口
  -b --use-bit | in bits | 以比特显示
  -r --read-interval=/\d+(?:\.\d+)?/ | seconds between readings | 读取间隔
  endless | never ends: use bmon -o ascii:quitafter=2 | 不会结束：请使用 bmon -o ascii:quitafter=2
  = bmon -o ascii
  = bmon -p eth0
  ! bmon -f /tmp/x -o ascii

nload | shows traffic of interfaces | 查看接口流量
  from nload 0.7 nload(1)
  -m | several devices at once | 同时显示多个设备
  -t=/[1-9]\d{1,5}/ | milliseconds between updates | 刷新间隔（毫秒）
  -u={h,b,k,m,g} | unit | 单位
  operands /(?!-)[\w.:@-]+/*
  endless | never ends: use ifstat 1 5 | 不会结束：请使用 ifstat 1 5
  = nload eth0
  = nload -m
  ! nload --frobnicate

# -l writes a file; -b, -B and -u send frames to another bus.
candump | shows frames of a CAN bus | 查看 CAN 总线帧
  from can-utils 2020.11 candump(1)
  -n=/[1-9]\d{0,5}/ !ends | so many frames | 帧数
  -t={a,d,z} | with the time | 时间格式
  -x | with more details | 附加信息
  -e | with error frames | 显示错误帧
  -a | with text | 显示 ASCII
  -c | in colour | 彩色显示
  -d | with lost frames | 显示丢帧
  -L | as a log on the screen | 以日志格式显示
  operands /(?:can|vcan|slcan)\d+(?:,[\da-f:~]+)*|any/+
  endless | never ends: use candump -n 20 can0 | 不会结束：请使用 candump -n 20 can0
  = candump -n 10 can0
  = candump -t a -n 20 can0,123:7FF
  = candump can0
  ! candump -l can0
  ! candump -n 10 -l can0
  ! candump -f /tmp/x can0
  ! candump -b can1 can0
`
