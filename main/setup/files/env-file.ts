/**
 * Text of a `.env` file. A value with other than plain characters is quoted in the way that python-dotenv and Node's
 * `parseEnv` read alike; where a value holds every kind of quote, python-dotenv's escapes are used.
 */
export function envFile(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quoted(value)}\n`)
    .join('')
}

function quoted(value: string): string {
  if (/^[\w.:/@%+,-]*$/.test(value)) return value
  if (!/['\\]/.test(value)) return `'${value}'`
  if (!/["\\$]/.test(value)) return `"${value}"`
  return `'${value.replace(/[\\']/g, '\\$&')}'`
}
