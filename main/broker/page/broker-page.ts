import type { BrokerSnapshot, CertificateFact, LogView } from '../../../preload/contract/models/broker/broker.ts'
import type { ConnectionStatus, ProfileView } from '../../../preload/contract/models/broker/connection.ts'
import type { Clock } from '../../shared/clock.ts'
import type { BuiltInBroker } from '../built-in/built-in-broker.ts'
import { BUILT_IN_PROFILE_ID } from '../built-in/profile.ts'
import type { BrokerHealthWatch } from './broker-health.ts'
import { type CertificateInput, certificateFacts } from './certificate-expiry.ts'
import { localAddresses } from './local-addresses.ts'
import type { LogTail } from './log-tail.ts'
import type { TopicTester } from './topic-tester.ts'

export interface BrokerPageDeps {
  readonly health: BrokerHealthWatch
  readonly tester: TopicTester
  readonly builtIn: BuiltInBroker
  readonly log: LogTail
  readonly status: () => ConnectionStatus
  readonly profiles: () => readonly ProfileView[]
  readonly computerName: string
  readonly sanitiseLine: (text: string, maxChars: number) => string
  readonly now: Clock
}

/** Collects what the broker page shows, and runs its parts only while it is open. */
export class BrokerPage {
  readonly #deps: BrokerPageDeps
  #isOpen = false
  #logSource: LogView['source'] = 'file'

  constructor(deps: BrokerPageDeps) {
    this.#deps = deps
  }

  /** True while events for the page are worth sending. */
  isOpen(): boolean {
    return this.#isOpen
  }

  async watch(isOpen: boolean): Promise<BrokerSnapshot> {
    const { health, tester, builtIn, log } = this.#deps
    this.#isOpen = isOpen
    if (isOpen) {
      health.want()
      await log.follow()
    } else log.pause()
    return {
      health: health.health(),
      series: health.series(),
      tester: tester.state(),
      log: this.log(),
      builtIn: builtIn.view(),
      localAddresses: localAddresses(),
      computerName: this.#deps.computerName,
    }
  }

  log(): LogView {
    if (this.#logSource === 'file') return this.#deps.log.view()
    return { source: 'built-in', path: null, state: 'reading', lines: this.#deps.builtIn.view().log, isCut: false }
  }

  useLog(source: LogView['source']): LogView {
    this.#logSource = source
    return this.log()
  }

  async chooseLog(path: string): Promise<LogView> {
    this.#logSource = 'file'
    return this.#deps.log.choose(path)
  }

  /** Certificates of the active connection, of every profile and of the built-in broker. */
  certificates(): readonly CertificateFact[] {
    const { profileName } = this.#deps.status()
    const peer = this.#deps.health.peerCertificate()
    const own = this.#deps.builtIn.certificates()
    const inputs: CertificateInput[] = [
      ...(peer === null ? [] : [{ source: 'peer' as const, profileName, certificate: peer }]),
      ...(own.ca === null ? [] : [{ source: 'built-in-ca' as const, profileName: null, certificate: own.ca }]),
      ...(own.server === null
        ? []
        : [{ source: 'built-in-server' as const, profileName: null, certificate: own.server }]),
    ]
    if (own.operator !== null) inputs.push({ source: 'client', profileName: null, certificate: own.operator })
    for (const { id, name, ca, pinnedCertificate, clientCertificate } of this.#deps.profiles()) {
      if (id === BUILT_IN_PROFILE_ID) continue
      if (pinnedCertificate !== null) {
        inputs.push({ source: 'pinned', profileName: name, certificate: pinnedCertificate })
      }
      if (ca !== null) inputs.push({ source: 'ca', profileName: name, certificate: ca })
      if (clientCertificate !== null)
        inputs.push({ source: 'client', profileName: name, certificate: clientCertificate })
    }
    return certificateFacts(inputs, this.#deps.now(), this.#deps.sanitiseLine)
  }
}
