import { describe, expect, it } from 'vitest'
import { hasGraphics } from '../../../../main/window/graphics.ts'

describe('graphics', () => {
  it('are missing on a Linux without the file of any driver, where Chromium would try the GPU in vain', () => {
    expect(hasGraphics('linux', () => false)).toBe(false)
  })

  it.each(['/dev/dri', '/dev/nvidiactl', '/dev/dxg'])('are tried on a Linux with %s', (driver) => {
    expect(hasGraphics('linux', (file) => file === driver)).toBe(true)
  })

  it.each(['win32', 'darwin'] as const)('are always tried on %s', (platform) => {
    expect(hasGraphics(platform, () => false)).toBe(true)
  })
})
