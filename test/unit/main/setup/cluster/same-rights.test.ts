import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin } from '../../../../../main/broker/built-in/acl.ts'
import { rightsOf } from '../../../../../main/setup/cluster/topics.ts'
import { aclFile } from '../../../../../main/setup/files/acl-file.ts'
import { type EmqxRule, emqxAllows, readEmqxAcl } from '../../../../support/brokers/emqx-acl.ts'
import { build, clusterPlan, textOf } from './build-cluster.ts'

type Action = 'publish' | 'subscribe'

const NAMES = ['operator', 'rpi_001', 'rpi_002', 'stranger']
const LEAVES = ['command', 'cancel', 'hello', 'status', 'heartbeat', 'data', 'result', 'ack', 'output', 'other']
const TOPICS = fc.oneof(
  fc
    .tuple(fc.constantFrom('rpi_001', 'rpi_002', 'all', 'x'), fc.constantFrom(...LEAVES))
    .map(([id, leaf]) => `device/${id}/${leaf}`),
  fc.constantFrom('test/a', 'test/a/b', 'device/rpi_001', 'device/rpi_001/status/x', 'other/rpi_001/status'),
)

/** What Mosquitto makes of its ACL file, without `$SYS` (mosquitto.conf(5), "acl_file"). */
function mosquittoAllows(acl: string, account: string, action: Action, topic: string): boolean {
  let user: string | null = null
  const filters: string[] = []
  for (const line of acl.split('\n')) {
    const [key, access, ...rest] = line.split(' ')
    const filter = rest.join(' ')
    if (key === 'user') user = [access, ...rest].join(' ')
    const isOwn = key === 'pattern' || (key === 'topic' && user === account)
    const isAccess = access === 'readwrite' || access === (action === 'publish' ? 'write' : 'read')
    if (isOwn && isAccess) filters.push(filter.replace('%u', account))
  }
  return isWithin(filters, topic)
}

describe('the right of an account', () => {
  const plan = clusterPlan()
  let emqx: readonly EmqxRule[]
  let nats: readonly {
    readonly user: string
    readonly permissions: Record<Action, { readonly allow: readonly string[] }>
  }[]
  let rabbit: readonly { readonly user: string; readonly write: string; readonly read: string }[]
  beforeAll(async () => {
    emqx = readEmqxAcl(textOf(await build({ ...plan, cluster: 'emqx' }), 'nodes/mq1.site.local/config/acl.conf'))
    const conf = textOf(await build({ ...plan, cluster: 'nats' }), 'nodes/mq1.site.local/nats-server.conf')
    nats = JSON.parse(conf.slice(conf.indexOf('\n'))).authorization.users
    const definitions = textOf(await build({ ...plan, cluster: 'rabbitmq' }), 'nodes/mq1.site.local/definitions.json')
    rabbit = JSON.parse(definitions).topic_permissions
  })

  it('is the same on NATS, RabbitMQ, EMQX and Mosquitto', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom<Action>('publish', 'subscribe'),
        TOPICS,
        (name, action, topic) => {
          const rights = rightsOf(plan).find((one) => one.name === name)
          const expected = rights !== undefined && isWithin(rights[action], topic)
          const subject = nats.find(({ user }) => user === name)?.permissions[action].allow ?? []
          const ofNats = isWithin(
            subject.map((one) => one.replaceAll('.', '/').replaceAll('*', '+').replaceAll('>', '#')),
            topic,
          )
          const permission = rabbit.find(({ user }) => user === name)
          const pattern = action === 'publish' ? permission?.write : permission?.read
          const ofRabbit = pattern !== undefined && new RegExp(pattern).test(topic.replaceAll('/', '.'))
          // A stranger has no account in its password file.
          const ofMosquitto = rights !== undefined && mosquittoAllows(aclFile(plan), name, action, topic)
          expect({ ofNats, ofRabbit, ofEmqx: emqxAllows(emqx, name, action, topic), ofMosquitto }).toEqual({
            ofNats: expected,
            ofRabbit: expected,
            ofEmqx: expected,
            ofMosquitto: expected,
          })
        },
      ),
      { numRuns: 500 },
    )
  })
})
