import type { ConceptEntry } from '../entry-types.ts'

/** Network, and who uses the device. */
export const NETWORK_CONCEPTS: readonly ConceptEntry[] = [
  [
    'ip',
    'topic',
    'ip|ips|ip address|ip addresses|network address|network addresses|address|addresses|ipv4|ipv6|ifconfig|ip addr|local ip|lan ip|ipv4 address|ipv6 address|ipconfig|ip config|ip configuration|network addr|ip info|lan address|local address|inet address',
    'ip地址|网络地址|地址|位址|ip位址|内网ip|局域网ip|内网地址|ip|本机ip|本机地址|ip信息|局域网地址|内网ip地址|本地ip|本地地址|ip是多少',
  ],
  [
    'network',
    'topic',
    'network|net|networking|networks|lan|ethernet|network connection',
    '网络|网路|局域网|以太网|有线网|网络连接|网路连线',
  ],
  [
    'interface',
    'topic',
    'interface|interfaces|network interface|network interfaces|nic|nics|network card|network cards|network adapter|network adapters|adapter|adapters|eth0|wlan0',
    '网卡|网口|接口|网络接口|网络适配器|适配器|网络卡|网卡接口',
  ],
  [
    'mac',
    'topic',
    'mac|mac address|mac addresses|hardware address|hardware addresses|physical address',
    'mac地址|物理地址|硬件地址|mac位址|mac',
  ],
  [
    'route',
    'topic',
    'gateway|default gateway|route|routes|routing|routing table|default route|route table|gw|default gw',
    '网关|路由|路由表|闸道|默认网关|默认路由|缺省路由|预设闸道|默认路由表|路由信息',
  ],
  [
    'internet',
    'topic',
    'internet|internet access|internet connection|online|outside world|internet connectivity|the internet|network connectivity|web access|internet working|outside network|external network|the web|world wide web|wan',
    '互联网|外网|上网|联网|网|上不上网|公网|互联网连接|通网|连网|上得了网|连上网|能上网|网络连通|网络通|网通|网络连通性|网络是否通|网络通不通|连外网|外部网络|访问外网|访问互联网|联网状态|断网|连接互联网|网络可用|网络正常|连上外网|连上互联网|网络连接正常|上不了网|连不上网|没网|没网络|没有网|没有网络|断网了|掉线|网络断了|上网不|有网|有网络|有没有网|有没有网络',
  ],
  [
    'ping',
    'topic',
    'ping|pings|pingable|reachable|reach|connectivity|contact|latency|connection to|talk to|ping test|reachability|access|respond|responds|responding|answer|answers|round trip|ping time|get to|pinging',
    'ping通|连通|连通性|可达|延迟|通|连得上|连不上|ping一下|ping下|通不通|到达|连上|ping得通|访问到|连得通|连线|连通情况|延时|ping|访问|打得开|连得到|网络延迟|ping得到|能到|响应|联通|连接得上|连通吗|回应|通畅|畅通|网络通畅',
  ],
  [
    'port',
    'topic',
    'port|ports|tcp port|tcp ports|udp port|udp ports|network ports|sockets|ss|netstat|tcp|udp|listening ports|open ports|service ports',
    '端口|埠|连接埠|端口号|通讯埠|网络端口|tcp端口|udp端口|埠号|侦听端口|监听端口|开放端口|服务端口|通信端口',
  ],
  [
    'connection',
    'topic',
    'connection|connections|tcp connections|network connections|established connections|open connections|active connections',
    '连接数|网络连接数|连接情况|tcp连接|当前连接|活动连接|已建立的连接|网络连接情况|连接|建立的连接|连线数|建立连接|连接建立',
  ],
  [
    'traffic',
    'topic',
    'traffic|network traffic|bandwidth|bytes sent|bytes received|throughput|packets|network usage|network statistics',
    '流量|网络流量|带宽|收发字节|网速|吞吐|丢包|网络使用情况|收发流量',
  ],
  [
    'neighbour',
    'topic',
    'arp|arp table|neighbours|neighbors|arp cache|neighbor table',
    'arp|arp表|邻居|arp缓存|邻居表',
  ],
  [
    'wifi',
    'topic',
    'wifi|wi-fi|wireless|wlan|ssid|wifi signal|wireless network|wireless signal|signal strength|wi-fi signal|wifi network|wireless connection|wifi connection|hotspot|access point|wifi name|wifi strength|wireless lan|wi-fi strength',
    '无线|无线网|无线网络|wifi信号|信号强度|无线信号|无线网卡|讯号|信号|无线网路|wifi|wlan|无线连接|无线讯号|讯号强度|wifi连接|无线连接情况|热点|wifi名|wifi名称|无线信号强度|无线局域网|wifi强度|无线热点',
  ],
  [
    'dns',
    'topic',
    'dns|nameserver|nameservers|name server|name servers|resolver|resolvers|dns server|dns servers|dns settings|resolv.conf|dns configuration|dns config|dns resolver|dns address|name resolution|domain|domain name',
    'dns|域名服务器|域名解析|dns服务器|dns设置|dns配置|名称服务器|域名服务|域名伺服器|dns地址|dns解析|dns服务器地址|解析服务器|域名',
  ],
  [
    'resolve',
    'topic',
    'resolve|resolves|resolving|resolution|lookup|dns lookup|nslookup|look up the ip of|look up the address of|dig|resolved|resolves to|host lookup|ip for|ip of|address of',
    '解析|解析到|解析成|解析出|查域名|解析一下|解析一下域名|域名解析到|对应的ip|对应ip',
  ],
  [
    'login',
    'topic',
    'login|logins|logged in|logged on|logon|logons|sign in|sign ins|signed in|sessions|ssh sessions|log in|logged into|login attempts|signed on|logging in|log ins|shell sessions|remote sessions|logged-in|signed-in|logged-on',
    '登录|登陆|登入|登录了|登着|登了|登上|登进|登在|会话|在线|登录的|上线|登录着|登录状态|已登录|登录情况|远程登录|当前用户有谁|当前用户有哪些|现在用户有谁',
  ],
  [
    'login-history',
    'topic',
    'login history|login records|last logins|recent logins|history of logins|latest logins|sign-in history',
    '登录记录|登陆记录|登入记录|登录历史|登入纪录|登录日志|上次登录|最近登录|登陆历史|历史登录|登录过|登陆过|登入历史|最后登录|最近登入|最后一次登录',
  ],
  [
    'user',
    'topic',
    "user|users|who|people|anyone|anybody|who is on|someone|who else|somebody|who is connected|who's on|who else is|operators",
    '用户|谁|使用者|人|都有谁|别人|哪些人|几个人|多少人|有人登|有没有人|有人在|有人吗',
  ],
  [
    'whoami',
    'topic',
    'whoami|who am i|my user|which user am i|what user|which user|run as|running as|executing as|as which user|effective user',
    '我是谁|当前用户|当前账号|以什么用户|哪个用户|什么用户|以哪个用户|什么身份|用的什么用户|用哪个用户|当前登录用户名|运行身份|我是哪个用户|我是什么用户',
  ],
  [
    'account',
    'topic',
    'account|accounts|user account|user accounts|local users|system users|all users',
    '账号|帐号|账户|用户列表|用户名单|系统用户|本地用户|所有用户|用户账号',
  ],
]
