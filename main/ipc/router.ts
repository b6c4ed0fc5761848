import { AppError, type Result } from '../../preload/contract/errors.ts'
import { type ParsedInput, type RouteName, type RouteOutput, routes } from '../../preload/contract/routes/routes.ts'
import type { Log } from '../shared/log.ts'

type Handler<Name extends RouteName> = (input: ParsedInput<Name>) => RouteOutput<Name> | Promise<RouteOutput<Name>>

/** One handler a route: a missing or an extra one does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> }

/** The handlers of one group of routes. */
export type HandlersOf<Group> = Pick<Handlers, Extract<keyof Group, RouteName>>

/** Parses, handles and answers as data; what is no `AppError` is a bug: logged whole, answered as `INTERNAL`. */
export function createRouter(handlers: Handlers, log: Log) {
  return async (name: unknown, input: unknown): Promise<Result<unknown>> => {
    try {
      return { ok: true, value: await handle(handlers, name, input) }
    } catch (error) {
      if (error instanceof AppError) {
        log.info('request refused', { route: String(name), code: error.code })
        return { ok: false, error: { code: error.code, message: error.code, data: error.data } }
      }
      log.error(`request failed: ${String(name)}`, error)
      return { ok: false, error: { code: 'INTERNAL', message: 'INTERNAL', data: {} } }
    }
  }
}

async function handle(handlers: Handlers, name: unknown, input: unknown): Promise<unknown> {
  if (typeof name !== 'string' || !Object.hasOwn(routes, name)) throw new AppError('INVALID_INPUT', { field: 'route' })
  const route = name as RouteName
  const parsed = routes[route].input.safeParse(input)
  if (!parsed.success) {
    throw new AppError('INVALID_INPUT', { route, field: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  // The pairing of a route with its own input is proven by `Handlers`, which indexing by a union cannot express.
  const handler = handlers[route] as (input: unknown) => unknown
  return handler(parsed.data)
}
