import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A side of a comparison in a process of its own, so that neither warms up or burdens the other. */
export interface Side<Report> {
  /** Resolves with what the side measured; it ends by itself. */
  readonly report: Promise<Report>
}

interface Message<Report> {
  readonly kind: 'ready' | 'report'
  readonly report: Report
}

/** Starts `sides/<program>.ts` with its order as JSON; resolves when it says that it is ready. */
export async function startSide<Report>(
  program: string,
  order: object,
  nodeArgs: readonly string[] = [],
): Promise<Side<Report>> {
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

/** In the side's process: says that it is ready, or what it measured. */
export function tell(kind: 'ready' | 'report', report: object = {}): void {
  process.send?.({ kind, report })
}

/** In the side's process: its order. */
export function order<Order>(): Order {
  return JSON.parse(process.argv[2] ?? '{}') as Order
}
