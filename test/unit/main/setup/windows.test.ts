import { describe, expect, it } from 'vitest'
import { completeMaterial, NO_MATERIAL } from '../../../../main/setup/certificates/material.ts'
import { buildArtifacts } from '../../../../main/setup/files/artifacts.ts'
import { SECURITY_MODES } from '../../../../preload/contract/models/broker/connection.ts'
import { newPlan, passwordsFor } from '../../../support/brokers/new-plan.ts'
import { filesOf, NOW } from './new-plan.ts'

const PRIVATE = 'C:\\Program Files\\mosquitto\\waypost-private'

describe.each(SECURITY_MODES)('Windows, %s', (mode) => {
  const plan = newPlan({ platform: 'windows', mode })

  it('logs to a file: a service that logs to stdout does not start', async () => {
    const config = (await filesOf(plan)).get('mosquitto/mosquitto.conf')?.text ?? ''
    expect(config.match(/^log_dest .+$/gm)).toEqual(['log_dest file C:\\ProgramData\\mosquitto\\mosquitto.log'])
  })

  it('puts the configuration where the service looks: MOSQUITTO_DIR\\mosquitto.conf', async () => {
    const files = await filesOf(plan)
    expect(files.get('mosquitto/mosquitto.conf')?.target).toBe('C:\\Program Files\\mosquitto\\mosquitto.conf')
    for (const { path, target } of files.values()) {
      if (path.startsWith('mosquitto/')) expect(target, path).toMatch(/^C:\\Program Files\\mosquitto\\[\w.\\]+$/)
    }
  })

  it('has a script in plain ASCII: Windows PowerShell reads one without BOM in the code page of the system', async () => {
    const script = (await filesOf(plan)).get('install.ps1')?.text ?? ''
    expect(script).toMatch(/^[\x20-\x7e\n]+$/)
    expect(script).toContain("'MOSQUITTO_DIR'")
    expect(script).toContain('Restart-Service mosquitto')
  })

  it('sets the rights of the private folder before anything is copied, and stops where that fails', async () => {
    const lines = ((await filesOf(plan)).get('install.ps1')?.text ?? '').split('\n')
    const first = lines.findIndex((line) => line.includes('Copy-Item'))
    const rights = lines.findIndex((line) => line.startsWith(`icacls '${PRIVATE}' /inheritance:r /grant:r `))
    expect(rights).toBeGreaterThan(lines.findIndex((line) => line.startsWith('New-Item') && line.includes(PRIVATE)))
    expect(rights).toBeLessThan(first)
    const icacls = lines.filter((line) => line.includes('icacls') && line.includes('/inheritance'))
    for (const line of icacls) expect(line).toMatch(/icacls .*; if \(\$LASTEXITCODE -ne 0\) \{ throw /)
  })

  it('gives a secret its rights before it is moved to its place, and never copies it there', async () => {
    const files = await filesOf(plan)
    const script = files.get('install.ps1')?.text ?? ''
    for (const { path, target, isSecret } of files.values()) {
      if (!path.startsWith('mosquitto/')) continue
      const name = target?.split('\\').at(-1)
      const staged = `${PRIVATE}\\${name}`
      const put = script.split('\n').find((line) => line.includes(`' '${target}' -Force`)) ?? ''
      const steps = put.split('; ').map((step) => step.slice(0, step.indexOf(' ')))
      expect(steps, path).toEqual(isSecret ? ['if', 'Copy-Item', 'icacls', 'if', 'Move-Item'] : ['Copy-Item'])
      if (!isSecret) continue
      expect(put).toContain(`icacls '${staged}' /inheritance:r /grant:r '*S-1-5-18:F' '*S-1-5-32-544:F'`)
      expect(put).toContain(`Move-Item '${staged}' '${target}' -Force`)
    }
  })

  it('keeps what was there in the private folder alone, and takes older copies into it', async () => {
    const files = await filesOf(plan)
    const script = files.get('install.ps1')?.text ?? ''
    const copies = [...script.matchAll(/\.bak'/g)]
    expect(copies.length).toBeGreaterThan(0)
    for (const [, place] of script.matchAll(/Copy-Item '[^']+' \('([^']+)' \+ \(Get-Date/g)) {
      expect(place?.startsWith(`${PRIVATE}\\`), place).toBe(true)
    }
    for (const { path, target, isSecret } of files.values()) {
      if (path.startsWith('mosquitto/')) expect(script.includes(`'${target}.*.bak'`), path).toBe(isSecret)
    }
  })

  it('has balanced quotes, brackets and braces in every line of the guide', async () => {
    const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: passwordsFor(plan) }, NOW)
    for (const { command } of buildArtifacts(plan, material).commands) {
      const bare = command.replaceAll(/'[^']*'|"[^"]*"/g, '')
      expect(bare, command).not.toMatch(/['"]/)
      for (const [open, close] of ['()', '{}', '[]']) {
        expect(bare.split(open ?? '').length, command).toBe(bare.split(close ?? '').length)
      }
    }
  })

  it('never writes a file with PowerShell, which would put a BOM in front', async () => {
    const material = await completeMaterial(plan, { ...NO_MATERIAL, passwords: passwordsFor(plan) }, NOW)
    const { commands } = buildArtifacts(plan, material)
    const text = commands.map(({ command }) => command).join('\n')
    expect(text).not.toMatch(/Set-Content|Out-File|Add-Content|>\s*['"]?C:/)
    expect(text).toContain('New-NetFirewallRule')
    expect(commands.every(({ shell }) => shell === 'powershell')).toBe(true)
  })
})

describe('the words for Windows', () => {
  it('say nothing of root and of Unix modes', async () => {
    const files = [...(await filesOf(newPlan({ platform: 'windows', mode: 'tls' }))).values()]
    for (const { path, why } of files.filter(({ path }) => !path.startsWith('handover/')))
      expect(`${path}: ${why.en} ${why.zh}`).not.toMatch(/root|06\d\d/)
    expect(files.find(({ path }) => path === 'COMMANDS.md')?.text).not.toMatch(/gave up root|mode 06/)
  })

  it('look for Mosquitto before anything is placed', async () => {
    const script = (await filesOf(newPlan({ platform: 'windows', mode: 'password' }))).get('install.ps1')?.text ?? ''
    expect(script.indexOf('Mosquitto is not installed')).toBeGreaterThan(0)
    expect(script.indexOf('Mosquitto is not installed')).toBeLessThan(script.indexOf('New-Item'))
  })
})
