import type { Readable } from 'node:stream'

/** Parses the fields of one JSON object; throws an Error with the reason if it is none. */
export function fieldsOf(line: string): Map<string, unknown> | Error {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return new Error('not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Error('not an object')
  return new Map<string, unknown>(Object.entries(value))
}

/** The whole lines of each chunk, split at `\n` alone, because U+2028 and U+2029 may stand in a JSON string. */
export async function* textLines(input: Readable): AsyncGenerator<readonly string[]> {
  input.setEncoding('utf8')
  let rest = ''
  for await (const chunk of input) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  if (rest !== '') yield [rest]
}

/** Answers every line of stdin in order; exit 1 after an invalid line, whose answer is the error. */
export async function answerLines(answer: (fields: Map<string, unknown>) => object | Error): Promise<number> {
  let exitCode = 0
  for await (const lines of textLines(process.stdin)) {
    let answers = ''
    for (const line of lines) {
      if (line.trim() === '') continue
      const fields = fieldsOf(line)
      const answered = fields instanceof Error ? fields : answer(fields)
      if (answered instanceof Error) exitCode = 1
      answers += `${JSON.stringify(answered instanceof Error ? { error: answered.message } : answered)}\n`
    }
    await writeText(answers)
  }
  return exitCode
}

/** Writes a text and waits while the reader is behind. */
async function writeText(text: string): Promise<void> {
  if (process.stdout.write(text)) return
  await new Promise<void>((resolve) => void process.stdout.once('drain', resolve))
}
