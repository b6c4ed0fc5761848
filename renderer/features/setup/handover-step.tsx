import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconCpu, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetupReview } from '../../../preload/contract/models/setup.ts'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { localized } from '../../lib/i18n/i18n.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { useAction } from '../../lib/use-action.ts'
import classes from './proof.module.css'
import frame from './setup.module.css'
import type { Wizard } from './use-wizard.ts'

/** What goes to each device, and the operator's own connection. */
export function HandoverStep({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const files = wizard.review?.files ?? []
  const kits = kitsOf(files)
  return (
    <Stack gap="lg">
      <section aria-labelledby="setup-kits">
        <h3 id="setup-kits" className={frame.subheading}>
          {t('handover.kits')}
        </h3>
        <Text size="sm" c="dimmed">
          {t(kits.length === 0 ? 'handover.noDevices' : 'handover.kitsHint')}
        </Text>
        <ul className={classes.kits}>
          {kits.slice(0, SHOWN).map(([name, parts]) => (
            <Kit key={name} name={name} parts={parts} />
          ))}
        </ul>
        {kits.length > SHOWN && (
          <Text size="sm" c="dimmed">
            {t('handover.more', { count: kits.length - SHOWN })}
          </Text>
        )}
      </section>
      <ProfileSection wizard={wizard} />
    </Stack>
  )
}

/** The kits of a large fleet are all alike. */
const SHOWN = 50

type File = SetupReview['files'][number]

function kitsOf(files: readonly File[]): (readonly [string, readonly File[]])[] {
  const kits = new Map<string, File[]>()
  for (const file of files) {
    const [, name] = /^handover\/devices\/([^/]+)\//.exec(file.path) ?? []
    if (name !== undefined) kits.set(name, [...(kits.get(name) ?? []), file])
  }
  return [...kits]
}

function Kit({ name, parts }: { readonly name: string; readonly parts: readonly File[] }) {
  const { i18n } = useTranslation('setup')
  return (
    <li className={classes.kit}>
      <div className={classes.kitName}>
        <IconCpu size={16} aria-hidden />
        {name}
      </div>
      <dl className={classes.kitFiles}>
        {parts.map((file) => (
          <div key={file.path}>
            <dt>{file.path.split('/').at(-1)}</dt>
            <dd>{localized(file.why, i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function ProfileSection({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const { go } = useNavigation()
  const { id, plan, operators } = wizard.values
  const [operator, setOperator] = useState(operators[0]?.name ?? '')
  const [isMade, setIsMade] = useState(false)
  const make = useAction(async (andConnect: boolean) => {
    const chosen = plan.mode === 'anonymous' ? null : operator
    const { profileId } = await request('setup.createProfile', { id, operator: chosen })
    setIsMade(true)
    if (!andConnect) return
    await request('connection.connect', { profileId })
    go('console')
  })
  return (
    <section aria-labelledby="setup-profile">
      <h3 id="setup-profile" className={frame.subheading}>
        {t('handover.profile')}
      </h3>
      <Text size="sm" c="dimmed">
        {t('handover.profileHint', { address: `${plan.hosts[0] ?? ''}:${wizard.values.port}` })}
      </Text>
      {plan.mode !== 'anonymous' && operators.length > 1 && (
        <NativeSelect
          mt="sm"
          maw="20rem"
          label={t('handover.operator')}
          name="setup-profile-operator"
          value={operator}
          onChange={(event) => setOperator(event.currentTarget.value)}
          data={operators.map(({ name }) => name)}
        />
      )}
      <Group gap="xs" mt="sm">
        <Button
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={make.isRunning}
          disabled={isMade}
          onClick={() => make.run(true)}
        >
          {t('handover.connect')}
        </Button>
        <Button variant="default" disabled={isMade || make.isRunning} onClick={() => make.run(false)}>
          {t('handover.create')}
        </Button>
      </Group>
      <div role="status">{isMade && <StateLine tone="ok">{t('handover.made')}</StateLine>}</div>
    </section>
  )
}
