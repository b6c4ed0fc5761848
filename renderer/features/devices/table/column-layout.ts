import type { DeviceSort } from '../../../../preload/contract/models/device.ts'

/** A column of the list: its width, what main sorts by for it, and when it gives way on a narrow window. */
interface ColumnSpec {
  readonly minPx: number
  /** Share of the room that is left; 0 keeps the width. */
  readonly grow: number
  readonly sortBy: DeviceSort
  readonly isNumber: boolean
  /** Looked for first: the latest, the hottest, the fullest. */
  readonly startsDescending: boolean
  /** Columns with the highest number leave first when the operator chose none. */
  readonly givesWay: number
}

function spec(minPx: number, grow: number, sortBy: DeviceSort, givesWay: number, isNumber = false): ColumnSpec {
  const startsDescending = isNumber || sortBy === 'lastSeenAt'
  return { minPx, grow, sortBy, isNumber, startsDescending, givesWay }
}

export const COLUMNS = {
  presence: spec(108, 0, 'presence', 0),
  id: spec(150, 1.3, 'id', 0),
  name: spec(110, 1, 'name', 5),
  host: spec(130, 1, 'host', 3),
  tags: spec(110, 1, 'tags', 6),
  location: spec(110, 0.8, 'location', 9),
  lastSeen: spec(96, 0, 'lastSeenAt', 1),
  cpu: spec(64, 0, 'cpuPercent', 8, true),
  temperature: spec(80, 0, 'cpuTemperatureC', 2, true),
  memory: spec(76, 0, 'memoryPercent', 2, true),
  disk: spec(64, 0, 'diskPercent', 7, true),
  uptime: spec(90, 0, 'uptimeS', 10, true),
  system: spec(140, 0.8, 'system', 4),
} as const satisfies Readonly<Record<string, ColumnSpec>>
export type ColumnId = keyof typeof COLUMNS
export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[]

const CHECK_PX = 26
const GAP_PX = 14
const PADDING_PX = 32

/** The columns to show: those chosen, in the order of the list; else as many as fit. */
export function shownColumns(chosen: readonly string[] | null, widthPx: number): readonly ColumnId[] {
  if (chosen !== null) {
    const known = COLUMN_IDS.filter((id) => chosen.includes(id) || COLUMNS[id].givesWay === 0)
    return known
  }
  let shown: readonly ColumnId[] = COLUMN_IDS
  while (shown.length > 2 && minWidthPx(shown) > widthPx) {
    const first = shown.reduce((worst, id) => (COLUMNS[id].givesWay > COLUMNS[worst].givesWay ? id : worst))
    shown = shown.filter((id) => id !== first)
  }
  return shown
}

/** For `grid-template-columns`, the box to tick included. */
export function gridTemplate(shown: readonly ColumnId[]): string {
  const tracks = shown.map((id) => {
    const { minPx, grow } = COLUMNS[id]
    return grow === 0 ? `${minPx}px` : `minmax(${minPx}px, ${grow}fr)`
  })
  return [`${CHECK_PX - GAP_PX / 2}px`, ...tracks].join(' ')
}

/** Below this the list scrolls sideways. */
export function minWidthPx(shown: readonly ColumnId[]): number {
  return shown.reduce((sum, id) => sum + COLUMNS[id].minPx + GAP_PX, CHECK_PX + PADDING_PX)
}
