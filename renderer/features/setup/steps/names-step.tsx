import { Button, Checkbox, NumberInput, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateLine } from '../../../components/state-line.tsx'
import { LoopCheck } from '../cluster/loop-check.tsx'
import { NodeNames } from '../cluster/node-names.tsx'
import { SiteNames } from '../cluster/site-names.tsx'
import { useProblemWords } from '../problem-words.tsx'
import classes from '../setup.module.css'
import { TagField } from '../tag-field.tsx'
import type { Wizard } from '../use-wizard.ts'
import { isTlsMode } from '../wizard-state.ts'

interface NamesStepProps {
  readonly wizard: Wizard
  /** Names and addresses of this computer. */
  readonly localHosts: readonly string[]
}

/** Under which names clients reach the broker, and on which port. */
export function NamesStep({ wizard, localHosts }: NamesStepProps) {
  const { t } = useTranslation('setup')
  const { values, change } = wizard
  const words = useProblemWords(wizard.problems)
  const { hosts, mode, isLoopbackOnly, platform } = values.plan
  const isCluster = platform === 'cluster'
  const setPlan = (plan: Partial<typeof values.plan>) => change((now) => ({ ...now, plan: { ...now.plan, ...plan } }))
  const offered = localHosts.filter((host) => !hosts.includes(host))
  return (
    <Stack gap="lg">
      {isCluster && <ClusterNames wizard={wizard} />}
      {!isCluster && (
        <div>
          <TagField
            label={t('names.hosts')}
            description={t(isTlsMode(mode) ? 'names.hostsHintTls' : 'names.hostsHint')}
            name="setup-hosts"
            required
            placeholder={t('names.hostsPlaceholder')}
            value={hosts}
            onChange={(found) => setPlan({ hosts: found })}
            error={words('hosts')}
            clearLabel={t('names.clear')}
            data-autofocus
          />
          {offered.length > 0 && (
            <div className={classes.offers}>
              <Text size="xs" c="dimmed">
                {t('names.thisComputer')}
              </Text>
              {offered.map((host) => (
                <Button
                  key={host}
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconPlus size={12} aria-hidden />}
                  onClick={() => setPlan({ hosts: [...hosts, host] })}
                >
                  {host}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
      <NumberInput
        label={t('names.port')}
        description={t(isTlsMode(mode) ? 'names.portHintTls' : 'names.portHint')}
        name="setup-port"
        required
        min={1}
        max={65_535}
        clampBehavior="none"
        allowDecimal={false}
        hideControls
        maw="24rem"
        value={values.port}
        onChange={(port) => change((now) => ({ ...now, port }))}
        error={words('port')}
      />
      {isCluster ? (
        <StateLine tone="info">{t(`cluster.ports.${values.plan.cluster ?? 'nats'}`)}</StateLine>
      ) : (
        <Checkbox
          label={t('names.loopback')}
          description={t('names.loopbackHint')}
          error={words('isLoopbackOnly')}
          checked={isLoopbackOnly}
          onChange={(event) => setPlan({ isLoopbackOnly: event.currentTarget.checked })}
        />
      )}
      {isCluster && values.plan.cluster === 'bridges' && <LoopCheck wizard={wizard} />}
    </Stack>
  )
}

/** A cluster on one computer would go with it, so that no name of this one is offered. */
function ClusterNames({ wizard }: { readonly wizard: Wizard }) {
  return wizard.values.plan.cluster === 'bridges' ? <SiteNames wizard={wizard} /> : <NodeNames wizard={wizard} />
}
