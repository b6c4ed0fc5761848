import { parseNumber } from '../numbers.ts'
import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const TOPIC = '[a-z0-9_$+#-]{1,40}(?:/[a-z0-9_$+#.-]{1,40}){1,8}'
const WHEN = '(?:什么时候|啥时候|何时|几点|哪天|哪一天|几号)'
const OF_LINES = /[/~]|config\.txt|\.(?:conf|cfg|ini|ya?ml|json|txt|js|toml|env)(?![a-z])|sshd_config/u
const ABOUT = '(?:跟|和|与|有关|关于|带有?|含有?|包含)'
const LINES = '(?:那?几?[些条]?行|的?(?:配置|设置|内容|部分|参数|行))'
const ERRORS = '(?:报错|错误|异常|警告|告警|失败|超时|掉线|断开|error)'
const IN_LOG = /日志|dmesg|syslog|journal|in the log/u
const OF_FILES = /(?:哪个|哪些|哪几个|什么)文件|哪里|哪儿/u
const MOUNTED = /挂(?:载|上|好|着|没)/u
const LIFE = /健康|坏道|寿命|smart|好坏|坏了/u

/** Files that a program keeps in one place, by their bare names. */
const USUAL_FILES: Readonly<Record<string, string>> = {
  'mosquitto.conf': '/etc/mosquitto/mosquitto.conf',
  'nginx.conf': '/etc/nginx/nginx.conf',
  sshd_config: '/etc/ssh/sshd_config',
  'smb.conf': '/etc/samba/smb.conf',
  'chrony.conf': '/etc/chrony/chrony.conf',
  'dhcpcd.conf': '/etc/dhcpcd.conf',
  'config.txt': '/boot/firmware/config.txt',
  'cmdline.txt': '/boot/firmware/cmdline.txt',
}

const readAge: SlotPattern['read'] = (_typed, folded) => {
  const number = /\d{1,4}|[一二两三四五六七八九十百半]{1,4}/u.exec(folded)?.[0] ?? ''
  const unit = folded.includes('年') ? 365 : folded.includes('月') ? 30 : /周|星期/u.test(folded) ? 7 : 1
  const days =
    number === '半' ? Math.round(unit / 2) : (/^\d/u.test(number) ? Number(number) : parseNumber(number)) * unit
  return days >= 1 && days <= 3650 ? { days: String(days) } : null
}

/** What is named before or behind what is asked of it: files, drives, units, ports, pages. */
export const OBJECT_PHRASES: readonly SlotPattern[] = [
  {
    pattern:
      /(?<!(?:超过|大于|多于) ?)(?<![a-z0-9])((?:\d{1,4}|[一二两三四五六七八九十百半]{1,4}) ?个?(?:天|日|周|星期|月|年)(?:(?:以前|之前|前|以上)的?|(?:都)?(?:没有?)(?:再)?(?:动|改|用|更新|修改|写)过?的?))(?=.{0,12}(?:文件|日志|[列找]|csv|log|txt|json|jpe?g|mp4|zip|gz|db|[/~]|视频|图片|照片|$))/dgu,
    read: readAge,
    says: 'untouched',
    onlyWith: [/[/~]/u, /找|列|看|哪些|有没有|有多少|的 ?(?:csv|log|txt|json|jpe?g|png|mp4|zip|gz|文件|日志|照片)/u],
    notWith: /删|清|移|压缩|打包|备份|登录|启动|重启/u,
  },
  {
    pattern: /(?<=的 ?)(csv|log|txt|json|jpe?g|png|mp4|zip|gz|db)(?=[?？。,， ]|$|有|在)/dgu,
    read: (_typed, folded) => ({ file: `*.${folded}` }),
    onlyWith: [/[/~]/u, /[天日周期月年](?:以前|之前|前|以上|都?没)/u],
    notWith: /删|清|移|压缩|打包|备份/u,
  },
  {
    pattern: /(?<![a-z0-9_.-])((?:\/dev\/)?(?:sd[a-z]|nvme\dn\d))(?![a-z0-9_./-])/dgu,
    read: (_typed, folded) => ({ path: folded.startsWith('/') ? folded : `/dev/${folded}` }),
    says: 'smart-drive',
    onlyWith: LIFE,
    notWith: /修复|格式|挂|卸|换/u,
  },
  phrase('courtesy', /(u盘|硬盘|数据盘|移动硬盘|分区|磁盘|盘) ?(?=(?:\/dev\/)?sd[a-z]\d{0,2} ?(?:挂|是))/dgu),
  phrase(
    'mounted-there',
    /(挂(?:载|在|到)?[上好着]?(?:在|到)?了?(?:没有|没|吗)|有没有挂(?:载|上)?|挂[载在到]{0,2}(?:哪个?|哪里|什么|啥)(?:目录|地方|位置|文件夹|下面?|里)?了?)/dgu,
    [/\/(?:dev|mnt|media|srv|data)(?:\/|(?![a-z]))|(?<![a-z])(?:sd[a-z]\d|mmcblk\dp\d|nvme\dn\dp\d)/u, /挂/u],
    /把|帮|怎么|如何|fstab|\d\.\d|\/\//u,
  ),
  phrase(
    'courtesy',
    /((?<![a-z/_-])(?:nfs|nas|cifs|smb)(?:盘|共享|目录)?|网络盘|共享(?:目录|盘)?|u盘|硬盘|移动硬盘)(?= ?(?:挂|有没有挂))/dgu,
    [/\/(?:mnt|media|srv|data)(?:\/|(?![a-z]))/u, MOUNTED, /[吗没]/u],
    /把|帮|怎么|fstab|\d\.\d|\/\/|卸/u,
  ),
  phrase('courtesy', /(火狐|谷歌浏览器|浏览器)/dgu, /chromium|chrome|firefox/u),
  phrase('courtesy', /(数据库)/dgu, /influx|mysql|mariadb|postgres|redis|mongo|sqlite/u, /备份|大小|多大/u),
  phrase(
    'compose-word',
    /((?:的|里的?)?(?:docker[ -]?)?compose ?(?:项目|的?容器|服务)?)/dgu,
    [/[/~]/u, /状态|跑|运行|起来|正常|挂|哪些容器|情况|怎么样|\bstatus\b/u],
    /更新|拉|pull|停|重启|启动|起起来|up -d|down|日志/u,
  ),
  phrase(
    'wireguard',
    /((?:用的?是?|走的?是?)? ?(?<![a-z])wireguard(?: ?隧道)?)/dgu,
    /vpn|连|通|起来|状态|\b(?:connected|up)\b/u,
    /服务|重启|启动|停|开机|自启|日志|装|密钥|握手|配置/u,
  ),
  phrase('running', /(连[上着]?了?(?:没有?|吗)?)/dgu, /openvpn|zerotier/u, /\d\.\d|到|wi-?fi/u),
  phrase('courtesy', /((?:vpn[,， ]{0,2})?(?:用|走)的?是?|vpn ?)(?= ?(?:openvpn|tailscale|zerotier))/dgu, /vpn|连/u),
  // What is told before the order.
  phrase(
    'courtesy',
    /((?:我|马上|准备|等下)?(?:要?拔(?:掉|下|走)?(?:这个)?(?:u ?盘|优盘|移动硬盘|硬盘|盘|sd ?卡)|(?:u ?盘|优盘|移动硬盘|硬盘)(?:马上|准备)?要?拔(?:掉|走)?)了?[,， ] ?)/dgu,
    /卸|弹出/u,
  ),
  phrase(
    'courtesy',
    /((?<=日志|journal) ?(?:文件)?(?:太占|很占|占(?:了|用)?太多|占满了?|太大|太多)(?:的)?(?:地方|空间|磁盘|硬盘)?了?[,， ] ?)/dgu,
    [/留|清/u, /\d ?[mg]/u],
  ),
  phrase('courtesy', /((?:就行|就好|就够|就可以)了?)(?=[。!]?$)/dgu, [
    /日志|journal/u,
    /留 ?(?:最多|下)?个? ?\d+ ?[mg]/u,
  ]),
  phrase('shrink-to', /(清(?:理|空)?到(?:只剩|只留|剩)?)(?= ?\d+ ?[mg])/dgu, /日志|journal/u, /文件|\//u),
  phrase(
    'shrink-to',
    /((?:就|只|最多|就只)?保?留(?:最多|下)?(?:个)?)(?= ?\d+ ?[mg])/dgu,
    [/日志|journal/u, /太大|太占|占|太多|清/u],
    /清|删|文件/u,
  ),
  phrase(
    'courtesy',
    /((?:我)?(?:刚|刚刚)?改(?:过|好|完)?了? ?(?:systemd ?)?的?(?:unit|service|单元|服务) ?(?:的?(?:配置)?文件)?了?[,， ] ?|(?:unit|service|单元|服务) ?文件(?:刚)?改(?:过|好|完)?了[,， ] ?)/dgu,
    /systemd|daemon/u,
  ),
  phrase('daemon-reload', /((?:重新加载|重载|重新读取|reload) ?(?:一下|下)? ?systemd(?:配置)?)/dgu),
  {
    pattern:
      /(?<![a-z0-9_./~-])(?<!(?:目录|文件夹|[a-z0-9_/]) ?[里下中]面? ?的? ?)(mosquitto\.conf|nginx\.conf|sshd_config|smb\.conf|chrony\.conf|dhcpcd\.conf|(?:config|cmdline)\.txt)(?![a-z0-9_./-])/dgu,
    read: (_typed, folded) => ({ path: USUAL_FILES[folded] ?? '' }),
    onlyWith: /注释|有关|相关|[里中]|行|内容|看|有没有写|备份到|复制到|拷/u,
    notWith: /找|在哪|哪里|find|where|[a-z]:\\|改|删|写入|桌面|(?:目录|文件夹)[里下中]|解压|恢复|还原|覆盖/u,
  },
  {
    pattern: new RegExp(
      `((?:${ABOUT} ?|(?<=[里中内]面?的? ?))[a-z0-9_][a-z0-9_.:-]{0,40} ?(?:有关|相关)?的?${LINES})`,
      'dgu',
    ),
    read: (typed) => {
      const text = /[a-z0-9_][a-z0-9_.:-]*/iu.exec(typed)?.[0]
      return text === undefined ? null : { text }
    },
    says: 'lines-about',
    onlyWith: OF_LINES,
    notWith: /日志|第|最后|前 ?\d|多少|几行|改|删|加|\.log(?![a-z])|\/var\/log/u,
  },
  ...[
    /(?<=(?:txt|conf|cfg|ini|ya?ml|json|sshd_config) ?(?:[里中]面?)?)((?:有没有|有无|是否有)[写配设开加]?了? ?[a-z][a-z0-9_.=-]{1,40})(?![a-z0-9_.=-])/dgu,
    /(?<=(?:txt|conf|cfg|ini|ya?ml|json|sshd_config) ?[里中]面?的? ?)([a-z][a-z0-9_]{1,40})(?=[?？。]?$| ?是多少| ?[设的]的?值)/dgu,
  ].map(
    (pattern): SlotPattern => ({
      pattern,
      read: (typed) => ({ text: typed.split(/[^a-z0-9_.=-]/iu).at(-1) ?? '' }),
      says: 'lines-about',
      onlyWith: OF_LINES,
    }),
  ),
  phrase(
    'no-comments',
    /((?:去掉|去除|不要|除去|过滤掉?|不看|不显示|别显示|排除|忽略|不带|跳过)(?:里面?的?|其中的?)?(?:所有|全部)?的?注释(?:行)?(?:(?:和|与|及|、)?空白?行?)?(?:都)?|注释(?:行)?(?:去掉|过滤掉?|不要|别显示|不显示|不看)|只看有效的?(?:行|配置|内容)|\bwithout (?:the )?comments\b)/dgu,
    [OF_LINES, /^(?!把|将)|看/u],
    /保存|写回|改|删/u,
  ),
  {
    // 日志里有没有hdmi的报错
    pattern: new RegExp(
      `(?<=(?:日志|dmesg|syslog|journal) ?(?:里|中)?面?(?:有没有|有无|是否有|有)?(?:出现)? ?|\\berrors? (?:of|about) )((?:跟|和|关于)? ?(?!(?:mosquitto|nginx|docker|ssh|grafana|influxdb|node-?red|redis|mysql|postgres|apache|chrony|cron|kernel|system|the)(?![a-z]))[a-z][a-z0-9_.-]{1,40} ?(?:(?:有关的?|相关的?|的)? ?${ERRORS}| (?=in (?:dmesg|the log)(?![a-z]))))`,
      'dgu',
    ),
    read: (typed) => ({ text: /[a-z][a-z0-9_.-]*/iu.exec(typed)?.[0] ?? '' }),
    says: 'log-about',
    onlyWith: IN_LOG,
    notWith: /[a-z] ?日志|容器|docker|\/|(?:内核|dmesg).{0,20}usb/u,
  },
  phrase(
    'out-of-memory',
    /(内核(?:日志)?(?:里|中)?(?:有没有|有无|是否|最近)?(?:报|出现|发生)过?了? ?oom|(?<![a-z])oom(?: ?killer)?(?=报|的? ?记录))/dgu,
  ),
  {
    pattern:
      /(?<=(?:(?:哪个|哪些|哪几个|什么)文件|哪里|哪儿)(?:里面?|中)?里?(?:写|引?用|提|配|设|有|出现|含)[到了着有过]{0,2} ?)([a-z0-9_][a-z0-9_.:@/-]{1,60})(?=[?？。]?$)/dgu,
    read: (typed) => ({ text: typed }),
    onlyWith: [OF_FILES, /\//u],
  },
  phrase(
    'contain',
    /(?<=(?:(?:哪个|哪些|哪几个|什么)文件|哪里|哪儿)(?:里面?|中)?)(里?(?:写|引?用|提|配|设|出现|含)[到了着有过]{0,2})/dgu,
    [OF_FILES, /\//u],
  ),
  {
    // 有个叫 backup.sh 的脚本: a name that is looked for.
    pattern: /(?<=叫做? ?)([a-z0-9_-]{1,60}\.[a-z0-9]{1,6})(?= ?的? ?(?:脚本|文件|程序))/dgu,
    read: (typed) => ({ file: typed }),
    onlyWith: /在哪|哪里|放哪|哪儿|有没有|找/u,
    notWith: /建|写|删|改/u,
  },
  phrase(
    'courtesy',
    /((?:有)?(?:一?个)?(?:名字)?叫做? ?)(?=[a-z0-9_-]{1,60}\.[a-z0-9]{1,6} ?的? ?(?:脚本|文件|程序))/dgu,
    /在哪|哪里|放哪|哪儿|有没有|找/u,
    /建|写|删|改/u,
  ),
  phrase(
    'courtesy',
    /((?<=\.[a-z0-9]{1,6} ?)(?:的|这个|那个)? ?(?:脚本|程序|文件))(?=[,， ]? ?(?:是?在|放在?)?(?:哪|什么))/dgu,
  ),
  phrase(
    'open',
    /((?:是|在)?(?:监听|侦听|绑定?|听)的?[是在到]{0,2}(?:(?:哪个|哪些|什么|啥)? ?(?:ip ?地址|ip|地址|网卡|网口)上?的?|(?:本机|本地)还是(?:所有|全部)(?:地址|网卡)?))/dgu,
    /(?<![\d.])\d{2,5}(?![\d.])/u,
    /改|设|\d\.\d/u,
  ),
  {
    pattern:
      /(?<=(?<![a-z0-9])(?:mysql|mariadb|postgres(?:ql)?|redis|influxdb|grafana|nginx|mosquitto|mqtt|emqx|node-?red|prometheus|ssh|opcua|modbus|mongo(?:db)?) ?)(\d{2,5})(?= ?(?:端口)?(?:在听|开|有没有|有人|在监听|监听|起来|通|还在))/dgu,
    read: (typed) => ({ port: typed }),
    says: 'port',
    notWith: /\d\.\d|[:：]\d|docker|容器|版本/u,
  },
  phrase(
    'link-target',
    /(是?(?:指向|指到|指的是?|链接到|对应的?是?|映射到)的?(?:是)?(?:哪个|哪一个|什么|哪里?)(?:串?口|设备|tty|节点|文件|硬件)?)/dgu,
    /\/dev\//u,
    /芯片|型号|by-id|固定/u,
  ),
  phrase(
    'read-only',
    /([变成是]{0,3}了?(?:不是)?只读(?:的|了)?(?:还是(?:可)?读写)?|(?:现在)?(?:还)?(?:能不能写|能写|可写)(?:入)?(?=吗|不|[?？]|$))/dgu,
    [/只读|写/u, /\/|根目录/u],
    /改|挂|设|把|重新|remount/u,
  ),
  phrase(
    'newest-of',
    new RegExp(
      `((?:里面?|下面?|中)?的?(?:最新|最近|最后)(?:的|一[次份个]){0,2}(?:备份|文件|日志|数据|照片|视频)(?:文件)?(?:是|在)?${WHEN}(?:的|做的|生成的|备份的)?)`,
      'dgu',
    ),
    /[/~]/u,
  ),
  phrase('courtesy', /(放[到在]?)(?= ?[/~])/dgu, [/拍/u, /\.(?:jpe?g|png)/u]),
  phrase('photo', /(抓?拍(?:一|个)?张(?:照片?|图|相片?)?)(?= ?(?:存|保存|放|到))/dgu, /\.(?:jpe?g|png)/u),
  phrase(
    'courtesy',
    /((?:播放页面?|页面|网页|接口|地址|链接|网址|首页|管理页面?|后台|登录页面?|这个) ?(?:是)?[:：]?)(?= ?https?:)/dgu,
    /通|打得开|打开|访问|正常|能开|响应|活/u,
  ),
  ...[
    '(?<![a-z0-9_$+#/.:@-])(TOPIC)(?= ?[上里]?面?保留[着了]?的消息)',
    '(?<=[等收] ?(?:一|\\d{1,3}) ?[条个](?:新的?|的)? ?)(TOPIC)',
  ].map(
    (form): SlotPattern => ({
      pattern: new RegExp(
        form.replace('TOPIC', () => TOPIC),
        'dgu',
      ),
      read: (typed) => ({ topic: typed }),
    }),
  ),
  phrase('retained', /(保留(?:着|下来)?的 ?消息)/dgu, /[a-z0-9]\//u, /发|推|清|删/u),
  phrase('mqtt-topic', /(的?新?消息)/dgu, /[等收] ?(?:一|\d{1,3}) ?[条个].{0,4}[a-z0-9_$+#-]{1,40}\//u),
  {
    pattern: /([等收] ?(?:一|\d{1,3}) ?[条个](?:新)?(?:的)?)(?= ?[a-z0-9_$+#-]{1,60}\/)/dgu,
    read: (_typed, folded) => ({ count: /\d+/u.exec(folded)?.[0] ?? '1' }),
    says: 'subscribe',
  },
  phrase(
    'courtesy',
    /([,， ] ?看看?(?:能不能|能否)?收(?:不收得到|得到收不到|不收得到|得到|到)(?:吗|没有?)?)/dgu,
    /等|收|订阅/u,
  ),
]
