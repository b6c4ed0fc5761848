import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { standIn } from '../../../resources/packaging/leave-out.ts'
import { LEFT_OUT_OF_MAIN, LEFT_OUT_OF_WINDOW } from '../../../resources/packaging/left-out-parts.ts'
import { projectFolder } from '../../support/project-paths.ts'

const modules = join(projectFolder, 'node_modules')
const read = (file: string) => readFileSync(file, 'utf8')
/** The modules of a library, as paths behind `node_modules/`. */
const filesOf = (library: string) =>
  globSync(`${library}/**/*.{js,mjs}`, { cwd: modules }).map((file) => file.replaceAll('\\', '/'))
/** Runs what stands for a CommonJS module, and returns what it gives. */
const run = (code: string) => new Function(`const module = {}; ${code}; return module.exports`)() as new () => object

describe('parts of libraries that are left out of the bundle', () => {
  it('are there, so that a library that moved its files shows here', () => {
    const files = [
      'langsmith',
      'openai',
      '@langchain/core',
      'langchain',
      'abort-controller',
      'nodemailer',
      'ssh2',
      'undici',
      '@mantine/core',
      '@mantine/hooks',
    ].flatMap(filesOf)
    const idle = [...LEFT_OUT_OF_MAIN, ...LEFT_OUT_OF_WINDOW].filter((part) => !files.some((file) => part.test(file)))
    expect(idle).toEqual([])
  })

  it('are used nowhere in the window', () => {
    const core = filesOf('@mantine/core')
    const leftOut = core
      .filter((file) => LEFT_OUT_OF_WINDOW.some((part) => part.test(file)))
      .map((file) => basename(file, '.mjs'))
    // `Menu.Sub = MenuSub`
    const members = core.flatMap((file) => [...read(join(modules, file)).matchAll(/^(\w+\.\w+) = (\w+);$/gm)])
    const names = [
      ...leftOut,
      ...members.filter(([, , name]) => leftOut.includes(name ?? '')).map(([, member]) => member),
    ]
    const window = globSync('renderer/**/*.tsx', { cwd: projectFolder }).map((file) => read(join(projectFolder, file)))
    expect(names).toContain('Menu.Sub')
    expect(names.filter((name) => window.some((text) => new RegExp(`\\b${name}\\b`).test(text)))).toEqual([])
  })

  it('give the names of an ECMAScript module', () => {
    const code = 'export class A {}\nexport const b = 1, c = 2\nfunction d() {}\nexport { d as e }\nexport default d'
    const names = standIn('part.mjs', code).replace(/^.*export \{ /s, '')
    const given = ['A', 'b', 'c', 'e', 'default'].map((name) => `LeftOutOfTheBundle as ${name}`)
    expect(names).toBe(`${given.join(', ')} }`)
  })

  it('can be taken apart, made and spread where a CommonJS module does so while it loads', () => {
    const part = run(standIn('part.js', "'use strict'\nmodule.exports = { a: 1 }"))
    const { a } = part as unknown as { a?: unknown }
    expect([a, { ...part }, Object.keys(new part())]).toEqual([undefined, {}, []])
  })

  it('throw where they are called', () => {
    const part = run(standIn('part.js', 'exports.call = () => 1')) as unknown as () => void
    expect(() => part()).toThrow(/LeftOutOfTheBundle/)
  })

  it('stop the build where a module passes on all of another', () => {
    expect(() => standIn('part.mjs', "export * from './other.mjs'")).toThrow('part.mjs passes on another module')
  })
})
