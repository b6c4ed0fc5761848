import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../problem-words.tsx'
import type { Wizard } from '../use-wizard.ts'

/** The nodes of a cluster, and haproxy before them where it is wanted. */
export function NodeNames({ wizard }: { readonly wizard: Wizard }) {
  const { t } = useTranslation('setup')
  const words = useProblemWords(wizard.problems)
  const { hosts, balancers = [] } = wizard.values.plan
  const setPlan = (plan: Partial<typeof wizard.values.plan>) =>
    wizard.change((now) => ({ ...now, plan: { ...now.plan, ...plan } }))
  return (
    <>
      <TagsInput
        label={t('cluster.nodes')}
        description={t('cluster.nodesHint')}
        name="setup-hosts"
        required
        placeholder={hosts.length === 0 ? t('cluster.nodesPlaceholder') : ''}
        splitChars={[',', ';']}
        value={[...hosts]}
        onChange={(found) => setPlan({ hosts: found })}
        error={words('hosts')}
        spellCheck={false}
        clearable
        clearButtonProps={{ 'aria-label': t('names.clear') }}
        data-autofocus
      />
      <TagsInput
        label={t('cluster.balancers')}
        description={t('cluster.balancersHint')}
        name="setup-balancers"
        placeholder={balancers.length === 0 ? t('cluster.balancersPlaceholder') : ''}
        splitChars={[',', ';']}
        value={[...balancers]}
        onChange={(found) => setPlan({ balancers: found.map((host) => host.trim()) })}
        error={words('balancers')}
        spellCheck={false}
        clearable
        clearButtonProps={{ 'aria-label': t('cluster.clearBalancers') }}
      />
    </>
  )
}
