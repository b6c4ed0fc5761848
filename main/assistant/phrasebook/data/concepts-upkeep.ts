import type { ConceptEntry } from '../entry-types.ts'

/** What is kept in order on a device: its clock, its logs and caches, its power. */
export const UPKEEP_CONCEPTS: readonly ConceptEntry[] = [
  // What a device was like then is not what it is like now.
  [
    'past-day',
    'modifier',
    'last night|during the night|over night|overnight|this morning|yesterday|earlier today|yesterday evening|last evening|the other day|last week|a week ago|hours ago|days ago',
    '昨晚|今早|今天早上|今天上午|今天凌晨|昨天晚上|夜里|昨夜|昨天|昨日|前天|前晚|大前天|上周|上周一|上周二|上周三|上周四|上周五|上周六|上周日|上星期|上礼拜|前几天|前两天|早上|上午|上午的|凌晨的|刚才的|之前|以前|当时|那时候|那会儿',
  ],
  [
    'by-size',
    'modifier',
    'sorted by size|by size|ordered by size',
    '按大小排|按大小排序|按大小|按体积排|按体积排序|按大小排列|按文件大小排序|按文件大小排列|根据大小排序',
  ],
  [
    'by-time',
    'modifier',
    'sorted by time|sort by time|ordered by time|sorted by date|sort by date|ordered by date|sorted by modification time|newest first|latest first',
    '按时间排序|按时间排列|按时间排|按时间先后排序|按时间倒序|按时间倒序排列|按修改时间排序|按修改时间排列|按修改时间排|按日期排序|按日期排列|根据时间排序|按最新排序|时间倒序',
  ],
  // What goes before the order to read it again.
  [
    'edited-config',
    'modifier',
    '',
    '改了配置|改过配置|配置改了|配置改好了|配置改完了|改完配置|改好配置|改好了配置|改完了配置|修改了配置|更新了配置|配置更新了|配置文件改了|改了配置文件|改完配置文件',
  ],
  [
    'shrink-to',
    'action',
    'shrink to|reduce to|cut down to|trim to',
    '压缩到|压缩至|压到|缩到|缩减到|缩减至|清理到|清理至|清到|减到|缩小到|精简到',
  ],
  [
    'ordinary-users',
    'topic',
    'regular users|normal users|human users|ordinary users|regular user accounts|normal user accounts',
    '普通用户|普通账号|普通账户|非系统用户|普通的用户|普通用户账号',
  ],
  // What is to be left of something that is tidied up.
  ['keep', 'modifier', 'keep only|but keep|leaving only', '只剩|只留|只保留|保留|留下'],
  [
    'journal',
    'topic',
    'journal|systemd journal|system journal|journald|old logs|journal files',
    '旧日志|journal日志|历史日志|老日志',
  ],
  [
    'package-cache',
    'topic',
    'apt cache|package cache|apt-get clean|apt clean|downloaded packages|package archives|apt archives',
    'apt缓存|软件包缓存|安装包缓存|apt的缓存|包缓存|下载的安装包|软件源缓存|apt 缓存',
  ],
  [
    'time-sync',
    'topic',
    'automatic time|time sync|time synchronisation|time synchronization|ntp sync|network time|automatic time sync',
    '自动校时|网络校时|自动对时|网络时间|自动同步时间|时间自动同步|ntp同步|ntp对时',
  ],
  [
    'other-machine',
    'outside',
    'other device|other devices|other machine|other machines|another device|another machine|other pi|other pis|the others|other box|other server|other servers|all others|neighbouring device',
    '另一台|另外一台|其他设备|其它设备|别的设备|其他机器|其它机器|别的机器|其余设备|隔壁那台|旁边那台|其他几台|别的树莓派|其他树莓派',
  ],
  // 立即对时: a verb with nothing beside it.
  ['sync-now', 'action', '', ''],
  ['router', 'outside', 'router|routers|network switch', '路由器|交换机|光猫|猫'],
  [
    'over-time',
    'outside',
    'history|trend|trends|over time|last month|graph|historical|since last week|evolution',
    '历史|趋势|曲线|走势|变化|变化情况|上个月|历史数据',
  ],
  [
    'power-cut',
    'topic',
    'power cut|power outage|power loss|power failure|lost power',
    '断电过|停电过|掉电过|断电|停电|掉电|断过电|停过电',
  ],
  [
    'autostart',
    'topic',
    'start at boot|start on boot|starts at boot|starts on boot|starting at boot|autostart|auto start|auto-start|enabled at boot|at boot|on boot|at startup|on startup|start automatically|starts automatically',
    '开机自动执行|自动执行|开机自启|自启|自启动|开机自启动|开机启动|开机自动启动|随机启动|自动启动|开机自动运行|自己起来|自己起|自动起来|自己启动|会自己启动|自己跑起来|自动跑起来|自动拉起|开机会|开机就|开机能|上电自启|上电启动|上电自动启动|上电就|开机启|开机自己起来|开机会自己起来|开机会起来|开机自动起|自动起|开机自动起来|开机自己跑|开机自己启动|开机自动跑|自动跑|开机会不会自动跑|开机自动运行吗|上电自动跑|开机会不会启动|开机会不会自启|开机会不会自动启动',
  ],
  [
    'boot-errors',
    'topic',
    'boot errors|errors at boot|errors during boot|errors on boot|startup errors|errors since boot|errors at startup|boot problems',
    '启动报错|启动错误|开机报错|启动有没有报错|开机有没有报错|启动时报错|启动时的错误|开机时的错误|启动过程有没有报错|启动时有没有报错|开机错误',
  ],
  [
    'previous-boot',
    'topic',
    'before it crashed|before it died|before it went down|before it hung|before it froze|before it restarted|before the freeze|previous boot|prior boot|boot before|before the reboot|before the last reboot|before the restart|before it rebooted|before rebooting|before the crash',
    '上次启动之前|上次启动前|上次开机前|上次开机之前|这次启动之前|这次开机之前|本次启动之前|重启前|重启之前|上一次启动|上一次开机|前一次启动|前一次开机|启动前|关机前|死机前|重启以前|宕机前|异常关机前|异常重启前|死机之前|崩溃前|崩溃之前|掉电前|断电前|断电之前|上次关机前|上次异常关机前|上次重启前|上次死机前|重启那会|重启那时|宕机之前|卡死前|卡死之前|死掉之前|挂掉之前|挂掉前|上一次运行|上一轮运行|上次运行期间',
  ],
  [
    'this-boot',
    'topic',
    'since boot|since the boot|current boot|this boot|since startup|since the start',
    '从开机到现在|从启动到现在|从开机以来|本次启动|这次启动|本次开机|这次开机|启动以来|开机以来|本次启动以来|本次开机以来',
  ],
  [
    'disk-io',
    'topic',
    'io|i/o|disk io|disk i/o|iowait|io wait|disk activity|iops|io load|disk load|io usage',
    '磁盘io|硬盘io|磁盘读写|硬盘读写|磁盘活动|io等待|磁盘负载|io负载|读写负载|io占用',
  ],
  [
    'serial-number',
    'topic',
    'serial number|serial no|board serial|serial of the board|device serial',
    '序列号|sn号|sn码|机身号|设备序列号|板子序列号',
  ],
  ['gpu', 'topic', 'gpu|gpu memory|gpu mem|graphics memory|video memory|vram', '显存|gpu内存|显卡|显卡内存'],
  [
    'trace',
    'topic',
    'traceroute|tracert|tracepath|trace route|trace the route|trace|hops|mtr',
    '经过几个节点|要经过几个节点|经过几个路由器|经过多少节点|走了几跳|走几跳|走多少跳|经过多少跳|经过几个路由|隔了几跳|隔几跳|中间几跳|经过几跳|要经过几跳|要几跳|几跳|多少跳|经过哪些节点|路由跟踪|跟踪|跟踪一下|跟踪下|追踪|追踪一下|跟踪路由|路由追踪|追踪路由|跳数|经过哪些路由|走哪些路由',
  ],
  [
    'firewall',
    'topic',
    'firewall|firewall rules|iptables|nftables|nft|ufw rules|packet filter|firewall status',
    '防火墙|防火墙规则|防火墙状态|防火墙策略',
  ],
]
