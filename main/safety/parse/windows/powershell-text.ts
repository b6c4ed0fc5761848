import { readTable } from './powershell-table.ts'
import { HOLDS_SECRET } from './windows-reasons.ts'

/** One command of a PowerShell pipeline. */
export interface PowerShellStage {
  readonly words: readonly string[]
  /** Text inside `( )`, `{ }` and `$( )`, judged as well. */
  readonly inner: readonly string[]
  readonly isPiped: boolean
}

type PowerShellFloor = 'expression' | 'redirection' | 'call' | 'escape' | 'quote'

export interface PowerShellText {
  readonly stages: readonly PowerShellStage[]
  readonly floors: ReadonlySet<PowerShellFloor>
}

const OPERAND = String.raw`(?:'[^']*'|"[^"$\x60]*"|-?\d[\w.]*|\$true|\$false|\$null|\(Get-Date\)(?:\.Add\w+\(-?\d+\))?|[A-Za-z][\w.*-]*)`
const TEST = String.raw`\$_(?:\.\w+)+\s+-i?c?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in)\s+${OPERAND}`
const SIMPLE_FILTER = new RegExp(String.raw`^\s*(?:-not\s+)?${TEST}(?:\s+-(?:and|or)\s+${TEST}){0,8}\s*$`, 'i')
const MAX_TABLE = 400
/** One step of arithmetic on properties: no names of programs, no calls but those of `[math]`. */
const CALCULATION =
  /^(?:\s|\$_(?:\.\w+)*(?![\w.]|\s*\()|\d+(?:\.\d+)?(?:[KMGT]B)?\b|\[math\]::(?:Round|Floor|Ceiling|Truncate|Abs)\(|\[(?:int|long|double|string|math)\]|[-+*/%(),]|-f\b|'[^']*'|"[^"$`]*")*$/i
/** A moment as the value of a parameter: `-After (Get-Date).AddDays(-1)`. */
const DATE = /\(Get-Date\)(?:\.(?:Add\w{1,20}\(-?\d{1,9}\)|Date))?(?=[\s|;]|$)/iy
const NOWHERE = />>?[ \t]*\$null(?![\w:.])|>&1(?!\d)/iy
const CONSTANT = /^\$(?:true|false|null)\b/i

/**
 * Splits PowerShell text into pipelines; what is more than plain commands is named in `floors`.
 *
 * Handles: quotes, backticks, tables, script blocks, parentheses, redirections.
 * @example powershell `Get-Service | Where-Object { $_.Status -eq 'Running' }` → read
 * @example powershell `& { ls }` → unknown
 */
export function readPowerShell(text: string): PowerShellText {
  const reader = new PowerShellReader(text)
  return reader.read()
}

class PowerShellReader {
  readonly #text: string
  readonly #stages: PowerShellStage[] = []
  readonly #floors = new Set<PowerShellFloor>()
  #words: string[] = []
  #inner: string[] = []
  #word: string | undefined
  #isPiped = false
  #index = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): PowerShellText {
    while (this.#index < this.#text.length) this.#char()
    this.#endStage(false)
    return { stages: this.#stages, floors: this.#floors }
  }

  #char(): void {
    const char = this.#text.charAt(this.#index)
    if (char === "'" || char === '"') this.#quoted(char)
    else if (char === '`') {
      this.#floors.add('escape')
      this.#append(this.#text.charAt(this.#index + 1))
      this.#index += 2
    } else if (char === '$') this.#dollar()
    else if (char === '(' || char === '{') this.#block(char)
    else if (char === '@' && this.#table()) this.#endWord()
    else if (char === ')' || char === '}' || char === '@') {
      this.#floors.add('expression')
      this.#index++
    } else if (char === '>' && this.#toNowhere()) {
      // Nothing is written.
    } else if (char === '>' || char === '<') {
      this.#floors.add('redirection')
      this.#endWord()
      this.#index++
    } else if (char === '|' || char === ';' || char === '\n' || char === '&') this.#operator(char)
    else if (char === '#' && this.#word === undefined) {
      const end = this.#text.indexOf('\n', this.#index)
      this.#index = end < 0 ? this.#text.length : end
    } else if (char === ' ' || char === '\t' || char === ',') {
      this.#endWord()
      this.#index++
    } else {
      this.#append(char)
      this.#index++
    }
  }

  #operator(char: string): void {
    const isDouble = this.#text.charAt(this.#index + 1) === char
    if (char === '&' && !isDouble) this.#floors.add('call')
    this.#endStage(char === '|' && !isDouble)
    this.#index += isDouble ? 2 : 1
  }

  #quoted(quote: string): void {
    const end = this.#text.indexOf(quote, this.#index + 1)
    if (end < 0) this.#floors.add('quote')
    const inside = this.#text.slice(this.#index + 1, end < 0 ? undefined : end)
    if (quote === '"' && /[$`]/.test(inside)) {
      this.#floors.add('expression')
      const nested = inside.indexOf('$(')
      if (nested >= 0) this.#inner.push(inside.slice(nested + 2))
    }
    this.#append(inside)
    this.#index = end < 0 ? this.#text.length : end + 1
  }

  #dollar(): void {
    const rest = this.#text.slice(this.#index, this.#index + 12)
    const constant = CONSTANT.exec(rest)?.[0]
    if (constant) {
      this.#append(constant)
      this.#index += constant.length
      return
    }
    this.#floors.add('expression')
    const drive = /^\$\{?env:(?:SystemDrive|HomeDrive)\}?/i.exec(this.#text.slice(this.#index, this.#index + 24))?.[0]
    if (drive) this.#append('C:')
    this.#index += drive?.length ?? 1
  }

  #block(open: string): void {
    DATE.lastIndex = this.#index
    const date =
      open === '(' && this.#words.length > 0 && this.#word === undefined ? DATE.exec(this.#text)?.[0] : undefined
    if (date !== undefined) {
      this.#words.push('date')
      this.#index += date.length
      return
    }
    const end = closingOf(this.#text, this.#index)
    const inside = this.#text.slice(this.#index + 1, end < 0 ? undefined : end)
    const isFilter =
      open === '{' && SIMPLE_FILTER.test(inside) && /^(?:where|where-object|\?)$/i.test(this.#words[0] ?? '')
    if (!isFilter) {
      this.#floors.add('expression')
      this.#inner.push(inside)
    }
    this.#endWord()
    this.#index = end < 0 ? this.#text.length : end + 1
  }

  /** `2>$null` and `2>&1`; the number before the sign is no word. */
  #toNowhere(): boolean {
    NOWHERE.lastIndex = this.#index
    const found = NOWHERE.exec(this.#text)?.[0]
    if (found === undefined) return false
    if (this.#word !== undefined && /^[1-6*]$/.test(this.#word)) this.#word = undefined
    this.#endWord()
    this.#index += found.length
    return true
  }

  /** Reads a literal table whose script blocks only calculate; false when it is more than that. */
  #table(): boolean {
    const found = readTable(this.#text.slice(this.#index, this.#index + MAX_TABLE), 0)
    if (!found?.blocks.every((block) => CALCULATION.test(block) && !HOLDS_SECRET.test(block))) return false
    // Another machine's share gets the login of the account.
    if (this.#text.slice(this.#index, this.#index + found.end).includes('\\\\')) return false
    this.#index += found.end
    return true
  }

  #append(text: string): void {
    this.#word = (this.#word ?? '') + text
  }

  #endWord(): void {
    if (this.#word !== undefined) this.#words.push(this.#word)
    this.#word = undefined
  }

  #endStage(isPipe: boolean): void {
    this.#endWord()
    if (this.#words.length > 0 || this.#inner.length > 0) {
      this.#stages.push({
        words: this.#words,
        inner: this.#inner,
        isPiped: this.#isPiped,
      })
    }
    this.#words = []
    this.#inner = []
    this.#isPiped = isPipe
  }
}

function closingOf(text: string, start: number): number {
  let depth = 0
  let quote = ''
  for (let i = start; i < text.length; i++) {
    const char = text.charAt(i)
    if (quote) {
      if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if (char === '(' || char === '{') depth++
    else if ((char === ')' || char === '}') && --depth === 0) return i
  }
  return -1
}
