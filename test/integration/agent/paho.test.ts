import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { newPrivateKey } from '../../../main/agent/keys.ts'
import { startMosquitto } from '../../support/brokers/mosquitto.ts'
import { observe } from '../../support/brokers/mqtt-observer.ts'
import { AgentOperator, prepareAgent } from '../../support/devices/agent-process.ts'
import { projectFolder } from '../../support/project-paths.ts'

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** APIs of other versions of paho than Debian's, around Debian's own. */
describe.each(['paho-1.5', 'paho-2'])('with the API of %s', (api) => {
  const pythonPath = path.join(projectFolder, 'test/support/devices/paho-apis', api)

  it('the agent announces itself, runs, streams, cancels and stops on a real broker', async () => {
    const broker = await startMosquitto({ mode: 'password', isQuiet: true })
    cleanUps.push(() => broker.stop())
    const [username = '', password = ''] = Object.entries(broker.users)[0] ?? []
    const observer = await observe({ host: broker.host, port: broker.port, username, password })
    cleanUps.push(() => observer.stop())
    const operator = new AgentOperator('pi-1', observer, newPrivateKey())
    const agent = await prepareAgent({ id: 'pi-1', broker, operators: { Anna: operator.key }, pythonPath })
    cleanUps.push(() => agent.dispose())
    expect(await agent.act('check')).toMatchObject({ code: 0, stdout: expect.stringContaining('lets this device in') })
    await agent.start()
    await observer.waitFor(({ topic, json }) => topic === 'device/pi-1/status' && json?.status === 'online')
    expect(await operator.run('echo out; exit 3')).toMatchObject({ output: 'out\n', exit_code: 3 })
    const long = await operator.signed('echo begun; sleep 60')
    await operator.send(long)
    await observer.waitFor(({ topic, json }) => topic.endsWith('/output') && json?.data === 'begun\n')
    await operator.cancel(long.command_id)
    expect(await operator.result(long.command_id)).toMatchObject({ ending: 'cancelled', output: 'begun\n' })
    await observer.stop()
    await broker.restart()
    const later = await observe({ host: broker.host, port: broker.port, username, password })
    cleanUps.push(() => later.stop())
    await later.waitFor(({ json }) => json?.status === 'online')
    await agent.end('SIGTERM')
    await later.waitFor(({ json }) => json?.status === 'offline' && json.reason === 'stopped')
    expect(agent.log()).not.toContain('Traceback')
  })

  it('the agent names a refused login', async () => {
    const broker = await startMosquitto({ mode: 'password', users: { 'pi-1': 'right' }, isQuiet: true })
    cleanUps.push(() => broker.stop())
    const agent = await prepareAgent({ id: 'pi-1', broker: { ...broker, users: { 'pi-1': 'wrong' } }, pythonPath })
    cleanUps.push(() => agent.dispose())
    expect(await agent.act('check')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/FAULT broker .* (user name or password is wrong|not authorised)/),
    })
  })
})
