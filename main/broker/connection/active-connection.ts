import type { ConnectionStatus, Profile } from '../../../preload/contract/models/broker/connection.ts'
import { passwordMove } from '../../../preload/contract/models/safety/secret-place.ts'
import type { Profiles } from '../profiles/profiles.ts'
import type { ConnectionTarget } from '../session/target.ts'
import type { BrokerConnection } from './connection.ts'

/** Remembers over a restart which profile is the active one. */
export interface ActiveProfileMemory {
  activeProfileId(): string | null
  setActiveProfile(profileId: string | null): void
}

/** A broker with simulated devices, for this run only. */
export interface DemoBroker {
  start(): Promise<ConnectionTarget>
  stop(): Promise<void>
}

/** Several profiles, one active: which one it is, and all that a switch entails. */
export class ActiveConnection {
  readonly #connection: BrokerConnection
  readonly #profiles: Profiles
  readonly #memory: ActiveProfileMemory
  readonly #demo: DemoBroker
  readonly #onSwitch: (from: string | null) => void
  #demoStart: Promise<ConnectionTarget> | null = null
  /** As it was connected to last. */
  #profile: Profile | null = null

  constructor(deps: {
    connection: BrokerConnection
    profiles: Profiles
    memory: ActiveProfileMemory
    demo: DemoBroker
    /** Called with the connection that ends before another begins. */
    onSwitch: (from: string | null) => void
  }) {
    this.#connection = deps.connection
    this.#profiles = deps.profiles
    this.#memory = deps.memory
    this.#demo = deps.demo
    this.#onSwitch = deps.onSwitch
  }

  /** Connects to the profile of last time where it asks for that. A secret that cannot be read is left for later. */
  async resume(): Promise<void> {
    const profileId = this.#memory.activeProfileId()
    const profile = this.#profiles.list().find(({ id }) => id === profileId)
    if (profile?.connectAtStart) await this.connect(profile.id)
  }

  /** Throws `NOT_FOUND`, or what the secret store throws; what fails on the way to the broker is in the status. */
  async connect(profileId: string): Promise<ConnectionStatus> {
    const target = await this.#profiles.target(profileId)
    const previous = this.#connection.status().profileId
    if (previous !== profileId || this.#isMoved(target.profile)) this.#onSwitch(previous)
    this.#profile = target.profile
    const isTemporary = this.#demoStart !== null && (await this.#demoStart).profile.id === profileId
    if (!isTemporary) this.#memory.setActiveProfile(profileId)
    return this.#connection.connect(target)
  }

  /** A profile that was edited may lead to another broker, for which nothing was approved. */
  #isMoved(next: Profile): boolean {
    return this.#profile?.id === next.id && passwordMove(this.#profile, next) !== null
  }

  /**
   * Follows a broker of this app. While nobody answers at its address its profile waits; once it runs (null) the console
   * connects at once.
   */
  async followBroker(profileId: string, absentAt: string | null): Promise<void> {
    this.#connection.setAbsent(profileId, absentAt)
    const { profileId: activeId, state } = this.#connection.status()
    if (absentAt === null && activeId === profileId && state !== 'disconnected') await this.connect(profileId)
  }

  async disconnect(): Promise<ConnectionStatus> {
    this.#onSwitch(this.#connection.status().profileId)
    await this.#connection.disconnect()
    return this.#connection.status()
  }

  /** Starts the demo once; asked again it only connects to it. */
  async startDemo(): Promise<ConnectionStatus> {
    this.#demoStart ??= this.#demo.start()
    try {
      const target = await this.#demoStart
      this.#profiles.setTemporary(target)
      return await this.connect(target.profile.id)
    } catch (error) {
      this.#demoStart = null
      throw error
    }
  }

  /** Closes the connection if this profile holds it. */
  async release(profileId: string): Promise<void> {
    if (this.#connection.status().profileId === profileId) await this.disconnect()
    if (this.#demoStart !== null && (await this.#demoStart).profile.id === profileId) {
      this.#demoStart = null
      this.#profiles.setTemporary(null)
      await this.#demo.stop()
    }
  }

  /** As `release`, of a profile that is about to be removed: nothing is told of its devices any more. */
  async forget(profileId: string): Promise<void> {
    await this.release(profileId)
    if (this.#connection.status().profileId === profileId) await this.#connection.disconnect(true)
  }

  async dispose(): Promise<void> {
    await this.#connection.disconnect()
    if (this.#demoStart !== null) await this.#demo.stop()
  }
}
