const SHOWN_CHARS = 200

/** A name or topic as the broker tells it, safe to show: what cannot be seen becomes a mark, and the end of a long one is cut. */
export function shownName(name: string): string {
  const visible = name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
  return visible.length > SHOWN_CHARS ? `${visible.slice(0, SHOWN_CHARS)}…` : visible
}
