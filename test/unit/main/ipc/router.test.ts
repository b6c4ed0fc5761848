import { describe, expect, it } from 'vitest'
import { createRouter, type Handlers } from '../../../../main/ipc/router.ts'
import { AppError } from '../../../../preload/contract/errors.ts'
import { routes } from '../../../../preload/contract/routes/routes.ts'

const errors: unknown[] = []
const log = { info: () => {}, warn: () => {}, error: (_message: string, error?: unknown) => errors.push(error) }

/** Every handler answers null, but for those given. */
function handlersWith(given: Partial<Handlers>): Handlers {
  const all = Object.fromEntries(Object.keys(routes).map((name) => [name, () => null]))
  return { ...(all as unknown as Handlers), ...given }
}

describe('the request router', () => {
  it.each([['__proto__'], ['constructor'], ['toString'], ['no.such.route'], [42], [undefined]])(
    'refuses a route that does not exist: %s',
    async (name) => {
      const route = createRouter(handlersWith({}), log)
      expect(await route(name, {})).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    },
  )

  it('names the field that is wrong and never calls the handler with it', async () => {
    let isCalled = false
    const route = createRouter(
      handlersWith({
        'devices.get': () => {
          isCalled = true
          throw new Error('called')
        },
      }),
      log,
    )
    const answer = await route('devices.get', { connectionId: 'c', deviceId: '../../etc' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', data: { field: 'deviceId' } } })
    expect(isCalled).toBe(false)
  })

  it('refuses keys that the schema does not know', async () => {
    const route = createRouter(handlersWith({}), log)
    expect(await route('app.bootstrap', { extra: 1 })).toMatchObject({ ok: false })
  })

  it('keeps code and data of an expected error, which Electron would drop', async () => {
    const route = createRouter(
      handlersWith({
        'connection.disconnect': () => {
          throw new AppError('NOT_FOUND', { what: 'profile' })
        },
      }),
      log,
    )
    expect(await route('connection.disconnect', {})).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND', message: 'NOT_FOUND', data: { what: 'profile' } },
    })
  })

  it('tells the window nothing of a bug, and the log everything', async () => {
    const bug = new Error('password=hunter2')
    const route = createRouter(
      handlersWith({
        'audit.verify': () => {
          throw bug
        },
      }),
      log,
    )
    expect(JSON.stringify(await route('audit.verify', {}))).not.toContain('hunter2')
    expect(errors).toContain(bug)
  })
})
