import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { Shell } from '../../../../../preload/contract/models/safety/safety.ts'

/** `@example [shell] \`command\` → class` in a doc comment; the shell is bash where none is named. */
const EXAMPLE = /@example (?:(cmd|powershell) )?`(.+)` → (\w+)$/gm
const FOLDER = path.resolve('main/safety/parse')
/** Files that hold types, data or a mechanism, and judge nothing by themselves. */
const NO_ANALYZER =
  /(?:floor-reasons|program-call|bash-scope|in-order|budget|escapes|refused-text|rule-index|verdict)\.ts$/

const classifier = new Classifier()
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const examplesOf = (file: string) =>
  [...readFileSync(path.join(FOLDER, file), 'utf8').matchAll(EXAMPLE)].map(([, shell, command, expected]) => ({
    shell: (shell ?? 'bash') as Shell,
    command: command ?? '',
    expected,
  }))

describe('examples in the documentation of the analyzers', () => {
  it.each(files.filter((file) => !NO_ANALYZER.test(file)))('are true and there in %s', (file) => {
    const examples = examplesOf(file)
    const found = examples.map(({ command, shell }) => `${command} → ${classifier.classify(command, shell).class}`)
    expect(found).toEqual(examples.map(({ command, expected }) => `${command} → ${expected}`))
    expect(examples.length).toBeGreaterThan(0)
  })

  it('are all written in the form that is judged', () => {
    const lines = files.flatMap((file) => readFileSync(path.join(FOLDER, file), 'utf8').split('\n'))
    const written = lines.filter((line) => line.includes('@example'))
    expect(written.length).toBe(files.flatMap(examplesOf).length)
    expect(lines.filter((line) => /^\s*(?:\/\*)?\*.*\bExample: `/.test(line))).toEqual([])
  })
})
