import type { ConceptEntry } from '../entry-types.ts'

/** What is tested towards another machine, and how a link is set up. Before the network, because it says more. */
export const REACH_CONCEPTS: readonly ConceptEntry[] = [
  [
    'public-ip',
    'topic',
    'public ip|public ips|public ip address|public address|external ip|external ip address|external address|wan ip|wan address|internet ip',
    '公网ip|公网的ip|公网ip地址|公网地址|外网ip|外网的ip|外网ip地址|外网地址|出口ip|出口的ip|出口地址|出口ip地址|对外ip|对外的ip|公网ip是多少',
  ],
  // Which way a packet goes: of all of them, or to one host.
  [
    'route-way',
    'topic',
    'which interface is used to reach|which route to|route to|way to',
    '默认走哪个网卡|走哪个网卡|走的哪个网卡|走的是哪个网卡|从哪个网卡出去|从哪个网卡走|走哪个网口|走哪个接口|走哪个口|走的哪个网口|走哪条路由|走哪条线|走的哪条线|走哪|走哪儿|走哪里|默认走哪|走哪张网卡|走哪块网卡',
  ],
  ['mtu', 'topic', 'mtu|mtu size|mtu value', 'mtu值|最大传输单元'],
  [
    'wifi-channel',
    'topic',
    'channel|wifi channel|frequency band|wifi band|wifi frequency|channel number|2.4 or 5 ghz|2.4ghz or 5ghz|2.4 ghz or 5 ghz',
    '信道|频道|频段|哪个频段|哪个信道|什么信道|wifi信道|无线信道|wifi频段|无线频段|信道号',
  ],
  [
    'static-ip',
    'topic',
    'static ip|static address|static ip address|fixed ip|fixed address|fixed ip address|static',
    '静态的|固定的|静态ip|静态ip地址|静态地址|固定ip|固定ip地址|固定地址|静态的ip|固定的ip|静态',
  ],
  ['fix-address', 'action', '', '固定成|固定为|固定到|固定在|写死成|写死为|写死|绑定成|绑定为|固定'],
  [
    'dhcp',
    'topic',
    'dhcp|automatic address|automatic ip|automatic ip address|ip automatically',
    'dhcp分的|dhcp分配的|dhcp分配|自动分配的|自动获取的|自动获取ip|自动获取|自动获取ip地址|自动获取地址|自动ip|自动分配|动态ip|动态获取|自动拿ip',
  ],
  [
    'renew',
    'action',
    'renew|renew the dhcp lease|renew the lease|get a new address|get a new ip',
    '重新获取|重新获取一下|重新拿|重新拿一下|重新分配|重新申请|续租|刷新一下ip|重新自动获取|重新要一个',
  ],
  [
    'reconnect',
    'action',
    'reconnect|re-connect|disconnect and reconnect',
    '重连|重连一下|重新连接|重新连一下|重新连|断开重连|断开再连|断开再重连|断一下再连|断了重连|重连下',
  ],
  ['disconnect', 'action', 'disconnect', '断开|断掉连接|断开连接|断一下|断开一下'],
  ['web-status', 'topic', 'status code|http status|http code|response code', '状态码|http状态码|返回码|响应码|响应头'],
  [
    'web-body',
    'topic',
    'return|response body|what does it return|answers with',
    '返回什么|返回的什么|返回啥|返回内容|返回的内容|返回了什么|返回结果|响应内容|返回值|接口返回',
  ],
  [
    'certificate',
    'topic',
    'certificate|tls certificate|ssl certificate|https certificate|cert',
    '证书|ssl证书|tls证书|https证书|安全证书|服务器证书',
  ],
  [
    'expiry',
    'topic',
    'expire|expired|expiry|expiry date|expiration|valid until|validity',
    '过期|到期|有效期|有效期到|过没过期|过期没|过期没有|过期了没|过期了没有|快过期|快到期|还有效',
  ],
  ['iperf', 'topic', 'iperf|iperf3', ''],
  ['vpn', 'topic', 'vpn|tunnel|vpn tunnel|vpn connection', '隧道|vpn隧道|vpn连接'],
  [
    'modem',
    'topic',
    'modem|cellular|cellular modem|mobile network|lte|sim card|sim',
    '蜂窝|蜂窝网络|蜂窝信号|蜂窝模块|sim卡|移动网络|物联网卡|流量卡|蜂窝模组|蜂窝网卡',
  ],
  // 放行了吗 asks how it is.
  ['open', 'modifier', '', '放行了吗|放行了没|放行没|放行没有|有没有放行|放行过吗|放行了没有|是否放行'],
  ['allow-port', 'action', 'let through|allow port|allow the port', '放行|放开|放通'],
  ['for-good', 'modifier', 'for good|permanently|until further notice', '彻底|永久|永久性|长期'],
  ['set', 'action', 'switch back to|change back to|back to', '设定|配|配个|配一个|配上|恢复为|还原为|还原成'],
  // 和 nas.local 之间: both ends of a test.
  ['courtesy', 'filler', 'between|against|towards', '之间|并且|进行一次|做一次|迹象|征兆|苗头|尝试'],
  ['installed', 'modifier', '', '有安装|有装'],
  ['enough', 'modifier', '', '充足|充裕|足够'],
  ['well', 'modifier', '', '在正常范围|正常范围内|在合理范围|合理范围内'],
  ['info', 'modifier', '', '规则|规则列表'],
  ['warning', 'modifier', 'warning|warnings', '警告|告警|警告信息|告警信息|警告日志|告警日志'],
  [
    'each-core',
    'topic',
    'each core|every core|per core|all cores|individual cores',
    '各核|各个核|每个核|每核|各核心|每个核心|各个核心|逐核',
  ],
  ['connected', 'modifier', '', '抓到|抓到了|抓得到|抓不到|有抓到|没抓到|松了|松动|松没松|松了吗|松掉'],
  ['what-to-do', 'outside', '', '咋整|怎么整|怎么弄|怎么搞'],
  ['running', 'modifier', '', '起来的|跑起来的|拉起来的|启动起来的'],
  ['signal', 'modifier', '', '差不差'],
]
