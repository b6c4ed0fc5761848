import type { JoinFault } from '../../../../main/joining/failures/join-fault.ts'
import { obstacleOf } from '../../../../main/joining/look/judge-look.ts'
import { type Found, readLook } from '../../../../main/joining/look/read-look.ts'

/** Epoch ms at which the samples were taken. */
export const ASKED_AT = 1_900_000_000_000

const USUAL = {
  kernel: 'Linux',
  host: 'raspberrypi',
  model: 'Raspberry Pi 4 Model B Rev 1.5',
  os: 'Debian GNU/Linux 12 (bookworm)',
  arch: 'aarch64',
  uid: '1000',
  python: '3.11.2',
  paho: '1.6.1',
  openssl: 'OpenSSL 3.0.17 1 Jul 2025',
  systemd: 'yes',
  cron: 'yes',
  apt: '/usr/bin/apt-get',
  free: `${2_000 * 1024}`,
  freetmp: `${3_000 * 1024}`,
  now: `${ASKED_AT / 1000}`,
  rights: 'sudo',
  broker: 'ok',
}

/** Reads the look of a usual device with some values changed, and `more` behind them; or of `instead`. */
export function lookOf(changes: Readonly<Record<string, string>>, more = '', instead: string | null = null): Found | null {
  const lines = Object.entries({ ...USUAL, ...changes }).map(([name, value]) => `${name}=${value}`)
  return readLook(instead ?? `${lines.join('\n')}\n${more}`, ASKED_AT)
}

/** What stands in the way on such a device, where the broker speaks TLS. */
export function judgedFailure(changes: Readonly<Record<string, string>>): JoinFault | null {
  const found = lookOf(changes)
  if (found === null) throw new Error('no look')
  return obstacleOf(found, { isTls: true, hasSudoPassword: true })
}
