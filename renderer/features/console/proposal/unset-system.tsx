import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/command.ts'
import { plainNumber } from '../../../components/words/formatters.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './card.module.css'

/** Names no more than these, because a longer list is not read. */
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
  const count = deviceIds.length
  const words = { count, system: t(`devices:system.${system}`) }
  return (
    <span className={classes.unset}>
      {count > NAMED_MAX
        ? t(`warnSystem.${kind}-more`, { ...words, ...namedOf(deviceIds, i18n.language) })
        : t(`warnSystem.${kind}`, { ...words, devices: new Intl.ListFormat(i18n.language).format(deviceIds) })}{' '}
      <Button size="compact-xs" variant="default" loading={set.isRunning} onClick={() => set.run()}>
        {t('runsSystem', words)}
      </Button>
    </span>
  )
}

/** Names the first three with the number of the others and of all, because languages count one or the other. */
function namedOf([first, second, third, ...others]: readonly string[], language: string) {
  const count = others.length
  const total = plainNumber(count + NAMED_MAX, language)
  return { first, second, third, count, more: plainNumber(count, language), total }
}
