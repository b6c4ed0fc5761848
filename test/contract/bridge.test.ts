import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sourcesBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))

describe('the boundary between main and window', () => {
  it('keeps the preload small enough to read at a glance', () => {
    const lines = readFileSync(join(root, 'preload/index.ts'), 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(20)
  })

  it('has one place that listens to the window and one that sends to it', () => {
    const main = sourcesBelow('main')
    const listening = main.filter(({ text }) => /\bipcMain\.(handle|on)/.test(text)).map(({ name }) => name)
    const sending = main
      .filter(({ text }) => /\bcontents\.send\(|webContents\.send\(/.test(text))
      .map(({ name }) => name)
    expect(listening).toEqual(['main/ipc/register.ts'])
    expect(sending).toEqual(['main/ipc/emit-event.ts'])
  })

  it('keeps Electron out of domain code, which has to run headless', () => {
    const domains = ['broker', 'setup', 'devices', 'commands', 'safety', 'assistant', 'delivery', 'demo']
    const importing = domains
      .flatMap((domain) => sourcesBelow(`main/${domain}`))
      .filter(({ text }) => /from ['"](electron|.*\/platform\/.*|.*\/ipc\/.*)['"]/.test(text))
    expect(importing.map(({ name }) => name)).toEqual([])
  })

  it('keeps main and zod out of the window', () => {
    const importing = sourcesBelow('renderer').filter(({ text }) => /from ['"](zod|.*\/main\/.*)['"]/.test(text))
    expect(importing.map(({ name }) => name)).toEqual([])
  })

  it('holds no route that hands out a secret', () => {
    const contract = sourcesBelow('preload/contract')
      .map(({ text }) => text)
      .join('\n')
    expect(contract).not.toMatch(/'(secrets|profiles|assistant)\.(get|read|reveal)[A-Z]?\w*'/)
  })
})
