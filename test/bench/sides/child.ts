import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A side of a comparison in its own process, so that neither warms up or slows down the other. */
export interface Side<Report> {
  /** Resolves with the measurement of the side, which ends by itself. */
  readonly report: Promise<Report>
}

interface Message<Report> {
  readonly kind: 'ready' | 'report'
  readonly report: Report
}

/** Starts `sides/<program>.ts` with its order as JSON; resolves when it reports ready. */
export async function startSide<Report>(
  program: string,
  order: object,
  nodeArgs: readonly string[] = [],
): Promise<Side<Report>> {
  const child = forkSide(program, order, nodeArgs)
  const told = (kind: Message<Report>['kind']): Promise<Report> =>
    new Promise((resolve, reject) => {
      child.on('message', (message: Message<Report>) => {
        if (message.kind === kind) resolve(message.report)
      })
      child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
    })
  const report = told('report')
  report.catch(() => undefined)
  await Promise.race([told('ready'), report])
  return { report }
}

/** A side that works in turns. */
export interface TurnSide<Report> {
  turn(): Promise<Report>
  end(): Promise<void>
}

/** Starts `sides/<program>.ts`, which serves turns. */
export async function startTurnSide<Report>(program: string, order: object): Promise<TurnSide<Report>> {
  const child = forkSide(program, order)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const next = (): Promise<Report> =>
    new Promise((resolve, reject) => {
      child.once('message', (message: Message<Report>) => resolve(message.report))
      void ended.then((code) => reject(new Error(`${program} ended with ${code}`)))
    })
  await next()
  return {
    turn: () => {
      const report = next()
      child.send('turn')
      return report
    },
    end: async () => {
      if (child.connected) child.send('end')
      await ended
    },
  }
}

/** Starts the process of a side, which does not outlive this one. */
function forkSide(program: string, order: object, nodeArgs: readonly string[] = []): ChildProcess {
  const file = fileURLToPath(new URL(`./${program}.ts`, import.meta.url))
  const child = fork(file, [JSON.stringify(order)], {
    execArgv: [...nodeArgs],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const endWithUs = (): void => {
    child.kill()
  }
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

/** In the side's process: reports ready, does `work` in each turn, and ends on request. */
export function serveTurns(work: () => Promise<object>, end: () => Promise<void>): void {
  process.on('message', (message) => {
    if (message === 'turn') void work().then((report) => tell('report', report))
    else void end().then(() => process.exit(0))
  })
  tell('ready')
}

/** In the side's process: reports ready, or its measurement. */
export function tell(kind: 'ready' | 'report', report: object = {}): void {
  process.send?.({ kind, report })
}

/** In the side's process: returns its order. */
export function order<Order>(): Order {
  return JSON.parse(process.argv[2] ?? '{}') as Order
}
