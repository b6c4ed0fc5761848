import { describe, expect, it } from 'vitest'
import {
  COLUMN_IDS,
  filledColumns,
  gridTemplate,
  isTight,
  minWidthPx,
  needsOf,
  shownColumns,
} from '../../../../../renderer/features/devices/table/columns.tsx'
import { makeDevice } from '../make-device.ts'

const BOARD = { inodes: 0, wifi: 0, power: 0, clock: 0 }
const ALL = new Set<string>(COLUMN_IDS)

describe('the columns of the list', () => {
  it.each([320, 560, 700, 900, 1_200, 1_600, 2_400])('fit into %i px, state and id always among them', (width) => {
    const shown = shownColumns(null, width, ALL)
    expect(shown.slice(0, 2)).toEqual(['presence', 'id'])
    expect(shown.length === 2 || minWidthPx(shown) <= width).toBe(true)
    expect(gridTemplate(shown).split(/ (?![^(]*\))/)).toHaveLength(shown.length + 1)
  })

  it.each([204, 274, 320])(
    'are the icon of the state and the id in %i px, without a need to scroll sideways',
    (width) => {
      const shown = shownColumns(null, width, ALL)
      expect(isTight(shown, width)).toBe(true)
      expect(gridTemplate(shown, true)).toMatch(/^15px 14px minmax\(0, 1fr\)$/)
      expect(isTight(shown, 400)).toBe(false)
    },
  )

  it('keep their width where the operator chose more than fit, or nobody knows the width yet', () => {
    expect(isTight(shownColumns(['disk'], 274, ALL), 274)).toBe(false)
    expect(isTight(shownColumns(null, -12, ALL), -12)).toBe(false)
  })

  it('give way to long ids and names, of which a list is half at most', () => {
    const rows = [makeDevice(), makeDevice({ deviceId: 'gateway-north-building-12', name: 'Greenhouse sensors' })]
    const needs = needsOf(rows)
    expect(needs.id).toBeGreaterThan(210)
    expect(needs.name).toBeGreaterThan(130)
    expect(needsOf([makeDevice({ deviceId: '水'.repeat(64), name: '泵'.repeat(64) })])).toEqual({ id: 300, name: 200 })
    const [shown, narrow] = [shownColumns(null, 700, ALL, needs), shownColumns(null, 700, ALL)]
    expect(minWidthPx(shown, needs)).toBeLessThanOrEqual(700)
    expect(shown.length).toBeLessThan(narrow.length)
    expect(gridTemplate(shown, false, needs)).toContain(`minmax(${needs.id}px, 2fr)`)
  })

  it('give way to name and id where both stand in one', () => {
    const needs = { id: 200, name: 140 }
    const shown = shownColumns(null, 540, ALL, needs)
    expect(shown).not.toContain('name')
    expect(gridTemplate(shown, false, needs)).toContain('minmax(340px, 2fr)')
  })

  it('use the room that there is', () => {
    expect(shownColumns(null, 2_400, ALL)).toEqual(COLUMN_IDS)
    expect(shownColumns(null, 700, ALL).length).toBeGreaterThan(3)
  })

  it('take no room while nothing is in them, unless they were chosen', () => {
    const bare = { ...makeDevice(), name: '', hostname: null, ipAddress: null, tags: [], location: '' }
    const filled = new Set<string>(filledColumns([bare, { ...bare, tags: ['roof'] }]))
    const shown = shownColumns(null, 2_400, filled)
    expect(shown).toContain('tags')
    for (const id of ['name', 'host', 'location']) expect(shown).not.toContain(id)
    expect(shownColumns(['location'], 2_400, filled)).toContain('location')
  })

  it('show what the agent says of the board once a device says it', () => {
    const vitals = [
      { name: 'wifi_signal_dbm', value: -60 },
      { name: 'under_voltage', value: 0, sentAs: 'boolean' },
    ] as const
    expect(filledColumns([makeDevice()])).not.toContain('wifi')
    expect(filledColumns([makeDevice(), { ...makeDevice(), vitals }]).filter((id) => id in BOARD)).toEqual([
      'wifi',
      'power',
    ])
  })

  it('are those that the operator chose, without unknown names of a settings file', () => {
    expect(shownColumns(['uptime', 'disk', 'nonsense'], 300, ALL)).toEqual(['presence', 'id', 'disk', 'uptime'])
    expect(shownColumns([], 300, ALL)).toEqual(['presence', 'id'])
  })
})
