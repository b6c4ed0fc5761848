import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const WHEN = '(?:什么时候|啥时候|何时|几点|哪天|哪一天|几号)'
const UNIT_FILE = /\.(?:service|timer|socket|mount|path)(?![a-z])/u

/** Units and programs by their whole names: when a timer runs, how a job ended, what a unit file holds. */
export const UNIT_PHRASES: readonly SlotPattern[] = [
  {
    // apt-daily.timer: no part of it is a word.
    pattern: /(?<![a-z0-9_@./-])([a-z0-9_@-]+(?:\.[a-z0-9_@-]+)*\.(?:service|timer|socket))(?![a-z0-9])/dgu,
    read: (typed) => ({ service: typed }),
  },
  {
    pattern: /(?<![a-z0-9_.\\/-])([a-z0-9][a-z0-9_-]{0,40})\.exe(?![a-z0-9.])/dgu,
    read: (typed) => ({ process: typed }),
    onlyWith: /跑|运行|进程|启动了|开着|开没|没有开|在不在|在吗|活着|挂了|内存|cpu|\brunning\b|process/u,
    notWith: /[\\/]|找|在哪|目录|文件|下载|删|安装/u,
  },
  phrase(
    'courtesy',
    /(\.exe)(?![a-z0-9.])/dgu,
    /跑|运行|进程|启动了|开着|开没|没有开|在不在|在吗|活着|挂了|内存|cpu|\brunning\b|process/u,
    /[\\/]|找|在哪|目录|文件|下载|删|安装/u,
  ),
  phrase(
    'courtesy',
    /((?<![a-z])(?:[a-z]{2,10}|组态|气象站|监控|采集|上位机|播放|打印|扫码|收银|考勤|门禁)?(?:软件|程序|客户端) ?)(?=[a-z0-9_-]{1,40}\.exe)/dgu,
  ),
  phrase(
    'timer-runs',
    new RegExp(
      `((?:下一?[次回]|上一?[次回]|最近一次|最后一次)(?:运行|执行|触发)?(?:的?时间)?[是会要在]{0,2}(?:${WHEN}|多久(?:以后|之后|前)?)?(?:会|要)?再?(?:跑|执行|运行|触发|启动)?(?:的|了|过)?|[是会要在]{0,2}${WHEN}(?:会|要)?再?(?:跑|执行|运行|触发)(?:的)?|还有?多久(?:才)?(?:会|要)?再?(?:跑|执行|运行|触发)|\\bnext run\\b)`,
      'dgu',
    ),
    /\.timer(?![a-z])/u,
    /改|设|调|把|停|禁/u,
  ),
  {
    // backup.service 昨晚跑成功没有: how it ended, and since then.
    pattern:
      /((?:昨[晚天夜]|今[早天晨]|凌晨|上次|上一次|最近一次|最后一次)? ?(?:有没有|是否|是不是)?(?:正常)?(?:跑|执行|运行|备份|同步)?(?:得)?(?:成功|完成|跑完|执行完|失败|出错)了?(?:没有|没|吗|么)?)/dgu,
    read: (_typed, folded) => ({ since: folded.startsWith('今') ? 'today' : 'yesterday' }),
    says: 'run-result',
    onlyWith: [UNIT_FILE, /[吗么没?？]|是否|是不是|有没有/u],
    notWith: /重启|启动|停|日志|多少次|几次|为什么|[就再重]再?跑|再执行/u,
  },
  phrase(
    'unit-file',
    /(的?(?:文件)?(?:内容|定义|写法|unit ?文件|配置)(?:是什么|是啥)?|(?:里面?)?(?:都)?写了?(?:些)?(?:什么|啥)|里面?是(?:什么|啥))/dgu,
    UNIT_FILE,
    /日志|改|删|建|写入|状态|重新加载|\//u,
  ),
]
