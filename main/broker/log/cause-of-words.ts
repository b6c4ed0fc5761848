import type { LogCauseName } from './log-causes.ts'
import type { TlsReason, tlsErrorOf } from './words/openssl-reasons.ts'
import type { OsError } from './words/os-errors.ts'

/** Cause of what the system said when the broker opened a listener, or (`isListening` false) something else. */
export function listenCause(error: OsError | null, isListening: boolean): LogCauseName {
  switch (error) {
    case 'address-in-use':
      return 'log-address-in-use'
    case 'address-unknown':
    case 'lookup':
      return 'log-address-unknown'
    case 'family':
      return 'log-address-family'
    case 'permission':
      return isListening ? 'log-port-forbidden' : 'log-file-permission'
    case 'missing':
      return isListening ? 'log-unexplained' : 'log-file-absent'
    case 'directory':
      return 'log-no-file'
    case 'link':
      return 'log-symlink'
    // A broker that is to listen connects to nobody.
    case 'refused':
    case 'timeout':
    case 'unreachable':
      return 'log-tool'
    default:
      return whyCause(error) ?? 'log-unexplained'
  }
}

/** Cause that lies in the computer, whatever the broker was doing; null where what it was doing is the cause. */
export function whyCause(error: OsError | null): LogCauseName | null {
  if (error === 'disk-full') return 'log-disk-full'
  if (error === 'read-only') return 'log-read-only'
  if (error === 'too-many-files') return 'log-too-many-files'
  if (error === 'disk-errors') return 'log-disk-errors'
  return error === 'memory' ? 'log-memory' : null
}

/** Cause of something that could not be saved: rights and a read-only file system are told with it. */
export function saveCause(error: OsError | null): LogCauseName | null {
  return error === 'disk-full' || error === 'too-many-files' || error === 'disk-errors' ? whyCause(error) : null
}

/** Cause of a file that could not be opened, by what the system said; null where it said something else. */
export function fileCause(error: OsError | null): LogCauseName | null {
  if (error === 'permission') return 'log-file-permission'
  if (error === 'missing') return 'log-file-absent'
  if (error === 'link') return 'log-symlink'
  return error === 'directory' ? 'log-no-file' : whyCause(error)
}

/** Cause of a database that could not be opened, by what the system said. */
export function databaseCause(error: OsError | null): LogCauseName {
  if (error === 'permission') return 'log-database-forbidden'
  return whyCause(error) ?? 'log-database-damaged'
}

const SQLITE_CAUSES: readonly (readonly [RegExp, LogCauseName])[] = [
  [/is locked|locking protocol|is busy/i, 'log-database-locked'],
  [/is full/i, 'log-disk-full'],
  [/i\/o error/i, 'log-disk-errors'],
  [/out of memory/i, 'log-memory'],
  [/readonly|permission|authorization/i, 'log-database-forbidden'],
  [/unable to open/i, 'log-database-unopened'],
]

/** Cause of what SQLite says of the database of the broker, sometimes twice on one line; null where it is the file itself. */
export function sqliteCause(why: string): LogCauseName | null {
  return SQLITE_CAUSES.find(([words]) => words.test(why))?.[1] ?? null
}

/** The library that a plugin needs and the system's loader does not find; null where it is the plugin itself. */
export function libraryIn(why: string, plugin: string): string | null {
  const [, glibc, musl] =
    /^([^\s:]{1,200}): cannot open shared object file|^Error loading shared library ([^\s:]{1,200}):/.exec(why) ?? []
  const library = glibc ?? musl ?? null
  // With its folder it is the plugin, as its line names it.
  return library === plugin || library?.includes('/') ? null : library
}

/** Cause in the connection of a client to this broker; alerts came from the client. */
export function clientTlsCause(reason: TlsReason | null): LogCauseName {
  switch (reason) {
    case 'untrusted':
    case 'expired':
      return 'log-client-ca'
    case 'no-certificate':
      return 'log-client-certificate'
    case 'alert-untrusted':
    case 'name':
      return 'log-server-not-trusted'
    case 'alert-expired':
      return 'log-certificate-expired'
    case 'plain-text':
      return 'log-plain-on-tls'
    case 'version':
      return 'log-tls-version'
    case 'no-cipher':
      return 'log-no-cipher'
    case 'closed':
      return 'log-tls-closed'
    case 'psk':
      return 'log-tls-psk'
    case 'weak':
      return 'log-certificate-weak'
    case 'key-mismatch':
      return 'log-key-mismatch'
    case 'permission':
      return 'log-key-permission'
    default:
      return 'log-tls-failed'
  }
}

/** Cause in the connection of a bridge, where the other broker is the server; alerts came from there. */
export function bridgeTlsCause(reason: TlsReason | null): LogCauseName {
  switch (reason) {
    case 'untrusted':
    case 'expired':
      return 'log-bridge-not-trusted'
    case 'name':
      return 'log-bridge-host-name'
    case 'alert-untrusted':
    case 'alert-expired':
    case 'alert-no-certificate':
      return 'log-bridge-certificate'
    default:
      return 'log-bridge-tls'
  }
}

/** Cause of a certificate or key that could not be loaded, by what OpenSSL says nearby. */
export function fileTlsCause(errors: readonly ReturnType<typeof tlsErrorOf>[]): {
  readonly cause: LogCauseName
  readonly words: string | null
} {
  // OpenSSL tells from the inside out; of its lines the most telling counts.
  for (const [reason, cause] of FILE_CAUSES) {
    const error = errors.find((one) => one.reason === reason)
    if (error) return { cause, words: error.words }
  }
  return { cause: 'log-certificate-file', words: errors[0]?.words ?? null }
}

const FILE_CAUSES: readonly (readonly [TlsReason, LogCauseName])[] = [
  ['permission', 'log-key-permission'],
  ['missing', 'log-certificate-file'],
  ['key-mismatch', 'log-key-mismatch'],
  ['weak', 'log-certificate-weak'],
  ['passphrase', 'log-key-passphrase'],
  ['format', 'log-certificate-format'],
]

/** Cause of a plugin that could not be loaded, by the words of the system's loader. */
export function pluginCause(why: string): LogCauseName {
  if (/symbol|relocating|invalid elf|wrong elf|version /i.test(why)) return 'log-plugin-load'
  if (why === '' || /no such file|could not be found|cannot find|not found|找不到/i.test(why)) return 'log-plugin-file'
  return 'log-plugin-load'
}

/** Cause of the answer that the other broker gave to a bridge. */
export function bridgeAnswerCause(answer: string): LogCauseName {
  const words = answer.toLowerCase()
  if (words.includes('identifier')) return 'log-bridge-id'
  if (words.includes('protocol version') || words.includes('not supported') || words.includes('not available')) {
    return 'log-bridge-version'
  }
  return /unavailable|busy|moved|another server|quota|rate/.test(words) ? 'log-bridge-busy' : 'log-bridge-refused'
}
