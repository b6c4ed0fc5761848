import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SECURITY_MODES } from '../../../preload/contract/models/broker/connection.ts'
import { brokerFilesCommand, runBrokerFiles } from '../../support/brokers/generated-broker.ts'
import { capture } from '../../support/run/run-process.ts'

const CANARY = 'canary-密码-9f2c'
const newFolder = () => mkdtempSync(path.join(tmpdir(), 'waypost-tool-'))
const order = (out: string, platform = 'debian', mode = 'password') => [
  ...['--platform', platform, '--mode', mode, '--host', 'broker.local', '--host', '10.0.0.5'],
  ...['--user', 'operator', '--device', 'rpi_001', '--out', out],
]
const PASSWORDS = { operator: CANARY, rpi_001: 'device password' }
const COMBINATIONS = ['debian', 'windows', 'docker'].flatMap((platform) =>
  SECURITY_MODES.map((mode) => ({ platform, mode })),
)

describe('broker-files', () => {
  it.each(COMBINATIONS)(
    'writes what it names, with the mode it names: $platform, $mode',
    async ({ platform, mode }) => {
      const out = newFolder()
      const answer = await runBrokerFiles(order(out, platform, mode), PASSWORDS)
      expect([answer.code, answer.stderr]).toEqual([0, ''])
      for (const file of answer.files) {
        expect((statSync(path.join(out, file.path)).mode & 0o777).toString(8).padStart(4, '0'), file.path).toBe(
          file.mode,
        )
      }
      const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      expect(written).toHaveLength(answer.files.length)
      expect([...new Set(answer.commands.map(({ step }) => step))].sort()).toEqual(
        ['check', 'firewall', 'install', 'place', 'start', 'undo'].sort(),
      )
      expect(JSON.stringify(answer)).not.toContain(CANARY)
    },
  )

  it('waits for no password where there is none', async () => {
    const { program, args } = brokerFilesCommand(order(newFolder(), 'debian', 'mtls'))
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] })
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('keeps an operator’s password out of every file but as a hash', async () => {
    const out = newFolder()
    await runBrokerFiles(order(out, 'debian', 'tls'), PASSWORDS)
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) expect(readFileSync(path.join(entry.parentPath, entry.name), 'utf8')).not.toContain(CANARY)
    }
  })

  it('makes a password for a device that has none, and says so', async () => {
    const out = newFolder()
    const answer = await runBrokerFiles(order(out), { operator: CANARY, stranger: 'x' })
    expect(answer.code).toBe(0)
    expect(answer.warnings.map(({ id }) => id)).toEqual(expect.arrayContaining(['password-made', 'password-unused']))
    const kit: unknown = JSON.parse(
      readFileSync(path.join(out, 'handover/devices/rpi_001/rpi_executor_config.json'), 'utf8'),
    )
    expect(kit).toMatchObject({ mqtt_password: expect.stringMatching(/^[A-Za-z2-9]{21}$/) })
  })

  it.each([
    ['hosts', { host: 'mqtt://broker' }],
    ['hosts', { host: 'two words' }],
    ['port', { port: '70000' }],
    ['port', { port: 'x' }],
    ['operators', { user: 'a:b' }],
    ['operators', { user: 'a\nb' }],
    ['devices', { device: 'a/b' }],
  ])('names the field %s of a bad value and writes nothing', async (field, options) => {
    const out = path.join(newFolder(), 'new')
    const extra = Object.entries(options).flatMap(([name, value]) => [`--${name}=${value}`])
    const answer = await runBrokerFiles([...order(out), ...extra], PASSWORDS)
    expect(answer.code).toBe(1)
    expect(answer.problems.map((problem) => problem.field)).toContain(field)
    expect(answer.stderr).toContain(`${field}: `)
    expect(existsSync(out)).toBe(false)
  })

  it('names the account whose password is missing or cannot be written', async () => {
    const out = path.join(newFolder(), 'new')
    const missing = await runBrokerFiles(order(out))
    expect(missing.problems).toMatchObject([{ field: 'passwords', item: 'operator' }])
    const broken = await runBrokerFiles(order(out), { ...PASSWORDS, operator: 'a\nb' })
    expect(broken.problems).toMatchObject([{ field: 'passwords', item: 'operator' }])
    expect(broken.stderr).not.toContain('a\nb')
    expect(existsSync(out)).toBe(false)
  })

  it('overwrites nothing unless told to', async () => {
    const out = newFolder()
    mkdirSync(path.join(out, 'etc/mosquitto'), { recursive: true })
    writeFileSync(path.join(out, 'etc/mosquitto/passwd'), 'mine')
    const refused = await runBrokerFiles(order(out), PASSWORDS)
    expect(refused.code).toBe(1)
    expect(refused.problems).toMatchObject([{ field: 'folder', item: out }])
    expect(readFileSync(path.join(out, 'etc/mosquitto/passwd'), 'utf8')).toBe('mine')
    expect(readdirSync(out)).toEqual(['etc'])
    expect((await runBrokerFiles([...order(out), '--replace'], PASSWORDS)).code).toBe(0)
    expect(readFileSync(path.join(out, 'etc/mosquitto/passwd'), 'utf8')).toMatch(/^operator:\$7\$/)
  })

  it('says which folder cannot be written', async () => {
    const file = path.join(newFolder(), 'a-file')
    writeFileSync(file, '')
    const answer = await runBrokerFiles(order(path.join(file, 'below')), PASSWORDS)
    expect([answer.code, answer.problems]).toMatchObject([1, [{ field: 'folder' }]])
  })

  it.each([
    ['an unknown option', ['--colour', 'red']],
    ['an unknown version', ['--version=3']],
    ['a list without a value', ['--host']],
    ['a stray argument', ['--replace', 'stray']],
  ])('answers bad usage with 2 and no output: %s', async (_name, extra) => {
    const out = path.join(newFolder(), 'new')
    const answer = await runBrokerFiles([...order(out), ...extra], PASSWORDS)
    expect(answer.code).toBe(2)
    expect(answer.stderr).toContain('usage:')
    expect(existsSync(out)).toBe(false)
  })

  it.each(['[]', '{"operator": 1}', 'not json'])('answers %s on stdin with 2', async (input) => {
    expect((await runBrokerFiles(order(newFolder()), input)).code).toBe(2)
  })
})

describe('the install scripts', () => {
  it.each(COMBINATIONS.filter(({ platform }) => platform !== 'windows'))(
    'are valid for sh: $platform, $mode',
    async ({ platform, mode }) => {
      const out = newFolder()
      const { files } = await runBrokerFiles(order(out, platform, mode), PASSWORDS)
      const scripts = files.filter((file) => file.path.endsWith('.sh'))
      expect(scripts.length).toBeGreaterThan(0)
      for (const script of scripts) {
        expect((await capture('sh', ['-n', path.join(out, script.path)])).stderr, script.path).toBe('')
      }
    },
  )

  it('places each file with owner and mode, and restarts the broker after that', async () => {
    const out = newFolder()
    await runBrokerFiles(order(out, 'debian', 'tls'), PASSWORDS)
    const steps = await dryRun(out, ['--replace'])
    expect(steps).toContain(
      'install --backup=numbered -D -o mosquitto -g mosquitto -m 0600 etc/mosquitto/passwd /etc/mosquitto/passwd',
    )
    expect(steps.slice(-3)).toEqual([
      'systemctl enable mosquitto',
      'systemctl restart mosquitto',
      'systemctl --no-pager status mosquitto',
    ])
  })

  it('stop before the first change when a file of the folder is missing', async () => {
    const out = newFolder()
    await runBrokerFiles(order(out, 'debian', 'tls'), PASSWORDS)
    rmSync(path.join(out, 'etc/mosquitto/acl'))
    expect(await dryRun(out, ['--replace'])).toEqual([])
  })

  /** Runs install.sh with programs in front of the real ones that write down how they were called. */
  async function dryRun(out: string, args: readonly string[]): Promise<string[]> {
    const bin = newFolder()
    const record = path.join(bin, 'record')
    writeFileSync(record, '')
    const stub = (name: string, body: string) =>
      writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    stub('id', 'echo 0')
    for (const name of ['install', 'systemctl', 'apt-get', 'mosquitto']) stub(name, `echo "${name} $*" >> '${record}'`)
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
    await capture('sh', [path.join(out, 'install.sh'), ...args], { env })
    return readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  }
})
