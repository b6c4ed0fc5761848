import { parseNumber } from '../numbers.ts'
import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const GROUPS =
  'dialout|docker|gpio|i2c|spi|video|audio|plugdev|input|render|netdev|adm|lpadmin|bluetooth|www-data|kvm|tty'
const OF_DISK = /卡|盘|(?<![a-z])(?:sd|ssd|disk|drive|card|mmc[a-z0-9]*)(?![a-z])/u
const NOT_WANTED = '(?:没用|无用|不需要|不用|用不到|用不着|不再需要|不再用|多余|孤立)(?:了)?'
const TAKEN_AWAY = '(?:删除?|清理?|卸载?|移除)(?:掉|了|一下)?'
const NUMBER_OF_LINES = '(?:[一二两三四五六七八九十]{1,3})'

const readDays: SlotPattern['read'] = (_typed, folded) => {
  const number = /\d{1,4}|[一二两三四五六七八九十百]{1,4}/u.exec(folded)?.[0] ?? ''
  const days = (/^\d/u.test(number) ? Number(number) : parseNumber(number)) * (/周|星期/u.test(folded) ? 7 : 1)
  return days >= 1 && days <= 3650 ? { days: String(days) } : null
}

/** Phrases that say what a list of words says elsewhere. */
export const KNOWN_PHRASES: readonly SlotPattern[] = [
  phrase(
    'onewire-sensors',
    /((?:1-?wire|one-?wire|单总线|一线总线|(?<![a-z])w1)(?: ?总线)?(?: ?上)? ?(?:的|一共|总共|都)?(?:挂|接|连|有)?(?:了|着)?(?:哪些|几个|多少个?|什么)?的?(?:温度)?(?:传感器|探头))/dgu,
    undefined,
    /开启|启用|打开|关闭|关掉|禁用|多少度|几度/u,
  ),
  phrase('clock-sync', /(时钟(?:模块|芯片)|rtc ?(?:模块|芯片| module| chip)|实时时钟(?:模块)?)/dgu),
  phrase('clock-sync', /((?:系统|设备)?(?:时间|时钟)(?:现在)?(?:还)?(?:准不准|准吗|准么|准确吗|准确不|走得准吗?))/dgu),
  phrase(
    'out-of-memory',
    /((?:因为|由于)?内存(?:不够|不足|耗尽|满)了?(?:而|被|就)?(?:系统)?(?:杀|kill|干掉|结束)(?:掉|死)?(?:了|过)?的?(?:进程|程序)?)/dgu,
  ),
  {
    pattern:
      /(?<=(?<![a-z])apt(?:-get)? ?(?:装|安装)(?:过|了)? ?)([a-z0-9][a-z0-9+.-]{1,40})(?= ?(?:没有|没|吗|么)[?？]?$)/dgu,
    read: (_typed, folded) => ({ package: folded }),
  },
  phrase(
    'held',
    /((?:哪些|什么|有没有)?(?:软件)?包?(?:是)?被?(?:锁定?|固定|hold)(?:住|了)?(?:的|了)?(?:不(?:能|让|许|会)?(?:被)?(?:升级|更新))的?(?:软件)?包?)/dgu,
    /哪些|什么|有没有|列|看/u,
  ),
  { pattern: /(家里的?(?:目录|文件夹))/dgu, read: () => ({ path: '~' }) },
  phrase('disk', /(根文件系统|\broot file ?system\b)/dgu, undefined, /只读|扩/u),
  {
    pattern: /(?<![a-z0-9_./\\-])((?:config|cmdline)\.txt)/dgu,
    read: (typed) => ({ path: `/boot/firmware/${typed.toLowerCase()}` }),
    onlyWith: /里|内容|看|show|cat|有没有|配了|写了/u,
    notWith: /找|在哪|哪里|\bfind\b|where|\/|[a-z]:\\|改|加|删|写入|备份|复制|目录|桌面/u,
  },
  phrase(
    'cancel-shutdown',
    /(取消掉?(?:刚才|刚刚|之前|先前|已经|上次)?(?:定|设定?|设置|安排|预约|计划|预定)(?:好|下|了|过)?的?(?:定时)?(?:关机|重启)|(?:刚才|刚刚|之前|昨天|今天)?(?:定|设定?|设置|安排|预约)(?:好|下|了|过)?的?(?:定时)?(?:关机|重启)(?:任务|计划)?取消(?:掉|一下|了)?)/dgu,
  ),
  phrase('into-group', new RegExp(`(加上?|添加|开(?:通)?|赋予|授予)(?=一?个? ?(?:${GROUPS}) ?组?的? ?权限)`, 'dgu')),
  {
    pattern: new RegExp(`(?<=(?:加上?|添加|开(?:通)?|赋予|授予) ?)(${GROUPS})(?= ?组?的? ?权限)`, 'dgu'),
    read: (typed) => ({ group: typed.toLowerCase() }),
  },
  {
    pattern: new RegExp(
      `(?<=给 ?)([a-z_][a-z0-9_-]{0,31})(?= ?(?:用户)? ?(?:加上?|添加|开通?|赋予) ?(?:${GROUPS}) ?组?的? ?权限)`,
      'dgu',
    ),
    read: (typed) => ({ account: typed.toLowerCase() }),
  },
  {
    pattern: /(?<![a-z0-9_./-])(sd[a-z]|nvme\dn\d)(?![a-z0-9_./-])/dgu,
    read: (typed) => ({ path: `/dev/${typed.toLowerCase()}` }),
    onlyWith: /分区|文件系统/u,
    notWith: /挂|卸|格式/u,
  },
  {
    pattern: /(?<=[里中内]面?(?:查找|搜索|搜|找)(?:一下|下)? ?)([a-z0-9_][a-z0-9_.-]{1,60})$/dgu,
    read: (typed) => ({ text: typed }),
    onlyWith: /(?:所有|全部)的? ?(?:conf|cfg|ya?ml|json|ini|py|sh|txt|log|service|xml)/u,
  },
  phrase('group', new RegExp(`(?<=(?:加上?|添加|开(?:通)?|赋予|授予) ?(?:${GROUPS}) ?)(组?的? ?权限)`, 'dgu')),
  phrase('sync-now', /(手动(?:对时|校时|同步时间|对一?下时)|对一?(?:下|次)时(?!间|区))/dgu),
  phrase(
    'autoremove',
    new RegExp(
      `(自动(?:装|安装)(?:上|的|了)?(?:又|且|但|而|现在|已经){0,2}${NOT_WANTED}的?(?:软件)?包(?:都|给|全)?${TAKEN_AWAY}|${NOT_WANTED}的?(?:依赖包?|软件包)(?:都|给|全)?${TAKEN_AWAY})`,
      'dgu',
    ),
  ),
  phrase(
    'saved-wifi',
    /((?:都|已经)?(?:存|保存|记住|记)(?:了|过|着)?(?:哪些|几个|多少个?|什么) ?(?:无线网?络?|wi-?fi|热点)(?:网络)?|已?(?:保存|存|记住)(?:过|好|下来)?的(?:无线网?络?|热点))/dgu,
  ),
  phrase(
    'port-speed',
    /(协商(?:到|成|的|出)?了?(?:速率|速度|千兆|百兆|万兆|多少兆?|是多少)?)/dgu,
    /网口|网卡|网线|有线|eth|千兆|百兆/u,
  ),
  {
    pattern:
      /((?:超过)? ?(?:\d{1,4}|[一二两三四五六七八九十百]{1,4}) ?(?:天|日|周)(?:以前|之前|前)的?)(?=.{0,10}(?:文件|日志|[列找]))/dgu,
    read: readDays,
    says: 'untouched',
    onlyWith: /\//u,
    notWith: /删|清|移|压缩|打包|备份|[改动]过/u,
  },
  {
    pattern:
      /(?<![a-z0-9.*])(gz|tgz|tar|log|bak|tmp|zip|csv|jpe?g|png|mp4)(?= ?(?:格式的?)?(?:文件|图片|照片|视频|压缩包))/dgu,
    read: (typed) => ({ file: `*.${typed.toLowerCase()}` }),
    onlyWith: /\//u,
    notWith: /\.(?:log|gz|tar|zip)(?![a-z])|删|清|压缩|打包/u,
  },
  phrase('picture', /((?<=jpe?g|png|mp4) ?(?:图片|照片|视频))/dgu, /\//u),
  phrase('how-many', /((?:一共|总共)?有?(?:多少|几)张)/dgu, /图片|照片|jpg|png/u),
  phrase('each-core', /((?:每个?|各个?) ?cpu ?(?:核心?|内核)的?|\beach cpu core\b)/dgu),
  phrase('fetch-lists', /((?:软件)?包列表(?:给我|给)?(?:刷新?|更新)(?:一下|下)?|刷新?(?:一下|下)?(?:软件)?包列表)/dgu),
  phrase('connected', /((?<=[盘卡机备头口器棒])(?:没)?(?:被)?认(?:出来?|到|上|着)?(?:了)?)(?=吗|没|么|[?？]|$)/dgu),
  phrase('disk', /(?<![a-z] ?|[显网声])(卡)(?=.{0,4}(?:健康|坏|磨损|寿命))/dgu, undefined, /网卡|声卡|显卡/u),
  phrase(
    'disk-io',
    /((?:的)?(?:读写|读取|写入|输入输出|(?<![a-z])i\/?o)(?:有没有)?(?:错误|出错|报错|异常|正常吗?|正不正常|是否正常)|\b(?:i\/o|io|read|write|read\/write) errors?\b)/dgu,
    OF_DISK,
    /\.|日志文件/u,
  ),
  phrase('trace', /((?:网络|路由)路径)/dgu, /\d\.\d|[a-z]\.[a-z]/u),
  phrase('boot-history', /((?:开机|启动|运行)的?(?:起止|开始和结束|起始和结束)时间)/dgu),
  phrase(
    'reboot-required',
    /((?:待|等待|尚未)(?:生效|处理|执行)的?重启(?:要求|请求)?|(?:需要|要求)重启的?(?:标记|标志|提示)|重启(?:要求|请求|标记))/dgu,
  ),
  { pattern: /(?<=(?:监听|侦听)(?:着|在) ?)(\d{2,5})(?![\d.])/dgu, read: (typed) => ({ port: typed }) },
  {
    pattern:
      /(?<=(?:里面?|中|内)的? ?(?:有关|关于|跟|和|与)? ?)([a-z0-9_][a-z0-9_.-]{1,40})(?= ?(?:有关|相关)?的?那?[几些]?行[?？。]?$)/dgu,
    read: (typed) => ({ text: typed }),
    onlyWith: /\//u,
    notWith: /第|前|后|多少/u,
  },
  {
    pattern:
      /(?<=(?:所有|全部)的? ?)(conf|cfg|ya?ml|json|ini|py|sh|txt|log|service|xml)(?= ?(?:文件)?(?:里面?|中|内))/dgu,
    read: (typed) => ({ include: `*.${typed.toLowerCase()}` }),
    onlyWith: /搜|找|grep|包含/u,
  },
  {
    pattern:
      /(?<=(?<![a-z])(?:python3?|pip3?) ?(?:里面?|中|的|装的|安装的)? ?)([a-z][a-z0-9_-]{1,40})(?= ?的?(?:是|装的是)?(?:什么|哪个|多少)?版本)/dgu,
    read: (typed) => ({ pip: typed }),
    onlyWith: /(?:python3?|pip3?) ?(?:里|中|的|装)/u,
  },
  phrase(
    'pip-show',
    /((?<![a-z])(?:python3?|pip3?) ?(?:里面?|中|的|装的|安装的))(?= ?[a-z][a-z0-9_-]{1,40} ?的?(?:是|装的是)?(?:什么|哪个|多少)?版本)/dgu,
  ),
  {
    pattern: /(?<=(?:设|改|调)(?:置)?(?:成|为|到) ?)(\d{3,4})(?!\d)/dgu,
    read: (typed) => (Number(typed) >= 576 && Number(typed) <= 9216 ? { mtu: typed } : null),
    onlyWith: /(?<![a-z])mtu(?![a-z])/u,
  },
  phrase(
    'no-password',
    /([,，]? ?(?:不用|不要|无需|不需要|不|别)(?:设(?:置|定)?|要|用)?密码|\bwithout (?:a )?password\b)/dgu,
    /(?:建|添加|加|create|add).{0,20}(?:用户|账号|账户|user)/u,
  ),
  phrase(
    'kill',
    /((?:正常|优雅|温和)(?:地|的)?(?:结束|终止|停止|关闭|关掉|退出|杀)(?:掉|了)?)/dgu,
    /进程|(?<![a-z])pid(?![a-z])|process/u,
  ),
  phrase('throttle', /(电压(?:还)?(?:够不够|够用?吗|够用?么|足不足|足吗|足够吗?))/dgu, undefined, /核心|core/u),
  phrase(
    'container',
    /(?<![a-z])(docker)(?= ?(?:里|上|中)?面?(?:现在|目前)?(?:有|跑|开|运行)?(?:着|了)?(?:几个|多少个?)(?:在跑|在运行|跑着|运行|起来))/dgu,
  ),
  {
    // 收一条消息
    pattern: new RegExp(`(${NUMBER_OF_LINES})(?=[条个](?:的?(?:mqtt)?消息|看|试|就|$))`, 'dgu'),
    read: (_typed, folded) => ({ count: String(parseNumber(folded)) }),
    onlyWith: [/收|接收|订阅|听/u, /主题|mqtt|[a-z0-9_]\/[a-z0-9_+#]/u],
    notWith: /发|推|publish|保留/u,
  },
  {
    pattern: /((?:上个?(?:周|星期|礼拜)|\blast week\b)(?:里|内|以来|的时候)?)/dgu,
    read: () => ({ days: '14' }),
    onlyWith: /登[录陆入]|\blog(?:ged|ins?| in)\b/u,
  },
  phrase(
    'come-from',
    /([,，]?(?:以及|和|并且?)?(?:他们|它们|她们)?(?:都)?(?:是)?(?:从哪里?|来自哪里?|从哪个|来自哪个|从什么|来自什么)(?:个)?(?:地址|ip|机器|主机|地方)?(?:来|登录?|连|登上来)?(?:的)?)/dgu,
    /登[录陆入]|在线/u,
  ),
  phrase('version', /(是?哪一?天的|是?(?:什么时候|哪年|哪个月)的)/dgu, /固件|eeprom|引导|boot ?loader|firmware/u),
  {
    // Home Assistant 的网页端口 8123
    pattern: /((?:网页|页面|(?<![a-z])(?:web|http))(?:服务)?的?(?:端口)? ?\d{2,5})(?![\d.])/dgu,
    read: (typed) => ({ url: `http://localhost:${/\d+$/u.exec(typed)?.[0]}` }),
    onlyWith: /访问|打开|打得开|能开|正常/u,
    notWith: /\d\.\d|:\/\/|防火墙|放行/u,
  },
  phrase(
    'swap-file',
    /(\b(?:which|what) (?:file|partition) is (?=(?:the )?swap)|(?:以及|和)?是?哪一?个(?:文件|分区|盘)在?提供的?|(?<=(?:swap|交换(?:空间|分区|文件)?) ?)(?:文件)?(?:是|在|用的?是?)(?:哪一?个|哪里|哪儿|什么)(?:文件|分区|盘|地方)?)/dgu,
    /swap|交换/u,
  ),
  phrase('bluetooth-paired', /(蓝牙(?:都|已经|已)?配对好?的(?:设备)?)/dgu, undefined, /取消|解除|删|怎么/u),
  // Why and how it is wanted changes nothing of what is.
  phrase(
    'courtesy',
    /([,，]? ?(?:以便|好让它?)(?:能|可以)?(?:使用|访问|操作|读写|用)(?:串口|i2c|spi|gpio|摄像头|docker|容器|usb|网络)(?:设备|接口)?)$/dgu,
  ),
  phrase('courtesy', /(用?一次性的方式)/dgu),
  phrase('previous-boot', /(上一次(?:开机|启动)的)(?=日志|记录)/dgu),
  phrase('pending-updates', /((?:要|能|可以?|需要|待)升)(?=[?？吗的。]|$)/dgu, /包|软件|更新/u),
  phrase(
    'courtesy',
    /(在?启动配置(?:文件)?[里中])/dgu,
    [/i2c|spi|wire|串口|uart/u, /启用|打开|开启|关/u],
    /[吗没?？]|是否/u,
  ),
  phrase('courtesy', /(安排)(?=设备|机器|系统|它|在|一下)/dgu, /重启|重新启动|关机/u),
]
