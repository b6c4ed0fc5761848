// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ProfileImport, ProfileView } from '../../../../../preload/contract/models/broker/connection.ts'
import { ImportButton } from '../../../../../renderer/features/connection/import/import-button.tsx'
import { switchLanguage } from '../../../../../renderer/lib/i18n/i18n.ts'
import { renderView } from '../../support/render-view.tsx'

const PLANT: ProfileView = {
  id: 'a',
  name: 'Plant 1',
  host: '192.0.2.20',
  port: 8883,
  security: 'tls',
  transport: 'tcp',
  path: null,
  username: 'operator',
  ca: null,
  trust: 'ca',
  pinnedCertificate: null,
  clientCertificate: null,
  serverName: null,
  clientIdPrefix: 'waypost-',
  keepaliveS: 30,
  connectAtStart: false,
  secrets: { password: true, clientKey: false, passphrase: false },
  isDemo: false,
}

const OUTCOME: ProfileImport = {
  fileName: 'export.json',
  profiles: [PLANT],
  entries: [
    { name: 'Plant 1', profileId: 'a', notes: [{ en: 'Load the CA again.', zh: '请重新导入 CA。' }] },
    { name: 'Plant 3', profileId: null, notes: [{ en: 'It has no host.', zh: '没有主机。' }] },
  ],
  notes: [{ en: 'The file was read as UTF-16.', zh: '文件按 UTF-16 读取。' }],
}

async function openReport(outcome: ProfileImport): Promise<HTMLElement> {
  await renderView(<ImportButton variant="plain" />, { answers: { 'profiles.import': () => outcome } })
  fireEvent.click(screen.getByRole('button', { name: 'Import…' }))
  return screen.findByRole('dialog')
}

describe('the report of an import', () => {
  it('says of each connection what was taken over, what not, and why', async () => {
    const dialog = await openReport(OUTCOME)
    expect(dialog.textContent).toContain('1 connection was imported. 1 was not.')
    expect(dialog.textContent).toContain('The file was read as UTF-16.')
    expect(dialog.textContent).toMatch(/Plant 1imported192\.0\.2\.20:8883 · TLS.* · user operator · with its password/)
    expect(dialog.textContent).toMatch(/Plant 3not importedIt has no host\./)
    await switchLanguage('zh-CN')
    await waitFor(() => expect(dialog.textContent).toMatch(/没有主机。/))
    expect(dialog.textContent).not.toMatch(/imported|password/)
    await switchLanguage('en')
  })

  it('says when nothing was taken over, and goes when it is closed', async () => {
    const dialog = await openReport({ ...OUTCOME, profiles: [], entries: OUTCOME.entries.slice(1) })
    expect(dialog.textContent).toContain('Nothing was imported.')
    fireEvent.click(screen.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
