import { parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'
import { phrase } from './slot-patterns-accounts.ts'
import { NUMBER } from './slot-patterns-numbers.ts'

const OF_PIN = /gpio|引脚|针脚|管脚|\d ?号?脚|\bpin\b|\bbcm/u
const ANY_NUMBER = new RegExp(NUMBER, 'u')
const ORDERED = '(?:设置?|置|拉|改|调|切|打|变|写|输出|上拉)'
const OF_SOUND = /音量|声音|静音|\b(?:volume|mute|unmute|sound)\b/u
const OF_RECORDING = /录|\brecord/u

/** What raspi-config calls the parts that it switches. */
const BOARD_PARTS: readonly (readonly [RegExp, string])[] = [
  [/i2c|iic/u, 'i2c'],
  [/spi/u, 'spi'],
  [/wire|单总线|一线/u, 'onewire'],
  [/串口|serial|uart/u, 'serial_hw'],
  [/vnc/u, 'vnc'],
]
const PART = '(?:i2c|iic|spi|1-?wire|one-?wire|单总线|一线总线|硬件串口|串口|serial port|uart|vnc)'
const ON = '(?:开启|启用|打开|使能|开一下|开通|激活|(?<![打没未公展])开(?= ?[a-z1串]))'
const OFF = '(?:关闭|关掉|关了|关上|禁用|停用|关)'
const PART_TAIL = '(?: ?(?:总线|接口|功能|外设|端口|服务))?'

const readPart: SlotPattern['read'] = (_typed, folded) => {
  const part = BOARD_PARTS.find(([pattern]) => pattern.test(folded))?.[1]
  return part === undefined ? null : { board: part }
}

const inSeconds: SlotPattern['read'] = (_typed, folded) => {
  const amount = parseNumber(ANY_NUMBER.exec(folded)?.[0] ?? '0')
  const seconds = /分|min/u.test(folded) ? amount * 60 : amount
  return seconds >= 1 && seconds <= 120 ? { lasting: String(seconds), millis: String(seconds * 1000) } : { limit: '1' }
}

const readPercent: SlotPattern['read'] = (_typed, folded) => {
  const percent = Number(/\d{1,3}/u.exec(folded)?.[0])
  return percent <= 100 ? { percent: String(percent) } : { limit: '1' }
}

/** Pins, the parts that raspi-config switches, pictures, sound and radio of a single-board computer. */
export const BOARD_PATTERNS: readonly SlotPattern[] = [
  // 上拉 and 下拉 belong to an input; 拉高 is an output.
  phrase('i2c-chips', /(?<![a-z0-9])(i2cdetect)(?![a-z0-9])/dgu),
  phrase('pull-up', /(?<!不)((?:内部)?(?:带)?上拉(?:电阻|输入)?|\bpull-?up\b)/dgu, OF_PIN),
  phrase('pull-down', /(?<!不)((?:内部)?(?:带)?下拉(?:电阻|输入)?|\bpull-?down\b)/dgu, OF_PIN),
  phrase(
    'pin-input',
    /((?:设置?|改|配置?|切换?|调)(?:为|成|到)?输入(?:模式|方向|状态)?|\b(?:set|make|configure|switch)\b|\b(?:to |as )?(?:an )?input\b)/dgu,
    [OF_PIN, /输入|\binput\b/u],
  ),
  phrase(
    'drive-high',
    new RegExp(
      `(${ORDERED}(?:置|为|成|到)? ?(?:输出)?高(?:电平|电位)?|置 ?1|输出(?:为)? ?1|一个高电平|\\b(?:(?:turn|switch) on\\b|(?:drive|pull|set|turn|switch|make)\\b|(?:to |output )?high$|(?<=\\d )(?:to )?on$))`,
      'dgu',
    ),
    [OF_PIN, /高|置 ?1|出(?:为)? ?1|\b(?:high|on)$|\b(?:turn|switch) on\b/u],
    /\bservice\b|服务/u,
  ),
  phrase(
    'drive-low',
    new RegExp(
      `(${ORDERED}(?:置|为|成|到)? ?(?:输出)?低(?:电平|电位)?|置 ?0|输出(?:为)? ?0|一个低电平|\\b(?:(?:turn|switch) off\\b|(?:drive|pull|set|turn|switch|make)\\b|(?:to |output )?low$|(?<=\\d )(?:to )?off$))`,
      'dgu',
    ),
    [OF_PIN, /低|置 ?0|出(?:为)? ?0|\b(?:low|off)$|\b(?:turn|switch) off\b/u],
    /\bservice\b|服务/u,
  ),
  {
    pattern: new RegExp(`(?:${ON}) ?(?:一下)?(?:树莓派的?)?(${PART}${PART_TAIL})(?![a-z0-9])`, 'dgu'),
    read: readPart,
    says: 'board-part',
  },
  {
    pattern: new RegExp(`(?:${OFF}) ?(?:一下)?(?:树莓派的?)?(${PART}${PART_TAIL})(?![a-z0-9])`, 'dgu'),
    read: readPart,
    says: 'board-part',
    notWith: /关于/u,
  },
  {
    pattern: new RegExp(
      `(?<![a-z0-9])(${PART}${PART_TAIL})(?= ?(?:给我|给)?(?:${ON}|${OFF}|打开)(?:一下|下|掉|了)?[吧啊。!]?$)`,
      'dgu',
    ),
    read: readPart,
    says: 'board-part',
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:enable|disable|turn on|turn off|switch on|switch off|activate|deactivate) (?:the )?)(${PART}(?: (?:bus|interface|server))?)(?![a-z0-9-])`,
      'dgu',
    ),
    read: readPart,
    says: 'board-part',
  },
  {
    pattern:
      /(?<![a-z0-9])(1-?wire|one-?wire|单总线|硬件串口)(?= ?(?:总线|接口|功能)?(?:开了|开着|打开了|启用了|开启了|有没有开|开没开|是否开|enabled|on\b))/dgu,
    read: readPart,
    says: 'board-state',
  },
  {
    pattern: /(?<=\bis (?:the )?)(1-?wire|one-?wire|serial port|uart)(?= (?:enabled|on)\b)/dgu,
    read: readPart,
    says: 'board-state',
  },
  // 开启 and 关闭 are said of the service, which the next start brings back; these last.
  {
    pattern: /((?:启用|使能|打开|激活|\b(?:enable|activate)) ?(?:the )?ssh(?: ?(?:接口|功能|登录))?)(?=[吧啊。!]?$)/dgu,
    read: () => ({ board: 'ssh' }),
    says: 'ssh-on',
  },
  {
    pattern: /((?:禁用|停用|\b(?:disable|deactivate)) ?(?:the )?ssh(?: ?(?:接口|功能|登录))?)(?=[吧啊。!]?$)/dgu,
    read: () => ({}),
    says: 'ssh-off',
  },
  phrase(
    'board-on',
    new RegExp(
      `(${ON}|\\b(?:enable|turn on|switch on|activate)\\b)(?=.{0,6}${PART}|(?:一下|下|了)?[吧啊。!]?$)`,
      'dgu',
    ),
    new RegExp(`(?<![a-z0-9])${PART}`, 'u'),
    /(?:是否|有没有|是不是|有无)/u,
  ),
  phrase(
    'board-off',
    new RegExp(
      `(${OFF}|\\b(?:disable|turn off|switch off|deactivate)\\b)(?=.{0,6}${PART}|(?:一下|下|掉|了)?[吧啊。!]?$)`,
      'dgu',
    ),
    new RegExp(`(?<![a-z0-9])${PART}`, 'u'),
  ),
  {
    pattern: /((?<!\d)\d{1,2} ?号 ?总线)/dgu,
    read: (_typed, folded) => ({ bus: /\d{1,2}/u.exec(folded)?.[0] ?? '' }),
    onlyWith: /i2c/u,
  },
  {
    // A bus by its device file, which is asked and not opened as a file.
    pattern: /(?<![a-z0-9/])(i2c-\d{1,2})(?![a-z0-9])/dgu,
    read: (_typed, folded) => ({ bus: folded.slice(4) }),
    says: 'i2c-bus',
    onlyWith: /扫|探测|\bscan\b|\bdetect\b|挂了|有哪些(?:设备|芯片|传感器)/u,
  },
  phrase(
    'onewire-sensors',
    /((?:1-?wire|one-?wire|单总线|一线总线|w1)(?: ?总线)? ?上?(?:都)?(?:挂|接|连)(?:了|着)?(?:哪些|几个|多少个?|什么)?(?:温度)?(?:传感器|设备|探头)|(?:1-?wire|one-?wire|单总线|一线总线|w1)(?: ?总线)?(?:上)?(?:的)? ?(?:温度)?(?:传感器|设备|探头| sensors?| devices?)|(?:(?:1-?wire|单总线|一线)(?:总线)?上?的? ?)?ds18b20(?:传感器|探头)?)/dgu,
    undefined,
    /开启|启用|打开|关闭|关掉|禁用|enable|disable/u,
  ),
  {
    pattern: new RegExp(
      `((?<![\\d.])(?:${NUMBER}) ?(?:秒钟?|分钟?|s(?![a-z])|secs?(?![a-z])|seconds?|minutes?|mins?(?![a-z])))(?:的|长的?)?`,
      'dgu',
    ),
    read: inSeconds,
    onlyWith: /拍|录|视频|\b(?:record|video|clip)\b/u,
    notWith: /日志|记录|登录|\blogs?\b/u,
  },
  phrase(
    'photo',
    /((?:用?(?:摄像头|相机)(?:来)?)?拍(?:摄|个|下)?(?:一?张|几张|个|一个)?(?:照片?|相片|图片?|快照)(?:下来)?|(?:用?(?:摄像头|相机))(?:来)?(?:抓拍|拍|抓(?=一?张))(?:一?张|一下|一?个)?(?:照片?|图片?)?|抓拍(?:一?张|一下)?(?:照片?|图片?)?|\b(?:take|snap|capture|shoot) (?:an? |one )?(?:photo|picture|snapshot|still|image)s?(?: (?:with|from|using) the camera)?)/dgu,
    undefined,
    /怎么|如何|在不在|识别|检测/u,
  ),
  phrase(
    'video',
    /((?:用?(?:摄像头|相机)(?:来)?)?(?:拍(?:摄)?|录(?:制)?)(?:一?段|一?个)?(?:像)?|(?:的)?(?:短)?视频|录像|\b(?:record|take|capture|shoot)(?: an?)?\b|\b(?:of )?video(?: clip)?(?: (?:with|from|using) the camera)?)/dgu,
    [/拍|录|\b(?:record|take|capture|shoot)\b/u, /视频|录(?:一?段|一?个)?像|\bvideo/u],
    /目录|记录|登录|视频设备|文件/u,
  ),
  phrase(
    'saved-as',
    /((?:,|，)? ?(?:保存|存储|存|输出|写)(?:成|为|到|在|进)?|(?:叫|命名为)(?= ?[a-z0-9_/~.-]+\.(?:jpe?g|png|mp4|wav|h264))|\b(?:and )?(?:save|store|write)(?: it)?(?: as| to| in)?|(?<=(?:photo|picture|snapshot|video|sound|audio|clip) )(?:as|to)\b)/dgu,
    /拍(?!卖|板)|截[图屏]|录(?:音|像|制|一?段|一?个|\s?[\d一二三四五六七八九十])|视频|\b(?:picture|photo|snapshot|still|video|clip|record)\b/u,
    /日期|时间|date|日志/u,
  ),
  phrase(
    'record-sound',
    /(录音|录(?:制)?(?:一?段|一?个|一下)?|(?:的)?(?:声音|音频|音)(?![量响箱乐])|\brecord\b|\b(?:of )?(?:sound|audio)(?: (?:from|with) the microphone)?)/dgu,
    [/录|\brecord\b/u, /音|\b(?:sound|audio|microphone)\b/u],
    /目录|记录|登录|视频|录像|播放|\b(?:video|play)\b/u,
  ),
  phrase(
    'play-sound',
    /(播放(?:一下|下)?(?:音频|声音|录音|文件)?|放一下(?:音频|声音|录音)?|\bplay(?: the)?(?: (?:sound|audio|file|recording))?)/dgu,
    /\.wav/u,
  ),
  {
    pattern: /((?:百分之)?(?<![\d.])\d{1,3} ?%?)(?![\d.a-z])/dgu,
    read: readPercent,
    onlyWith: OF_SOUND,
    notWith: OF_RECORDING,
  },
  phrase(
    'set-volume',
    /(音量(?:给我|给)?(?:调|设置?|改|弄)(?:大|小|高|低)?(?:到|成|为|至)|(?:调|设置?|改)(?:一下)?音量(?:到|为|成|至)|\bset (?:the )?volume to\b|\bvolume to\b)/dgu,
    OF_SOUND,
  ),
  phrase(
    'louder',
    /(音量(?:给我|给)?(?:调|弄|开|放)?(?:大|高)(?:一?点|一?些|一下)?|(?:调|开|放)(?:大|高)(?:一?点)?(?:音量|声音)|声音(?:调|弄|开)?大(?:一?点|一?些)|\b(?:turn up the (?:volume|sound)|turn the (?:volume|sound) up|turn up (?:volume|sound)|volume up|louder)\b)/dgu,
    OF_SOUND,
  ),
  phrase(
    'quieter',
    /(音量(?:给我|给)?(?:调|弄|关)?(?:小|低)(?:一?点|一?些|一下)?|(?:调|关)(?:小|低)(?:一?点)?(?:音量|声音)|声音(?:调|弄)?小(?:一?点|一?些)|\b(?:turn down the (?:volume|sound)|turn down (?:volume|sound)|volume down|quieter)\b)/dgu,
    OF_SOUND,
  ),
  phrase('unmute', /((?:取消|解除|关闭)静音|\bunmute(?: the (?:sound|device))?)/dgu),
  phrase('mute', /((?:设为|设成|开启|打开|调成)?静音(?:一下)?|\bmute(?: the (?:sound|device|volume))?)/dgu),
  phrase('volume', /((?:系统)?音量(?:是)?(?:多大|多少|多高|几|现在多少)?|\b(?:how loud(?: is it)?|volume)\b)/dgu),
  phrase(
    'bluetooth-scan',
    /((?:扫描?|搜索?|搜)(?:一下|一扫)?(?:附近|周围|周边|旁边)?的?蓝牙(?:设备)?|(?:附近|周围|周边|旁边)(?:都)?(?:有哪些|有什么|有没有|能搜到哪些|的)?蓝牙(?:设备)?|\b(?:scan|search|look)(?: for)?(?: nearby)? bluetooth(?: devices)?|\bbluetooth devices (?:nearby|around)|\bnearby bluetooth(?: devices)?)/dgu,
  ),
  phrase(
    'bluetooth-paired',
    /((?:已经?|都)?(?:配对|配过对)(?:过|了|好)?的?蓝牙(?:设备)?|蓝牙(?:都|已经?)?(?:配对|配)(?:过|了)(?:的)?(?:哪些|什么)?(?:设备)?|\bpaired bluetooth(?: devices)?|\bbluetooth devices (?:that are )?paired)/dgu,
  ),
  // 关掉蓝牙: the radio, where neither its service nor a device is named and nobody asks.
  phrase(
    'bluetooth-radio',
    /(蓝牙(?:功能|模块)?|\bbluetooth(?: radio)?\b)/dgu,
    /关(?!机)|禁用|停用|打开|开启|启用|开一?下|\b(?:turn|switch) o(?:n|ff)\b|\b(?:dis|en)able\b/u,
    /服务|自启|开机|启动|设备|适配器|着|状态|日志|[吗么没不?]|连|配对|\bservice|\bboot|\bdevice|\bstatus|\blogs?\b|\b(?:is|why|can|should)\b|^(?!.*(?:先|给我|直接))[^把将]*[关开启用]了[。!]?$/u,
  ),
]
