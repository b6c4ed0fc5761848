import type { SlotPattern } from './slot-patterns.ts'

/** Folders, scripts and device files by the bare names that people use. */
const OWN_FOLDERS: Readonly<Record<string, string>> = {
  桌: 'Desktop',
  下: 'Downloads',
  文: 'Documents',
  图: 'Pictures',
}

export const PLACE_PATTERNS: readonly SlotPattern[] = [
  {
    // 桌面上的a.txt, 下载文件夹里: folders of a person by what they are for, with a file in them.
    pattern:
      /((?:(?<![程回])桌面|(?<!\p{Script=Han})(?:下载|文档|图片)(?:文件夹|目录))(?:(?:文件夹|目录)?[上里下中]面?的? ?[\w-][\w.-]{0,63}\.[a-z0-9]{1,5}(?![\w/.-])|(?=[上里下中有]|文件夹|目录)))/dgu,
    read: (typed) => {
      const file = /(?<![\w.-])[\w-][\w.-]{0,70}$/u.exec(typed)?.[0]
      return { path: `~/${OWN_FOLDERS[typed[0] ?? '']}${file === undefined ? '' : `/${file}`}` }
    },
  },
  {
    // 哪个日志最大: of those that lie where logs do.
    pattern: /(?<=(?:哪个|哪些|什么))(日志)(?=(?:文件)?最大)/dgu,
    read: () => ({ path: '/var/log' }),
  },
  {
    // tmp目录: a folder at the top, by its bare name.
    pattern:
      /(?<![a-z0-9_./-])(opt|tmp|etc|var|boot|mnt|media|srv|usr|home(?= ?里))(?= ?(?:目录|文件夹|下面|底下|里面|里(?:都)?有| (?:folder|directory|dir)(?![a-z])))/dgu,
    read: (typed) => ({ path: `/${typed.toLowerCase()}` }),
  },
  {
    // A script by its name, which is looked for among the command lines of what runs.
    pattern: /(?<![a-z0-9_./-])([a-z0-9_-]+\.(?:py|sh|jar|js|pl|rb))(?![a-z0-9.])/dgu,
    read: (typed) => ({ script: typed }),
    onlyWith: /进程|在跑|跑着|跑没|起来|挂了|还活着|运行|process|running|alive|still up|crashed/u,
    notWith: /目录|文件夹|日志|写|看看内容|内容|folder|directory|content|log/u,
  },
  {
    // A device file by its bare name: ttyUSB0, i2c-1.
    pattern:
      /(?<![a-z0-9_.@/\\-])(tty(?:usb|acm|ama|s|gs)\d{1,2}|serial[01]|video\d{1,2}|i2c-\d{1,2}|spidev\d\.\d|gpiochip\d|watchdog\d?|mmcblk\d|nvme\dn\d)(?![a-z0-9_./\\-]| ?(?:服务|service|daemon))/dgu,
    read: (typed) => ({ path: `/dev/${typed}` }),
  },
  { pattern: /(根目录|\broot (?:directory|folder))/dgu, read: () => ({ path: '/' }) },
  {
    pattern: /(当前目录|当前文件夹|\b(?:current|this) (?:dir|directory|folder)\b)/dgu,
    read: () => ({ path: '.' }),
    onlyWith:
      /按大小|by size|larger|bigger|biggest|largest|大于|超过|最大|\bfind\b|查找|找|search|搜|grep|containing|包含/u,
  },
  { pattern: /(主目录|家目录|home目录|\bhome (?:directory|folder))/dgu, read: () => ({ path: '~' }) },
]
