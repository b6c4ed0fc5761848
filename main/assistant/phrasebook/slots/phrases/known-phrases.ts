import { parseNumber } from '../numbers.ts'
import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const GROUPS = 'dialout|docker|gpio|i2c|spi|video|audio|plugdev|input|render|netdev|adm|bluetooth|tty'
const GIVEN = '(?:加上?|添加|开通?|赋予|授予)'
const RIGHTS = '组?的? ?权限'
const NOT_WANTED = '(?:没用|无用|不需要|不用|用不到|不再需要|多余)了?'
const TAKEN_AWAY = '(?:删除?|清理?|卸载?)[掉了]?'
const PYTHON = '(?<![a-z])(?:python3?|pip3?) ?(?:里面?的?|中|的|装的)'
const MODULE = '[a-z][a-z0-9_-]{1,40}(?= ?的?是?(?:什么|哪个|多少)?版本)'
const KINDS = 'conf|cfg|ya?ml|json|ini|py|sh|txt|log|service|xml'

const readDays: SlotPattern['read'] = (_typed, folded) => {
  const number = /\d{1,4}|[一二两三四五六七八九十百]{1,4}/u.exec(folded)?.[0] ?? ''
  const days = (/^\d/u.test(number) ? Number(number) : parseNumber(number)) * (folded.includes('周') ? 7 : 1)
  return days >= 1 && days <= 3650 ? { days: String(days) } : null
}

/** A value that is typed as it is meant. */
const slot = (
  kind: 'text' | 'port' | 'pip' | 'package' | 'group' | 'account',
  pattern: RegExp,
  onlyWith?: RegExp,
  notWith?: RegExp,
): SlotPattern => ({
  pattern,
  read: (typed) => ({ [kind]: typed }),
  ...(onlyWith === undefined ? {} : { onlyWith }),
  ...(notWith === undefined ? {} : { notWith }),
})

/** Phrases that say what a list of words says elsewhere. */
export const KNOWN_PHRASES: readonly SlotPattern[] = [
  phrase(
    'onewire-sensors',
    /((?:1-?wire|单总线|(?<![a-z])w1)(?: ?总线)?(?: ?上)? ?(?:的|一共|都)?[挂接连有]?[了着]?(?:哪些|几个|多少个?|什么)?的?(?:温度)?(?:传感器|探头))/dgu,
    undefined,
    /开启|启用|打开|关闭|关掉|禁用|多少度|几度/u,
  ),
  phrase(
    'clock-sync',
    /(时钟(?:模块|芯片)|rtc ?(?:模块|芯片)|实时时钟|(?:系统)?时[间钟](?:现在)?(?:准不准|准吗|准么|准确吗))/dgu,
  ),
  phrase(
    'out-of-memory',
    /((?:因为)?内存(?:不够|不足|耗尽)了?[而被就]?(?:杀|kill|干掉)[掉死]?[了过]?的?(?:进程|程序)?)/dgu,
  ),
  slot(
    'package',
    /(?<=(?<![a-z])apt(?:-get)? ?(?:安装|装)[过了]? ?)([a-z0-9][a-z0-9+.-]{1,40})(?= ?(?:没有|没|吗)[?？]?$)/dgu,
  ),
  phrase(
    'held',
    /((?:哪些|什么)?(?:软件)?包?被?(?:锁定?|固定|hold)[住了]?的?不[能让许会]?(?:升级|更新)的?(?:软件)?包?)/dgu,
    /哪些|什么|有没有|列|看/u,
  ),
  phrase('held', /((?:哪些|什么)(?:软件)?包被?(?:固定|锁定?)了?版本了?)/dgu),
  phrase('when', /(哪一?天|几号)(?=[到过]期)/dgu),
  { pattern: /(家里的?(?:目录|文件夹))/dgu, read: () => ({ path: '~' }) },
  phrase('disk', /(根文件系统)/dgu, undefined, /只读|扩/u),
  {
    pattern: /(?<![a-z0-9_./\\-])((?:config|cmdline)\.txt)/dgu,
    read: (_typed, folded) => ({ path: `/boot/firmware/${folded}` }),
    onlyWith: /里|内容|看|show|cat/u,
    notWith: /找|在哪|哪里|find|where|\/|[a-z]:\\|改|加|删|写入|备份|复制|目录|桌面/u,
  },
  phrase(
    'cancel-shutdown',
    /(取消(?:刚才|刚刚|之前)?(?:定|设置?|安排|预约|计划)[好下了过]?的?(?:关机|重启)|(?:刚才|之前|昨天)?(?:定|设置?|安排|预约)[好下了过]?的?(?:关机|重启)取消)/dgu,
  ),
  phrase('into-group', new RegExp(`(${GIVEN})(?= ?(?:${GROUPS}) ?${RIGHTS})`, 'dgu')),
  slot('group', new RegExp(`(?<=${GIVEN} ?)(${GROUPS})(?= ?${RIGHTS})`, 'dgu')),
  slot(
    'account',
    new RegExp(`(?<=给 ?)([a-z_][a-z0-9_-]{0,31})(?= ?(?:用户)? ?${GIVEN} ?(?:${GROUPS}) ?${RIGHTS})`, 'dgu'),
  ),
  phrase('group', new RegExp(`(?<=${GIVEN} ?(?:${GROUPS}) ?)(${RIGHTS})`, 'dgu')),
  {
    pattern: /(?<![a-z0-9_./-])(sd[a-z]|nvme\dn\d)(?![a-z0-9_./-])/dgu,
    read: (_typed, folded) => ({ path: `/dev/${folded}` }),
    onlyWith: /分区|文件系统/u,
    notWith: /挂|卸|格式/u,
  },
  slot(
    'text',
    /(?<=[里中内]面?(?:查找|搜索|搜|找) ?)([a-z0-9_][a-z0-9_.-]{1,60})$/dgu,
    new RegExp(`(?:所有|全部)的? ?(?:${KINDS})`, 'u'),
  ),
  phrase('sync-now', /(手动(?:对时|同步时间)|对一?[下次]时(?!间|区))/dgu),
  phrase(
    'autoremove',
    new RegExp(
      `(自动(?:安装|装)[上的了]?[又且但]?${NOT_WANTED}的?(?:软件)?包都?${TAKEN_AWAY}|${NOT_WANTED}的?(?:依赖包?|软件包)都?${TAKEN_AWAY})`,
      'dgu',
    ),
  ),
  phrase('saved-wifi', /((?:保存|存|记住)[了过]?(?:哪些|几个|多少个?) ?(?:无线网?络?|wi-?fi|热点))/dgu),
  phrase('port-speed', /(协商[到成的]?了?的?(?:速率|速度|千兆|百兆)?)/dgu, /网口|网卡|网线|有线|eth/u),
  {
    pattern:
      /((?:超过 ?)?(?:\d{1,4}|[一二两三四五六七八九十百]{1,4}) ?[天日周](?:以前的?|之前的?|前的?|的))(?=.{0,10}(?:文件|[列找]))/dgu,
    read: readDays,
    says: 'untouched',
    onlyWith: /\//u,
    notWith: /移|压缩|打包|备份|[改动]过|(?<!超过 ?\S{1,4} ?)[天日周]的/u,
  },
  {
    pattern: /(?<![a-z0-9.*])(gz|tgz|tar|log|bak|tmp|zip|csv|jpe?g|png|mp4)(?= ?(?:文件|图片|照片|视频))/dgu,
    read: (_typed, folded) => ({ file: `*.${folded}` }),
    onlyWith: /\//u,
    notWith: /\.(?:log|gz|tar|zip)(?![a-z])|删|清|压缩|打包/u,
  },
  phrase('picture', /((?<=jpe?g|png|mp4) ?(?:图片|照片|视频))/dgu, /\//u),
  phrase('how-many', /((?:多少|几)张)/dgu, /图片|照片|jpg|png/u),
  phrase('each-core', /([每各]个? ?cpu ?(?:核心?)的?)/dgu),
  phrase('fetch-lists', /((?:软件)?包列表(?:刷新?|更新)(?:一下|下)?|刷新?(?:一下|下)?(?:软件)?包列表)/dgu),
  phrase('connected', /((?<=[盘卡机备头口器棒块])认[出到上]?了?)(?=吗|没|[?？]|$)/dgu),
  phrase('disk', /(?<![a-z] ?|[显网声])(卡)(?=.{0,4}(?:健康|坏|磨损|寿命))/dgu, undefined, /[网声显]卡/u),
  phrase(
    'disk-io',
    /(的?(?:读写|输入输出|(?<![a-z])i\/?o) ?(?:有没有)?(?:错误|出错|报错|异常|正常吗?)|\bi\/?o errors?\b)/dgu,
    /卡|盘|(?<![a-z])(?:sd|ssd|disk|card)(?![a-z])/u,
    /\./u,
  ),
  phrase('trace', /((?:网络|路由)路径|(?<=\d ?的)路由(?=$|[?？]))/dgu, /\d\.\d|[a-z]\.[a-z]/u),
  phrase('boot-history', /((?:开机|启动|运行)的?起止时间)/dgu),
  phrase('reboot-required', /(待(?:生效|处理|执行)的?重启(?:要求|请求)?|重启(?:要求|请求|标记))/dgu),
  slot('port', /(?<=(?:监听|侦听)[着在] ?)(\d{2,5})(?![\d.])/dgu),
  slot(
    'text',
    /(?<=[里中内]面?的? ?(?:有关|关于)? ?)([a-z0-9_][a-z0-9_.-]{1,40})(?= ?(?:有关|相关)?的?那?[几些]?行[?？。]?$)/dgu,
    /\//u,
    /第|前|后|多少/u,
  ),
  {
    pattern: new RegExp(`(?<=(?:所有|全部)的? ?)(${KINDS})(?= ?(?:文件)?[里中内])`, 'dgu'),
    read: (_typed, folded) => ({ include: `*.${folded}` }),
    onlyWith: /搜|找|grep|包含/u,
  },
  slot('pip', new RegExp(`(?<=${PYTHON} ?)(${MODULE})`, 'dgu')),
  phrase('pip-show', new RegExp(`(${PYTHON})(?= ?${MODULE})`, 'dgu')),
  {
    pattern: /(?<=[设改调]置?[成为到] ?)(\d{3,4})(?!\d)/dgu,
    read: (typed) => (Number(typed) >= 576 && Number(typed) <= 9216 ? { mtu: typed } : null),
    onlyWith: /(?<![a-z])mtu(?![a-z])/u,
  },
  phrase('no-password', /([,，]? ?(?:不用|不要|不)(?:设置?|要)?密码)/dgu, /[建加](?:个|新|一个)?(?:用户|账号)/u),
  phrase('kill', /((?:正常|优雅)地?(?:结束|终止|停止|关闭|关掉|退出)掉?)/dgu, /进程|(?<![a-z])pid(?![a-z])/u),
  phrase('throttle', /(电压(?:够不够|够用?吗|足不足|足吗))/dgu, undefined, /核心/u),
  phrase('container', /(?<![a-z])(docker)(?= ?[里上]?面?[有跑开]?[着了]?(?:几个|多少个?)(?:在跑|在运行|跑着|运行))/dgu),
  {
    // 收一条消息
    pattern: /([一二两三四五六七八九十]{1,3})(?=[条个](?!就|即|便))/dgu,
    read: (_typed, folded) => ({ count: String(parseNumber(folded)) }),
    onlyWith: [/收|订阅|听/u, /主题|mqtt|[a-z0-9_]\/[a-z0-9_+#]/u],
    notWith: /发|推|保留/u,
  },
  {
    pattern: /(上个?(?:周|星期)|\blast week\b)/dgu,
    read: () => ({ days: '14' }),
    onlyWith: /登[录陆入]|\blog(?:ged|ins?)\b/u,
  },
  phrase(
    'come-from',
    /([,，]?(?:以及|和)?(?:他们)?(?:从|来自)哪[个里]?(?:地址|机器)?[来连]?的?)/dgu,
    /登[录陆入]|在线/u,
  ),
  phrase('version', /(是?(?:哪一?天|什么时候)的)/dgu, /固件|eeprom|引导|firmware/u),
  {
    // Home Assistant 的网页端口 8123
    pattern: /((?:网页|页面|(?<![a-z])(?:web|http))的?(?:端口)? ?\d{2,5})(?![\d.])/dgu,
    read: (typed) => ({ url: `http://localhost:${/\d{2,5}$/u.exec(typed)?.[0]}` }),
    onlyWith: /访问|打开|打得开|能开|正常/u,
    notWith: /\d\.\d|:\/\/|防火墙|放行/u,
  },
  phrase(
    'swap-file',
    /(\bwhich file is (?=the swap)|(?:以及|和)?是?哪一?个文件在?提供的?|(?<=(?:swap|交换(?:空间|分区|文件)) ?)[是在](?:哪一?个|哪里|什么)(?:文件|分区)?)/dgu,
    /swap|交换/u,
  ),
  phrase('bluetooth-paired', /(蓝牙(?:都|已经|已)?配对好?的(?:设备)?)/dgu, undefined, /取消|解除|删|怎么/u),
  // Why and how it is wanted changes nothing of what is.
  phrase(
    'courtesy',
    /([,，]? ?(?:以便|好让它?)(?:能|可以)?(?:使用|访问|读写|用)(?:串口|i2c|spi|gpio|摄像头|docker|usb)(?:设备)?)$/dgu,
  ),
  phrase('courtesy', /(用?一次性的方式|这张)/dgu),
  phrase('previous-boot', /(上一次(?:开机|启动)的)(?=日志|记录)/dgu),
  phrase('pending-updates', /([要能待]升)(?=[?？吗的。]|$)/dgu, /包|软件|更新/u),
  phrase('courtesy', /(在?启动配置[里中])/dgu, [/i2c|spi|wire|串口/u, /启用|打开|开启|关/u], /[吗没?？]|是否/u),
  phrase('courtesy', /(安排)(?=设备|机器|系统|在)/dgu, /重启|重新启动|关机/u),
]
