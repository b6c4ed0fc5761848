/** Endings that editors, package managers, log rotation and people give to a copy of a file. */
const COPY_END =
  /(?:~|\.(?:bak|backup|bkp|copy|new|o|old|orig|original|sav|saved?|swo|swp|temp|tmp|bz2|gz|lz4|lzma|xz|zip|zst|dpkg-(?:bak|dist|new|old|tmp)|ucf-(?:dist|new|old)|rpm(?:new|orig|save)|pacnew|pacsave|\d{1,14}(?:-\d{1,8})?)|[-_](?:backup|bak|copy|old|orig|save|\d{6,14}))$/i
/** Open endings that can mean one of them: `shadow.*`, `shadow.b?k`, `shadow?bak`. */
const OPEN_ENDS = [/[.~_-][^.~_\-*?[\]]{0,12}[*?[][^/.~_-]{0,40}$/, /[*?]\w{1,12}$/]
/** Signs of which each ending holds one. */
const MAYBE = /[.~_-]/
const MAYBE_OPEN = /[.~_\-*?[]/
const SWAP = /^\.(.+)\.sw[a-p]$/i
/** Two endings follow on each other in a rotated copy: `x.conf.bak.1.gz`. */
const MAX_ENDINGS = 4

/**
 * The names that a file may be a copy of: `shadow.bak` of `shadow`, `x.conf.1.gz` of `x.conf`. Copies hold what the file
 * held.
 */
export function originalsOf(name: string, isPattern: boolean): readonly string[] {
  if (!(isPattern ? MAYBE_OPEN : MAYBE).test(name)) return []
  const found = new Set<string>()
  const swapped = SWAP.exec(name)?.[1]
  if (swapped !== undefined) found.add(swapped).add(`.${swapped}`)
  let rests = [swapped ?? name]
  for (let turn = 0; turn < MAX_ENDINGS && rests.length > 0; turn++) {
    rests = rests.flatMap((rest) => withoutEnding(rest, isPattern)).filter((rest) => rest !== '' && !found.has(rest))
    for (const rest of rests) found.add(rest)
  }
  return [...found]
}

function withoutEnding(name: string, isPattern: boolean): string[] {
  const ends = isPattern ? [COPY_END, ...OPEN_ENDS] : [COPY_END]
  return ends.map((end) => name.replace(end, '')).filter((rest) => rest !== name)
}
