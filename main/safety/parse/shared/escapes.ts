const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '\\': '\\',
  r: ' ',
  a: '',
  b: '',
  c: '',
  f: ' ',
  v: ' ',
  e: '',
}

/** Decodes the backslash escapes of `echo -e` and `printf`; bytes that are no printable ASCII become a space. */
export function decodeEchoEscapes(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(
    /\\(?:x([0-9A-Fa-f]{1,2})|0?([0-7]{1,3})|u([0-9A-Fa-f]{1,4})|(.))/g,
    (all, hex, octal, unicode, char) => {
      if (typeof hex === 'string') return printable(Number.parseInt(hex, 16))
      if (typeof octal === 'string') return printable(Number.parseInt(octal, 8))
      if (typeof unicode === 'string') return printable(Number.parseInt(unicode, 16))
      return typeof char === 'string' ? (SIMPLE[char] ?? all) : all
    },
  )
}

const printable = (code: number): string =>
  code === 10 || (code >= 32 && code < 127) ? String.fromCharCode(code) : ' '
