// The build for Node declares a `require` of its own, which clashes with the bundler's.
import { type Zippable, zipSync } from 'fflate/browser'
import type { GeneratedFile } from './generated-file.ts'

const UNIX = 3

/** A ZIP archive of the files, with their modes for systems that know them. */
export function zipFiles(files: readonly GeneratedFile[], at: Date): Uint8Array {
  const entries: Zippable = {}
  for (const { path, text, mode } of files) {
    entries[path] = [new TextEncoder().encode(text), { mtime: at, os: UNIX, attrs: (0o100000 | mode) << 16 }]
  }
  return zipSync(entries)
}
