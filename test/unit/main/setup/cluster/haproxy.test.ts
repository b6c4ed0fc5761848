import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkPlan } from '../../../../../main/setup/plan/check-plan.ts'
import type { SetupPlan } from '../../../../../preload/contract/models/broker/setup.ts'
import { passwordsFor } from '../../../../support/brokers/new-plan.ts'
import { build, clusterPlan, DOORS, NODES, textOf } from './build-cluster.ts'

const KINDS = ['nats', 'rabbitmq', 'emqx'] as const
const configOf = async (changes: Partial<SetupPlan>) => {
  const built = await build(clusterPlan({ balancers: DOORS, ...changes }))
  return textOf(
    built,
    `balancers/mq.site.local/${changes.runtime === 'compose' || changes.cluster === 'emqx' ? 'config/' : ''}haproxy.cfg`,
  )
}

describe.each(KINDS)('haproxy before nodes of %s', (cluster) => {
  it('passes TLS through, asks each node every second, and waits longer than any keepalive', async () => {
    const config = await configOf({ cluster, mode: 'tls' })
    expect(config).toContain('  mode tcp\n')
    expect(config).toContain('  bind :8883\n')
    expect(config).not.toMatch(/bind .*\bssl\b/)
    expect(config).toMatch(/default-server inter 1s fall 2 .*on-marked-down shutdown-sessions/)
    const servers = config.split('\n').filter((line) => line.startsWith('  server '))
    expect(servers).toHaveLength(NODES.length)
    for (const server of servers) expect(server).toMatch(/check check-ssl verify required ca-file /)
    // The longest keepalive of the plan is 600 s.
    expect(Number(/timeout client (\d+)s/.exec(config)?.[1])).toBeGreaterThan(900)
    expect(/timeout server (\d+)s/.exec(config)?.[1]).toBe(/timeout client (\d+)s/.exec(config)?.[1])
  })

  it('speaks the PROXY protocol where the broker takes it, and its node takes nothing else then', async () => {
    const config = await configOf({ cluster })
    expect(config.includes('send-proxy-v2')).toBe(cluster !== 'nats')
    const built = await build(clusterPlan({ cluster, balancers: DOORS }))
    const node = [...built.files].find(([path]) =>
      /^nodes\/mq1\.[\w.]+\/.*(?:rabbitmq|emqx|nats-server)\.conf$/.test(path),
    )?.[1].text
    expect(/proxy_protocol(?:"?: true| = true)/.test(node ?? '')).toBe(cluster !== 'nats')
  })
})

describe('with haproxy in front', () => {
  it('certificates of nodes hold its names too, and change where those do', async () => {
    const built = await build(clusterPlan({ balancers: DOORS }))
    const names = NODES.map(
      (host) => new X509Certificate(built.material.nodes.get(host)?.certificate ?? '').subjectAltName,
    )
    expect(names[0]).toBe('DNS:mq1.site.local, DNS:mq.site.local, DNS:mq-b.site.local')
    expect(names[2]).toBe('IP Address:192.168.1.13, DNS:mq.site.local, DNS:mq-b.site.local')
    const again = await build(clusterPlan({ balancers: DOORS }), built.material)
    expect(again.material.nodes).toEqual(built.material.nodes)
    const other = await build(clusterPlan({ balancers: ['other.site.local'] }), built.material)
    for (const host of NODES) expect(other.material.nodes.get(host)).not.toEqual(built.material.nodes.get(host))
  })

  it('devices and people know haproxy alone, each device beginning with another one', async () => {
    const built = await build(clusterPlan({ balancers: DOORS }))
    const addresses = ['rpi_001', 'rpi_002'].map(
      (id) => /^addresses (.*)$/m.exec(textOf(built, `handover/devices/${id}/waypost-bridge.conf`))?.[1],
    )
    expect(addresses).toEqual(['mq.site.local:8883 mq-b.site.local:8883', 'mq-b.site.local:8883 mq.site.local:8883'])
    expect(textOf(built, 'handover/operators/operator/login.txt')).toContain('mq.site.local, mq-b.site.local')
  })

  it('the port of a node is opened to haproxy alone', async () => {
    const { commands } = await build(clusterPlan({ balancers: DOORS }))
    const firewall = commands.filter(({ step }) => step === 'firewall').map(({ command }) => command)
    expect(firewall.filter((line) => line.includes(' 8883')).every((line) => line.includes(' from '))).toBe(true)
    expect(firewall.some((line) => line.startsWith('sudo ufw allow 8883'))).toBe(false)
  })

  it.each([
    [['mq1.site.local'], 'mq1.site.local'],
    [['not a name'], 'not a name'],
    [['mq.site.local', 'MQ.site.local'], 'MQ.site.local'],
    [['fd00::1'], 'fd00::1'],
  ])('names what cannot be one: %j', (balancers, item) => {
    const plan = clusterPlan({ balancers })
    expect(checkPlan(plan, passwordsFor(plan)).map((found) => [found.field, found.item])).toEqual([['balancers', item]])
  })
})
