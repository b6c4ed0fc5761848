import { parseArgs } from 'node:util'

const USAGE =
  'usage: diagnose --json --url mqtt|mqtts|ws|wss://HOST[:PORT][/PATH] [--username U --password-stdin] [--ca FILE]\n' +
  '       [--cert FILE --key FILE [--passphrase-stdin]] [--client-id ID] [--timeout-ms N] [--log FILE]\n' +
  '       diagnose --json --log FILE\n' +
  'stdin: line 1 the password, line 2 the passphrase\n'

export interface DiagnoseOptions {
  readonly url: string | null
  readonly username: string | null
  readonly hasPassword: boolean
  readonly hasPassphrase: boolean
  readonly caFile: string | null
  readonly certFile: string | null
  readonly keyFile: string | null
  readonly clientId: string | null
  readonly timeoutMs: number
  readonly logFile: string | null
}

/** Parses the arguments; returns a text with the fault and the usage if they are wrong. */
export function diagnoseOptions(args: readonly string[]): DiagnoseOptions | string {
  let values: ReturnType<typeof parse>
  try {
    values = parse(args)
  } catch (error) {
    return `${error instanceof Error ? error.message.split('\n')[0] : 'bad arguments'}\n${USAGE}`
  }
  const timeoutMs = Number(values['timeout-ms'] ?? 5_000)
  if (!Number.isInteger(timeoutMs) || timeoutMs < 100 || timeoutMs > 120_000) {
    return `--timeout-ms is a whole number from 100 to 120000\n${USAGE}`
  }
  const clientId = values['client-id'] ?? null
  if (clientId !== null && !/^[^\p{Cc}]{1,256}$/u.test(clientId)) {
    return `--client-id is 1 to 256 characters without control characters\n${USAGE}`
  }
  if (values.url === undefined && values.log === undefined) return `--url or --log is missing\n${USAGE}`
  return {
    url: values.url ?? null,
    username: values.username ?? null,
    hasPassword: values['password-stdin'] ?? false,
    hasPassphrase: values['passphrase-stdin'] ?? false,
    caFile: values.ca ?? null,
    certFile: values.cert ?? null,
    keyFile: values.key ?? null,
    clientId,
    timeoutMs,
    logFile: values.log ?? null,
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = {
    json: flag,
    url: text,
    username: text,
    'password-stdin': flag,
    'passphrase-stdin': flag,
    ca: text,
    cert: text,
    key: text,
    'client-id': text,
    'timeout-ms': text,
    log: text,
  }
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
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
