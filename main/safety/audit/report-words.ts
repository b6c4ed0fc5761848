import type { CommandState } from '../../../preload/contract/models/commands/command.ts'
import type { ApprovalBasis, CommandClass } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { AccountsEntry, RejectionReason } from './audit-record.ts'

const both = (en: string, zh: string): LocalizedText => ({ en, zh })

/** Words of the printed report; a number or a name stands for `{1}`, `{2}`. */
export const REPORT_WORDS = {
  title: both('Report of commands', '命令执行报告'),
  period: both('Period', '时间段'),
  none: both('no record', '没有记录'),
  printed: both('Printed', '打印时间'),
  commands: both('Commands', '命令'),
  commandCount: both('{1} run, {2} not run', '执行 {1} 条，未执行 {2} 条'),
  time: both('Time', '时间'),
  operator: both('Operator', '操作员'),
  connection: both('Connection', '连接'),
  question: both('Question', '提问'),
  command: both('Command', '命令'),
  devices: both('Devices and outcome', '设备与结果'),
  notes: both('Notes', '备注'),
  edited: both('Edited before it ran. First proposed: {1}', '执行前修改过。最初提出：{1}'),
  late: both('{1}: the answer came late', '{1}：应答迟到'),
  reason: both('{1}: {2}', '{1}：{2}'),
  waves: both('Sent in waves', '分批发送'),
  more: both('and {1} more', '另有 {1} 台'),
  several: both('{1} devices', '{1} 台设备'),
  open: both('no outcome on record', '没有结果记录'),
  others: both('Other records', '其他记录'),
  switchOn: both('Reading commands run without a question: switched on', '只读命令直接执行：已打开'),
  switchOff: both('Reading commands run without a question: switched off', '只读命令直接执行：已关闭'),
  accounts: both('Accounts of the broker {1}: {2}. {3}', 'Broker {1} 的账户：{2}。{3}'),
  key: both('The key of the log changed ({1})', '日志密钥已更换（{1}）'),
  recovery: both('The log went on after a gap ({1})', '日志在中断后继续（{1}）'),
  givenUp: both('{1} records could not be written in time and are missing', '有 {1} 条记录未能及时写入，已缺失'),
  proof: both('Proof', '证明'),
  whole: both('The chain of records is complete.', '记录链完整。'),
  broken: both('The chain of records is broken at line {1}.', '记录链在第 {1} 行断开。'),
  records: both('Records', '记录数'),
  lastHash: both('Last hash', '末尾哈希'),
  keyLabel: both('Key', '密钥'),
  keyContradicts: both('{1}, contradicts the records', '{1}，与记录不符'),
  keyNone: both('none: who wrote the file is not proven', '无：无法证明文件由谁写入'),
  keyAway: both('{1}, not at hand for this report', '{1}，生成本报告时没有此密钥'),
  keyProves: both('{1}, proves {2} records from {3} on', '{1}，自第 {3} 条起证明了 {2} 条记录'),
  keyMissing: both('not proven: {1}', '未证明：{1}'),
  source: both(
    'Times are local. Commands, operators and outcomes are from the log; names of devices and connections, and questions, are from this computer and are not part of the proof.',
    '时间为本地时间。命令、操作员和结果来自日志；设备和连接的名称以及提问来自本机，不在证明范围内。',
  ),
  record: both('Record', '记录'),
  hash: both('Hash of the record', '记录哈希'),
  sha256: both('SHA-256 of the command', '命令的 SHA-256'),
} as const satisfies Readonly<Record<string, LocalizedText>>

/** How a run came about where no operator approved it one by one: the name beside it is not always their act. */
export const BASIS_WORDS: Readonly<Record<ApprovalBasis['kind'], LocalizedText>> = {
  operator: both('Approved', '批准'),
  'session-read': both("Ran by this session's setting", '按本次会话的设置自动执行'),
  standing: both('Ran by a standing approval', '按长期批准自动执行'),
  headless: both('Ran from the command line', '由命令行执行'),
}

export const ACCOUNTS_WORDS: Readonly<Record<AccountsEntry['state'], LocalizedText>> = {
  approved: both('change approved', '更改已批准'),
  applied: both('change made', '更改已完成'),
  refused: both('change refused by the broker', '更改被 Broker 拒绝'),
  unknown: both('outcome of the change unknown', '更改结果未知'),
}

/** The words of the console, in small letters because they follow a name. */
export const OUTCOME_WORDS: Readonly<Record<CommandState, LocalizedText>> = {
  approved: both('not sent yet', '尚未发送'),
  queued: both('sending', '发送中'),
  sent: both('sent', '已发送'),
  received: both('received', '已送达'),
  running: both('running', '执行中'),
  succeeded: both('succeeded', '成功'),
  failed: both('failed', '失败'),
  'timed-out': both('timed out', '超时'),
  'too-large': both('answer too large', '应答过大'),
  'no-answer': both('no answer', '无应答'),
  'not-delivered': both('not delivered', '未送达'),
  refused: both('refused by the broker', '被 Broker 拒绝'),
  rejected: both('rejected by the device', '被设备拒绝'),
  expired: both('expired', '已过期'),
  cancelled: both('cancelled', '已取消'),
  unknown: both('unknown', '未知'),
  withheld: both('not sent', '未发送'),
}

export const REJECTION_WORDS: Readonly<Record<RejectionReason, LocalizedText>> = {
  'by-operator': both('Not run: rejected by the operator', '未执行：操作员拒绝'),
  forbidden: both('Not run: forbidden', '未执行：被禁止'),
  refused: both('Not run: not accepted as a command', '未执行：不能作为命令'),
  endless: both('Not run: it would not end by itself', '未执行：命令不会自行结束'),
  'not-read': both('Not run: it does more than read', '未执行：不只是读取'),
  'judged-anew': both('Not run: judged anew with another result', '未执行：重新检查后结果不同'),
  expired: both('Not run: expired', '未执行：已过期'),
  'approval-expired': both('Not run: the approval expired', '未执行：批准已过期'),
  'called-off': both('Called off', '已撤销'),
  withheld: both('Not sent to these devices', '未发送到这些设备'),
}

export const CLASS_WORDS: Readonly<Record<CommandClass, LocalizedText>> = {
  read: both('read', '只读'),
  change: both('change', '更改'),
  unknown: both('unknown effect', '影响未知'),
  destructive: both('destructive', '破坏性'),
  forbidden: both('forbidden', '禁止'),
}
