import type { Bootstrap } from '../preload/contract/models/app/settings.ts'
import type { Alert } from '../preload/contract/models/devices/alert.ts'
import type { DeviceRef } from '../preload/contract/models/devices/device.ts'
import { PROVIDER_PRESETS } from './assistant/model/presets.ts'
import type { Commands } from './commands/create-commands.ts'
import { createAnnouncer } from './composition/announcements.ts'
import type { Environment } from './composition/environment.ts'
import type { Fleet } from './composition/fleet.ts'
import { joinServices } from './composition/join-services.ts'
import type { Links } from './composition/links.ts'
import type { Storage } from './composition/storage.ts'
import type { Composition } from './load-app.ts'
import { systemTimers } from './shared/timers.ts'
import { once } from './shared/work/once.ts'
import { nextTurn } from './shared/work/slices.ts'

const TRAFFIC_PERIOD_MS = 1_000

export type Services = Awaited<ReturnType<typeof createServices>>

/**
 * Builds every service, leaf first, and joins what they announce. Nothing runs before `start()`. In several turns of the
 * event loop, because the page is loaded by the same thread meanwhile.
 */
export async function createServices(composition: Composition, outside: Omit<Environment, 'announcer' | 'timers'>) {
  const env: Environment = { ...outside, announcer: createAnnouncer(), timers: systemTimers }
  const built = await buildServices(composition, env)
  const { storage, links, devices, commands, classifier, broker, logs, signing, joining, delivery, traffic } = built
  const { settings, secrets, audit, log, redactor, notices } = storage
  const { connection, profiles, active, setups, access, assistant } = links
  const { announcer } = env
  joinServices({ ...env, ...built })
  return {
    settings,
    secrets,
    audit,
    access,
    log,
    redactor,
    profiles,
    setups,
    connection,
    active,
    devices,
    commands,
    broker,
    logs,
    phrasebook: assistant.phrasebook,
    classifier,
    signing,
    delivery,
    deviceOf: (ref: DeviceRef) => devices.registry.find(ref)?.entry ?? { name: '', tags: [] },
    joining,
    bootstrap: (version: string, electronVersion: string): Bootstrap => ({
      version,
      electronVersion,
      ...bootstrapOf({ storage, links, devices, commands }),
      traffic: traffic(),
      notices,
    }),
    onAlertsChanged: (follow: () => void) => void announcer.on('alertsChanged', follow),
    onAlert: (show: (alerts: readonly Alert[]) => void) => void announcer.on('alertsToNotify', show),
    ...lifecycleOf(env, built),
  }
}

type Built = Awaited<ReturnType<typeof buildServices>>

async function buildServices(composition: Composition, env: Environment) {
  const cuts = { count: 0 }
  const onCut = () => {
    cuts.count += 1
  }
  const storage = composition.openStorage(env)
  await nextTurn()
  const links = composition.createLinks(env, storage)
  const devices = composition.createFleet(env, storage)
  await nextTurn()
  const classifier = composition.createClassifier(env, storage)
  const broker = composition.createBroker(env, storage, links)
  const logs = composition.createLogThreads(env)
  const signing = composition.createSigning(env, storage, { links, fleet: devices })
  const parts = { links, fleet: devices, broker, classifier, signing, onCut }
  const commands = composition.createCommands(env, storage, parts)
  await nextTurn()
  const ingest = composition.createIntake(env, storage, { fleet: devices, signing, commands })
  const joining = once(async () => {
    const { createJoining } = await import('./composition/joining.ts')
    return createJoining(env, storage, { links, fleet: devices, signing, commands, classifier })
  })
  const delivering = composition.createDelivery(env, storage, { links, fleet: devices })
  const traffic = () => ({ ...ingest.traffic(), cut: cuts.count })
  return {
    storage,
    links,
    devices,
    classifier,
    broker,
    logs,
    signing,
    commands,
    ingest,
    joining,
    ...delivering,
    traffic,
  }
}

/** Starts the services, and ends them in the order in which they need each other. */
function lifecycleOf({ emit, timers }: Environment, built: Built) {
  const { storage, links, devices, classifier, broker, logs, signing, commands, ingest, joining, delivery } = built
  const { secrets, audit, database } = storage
  const { connection, active, dialer } = links
  const stopping: (() => void)[] = []
  return {
    /** Reads what is stored and begins to listen. */
    async start(): Promise<void> {
      await secrets.start()
      void secrets.learnAll()
      void signing.operators.refresh()
      await audit.start()
      devices.start()
      ingest.start()
      commands.start()
      await broker.builtIn.resume()
      delivery.start()
      stopping.push(timers.every(TRAFFIC_PERIOD_MS, () => emit('traffic.changed', built.traffic())))
    },
    resumed(): void {
      devices.registry.resumed()
      connection.wake()
      delivery.resumed()
    },
    async dispose(): Promise<void> {
      for (const stop of stopping) stop()
      ;(await joining.made)?.joins.dispose()
      await active.dispose()
      await broker.dispose()
      await logs.dispose()
      await commands.dispose()
      await classifier.dispose()
      await dialer.dispose()
      devices.alerts.tellNow()
      await built.disposeDelivery()
      await audit.dispose()
      ingest.dispose()
      devices.dispose()
      database.close()
    },
  }
}

interface Parts {
  readonly storage: Storage
  readonly links: Links
  readonly devices: Fleet
  readonly commands: Commands
}

/** Collects what the first screen shows of the services. */
function bootstrapOf({
  storage,
  links,
  devices,
  commands,
}: Parts): Omit<Bootstrap, 'version' | 'electronVersion' | 'traffic' | 'notices'> {
  const connection = links.connection.status()
  return {
    platform: process.platform,
    settings: storage.settings.settings(),
    profiles: links.profiles.list(),
    connection,
    counts: devices.registry.queries.counts(connection.profileId),
    assistant: links.access.view(),
    presets: PROVIDER_PRESETS,
    secrets: storage.secrets.status(),
    alerts: devices.alerts.counts(connection.profileId),
    storage: devices.storage.status(),
    audit: storage.audit.status(),
    safety: commands.unasked.state(),
  }
}
