/** A palette index (0–255, 0–15 the terminal's own colours) or `#rrggbb`. */
type AnsiColour = number | string

/** Colour of a stretch of text; absent is the default. */
export interface AnsiStyle {
  readonly fg?: AnsiColour
  readonly bg?: AnsiColour
  readonly bold?: true
}

const PARAMETERS_MAX = 32

/** The style after an SGR sequence (ECMA-48 8.3.117; 38 and 48 as xterm has them). Unknown parameters do nothing. */
export function nextStyle(style: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.slice(0, 200).split(/[;:]/, PARAMETERS_MAX)
  let next: { fg?: AnsiColour; bg?: AnsiColour; bold?: true } = { ...style }
  for (let index = 0; index < codes.length; index += 1) {
    const code = Number(codes[index] === '' ? 0 : codes[index])
    if (code === 0) next = {}
    else if (code === 1) next.bold = true
    else if (code === 22) delete next.bold
    else if (code === 39) delete next.fg
    else if (code === 49) delete next.bg
    else if (code === 38 || code === 48) {
      const { colour, used } = extendedColour(codes, index + 1)
      if (colour !== null) next[code === 38 ? 'fg' : 'bg'] = colour
      index += used
    } else if (code >= 30 && code <= 37) next.fg = code - 30
    else if (code >= 40 && code <= 47) next.bg = code - 40
    else if (code >= 90 && code <= 97) next.fg = code - 82
    else if (code >= 100 && code <= 107) next.bg = code - 92
  }
  return next
}

function extendedColour(codes: readonly string[], from: number): { colour: AnsiColour | null; used: number } {
  if (codes[from] === '5') {
    const index = byte(codes[from + 1])
    return { colour: index, used: 2 }
  }
  if (codes[from] !== '2') return { colour: null, used: codes.length }
  // 38:2::r:g:b has an empty colour space before the three values.
  const first = codes[from + 1] === '' ? from + 2 : from + 1
  const parts = [byte(codes[first]), byte(codes[first + 1]), byte(codes[first + 2])]
  const used = first + 2 - from + 1
  if (parts.includes(null)) return { colour: null, used }
  return { colour: `#${parts.map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`, used }
}

function byte(text: string | undefined): number | null {
  const value = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isInteger(value) && value >= 0 && value <= 255 ? value : null
}
