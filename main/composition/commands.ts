import { randomUUID } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { mayKeepCommands } from '../../preload/contract/models/broker/connection.ts'
import { RESULT_FILTER } from '../../preload/contract/models/limits.ts'
import { aftermathOf } from '../assistant/formatters/aftermath.ts'
import { readFailure } from '../assistant/formatters/failure.ts'
import { readAnswer } from '../assistant/formatters/read-answer.ts'
import { type Commands, createCommands as createCommandServices } from '../commands/create-commands.ts'
import { DeviceIngest } from '../devices/intake/ingest.ts'
import { encodeCancel, encodeCommand } from '../devices/wire/encode.ts'
import { ClassifierThread } from '../safety/classifier/classifier-thread.ts'
import { sanitise } from '../safety/text/sanitiser.ts'
import { inTurn } from '../shared/work/slices.ts'
import type { Broker } from './broker.ts'
import type { Environment } from './environment.ts'
import type { Fleet } from './fleet.ts'
import type { Links } from './links.ts'
import type { Signing } from './signing.ts'
import type { Storage } from './storage.ts'

const MIB = 1024 * 1024

/** Starts the thread that judges commands when the first one is to be judged. */
export function createClassifier({ classifierWorker, timers }: Environment, { log }: Storage) {
  return new ClassifierThread({
    start: (data, transfer) => new Worker(classifierWorker, { workerData: data, transferList: [...transfer] }),
    after: timers.after,
    log,
  })
}

/** Builds all that is between a request of the operator and the answer of a device. */
export function createCommands(
  { emit, maskWorker, now, timers }: Environment,
  { database, audit, redact, settings, log }: Storage,
  parts: {
    readonly links: Links
    readonly fleet: Fleet
    readonly broker: Broker
    readonly classifier: ClassifierThread
    readonly signing: Signing
    readonly onCut: () => void
  },
) {
  const { connection, assistant } = parts.links
  return createCommandServices({
    database,
    audit,
    classifier: parts.classifier,
    assistant,
    devices: parts.fleet.registry,
    link: {
      active: () => {
        const status = connection.status()
        const { profileId, state, missingSubscriptions } = status
        if (profileId === null) return null
        const isDeaf = missingSubscriptions.some(({ filter }) => filter === RESULT_FILTER)
        const keepsCommands = mayKeepCommands(status)
        const isConnected = state === 'connected'
        return { connectionId: profileId, isConnected, isInDoubt: connection.certain !== null, keepsCommands, isDeaf }
      },
      publish: (topic, payload, options) => connection.publish(topic, payload, options),
      turn: () => connection.character.turn(),
      certain: () => connection.certain,
    },
    encoder: { encodeCommand, encodeCancel },
    signing: parts.signing.signer,
    sanitise,
    redact,
    readAnswer,
    readFailure,
    readAftermath: aftermathOf,
    startMasks: () => new Worker(maskWorker),
    brokerLogFindings: async () => {
      const { state, lines } = parts.broker.page.log()
      if (state !== 'reading' || lines.length === 0) return null
      const { explainLog } = await import('../broker/log/explain-log.ts')
      return explainLog(lines.join('\n'))
    },
    settings: () => settings.settings(),
    now,
    after: timers.after,
    afterOthers: inTurn(timers.after),
    newId: randomUUID,
    log,
    emitChanged: (turns) => emit('console.changed', turns),
    emitRunsChanged: (runs) => emit('console.runsChanged', runs),
    emitSafety: (state) => emit('safety.changed', state),
    emitStreamed: (streamed) => emit('console.streamed', streamed),
    connections: () => parts.links.profiles.list(),
    outputLimitBytes: () => settings.settings().outputsMiB * MIB,
    onCut: parts.onCut,
  })
}

/** Builds the way of every message from the broker to the devices, and to the commands that wait for an answer. */
export function createIntake(
  { now, timers }: Environment,
  { log }: Storage,
  parts: { readonly fleet: Fleet; readonly signing: Signing; readonly commands: Commands },
) {
  const { fleet, commands, signing } = parts
  return new DeviceIngest({
    registry: fleet.registry,
    raw: fleet.raw,
    clock: now,
    timers,
    log,
    onResult: (connectionId, result) => commands.runs.answers.onResult(connectionId, result),
    onAck: (connectionId, ack) => commands.runs.answers.onAck(connectionId, ack),
    onOutput: (connectionId, output) => commands.runs.answers.onOutput(connectionId, output),
    onChallenge: (ref, challenge) => signing.signer.heard(ref, challenge),
    onOversized: (connectionId, result) => commands.runs.answers.onOversized(connectionId, result),
  })
}
