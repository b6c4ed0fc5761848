/** Longer lines go on in the next row: one endless line would otherwise stop the window while it is laid out. */
const ROW_MAX_CHARS = 1000

export interface OutputLines {
  readonly rows: readonly string[]
  /** Width of the widest row in character cells; East Asian characters take two. */
  readonly cells: number
}

/** Splits a device's output for display. The last line break ends a line, it does not begin an empty one. */
export function outputLines(text: string): OutputLines {
  const rows: string[] = []
  let cells = 0
  for (const line of (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')) {
    for (const row of rowsOf(line)) {
      rows.push(row)
      cells = Math.max(cells, cellsOf(row))
    }
  }
  return { rows, cells }
}

function rowsOf(line: string): readonly string[] {
  if (line.length <= ROW_MAX_CHARS) return [line]
  const rows: string[] = []
  let start = 0
  while (start < line.length) {
    let end = Math.min(start + ROW_MAX_CHARS, line.length)
    const last = line.charCodeAt(end - 1)
    if (end < line.length && last >= 0xd800 && last <= 0xdbff) end -= 1
    rows.push(line.slice(start, end))
    start = end
  }
  return rows
}

function cellsOf(row: string): number {
  let cells = 0
  for (let index = 0; index < row.length; index += 1) {
    const code = row.charCodeAt(index)
    if (code === 9) cells += 8
    else cells += code >= 0x1100 ? 2 : 1
  }
  return cells
}
