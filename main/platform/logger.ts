import { join } from 'node:path'
import electronLog from 'electron-log/node'
import type { Log } from '../shared/log.ts'
import { makePrivate, PRIVATE_MODE } from './files/private-files.ts'

const MAX_BYTES = 5_000_000

/** Writes `main.log` in `folder` (5 MB, one older file kept) and, for a developer, stderr. Every line passes `redact`. */
export function createLog(folder: string, redact: (text: string) => string, isVerbose: boolean): Log {
  const file = join(folder, 'main.log')
  makePrivate(file, join(folder, 'main.old.log'))
  const log = electronLog.create({ logId: 'main' })
  log.transports.file.resolvePathFn = () => file
  log.transports.file.maxSize = MAX_BYTES
  log.transports.file.writeOptions = { flag: 'a', mode: PRIVATE_MODE, encoding: 'utf8' }
  log.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}'
  log.transports.console.level = isVerbose ? 'info' : false
  const line = (message: string, data?: unknown) =>
    redact(data === undefined ? message : `${message} ${JSON.stringify(data)}`)
  return {
    info: (message, data) => log.info(line(message, data)),
    warn: (message, data) => log.warn(line(message, data)),
    error: (message, error) =>
      log.error(redact(`${message} ${error instanceof Error ? (error.stack ?? error.message) : String(error ?? '')}`)),
  }
}
