import type { Language } from '../../../preload/contract/models/app/settings.ts'
import type { CommandRecord, Run } from '../../../preload/contract/models/commands/command.ts'
import type { FoldCounts, FoldGroup, RunFold } from '../../../preload/contract/models/commands/folding.ts'
import { OUTCOME_WORDS } from '../../safety/audit/report-words.ts'

interface TextForm {
  readonly language: Language
  readonly nameOf: (deviceId: string) => string
}

interface Words {
  readonly devices: (count: number) => string
  readonly counts: Readonly<Record<Exclude<keyof FoldCounts, 'devices'>, (count: number) => string>>
  readonly mark: string
  readonly exitCode: (code: number) => string
  readonly doubtful: string
  readonly stderr: string
  readonly dropped: string
  /** Behind a heading. */
  readonly colon: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    devices: (count) => (count === 1 ? '1 device' : `${count} devices`),
    counts: {
      same: (count) => `${count} the same`,
      differ: (count) => `${count} different`,
      dropped: (count) => `${count} with an output that is no longer kept`,
      failed: (count) => `${count} failed`,
      silent: (count) => `${count} without a result`,
      waiting: (count) => `${count} waiting`,
    },
    mark: ', ',
    exitCode: (code) => `exit code ${code}`,
    doubtful: 'doubtful',
    stderr: '--- error output ---',
    dropped: '(output no longer kept)',
    colon: ': ',
  },
  'zh-CN': {
    devices: (count) => `${count} 台设备`,
    counts: {
      same: (count) => `${count} 台一致`,
      differ: (count) => `${count} 台不同`,
      dropped: (count) => `${count} 台的输出不再保留`,
      failed: (count) => `${count} 台失败`,
      silent: (count) => `${count} 台没有结果`,
      waiting: (count) => `${count} 台等待中`,
    },
    mark: '，',
    exitCode: (code) => `退出码 ${code}`,
    doubtful: '存疑',
    stderr: '--- 错误输出 ---',
    dropped: '（输出不再保留）',
    colon: '：',
  },
}

const COUNTS = ['same', 'differ', 'dropped', 'failed', 'silent', 'waiting'] as const

/** Finds the commands of a run by their ids. */
export function samplesOf({ commands }: Run): ReadonlyMap<string, CommandRecord> {
  return new Map(commands.map((record) => [record.commandId, record]))
}

/** Writes a folded run to be read by people: the command, when and by whom, the counts, and one block a group. */
export function runText(run: Run, { groups, counts }: RunFold, form: TextForm): string {
  const words = WORDS[form.language]
  const samples = samplesOf(run)
  const time = new Intl.DateTimeFormat(form.language, { dateStyle: 'medium', timeStyle: 'medium' })
  const told = COUNTS.filter((count) => counts[count] > 0).map((count) => words.counts[count](counts[count]))
  const facts = [time.format(run.approvedAt), run.approvedBy, words.devices(counts.devices)].join(' · ')
  const head = [`$ ${run.command}`, facts, told.join(words.mark)].join('\n')
  return [`${head}\n`, ...groups.map((group) => blockOf(group, samples.get(group.sampleCommandId), form))].join('\n')
}

function blockOf(group: FoldGroup, sample: CommandRecord | undefined, { language, nameOf }: TextForm): string {
  const words = WORDS[language]
  const { en, zh } = OUTCOME_WORDS[group.state]
  const outcome = language === 'zh-CN' ? zh : en
  const title = [
    `=== ${words.devices(group.deviceIds.length)}${words.colon}${outcome}`,
    ...(group.exitCode === null ? [] : [words.exitCode(group.exitCode)]),
    ...(group.isDoubtful ? [words.doubtful] : []),
  ].join(words.mark)
  const devices = group.deviceIds.map((id) => (nameOf(id) === '' ? id : `${nameOf(id)} (${id})`))
  const { stdout = '', stderr = '', reason = null } = sample ?? {}
  const parts = [stdout, stderr === '' ? '' : `${words.stderr}\n${stderr}`, reason ?? '']
  if (group.isDropped) parts.push(words.dropped)
  const answer = parts.map((part) => part.trimEnd()).filter((part) => part !== '')
  return `${[title, devices.join(words.mark), ...answer].join('\n')}\n`
}
