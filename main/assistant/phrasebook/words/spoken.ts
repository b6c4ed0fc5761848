import { shortAsPlain } from './short-wording.ts'

/** Turns of speech, each with the words that say the same in writing. Applied once, in this order. */
type Turn = readonly [RegExp, string | ((...parts: string[]) => string)]

const KIND_OF_FILE =
  'txt|log|out|tmp|old|pid|conf|cfg|ini|ya?ml|json|toml|py|sh|js|zip|t?gz|tar|t?xz|csv|db|sqlite|xml|md|bak|service|env|html?|bin|img|deb|jar|sql|pem|crt|jpe?g|png|mp[34]|wav'
const FILE = `(?<![\\w./~-])([\\w-][\\w.-]{0,63}\\.(?:${KIND_OF_FILE}))(?![\\w/.-])`

/** What is at work in general, not by its name: 什么玩意占了空间. */
const SOMETHING: readonly Turn[] = [
  [/什么(?:玩意儿?|鬼东西|鬼|家伙)(?=把|占|吃|用|在)/gu, '什么东西'],
  [/(?:什么|哪个)东西占了?(?=这么多|这么大|那么多|我|空间|磁盘|硬盘|内存|cpu)/gu, '什么占了'],
]

/** 负载这么高，谁在搞事: whoever uses what is named. */
const WHO: readonly Turn[] = [
  [/(?<=(?:内存|空间|磁盘|硬盘)(?:怎么|为什么)?)(?:突然)?少了(?:这么|那么|好)多/gu, '占了这么多'],
  [/(?<=(?:负载|cpu|内存)[^/~]{0,16})(?<![\p{Script=Han}])(?:是)?谁(?:吃|占|用|搞|弄)的/giu, ',谁占的'],
  [
    /(?<=(?:负载|cpu|内存|卡|慢)[^/~]{0,16})(?:是)?谁(?:在(?:搞事情?|搞鬼|作怪|捣乱|捣鬼|作妖)|搞的鬼?|捣的鬼)/giu,
    '谁占的',
  ],
]

/** i2c上挂了几个东西: what is connected to it, and no failure. */
const ON_BUS: readonly Turn[] = [
  [/(?<=(?:i2c|usb|spi|总线|1-wire|单总线)(?:总线|口)?上?)(?:都)?(?:挂|接|连|插)了(?=几|什么|哪些|多少)/giu, '挂着'],
  [/(?<=(?:i2c|usb|总线)[上挂着有接连都 ]{0,6})几个(?:东西|玩意儿?|外设|芯片|模块)/giu, '几个设备'],
  [/(?<=(?:i2c|usb|总线)[上挂着有接连都 ]{0,6})(?:什么|哪些)(?:东西|玩意儿?|外设|芯片|模块)/giu, '哪些设备'],
]

/** 随便什么主题: all of them. */
const ANY_TOPIC: readonly Turn[] = [
  [
    /^(?:帮我)?(?:听听?|收听|监听)(?:一下|下)? ?(?=[a-z0-9_$+#-]{1,40}\/[a-z0-9_$+#/-]{1,80}(?:$|[ ,，有的上里看]))/giu,
    '订阅 ',
  ],
  [
    /(?:随便|任意|不管|无论|管它)(?:是|一个)?(?:什么|哪个|哪一个)?的?(?:主题|topic)(?:都(?:行|可以|成))?/giu,
    '所有主题',
  ],
  [/(?:什么|哪个)(?:主题|topic)都(?:行|可以|成|听|要)/giu, '所有主题'],
  [
    /^(?:看看|看下)?mqtt(?:上|里)?面?(?:现在|目前)?都?有(?:什么|哪些|没有?|无)新?(?:消息|数据)(?:[过进上]来)?[?？]?(?:[ ,，]所有主题)?$/iu,
    '订阅 所有主题',
  ],
]

/** Folders of a person that are called by what they are for. */
const OWN_FOLDERS: readonly Turn[] = [
  [new RegExp(`(?<![程回])桌面[上里]的? ?${FILE}`, 'giu'), '~/Desktop/$1'],
  [/(?<![程回])桌面(?=[上里下]|文件夹|目录)(?:文件夹|目录)?[上里下]?面?/gu, '~/Desktop '],
  [/(?<![\p{Script=Han}])下载(?:文件夹|目录)(?=[里下中有])[里下中]?面?/gu, '~/Downloads '],
]

/** 域名解析不了？试下 a.com: the name to try is the one to look up. */
const TRIED: readonly Turn[] = [
  [
    /(?:域名|dns)(?:解析)?(?:解析)?(?:不了|不出来?|失败了?|有问题|不行了?|坏了)[ ?？,，。]{1,3}(?:帮我)?(?:试|测)(?:一下|试|下)? ?(?=[a-z0-9])/giu,
    '域名解析 ',
  ],
  // 上不了网 试下 223.5.5.5: whether it is reached.
  [
    /^(?:上不了网|没网了?|网不通|连不上网|网络?(?:断|挂|不通|不行|不好)了?)[ ?？,，。]{1,3}(?:帮我)?(?:试|测)(?:一下|试|下)? ?(?=[a-z0-9.-]{4,60}$)/iu,
    'ping ',
  ],
]

/** htop装一下, 昨天几点重启的: the object or the time before what is done, or asked, with it. */
const TURNED_ROUND: readonly Turn[] = [
  [/^([a-z][a-z0-9+.-]{1,40}) ?(?:帮我|给我)?先?(?:装|安装)(?:一下|下|上)[吧呗]?[。!！]?$/iu, '安装 $1'],
  [/^(\d{2,7})(?:这个|那个)进程(?=先|给我|直接)/gu, '进程$1'],
  [/(?<=[a-z0-9的])禁掉(?=自启|开机)/giu, '禁用'],
  [/syslog里(?=有没有?oom)/giu, '日志里'],
  [/(?<=[a-z0-9](?:里|下|里面|下面))谁(?=最[大多])/giu, '什么'],
  [/^哪个日志(?:文件)?(?=最大)/gu, '/var/log里什么'],
  [/^(?:改|换)(?:一下|下)?个?主机名[ ,，]?(?:叫|改成|换成|改为) ?(?=[a-z])/giu, '主机名改成'],
  [/(?<=[a-z0-9])移走(?=到)/giu, '移'],
  [
    /^(?:帮我)?[发推](?:一?[个条])?([a-z0-9_]{1,40})[到给] ?([a-z0-9_$-]{1,40}(?:\/[a-z0-9_$-]{1,40}){1,8})$/iu,
    '往$2发个$1',
  ],
  [/^([往给向] ?[a-z0-9_$/-]{1,100})发([a-z0-9_]{1,40}) 要保留$/iu, '$1发保留消息$2'],
  [/(?<=装)上(?=了?[没吗])/gu, ''],
  [/最[肥胖](?=$|[的了])/gu, '最大'],
  [/^(?:帮我)?[试测](?:一下|试|下)(?=(?:外|内)?网[络能通]|网关)/u, ''],
  [/有没有(?:什么)?补丁(?:可以?|要|能)?打的?/gu, '有没有可更新的包'],
  [
    /^([a-z][a-z0-9_.-]{1,40}) ?先?(?:别|不要)(?:动|管|碰)它?[ ,，]{1,2}[就只先]?看(?:一下|看|下)?(?:它的?)?(日志|状态)[。!！]?$/iu,
    '看下$1$2',
  ],
  [/(?<=温度)(?:降|掉)(?:下来|下去)?了?(?:没有?|吗|么)/gu, '多少'],
  [/^(?=(?:tmp|etc|opt|home|boot|srv|mnt|var)(?:目录|文件夹)?里面?(?:都)?有(?:什么|哪些|几个))/gu, '/'],
  [/^(昨天|今天|昨晚|前天)(?:是)?(?:几点|什么时候)重启过?的?[?？]?$/u, '$1有没有重启过'],
]

const FAILS = '(?:连不上|打不开|没反应|不通|卡住?|重启|挂掉?|崩溃?|掉线?|报错|退出|死|起不来|停|断开?|出错)'
/** influxdb那个容器怎么老重启，看下日志: the log of what is told about. */
const LOG_OF: readonly Turn[] = [
  [
    new RegExp(
      `^(?:容器 ?)?([a-z][a-z0-9_.-]{1,40}) ?(?:那个|这个|的)?(容器|服务)?(?:怎么|为什么|为何)(?:老是?|总是?|一直|又|经常|突然)?${FAILS}了?[ ,，?？。]{1,3}(?:帮我)?(?:看|查|瞅|翻)(?:一下|看|下)?(?:它的?)?日志[。!！]?$`,
      'iu',
    ),
    (_all, name = '', kind = '') => `看下${name}${kind}日志`,
  ],
]

/** 日志太大了 只留最近7天的: what is told first is what the rest is about. */
const TOO_BIG: readonly Turn[] = [
  [/^([^ ,，。把将被]{1,12})太[大多长]了?[ ,，。]{1,3}(?=(?:只|最多)(?:保?留|要))/iu, '$1'],
]

const AT_ONCE = '(?:马上|一会儿?|等会儿?|等下|待会儿?|现在)?'
const REASONS = [
  '(?:反正)?(?:也)?用不[上着到]了?',
  '没(?:什么)?用了?',
  '(?:我)?不需要了',
  '(?:已经)?没人用了?',
  `(?:我们?|咱们?)?${AT_ONCE}[要得](?:拔|断|停|换|关)(?:掉|走|下来)?(?:它?了|(?:电源?|网?线|板子?|卡|盘|电池|总闸)了?)`,
  `(?:我们?|咱们?)?${AT_ONCE}[要得](?:走|下班|出门|收工|搬走|搬家|撤)了?`,
  '太?(?:占地方|占空间|碍事|费电|耗电|费流量|占内存)了?',
  '我要[连接用][\\p{Script=Han}]{1,4}(?<!网|无线|热点|设备)',
  '太(?:大|多|吵|卡|慢|满|乱|旧|老|烫|热|占地方)了',
]
const REASON = new RegExp(`[ ,，]{1,2}(?:${REASONS.join('|')})[啊呀哈。!！]{0,2}$`, 'u')
/** Behind a softened order, so that it does not tell how that went: 重启一下 卡死了. */
const STUCK = /(?<=[下吧呗])[ ,，](?:又)?(?:卡死|卡住|死机|假死)了[!！]?$/u
const ORDERED = /[停关删卸清禁断起开杀装弹挂拔改]|重启|备份|解压|更新/u

/** 关机吧 我要拔电了: why something is ordered, behind the order. It orders nothing itself. */
function withoutReason(text: string): string {
  const at = Math.max(text.search(REASON), text.search(STUCK))
  const head = text.slice(0, Math.max(at, 0))
  return ORDERED.test(head) ? head : text
}

const ENDS_AS_FILE = new RegExp(`\\.(?:${KIND_OF_FILE})$`, 'iu')
const PLACE = '([/~][\\w./-]{1,120})(?:(?:这个)?(?:目录|文件夹))?(?:里面?|下面?|中)?'
const TOLD_BEHIND = new RegExp(`[ ,，](?:(?:这个)?文件|它|东西)?就?(?:在|位于|路径是|路径:) ?${PLACE}[。!！]?$`, 'u')
const TOLD_BEFORE = new RegExp(`^${FILE}(?:文件)?(?:就?在|位于) ?${PLACE}[ ,，]{1,2}`, 'iu')
const FILES = new RegExp(FILE, 'giu')
const FOLDERS =
  /(?<![\w./~-])[a-z_][\w-]{0,40}(?= ?(?:文件夹|目录))|(?<=(?:文件夹|目录)(?:叫|名为) ?)[a-z_][\w-]{0,40}/giu

/** The path of a file in a folder, or the path itself where it is that of the file; null where it is that of another. */
function pathOf(name: string, place: string): string | null {
  const last = place.slice(place.lastIndexOf('/') + 1)
  if (last === name) return place
  return ENDS_AS_FILE.test(last) ? null : `${place.replace(/\/$/u, '')}/${name}`
}

/** config.yaml备个份 在/opt/app里: where the one file or folder lies that is named, told behind what is to be done or before it. */
function withPlace(text: string): string {
  const before = TOLD_BEFORE.exec(text)
  if (before !== null) {
    const path = pathOf(before[1] ?? '', before[2] ?? '')
    return path === null ? text : `${path} ${text.slice(before[0].length)}`
  }
  const behind = TOLD_BEHIND.exec(text)
  if (behind === null) return text
  const head = text.slice(0, behind.index)
  const namesOf = (names: RegExp) => [...new Set([...head.matchAll(names)].map(([name]) => name))]
  const named = namesOf(FILES).length > 0 ? FILES : FOLDERS
  const [name, ...others] = namesOf(named)
  const path = name === undefined ? null : pathOf(name, behind[1] ?? '')
  if (name === undefined || path === null) return text
  // a.txt改名b.txt: the second is the new name.
  const isRenamed = others.length === 1 && /改名|重命名/u.test(head)
  if (isRenamed) return head.replace(name, () => path)
  return others.length > 0 ? text : head.replaceAll(named, () => path)
}

/** What is done to things, and never by themselves: 删了 said of a file is an order, 停了 of a service may tell. */
const OBJECT =
  '(?![把将给请帮我你他她它谁是被已刚昨今为怎又])([^ ,，。;；?？!！把将被谁吗没不已刚又会要自昨今怎什为是]{2,60}?)'
const BEHIND: readonly Turn[] = [
  [
    new RegExp(
      `^${OBJECT} ?(?:先|先给我|直接|赶紧|赶快|都)(停|关|删|卸载?|重启|禁用|杀)掉?了?(?:吧|先)?[。!！]?$`,
      'iu',
    ),
    (_all, object = '', verb = '') => `把${object}${verb}了`,
  ],
  [
    /^([~/][\w./-]{2,120}|[\w-][\w.-]{0,63}\.[a-z]{2,5}) ?(?:这个)?(文件夹?|目录)? ?(?:给我)?删了吧?[。!！]?$/iu,
    (_all, path = '', kind = '') => `把${path} ${kind}删了`,
  ],
]

const TURNS: readonly Turn[] = [
  ...SOMETHING,
  ...WHO,
  ...ON_BUS,
  ...OWN_FOLDERS,
  ...TRIED,
  ...LOG_OF,
  ...TOO_BIG,
  ...TURNED_ROUND,
]

const turned = (text: string, turns: readonly Turn[]) =>
  turns.reduce(
    (said, [turn, written]) =>
      typeof written === 'string' ? said.replace(turn, written) : said.replace(turn, written),
    text,
  )

/** Brings a request as it is spoken into the order of writing; one that is written stays as it is. */
export function asWritten(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  const plain = shortAsPlain(text)
  // What is sent goes to one topic.
  const heard = /[往向给发推清删]/u.test(plain) ? plain : turned(plain, ANY_TOPIC)
  return turned(withoutReason(withPlace(withoutReason(turned(heard, TURNS)))), BEHIND)
}
