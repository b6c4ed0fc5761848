import { parseArgs } from 'node:util'
import { PROXY_URL } from '../../preload/contract/models/limits.ts'
import { CREDENTIAL_ARGUMENTS, credentialsOf, type ToolCredentials } from './tool-arguments.ts'

const USAGE =
  'usage: diagnose --json --url mqtt|mqtts|ws|wss://HOST[:PORT][/PATH] [--url FURTHER_ADDRESS]... [--username U --password-stdin] [--ca FILE]\n' +
  '       [--cert FILE --key FILE [--passphrase-stdin]] [--client-id ID] [--alpn PROTOCOL]\n' +
  '       [--proxy http|socks5://HOST:PORT] [--timeout-ms N] [--log FILE]\n' +
  '       diagnose --json --log FILE\n' +
  'stdin: line 1 the password, line 2 the passphrase\n'

export interface DiagnoseOptions extends ToolCredentials {
  /** The first is the one of the profile, the others are further addresses of it. */
  readonly urls: readonly string[]
  readonly alpn: string | null
  readonly proxy: string | null
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
  const proxy = values.proxy ?? null
  if (proxy !== null && !PROXY_URL.test(proxy)) return `--proxy is http://HOST:PORT or socks5://HOST:PORT\n${USAGE}`
  if (values.url === undefined && values.log === undefined) return `--url or --log is missing\n${USAGE}`
  return {
    urls: values.url ?? [],
    alpn: values.alpn ?? null,
    proxy,
    ...credentialsOf(values),
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
    url: { type: 'string', multiple: true } as const,
    alpn: text,
    proxy: text,
    ...CREDENTIAL_ARGUMENTS,
    'client-id': text,
    'timeout-ms': text,
    log: text,
  }
  return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
}
