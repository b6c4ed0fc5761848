import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/commands/command.ts'
import type { DeviceSystem } from '../../../../preload/contract/models/safety/safety.ts'
import { listWords, plainNumber } from '../../../components/words/formatters.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './card.module.css'

/** Names no more than these, because a longer list is not read. */
const NAMED_MAX = 3

interface UnsetSystemProps {
  readonly proposal: Pick<Proposal, 'connectionId' | 'system'>
  readonly kind: 'system-announced' | 'system-assumed'
  readonly deviceIds: readonly string[]
  /** System that these devices are taken for, where it is not the first of the proposal. */
  readonly system?: DeviceSystem | undefined
  /** Has the command judged again. */
  readonly onSet: () => Promise<void>
}

/** Names the devices whose system nobody set, with one click that sets it. */
export function UnsetSystem({ proposal, kind, deviceIds, system = proposal.system, onSet }: UnsetSystemProps) {
  const { t, i18n } = useTranslation(['console', 'devices'])
  const { connectionId } = proposal
  const { language } = i18n
  const set = useAction(async () => {
    await request('devices.setSystem', { connectionId, deviceIds: [...deviceIds], system })
    await onSet()
  })
  const count = deviceIds.length
  const systemName = t(`devices:system.${system}`)
  const [first, second, third] = deviceIds
  return (
    <span className={classes.unset}>
      {count > NAMED_MAX
        ? t(`warnSystems.${kind}`, { first, second, third, total: plainNumber(count, language), system: systemName })
        : t(`warnSystem.${kind}`, {
            count,
            devices: listWords(deviceIds, language),
            system: systemName,
          })}{' '}
      <Button size="compact-xs" variant="default" loading={set.isRunning} onClick={() => set.run()}>
        {t('runsSystem', { count, system: systemName })}
      </Button>
    </span>
  )
}
