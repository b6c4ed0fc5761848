import { createInterface } from 'node:readline'

/** The fields of one JSON object; an Error says why it is none. */
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

/** Answers every line of stdin in order; 1 where a line could not be read, which is said in its place. */
export async function answerLines(answer: (fields: Map<string, unknown>) => object | Error): Promise<number> {
  let exitCode = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const fields = fieldsOf(line)
    const answered = fields instanceof Error ? fields : answer(fields)
    if (answered instanceof Error) exitCode = 1
    await writeLine(answered instanceof Error ? { error: answered.message } : answered)
  }
  return exitCode
}

/** Writes one line and waits while the reader is behind. */
async function writeLine(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return
  await new Promise<void>((resolve) => void process.stdout.once('drain', resolve))
}
