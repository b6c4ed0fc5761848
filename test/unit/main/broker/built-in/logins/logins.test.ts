import { describe, expect, it } from 'vitest'
import { BuiltInLogins, hashPassword } from '../../../../../../main/broker/built-in/logins/logins.ts'

const HERE = '192.0.2.1'

class Scene {
  now = 1_000_000
  readonly logins = new BuiltInLogins(() => this.now)

  check(password: string, { name = 'operator', origin = HERE } = {}) {
    return this.logins.check(name, Buffer.from(password), origin)
  }

  async guess(times: number, of: { name?: string; origin?: string } = {}): Promise<void> {
    for (let index = 0; index < times; index += 1) await this.check('wrong', of)
  }
}

async function newScene(): Promise<Scene> {
  const scene = new Scene()
  await scene.logins.add('operator', 'right')
  return scene
}

describe('guessing', () => {
  it('is slowed down without locking out the others, and may go on later', async () => {
    const scene = await newScene()
    await scene.guess(6)
    expect(await scene.check('right')).toBe('slowed')
    expect(await scene.check('right', { origin: '192.0.2.2' })).toBe('right')
    scene.now += 60_000
    expect(await scene.check('right')).toBe('right')
  })

  it('gains nothing from sending all guesses at once: the right one among them is not looked at', async () => {
    const scene = await newScene()
    const sent = Array.from({ length: 200 }, (_, index) => scene.check(index === 150 ? 'right' : `wrong ${index}`))
    const verdicts = await Promise.all(sent)
    expect(verdicts[150]).not.toBe('right')
    expect(verdicts.filter((verdict) => verdict === 'wrong')).toHaveLength(5)
  })

  it('gains nothing from another name for each guess', async () => {
    const scene = await newScene()
    for (let index = 0; index < 6; index += 1) await scene.guess(1, { name: `name-${index}` })
    expect(await scene.check('right')).toBe('slowed')
  })

  it('gains nothing from the addresses of one IPv6 network, or from IPv4 inside IPv6', async () => {
    const scene = await newScene()
    for (let index = 0; index < 5; index += 1) await scene.guess(1, { origin: `2001:db8:0:1::${index}` })
    expect(await scene.check('right', { origin: '2001:db8:0:1:ffff::1' })).toBe('slowed')
    expect(await scene.check('right', { origin: '2001:db8:0:2::1' })).toBe('right')
    await scene.guess(5, { origin: '::ffff:192.0.2.9' })
    expect(await scene.check('right', { origin: '192.0.2.9' })).toBe('slowed')
  })

  it('gains nothing from names and passwords that are too long, which are refused without a hash', async () => {
    const scene = await newScene()
    const pending = [
      ...Array.from({ length: 3 }, () => scene.check('x', { name: 'n'.repeat(65) })),
      ...Array.from({ length: 2 }, () => scene.check('p'.repeat(1_025))),
    ]
    // One turn of the event loop: a hash takes a thread and longer.
    const settled = await Promise.race([Promise.all(pending), new Promise((resolve) => setImmediate(resolve))])
    expect(settled).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong'])
    expect(await scene.check('right')).toBe('slowed')
  })
})

describe('an account that was let in from an address', () => {
  it('gets in again at once while others guess from there, and while they guess that very account', async () => {
    const scene = await newScene()
    expect(await scene.check('right')).toBe('right')
    await scene.guess(20, { name: 'nobody' })
    expect(await scene.check('right')).toBe('right')
    await scene.guess(200)
    expect(await scene.check('right')).toBe('right')
  })

  it('opens no faster way to guess it: beyond some hundred wrong ones it is as slow as any other', async () => {
    const scene = await newScene()
    await scene.check('right')
    await scene.guess(600)
    expect(await scene.check('right')).toBe('slowed')
    scene.now += 20_000
    expect(await scene.check('right')).toBe('right')
  })

  it('frees no other address, and no other account', async () => {
    const scene = await newScene()
    await scene.logins.add('rpi_001', 'device')
    await scene.check('right')
    await scene.guess(5, { name: 'nobody' })
    expect(await scene.check('device', { name: 'rpi_001' })).toBe('slowed')
    await scene.guess(5, { origin: '192.0.2.2' })
    expect(await scene.check('right', { origin: '192.0.2.2' })).toBe('slowed')
  })
})

it('lets a fleet in whose devices come at once from one address, as none of them is wrong', async () => {
  const scene = await newScene()
  const names = Array.from({ length: 40 }, (_, index) => `rpi_${index}`)
  for (const name of names) await scene.logins.add(name, `${name} password`)
  const verdicts = await Promise.all(names.map((name) => scene.check(`${name} password`, { name })))
  expect(new Set(verdicts)).toEqual(new Set(['right']))
})

it('lets only so many wait for their turn, and turns the others away at once as busy', async () => {
  const scene = await newScene()
  const first = Array.from({ length: 258 }, (_, index) => scene.check('wrong', { origin: `192.0.3.${index % 250}` }))
  const late = scene.check('right', { origin: '192.0.2.7' })
  expect(await Promise.race([late, new Promise((resolve) => setImmediate(resolve))])).toBe('busy')
  await Promise.all(first)
})

it('refuses unknown names and empty passwords', async () => {
  const empty = new Scene()
  expect(await empty.check('', { name: 'nobody' })).toBe('wrong')
  const scene = await newScene()
  expect(await scene.check('right', { name: 'nobody' })).toBe('wrong')
  expect(await scene.check('')).toBe('wrong')
})

it('keeps no password in clear', async () => {
  const scene = new Scene()
  await scene.logins.add('operator', 'canary-password')
  await scene.check('canary-password')
  const { inspect } = await import('node:util')
  expect(inspect(scene.logins, { depth: 10, showHidden: true })).not.toContain('canary-password')
})

it('checks against a hash that was stored, which differs each time and holds no password', async () => {
  const [first, second] = [await hashPassword('pässwörd 密码'), await hashPassword('pässwörd 密码')]
  expect(first).not.toBe(second)
  expect(first).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}$/)
  const scene = new Scene()
  scene.logins.addStored('operator', first)
  await scene.logins.add('operator', 'a second one')
  expect(await scene.check('pässwörd 密码')).toBe('right')
  expect(await scene.check('a second one')).toBe('right')
  expect(await scene.check('pässwörd')).toBe('wrong')
})

it.each(['', 'scrypt::', 'plain', 'scrypt:AAAA:BBBB'])(
  'takes %j for no hash, instead of letting somebody in',
  (stored) => {
    expect(() => new BuiltInLogins(() => 0).addStored('operator', stored)).toThrow('no password hash')
  },
)
