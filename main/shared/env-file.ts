/**
 * Writes a `.env` file; no value may hold a line break. A value with other than plain characters is quoted in the way that
 * python-dotenv and Node's `parseEnv` read alike, or where no way is, in that of python-dotenv.
 */
export function envFile(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quoted(value)}\n`)
    .join('')
}

function quoted(value: string): string {
  if (/^[\w.:/@%+,-]*$/.test(value)) return value
  const isReference = value.includes(`\${`)
  if (!/['\\]/.test(value) && !isReference) return `'${value}'`
  if (!/["\\$]/.test(value)) return `"${value}"`
  return `'${withoutReference(value.replace(/[\\']/g, '\\$&'))}'`
}

/**
 * Writes `${`, and a backslash before the closing quote, as the default of a variable without a name, because python-dotenv
 * has no other way to keep them as they are.
 */
function withoutReference(escaped: string): string {
  return escaped.replaceAll(`\${`, `\${:-$}{`).replace(/\\\\$/, `\${:-\\}`)
}
