import { parse } from 'smol-toml'

/** A table, or an array of them, or a table on one line: what no `.env` file and few INI files have. */
const TABLE = /^[ \t]{0,40}(?:\[{1,2}[\w."' -]{1,100}\]{1,2}|[\w."'-]{1,100} {0,4}= {0,4}\{)/m

/** Reads TOML by its own rules; undefined for what is none, such as INI with texts without quotes. */
export function parseToml(text: string): object | undefined {
  if (!TABLE.test(text)) return undefined
  try {
    return parse(text, { maxDepth: 32 })
  } catch {
    return undefined
  }
}
