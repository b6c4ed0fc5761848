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

/**
 * Secrets of one domain: names that are or begin with one of `own`. Any other name throws, so that a mistake, or text that
 * reaches a name, opens no secret of another domain.
 */
export function secretsUnder(all: Secrets, ...own: readonly string[]): Secrets {
  const checked = (name: string): string => {
    if (own.some((one) => name === one || (/[/:]$/.test(one) && name.startsWith(one)))) return name
    throw new Error(`“${name}” is a secret of another domain`)
  }
  return {
    has: (name) => all.has(checked(name)),
    isLost: (name) => all.isLost(checked(name)),
    get: async (name) => all.get(checked(name)),
    set: async (name, value) => all.set(checked(name), value),
    delete: async (name) => all.delete(checked(name)),
  }
}
