import { useTranslation } from 'react-i18next'
import { useAppState } from '../../../../lib/app-state.tsx'
import type { Mode } from '../../composer/composer-state.ts'
import { assistantHost } from './assistant-host.ts'

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
