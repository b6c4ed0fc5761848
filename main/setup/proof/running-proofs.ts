import type { ProofReport } from '../../../preload/contract/models/broker/setup.ts'
import type { Prepared } from '../prepare.ts'
import { type ProofDeps, proveSetup } from './proof.ts'

/** The proofs under way, each of which the operator can cancel. */
export class RunningProofs {
  readonly #deps: ProofDeps
  readonly #running = new Map<string, AbortController>()

  constructor(deps: ProofDeps) {
    this.#deps = deps
  }

  async prove(proofId: string, { plan, material }: Prepared): Promise<ProofReport> {
    const abort = new AbortController()
    this.#running.set(proofId, abort)
    try {
      return await proveSetup(proofId, plan, material, abort.signal, this.#deps)
    } finally {
      this.#running.delete(proofId)
    }
  }

  cancel(proofId: string): void {
    this.#running.get(proofId)?.abort()
  }
}
