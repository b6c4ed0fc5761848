import type { JoinView } from '../../../preload/contract/models/devices/joining.ts'
import { JoinFault } from '../failures/join-fault.ts'
import type { HostKeys } from '../join-ports.ts'
import { DeviceShell, type Rights } from './root-shell.ts'
import { openSsh, readHostKey, type SshLogin, type SshSession, type SshTarget } from './ssh-session.ts'

interface AccessOptions {
  readonly target: SshTarget
  readonly login: SshLogin
  /** Null where sudo is to get the password of the login. */
  readonly sudoPassword: string | null
  readonly hostKeys: HostKeys
}

/** The way into one device: its host key, which the operator confirms once, and a login for each act. */
export class SshAccess {
  readonly #options: AccessOptions
  readonly #abort = new AbortController()
  #hostKey: JoinView['hostKey'] = null
  #session: SshSession | null = null

  constructor(options: AccessOptions) {
    this.#options = options
  }

  get hostKey(): JoinView['hostKey'] {
    return this.#hostKey
  }

  get isDisposed(): boolean {
    return this.#abort.signal.aborted
  }

  /** Asks for the host key: true where it is the one that was confirmed before. Rejects with `JoinFault`. */
  async isKnown(): Promise<boolean> {
    const { target, hostKeys } = this.#options
    const key = await readHostKey({ target, signal: this.#abort.signal })
    const known = hostKeys.find(target)
    this.#hostKey = { ...key, isChanged: known !== null && known !== key.fingerprint }
    return known === key.fingerprint
  }

  /** Says what a changed host key is to be told as; null where nothing was confirmed before. */
  changedKey(): JoinFault | null {
    const key = this.#hostKey
    if (key?.isChanged !== true) return null
    const known = this.#options.hostKeys.find(this.#options.target)
    return new JoinFault('host-key', 'host-key-changed', `${known} → ${key.fingerprint}`)
  }

  /** The operator compared the fingerprint. */
  confirm(): void {
    const key = this.#hostKey
    if (key === null) return
    this.#options.hostKeys.keep(this.#options.target, key.fingerprint)
    this.#hostKey = { ...key, isChanged: false }
  }

  /** Logs in for one act and leaves afterwards, because an idle connection may be dead by the next one. */
  async withShell<T>(rights: Rights, act: (shell: DeviceShell) => Promise<T>): Promise<T> {
    const { target, login, sudoPassword } = this.#options
    const session = await openSsh({ target, signal: this.#abort.signal }, login, this.#hostKey?.fingerprint ?? '')
    this.#session = session
    const shell = new DeviceShell(session, sudoPassword ?? login.password)
    shell.rights = rights
    try {
      return await act(shell)
    } finally {
      session.close()
      this.#session = null
    }
  }

  /** Closes the connection; what was begun on the device goes on there. */
  dispose(): void {
    this.#abort.abort()
    this.#session?.close()
  }
}
