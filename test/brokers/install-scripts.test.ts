import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { SetupPlan } from '../../preload/contract/models/broker/setup.ts'
import { freeLoopbackPort } from '../support/brokers/mosquitto.ts'
import { asRoot } from '../support/devices/ssh-device.ts'
import { capture } from '../support/run/run-process.ts'
import { bridgedPlan, build, clusterPlan, DOORS } from '../unit/main/setup/cluster/build-cluster.ts'

const folders: string[] = []
afterEach(async () => {
  // What the scripts gave away belongs to others.
  for (const folder of folders.splice(0)) await capture(...asRoot(['rm', '-rf', folder]))
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waypost-install-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Writes one folder of the set-up as it is copied to its computer. */
async function copied(plan: SetupPlan, folder: string): Promise<string> {
  const out = newFolder()
  for (const [name, { text, mode }] of (await build(plan)).files) {
    if (!name.startsWith(`${folder}/`)) continue
    const file = path.join(out, name.slice(folder.length + 1))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text, { mode })
  }
  return out
}

/**
 * Runs lines as root in a computer of their own, whose /etc and /var are those of this one and lose every change. There is no
 * systemd and no Docker: both write down how they were called.
 */
async function onScratch(
  lines: readonly string[],
): Promise<{ readonly code: number | null; readonly text: string; readonly calls: string }> {
  const [bin, layers] = [newFolder(), newFolder()]
  const record = path.join(bin, 'record')
  writeFileSync(record, '')
  for (const name of ['systemctl', 'docker']) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\necho "${name} $*" >> ${record}\n`, { mode: 0o755 })
  }
  const script = [
    'set -e',
    `mount -t tmpfs tmpfs ${layers}`,
    ...['etc', 'var'].flatMap((name) => [
      `mkdir -p ${layers}/${name}/upper ${layers}/${name}/work`,
      `mount -t overlay overlay -o lowerdir=/${name},upperdir=${layers}/${name}/upper,workdir=${layers}/${name}/work /${name}`,
    ]),
    `export PATH=${bin}:$PATH`,
    ...lines,
    `cat ${record}`,
  ].join('\n')
  const { code, stdout, stderr } = await capture(...asRoot(['unshare', '--mount', '/bin/sh', '-c', script]))
  return { code, text: `${stdout}${stderr}`, calls: stdout }
}

/** Lines by which an account reads every file that belongs to it. */
const readsAll = (account: string, folder: string) =>
  `setpriv --reuid=${account} --regid=${account} --clear-groups sh -c 'find ${folder} -type f -user ${account} | while read -r file; do cat "$file" > /dev/null; done'`

it('the script of a node of NATS places files that nats-server takes under its own account', async () => {
  const folder = await copied(clusterPlan(), 'nodes/mq1.site.local')
  const { code, text } = await onScratch([
    `sh ${folder}/install.sh`,
    'setpriv --reuid=nats --regid=nats --clear-groups nats-server -t -c /etc/nats-server.conf 2>&1',
    "stat -c '%U %a' /var/lib/nats",
  ])
  expect(text).toContain('is valid')
  expect(text).toContain('nats 750')
  expect(text).toContain('systemctl restart nats-server')
  expect(code).toBe(0)
})

it('the script of a node of RabbitMQ leaves one that was there alone, and places files that its account reads', async () => {
  const folder = await copied(clusterPlan({ cluster: 'rabbitmq' }), 'nodes/mq1.site.local')
  const refused = await onScratch([`! sh ${folder}/install.sh`, '[ ! -e /etc/rabbitmq/definitions.json ]'])
  expect(refused.text).toContain('RabbitMQ is here already')
  expect(refused.calls).not.toContain('systemctl')
  expect(refused.code).toBe(0)
  const { code, text } = await onScratch([
    'mkdir -p /etc/rabbitmq && touch /etc/rabbitmq/definitions.json',
    `sh ${folder}/install.sh`,
    readsAll('rabbitmq', '/etc/rabbitmq'),
    "stat -c '%U %a %n' /var/lib/rabbitmq/.erlang.cookie /etc/rabbitmq/certs/server.key",
    'ls /etc/rabbitmq',
  ])
  expect(text).toContain('rabbitmq 400 /var/lib/rabbitmq/.erlang.cookie')
  expect(text).toContain('rabbitmq 600 /etc/rabbitmq/certs/server.key')
  // What was there is kept.
  expect(text).toContain('definitions.json.~1~')
  expect(code).toBe(0)
})

it('the script of haproxy places a file that haproxy takes, before it restarts', async () => {
  const folder = await copied(clusterPlan({ balancers: DOORS }), 'balancers/mq.site.local')
  const { code, calls } = await onScratch([`sh ${folder}/install.sh`, 'haproxy -c -f /etc/haproxy/haproxy.cfg'])
  expect(calls).toContain('systemctl restart haproxy')
  expect(code).toBe(0)
  // A node whose line is broken stops it before anything changes.
  const broken = await onScratch([
    `sed -i 's/mode tcp/mode nonsense/' ${folder}/haproxy.cfg`,
    `! sh ${folder}/install.sh`,
  ])
  expect(broken.calls).not.toContain('systemctl')
  expect(broken.code).toBe(0)
})

it.each(['centre.site.local', 'north.site.local'])(
  'the script of %s places files on which Debian’s Mosquitto runs',
  async (host) => {
    const folder = await copied(bridgedPlan({ port: await freeLoopbackPort() }), `nodes/${host}`)
    const { code, text } = await onScratch([
      `sh ${folder}/install.sh`,
      // As its service does.
      'mount -t tmpfs tmpfs /run && install -d -o mosquitto -g mosquitto /run/mosquitto',
      'mosquitto -c /etc/mosquitto/mosquitto.conf & broker=$!',
      'log=/var/log/mosquitto/mosquitto.log',
      'while kill -0 $broker && ! grep -q "version .* running" $log 2> /dev/null; do :; done',
      'kill -0 $broker',
      'kill $broker; wait $broker || true',
      'cat $log',
    ])
    expect(text).toMatch(/mosquitto version \S+ running/)
    expect(text.includes('Loading config file /etc/mosquitto/conf.d/waypost-centre.conf')).toBe(
      host !== 'centre.site.local',
    )
    expect(text).toContain('systemctl restart mosquitto')
    expect(code).toBe(0)
  },
)

it.each([
  ['nats', '0'],
  ['rabbitmq', '999'],
  ['emqx', '1000'],
] as const)('the script of a container of %s gives its files to account %s alone', async (cluster, uid) => {
  const folder = await copied(clusterPlan({ cluster, runtime: 'compose' }), 'nodes/mq1.site.local')
  const { code, text } = await onScratch([
    `sh ${folder}/install.sh`,
    `find ${folder}/config ! -uid ${uid}`,
    `find ${folder}/config -name '*.key' -printf '%m\\n'`,
  ])
  expect(text.trim().split('\n')).toEqual([
    '600',
    'docker compose version',
    'docker compose up -d --force-recreate',
    'docker compose ps',
  ])
  expect(code).toBe(0)
  rmSync(path.join(folder, 'docker-compose.yml'))
  const refused = await onScratch([`! sh ${folder}/install.sh`])
  expect(refused.text).toContain('docker-compose.yml is missing')
  expect(refused.calls).not.toContain('docker compose')
})
