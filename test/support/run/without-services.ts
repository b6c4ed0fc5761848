import { rm, writeFile } from 'node:fs/promises'
import { capture } from './run-process.ts'

/** Asked by Debian's packages before they start a service; 101 forbids it (invoke-rc.d(8)). */
const POLICY_FILE = '/usr/sbin/policy-rc.d'
const POLICY = '#!/bin/sh\nexit 101\n'
/** Services of the packages that the tests start themselves, on ports of their own. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'rabbitmq-server': ['rabbitmq-server.service', 'epmd.socket', 'epmd.service'],
  'nats-server': ['nats-server.service'],
  cron: ['cron.service'],
  ejabberd: ['ejabberd.service', 'epmd.socket', 'epmd.service'],
}

/** Installs packages while none of their services may start, and keeps those of brokers from starting at boot. */
export async function withoutServices(packages: readonly string[], install: () => Promise<void>): Promise<void> {
  // A policy of the machine's own stays as it is.
  const isOurs = await writeFile(POLICY_FILE, POLICY, { mode: 0o755, flag: 'wx' }).then(
    () => true,
    () => false,
  )
  try {
    await install()
  } finally {
    if (isOurs) await rm(POLICY_FILE, { force: true })
  }
  const services = [...new Set(packages.flatMap((name) => SERVICES[name] ?? []))]
  for (const service of services) await capture('systemctl', ['disable', '--quiet', service]).catch(() => undefined)
}
