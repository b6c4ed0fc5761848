import { Radio, Stack, TextInput } from '@mantine/core'
import { IconBox, IconBrandDebian, IconBrandWindows, IconDeviceLaptop, IconServer2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  SETUP_PLATFORMS,
  SETUP_VERSIONS,
  type SetupPlatform,
} from '../../../../preload/contract/models/broker/setup.ts'
import { ClusterChoice } from '../cluster/cluster-choice.tsx'
import { useProblemWords } from '../problem-words.tsx'
import type { Wizard } from '../use-wizard.ts'
import { withPlatform } from '../wizard-state.ts'
import { ChoiceCards } from './choice-cards.tsx'

const ICONS = {
  debian: IconBrandDebian,
  windows: IconBrandWindows,
  docker: IconBox,
  cluster: IconServer2,
  builtin: IconDeviceLaptop,
} as const

/** Chooses where the broker will run. */
export function PlatformStep({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const { values, change } = wizard
  const words = useProblemWords(wizard.problems)
  const setPlan = (plan: Partial<typeof values.plan>) => change((now) => ({ ...now, plan: { ...now.plan, ...plan } }))
  return (
    <Stack gap="lg">
      <TextInput
        label={t('platform.name')}
        description={t('platform.nameHint')}
        name="setup-name"
        required
        maxLength={60}
        value={values.plan.name}
        onChange={(event) => setPlan({ name: event.currentTarget.value })}
        error={words('name')}
        data-autofocus
      />
      <ChoiceCards<SetupPlatform>
        label={t('steps.platform')}
        value={values.plan.platform}
        onChange={(platform) => change((now) => withPlatform(now, platform))}
        choices={SETUP_PLATFORMS.map((platform) => {
          const Icon = ICONS[platform]
          return {
            value: platform,
            title: t(`platform.${platform}.title`),
            text: t(`platform.${platform}.text`),
            icon: <Icon size={22} stroke={1.6} aria-hidden />,
          }
        })}
      />
      {values.plan.platform === 'cluster' && <ClusterChoice wizard={wizard} />}
      {values.plan.platform !== 'builtin' && values.plan.platform !== 'cluster' && (
        <Radio.Group
          label={t('platform.version')}
          description={t('platform.versionHint')}
          value={values.plan.version}
          onChange={(chosen) => {
            const version = SETUP_VERSIONS.find((known) => known === chosen)
            if (version) setPlan({ version })
          }}
        >
          <Stack gap={6} mt={6}>
            {SETUP_VERSIONS.map((version) => (
              <Radio key={version} value={version} label={`Mosquitto ${version}`} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  )
}
