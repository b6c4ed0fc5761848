/** Colour in 0–255. */
export interface DotColour {
  readonly red: number
  readonly green: number
  readonly blue: number
}

export const DOT_COLOURS = {
  ok: { red: 31, green: 157, blue: 85 },
  bad: { red: 214, green: 48, blue: 49 },
  off: { red: 134, green: 142, blue: 150 },
} as const satisfies Readonly<Record<string, DotColour>>

/**
 * Paints a dot with a rim into the lower right corner of a square picture. `bitmap` holds four bytes a pixel, blue first, as
 * Electron's `toBitmap` gives it; a copy is returned.
 */
export function withDot(bitmap: Buffer, sizePx: number, colour: DotColour): Buffer {
  const painted = Buffer.from(bitmap)
  const radius = sizePx * 0.26
  const centre = sizePx - radius - 0.5
  for (let y = 0; y < sizePx; y++) {
    for (let x = 0; x < sizePx; x++) {
      const distance = Math.hypot(x - centre, y - centre)
      if (distance > radius) continue
      const isRim = distance > radius - Math.max(1, sizePx / 22)
      const { red, green, blue } = isRim ? { red: 255, green: 255, blue: 255 } : colour
      painted.set([blue, green, red, 255], (y * sizePx + x) * 4)
    }
  }
  return painted
}

/** A picture of the dot alone. */
export function dotAlone(sizePx: number, colour: DotColour): Buffer {
  const bitmap = Buffer.alloc(sizePx * sizePx * 4)
  const radius = sizePx / 2 - 0.5
  for (let y = 0; y < sizePx; y++) {
    for (let x = 0; x < sizePx; x++) {
      if (Math.hypot(x - radius, y - radius) > radius) continue
      bitmap.set([colour.blue, colour.green, colour.red, 255], (y * sizePx + x) * 4)
    }
  }
  return bitmap
}
