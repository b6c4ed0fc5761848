import { Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProbeResult } from '../../../../preload/contract/models/broker/connection.ts'
import classes from './check-panel.module.css'

const ICONS = { proven: IconCircleCheckFilled, granted: IconCircleCheck, denied: IconAlertTriangle } as const

/** Lists what the account may do, role by role, and how sure that is. */
export function ProbeList({ probes }: { readonly probes: readonly ProbeResult[] }) {
  const { t } = useTranslation('connection')
  if (probes.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600} mt="sm" mb={4}>
        {t('probe.title')}
      </Text>
      <ul className={classes.probes} aria-label={t('probe.title')}>
        {probes.map(({ role, outcome, topic }) => {
          const Icon = ICONS[outcome]
          return (
            <li key={role} className={classes.probe} data-outcome={outcome} title={topic}>
              <Icon size={17} aria-hidden />
              <span>{t(`probe.roles.${role}`)}</span>
              <span className={classes.time}>{t(`probe.outcomes.${outcome}`)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
