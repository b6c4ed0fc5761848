import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { canRunTypeScript } from '../../support/command-line.ts'
import { settingsError, timestampOf } from '../../support/devices/executor-options.ts'
import { fatalLine } from '../../support/electron/electron-host.ts'
import { notInstalled } from '../../support/run/debian-packages.ts'
import { hasDisplay } from '../../support/run/display.ts'
import { withDefaultProject } from '../../support/run/e2e-suite.ts'
import { accountEnvironment, parsePasswdLine } from '../../support/run/ordinary-user.ts'
import { chromiumNoise, firstErrorLine } from '../../support/run/run-process.ts'
import { sumTotals, totalsInReport, totalsOfSuite } from '../../support/run/suite-totals.ts'

describe('the equipment of the machine', () => {
  test('a removed, half-installed or renamed package is judged by what dpkg says of it', () => {
    const lines = [
      'installed\tlibasound2t64\tlibasound2 (= 1.2.11), libasound2-x:amd64',
      'config-files\tmosquitto\t',
      'half-installed\txvfb\t',
      'installed\topenssl\t',
    ].join('\n')
    expect(notInstalled(lines, ['libasound2', 'libasound2-x', 'mosquitto', 'xvfb', 'openssl', 'dbus'])).toEqual([
      'mosquitto',
      'xvfb',
      'dbus',
    ])
  })

  test('only Linux can be without a display, and Wayland counts as one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })

  test('Node is compared by number, not by text', () => {
    expect(['20.19.5', '22.9.0', '22.17.1', '22.18.0', '23.0.0', '24.1.0'].map(canRunTypeScript)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ])
  })
})

describe('the ordinary user', () => {
  const account = { name: 'waypost-tester', uid: 1001, gid: 1002, home: '/home/waypost-tester' }

  test('is read from passwd, and a line that is none is not', () => {
    expect(parsePasswdLine('waypost-tester:x:1001:1002:Waypost tests:/home/waypost-tester:/bin/sh')).toEqual(account)
    expect(parsePasswdLine('')).toBeUndefined()
  })

  test('gets neither keys nor the session of root', () => {
    const env = accountEnvironment(
      {
        PATH: '/bin',
        WAYPOST_APP: '/app',
        LC_ALL: 'C',
        OPENAI_API_KEY: 'canary',
        npm_config_token: 'canary',
        DBUS_SESSION_BUS_ADDRESS: 'root',
        HOME: '/root',
        TMPDIR: '/root/tmp',
      },
      account,
    )
    expect(env).toEqual({
      PATH: '/bin',
      WAYPOST_APP: '/app',
      LC_ALL: 'C',
      HOME: account.home,
      USER: account.name,
      LOGNAME: account.name,
      SHELL: '/bin/sh',
    })
  })
})

describe('the words of programs', () => {
  test('the reason in npm’s and apt’s words is found, without prefix and code', () => {
    expect(firstErrorLine('npm warn x\nnpm error code E404\nnpm error 404 Not Found\n')).toBe('404 Not Found')
    expect(firstErrorLine('\n')).toBe('no reason given')
  })

  test('Chromium’s fatal line is told from its noise', () => {
    const noise = '[1:1122/1.1:ERROR:bus.cc(407)] Failed to connect to the bus: x'
    const fatal = '[2:1122/1.1:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found'
    expect(fatalLine(`${noise}\n${fatal}\n${noise}\n`)).toBe('The SUID sandbox helper binary was found')
    expect([noise, fatal].map((line) => chromiumNoise.test(line))).toEqual([true, false])
  })
})

describe('the closing line', () => {
  test('reports of both runners are counted, a flaky test as failed', () => {
    const vitest = '{"numPassedTests":3,"numFailedTests":1,"numPendingTests":2,"numTodoTests":0}'
    const playwright = '{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":1}}'
    const totals = [vitest, playwright].map(totalsInReport).filter((suite) => suite !== undefined)
    expect(sumTotals(totals)).toEqual({ passed: 7, failed: 3, skipped: 3 })
    expect(totalsInReport('<html>')).toBeUndefined()
  })

  test('a suite that fails without a failed test, or leaves no report, never sums up to 0 failed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waypost-totals-'))
    const report = path.join(folder, 'unit.json')
    expect(await totalsOfSuite(report, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(await totalsOfSuite(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    await writeFile(report, '{"numPassedTests":3,"numFailedTests":0}')
    expect(await totalsOfSuite(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
    expect(await totalsOfSuite(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 })
    await rm(folder, { recursive: true })
  })

  test('arguments for Playwright pass through, and a named project stays', () => {
    expect(withDefaultProject(['--grep', '@main-job'])).toEqual(['--project=app', '--grep', '@main-job'])
    expect(withDefaultProject(['--project=packaged'])).toEqual(['--project=packaged'])
    expect(withDefaultProject(['--project', 'packaged'])).toEqual(['--project', 'packaged'])
  })
})

describe('the executor', () => {
  test('writes local time without a zone as Python does, or the later forms', () => {
    const time = new Date(2026, 0, 2, 3, 4, 5, 60)
    expect(timestampOf(time.getTime())).toBe('2026-01-02T03:04:05.060000')
    expect(timestampOf(time.getTime(), 'zoned')).toBe(time.toISOString())
    expect(timestampOf(1500, 'epoch')).toBe(1.5)
  })

  test('names what is wrong with its settings', () => {
    const settings = { id: 'a', host: '127.0.0.1', port: 1883 }
    expect(settingsError(settings)).toBeUndefined()
    expect(settingsError({ ...settings, port: 0 })).toBe('The executor needs id, host and port.')
  })
})
