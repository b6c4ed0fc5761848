import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconCpu, IconPlugConnected, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetupReview } from '../../../../preload/contract/models/broker/setup.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useNavigation } from '../../../lib/navigation.tsx'
import { useAction } from '../../../lib/use-action.ts'
import frame from '../setup.module.css'
import type { Wizard } from '../use-wizard.ts'
import classes from './handover.module.css'

/** The operator's own connection, and what goes to each device. */
export function HandoverStep({ wizard }: { readonly wizard: Wizard }) {
  const { platform, cluster = 'nats' } = wizard.values.plan
  const keepsPasswords = platform === 'cluster' && cluster === 'nats'
  return (
    <Stack gap="xl">
      <ProfileSection wizard={wizard} />
      <PeopleSection files={wizard.review?.files ?? []} keepsPasswords={keepsPasswords} />
      <KitSection files={wizard.review?.files ?? []} />
    </Stack>
  )
}

type File = SetupReview['files'][number]

const OPERATORS = 'handover/operators/'
const KITS = 'handover/devices/'
/** The kits of a large fleet are all alike. */
const SHOWN = 60

/** Says where the login of each person is, because nobody can read it from the broker afterwards. */
function PeopleSection({
  files,
  keepsPasswords,
}: {
  readonly files: readonly File[]
  /** The broker keeps the passwords themselves, no hashes. */
  readonly keepsPasswords: boolean
}) {
  const { t } = useTranslation('setup')
  const folders = [...new Set(files.flatMap((file) => /^handover\/operators\/([^/]+)\//.exec(file.path)?.[1] ?? []))]
  if (folders.length === 0) return null
  return (
    <section aria-labelledby="setup-people">
      <h3 id="setup-people" className={frame.subheading}>
        {t('handover.people')}
      </h3>
      <Text size="sm" c="dimmed">
        {t(keepsPasswords ? 'cluster.peopleHint' : 'handover.peopleHint')}
      </Text>
      <ul className={classes.kits} aria-label={t('handover.people')}>
        {folders.map((name) => (
          <li key={name} className={classes.kit}>
            <IconUser size={16} aria-hidden />
            {`${OPERATORS}${name}/`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function KitSection({ files }: { readonly files: readonly File[] }) {
  const { t, i18n } = useTranslation('setup')
  const folders = [...new Set(files.flatMap((file) => /^handover\/devices\/([^/]+)\//.exec(file.path)?.[1] ?? []))]
  const parts = files.filter((file) => file.path.startsWith(`${KITS}${folders[0]}/`))
  return (
    <section aria-labelledby="setup-kits">
      <h3 id="setup-kits" className={frame.subheading}>
        {t('handover.kits')}
      </h3>
      <Text size="sm" c="dimmed">
        {t(folders.length === 0 ? 'handover.noDevices' : 'handover.kitsHint')}
      </Text>
      {folders.length > 0 && (
        <div className={classes.handover}>
          <ul className={classes.kits} aria-label={t('handover.kits')}>
            {folders.slice(0, SHOWN).map((name) => (
              <li key={name} className={classes.kit}>
                <IconCpu size={16} aria-hidden />
                {name}
              </li>
            ))}
            {folders.length > SHOWN && (
              <li className={classes.kit}>{t('handover.more', { count: folders.length - SHOWN })}</li>
            )}
          </ul>
          <dl className={classes.kitFiles}>
            {parts.map((file) => (
              <div key={file.path}>
                <dt>{file.path.split('/').at(-1)}</dt>
                <dd>{localized(file.why, i18n.language)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </section>
  )
}

/** Where people connect to: every node or every haproxy of a cluster, and the centre of bridged sites. */
function addressesOf({ platform, cluster, hosts, balancers = [] }: Wizard['values']['plan']): readonly string[] {
  if (platform !== 'cluster' || cluster === 'bridges') return hosts.slice(0, 1)
  return balancers.length > 0 ? balancers : hosts
}

function ProfileSection({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const { go } = useNavigation()
  const { id, plan, operators } = wizard.values
  const addresses = addressesOf(plan)
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
        {t('handover.profileHint', { address: addresses.map((host) => `${host}:${wizard.values.port}`).join(', ') })}
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
