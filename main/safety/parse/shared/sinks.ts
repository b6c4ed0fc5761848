import { type VitalPath, vitalPathsOf } from '../../tables/vital-objects.ts'
import type { Arg } from './arguments.ts'
import { patternOf, placesOf } from './paths.ts'
import type { Verdict } from './verdict.ts'

/** How a verb touches a place: it empties or replaces, appends, changes rights and owners, or makes an empty file. */
export type Touch = 'erase' | 'append' | 'rights' | 'touch'

/**
 * Returns what touching a place means beyond changing a file; undefined for ordinary places.
 *
 * Handles: raw disks, password files, units, keys, system directories, by every spelling of their path.
 * @example `tee /dev/sda` → forbidden
 * @example `chmod a-x /bin/sh` → destructive
 * @example `touch /etc/nologin` → destructive
 */
export function sinkOf(arg: Arg, directories: readonly string[], how: Touch): VitalPath | undefined {
  const found = placesOf(patternOf(arg), directories)
    .flatMap(vitalPathsOf)
    .filter((path) => counts(path, how))
  return found.find((path) => path.class === 'forbidden') ?? found[0]
}

function counts(path: VitalPath, how: Touch): boolean {
  if (how === 'rights') return path.isRights === true
  if (how === 'touch') return path.isTouched === true
  return path.rule !== 'sink.system' && (how === 'erase' || !path.isErasing)
}

/** Adds what touching this argument means. */
export function addSink(arg: Arg, directories: readonly string[], how: Touch, verdict: Verdict): void {
  const sink = sinkOf(arg, directories, how)
  if (!sink) return
  verdict.add(sink.class, sink.rule, sink.reason)
  if (sink.cutsOff) verdict.isCuttingOff = true
}
