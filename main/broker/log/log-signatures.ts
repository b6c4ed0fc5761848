import type { TestStageName } from '../../../preload/contract/models/connection.ts'
import type { LogCauseName } from './log-causes.ts'

/** Recognises a cause by the words of one line, where needed with words nearby. Named groups fill the texts. */
export interface LogSignature {
  readonly cause: LogCauseName
  readonly line: RegExp
  /** Must also match the same line; two expressions cost a line twice, one with `.*` its length squared. */
  readonly more?: RegExp
  /** Must also match one of the three lines before or after. */
  readonly near?: RegExp
  /** The stage of the check in which a client notices it. */
  readonly stage: TestStageName
}

/**
 * Words of Mosquitto 1.6 to 2.1 (its src/*.c) and of OpenSSL. What keeps the broker from starting comes first; of several
 * signatures for one line the first counts.
 */
export const LOG_SIGNATURES: readonly LogSignature[] = [
  {
    cause: 'log-config-bom',
    line: /unknown configuration variable|invalid/i,
    more: /\ufeff|\\ufeff|ï»¿|\\xef/i,
    stage: 'tcp',
  },
  {
    cause: 'log-key-permission',
    line: /unable to load (?:server )?(?:key|certificate)(?: file)? "(?<file>[^"\n]*)"/i,
    near: /permission denied/i,
    stage: 'tcp',
  },
  {
    cause: 'log-key-mismatch',
    line: /unable to load (?:server )?(?:key|certificate)(?: file)? "(?<file>[^"\n]*)"|certificate\/key are inconsistent/i,
    near: /key values mismatch/i,
    stage: 'tcp',
  },
  { cause: 'log-key-mismatch', line: /certificate\/key are inconsistent|key values mismatch/i, stage: 'tcp' },
  {
    cause: 'log-certificate-file',
    line: /unable to load (?:server )?(?:key file|key|certificate|ca certificates?)[^"\n]*(?:"(?<file>[^"\n]*)")?/i,
    stage: 'tcp',
  },
  {
    cause: 'log-file-permission',
    line: /unable to open|opening|error reading|unable to read/i,
    more: /(?:file|pwfile|acl_file|log file|include_dir) ?"?(?<file>\/[^":\n]*)?/i,
    near: /permission denied/i,
    stage: 'tcp',
  },
  {
    cause: 'log-file-permission',
    line: /permission denied/i,
    more: /(?<file>\/[^\s":]+)/,
    stage: 'tcp',
  },
  {
    cause: 'log-file-missing',
    line: /unable to open/i,
    more: /(?:file|pwfile|acl_file)[^"\n]*(?:"(?<file>[^"\n]*)")?/i,
    stage: 'tcp',
  },
  { cause: 'log-symlink', line: /symbolic link|symlink/i, stage: 'tcp' },
  { cause: 'log-address-in-use', line: /address already in use/i, stage: 'tcp' },
  {
    cause: 'log-address-unknown',
    line: /cannot assign requested address|can't assign requested address/i,
    stage: 'tcp',
  },
  { cause: 'log-websockets-missing', line: /websockets support not available/i, stage: 'tcp' },
  { cause: 'log-websockets-missing', line: /protocol websockets/i, more: /not supported/i, stage: 'tcp' },
  { cause: 'log-config-unknown', line: /unknown configuration variable "?(?<word>[^"\n]*)"?/i, stage: 'tcp' },
  {
    cause: 'log-config-value',
    line: /error: (?:invalid|empty|duplicate) (?<word>[\s\S]*?)(?: value)?(?: in configuration|\.|$)/i,
    stage: 'tcp',
  },
  {
    cause: 'log-password-file',
    line: /unable to decode password (?:salt|hash)|corrupt password file|invalid password hash/i,
    stage: 'connect',
  },
  { cause: 'log-local-only', line: /starting in local only mode/i, stage: 'tcp' },
  { cause: 'log-too-many-files', line: /too many open files/i, stage: 'first-byte' },
  { cause: 'log-disk-full', line: /no space left on device/i, stage: 'connect' },
  { cause: 'log-persistence', line: /error saving in-memory database/i, stage: 'connect' },
  { cause: 'log-persistence', line: /unable to (?:open|write)/i, more: /\.db/i, stage: 'connect' },
  { cause: 'log-max-connections', line: /max_connections exceeded/i, stage: 'first-byte' },
  { cause: 'log-client-ca', line: /certificate verify failed/i, stage: 'tls' },
  { cause: 'log-client-certificate', line: /peer did not return a certificate/i, stage: 'tls' },
  { cause: 'log-server-not-trusted', line: /alert (?:unknown ca|bad certificate|certificate unknown)/i, stage: 'tls' },
  { cause: 'log-certificate-expired', line: /alert certificate expired|certificate has expired/i, stage: 'tls' },
  { cause: 'log-plain-on-tls', line: /wrong version number|http request/i, stage: 'first-byte' },
  {
    cause: 'log-tls-version',
    line: /unsupported protocol|alert protocol version|no protocols available/i,
    stage: 'tls',
  },
  {
    cause: 'log-taken-over',
    line: /client (?<client>\S+) already connected, closing old connection/i,
    stage: 'connect',
  },
  {
    cause: 'log-not-authorised',
    line: /client (?<client>\S+) disconnected[,:] not authori[sz]ed|bad user ?name or password|connection refused: not authori[sz]ed/i,
    stage: 'connect',
  },
  {
    cause: 'log-acl-write',
    line: /denied publish from (?<client>\S+) \(/i,
    more: /\([^('\n]*'(?<topic>[^']*)'/,
    stage: 'probe',
  },
  { cause: 'log-acl-read', line: /denied subscribe from (?<client>\S+)(?:.*?'(?<topic>[^']*)')?/i, stage: 'probe' },
  {
    cause: 'log-queue-full',
    line: /outgoing messages are being dropped for client (?<client>\S+?)\.?$/i,
    stage: 'probe',
  },
  { cause: 'log-packet-size', line: /(?:packet too large|oversize packet)/i, stage: 'probe' },
  { cause: 'log-keepalive', line: /client (?<client>\S+) has exceeded timeout/i, stage: 'connect' },
  {
    cause: 'log-protocol',
    line: /client (?<client>\S+) disconnected due to (?:protocol error|malformed packet)/i,
    stage: 'first-byte',
  },
]
