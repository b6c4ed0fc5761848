import { pathToFileURL } from 'node:url'
import { coverRead } from './cover-read.ts'
import { parseManual } from './parse-manual.ts'

/** node main/safety/manual/check-draft.ts FILE... */
for (const file of process.argv.slice(2)) {
  const module = (await import(pathToFileURL(file).href)) as Record<string, string>
  for (const [name, text] of Object.entries(module)) {
    const manual = parseManual(text, name)
    for (const fault of manual.faults) process.stdout.write(`FAULT ${fault}\n`)
    let count = 0
    for (const program of manual.programs) {
      for (const form of program.forms) {
        for (const [want, list] of [
          [true, form.match],
          [false, form.noMatch],
        ] as const) {
          for (const command of list) {
            count++
            const words = [...command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map((m) =>
              m[0].replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
            )
            const found = coverRead(
              program,
              words.slice(1).map((value) => ({ value })),
            )
            const ok = 'form' in found && found.form.id === form.id
            if (want !== ok && (want || 'form' in found))
              process.stdout.write(
                `${want ? 'NOT COVERED' : 'COVERED'} ${form.id}: ${command} ${'form' in found ? found.form.id : JSON.stringify(found)}\n`,
              )
          }
        }
        if (form.match.length === 0)
          process.stdout.write(`NO EXAMPLE ${form.id} (ok only when listed under another name)\n`)
      }
    }
    process.stdout.write(`${name}: ${manual.programs.length} programs, ${count} examples\n`)
  }
}
