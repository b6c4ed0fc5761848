const NAME = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)$/

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Reads a `.env` file the way python-dotenv does: quotes, escapes, `export`, comments. The last of equal names counts. */
export function parseDotenv(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const at = line.indexOf('=')
    const name = at < 0 ? undefined : NAME.exec(line.slice(0, at).trim())?.[1]
    if (name !== undefined) values.set(name, unquoted(line.slice(at + 1).trim()))
  }
  return values
}

function unquoted(raw: string): string {
  const single = /^'((?:\\.|[^'\\])*)'/.exec(raw)?.[1]
  if (single !== undefined) return single.replace(/\\([\\'])/g, '$1')
  const double = /^"((?:\\.|[^"\\])*)"/.exec(raw)?.[1]
  if (double !== undefined) return double.replace(/\\([\\'"nrt$])/g, (_whole, char: string) => ESCAPES[char] ?? char)
  const comment = raw.search(/\s#/)
  return comment < 0 ? raw : raw.slice(0, comment).trimEnd()
}

/** Writes a `.env` file that python-dotenv and Node's `parseEnv` read; no value may hold a line break. */
export function writeDotenv(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quoted(value)}\n`)
    .join('')
}

function quoted(value: string): string {
  if (/^[\w.:/@%+,-]*$/.test(value)) return value
  return `'${value.replace(/[\\']/g, '\\$&')}'`
}
