import type { MessageStore } from '../../delivery/kept-messages.ts'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from './json-file.ts'
import { isMessageFile, messagesIn, NO_MESSAGES } from './message-store.ts'

/** `messages.json` of the data folder: messages about alerts that are not out, by way. An entry of another shape is left out. */
export function openMessageFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): MessageStore {
  return messagesIn(openJsonFile(folder, 'messages', { defaults: NO_MESSAGES, isValid: isMessageFile }, env))
}
