import type { parseArgs } from 'node:util'

/** Who connects and with which files, as the arguments of a tool name them. */
export interface ToolCredentials {
  readonly username: string | null
  readonly hasPassword: boolean
  readonly hasPassphrase: boolean
  readonly caFile: string | null
  readonly certFile: string | null
  readonly keyFile: string | null
}

/** The arguments of `ToolCredentials`; secrets come from stdin, because arguments stand in the list of processes. */
export const CREDENTIAL_ARGUMENTS = {
  username: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  'passphrase-stdin': { type: 'boolean' },
  ca: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof CREDENTIAL_ARGUMENTS }>>['values']

export function credentialsOf(values: Values): ToolCredentials {
  return {
    username: values.username ?? null,
    hasPassword: values['password-stdin'] ?? false,
    hasPassphrase: values['passphrase-stdin'] ?? false,
    caFile: values.ca ?? null,
    certFile: values.cert ?? null,
    keyFile: values.key ?? null,
  }
}

/** Splits stdin into password and passphrase; a single line is the one that is asked for. */
export function secretsOf(
  input: string,
  asked: { readonly hasPassword: boolean; readonly hasPassphrase: boolean },
): { password: string | null; passphrase: string | null } {
  const lines = input.replace(/\r?\n$/, '').split(/\r?\n/)
  const [first = ''] = lines
  return {
    password: asked.hasPassword ? first : null,
    passphrase: asked.hasPassphrase ? (lines[1] ?? (asked.hasPassword ? '' : first)) : null,
  }
}
