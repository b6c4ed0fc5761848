import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandSigner } from '../../../main/agent/command-signer.ts'
import { Assistant } from '../../../main/assistant/assistant.ts'
import { aftermathOf } from '../../../main/assistant/formatters/aftermath.ts'
import { readFailure } from '../../../main/assistant/formatters/failure.ts'
import { readAnswer } from '../../../main/assistant/formatters/read-answer.ts'
import { type Commands, createCommands } from '../../../main/commands/create-commands.ts'
import { encodeCancel, encodeCommand } from '../../../main/devices/wire/encode.ts'
import { SqliteAuditHead } from '../../../main/safety/audit/audit-head.ts'
import { AuditLog } from '../../../main/safety/audit/audit-log.ts'
import { AuditVault } from '../../../main/safety/audit/audit-vault.ts'
import { Classifier } from '../../../main/safety/classifier/classifier.ts'
import { sanitise } from '../../../main/safety/text/sanitiser.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import { inTurn } from '../../../main/shared/work/slices.ts'
import type { AssistantSettings } from '../../../preload/contract/models/assistant/assistant.ts'
import type { Run, Turn } from '../../../preload/contract/models/commands/command.ts'
import { PlayedSecrets } from '../../support/played-secrets.ts'
import { connectTo, openSite, quietLog, SITE } from './site.ts'

const NO_MODEL: AssistantSettings = {
  kind: 'phrasebook',
  presetId: 'custom',
  baseUrl: '',
  model: '',
  promptProfile: 'standard',
  requestTimeoutS: 60,
}

/** Composes the console of a connected site as the app does, and times the fsync of the audit. */
export async function openConsole(
  port: number,
  onChanged: (turns: readonly Turn[]) => void,
  onRunsChanged: (runs: readonly Run[]) => void = () => {},
  signing?: CommandSigner,
) {
  let commands: Commands | null = null
  const site = openSite({
    onResult: (connectionId, result) => {
      const verdict = commands?.runs.answers.onResult(connectionId, result) ?? 'orphan'
      onResult(result.commandId)
      return verdict
    },
    onChallenge: (ref, challenge) => signing?.heard(ref, challenge),
  })
  let onResult: (commandId: string) => void = () => {}
  const directory = join(site.folder, 'audit')
  mkdirSync(directory, { recursive: true })
  const secrets = new PlayedSecrets()
  secrets.mode = 'encrypted'
  const audit = new AuditLog({
    directory,
    headStore: new SqliteAuditHead(site.database),
    vault: new AuditVault(secrets, quietLog),
    redact: (text) => text,
    now: Date.now,
    log: quietLog,
    onChanged: () => {},
  })
  await audit.start()
  const connection = await connectTo(port)
  const timing = { auditMs: 0 }
  const made = createCommands({
    database: site.database,
    audit: {
      appendApproved: async (entry, meanwhile) => {
        const startedAt = performance.now()
        await audit.appendApproved(entry, meanwhile)
        timing.auditMs = performance.now() - startedAt
      },
      append: (entry) => audit.append(entry),
      isBehind: () => audit.isBehind(),
      catchUp: () => audit.catchUp(),
    },
    classifier: new Classifier(),
    assistant: new Assistant({ settings: () => NO_MODEL, key: async () => null, redact: (text) => text }),
    devices: site.devices.registry,
    link: {
      active: () => ({ connectionId: SITE, isConnected: true }),
      publish: (topic, payload, options) => connection.publish(topic, payload, options),
    },
    encoder: { encodeCommand, encodeCancel },
    ...(signing && { signing }),
    sanitise,
    redact: (text) => text,
    brokerLogFindings: async () => null,
    readAnswer,
    readAftermath: aftermathOf,
    readFailure,
    emitSafety: () => undefined,
    onCut: () => undefined,
    settings: () => ({ operatorName: 'bench', defaultTimeoutS: 30, language: 'en' }),
    now: Date.now,
    after: systemTimers.after,
    afterOthers: inTurn(systemTimers.after),
    newId: randomUUID,
    log: quietLog,
    emitChanged: onChanged,
    emitRunsChanged: onRunsChanged,
    emitStreamed: () => {},
  })
  commands = made
  made.start()
  site.devices.registry.connected(SITE)
  connection.onMessage((message) => site.ingest.handle(message))
  return {
    commands: made,
    /** Types a command and returns its turn. */
    type: (deviceIds: readonly string[], command: string): Turn => {
      made.turns.type(deviceIds, command, 30, { kind: 'typed' })
      const [turn] = made.turns.page(null, 1)
      if (turn === undefined) throw new Error('no turn')
      return turn
    },
    devices: site.devices,
    ingest: site.ingest,
    timing,
    /** Called with the command id of each result, after the console handled it. */
    onResult: (listener: (commandId: string) => void): void => {
      onResult = listener
    },
    close: async (): Promise<void> => {
      await connection.disconnect()
      await made.dispose()
      await audit.dispose()
      site.close()
    },
  }
}
