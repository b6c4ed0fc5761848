import i18next from 'i18next'
import { expect, it, vi } from 'vitest'
import { startI18n, switchLanguage } from '../../../renderer/lib/i18n/i18n.ts'

const slow = vi.hoisted(() => {
  let loaded: () => void = () => {}
  const loading = new Promise<void>((resolve) => {
    loaded = resolve
  })
  return { loading, loaded: () => loaded() }
})

vi.mock('../../../renderer/lib/i18n/catalogue-zh-cn.ts', async (original) => {
  await slow.loading
  return original()
})

it('shows the language that was chosen last, though one chosen before takes longer to load', async () => {
  await startI18n('en')
  const before = switchLanguage('zh-CN')
  await switchLanguage('en')
  slow.loaded()
  await before
  expect(i18next.language).toBe('en')
  await switchLanguage('zh-CN')
  expect(i18next.language).toBe('zh-CN')
})
