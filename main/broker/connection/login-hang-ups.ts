import { type Diagnosis, describe, diagnose } from '../diagnosis/diagnose.ts'
import { type Fault, isHangUp } from '../diagnosis/fault.ts'

/** So many logins are sent to a broker that hangs up on them: some hang up on a wrong password, and lock the account. */
const MAX_LOGINS = 3
/** A password is judged at once; a cluster that is not ready hangs up after seconds (NATS without a majority: 5). */
const AT_ONCE_MS = 2_000

/** Counts logins in a row that were hung up on without a word, by a broker that has let this login in never before. */
export class LoginHangUps {
  #count = 0
  #wasLetIn = false

  letIn(): void {
    this.#wasLetIn = true
    this.#count = 0
  }

  /** `tookMs` since the attempt began. */
  note(fault: Fault, tookMs: number): void {
    if (fault.hasLogin && isHangUp(fault) && tookMs < AT_ONCE_MS) this.#count += 1
  }

  /** Explains a fault; fatal once another try could lock the account. */
  diagnose(fault: Fault): Diagnosis {
    const diagnosis = diagnose(fault)
    if (this.#wasLetIn || this.#count < MAX_LOGINS) return diagnosis
    const { failure } = diagnosis.failure.cause === 'closed' ? describe('closed-login', fault) : diagnosis
    return { failure, isFatal: true }
  }
}
