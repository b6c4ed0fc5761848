import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import { UpgradeError } from '../../../../../main/broker/session/web-socket.ts'
import { error, fault, LOCAL } from './new-fault.ts'

/** A failure in the words of Node, OpenSSL and the brokers, and its cause. */
interface Row {
  readonly title: string
  readonly stage: Fault['stage']
  readonly isTls: boolean
  readonly cause: string
  readonly host?: string
  readonly path?: string
  readonly hasCa?: boolean
  readonly reasonCode?: number
  readonly protocolVersion?: 4 | 5
  readonly status?: number
  readonly location?: string
  readonly error?: readonly [code: string | null, message: string]
  readonly errors?: readonly (readonly [code: string | null, message: string])[]
  /** Pattern of the English message or fix. */
  readonly says?: string
}

const ROWS: readonly Row[] = readFileSync(join(import.meta.dirname, 'field-faults.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

function faultIn(row: Row): Fault {
  const { stage, isTls, host = 'broker.example', path = null, status, errors, reasonCode = null } = row
  const single = row.error === undefined ? null : error(...row.error)
  const all = errors === undefined ? single : new AggregateError(errors.map((one) => error(...one)))
  const refused = status === undefined ? all : new UpgradeError({ status, location: row.location ?? null })
  const hasCa = row.hasCa ?? false
  return fault({ stage, isTls, host, path, hasCa, reasonCode, error: refused, hasLogin: true })
}

describe('failures of the field', () => {
  it.each(ROWS)('$cause: $title ($stage, $error, $reasonCode, $status)', (row) => {
    const { failure } = diagnose(faultIn(row), LOCAL)
    expect(failure.cause).toBe(row.cause)
    const said = [failure.message, failure.fix].map(({ en, zh }) => `${en} ${zh}`).join(' ')
    expect(said).not.toMatch(/\[\[|\]\]|\{\w+\}|undefined/)
    if (row.says !== undefined) expect(said).toMatch(new RegExp(row.says))
  })

  const fixOf = (change: Partial<Fault>, platform: NodeJS.Platform = 'linux') =>
    diagnose(fault(change), { ...LOCAL, platform }).failure.fix.en

  it('name the permission of macOS that looks like a missing route, on macOS alone', () => {
    const change = { stage: 'tcp', error: error('EHOSTUNREACH', 'connect EHOSTUNREACH 192.0.2.20:1883') } as const
    expect(fixOf(change, 'darwin')).toMatch(/macOS, allow the app to use the local network/)
    expect(fixOf(change)).not.toMatch(/macOS/)
  })

  it('name the address of a whole network', () => {
    const change = (host: string) => ({ stage: 'tcp', host, error: error('EACCES', 'connect EACCES') }) as const
    expect(fixOf(change('192.0.2.255'))).toMatch(/ends in \.255/)
    expect(fixOf(change('192.0.2.20'))).not.toMatch(/255/)
  })

  it('say where a server sends the client, and that it is in TLS', () => {
    const to = (location: string) => ({
      stage: 'websocket' as const,
      error: new UpgradeError({ status: 301, location }),
    })
    const { message } = diagnose(fault(to('https://broker.example/mqtt')), LOCAL).failure
    expect(message.en).toContain(': https://broker.example/mqtt')
    expect(fixOf(to('https://broker.example/mqtt'))).toMatch(/uses TLS/)
    expect(fixOf(to('/login'))).not.toMatch(/uses TLS/)
  })

  it.each([
    [43, 'unsupported certificate', /\(made for another purpose\)/],
    [44, 'certificate revoked', /\(revoked\)/],
    [45, 'certificate expired', /\(expired\)/],
    [46, 'certificate unknown', /\(expired, revoked, signed with SHA-1, or made for another purpose\)/],
  ])('say what alert %i says of the client certificate', (number, words, said) => {
    const text = `SSL routines:ssl3_read_bytes:ssl/tls alert ${words}:rec_layer_s3.c:918:SSL alert number ${number}`
    const { cause, message } = diagnose(fault({ isTls: true, error: error(null, text) }), LOCAL).failure
    expect(cause).toBe('tls-client-rejected')
    expect(message.en).toMatch(said)
  })
})
