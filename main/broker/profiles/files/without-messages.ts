/** Takes a text in pieces and gives back what is left of each without the messages of MQTTX. */
export interface Skimmer {
  push(piece: string): string
  /** What was held back when the text ended. */
  end(): string
}

/** The skimmer for a text that begins like this; null for a text that is no large export. */
export function skimmerFor(start: string): Skimmer | null {
  const text = start.replace(/^\ufeff/, '').trimStart()
  if (/^[[{]/.test(text)) return new JsonSkimmer()
  if (text.startsWith('<')) return new XmlSkimmer()
  const [first = ''] = text.split(/\r?\n/, 1)
  if (/\bclientId\b/.test(first) && first.includes(',')) return new CsvSkimmer()
  return /^(?:- )?[A-Za-z]\w*:/.test(text) ? new YamlSkimmer() : null
}

const KEY = 'messages'

/** Puts null in the place of each value of a key `messages`. */
class JsonSkimmer implements Skimmer {
  #isInString = false
  #isEscaped = false
  #string = ''
  /** Depth inside the value that is left out; null outside of one. */
  #depth: number | null = null

  push(piece: string): string {
    let kept = ''
    for (const char of piece) {
      if (this.#depth === null) kept += this.#outside(char)
      else kept += this.#inside(char)
    }
    return kept
  }

  end(): string {
    return ''
  }

  #outside(char: string): string {
    if (this.#isInString) {
      if (!this.#readString(char) && this.#string.length <= KEY.length) this.#string += char
    } else if (char === '"') {
      this.#isInString = true
      this.#string = ''
    } else if (char === ':' && this.#string === KEY) {
      this.#depth = 0
      this.#string = ''
      return ':null'
    } else if (!/\s/.test(char)) this.#string = ''
    return char
  }

  /** A scalar ends before a comma or the bracket around it, a list or object with its own. */
  #inside(char: string): string {
    const depth = this.#depth ?? 0
    if (this.#isInString) this.#readString(char)
    else if (char === '"') this.#isInString = true
    else if (char === '[' || char === '{') this.#depth = depth + 1
    else if (char === ']' || char === '}') {
      this.#depth = depth > 1 ? depth - 1 : null
      return depth === 0 ? char : ''
    } else if (char === ',' && depth === 0) {
      this.#depth = null
      return char
    }
    return ''
  }

  /** True for a character that ends the string or escapes in it. */
  #readString(char: string): boolean {
    if (this.#isEscaped) this.#isEscaped = false
    else if (char === '\\') this.#isEscaped = true
    else if (char === '"') {
      this.#isInString = false
      return true
    }
    return false
  }
}

/** Leaves out what is indented below a key `messages`. */
class YamlSkimmer implements Skimmer {
  #line = ''
  /** Column of the key whose value is left out; null outside of one. */
  #column: number | null = null

  push(piece: string): string {
    const lines = (this.#line + piece).split('\n')
    this.#line = lines.pop() ?? ''
    return lines.map((line) => this.#kept(line)).join('')
  }

  end(): string {
    return this.#kept(this.#line)
  }

  #kept(line: string): string {
    const indent = line.length - line.trimStart().length
    const isBelow = indent > (this.#column ?? 0) || (indent === this.#column && /^-(?:\s|$)/.test(line.trimStart()))
    if (this.#column !== null && (isBelow || line.trim() === '')) return ''
    const key = /^(\s*(?:- )?)messages:/.exec(line)?.[1]
    this.#column = key?.length ?? null
    return key === undefined ? `${line}\n` : key.includes('-') ? `${key}messages: []\n` : ''
  }
}

/** Leaves out each element `messages`. */
class XmlSkimmer implements Skimmer {
  #rest = ''
  #isInside = false

  push(piece: string): string {
    let text = this.#rest + piece
    let kept = ''
    for (;;) {
      const mark = this.#isInside ? `</${KEY}>` : `<${KEY}>`
      const at = text.indexOf(mark)
      if (at < 0) {
        const held = Math.min(text.length, mark.length - 1)
        if (!this.#isInside) kept += text.slice(0, text.length - held)
        this.#rest = text.slice(text.length - held)
        return kept
      }
      if (!this.#isInside) kept += text.slice(0, at)
      text = text.slice(at + mark.length)
      this.#isInside = !this.#isInside
    }
  }

  end(): string {
    return this.#isInside ? '' : this.#rest
  }
}

/** Empties the cells of the column `messages`. */
class CsvSkimmer implements Skimmer {
  #isQuoted = false
  #cell = 0
  #head: string | null = ''
  #dropped = -1

  push(piece: string): string {
    let kept = ''
    for (const char of piece) {
      if (char === '"') this.#isQuoted = !this.#isQuoted
      const isBreak = !this.#isQuoted && (char === ',' || char === '\n')
      if (this.#head !== null) this.#readHead(char, isBreak)
      else if (isBreak) this.#cell = char === '\n' ? 0 : this.#cell + 1
      if (isBreak || this.#head !== null || this.#cell !== this.#dropped) kept += char
    }
    return kept
  }

  end(): string {
    return ''
  }

  /** The first line says which column it is. */
  #readHead(char: string, isBreak: boolean): void {
    if (!isBreak) {
      if (this.#head !== null && this.#head.length <= KEY.length + 2) this.#head += char
      return
    }
    if (this.#head?.replace(/["\r\ufeff]/g, '') === KEY) this.#dropped = this.#cell
    this.#cell = char === '\n' ? 0 : this.#cell + 1
    this.#head = char === '\n' ? null : ''
  }
}
