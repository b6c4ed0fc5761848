import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../problem-words.tsx'
import { TagField } from '../tag-field.tsx'
import type { Wizard } from '../use-wizard.ts'
import { withHosts } from '../wizard-state.ts'

/** The centre and the sites that are bridged to it. */
export function SiteNames({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const words = useProblemWords(wizard.problems)
  const [centre = '', ...sites] = wizard.values.plan.hosts
  const setHosts = (hosts: readonly string[]) => wizard.change((now) => withHosts(now, hosts))
  const ofCentre = wizard.problems.some(({ field, item }) => field === 'hosts' && item === centre)
  return (
    <>
      <TextInput
        label={t('sites.centre')}
        description={t('sites.centreHint')}
        name="setup-centre"
        required
        spellCheck={false}
        autoCapitalize="none"
        placeholder={t('sites.centrePlaceholder')}
        value={centre}
        onChange={(event) => setHosts([event.currentTarget.value, ...sites])}
        error={ofCentre ? words('hosts', centre) : undefined}
        data-autofocus
      />
      <TagField
        label={t('sites.sites')}
        description={t('sites.sitesHint')}
        name="setup-sites"
        required
        placeholder={t('sites.sitesPlaceholder')}
        value={sites}
        onChange={(found) => setHosts([centre, ...found])}
        error={ofCentre ? undefined : words('hosts')}
        clearLabel={t('names.clear')}
      />
    </>
  )
}
