import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findProgram } from '../../support/run/debian-packages.ts'
import { build, clusterPlan, DOORS, textOf } from '../../unit/main/setup/cluster/build-cluster.ts'

let haproxy = ''
beforeAll(async () => {
  haproxy = (await findProgram('haproxy')) ?? ''
  if (haproxy === '') throw new Error('haproxy is not installed (Debian: apt-get install haproxy)')
})

describe.each(['nats', 'rabbitmq', 'emqx'] as const)('the file of haproxy before nodes of %s', (cluster) => {
  it.each([
    ['tls', 'service'],
    ['password', 'service'],
    ['tls', 'compose'],
    ['password', 'compose'],
  ] as const)('is taken without a word: %s, %s', async (mode, runtime) => {
    const plan = clusterPlan({ cluster, mode, runtime, balancers: DOORS })
    const built = await build(plan)
    const folder = mkdtempSync(join(tmpdir(), 'waypost-haproxy-check-'))
    try {
      const path = runtime === 'compose' || cluster === 'emqx' ? 'config/haproxy.cfg' : 'haproxy.cfg'
      const config = textOf(built, `balancers/mq.site.local/${path}`)
      const ca = join(folder, 'ca.crt')
      writeFileSync(ca, built.material.ca?.certificate ?? '')
      // An ordinary user may be nobody else, and open few files.
      const here = config
        .replace(/ca-file \S+/g, `ca-file ${ca}`)
        .replace(/^ {2}(?:user|group|chroot|stats socket) .*\n/gm, '')
        .replace(/^ {2}maxconn .*$/m, '  maxconn 100')
      writeFileSync(join(folder, 'haproxy.cfg'), here)
      const checked = spawnSync(haproxy, ['-c', '-q', '-f', join(folder, 'haproxy.cfg')], { encoding: 'utf8' })
      // The names of the nodes are nowhere known here, which haproxy looks up again later.
      const said = `${checked.stdout}${checked.stderr}`
        .split('\n')
        .filter((line) => line !== '' && !/could not resolve/.test(line))
      expect(said).toEqual([])
      expect(checked.status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
