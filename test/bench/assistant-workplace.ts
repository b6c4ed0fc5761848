import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Assistant } from '../../main/assistant/assistant.ts'
import { aftermathOf } from '../../main/assistant/formatters/aftermath.ts'
import { readFailure } from '../../main/assistant/formatters/failure.ts'
import { readAnswer } from '../../main/assistant/formatters/read-answer.ts'
import { createCommands } from '../../main/commands/create-commands.ts'
import type { TargetDevice } from '../../main/commands/ports.ts'
import { encodeCancel, encodeCommand } from '../../main/devices/wire/encode.ts'
import { openDatabase } from '../../main/platform/database/database.ts'
import { Classifier } from '../../main/safety/classifier/classifier.ts'
import { Redactor } from '../../main/safety/redaction/redactor.ts'
import { sanitise } from '../../main/safety/text/sanitiser.ts'
import { systemTimers } from '../../main/shared/timers.ts'
import type { AssistantSettings } from '../../preload/contract/models/assistant/assistant.ts'
import type { Turn } from '../../preload/contract/models/commands/command.ts'

/** Console from a request in words to its proposal, with a real database and a model at `baseUrl`. */
export interface AssistantWorkplace {
  /** Resolves with the ms from the request to the proposal for the window. */
  ask(text: string): Promise<number>
  close(): void
}

const UNKNOWN = {
  cpuTemperatureC: null,
  cpuPercent: null,
  memoryPercent: null,
  memoryUsedB: null,
  memoryTotalB: null,
  diskPercent: null,
  uptimeS: null,
}

export function openWorkplace(baseUrl: string): AssistantWorkplace {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-bench-'))
  const database = openDatabase(join(folder, 'history.db'))
  const redactor = new Redactor({ secrets: () => ['a-stored-secret', 'another-stored-secret'] })
  const redact = (text: string) => redactor.redact(text)
  const waiting = new Map<string, (turn: Turn) => void>()
  const settings: AssistantSettings = {
    kind: 'model',
    presetId: 'custom',
    baseUrl,
    model: 'stub-model',
    promptProfile: 'standard',
    requestTimeoutS: 30,
  }
  const device: TargetDevice = {
    deviceId: 'rpi_001',
    presence: 'online',
    system: 'raspberrypi',
    systemSource: 'operator',
    isSimulated: false,
    capabilities: [],
    shell: '/bin/sh',
    metrics: UNKNOWN,
  }
  const nothing = () => undefined
  const commands = createCommands({
    database,
    audit: {
      appendApproved: async (_entry, meanwhile) => meanwhile(),
      append: nothing,
      isBehind: () => false,
      catchUp: async () => undefined,
    },
    classifier: new Classifier(),
    assistant: new Assistant({ settings: () => settings, key: async () => 'key', redact }),
    devices: {
      target: (_connectionId, deviceId) => (deviceId === device.deviceId ? device : null),
      setBusy: nothing,
    },
    link: {
      active: () => ({ connectionId: 'site', isConnected: true }),
      publish: async () => ({ kind: 'unsent' }),
    },
    encoder: { encodeCommand, encodeCancel },
    sanitise,
    redact,
    settings: () => ({ operatorName: 'bench', defaultTimeoutS: 30, language: 'en' }),
    now: Date.now,
    after: systemTimers.after,
    newId: randomUUID,
    log: { info: nothing, warn: nothing, error: nothing },
    emitChanged: (turns) => {
      for (const turn of turns) if (!turn.isThinking) waiting.get(turn.id)?.(turn)
    },
    emitRunsChanged: nothing,
    emitStreamed: nothing,
    emitSafety: nothing,
    onCut: nothing,
    brokerLogFindings: async () => null,
    readAnswer,
    readAftermath: aftermathOf,
    readFailure,
  })
  return {
    ask: async (text) => {
      const startedAt = performance.now()
      const id = commands.turns.ask([device.deviceId], text, { kind: 'typed' })
      const turn = await new Promise<Turn>((resolve) => waiting.set(id, resolve))
      waiting.delete(id)
      const ms = performance.now() - startedAt
      if (turn.proposal === null) throw new Error(`no proposal: ${turn.failure?.code ?? 'an answer'}`)
      return ms
    },
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
