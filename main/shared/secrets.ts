/** Secrets by name: in the keyring of the system, or in memory where that is all there is. */
export interface Secrets {
  has(name: string): boolean
  /** True for a secret that was kept in memory alone, by a run of the app that has ended. */
  isLost(name: string): boolean
  /** Null when never set. Rejects when it is set but cannot be read now. */
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
  delete(name: string): Promise<void>
}
