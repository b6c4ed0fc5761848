import { ACCOUNTS_INTENTS } from './data/intents-accounts.ts'
import { ARCHIVE_INTENTS } from './data/intents-archives.ts'
import { BOARD_INTENTS } from './data/intents-board.ts'
import { CARE_INTENTS } from './data/intents-care.ts'
import { CHANGES_INTENTS } from './data/intents-changes.ts'
import { CHECKS_INTENTS } from './data/intents-checks.ts'
import { DIAGNOSIS_INTENTS } from './data/intents-diagnosis.ts'
import { FILES_INTENTS } from './data/intents-files.ts'
import { FIXES_INTENTS } from './data/intents-fixes.ts'
import { FOLLOWING_INTENTS } from './data/intents-following.ts'
import { HANDLING_INTENTS } from './data/intents-handling.ts'
import { HARDWARE_INTENTS } from './data/intents-hardware.ts'
import { LINK_INTENTS } from './data/intents-links.ts'
import { MEDIA_INTENTS } from './data/intents-media.ts'
import { MOMENTS_INTENTS } from './data/intents-moments.ts'
import { MOVING_INTENTS } from './data/intents-moving.ts'
import { NARROW_INTENTS } from './data/intents-narrow.ts'
import { NETWORK_INTENTS } from './data/intents-network.ts'
import { OBJECT_INTENTS } from './data/intents-objects.ts'
import { OPERATIONS_INTENTS } from './data/intents-operations.ts'
import { OWN_LOG_INTENTS } from './data/intents-own-logs.ts'
import { PART_INTENTS } from './data/intents-parts.ts'
import { PROCESSES_INTENTS } from './data/intents-processes.ts'
import { PROGRAM_INTENTS } from './data/intents-programs.ts'
import { REACH_INTENTS } from './data/intents-reach.ts'
import { RECORD_INTENTS } from './data/intents-records.ts'
import { SERVICES_INTENTS } from './data/intents-services.ts'
import { SINGLE_INTENTS } from './data/intents-single.ts'
import { SOFTWARE_INTENTS } from './data/intents-software.ts'
import { STORAGE_INTENTS } from './data/intents-storage.ts'
import { SWITCHING_INTENTS } from './data/intents-switching.ts'
import { SYSTEM_INTENTS } from './data/intents-system.ts'
import { THING_INTENTS } from './data/intents-things.ts'
import { UNITS_INTENTS } from './data/intents-units.ts'
import { UPKEEP_INTENTS } from './data/intents-upkeep.ts'
import { USERS_INTENTS } from './data/intents-users.ts'
import { WIFI_INTENTS } from './data/intents-wifi.ts'
import type { Intent, IntentEntry } from './entry-types.ts'

const ENTRIES: readonly IntentEntry[] = [
  ...SYSTEM_INTENTS,
  ...BOARD_INTENTS,
  ...FILES_INTENTS,
  ...PROCESSES_INTENTS,
  ...SERVICES_INTENTS,
  ...NETWORK_INTENTS,
  ...WIFI_INTENTS,
  ...USERS_INTENTS,
  ...HARDWARE_INTENTS,
  ...CHECKS_INTENTS,
  ...CHANGES_INTENTS,
  ...FIXES_INTENTS,
  ...CARE_INTENTS,
  ...UPKEEP_INTENTS,
  ...DIAGNOSIS_INTENTS,
  ...NARROW_INTENTS,
  ...HANDLING_INTENTS,
  ...ACCOUNTS_INTENTS,
  ...SWITCHING_INTENTS,
  ...MEDIA_INTENTS,
  ...SOFTWARE_INTENTS,
  ...UNITS_INTENTS,
  ...OPERATIONS_INTENTS,
  ...MOVING_INTENTS,
  ...ARCHIVE_INTENTS,
  ...STORAGE_INTENTS,
  ...FOLLOWING_INTENTS,
  ...REACH_INTENTS,
  ...LINK_INTENTS,
  ...MOMENTS_INTENTS,
  ...SINGLE_INTENTS,
  ...RECORD_INTENTS,
  ...PART_INTENTS,
  ...PROGRAM_INTENTS,
  ...OWN_LOG_INTENTS,
  ...THING_INTENTS,
  ...OBJECT_INTENTS,
]

export const INTENTS: readonly Intent[] = ENTRIES.map(({ title, explanation, examples, ...entry }) => ({
  expectedClass: 'read',
  timeoutS: null,
  powershell: [],
  ...entry,
  title: { en: title[0], zh: title[1] },
  explanation: { en: explanation[0], zh: explanation[1] },
  examples: { en: [examples[0]].flat(), zh: [examples[1]].flat() },
}))
