import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from '../project-paths.ts'

/** Output folder of electron-builder. */
export const packageOutput = path.join(projectFolder, 'dist')

/** Finds the executable of the app packaged for this machine; undefined if it has not been packaged. */
export function findPackagedApp(): string | undefined {
  return candidates().find((file) => existsSync(file))
}

function candidates(): string[] {
  const { name, productName } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    name: string
    productName: string
  }
  const isArm = process.arch === 'arm64'
  if (process.platform === 'darwin') {
    const program = path.join(`${productName}.app`, 'Contents', 'MacOS', productName)
    return ['mac-arm64', 'mac', 'mac-universal'].map((folder) => path.join(packageOutput, folder, program))
  }
  const folder = `${process.platform === 'win32' ? 'win' : 'linux'}${isArm ? '-arm64' : ''}-unpacked`
  const programs = process.platform === 'win32' ? [`${productName}.exe`, `${name}.exe`] : [name, productName]
  return programs.map((program) => path.join(packageOutput, folder, program))
}
