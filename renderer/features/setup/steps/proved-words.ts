import type { SetupPlan } from '../../../../preload/contract/models/broker/setup.ts'

/** Key of the sentence that says in what the files were proved. */
export function provedWords({ platform, cluster }: Pick<SetupPlan, 'platform' | 'cluster'>) {
  if (platform !== 'cluster') return 'proof.proved'
  return cluster === 'bridges' ? 'sites.proved' : 'cluster.proved'
}
