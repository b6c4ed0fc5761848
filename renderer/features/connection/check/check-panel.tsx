import { Skeleton, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionTest } from '../../../../preload/contract/models/broker/connection.ts'
import { CheckSteps } from '../../../components/check-steps/check-steps.tsx'
import { HintText } from '../../../components/words/hint-text.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { AddressList } from './address-list.tsx'
import classes from './check-panel.module.css'
import { FailureDetails } from './failure-details.tsx'
import { ProbeList } from './probe-list.tsx'

interface TestPanelProps {
  readonly test: ConnectionTest
  readonly address: string
  /** Without frame and limit of height, inside a page of its own. */
  readonly isInline?: boolean
  /** Fixes for a failure, one click each. */
  readonly children?: ReactNode
}

/** The stages of a connection test as they happen, what the account may do, and for a failure cause, fix and report. */
export function TestPanel({ test, address, isInline = false, children }: TestPanelProps) {
  const { t, i18n } = useTranslation('connection')
  const { failure } = test
  return (
    <section
      className={isInline ? classes.inline : classes.panel}
      aria-label={t('test.title')}
      aria-busy={!test.isDone}
    >
      {test.stages.length === 0 && !test.isDone && <Skeleton h={20} w={180} />}
      <CheckSteps
        isDense
        steps={test.stages.map(({ name, state, ms }) => ({
          id: name,
          name: t(`test.stages.${name}`),
          state,
          stateWord: t(`test.states.${state}`),
          ms,
        }))}
      />
      <div role="status">
        {test.isDone && !failure && (
          <div className={classes.verdict} data-tone="ok">
            <IconCircleCheck size={17} aria-hidden />
            {t('test.passed')}
          </div>
        )}
        {test.isDone && !failure && <TestFacts test={test} />}
        {failure && (
          <>
            <div ref={toView} className={classes.verdict} data-tone="bad">
              <IconAlertTriangle size={17} aria-hidden />
              {localized(failure.message, i18n.language)}
            </div>
            <Text size="sm" component="div">
              <HintText text={localized(failure.fix, i18n.language)} />
            </Text>
          </>
        )}
      </div>
      {children}
      <AddressList addresses={test.addresses} />
      <ProbeList probes={test.probes} />
      {test.notes.map((note) => (
        <div key={note.en} className={classes.note}>
          <IconInfoCircle size={16} aria-hidden />
          {localized(note, i18n.language)}
        </div>
      ))}
      {failure && <FailureDetails failure={failure} address={address} stages={test.stages} />}
    </section>
  )
}

/** Brings the cause of a failure into sight in a low window. */
function toView(verdict: HTMLElement | null): void {
  verdict?.scrollIntoView({ block: 'nearest' })
}

function TestFacts({ test }: { readonly test: ConnectionTest }) {
  const { t } = useTranslation('connection')
  const format = useFormat()
  const facts = [
    test.protocol,
    test.brokerVersion ?? t('test.versionUnknown'),
    test.roundTripMs === null ? null : t('test.roundTrip', { time: format.ms(test.roundTripMs) }),
  ]
  return <Text size="sm">{facts.filter((fact) => fact !== null).join(' · ')}</Text>
}
