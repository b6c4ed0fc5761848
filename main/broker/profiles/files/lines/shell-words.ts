import { missingNote } from '../import-notes.ts'
import type { Setting } from '../setting-groups.ts'

/** A word of a shell's command line, and the variables in it that the file does not set. */
export interface ShellWord {
  readonly text: string
  readonly missing: readonly string[]
}

const VARIABLE = /\$(?:\{(\w{1,100})(?::?[-=]([^{}]{0,500}))?\}|(\w{1,100}))/y

/** Cuts a command line into words as a POSIX shell does, and fills in what is known of variables. Linear. */
export function shellWords(line: string, variables: ReadonlyMap<string, string> = new Map()): ShellWord[] {
  const words: ShellWord[] = []
  let text = ''
  let missing: string[] = []
  let isOpen = false
  let quote = ''
  const end = () => {
    if (isOpen) words.push({ text, missing })
    text = ''
    missing = []
    isOpen = false
  }
  let at = 0
  while (at < line.length) {
    const char = line.charAt(at)
    const next = line.charAt(at + 1)
    if (quote === '' && /[\s;&|]/.test(char)) {
      end()
      if (char === ';' || char === '&' || char === '|') words.push({ text: ';', missing: [] })
    } else if (quote === '' && char === '#' && !isOpen) break
    else if ((char === '"' || char === "'") && (quote === '' || quote === char)) {
      quote = quote === '' ? char : ''
      isOpen = true
    } else if (char === '\\' && quote !== "'" && next !== '' && (quote === '' || /["\\$`]/.test(next))) {
      text += next
      isOpen = true
      at += 1
    } else if (char === '$' && quote !== "'") {
      isOpen = true
      VARIABLE.lastIndex = at
      const [all = '$', braced, fallback, plain] = VARIABLE.exec(line) ?? []
      const name = braced ?? plain
      const value = name === undefined ? all : (variables.get(name) ?? fallback)
      if (value === undefined) missing.push(name ?? all)
      text += value ?? ''
      at += all.length - 1
    } else {
      text += char
      isOpen = true
    }
    at += 1
  }
  end()
  return words
}

const ASSIGNED = /^([A-Za-z_]\w{0,99})=/

/** The variables that a script sets, each with the values of those before it. */
export function shellVariables(lines: readonly string[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>()
  for (const line of lines) {
    if (!isAssignment(line)) continue
    for (const { text, missing } of shellWords(line, variables)) {
      const name = ASSIGNED.exec(text)?.[1]
      if (name !== undefined && missing.length === 0) variables.set(name, text.slice(name.length + 1))
    }
  }
  return variables
}

/** The variables of a script as settings; one that needs others says so. */
export function scriptSettings(lines: readonly string[]): Setting[] {
  const variables = shellVariables(lines)
  return lines.filter(isAssignment).flatMap((line) => assignedOn(line, variables))
}

/** What one line of a shell assigns: `export A=1 B="2 3"; C=4`. */
export function assignedOn(line: string, variables: ReadonlyMap<string, string>): Setting[] {
  return shellWords(line, variables).flatMap(({ text, missing }): Setting[] => {
    const name = ASSIGNED.exec(text)?.[1]
    if (name === undefined) return []
    return [
      { name, text: text.slice(name.length + 1), problem: missing.length === 0 ? null : missingNote(name, missing) },
    ]
  })
}

function isAssignment(line: string): boolean {
  return /^(?:export\s|readonly\s|local\s|declare\s)?\s*[A-Za-z_]\w{0,99}=/.test(line)
}
