import { bytesWords } from '../quantities.ts'
import { cellsOf, column, type Formatter, linesOf, reading } from '../reading.ts'

/** `nc -zv HOST PORT 2>&1`, in the words of the OpenBSD, the traditional, the Nmap and the busybox variant. */
export const readPortTest: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const opened = lines.find(
    (line) =>
      // Over UDP nobody answers, open or not.
      /^Connection to \S{1,253}(?: \([0-9a-f.:]{2,45}\))? \d{1,5} port \[(?!udp)[^\]]{1,60}\] succeeded!$/u.test(
        line,
      ) ||
      /\[[0-9a-f.:]{2,45}\] \d{1,5} \(.{1,30}\) open$/u.test(line) ||
      /^\S{1,253} \([0-9a-f.:[\]]{2,60}:\d{1,5}\) open$/u.test(line) ||
      /^Ncat: Connected to \S{1,260}\.$/u.test(line),
  )
  if (opened !== undefined) return reading('The port answers.', '端口可以连通。')
  const [problem = ''] = lines.slice(-1)
  if (!/^(?:nc: |Ncat: |\S{1,253} \[|\(UNKNOWN\) \[)/u.test(problem)) return null
  if (/refused/iu.test(problem)) {
    return reading('The machine answers, but nothing listens on this port.', '对方主机在线，但该端口没有程序监听。', {
      isWarning: true,
    })
  }
  if (/timed? ?out|in progress/iu.test(problem)) {
    return reading(
      'No answer: the machine is off, or a firewall drops the connection.',
      '没有应答：对方主机不在线，或被防火墙拦截。',
      { isWarning: true },
    )
  }
  if (/no route|unreachable/iu.test(problem)) {
    return reading('There is no way to that machine from here.', '从这台设备无法到达对方主机。', { isWarning: true })
  }
  return /getaddrinfo|could not resolve|bad address|name or service|forward host lookup/iu.test(problem)
    ? reading('The name of that machine is not known here.', '这台设备解析不了该主机名。', { isWarning: true })
    : null
}

/** Seconds between the two samples of the command. */
const SAMPLE_S = 2

interface Counters {
  readonly name: string
  readonly received: number
  readonly sent: number
}

function countersOf(lines: readonly string[]): readonly Counters[] {
  return lines.flatMap((line) => {
    const [, name = '', rest = ''] = /^\s*([\w.@-]{1,20}):\s*(\d.*)$/u.exec(line) ?? []
    const cells = cellsOf(rest, 16).map(Number)
    const [received, sent] = [cells[0], cells[8]]
    // A column less would be another one's bytes.
    const isWhole = name !== '' && name !== 'lo' && cells.length === 16 && cells.every(Number.isFinite)
    return isWhole ? [{ name, received: received ?? 0, sent: sent ?? 0 }] : []
  })
}

/** Two samples of `/proc/net/dev`. */
export const readRates: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const second = lines.findLastIndex((line) => /^Inter-\|/u.test(line))
  const before = countersOf(lines.slice(0, Math.max(0, second)))
  const rates = countersOf(lines.slice(second)).flatMap((now) => {
    const then = before.find(({ name }) => name === now.name)
    if (then === undefined || now.received < then.received || now.sent < then.sent) return []
    const [received, sent] = [(now.received - then.received) / SAMPLE_S, (now.sent - then.sent) / SAMPLE_S]
    return [{ name: now.name, received, sent, total: now.received + now.sent }]
  })
  const main = rates.toSorted((left, right) => right.total - left.total)[0]
  if (second <= 0 || main === undefined) return null
  const words = (bytes: number) => `${bytesWords(Math.round(bytes))}/s`
  return reading(
    `${main.name} now receives ${words(main.received)} and sends ${words(main.sent)}.`,
    `${main.name} 当前接收 ${words(main.received)}，发送 ${words(main.sent)}。`,
    {
      columns: [column('Interface', '网卡'), column('Receives', '接收'), column('Sends', '发送')],
      rows: rates.map(({ name, received, sent }) => [name, words(received), words(sent)]),
    },
  )
}
