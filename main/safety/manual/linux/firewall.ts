/** Packet filters and what they know. */
export const FIREWALL_MANUAL = String.raw`
# -L and -S take their chain as an optional value. --modprobe runs a program, -Z zeroes counters.
iptables, ip6tables, iptables-legacy, ip6tables-legacy, iptables-nft, ip6tables-nft | shows the firewall | 查看防火墙规则
  from iptables 1.8.9 iptables(8)
  -L --list !needed | lists rules | 列出规则
  -S --list-rules !needed | lists rules as commands | 以命令形式列出规则
  -n --numeric | numbers instead of names | 显示数字
  -v --verbose | with counters | 显示计数
  -x --exact | exact numbers | 精确数值
  -t --table={filter,nat,mangle,raw,security} | this table | 指定表
  -w --wait[=/\d{1,4}/] !next | waits for others | 等待锁
  -4
  -6
  --line-numbers --line-number | numbered | 显示行号
  operands /[A-Z\d_][\w.:-]*/? /\d{1,5}/?
  = iptables -L
  = iptables -L -n -v
  = iptables -t nat -nvL
  = iptables -S INPUT
  = iptables -nL --line-numbers
  = iptables -L INPUT 3 -v
  ! iptables -F
  ! iptables -A INPUT -j DROP
  ! iptables -L -Z
  ! iptables -nvLZ
  ! iptables -LZ
  ! iptables -L -t none --modprobe=/tmp/x
  ! iptables --modprobe /tmp/x -L
  ! iptables -M /tmp/x -L
  ! iptables -nLM /tmp/x
  ! iptables -P INPUT DROP
  ! iptables -t nat
  ! iptables --list --zero
  ! iptables --zer -L
  ! iptables -D INPUT 1

iptables-save, ip6tables-save, iptables-legacy-save, iptables-nft-save, ip6tables-legacy-save, ip6tables-nft-save | shows the firewall | 查看防火墙规则
  from iptables 1.8.9 iptables-save(8)
  -c --counters | with counters | 显示计数
  -t --table={filter,nat,mangle,raw,security} | this table | 指定表
  = iptables-save
  = iptables-save -c -t nat
  ! iptables-save -f /home/pi/app.db
  ! iptables-save --file=/home/pi/app.db
  ! iptables-save -cf /home/pi/app.db
  ! iptables-save -M /tmp/x
  ! iptables-save --modprobe=/tmp/x

# nft joins its words to one text of commands: a ; ends a command, so that operands are names only.
common nft
  from nftables 1.0.6 nft(8)
  -a --handle | with handles | 显示句柄
  -n --numeric | numbers instead of names | 显示数字
  -s --stateless | without counters | 不显示状态
  -t --terse | without elements of sets | 不显示集合元素
  -S --service | names of services | 显示服务名
  -N --reversedns | names of hosts | 反向解析
  -u --guid | names of users | 显示用户名
  -y --numeric-priority | numbers for priorities | 优先级显示为数字
  -p --numeric-protocol | numbers for protocols | 协议显示为数字
  -T --numeric-time | numbers for times | 时间显示为数字
  -j --json | as JSON | 以 JSON 显示
nft: list ruleset, list tables, list table, list chains, list chain, list sets, list set, list maps, list map, list counters, list counter, list quotas, list quota, list limits, list flowtables, list flowtable, list hooks, list meters, list meter, list ct helpers, list ct timeouts | shows the firewall | 查看防火墙规则
  operands /[A-Za-z\d_][\w.\/-]*/*
  = nft list ruleset
  = nft list tables
  = nft -a list chain inet filter input
  = nft -nn list table ip nat
  = nft -j list ruleset
  ! nft flush ruleset
  ! nft -f /tmp/x
  ! nft list ruleset ';' flush ruleset
  ! nft 'list ruleset; flush ruleset'
  ! nft -i
  ! nft -I /tmp/x list ruleset
  ! nft -D x=y list ruleset
  ! nft reset counters
  ! nft -c -f /tmp/x
  ! nft -af /tmp/x
  ! nft delete table ip nat
  ! nft list ruleset '{include "/tmp/x"}'
nft: monitor | follows the firewall | 持续跟踪防火墙变化
  operands {new,destroy,tables,chains,sets,rules,elements,ruleset,trace}*
  endless | never ends: use nft list ruleset | 不会结束：请使用 nft list ruleset
  = nft monitor
  = nft monitor trace
  ! nft monitor ';' flush ruleset

ufw: status, status verbose, status numbered, version, app list, show raw, show builtins, show before-rules, show user-rules, show after-rules, show logging-rules, show listening, show added | shows the firewall | 查看防火墙规则
  from ufw 0.36 ufw(8)
  = ufw status
  = ufw status verbose
  = ufw status numbered
  = ufw app list
  ! ufw enable
  ! ufw disable
  ! ufw deny 22
  ! ufw --force reset
  ! ufw reload
  ! ufw delete 1
  ! ufw --dry-run enable
  ! ufw app update all
  ! ufw logging off
ufw: app info | shows a service of the firewall | 查看防火墙应用
  operands /[\w][\w\s().-]*/
  = ufw app info OpenSSH
  = ufw app info 'Nginx Full'
  ! ufw app default deny

firewall-cmd | shows the firewall | 查看防火墙规则
  from firewalld 1.3 firewall-cmd(1)
  --state !needed | whether it runs | 运行状态
  --check-config !needed | checks its settings | 检查配置
  --get-default-zone !needed | default zone | 默认区域
  --get-active-zones !needed | zones in use | 活动区域
  --get-zones !needed | zones | 区域
  --get-services !needed | services | 服务
  --get-icmptypes !needed | kinds of ICMP | ICMP 类型
  --get-policies !needed | policies | 策略
  --get-ipsets !needed | sets of addresses | 地址集
  --get-helpers !needed | helpers | 助手
  --get-log-denied !needed | whether refusals are logged | 拒绝日志设置
  --get-zone-of-interface=/(?!-)[\w.:@-]+/ !needed | zone of an interface | 接口所属区域
  --get-zone-of-source=/(?!-)[\w.:\/-]+/ !needed | zone of an address | 地址所属区域
  --get-target !needed | what happens by default | 默认动作
  --list-all !needed | all of a zone | 区域全部设置
  --list-all-zones !needed | all zones | 全部区域
  --list-all-policies !needed | all policies | 全部策略
  --list-services !needed | services | 服务
  --list-ports !needed | ports | 端口
  --list-protocols !needed | protocols | 协议
  --list-source-ports !needed | source ports | 源端口
  --list-icmp-blocks !needed | ICMP that is refused | ICMP 阻止
  --list-forward-ports !needed | forwarded ports | 端口转发
  --list-rich-rules !needed | rules | 富规则
  --list-interfaces !needed | interfaces | 接口
  --list-sources !needed | addresses | 来源
  --info-zone=/(?!-)[\w-]+/ !needed | one zone | 区域信息
  --info-service=/(?!-)[\w.-]+/ !needed | one service | 服务信息
  --info-ipset=/(?!-)[\w.-]+/ !needed | one set of addresses | 地址集信息
  --info-policy=/(?!-)[\w.-]+/ !needed | one policy | 策略信息
  --query-service=/(?!-)[\w.-]+/ !needed | whether a service is open | 服务是否放行
  --query-port=/(?!-)[\d-]+\/\w+/ !needed | whether a port is open | 端口是否放行
  --query-interface=/(?!-)[\w.:@-]+/ !needed | whether an interface is in it | 接口是否属于
  --query-source=/(?!-)[\w.:\/-]+/ !needed | whether an address is in it | 来源是否属于
  --query-masquerade !needed | whether it masquerades | 是否伪装
  --query-forward !needed | whether it forwards | 是否转发
  --query-panic !needed | whether all is refused | 是否应急模式
  --query-lockdown !needed | whether it is locked | 是否锁定
  --zone=/(?!-)[\w-]+/ | this zone | 指定区域
  --policy=/(?!-)[\w-]+/ | this policy | 指定策略
  --permanent | as stored | 永久配置
  -q --quiet | quiet | 静默
  = firewall-cmd --list-all
  = firewall-cmd --state
  = firewall-cmd --zone=public --list-ports
  = firewall-cmd --permanent --list-all
  = firewall-cmd --query-service=ssh
  ! firewall-cmd --reload
  ! firewall-cmd --relo
  ! firewall-cmd --compl
  ! firewall-cmd --reset-to-defaults
  ! firewall-cmd --panic-on
  ! firewall-cmd --add-port=22/tcp
  ! firewall-cmd --list-all --add-service=ssh
  ! firewall-cmd --permanent
  ! firewall-cmd --zone=public
  ! firewall-cmd --direct --passthrough ipv4 -F
  ! firewall-cmd --set-default-zone=drop
  ! firewall-cmd --runtime-to-permanent

conntrack | shows tracked connections | 查看连接跟踪
  from conntrack-tools 1.4.7 conntrack(8)
  -L --dump !needed | list | 列出
  -C --count !needed | number | 数量
  -S --stats !needed | counters | 统计
  -E --event !needed !endless | follows changes | 持续跟踪变化
  -o --output={extended,xml,save,timestamp,id,ktimestamp,labels} | layout | 输出格式
  -f --family={ipv4,ipv6} | only this family | 仅此地址族
  -p --proto=/[a-z\d]+/ | only this protocol | 仅此协议
  -s --src --orig-src=/[\d.:a-f\/]+/ | from this address | 源地址
  -d --dst --orig-dst=/[\d.:a-f\/]+/ | to this address | 目的地址
  --sport --orig-port-src=/\d{1,5}/ | from this port | 源端口
  --dport --orig-port-dst=/\d{1,5}/ | to this port | 目的端口
  --state=/[a-z_\d]+/ | in this state | 连接状态
  operands {conntrack,expect,dying,unconfirmed}?
  = conntrack -L
  = conntrack -L -p tcp --dport 1883
  = conntrack -C
  = conntrack -S
  = conntrack -E -p tcp
  ! conntrack -L -z
  ! conntrack -Lz
  ! conntrack --dump --zero
  ! conntrack -D -s 192.0.2.1
  ! conntrack -F
  ! conntrack -R /tmp/x
  ! conntrack -U -p tcp --mark 1
  ! conntrack -I -s 192.0.2.1

ipset: list | shows sets of addresses | 查看地址集合
  style word
  from ipset 7.17 ipset(8)
  -o -output={plain,save,xml} | layout | 输出格式
  -n -name | names only | 仅显示名称
  -t -terse | without elements | 不显示元素
  -s -sorted | sorted | 排序
  -r -resolve | with names of hosts | 解析主机名
  -q -quiet | quiet | 静默
  operands /[A-Za-z\d_][\w.:-]*/?
  = ipset list
  = ipset list -n
  = ipset -t list blocked
  ! ipset flush
  ! ipset destroy
  ! ipset list -f /home/pi/app.db
  ! ipset list -file /home/pi/app.db
  ! ipset -
  ! ipset restore
  ! ipset save -f /tmp/x

# dump, showconf, private-key and preshared-keys are secrets.
wg | shows WireGuard | 查看 WireGuard
  style word
  from wireguard-tools 1.0.20210914 wg(8)
  = wg
  ! wg genkey
  ! wg showconf wg0
  ! wg set wg0 peer x remove
  ! wg setconf wg0 /tmp/x
  ! wg syncconf wg0 /tmp/x
wg: show | shows WireGuard | 查看 WireGuard
  operands /(?!-)[\w.=+-]+/? {public-key,listen-port,fwmark,peers,endpoints,allowed-ips,latest-handshakes,persistent-keepalive,transfer}?
  = wg show
  = wg show wg0
  = wg show interfaces
  = wg show all latest-handshakes
  = wg show wg0 transfer
  ! wg show wg0 private-key
  ! wg show all preshared-keys
  ! wg show all dump
  ! wg show wg0 dump
  ! wg show wg0 public-key,private-key
`
