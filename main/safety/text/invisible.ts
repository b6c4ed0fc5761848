/**
 * Code points that render as nothing, as a blank that is no plain space, or reorder text: Unicode's Cf, Zl, Zp and
 * Default_Ignorable_Code_Point, spaces other than U+0020 and U+3000, and noncharacters of the BMP. Sorted pairs.
 * Visible Cf (Arabic number signs and the like) are left out.
 */
const INVISIBLE_RANGES: readonly number[] = [
  0xa0, 0xa0, 0xad, 0xad, 0x34f, 0x34f, 0x61c, 0x61c, 0x115f, 0x1160, 0x1680, 0x1680, 0x17b4, 0x17b5, 0x180b, 0x180f,
  0x2000, 0x200f, 0x2028, 0x202f, 0x205f, 0x206f, 0x2800, 0x2800, 0x3164, 0x3164, 0xfdd0, 0xfdef, 0xfe00, 0xfe0f,
  0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff0, 0xfffb, 0xfffe, 0xffff, 0x13430, 0x13440, 0x1bca0, 0x1bca3, 0x1d173, 0x1d17a,
  0xe0000, 0xe0fff,
]

/** True when a code point of U+00A0 or above would be unseen, or change the order of what is seen. */
export function isInvisible(codePoint: number): boolean {
  // Most text of other scripts is CJK or Hangul: one comparison for it.
  if (codePoint > 0x3164 && codePoint < 0xfdd0) return false
  if ((codePoint & 0xfffe) === 0xfffe) return true
  let low = 0
  let high = INVISIBLE_RANGES.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (INVISIBLE_RANGES[middle * 2] ?? 0)) high = middle - 1
    else if (codePoint > (INVISIBLE_RANGES[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

/** `⟨U+202E⟩`: a character that must not act, as text that can be read. */
export function visibleForm(codePoint: number): string {
  return `⟨U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
