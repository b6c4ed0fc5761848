import { describe, expect, it } from 'vitest'
import { buildArtifacts } from '../../../../main/setup/artifacts.ts'
import { completeMaterial, NO_MATERIAL } from '../../../../main/setup/material.ts'
import { SECURITY_MODES } from '../../../../preload/contract/models/connection.ts'
import { filesOf, NOW, newPlan, passwordsFor } from './new-plan.ts'

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

  it('takes secrets out of the reach of other accounts', async () => {
    const files = await filesOf(plan)
    const script = files.get('install.ps1')?.text ?? ''
    for (const { path, target, isSecret } of files.values()) {
      if (path.startsWith('mosquitto/')) expect(script.includes(`icacls '${target}'`), path).toBe(isSecret)
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
