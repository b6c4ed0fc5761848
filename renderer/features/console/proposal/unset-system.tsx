import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { plainNumber } from '../../../components/words/formatters.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './card.module.css'

/** More than these are a number, not a list. */
const NAMED_MAX = 3

interface UnsetSystemProps {
  readonly proposal: Pick<Proposal, 'connectionId' | 'system'>
  readonly kind: 'system-announced' | 'system-assumed'
  readonly deviceIds: readonly string[]
  /** Has the command judged again. */
  readonly onSet: () => Promise<void>
}

/** Names the devices whose system nobody set, with one click that sets it. */
export function UnsetSystem({ proposal, kind, deviceIds, onSet }: UnsetSystemProps) {
  const { t, i18n } = useTranslation(['console', 'devices'])
  const { connectionId, system } = proposal
  const set = useAction(async () => {
    await request('devices.setSystem', { connectionId, deviceIds: [...deviceIds], system })
    await onSet()
  })
  const more = deviceIds.length - NAMED_MAX
  const named = deviceIds.slice(0, NAMED_MAX)
  const rest = more > 0 ? [t('moreDevices', { count: more, number: plainNumber(more, i18n.language) })] : []
  const devices = new Intl.ListFormat(i18n.language).format([...named, ...rest])
  const words = { count: deviceIds.length, devices, system: t(`devices:system.${system}`) }
  return (
    <span className={classes.unset}>
      {t(`warnSystem.${kind}`, words)}{' '}
      <Button size="compact-xs" variant="default" loading={set.isRunning} onClick={() => set.run()}>
        {t('runsSystem', words)}
      </Button>
    </span>
  )
}
