import { shownLimitBytes, showOutput } from '../../main/commands/runs/output-text.ts'
import { readResult } from '../../main/commands/runs/result-reading.ts'
import { isWaiting, transition } from '../../main/commands/runs/state-machine.ts'
import { isOffClock } from '../../main/devices/registry/clock-skew.ts'
import { decodeMessage } from '../../main/devices/wire/decode.ts'
import type { AckMessage, DeviceMessage, OutputMessage, ResultMessage } from '../../main/devices/wire/messages.ts'
import { isSignOfLife, unreadableMessage } from '../../main/devices/wire/unreadable.ts'
import { sanitise } from '../../main/safety/text/sanitiser.ts'
import { isOddId } from '../../preload/contract/models/limits.ts'
import type { Scene, SceneCommand } from './decode-scene.ts'

/** Verdict of the app on one message. */
export interface DecodeVerdict {
  readonly decision: 'accept' | 'accept-marked' | 'drop' | 'orphan' | 'ignore'
  readonly reason: string
  readonly marks: readonly string[]
  readonly text: string
}

/** Judges one message in a scene. Never throws. */
export function judgeMessage(topic: string, payload: Uint8Array, isRetained: boolean, scene: Scene): DecodeVerdict {
  const decoded = decodeMessage(topic, payload, { isRetained, receivedAt: scene.now })
  if (decoded.kind === 'dropped') {
    const unreadable = unreadableMessage(topic, decoded.reason, { isRetained, receivedAt: scene.now })
    const marks = unreadable !== null && isSignOfLife(unreadable) ? ['sign-of-life'] : []
    return { ...without('drop', decoded.reason), marks }
  }
  if (decoded.kind === 'ignored') return without('ignore', decoded.reason)
  const marks = timeMarks(decoded, scene)
  if (isOddId(decoded.deviceId)) marks.push('odd-id')
  if (decoded.kind === 'result') return judgeResult(decoded, marks, scene)
  if (decoded.kind === 'ack' || decoded.kind === 'output') return judgeProgress(decoded, marks, scene)
  if (JSON.stringify(decoded).includes('⟨U+')) marks.push('invisible-characters')
  return accepted(decoded.kind, marks, '')
}

function judgeResult(message: ResultMessage, marks: string[], scene: Scene): DecodeVerdict {
  const reading = readResult(message, null, commandOf(message, scene)?.timeoutS ?? 30)
  const shown = showOutput(reading.output, shownLimitBytes(1), sanitise)
  const text = shown.stderr === '' ? shown.stdout : `${shown.stdout}${shown.stdout === '' ? '' : '\n'}${shown.stderr}`
  if (shown.hasInvisible) marks.push('invisible-characters')
  if (shown.shownBytes < shown.outputBytes || message.isTruncatedByDevice) marks.push('cut')
  if (message.isNotUtf8) marks.push('not-utf8')
  const command = commandOf(message, scene)
  if (command === undefined) return { decision: 'orphan', reason: 'no-such-command', marks, text }
  const isSame = text === sanitise(command.output).text && message.isSuccess === (command.state === 'succeeded')
  const isCancelAsked = command.state === 'cancelled'
  const next = transition(command.state, { kind: 'result', outcome: reading.outcome, isSame, isCancelAsked })
  if (next === null) return { decision: 'orphan', reason: 'not-sent', marks, text }
  if (next.mark === 'duplicate') return { decision: 'ignore', reason: 'duplicate', marks, text }
  if (next.mark !== null) marks.push(next.mark)
  return accepted('result', marks, text)
}

function judgeProgress(message: AckMessage | OutputMessage, marks: string[], scene: Scene): DecodeVerdict {
  const needed = message.kind === 'ack' ? 'ack' : 'stream'
  if (!scene.capabilities.get(message.deviceId)?.includes(needed)) return without('ignore', 'no-capability')
  const command = commandOf(message, scene)
  if (command === undefined) return without('ignore', 'no-such-command')
  if (!isWaiting(command.state)) return without('ignore', 'not-waiting')
  const shown = sanitise(message.kind === 'ack' ? (message.reason ?? '') : message.data)
  if (shown.marks.includes('invisible-characters') || shown.text.includes('⟨U+')) marks.push('invisible-characters')
  return accepted(message.kind, marks, shown.text)
}

/** Finds the command of a message, if it went to this device and was handed over to the broker. */
function commandOf(message: { commandId: string; deviceId: string }, scene: Scene): SceneCommand | undefined {
  const command = scene.commands.get(message.commandId)
  return command?.deviceId === message.deviceId && command.state !== 'approved' ? command : undefined
}

/** Marks a wrong time as an age if the message was retained or waited behind a command, else as skew. */
function timeMarks(message: DeviceMessage, scene: Scene): string[] {
  if (message.isRetained) return ['age']
  const time = message.deviceTime
  if (time === null || !isOffClock(time.at - scene.now, time.isZoned)) return []
  const isBusy = [...scene.commands.values()].some(
    (command) => command.deviceId === message.deviceId && isWaiting(command.state),
  )
  return [isBusy && time.at < scene.now && message.kind !== 'result' ? 'age' : 'skew']
}

function accepted(reason: string, marks: readonly string[], text: string): DecodeVerdict {
  return { decision: marks.length > 0 ? 'accept-marked' : 'accept', reason, marks, text }
}

function without(decision: 'drop' | 'ignore', reason: string): DecodeVerdict {
  return { decision, reason, marks: [], text: '' }
}
