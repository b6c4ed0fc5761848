import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { isOpenable } from '../../../../main/window/allowed-links.ts'
import { answerRequest, fileOf } from '../../../../main/window/app-files.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-files-'))
  writeFileSync(join(folder, 'index.html'), '<meta content="__CSP_NONCE__">')
  writeFileSync(join(folder, 'a.js'), 'export {}')
  writeFileSync(`${folder}-secret.txt`, 'outside')
})

const get = (url: string) => answerRequest({ url, method: 'GET' }, folder)

describe('the app:// scheme', () => {
  it.each([
    'app://waypost/../x',
    'app://waypost/%2e%2e/%2e%2e/etc/passwd',
    'app://waypost/..%2f..%2fetc%2fpasswd',
    'app://waypost/..%5c..%5cwindows',
    'app://waypost/a.js%00.html',
    'app://waypost/%E0%A4%A',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('does not serve a file from outside its folder: %s', (url) => {
    const path = fileOf(url, folder)
    expect(path === null || path.startsWith(`${folder}/`)).toBe(true)
  })

  it('does not take a sibling folder with the same beginning for its own', async () => {
    const name = `..%2f${folder.split('/').at(-1)}-secret.txt`
    expect((await get(`app://waypost/${name}`)).statusCode).toBe(404)
  })

  it('gives each page load a nonce of its own, in the page and in the policy', async () => {
    const [one, two] = await Promise.all([get('app://waypost/index.html'), get('app://waypost/index.html')])
    const policy = one.headers['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(one.data.toString()).toBe(`<meta content="${nonce}">`)
    expect(two.headers['content-security-policy']).not.toBe(policy)
  })

  it('never allows inline scripts or any connection', async () => {
    const policy = (await get('app://waypost/index.html')).headers['content-security-policy'] ?? ''
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("default-src 'none'")
  })

  it('answers nothing but GET', async () => {
    expect((await answerRequest({ url: 'app://waypost/a.js', method: 'POST' }, folder)).statusCode).toBe(404)
    expect((await get('app://waypost/a.js')).headers['content-type']).toContain('text/javascript')
  })
})

describe('links that may open in the browser', () => {
  it.each([
    'http://mosquitto.org/',
    'https://mosquitto.org.evil.example/',
    'https://user@mosquitto.org/',
    'https://mosquitto.org:444/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a url',
  ])('refuses %s', (url) => {
    expect(isOpenable(url)).toBe(false)
  })

  it('lets a listed https page through', () => {
    expect(isOpenable('https://mosquitto.org/documentation/')).toBe(true)
  })
})
