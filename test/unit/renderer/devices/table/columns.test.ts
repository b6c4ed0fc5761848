import { describe, expect, it } from 'vitest'
import {
  COLUMN_IDS,
  gridTemplate,
  minWidthPx,
  shownColumns,
} from '../../../../../renderer/features/devices/table/columns.tsx'

describe('the columns of the list', () => {
  it.each([320, 560, 700, 900, 1_200, 1_600, 2_400])('fit into %i px, state and id always among them', (width) => {
    const shown = shownColumns(null, width)
    expect(shown.slice(0, 2)).toEqual(['presence', 'id'])
    expect(shown.length === 2 || minWidthPx(shown) <= width).toBe(true)
    expect(gridTemplate(shown).split(/ (?![^(]*\))/)).toHaveLength(shown.length + 1)
  })

  it('use the room there is', () => {
    expect(shownColumns(null, 2_400)).toEqual(COLUMN_IDS)
    expect(shownColumns(null, 700).length).toBeGreaterThan(3)
  })

  it('are those that the operator chose, whatever else a settings file names', () => {
    expect(shownColumns(['uptime', 'disk', 'nonsense'], 300)).toEqual(['presence', 'id', 'disk', 'uptime'])
    expect(shownColumns([], 300)).toEqual(['presence', 'id'])
  })
})
