/** Quotes one word for /bin/sh. A NUL cannot be part of a word. */
export function quoted(word: string): string {
  if (word.includes('\0')) throw new Error('a NUL in a word for the shell')
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
