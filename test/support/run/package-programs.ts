import { readFileSync } from 'node:fs'
import path from 'node:path'
import { SetupError } from '../command-line.ts'
import { projectFolder } from '../project-paths.ts'

/** Finds the script of a program of an installed package, to run it with this Node (no shell, no .cmd on Windows). */
export function programOf(packageName: string, program: string): string {
  const folder = path.join(projectFolder, 'node_modules', packageName)
  try {
    const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      bin: Record<string, string>
    }
    const script = bin[program]
    if (script === undefined) throw new Error(`${packageName} has no program ${program}`)
    return path.join(folder, script)
  } catch (cause) {
    throw new SetupError(`The package ${packageName} is not installed as it should be: run "npm ci" first.`, { cause })
  }
}
