import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { newPrivateKey, signText } from '../../../main/agent/keys.ts'
import { signCancel, signCommand } from '../../../main/agent/signing.ts'
import type { AgentOperator, SignedMessage } from '../../support/devices/agent-process.ts'

interface Attack {
  readonly name: string
  readonly payload: string
}

interface Attacker {
  /** The operator whose orders are imitated, with a challenge that still holds. */
  readonly operator: AgentOperator
  /** Every attack writes a line with its own name, so that one that runs is seen, and which. */
  readonly attackCommand: (name: string) => string
}

/** Characters that look like nothing, like another, or like the end of a value. */
const ODD_CHARACTERS = [
  ...['\u0000', '\n', '\r', '\t', ' ', '\u00a0', '\u200b', '\u202e', '\u2028', '\u2066', '\ufeff', '\u0301'],
  ...[
    '\ud800',
    '\udfff',
    '\u{e0041}',
    '\uff41',
    '\u0430',
    '\u0130',
    'ß',
    '/',
    '+',
    '#',
    '..',
    '\\n',
    '%0a',
    '\u001b[2J',
  ],
]
const TEXT_FIELDS = ['command_id', 'session', 'challenge', 'class', 'key_id', 'sig', 'command', 'device_id'] as const
const ODD_VALUES: readonly unknown[] = [null, true, 0, -1, 1e308, 1.5, '', [], {}, ['a'], { toString: 'x' }]

function changed(message: SignedMessage, changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...message, ...changes })
}

/** Makes some hundred messages that the device must not obey, as one can who reads and writes everything on the broker. */
export function attackMessages(attacker: Attacker): readonly Attack[] {
  return [...forged(attacker), ...altered(attacker), ...carriedOver(attacker), ...misread(attacker)]
}

/** A signed message for exactly this attack, to be spoilt afterwards. */
function spoilable({ operator, attackCommand }: Attacker, name: string): SignedMessage {
  return operator.signedAgain(attackCommand(name))
}

function forged(attacker: Attacker): Attack[] {
  const { operator, attackCommand } = attacker
  const strangers = Array.from({ length: 20 }, () => newPrivateKey())
  const challenge = {
    session: `${spoilable(attacker, 'x').session}`,
    challenge: `${spoilable(attacker, 'x').challenge}`,
  }
  return strangers.flatMap((stranger, index) => {
    const about = { deviceId: 'pi-1', commandId: randomUUID(), timeoutS: 10, class: 'read' as const }
    const name = `stranger ${index}`
    const own = { ...about, command: attackCommand(name) }
    const message = {
      command_id: about.commandId,
      command: own.command,
      timeout: 10,
      ...signCommand(stranger, challenge, own),
    }
    return [
      { name, payload: JSON.stringify(message) },
      // Signed by a stranger under the name of the operator.
      { name: `${name} as operator`, payload: changed(message, { key_id: operator.key.public.id }) },
      { name: `${name} random`, payload: changed(message, { sig: randomBytes(71).toString('base64') }) },
    ]
  })
}

function altered(attacker: Attacker): Attack[] {
  const { attackCommand } = attacker
  const attacks: Attack[] = []
  const add = (name: string, changes: (message: SignedMessage) => Readonly<Record<string, unknown>>) => {
    const message = spoilable(attacker, name)
    attacks.push({ name, payload: changed(message, changes(message)) })
  }
  for (const field of TEXT_FIELDS) {
    // Without the device's id it is the operator's own message: the signature covers the id.
    if (field !== 'device_id') add(`no ${field}`, () => ({ [field]: undefined }))
    for (const [index, value] of ODD_VALUES.entries()) add(`${field} odd value ${index}`, () => ({ [field]: value }))
    for (const [index, character] of ODD_CHARACTERS.entries()) {
      add(`${field} odd character ${index}`, (message) => ({ [field]: `${message[field]}${character}` }))
    }
    add(`${field} in capitals`, (message) => {
      const capital = `${message[field]}`.toUpperCase()
      return { [field]: capital === message[field] ? `${capital}x` : capital }
    })
    add(`${field} of 1 MB`, () => ({ [field]: 'a'.repeat(1024 * 1024) }))
    add(`${field} deep`, () => ({ [field]: JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) }))
  }
  for (const timeout of [11, 9, 0, -1, 3601, 10.5, '10', null, true, 1e30, [10]]) {
    add(`timeout ${JSON.stringify(timeout)}`, () => ({ timeout }))
  }
  for (const other of ['change', 'unknown', 'destructive', 'forbidden', 'READ', 'read ', 'root']) {
    add(`class ${other}`, () => ({ class: other }))
  }
  add('other command', () => ({ command: `${attackCommand('other command')} ` }))
  add('other id', () => ({ command_id: randomUUID() }))
  add('other device', () => ({ device_id: 'pi-2' }))
  add('stale challenge', () => ({ challenge: randomBytes(16).toString('hex') }))
  add('old session', () => ({ session: randomBytes(16).toString('hex') }))
  for (const [index, cut] of [0, 1, 8, 35, -1].entries()) {
    add(`sig cut ${index}`, ({ sig }) => ({ sig: Buffer.from(sig, 'base64').subarray(0, cut).toString('base64') }))
  }
  return attacks
}

/** Signed for another use or another device, and carried over. */
function carriedOver(attacker: Attacker): Attack[] {
  const { operator, attackCommand } = attacker
  const { session, challenge } = spoilable(attacker, 'x')
  const elsewhere = ['pi-2', 'PI-1', 'pi-1.', 'all'].map((deviceId): Attack => {
    const name = `for ${deviceId}`
    const about = {
      deviceId,
      commandId: randomUUID(),
      command: attackCommand(name),
      timeoutS: 10,
      class: 'read' as const,
    }
    const message = { command_id: about.commandId, command: about.command, timeout: 10 }
    const signature = signCommand(operator.key, { session, challenge }, about)
    return { name, payload: JSON.stringify({ ...message, ...signature, device_id: 'pi-1' }) }
  })
  const commandId = randomUUID()
  const cancel = signCancel(operator.key, { session, challenge }, { deviceId: 'pi-1', commandId })
  const name = 'signature of a cancel'
  const asCommand = { command_id: commandId, command: attackCommand(name), timeout: 10, class: 'read', ...cancel }
  const digest = createHash('sha256').update(attackCommand('shifted')).digest('hex')
  const keyId = operator.key.public.id
  // Lines shifted by one: what was signed as a value must not be read as another.
  const shifted = ['waypost-command-v1', 'pi-1', commandId, session, challenge, 'read', '10', digest, keyId]
  const sig = signText(operator.key, Buffer.from([...shifted.slice(1), 'waypost-command-v1'].join('\n')))
  const shiftedMessage = { command_id: commandId, command: attackCommand('shifted'), timeout: 10 }
  return [
    ...elsewhere,
    { name, payload: JSON.stringify(asCommand) },
    {
      name: 'shifted',
      payload: JSON.stringify({ ...shiftedMessage, session, challenge, class: 'read', key_id: keyId, sig }),
    },
  ]
}

/** Bytes that two readers could read differently, or that are no message. */
function misread(attacker: Attacker): Attack[] {
  const { attackCommand } = attacker
  const attacks: Attack[] = []
  for (const field of ['command', 'command_id', 'timeout', ...TEXT_FIELDS, 'x']) {
    const name = `twice ${field}`
    const message: Readonly<Record<string, unknown>> = { ...spoilable(attacker, name), x: 1 }
    const value = JSON.stringify(field === 'command' ? attackCommand(name) : message[field])
    attacks.push({ name, payload: `${JSON.stringify(message).slice(0, -1)},${JSON.stringify(field)}:${value}}` })
    const escaped = [...field].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
    attacks.push({ name, payload: `{"${escaped}":${value},${JSON.stringify(message).slice(1)}` })
  }
  const whole = JSON.stringify(spoilable(attacker, 'cut'))
  for (let part = 1; part < 30; part += 1)
    attacks.push({ name: 'cut', payload: whole.slice(0, (whole.length * part) / 30) })
  for (const payload of [
    '',
    '{}',
    '[]',
    'null',
    '"x"',
    '0',
    'NaN',
    '[[[[',
    '{"command_id":NaN}',
    `${whole}${whole}`,
    `[${whole}]`,
  ]) {
    attacks.push({ name: 'no message', payload })
  }
  attacks.push({ name: 'deep', payload: '['.repeat(60_000) })
  for (const field of ['command', 'command_id', 'timeout']) {
    attacks.push({
      name: 'unsigned',
      payload: JSON.stringify({
        command_id: randomUUID(),
        command: attackCommand('unsigned'),
        timeout: 10,
        [field]: 'x',
      }),
    })
  }
  attacks.push({
    name: 'unsigned',
    payload: JSON.stringify({ command_id: randomUUID(), command: attackCommand('unsigned'), timeout: 10 }),
  })
  return attacks
}
