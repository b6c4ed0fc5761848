import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CommandState, Run } from '../../../../preload/contract/models/commands/command.ts'
import { deviceCount, hasActive, statesOf } from './run-state.ts'

/** Reads out how a run goes: each state of one device, of several only how they ended. */
export function RunAnnouncement({ run }: { readonly run: Run }) {
  const { t } = useTranslation('console')
  const isSilent = deviceCount(run) > 1 && hasActive(run)
  const states = Object.entries(statesOf(run)) as [CommandState, number][]
  const words = states.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${t(`state.${state}.word`)}`)
  return <VisuallyHidden role="status">{isSilent ? '' : `${t('result.label')}: ${words.join(' · ')}`}</VisuallyHidden>
}
