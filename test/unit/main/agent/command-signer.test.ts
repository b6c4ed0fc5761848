import { beforeEach, describe, expect, it } from 'vitest'
import { CommandSigner } from '../../../../main/agent/command-signer.ts'
import { isSignedBy, newPrivateKey, type PrivateKey, type PublicKey, signText } from '../../../../main/agent/keys.ts'
import { commandText, resultText, sha256 } from '../../../../main/agent/signed-texts.ts'
import { ManualTime } from '../commands/manual-time.ts'

const ref = { connectionId: 'site-a', deviceId: 'pi-1' }
const challenge = { session: 's1', challenge: 'x1' }
const command = { commandId: 'c1', command: 'ls', timeoutS: 30, class: 'read' } as const

let time: ManualTime
let operator: PrivateKey | null
let deviceKey: PublicKey | null
let takesSigned: boolean
let hellos: number
let signer: CommandSigner

beforeEach(() => {
  time = new ManualTime(1_700_000_000_000)
  operator = newPrivateKey()
  deviceKey = null
  takesSigned = true
  hellos = 0
  signer = new CommandSigner({
    operators: { current: () => operator },
    devices: { find: () => deviceKey },
    takesSigned: () => takesSigned,
    hello: async () => {
      hellos += 1
    },
    now: () => time.now(),
    after: (delayMs, run) => time.after(delayMs, run),
  })
})

describe('a device that takes signed commands', () => {
  it('gets one for its newest challenge', () => {
    signer.heard(ref, challenge)
    signer.heard(ref, { session: 's2', challenge: 'x2' })
    expect(signer.prepare(ref)).toBeNull()
    const signature = signer.sign(ref, command)
    expect(signature).toMatchObject({ session: 's2', challenge: 'x2', class: 'read', key_id: operator?.public.id })
    if (signature === null || operator === null) return
    const text = commandText({
      ...command,
      deviceId: 'pi-1',
      session: 's2',
      challenge: 'x2',
      keyId: operator.public.id,
    })
    expect(isSignedBy(operator.public, text, signature.sig)).toBe(true)
    expect(signer.signCancel(ref, 'c1')).toMatchObject({ session: 's2', key_id: operator.public.id })
  })

  it('is asked for a challenge where none is fresh, once for all that wait', async () => {
    signer.heard(ref, challenge)
    time.advance(151_000)
    const [first, second] = [signer.prepare(ref), signer.prepare(ref)]
    expect(hellos).toBe(1)
    signer.heard(ref, { session: 's1', challenge: 'x9' })
    await Promise.all([first, second])
    expect(signer.sign(ref, command)).toMatchObject({ challenge: 'x9' })
  })

  it('gets nothing where it stays silent, or where the connection was left', async () => {
    const waiting = signer.prepare(ref)
    time.advance(5_000)
    await expect(waiting).rejects.toThrow('CHALLENGE_MISSING')
    signer.heard(ref, challenge)
    signer.left('site-a')
    expect(() => signer.sign(ref, command)).toThrow('CHALLENGE_MISSING')
  })
})

it('signs nothing for an executor, and nothing without a key', () => {
  takesSigned = false
  expect([signer.prepare(ref), signer.sign(ref, command), signer.signCancel(ref, 'c1')]).toEqual([null, null, null])
  takesSigned = true
  operator = null
  expect([signer.prepare(ref), signer.sign(ref, command), signer.signCancel(ref, 'c1')]).toEqual([null, null, null])
})

it('proves what the key on record signed, and nothing of a device without one', () => {
  const device = newPrivateKey()
  const hashes = { stdoutSha256: sha256(Buffer.from('ok')), stderrSha256: sha256(Buffer.of()) }
  const sent = { session: 's1', sig: 'AAAA' }
  const text = resultText({
    ...hashes,
    deviceId: 'pi-1',
    commandId: 'c1',
    session: 's1',
    exitCode: 0,
    commandSigSha256: sha256(Buffer.from('AAAA', 'base64')),
  })
  const result = {
    deviceId: 'pi-1',
    commandId: 'c1',
    isSuccess: true,
    stdout: 'ok',
    stderr: '',
    exitCode: 0,
    durationMs: null,
    isTruncatedByDevice: false,
    isNotUtf8: false,
    receivedAt: 0,
    signature: { session: 's1', keyId: device.public.id, sig: signText(device, text) },
  }
  expect(signer.verify('site-a', result, sent)).toEqual({ kind: 'unsigned' })
  deviceKey = device.public
  expect(signer.verify('site-a', result, sent)).toMatchObject({ kind: 'proven', proof: { exitCode: 0, ...hashes } })
  expect(signer.verify('site-a', { ...result, stdout: 'other' }, sent)).toEqual({ kind: 'not-proven' })
  expect(signer.verify('site-a', { ...result, signature: null }, sent)).toEqual({ kind: 'not-proven' })
  expect(signer.verify('site-a', result, null)).toEqual({ kind: 'not-proven' })
})
