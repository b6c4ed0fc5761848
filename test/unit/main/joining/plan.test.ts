import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type AgentSources, agentFiles, type DeviceAccess } from '../../../../main/joining/install/agent-files.ts'
import { installSteps } from '../../../../main/joining/install/install-steps.ts'
import { makePlan } from '../../../../main/joining/install/make-plan.ts'
import { quoted } from '../../../../main/joining/install/shell-words.ts'
import { kitFiles } from '../../../../main/joining/kit/kit.ts'
import { suggestedId } from '../../../../main/joining/look/suggested-id.ts'
import type { PolicyClass } from '../../../../preload/contract/models/safety/signing.ts'
import { lookOf } from './look-samples.ts'

const sources: AgentSources = { program: '# agent\n', unit: '[Unit]\n' }
const operator = { name: "Anna O'Neil", pem: '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----\n' }
const access: DeviceAccess = {
  broker: { host: 'broker.lan', port: 8883, isTls: true, ca: 'CA PEM' },
  username: 'pi-1',
  password: 'top secret',
  client: null,
}

async function planOf(
  changes: Readonly<Record<string, string>>,
  deviceId = 'pi-1',
  agentDeviceId: string | null = null,
  maxClass: PolicyClass = 'destructive',
) {
  const found = lookOf(changes)
  if (found === null) throw new Error('no look')
  const looked = { ...found, look: { ...found.look, agentDeviceId } }
  return makePlan(looked, {
    folder: '/tmp/waypost-join-x',
    deviceId,
    operator,
    sources,
    maxClass,
    accessFor: async () => access,
  })
}

/** Throws where /bin/sh does not take the text for a script. */
function parses(script: string): void {
  execFileSync('/bin/sh', ['-n'], { input: script })
}

describe('the plan', () => {
  it('shows no secret, and keeps it out of every command', async () => {
    const steps = installSteps(await planOf({}))
    const shown = steps.flatMap(({ commands, files }) => [...commands, ...files.map((file) => file.shown)]).join('\n')
    expect(shown).not.toContain('top secret')
    expect(steps.flatMap(({ files }) => files).find(({ name }) => name === 'agent.json')?.text).toContain('top secret')
    expect(shown).toContain('"signed": "required"')
  })

  it.each<Readonly<Record<string, string>>>([{}, { systemd: '' }, { systemd: '', cron: '' }, { paho: '' }])(
    'is made of scripts with %o',
    async (changes) => {
      const plan = await planOf(changes)
      for (const { commands } of installSteps(plan)) parses(commands.join('\n'))
      parses(plan.undo.text)
    },
  )

  it('installs packages only where some are missing, and uses systemd where it runs', async () => {
    const names = async (changes: Readonly<Record<string, string>>) =>
      installSteps(await planOf(changes)).map(({ name }) => name)
    expect(await names({})).not.toContain('package')
    expect(await names({ paho: '' })).toContain('package')
    expect((await planOf({})).service).toBe('systemd')
    expect((await planOf({ systemd: '' })).service).toBe('cron')
  })

  it('stops an old executor with the same id alone, and puts it back', async () => {
    const old = {
      ...{ executor: 'yes', 'executor-id': 'pi-1', 'executor-unit': 'rpi-executor' },
      ...{ 'executor-enabled': 'enabled', 'executor-active': 'active', 'executor-file': '/opt/x/rpi-executor.service' },
    }
    const plan = await planOf(old)
    const stop = installSteps(plan).find(({ name }) => name === 'stop-executor')
    expect(stop?.commands).toEqual(['systemctl disable --now rpi-executor.service'])
    expect(plan.undo.text).toContain(
      'systemctl enable rpi-executor.service 2>/dev/null || systemctl enable /opt/x/rpi-executor.service\nsystemctl start rpi-executor.service\n',
    )
    const asideOnly = await planOf({ ...old, 'executor-enabled': 'linked', 'executor-active': 'inactive' })
    expect(installSteps(asideOnly).flatMap(({ commands }) => commands)).toContain('systemctl stop rpi-executor.service')
    expect(asideOnly.undo.text).not.toMatch(/systemctl (?:enable|start)/)
    expect((await planOf(old, 'pi-2')).executor).toBeNull()
  })

  it('of an upgrade leaves configuration, key and the script that removes the agent, keeps what it replaces, and adds the operator to who is trusted', async () => {
    const plan = await planOf({ agent: '1.0.0' }, 'pi-1', 'pi-1')
    expect(plan.files.map(({ name }) => name)).toEqual(['waypost_agent.py', 'waypost-agent.service'])
    expect(plan.undo.place).toBe('/usr/local/lib/waypost/undo-upgrade.sh')
    parses(plan.undo.text)
    const [, keep] = installSteps(plan)
    expect(keep?.name).toBe('keep')
    parses(keep?.commands.join('\n') ?? '')
    const place = installSteps(plan).find(({ name }) => name === 'files')
    expect(place?.commands.join('\n')).toContain(`trust add ${plan.folder}/operator.pub ${quoted(operator.name)}`)
  })
})

describe('a device that is to read alone', () => {
  it('refuses all else, and systemd keeps what it starts from gaining rights', async () => {
    const plan = await planOf({}, 'pi-1', null, 'read')
    expect(JSON.parse(plan.files.find(({ name }) => name === 'agent.json')?.text ?? '')).toMatchObject({
      policy: { signed: 'required', max_class: 'read' },
    })
    const dropIn = plan.files.find(({ target }) => target.endsWith('waypost-agent.service.d/reads-only.conf'))
    expect(dropIn?.text).toMatch(/^\[Service\]\nNoNewPrivileges=yes$/m)
    const lines = installSteps(plan).flatMap(({ commands }) => commands)
    expect(lines).toContain('install -d -m 755 /etc/systemd/system/waypost-agent.service.d')
    expect(plan.undo.text).toContain('waypost-agent.service.d/reads-only.conf')
  })

  it('has no drop-in without systemd, and none where more is allowed', async () => {
    const names = async (changes: Readonly<Record<string, string>>, maxClass: PolicyClass) =>
      (await planOf(changes, 'pi-1', null, maxClass)).files.map(({ name }) => name)
    expect(await names({ systemd: '' }, 'read')).not.toContain('reads-only.conf')
    expect(await names({}, 'change')).not.toContain('reads-only.conf')
  })
})

describe('the kit', () => {
  it.each(['en', 'zh-CN'] as const)(
    'has a script that parses, the login in one private file, and a page in %s',
    (language) => {
      const files = kitFiles({ deviceId: 'pi-1', access, operator, maxClass: 'read', sources, language })
      const script = files.find(({ path }) => path === 'pi-1/install.sh')?.text ?? ''
      parses(script)
      expect(script).not.toContain('top secret')
      expect(files.filter(({ text }) => text.includes('top secret')).map(({ path, mode }) => [path, mode])).toEqual([
        ['pi-1/agent.json', 0o600],
      ])
      expect(files.find(({ path }) => path === 'pi-1/README.md')?.text).toContain(
        language === 'en' ? 'Copy the folder' : '复制到设备',
      )
    },
  )
})

it('quotes every word for the shell', () => {
  const words = ["it's", '$(reboot)', '`x`', 'a b', '', '"', '\\', '-n', '*']
  const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\n' ${words.map(quoted).join(' ')}`]).toString()
  expect(printed).toBe(words.map((word) => `${word}\n`).join(''))
})

it('suggests an id that no other device has', () => {
  const found = lookOf({ host: 'rasp berry.local' })
  if (found === null) throw new Error('no look')
  const taken = new Set(['rasp-berry', 'rasp-berry-2'])
  const known = { host: '10.0.0.1', account: null, isTaken: (id: string) => taken.has(id) }
  expect(suggestedId(found, known)).toBe('rasp-berry-3')
})

it('suggests the user name at the broker as id where no other device has it, because rules for topics go by that', () => {
  const found = lookOf({ host: 'raspberrypi' })
  if (found === null) throw new Error('no look')
  const known = { host: '10.0.0.1', account: 'pi-1', isTaken: (_id: string) => false }
  expect(suggestedId(found, known)).toBe('pi-1')
  expect(suggestedId(found, { ...known, isTaken: (id) => id === 'pi-1' })).toBe('raspberrypi')
  expect(suggestedId(found, { ...known, account: 'site/pi 1' })).toBe('raspberrypi')
})

it('sends a configuration without a login to a broker that asks for none', () => {
  const open = {
    broker: { host: 'b', port: 1883, isTls: false, ca: null },
    username: null,
    password: null,
    client: null,
  }
  const files = agentFiles(sources, { deviceId: 'pi-1', access: open, operator, maxClass: 'change', service: 'none' })
  expect(files.map(({ name }) => name)).toEqual(['waypost_agent.py', 'agent.json'])
  expect(JSON.parse(files[1]?.text ?? '')).toMatchObject({ policy: { signed: 'required', max_class: 'change' } })
  expect(JSON.parse(files[1]?.text ?? '')).toMatchObject({
    brokers: [{ host: 'b', port: 1883 }],
    trusted: [{ name: operator.name }],
  })
})
