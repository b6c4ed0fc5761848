/** The row that a key goes to, or null for a key that is not ours. `page` is the number of rows in view. */
export function rowAfterKey(key: string, current: number, total: number, page: number): number | null {
  if (total === 0) return null
  const clamp = (index: number) => Math.min(total - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return clamp(current + 1)
    case 'ArrowUp':
      return clamp(current < 0 ? 0 : current - 1)
    case 'PageDown':
      return clamp(Math.max(0, current) + page)
    case 'PageUp':
      return clamp(current - page)
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}
