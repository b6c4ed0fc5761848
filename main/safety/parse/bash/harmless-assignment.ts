import type { AssignmentPrefix } from 'unbash'

/** Variables that only choose language, zone, width, colour and a display of this machine, or take a pager away, with the values that do so. */
const HARMLESS: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(?:LC_[A-Z]+|LANG|LANGUAGE)$/, /^[\w.@-]*$/],
  [/^TZ$/, /^(?:[A-Z]{1,5}|[A-Z][a-z]+\/[A-Z][A-Za-z_]+)$/],
  [/^(?:COLUMNS|LINES)$/, /^\d{1,4}$/],
  [/^(?:NO_COLOR|SYSTEMD_COLORS)$/, /^[01]$/],
  [/^(?:SYSTEMD_|GIT_)?PAGER$/, /^(?:cat)?$/],
  [/^DEBIAN_FRONTEND$/, /^noninteractive$/],
  [/^DISPLAY$/, /^:\d(?:\.0)?$/],
  [/^WAYLAND_DISPLAY$/, /^wayland-\d$/],
  [/^XDG_RUNTIME_DIR$/, /^\/run\/user\/\d{4,5}$/],
]

/**
 * True if a variable set for one command changes only how its output looks.
 *
 * Handles: language, time zone, width, colour, displays of this machine, pagers that only print.
 * @example `LC_ALL=C df -h` → read
 * @example `TZ=UTC date` → read
 * @example `DISPLAY=:0 xrandr` → read
 * @example `DISPLAY=other:0 xrandr` → unknown
 * @example `PATH=/tmp ls` → unknown
 * @example `LD_PRELOAD=/tmp/x.so ls` → unknown
 */
export function isHarmlessAssignment(assignment: AssignmentPrefix, hasCommand: boolean): boolean {
  const { name, value } = assignment
  if (!hasCommand || value.type !== 'Word' || value.parts) return false
  return HARMLESS.some(([names, values]) => names.test(name) && values.test(value.value))
}
