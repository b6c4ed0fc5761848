import type { Result } from './errors.ts'
import type { EventName, Events } from './events.ts'
import type { RouteInput, RouteName, RouteOutput } from './routes/routes.ts'

/** The bridge `window.waypost`, the only access of the window to main. */
export interface Bridge {
  request<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<Result<RouteOutput<Name>>>
  /** Returns the function that ends the subscription. */
  subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
}
