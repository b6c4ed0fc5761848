import type { Language } from '../../preload/contract/models/app/settings.ts'
import type { EmitEvent } from '../ipc/emit-event.ts'
import type { Clock } from '../shared/clock.ts'
import type { Timers } from '../shared/timers.ts'
import type { Announcer } from './announcements.ts'

/** Gives every part of the composition what comes from outside. */
export interface Environment {
  readonly userData: string
  /** Path of the classifier's thread. */
  readonly classifierWorker: string
  /** Path of the thread that masks answers. */
  readonly maskWorker: string
  /** Path of the thread that explains logs. */
  readonly logWorker: string
  /** Folder of the agent that comes with the app. */
  readonly agentFolder: string
  readonly systemLanguage: Language
  readonly isVerbose: boolean
  readonly emit: EmitEvent
  readonly announcer: Announcer
  readonly now: Clock
  readonly timers: Timers
}
