import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { resolveElectron } from '../support/electron/electron-runtime.ts'
import { projectFolder } from '../support/project-paths.ts'
import { packageApp } from '../support/run/package-build.ts'
import { atMost, type Benchmark, type Row, shown } from './report.ts'

const MIB = 1024 * 1024

/** Measures the shipped files: the archive, the script of the window, and the packages that are not bundled. */
export const size: Benchmark = {
  name: 'size',
  needsApp: true,
  run: async () => [await archive(), rendererScript(), productionDependencies()],
}

/** Packages anew, because an earlier package may be of another version. */
async function archive(): Promise<Row> {
  const program = await packageApp(await resolveElectron())
  const file = join(dirname(program), 'resources', 'app.asar')
  return atMost('size asar', statSync(file).size / MIB, 20, 'MiB', 'resources/app.asar of the packaged app')
}

function rendererScript(): Row {
  const folder = join(projectFolder, 'out', 'renderer', 'assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0)
  return atMost('size renderer', bytes / 1000, 600, 'kB gzip', `${scripts.length} scripts of the window, gzip -9`)
}

function productionDependencies(): Row {
  const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const names = Object.keys(dependencies)
  return shown('size dependencies', names.length, 'packages', `shipped as packages, not bundled: ${names.join(', ')}`)
}
