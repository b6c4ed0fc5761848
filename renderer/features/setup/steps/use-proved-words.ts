import { useTranslation } from 'react-i18next'
import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'

/** Says in what the files of a plan were proved; `version` is the program's own name for itself. */
export function useProvedWords() {
  const { t } = useTranslation('setup')
  return ({ platform, cluster }: Pick<SetupPlan, 'platform' | 'cluster'>, version: string): string => {
    if (platform !== 'cluster') return t('proof.proved', { version })
    return cluster === 'bridges' ? t('sites.proved', { version }) : t('cluster.proved', { version })
  }
}
