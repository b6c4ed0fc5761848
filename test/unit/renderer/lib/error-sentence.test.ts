// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { asParagraph } from '../../../../renderer/lib/errors/error-sentence.ts'

it('joins a failure with the full stops of the language, and never two of them', () => {
  expect(asParagraph(['It is gone', 'Port: 1883', 'Try again.'], 'en')).toBe('It is gone. Port: 1883. Try again.')
  expect(asParagraph(['密钥不在此处', null, '请载入。'], 'zh-CN')).toBe('密钥不在此处。请载入。')
})
