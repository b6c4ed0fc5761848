import type { JoinStage } from '../../../preload/contract/models/devices/joining.ts'
import { JoinFault } from '../failures/join-fault.ts'
import type { Ran, SshSession } from './ssh-session.ts'

/** How the account becomes root: it is root, sudo asks for nothing, or sudo asks for the password. */
export type Rights = 'root' | 'sudo' | 'sudo-password' | 'none'

const SHELL = '/bin/sh -s'

/** Runs scripts on one device, as the account that logged in or as root. */
export class DeviceShell {
  readonly #session: SshSession
  readonly #sudoPassword: string | null
  rights: Rights = 'none'

  constructor(session: SshSession, sudoPassword: string | null) {
    this.#session = session
    this.#sudoPassword = sudoPassword
  }

  get hasSudoPassword(): boolean {
    return this.#sudoPassword !== null
  }

  put(path: string, content: string, mode: number): Promise<void> {
    return this.#session.put(path, content, mode)
  }

  close(): void {
    this.#session.close()
  }

  /** Runs lines as the account. The script comes over stdin, so that the account's own shell reads none of it. */
  run(stage: JoinStage, lines: readonly string[], timeoutMs: number): Promise<Ran> {
    return this.#session.run(stage, SHELL, scriptOf(lines), timeoutMs)
  }

  /** Runs lines as root. Rejects with `no-sudo` or `sudo-password` where the account may not. */
  async runAsRoot(stage: JoinStage, lines: readonly string[], timeoutMs: number): Promise<Ran> {
    const ran = await this.#runAsRoot(stage, lines, timeoutMs)
    if (ran.code !== 0) throwRefusal(ran)
    return ran
  }

  #runAsRoot(stage: JoinStage, lines: readonly string[], timeoutMs: number): Promise<Ran> {
    const script = scriptOf(lines)
    switch (this.rights) {
      case 'root':
        return this.#session.run(stage, SHELL, script, timeoutMs)
      case 'sudo':
        return this.#session.run(stage, `LC_ALL=C sudo -n ${SHELL}`, script, timeoutMs)
      case 'sudo-password':
        // Cached credentials are left aside (-k), because sudo would then leave the password to the shell behind it.
        return this.#session.run(
          stage,
          `LC_ALL=C sudo -k -S -p '' ${SHELL}`,
          `${this.#sudoPassword ?? ''}\n${script}`,
          timeoutMs,
        )
      case 'none':
        throw new JoinFault('sudo', 'no-sudo')
    }
  }
}

/** One compound command, because a shell reads it whole before it starts and nothing in it can read the rest of the script. */
function scriptOf(lines: readonly string[]): string {
  return [
    '{',
    'set -eu',
    'umask 022',
    'LC_ALL=C',
    'export LC_ALL',
    'PATH="$PATH:/usr/sbin:/sbin"',
    ...lines,
    '} </dev/null',
    '',
  ].join('\n')
}

function throwRefusal({ stderr }: Ran): void {
  if (/incorrect password|no password was provided|a password is required|try again/i.test(stderr))
    throw new JoinFault('sudo', 'sudo-password', stderr)
  if (/not in the sudoers|is not allowed to|may not run sudo/i.test(stderr))
    throw new JoinFault('sudo', 'no-sudo', stderr)
}
