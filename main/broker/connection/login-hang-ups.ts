import { type Fault, isHangUp } from '../diagnosis/fault.ts'

/** So many logins are sent to a broker that hangs up on them: some hang up on a wrong password, and lock the account. */
const MAX_LOGINS = 3

/** Counts logins in a row that were hung up on without a word, by a broker that has let this login in never before. */
export class LoginHangUps {
  #count = 0
  #wasLetIn = false

  letIn(): void {
    this.#wasLetIn = true
    this.#count = 0
  }

  note(fault: Fault): void {
    if (fault.hasLogin && isHangUp(fault)) this.#count += 1
  }

  /** True once another try could lock the account. */
  get isEnough(): boolean {
    return !this.#wasLetIn && this.#count >= MAX_LOGINS
  }
}
