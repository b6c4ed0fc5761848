import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WindowMemory } from '../../../../main/platform/desktop/window-memory.ts'

const BOUNDS = { x: -40, y: 10, width: 900, height: 700 }

function stateOf(content: unknown) {
  const file = join(mkdtempSync(join(tmpdir(), 'waypost-window-')), 'window.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return new WindowMemory(file).state
}

describe('the window memory', () => {
  it('reads what it wrote', () => {
    const state = { bounds: BOUNDS, isMaximized: true, theme: 'dark' }
    expect(stateOf(state)).toEqual(state)
  })

  it.each([
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a list', '[1]'],
    ['bounds that are none', { bounds: 5 }],
    ['text as a place', { bounds: { ...BOUNDS, x: '4' } }],
    ['no height', { bounds: { ...BOUNDS, height: 0 } }],
    ['a width beyond 32 bits, at which Electron throws', { bounds: { ...BOUNDS, width: 2 ** 40 } }],
    ['another theme', { theme: 7, isMaximized: 'yes' }],
  ])('takes a file with %s as a first start', (_name, content) => {
    expect(stateOf(content)).toEqual({ bounds: null, isMaximized: false, theme: 'system' })
  })
})
