import { useTranslation } from 'react-i18next'
import type { AssistantView } from '../../../../preload/contract/models/assistant/assistant.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import type { Mode } from './composer-state.ts'

interface AssistantHost {
  readonly host: string
  /** On this computer: nothing leaves it. */
  readonly isLocal: boolean
}

/** Names the host that requests in words go to. A URL that cannot be read is shown as it is and counts as elsewhere. */
export function assistantHost(baseUrl: string): AssistantHost {
  if (!URL.canParse(baseUrl)) return { host: baseUrl, isLocal: false }
  const { host, hostname } = new URL(baseUrl)
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
  return { host, isLocal }
}

/** Switched on in the settings, and a model that follows rules is there. */
export function canInvestigate({ kind, canInvestigate: isOn, promptProfile }: AssistantView): boolean {
  return kind === 'model' && isOn === true && promptProfile === 'standard'
}

/** Who reads a request, and whether it leaves this computer. */
export function AssistantNote({ mode }: { readonly mode: Mode }) {
  const { t } = useTranslation('console')
  const assistant = useAppState((state) => state.assistant)
  const hasUnaskedReads = useAppState((state) => state.safety.hasUnaskedReads)
  if (mode === 'command') return <span>{t(hasUnaskedReads ? 'note.commandUnasked' : 'note.command')}</span>
  if (assistant.kind === 'phrasebook') return <span>{t('note.phrasebook')}</span>
  const { host, isLocal } = assistantHost(assistant.baseUrl)
  return <span>{t(isLocal ? 'note.local' : 'note.cloud', { model: assistant.model, host })}</span>
}
