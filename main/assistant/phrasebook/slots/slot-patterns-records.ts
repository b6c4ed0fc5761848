import type { SlotPattern } from './slot-patterns.ts'
import { phrase } from './slot-patterns-accounts.ts'

const DAYS = '\\d{1,4} ?(?:天|日|周)(?:以上|以来|之内|以内|内|里)?(?:都|还|一直)?'

/** "30 天": whole days, a week has seven. */
const readDays: SlotPattern['read'] = (_typed, folded) => {
  const amount = Number(/\d{1,4}/u.exec(folded)?.[0] ?? 0) * (folded.includes('周') ? 7 : 1)
  return amount >= 1 && amount <= 3650 ? { days: String(amount) } : null
}

/** What is asked for with a limit in time, and what a container, a broker or a volume is set to. */
export const RECORD_PATTERNS: readonly SlotPattern[] = [
  {
    // 超过 30 天没有修改过的文件: how long ago they were last written.
    pattern: new RegExp(
      `((?:超过|已有|已经|有|近)? ?${DAYS}(?:没有|没|未|未曾)(?:被)?(?:修改|更新|改动|变动|改)过?的?(?:旧|老)?)(?=文件)`,
      'dgu',
    ),
    read: readDays,
    says: 'untouched',
    notWith: /删|清理|移动|压缩|打包/u,
  },
  {
    pattern:
      /(\b(?:which |that )?(?:were |have )?not (?:been )?(?:modified|changed|touched|written) (?:for|in|within) (?:the last |more than |over )?\d{1,4} (?:days|weeks))/dgu,
    read: (_typed, folded) => readDays('', folded.replace('week', '周'), ''),
    says: 'untouched',
  },
  {
    // 超时设为 3 秒
    pattern:
      /((?:连接)?超时(?:时间)?(?:设置|设定|设)?(?:为|成|是)? ?\d{1,2} ?秒钟?|\b(?:with (?:an? )?)?timeout (?:of )?\d{1,2} ?s(?:ec(?:onds?)?)?)(?![a-z])/dgu,
    read: (typed) => {
      const seconds = Number(/\d+/u.exec(typed)?.[0])
      return seconds >= 1 && seconds <= 10 ? { seconds: String(seconds) } : { limit: typed }
    },
    says: 'time-limit',
    onlyWith: /端口|:\d|\bport\b/u,
  },
  {
    // Docker 数据卷 grafana_data 在主机上的实际路径
    pattern:
      /((?:数据卷|卷|\bvolume) ?[a-z0-9][a-z0-9_.-]{1,62}(?: ?在?(?:主机|宿主机|本机|磁盘)上?)? ?的?(?:实际|真实|物理)?(?:挂载|存放|存储)?(?:路径|位置|目录)|\b(?:path|place|mount ?point) of (?:the )?(?:docker )?volume [a-z0-9][a-z0-9_.-]{1,62})/dgu,
    read: (typed) => ({ process: /(?:卷|volume) ?([a-z0-9][a-z0-9_.-]*)/iu.exec(typed)?.[1] ?? '' }),
    says: 'volume-path',
    notWith: /删|改|移|换/u,
  },
  // 明天之前有没有要跑的定时任务: the list tells when each is due.
  phrase(
    'courtesy',
    /((?:今天|明天|今晚|接下来)(?:之前|以前|前|内)?(?:还|都)?有(?:没有|什么|哪些)[要会]?(?:跑|执行|运行|触发)的(?=定时任务|定时器|timer)|(?<=定时任务[,，]? ?)timer(?:那种|类的|的))/dgu,
  ),
  phrase('frequency', /((?:跑|运行)(?:在|了|到)?(?:多少|几)个?(?:兆赫?|mhz|ghz|赫兹|频率))/dgu, /cpu|处理器/u),
  // influxdb有什么动静: what its log says.
  phrase('log', /((?:有(?:没有?|什么)?|什么)?动静)/dgu),
  phrase('autostart', /(开机(?:会不会|会)?(?:自动|自己)会?(?:起来?|启动|跑起来|运行))/dgu),
  // 内核最后50行: lines are those of its log.
  phrase('kernel-log', /(内核)(?=(?:最后|最近|后|倒数) ?\d{1,4} ?[行条])/dgu),
  phrase('docker-word', /(docker ?(?:的)?)(?=数据卷|卷)/dgu),
  phrase(
    'port-map',
    /(映射(?:了|到了?|出来?了?)?|的?端口映射|\b(?:published|mapped)\b)/dgu,
    /容器|docker|container/u,
    /添加|增加|新增|改|设|删|取消/u,
  ),
  phrase(
    'anonymous',
    /((?:是否|有没有|有无|能否|能不能|可不可以|是不是|允不允许)(?:已经|已|目前|当前)?(?:允许|支持|开启|启用|开放|可以)?了?匿名(?:连接|访问|登[录陆])?|\ballows? anonymous(?: (?:access|connections|clients|logins))?)/dgu,
    /mosquitto|mqtt|broker/u,
  ),
  ...(['错误|error|err', '警告|warning'] as const).map((level) =>
    phrase(
      level.startsWith('警') ? 'warning' : 'error',
      new RegExp(`((?:日志)?(?:级别|等级|优先级)(?:为|是|在|达到)?(?:${level}) ?(?:及|和|或)?其?以上(?:级别)?)`, 'dgu'),
    ),
  ),
  phrase(
    'load-spans',
    /((?:在?(?:过去|最近|近))? ?1 ?(?:分钟)? ?[、,，和/及] ?5 ?(?:分钟)? ?[、,，和/及] ?15 ?分钟(?:之?内)?的?|\b(?:of|for|over) (?:the last )?1, 5,? and 15 minutes)/dgu,
    /负载|\bload\b/u,
  ),
]
