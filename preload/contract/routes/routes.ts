import type { z } from 'zod'
import type { Route } from '../route.ts'
import { appRoutes } from './app/app.ts'
import { deliveryRoutes } from './app/delivery.ts'
import { desktopRoutes } from './app/desktop.ts'
import { guideRoutes } from './app/guide.ts'
import { assistRoutes } from './assistant/assist.ts'
import { assistantRoutes } from './assistant/assistant.ts'
import { phrasebookRoutes } from './assistant/phrasebook.ts'
import { accountsRoutes } from './broker/accounts.ts'
import { brokerRoutes } from './broker/broker.ts'
import { brokerLogRoutes } from './broker/broker-log.ts'
import { connectionRoutes } from './broker/connection.ts'
import { setupRoutes } from './broker/setup.ts'
import { consoleRoutes } from './commands/console.ts'
import { foldingRoutes } from './commands/folding.ts'
import { historyRoutes } from './commands/history.ts'
import { rolloutRoutes } from './commands/rollout.ts'
import { alertsRoutes } from './devices/alerts.ts'
import { devicesRoutes } from './devices/devices.ts'
import { joiningRoutes } from './devices/joining.ts'
import { safetyRoutes } from './safety/safety.ts'
import { signingRoutes } from './safety/signing.ts'

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
