import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { ConnectionStatus } from '../../preload/contract/models/broker/connection.ts'
import type { DeviceRef } from '../../preload/contract/models/devices/device.ts'
import { ACTIVE_STATES } from '../../preload/contract/models/limits.ts'
import { openSecondSession } from '../broker/page/second-session.ts'
import type { ConnectionTarget } from '../broker/session/target.ts'
import type { Commands } from '../commands/create-commands.ts'
import { encodeCommand } from '../devices/wire/encode.ts'
import { JoinFault } from '../joining/failures/join-fault.ts'
import { Joining } from '../joining/joining.ts'
import type { ProofPorts } from '../joining/prove/prove.ts'
import { privateNetworks } from '../joining/scan.ts'
import { sanitiseLine } from '../safety/text/sanitiser.ts'
import { secretsUnder } from '../shared/secrets.ts'
import type { Environment } from './environment.ts'
import type { Fleet } from './fleet.ts'
import type { Links } from './links.ts'
import type { Signing } from './signing.ts'
import type { Storage } from './storage.ts'

const DETAIL_MAX = 400
const PROOF_TIMEOUT_S = 10
const POLL_MS = 100

/** Builds what adds devices; the SSH library is loaded with the first connection. */
export function createJoining(
  { now, timers, emit, agentFolder }: Environment,
  storage: Storage,
  parts: {
    readonly links: Links
    readonly fleet: Fleet
    readonly signing: Signing
    readonly commands: Commands
    readonly classifier: { ready(): Promise<void> }
  },
): Joining {
  const { links, fleet, signing } = parts
  const { operators } = signing
  const { log, redact, settings, secrets, hostKeys } = storage
  return new Joining({
    hostKeys,
    sources: async () => ({
      program: await readFile(join(agentFolder, 'waypost_agent.py'), 'utf8'),
      unit: await readFile(join(agentFolder, 'waypost-agent.service'), 'utf8'),
    }),
    operator: async () => {
      if (operators.current() === null) {
        if (operators.view().keys.some(({ isCurrent }) => isCurrent)) throw new JoinFault('look', 'no-operator-key')
        await operators.make(settings.settings().operatorName)
      }
      return operators.publicPem(operators.current()?.public.id ?? '')
    },
    proof: proofPorts({
      ...parts,
      signer: signing.signer,
      registry: fleet.registry,
      target: (connectionId) => links.profiles.target(connectionId),
      status: () => links.connection.status(),
      publish: (topic, payload, options) => links.connection.publish(topic, payload, options),
      isKeyKnown: (ref) => signing.devices.find(ref) !== null,
      now,
      after: timers.after,
    }),
    keepDeviceKey: (ref, pem) => {
      signing.devices.set(ref, pem)
      const record = fleet.registry.find(ref)
      if (record !== undefined) fleet.registry.edited(record)
      return signing.devices.find(ref)?.id ?? null
    },
    plain: (text) => sanitiseLine(redact(text), DETAIL_MAX),
    now,
    log,
    newId: randomUUID,
    timers,
    networks: () => privateNetworks(networkInterfaces()),
    isOnline: (ref) => fleet.registry.find(ref)?.presence === 'online',
    isKnown: (connectionId, deviceId) => fleet.registry.find({ connectionId, deviceId }) !== undefined,
    onChanged: (view) => emit('joining.changed', view),
    status: () => links.connection.status(),
    profile: async (id) => (await links.profiles.target(id)).profile,
    setups: links.setups,
    localHosts: () =>
      Object.values(networkInterfaces())
        .flatMap((entries) => entries ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address),
    secrets: secretsUnder(secrets, 'ssh-login'),
    language: () => settings.settings().language,
  })
}

interface ProofParts {
  readonly signer: { forget(ref: DeviceRef): void }
  readonly commands: Pick<Commands, 'turns' | 'approvals'>
  readonly classifier: { ready(): Promise<void> }
  readonly registry: Fleet['registry']
  readonly target: (connectionId: string) => Promise<ConnectionTarget>
  readonly status: () => ConnectionStatus
  readonly publish: (
    topic: string,
    payload: Buffer,
    options: { connectionId: string; messageExpiryS: number },
  ) => Promise<unknown>
  readonly isKeyKnown: (ref: DeviceRef) => boolean
  readonly now: () => number
  readonly after: ProofPorts['after']
}

/** Joins the proof to the console's own way of a command: proposal, approval, audit, signature, result. */
export function proofPorts(parts: ProofParts): ProofPorts {
  const { commands, registry, status, after } = parts
  const pause = () => new Promise<void>((resolve) => after(POLL_MS, resolve))
  return {
    after,
    listen: async (connectionId, onMessage) => {
      const { profileId, state, protocol } = status()
      if (profileId !== connectionId || state !== 'connected') throw new Error('not connected')
      const target = await parts.target(connectionId)
      return openSecondSession(target, protocol === 'MQTT 5' ? 5 : 4, { onMessage, onEnd: () => undefined })
    },
    forgetStart: (ref) => parts.signer.forget(ref),
    isKnown: (ref) => registry.find(ref)?.announced.capabilities.includes('signed') === true && parts.isKeyKnown(ref),
    runSigned: async ({ deviceId }, command) => {
      await parts.classifier.ready()
      // The operator saw this command among the steps, and pressed the button for all of them.
      const turnId = commands.turns.type([deviceId], command, PROOF_TIMEOUT_S, { kind: 'typed' })
      const turn = () => commands.turns.page(null, 50).find(({ id }) => id === turnId)
      while (turn()?.proposal == null) await pause()
      await commands.approvals.approve(turn()?.proposal?.id ?? '', null)
      for (;;) {
        const command = turn()?.run?.commands[0]
        const isActive = command === undefined || ACTIVE_STATES.some((state) => state === command.state)
        if (!isActive)
          return { state: command.state, isProven: !command.marks.includes('not-proven'), reason: command.reason }
        if (command?.marks.includes('not-proven')) return { state: 'succeeded', isProven: false, reason: null }
        await pause()
      }
    },
    sendUnsigned: async ({ connectionId, deviceId }, commandId) => {
      const payload = encodeCommand({ commandId, command: 'true', timeoutS: 1, issuedAt: parts.now() })
      await parts.publish(`device/${deviceId}/command`, payload, { connectionId, messageExpiryS: PROOF_TIMEOUT_S })
    },
  }
}
