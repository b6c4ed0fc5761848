import { NUMBER_PATTERN, parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'

/** What is done with a file that has a second place: where it goes, what it is called then, what it is compared with. */
const HANDLING =
  /复制|拷|移动|移[到至去]|挪|搬|备份|打包|打个包|压缩|压成|归档|解压|解包|解开|下载|命名|改名|名字|软链|软连接|符号链接|同步|挂载|挂[到在上]|\b(?:copy|cp|move|mv|rename|back ?up|backup|pack|compress|zip|tar|extract|unpack|unzip|untar|download|wget|symlink|soft link|symbolic link|mount|sync|rsync|archive)\b/u
const OF_A_FILE = /[./~"“「]|文件|目录/u
const OF_A_HOST = /主机|机器名|设备名|设备改|电脑名|计算机名|\bhost ?name\b|账号|账户|用户名?改|wi-?fi|热点|容器|服务/u
const PATH = '(?:~|\\.{1,2})?/[a-z0-9_.@+=,/:-]*'
const FILE_NAME = '[a-z0-9_][a-z0-9_+-]*(?:/[a-z0-9_+-]+)*(?:\\.[a-z0-9_+-]+)+'
const BARE_NAME = '(?<![a-z0-9_+-])[a-z0-9_][a-z0-9_+-]{0,60}'
/** The same within bounds, where only what stands behind it is looked for. */
const PLACE_AHEAD = '(?:(?:~|\\.{1,2})?/[a-z0-9_.@+=,/:-]{0,100}|[a-z0-9_][a-z0-9_./+-]{0,60}\\.[a-z0-9_+-]{1,12})'
/** Folders at the top by their bare names, and what is no name of a folder. */
const NO_FOLDER =
  /^(?:opt|tmp|etc|var|boot|mnt|media|srv|usr|home|root|usb|sd|nas|ftp|nfs|smb|scp|ssh|pi|this|that|the)$/iu
const FORMATS = 'tar\\.gz|tar\\.xz|tar\\.bz2|tgz|tar|zip|gz|xz'
const HOST =
  '(?:(?:\\d{1,3}\\.){3}\\d{1,3}|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.(?:local|lan|internal|com|cn|net|org))'

const withoutFullStop = (text: string) => text.replace(/(?<![.,:;!?])[.,:;!?]+$/u, '')

/** A place; what is a size, a number or an address of the web is none. */
const readPlace =
  (kind: 'second' | 'path'): SlotPattern['read'] =>
  (typed) => {
    const place = withoutFullStop(typed)
    const isNone = /^[\d.]+[kmgt]?b?$/iu.test(place) || NO_FOLDER.test(place) || /^https?:/iu.test(place)
    return isNone ? null : { [kind]: place }
  }

/** pi@192.0.2.20:/srv, 192.0.2.20的/srv: as `scp` takes it; without a folder it is that of the login. */
function readRemote(typed: string): ReturnType<SlotPattern['read']> {
  const [, login = '', host = '', folder = ''] =
    /^([a-z_][a-z0-9_-]{0,31}@)?([a-z0-9.-]+)(?::| ?的 ?| )?(~?\/[a-z0-9_./-]*)?/iu.exec(typed) ?? []
  const octets = host.split('.')
  const isAddress = octets.every((octet) => /^\d+$/u.test(octet))
  if (isAddress && (octets.length !== 4 || octets.some((octet) => Number(octet) > 255))) return null
  return { remote: `${login}${host}:${withoutFullStop(folder)}` }
}

function readLines(typed: string): ReturnType<SlotPattern['read']> {
  const [first = '', last = first] = [...typed.toLowerCase().matchAll(LINE_NUMBER)].map(([number]) => number)
  const [line, lineto] = [parseNumber(first), parseNumber(last)]
  return line >= 1 && lineto >= line && lineto <= 9_999_999 ? { line: String(line), lineto: String(lineto) } : null
}

function readEvery(typed: string): ReturnType<SlotPattern['read']> {
  const number = ONE_NUMBER.exec(typed.toLowerCase())?.[0]
  const seconds = number === undefined || number === '一' ? 1 : parseNumber(number)
  return seconds >= 1 && seconds <= 10 ? { every: String(seconds) } : null
}

const WORD = '[a-z0-9_][a-z0-9_.@-]{0,60}'
const NO_WORD = /^(?:the|how|many|often|lines?|times?|of|in|and|words?|files?)$/iu

/** A word to be counted; the name of a file is where it is counted. */
function readWord(typed: string): ReturnType<SlotPattern['read']> {
  return NO_WORD.test(typed) || /\.[a-z]{2,4}$/iu.test(typed) ? null : { text: typed }
}

const NUMBER = `(?:${NUMBER_PATTERN})`
const LINE_NUMBER = new RegExp(NUMBER_PATTERN, 'gu')
const ONE_NUMBER = new RegExp(NUMBER_PATTERN, 'u')
const ALARM = /如果|重启|报警|告警|\bif\b|restart|alert/u
/** Words that say of what kind a file is. */
const KINDS = 'csv|txt|logs?|json|jpe?g|png|py|sh|conf|cfg|xml|zip|gz|pdf|mp4|db|bin|ya?ml'
const SENDING = /传|拷|复制|发[到给送]|推|同步到|备份|\b(?:scp|rsync|copy|send|upload|push|transfer)\b/u
const OF_RIGHTS = /权限|\bchmod\b|permissions?|\bmode\b/u
const OF_OWNER = /属主|归给? ?[a-z]|归用户|[a-z] ?(?:用户)?所有$|所有者|拥有者|归属|\bchown\b|\bowner\b/u
const USER = '[a-z_][a-z0-9_-]{0,31}(?::[a-z_][a-z0-9_-]{0,31})?'

/** Where a file goes, how it is called then, which of its lines are meant, who may do what with it. */
export const FILE_PATTERNS: readonly SlotPattern[] = [
  {
    pattern: new RegExp(
      `(?<=(?:[到给至去往]|\\bto) ?)((?:[a-z_][a-z0-9_-]{0,31}@[a-z0-9.-]{1,100}|${HOST})(?:(?::| ?的 ?| )?~?/[a-z0-9_./-]*|:)?)(?![a-z0-9_@:-])`,
      'dgu',
    ),
    read: readRemote,
    onlyWith: SENDING,
  },
  {
    // pi@192.0.2.20:/srv, as it is typed; behind 从 it is where something comes from.
    pattern:
      /(?<![a-z0-9_@:/.-])(?<!(?:从|自|\bfrom) ?)((?:[a-z_][a-z0-9_-]{0,31}@[a-z0-9.-]{1,100}:|(?:\d{1,3}\.){3}\d{1,3}:(?=[~/]))(?:~?\/[a-z0-9_./-]*)?)/dgu,
    read: readRemote,
    onlyWith: SENDING,
  },
  {
    // 打包成zip: the form of the archive; its name is that of the folder.
    pattern: new RegExp(`(?<=(?:成|为|\\bas|\\binto|\\bto) ?(?:an? )?\\.?)(${FORMATS})(?![a-z0-9_./-])`, 'dgu'),
    read: (_typed, folded) => ({ format: folded }),
    onlyWith: /打包|压缩|压成|归档|pack|compress|archive|zip|\btar\b/u,
  },
  {
    // 到当前目录: where the command runs.
    pattern:
      /(?<=[到至在] ?)(当前目录|当前文件夹|本目录)|(?<=\b(?:to|into|in) )((?:the )?(?:current|this) (?:folder|directory))/dgu,
    read: () => ({ second: '.' }),
    onlyWith: /解压|解包|解开|下载|复制|拷|移动|\b(?:unpack|unzip|extract|download|copy|move)\b/u,
  },
  {
    // 在/tmp下解压: the place goes first.
    pattern: new RegExp(`(?<=在 ?)(${PATH})(?= ?(?:目录|文件夹)?(?:下面|里面|下|里|中)? ?(?:解压|解包|解开))`, 'dgu'),
    read: readPlace('second'),
  },
  {
    pattern: new RegExp(
      `(?<=(?:[到至成为进入往叫去名在]|\\b(?:to|into|onto|as|on|at|called|named)) ?(?:the )?(?:folder |directory |file )?["“「]?)(${PATH}|${FILE_NAME})(?![a-z0-9_./-]| ?(?:重新)?[为成叫])`,
      'dgu',
    ),
    read: readPlace('second'),
    onlyWith: HANDLING,
    notWith:
      /\bpoint(?:ing|s) to\b|建(?![一个立条]{0,3}[软链符备])|\b(?:create|make|add)\b|找|搜|\b(?:find|search|locate|where)\b/u,
  },
  {
    // "a symlink /opt/app pointing to /opt/app-1.2": the link goes first.
    pattern: new RegExp(
      `(?<=link (?:called |named |at |from )?)(${PATH})(?= (?:pointing|that points|which points) to )`,
      'dgu',
    ),
    read: readPlace('second'),
  },
  {
    // /mnt/usb里的fw.bin: one place in two words.
    pattern:
      /((?<![a-z0-9_./~-])~?\/[a-z0-9_./-]{1,100} ?(?:目录|文件夹)?(?:里面|里边|里|下面|底下|下|中)的? ?(?:[a-z0-9_][a-z0-9_./+-]{0,60}\.[a-z0-9_+-]{1,12}|[a-z0-9_][a-z0-9_+-]{0,40}(?= ?(?:文件夹|目录))))(?![a-z0-9_./-])/dgu,
    read: (typed) => {
      const [folder = '', name = ''] = typed.split(/ ?(?:目录|文件夹)?(?:里面|里边|里|下面|底下|下|中)的? ?/u)
      return { path: `${folder.replace(/\/$/u, '')}/${name}` }
    },
    onlyWith: new RegExp(`${HANDLING.source}|删|清空|权限|校验|md5|sha`, 'u'),
    notWith: /找|搜|建|\b(?:find|search)\b/u,
  },
  {
    // 在/opt创建文件run.sh: the name in the folder.
    pattern: new RegExp(
      `(?<parent>(?<![a-z0-9_./~-])~?/[a-z0-9_./-]{0,100}) ?(?:目录|文件夹)?(?:下面|里面|下|里|中)?(?:新建|创建|建)(?:一?个)?空?(?:白)?文件 ?(?:叫做?|名为)? ?(?<slot>${FILE_NAME})`,
      'dgu',
    ),
    read: (typed, _folded, parent) => ({ path: `${parent.replace(/(?<!\/)\/$/u, '')}/${typed}` }),
  },
  {
    // 改名为logs_old, 备份成data2: a name without extension, where only a name can stand.
    pattern: new RegExp(
      `(?<=(?:名为|名字改为|名字改成|名字换成|名改成|名改为|名成|备份成|复制成|拷贝成|名叫|改叫|命名为|命名成) ?)(${BARE_NAME})(?![a-z0-9_./-])`,
      'dgu',
    ),
    read: readPlace('second'),
    onlyWith: OF_A_FILE,
    notWith: new RegExp(`${OF_A_HOST.source}|创建|新建|建立`, 'u'),
  },
  {
    // 把data文件夹拷到: what the word behind it says is a folder.
    pattern: new RegExp(
      `(?<=(?:把|将|备份|打包|压缩|复制|拷贝|移动|到|\\bcopy|\\bmove|\\bpack) ?(?:一下)?(?:the )?)(${BARE_NAME})(?= ?(?:文件夹|目录| folder| directory))`,
      'dgu',
    ),
    read: readPlace('path'),
    onlyWith: HANDLING,
    notWith: /创建|新建|建[个一立]|删|create|make|delete|remove/u,
  },
  {
    // 把目录logs改名为: the same, with the word before it.
    pattern: new RegExp(
      `(?<=(?:把|将) ?(?:目录|文件夹) ?)(${BARE_NAME})(?= ?(?:改名|重命名|打包|备份|复制|拷|移|压缩))`,
      'dgu',
    ),
    read: readPlace('path'),
  },
  {
    // 新建文件夹backup: in the folder where the command runs.
    pattern: new RegExp(
      `(?<=(?:新建|创建|建)(?:一?个)?(?:文件夹|目录)(?:叫做?|名为|名叫)? ?)(${BARE_NAME})(?=[吧。]?$)`,
      'dgu',
    ),
    read: readPlace('path'),
    notWith: /[/]|下面?|里/u,
  },
  {
    // 建个logs文件夹: the same, with the word behind it.
    pattern: new RegExp(`(?<=(?:新建|创建|建)(?:一?个)? ?)(${BARE_NAME})(?= ?(?:文件夹|目录)[吧。]?$)`, 'dgu'),
    read: readPlace('path'),
    notWith: /[/~]/u,
  },
  {
    // sda1: a partition, by its bare name.
    pattern: /(?<![a-z0-9_./-])(sd[a-z]\d{0,2}|mmcblk\dp\d|nvme\dn\dp\d)(?![a-z0-9_./-])/dgu,
    read: (typed) => ({ path: `/dev/${typed.toLowerCase()}` }),
    onlyWith: /挂|卸|弹出|移除|文件系统|格式|mount|eject|file ?system|remove/u,
  },
  {
    // "my report.txt": a name with spaces, in quotes.
    pattern: /["“「]([\p{L}\p{N}_.+-]{1,60}(?: [\p{L}\p{N}_.+-]{1,60}){1,6}\.[a-z0-9]{1,5})["”」]/dgu,
    read: (typed) => ({ path: typed, file: typed }),
    onlyWith:
      /文件|复制|拷|移|备份|压缩|打包|解压|删|\b(?:file|copy|move|delete|remove|rm|back ?up|rename|unzip|unpack)\b/u,
  },
  {
    pattern: new RegExp(`(第 ?${NUMBER} ?(?:行?(?:到|至|-|~) ?第? ?${NUMBER} ?)?行(?!数))`, 'dgu'),
    read: readLines,
    onlyWith: /[./]/u,
  },
  {
    pattern: /(?<![\d.a-z])(\d{1,7} ?行? ?(?:到|至|-|~) ?\d{1,7} ?行)/dgu,
    read: readLines,
    onlyWith: /[./]/u,
  },
  {
    pattern: /\b(lines? \d{1,7}(?: ?(?:to|through|-|–|and) ?\d{1,7})?)(?![\d.])/dgu,
    read: readLines,
    onlyWith: /[./]/u,
  },
  {
    pattern:
      /(?<!\d)((?:每隔|每|隔)? ?(?:\d{1,2}|[一二两三四五六七八九十])? ?秒(?:钟)?(?:就|都)?(?:刷新|更新|看|读|读取|测|显示|打印|输出|采集|查)(?:[一1]?次|一下|一遍)?)/dgu,
    read: readEvery,
    onlyWith: /[每隔].{0,6}秒|秒(?:钟)?(?:刷新|更新|看|读|测|打印|输出)[一1]?[次下]/u,
    notWith: ALARM,
  },
  {
    pattern: /(?<!\d)(每隔? ?(?:\d{1,2}|[一二两三四五六七八九十])? ?秒(?:钟)?(?:[一1]次|一下|一遍)?)/dgu,
    read: readEvery,
    notWith: ALARM,
  },
  {
    pattern:
      /\b(every (?:(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) )?seconds?|once (?:a|per) second)\b/dgu,
    read: readEvery,
    notWith: ALARM,
  },
  {
    pattern: /(?<![a-z0-9._/:+-])((?!a?\+x(?![a-z]))(?:[0-7]{3,4}|[ugoa]{0,3}[+-][rwx]{1,3}))(?![a-z0-9._/:-])/dgu,
    read: (typed) => ({ mode: typed }),
    onlyWith: OF_RIGHTS,
  },
  {
    pattern: new RegExp(
      `(?<=(?:改成|改为|修改为|更改为|[者主]为|改给|归给?|设为|设成|设置为|换成|变成|给|\\bto|\\bchown(?: -r)?) ?(?:用户 ?|user )?)(${USER}(?: ?(?:用户)?所有)?)(?![a-z0-9_:./@-])`,
      'dgu',
    ),
    read: (typed) => {
      const owner = typed.replace(/ ?(?:用户)?所有$/u, '').toLowerCase()
      return NO_OWNER.test(owner) ? null : { owner }
    },
    onlyWith: OF_OWNER,
  },
  {
    // "out of memory": a phrase that is counted.
    pattern: /["“「]([^"“”「」]{1,80})["”」]/dgu,
    read: (typed) => (typed.includes('/') ? null : { text: typed }),
    onlyWith: /多少次|几次|次数|多少行|几行|how (?:often|many times|many lines)|occurrences|\bcount\b/u,
  },
  {
    // error在app.log里出现了多少次: what is counted, before the file or behind it.
    pattern: new RegExp(
      `(?<![a-z0-9_.@:/-])["“「']?(${WORD})["”」']? ?(?:这个词|这个单词|这个字符串|字样)?(?=(?: ?在 ?| )["“]?${PLACE_AHEAD} ?(?:文件)?(?:里面|里|中|内)?(?:总共|一共|共)?(?:出现|有几|有多少))`,
      'dgu',
    ),
    read: readWord,
  },
  {
    pattern: new RegExp(
      `(?:[里面中内的]|文件|[有多少几]处|行包含|行含有|行有|次) ?["“「']?(${WORD})(?=["”」']? ?(?:这个词|这个单词|这个字符串|字样|的)?(?:总共|一共|共)?(?:出现|的次数|次数|有几|有多少|$|[?？吗]))`,
      'dgu',
    ),
    read: readWord,
    onlyWith: /次数|多少次|几次|几回|几处|多少处|多少行|几行/u,
  },
  {
    // syslog里有几个error: at the end.
    pattern: new RegExp(
      `(?:里面|里|中|内|文件|总共|一共) ?有?(?:几|多少)[个处次条] ?["“「]?(?!(?:${KINDS})(?![a-z0-9]))(${WORD})(?=["”」]?[?？]?$)`,
      'dgu',
    ),
    read: readWord,
    onlyWith: /[./]/u,
  },
  {
    pattern: new RegExp(
      `(?:how (?:often|many times) (?:does|do|is|did) (?:the (?:word|text|string) )?|occurrences of |lines (?:contain|mention|with|have|containing) |count )["“']?(${WORD})(?=["”']? )`,
      'dgu',
    ),
    read: readWord,
    onlyWith: /[./]/u,
  },
  {
    // fstab, by its bare name.
    pattern: /(?<![a-z0-9_./-])(fstab)(?![a-z0-9_./-])/dgu,
    read: () => ({ path: '/etc/fstab' }),
  },
]
const NO_OWNER = /^(?:the|a|an|user|owner|of|file|folder|directory)$/iu
