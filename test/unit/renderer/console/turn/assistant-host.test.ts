import { describe, expect, it } from 'vitest'
import { assistantHost } from '../../../../../renderer/features/console/composer/assistant-note.tsx'

describe('assistantHost', () => {
  it.each(['http://127.0.0.1:11434/v1', 'http://localhost:1234/v1', 'http://[::1]:8080/v1'])(
    'says of %s that nothing leaves this computer',
    (url) => {
      expect(assistantHost(url).isLocal).toBe(true)
    },
  )

  it.each([
    'https://api.example.com/v1',
    'http://127.0.0.1.evil.example/v1',
    'http://192.168.1.20:11434/v1',
    'nonsense',
  ])('does not say so of %s', (url) => {
    expect(assistantHost(url).isLocal).toBe(false)
  })
})
