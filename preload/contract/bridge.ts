import type { Result } from './errors.ts'
import type { EventName, Events } from './events.ts'
import type { RouteInput, RouteName, RouteOutput } from './routes/routes.ts'

/** All that the window gets of Electron: `window.waypost`. */
export interface Bridge {
  request<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<Result<RouteOutput<Name>>>
  /** Returns the function that ends the subscription. */
  subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
}
