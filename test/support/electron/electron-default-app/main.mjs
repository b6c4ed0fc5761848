// Stands in for Electron's default_app.asar, which the npm archive lacks: `electron <folder or file> [arguments]`.
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  process.stderr.write('No app was given: electron <folder or file>\n')
  app.exit(2)
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const target = resolve(given)
  let entry = target
  if (statSync(target).isDirectory()) {
    const manifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
    app.setAppPath(target)
    app.setName(manifest.productName ?? manifest.name)
    if (manifest.version) app.setVersion(manifest.version)
    entry = join(target, manifest.main ?? 'index.js')
  }
  await import(pathToFileURL(entry).href)
}
