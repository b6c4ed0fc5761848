import type { Bridge } from '../../../../preload/contract/bridge.ts'
import { AppError, type Result } from '../../../../preload/contract/errors.ts'
import type { EventName, Events } from '../../../../preload/contract/events.ts'
import type { RouteInput, RouteName, RouteOutput } from '../../../../preload/contract/routes/routes.ts'

/** What main answers, by route. An answer that throws `AppError` is a refusal. */
export type Answers = {
  readonly [Name in RouteName]?: (input: RouteInput<Name>) => RouteOutput<Name> | Promise<RouteOutput<Name>>
}

/** Stands for main on the other side of `window.waypost`. A route without an answer never answers. */
export class FakeBridge implements Bridge {
  /** Routes that were asked, in order. */
  readonly asked: { readonly name: RouteName; readonly input: unknown }[] = []
  readonly #answers: Answers
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>()

  constructor(answers: Answers) {
    this.#answers = answers
  }

  async request<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<Result<RouteOutput<Name>>> {
    this.asked.push({ name, input })
    const answer = this.#answers[name]
    if (answer === undefined) return new Promise(() => undefined)
    try {
      return { ok: true, value: await answer(input) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { ok: false, error: { code: error.code, message: error.message, data: error.data } }
    }
  }

  subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Sends an event as main does. */
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (payload: Events[Name]) => void)(payload)
  }
}

/** Refuses a request the way main does when something went wrong in itself. */
export function refuse(): never {
  throw new AppError('INTERNAL', {})
}
