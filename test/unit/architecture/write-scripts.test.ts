import { describe, expect, it } from 'vitest'
import { writeScripts } from '../../../resources/packaging/write-scripts.ts'

const CODE = `function readName(value) { return value + '磁盘' }
class Broker {}
export const used = [readName, Broker]`

/** The code that is written for a script made of modules of these lengths. */
function written(lengths: Readonly<Record<string, number>>, isShortened = true, name = 'start'): string {
  const modules = Object.fromEntries(Object.entries(lengths).map(([id, renderedLength]) => [id, { renderedLength }]))
  const file = { type: 'chunk', fileName: `${name}.js`, name, code: CODE, modules }
  const hook = writeScripts({ isShortened, notAscii: new Set(['manuals']) }).generateBundle as {
    handler: (options: object, bundle: object) => void
  }
  hook.handler({}, { [file.fileName]: file })
  return file.code
}

const LIBRARY = '/app/node_modules/mqtt/index.js'
const OWN = '/app/main/index.ts'

describe('writeScripts', () => {
  it("keeps the names of the app's functions and classes, because the log holds their stacks", () => {
    const code = written({ [LIBRARY]: 700, [OWN]: 300 })
    expect(code).toContain('readName')
    expect(code).toContain('Broker')
  })

  it('drops the names of functions of a library, and keeps those of its classes, which it may compare', () => {
    const code = written({ [LIBRARY]: 900, [OWN]: 100 })
    expect(code).not.toContain('readName')
    expect(code).toContain('Broker')
  })

  it('leaves all names where scripts are shortened already', () => {
    expect(written({ [LIBRARY]: 900, [OWN]: 100 }, false)).toContain('readName')
  })

  it('escapes what is not ASCII, but for the scripts that are named', () => {
    expect(written({ [OWN]: 1 })).toMatch(/^[\0-\x7f]*$/)
    expect(written({ [OWN]: 1 }, true, 'manuals')).toContain('磁盘')
  })
})
