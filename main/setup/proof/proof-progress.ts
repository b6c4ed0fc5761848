import type { ProofProbe, ProofProbeName, ProofReport } from '../../../preload/contract/models/broker/setup.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { Finding } from './proof-probes.ts'

const LOG_LINES = 40

/** The report of a proof while it runs; each change is told. */
export class ProofProgress {
  readonly #onProgress: (report: ProofReport) => void
  #report: ProofReport

  constructor(proofId: string, names: readonly ProofProbeName[], onProgress: (report: ProofReport) => void) {
    this.#onProgress = onProgress
    this.#report = {
      proofId,
      outcome: 'running',
      reason: null,
      brokerVersion: null,
      probes: names.map((name) => ({ name, state: 'waiting', ms: null, detail: null })),
      log: [],
    }
  }

  get hasFailed(): boolean {
    return this.#report.probes.some(({ state }) => state === 'failed')
  }

  change(changes: Partial<ProofReport>): ProofReport {
    this.#report = { ...this.#report, ...changes }
    this.#onProgress(this.#report)
    return this.#report
  }

  /** Runs one probe and says how it went, and how long it took. */
  async timed(name: ProofProbeName, run: () => Promise<Finding>): Promise<void> {
    this.#set(name, { state: 'running' })
    const startedAt = performance.now()
    const finding = await run()
    this.#set(name, { ...finding, ms: Math.round(performance.now() - startedAt) })
  }

  skip(reason: LocalizedText): ProofReport {
    return this.change({ outcome: 'skipped', reason, probes: [] })
  }

  /** Ends with the last lines of the broker's log where something failed. */
  end(outcome: 'proved' | 'failed', log: string): ProofReport {
    return this.change({ outcome, log: outcome === 'failed' ? lastLines(log) : [] })
  }

  #set(name: ProofProbeName, changes: Partial<ProofProbe>): void {
    this.change({
      probes: this.#report.probes.map((probe) => (probe.name === name ? { ...probe, ...changes } : probe)),
    })
  }
}

function lastLines(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-LOG_LINES)
}
