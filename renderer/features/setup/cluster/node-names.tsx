import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../problem-words.tsx'
import { TagField } from '../tag-field.tsx'
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
      <TagField
        label={t('cluster.nodes')}
        description={t('cluster.nodesHint')}
        name="setup-hosts"
        required
        placeholder={t('cluster.nodesPlaceholder')}
        value={hosts}
        onChange={(found) => setPlan({ hosts: found })}
        error={words('hosts')}
        clearLabel={t('names.clear')}
        data-autofocus
      />
      <TagField
        label={t('cluster.balancers')}
        description={t('cluster.balancersHint')}
        name="setup-balancers"
        placeholder={t('cluster.balancersPlaceholder')}
        value={balancers}
        onChange={(found) => setPlan({ balancers: found.map((host) => host.trim()) })}
        error={words('balancers')}
        clearLabel={t('cluster.clearBalancers')}
      />
    </>
  )
}
