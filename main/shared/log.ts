/** Takes the log of domain code. Adapters redact; callers still never pass a secret. */
export interface Log {
  info(message: string, data?: Readonly<Record<string, unknown>>): void
  warn(message: string, data?: Readonly<Record<string, unknown>>): void
  error(message: string, error?: unknown): void
}
