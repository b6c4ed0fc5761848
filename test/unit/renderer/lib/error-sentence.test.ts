// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import { asParagraph } from '../../../../renderer/lib/errors/error-sentence.ts'
import { errorText } from '../../../../renderer/lib/errors/show-error.tsx'
import { startI18n } from '../../../../renderer/lib/i18n/i18n.ts'

it('joins a failure with the full stops of the language, and never two of them', () => {
  expect(asParagraph(['It is gone', 'Port: 1883', 'Try again.'], 'en')).toBe('It is gone. Port: 1883. Try again.')
  expect(asParagraph(['密钥不在此处', null, '请载入。'], 'zh-CN')).toBe('密钥不在此处。请载入。')
})

it('names a field, and not the place of a value in a request', async () => {
  await startI18n('en')
  expect(errorText(new AppError('INVALID_INPUT', { field: 'port' })).why).toBe('Field: port')
  expect(errorText(new AppError('INVALID_INPUT', { field: 'accounts.1.name' })).why).toBeNull()
})
