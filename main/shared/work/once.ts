/** A value that is made with its first use. */
export interface Once<T> {
  /** Makes it, or returns what was made. */
  (): Promise<T>
  /** Null before the first use. */
  readonly made: Promise<T> | null
}

/** Makes a value with its first use and keeps it, because most starts never need it and loading it costs each of them. */
export function once<T>(make: () => Promise<T>): Once<T> {
  let made: Promise<T> | null = null
  const use = (): Promise<T> => {
    made ??= make()
    return made
  }
  return Object.defineProperty(use, 'made', { get: () => made }) as Once<T>
}
