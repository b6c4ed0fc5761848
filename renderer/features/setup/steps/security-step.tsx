import { Radio, Stack } from '@mantine/core'
import { IconCertificate, IconKey, IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SECURITY_MODES, type SecurityMode } from '../../../../preload/contract/models/broker/connection.ts'
import { StateLine } from '../../../components/state-line.tsx'
import type { Wizard } from '../use-wizard.ts'
import { hasPasswords, isTlsMode, withMode } from '../wizard-state.ts'
import { ChoiceCards } from './choice-cards.tsx'

const ICONS = { anonymous: IconLockOpen, password: IconKey, tls: IconLock, mtls: IconCertificate } as const
const KEY_TYPES = ['ecdsa', 'rsa'] as const

/** Chooses how clients prove themselves, and whether the line is encrypted. */
export function SecurityStep({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const { values, change } = wizard
  const { mode, keyType, platform } = values.plan
  const modes = platform === 'cluster' ? SECURITY_MODES.filter(hasPasswords) : SECURITY_MODES
  return (
    <Stack gap="lg">
      <ChoiceCards<SecurityMode>
        label={t('steps.security')}
        value={mode}
        onChange={(chosen) => change((now) => withMode(now, chosen))}
        choices={modes.map((choice) => {
          const Icon = ICONS[choice]
          return {
            value: choice,
            title: t(`security.${choice}.title`),
            text: t(`security.${choice}.text`),
            icon: <Icon size={22} stroke={1.6} aria-hidden />,
          }
        })}
      />
      {mode === 'anonymous' && <StateLine tone="warn">{t('security.anonymousWarning')}</StateLine>}
      {isTlsMode(mode) && (
        <>
          <StateLine tone="info">{t('security.caNote')}</StateLine>
          <Radio.Group
            label={t('security.keyType')}
            description={t(values.isKept ? 'security.keyTypeKept' : 'security.keyTypeHint')}
            value={keyType}
            onChange={(chosen) => {
              const found = KEY_TYPES.find((known) => known === chosen)
              if (found) change((now) => ({ ...now, plan: { ...now.plan, keyType: found } }))
            }}
          >
            <Stack gap={6} mt={6}>
              <Radio value="ecdsa" label={t('security.ecdsa')} />
              <Radio value="rsa" label={t('security.rsa')} />
            </Stack>
          </Radio.Group>
        </>
      )}
      {platform === 'cluster' && (
        <StateLine tone="info">
          {t(values.plan.cluster === 'bridges' ? 'sites.securityNote' : 'cluster.securityNote')}
        </StateLine>
      )}
      {isTlsMode(mode) && <StateLine tone="info">{t('security.bridgeNote')}</StateLine>}
    </Stack>
  )
}
