import type { z } from 'zod'
import type { Route } from '../route.ts'
import { accountsRoutes } from './accounts.ts'
import { alertsRoutes } from './alerts.ts'
import { appRoutes } from './app.ts'
import { assistRoutes } from './assist.ts'
import { assistantRoutes } from './assistant.ts'
import { brokerRoutes } from './broker.ts'
import { brokerLogRoutes } from './broker-log.ts'
import { connectionRoutes } from './connection.ts'
import { consoleRoutes } from './console.ts'
import { deliveryRoutes } from './delivery.ts'
import { desktopRoutes } from './desktop.ts'
import { devicesRoutes } from './devices.ts'
import { foldingRoutes } from './folding.ts'
import { guideRoutes } from './guide.ts'
import { historyRoutes } from './history.ts'
import { joiningRoutes } from './joining.ts'
import { phrasebookRoutes } from './phrasebook.ts'
import { rolloutRoutes } from './rollout.ts'
import { safetyRoutes } from './safety.ts'
import { setupRoutes } from './setup.ts'
import { signingRoutes } from './signing.ts'

/** All requests of the window. Main has exactly one handler for each. */
export const routes = {
  ...appRoutes,
  ...assistantRoutes,
  ...brokerRoutes,
  ...connectionRoutes,
  ...consoleRoutes,
  ...devicesRoutes,
  ...safetyRoutes,
  ...setupRoutes,
  ...assistRoutes,
  ...alertsRoutes,
  ...phrasebookRoutes,
  ...foldingRoutes,
  ...signingRoutes,
  ...historyRoutes,
  ...rolloutRoutes,
  ...brokerLogRoutes,
  ...guideRoutes,
  ...deliveryRoutes,
  ...desktopRoutes,
  ...joiningRoutes,
  ...accountsRoutes,
}

type Routes = typeof routes
export type RouteName = keyof Routes
/** Input from the window. */
export type RouteInput<Name extends RouteName> = z.input<Routes[Name]['input']>
/** Parsed input of the handler. */
export type ParsedInput<Name extends RouteName> = z.output<Routes[Name]['input']>
export type RouteOutput<Name extends RouteName> = Routes[Name] extends Route<z.ZodType, infer Output> ? Output : never
