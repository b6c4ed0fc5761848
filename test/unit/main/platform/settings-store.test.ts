import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonFile } from '../../../../main/platform/files/json-file.ts'
import {
  isSettingsFile,
  NO_SETTINGS,
  type SettingsFile,
  SettingsStore,
} from '../../../../main/platform/files/settings-store.ts'
import { settingsSchema } from '../../../../preload/contract/routes/app/app.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const GOOD = { theme: 'dark', operatorName: 'Ada', telemetryMiB: 128 }
const FILTER = { name: 'Roof', filter: 'tag:roof' }

/** A store on a file with this content, and the copies that were made of it. */
function storeOn(content: Partial<SettingsFile>) {
  const saved: SettingsFile = structuredClone({ ...NO_SETTINGS, ...content })
  const copies: SettingsFile[] = []
  const mended: string[] = []
  const file: JsonFile<SettingsFile> = {
    get: (key) => saved[key],
    set: (key, value) => {
      saved[key] = value
    },
    copyAside: () => `copy ${copies.push(structuredClone(saved))}`,
  }
  const open = () => new SettingsStore({ file, systemLanguage: 'en', log, onMended: (aside) => mended.push(aside) })
  return { store: open(), open, saved, copies, mended }
}

describe('settings that were damaged or edited by hand', () => {
  it.each([
    ['savedFilters', 5],
    ['savedFilters', null],
    ['savedFilters', { some: 'thing' }],
    ['deviceColumns', 'id'],
    ['deviceColumns', [1, 2]],
    ['deviceColumns', []],
    ['language', 'fr'],
    ['theme', 7],
    ['operatorName', ''],
    ['operatorName', 'x'.repeat(65)],
    ['defaultTimeoutS', 0],
    ['defaultTimeoutS', '30'],
    ['telemetryMiB', 1e9],
    ['outputsMiB', 1],
  ])('leave out %s = %j alone, keep a copy of the file, and go on with the rest', (name, value) => {
    const { store, open, saved, copies, mended } = storeOn({ settings: { ...GOOD, [name]: value } })
    const { [name as 'theme']: _left, ...rest } = GOOD
    expect(store.settings()).toMatchObject(rest)
    expect(settingsSchema.safeParse(store.settings()).success).toBe(true)
    expect(copies[0]?.settings[name]).toEqual(value)
    expect(saved.settings).not.toHaveProperty(name)
    open()
    expect(mended).toEqual(['copy 1'])
  })

  it('keep the saved filters that are whole', () => {
    const { store, mended } = storeOn({ settings: { savedFilters: [FILTER, 5, { name: 'no filter' }, null] } })
    expect(store.settings().savedFilters).toEqual([FILTER])
    expect(mended).toHaveLength(1)
  })

  it('leave settings of another version in the file, and out of the window', () => {
    const { store, saved, mended } = storeOn({ settings: { ...GOOD, ofTheFuture: [1] } })
    expect(store.settings()).not.toHaveProperty('ofTheFuture')
    store.update({ theme: 'light' })
    expect(saved.settings).toEqual({ ...GOOD, theme: 'light', ofTheFuture: [1] })
    expect(mended).toEqual([])
  })

  it.each([[], null, 5, {}, { settings: 5, profiles: [] }, { settings: {}, profiles: 'gone' }])(
    'are moved aside as a whole where the file is %j',
    (content) => expect(isSettingsFile(content)).toBe(false),
  )

  it('never hand the window anything but settings, whatever the file holds', () => {
    const names = Object.keys(settingsSchema.shape)
    const settings = fc.dictionary(fc.constantFrom(...names, 'other'), fc.jsonValue())
    fc.assert(
      fc.property(fc.record({ settings, profiles: fc.array(fc.jsonValue()), rest: fc.jsonValue() }), (content) => {
        const { rest, ...file } = content
        const { store } = storeOn({ ...file, activeProfileId: rest, assistant: rest, answerFormats: rest })
        expect(settingsSchema.safeParse(store.settings()).success).toBe(true)
        expect(store.profiles()).toBeInstanceOf(Array)
        expect(['string', 'object']).toContain(typeof store.activeProfileId())
        expect(store.assistant().kind).toMatch(/^(phrasebook|model)$/)
        for (const format of Object.values(store.answerFormats())) expect(typeof format).toBe('string')
        store.removeProfile('p1')
        store.update({ theme: 'dark' })
        expect(store.settings().theme).toBe('dark')
      }),
    )
  })
})
