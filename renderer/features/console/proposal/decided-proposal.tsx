import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Proposal, Run, TurnDecision } from '../../../../preload/contract/models/commands/command.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { clockWords } from '../../../components/words/time-words.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import classes from './card.module.css'
import { ExplainButton } from './explain-button.tsx'
import { ProposalSourceText } from './proposal-source.tsx'
import { regionName } from './region-name.ts'

const SHORT_CHARS = 120

interface DecidedProposalProps {
  readonly proposal: Proposal
  /** The operator's own text. */
  readonly request: string
  readonly decision: Exclude<TurnDecision, 'open'>
  readonly run: Run | null
  readonly actions: ConsoleActions
}

/** A proposal after its decision: what it was, and what became of it. */
export function DecidedProposal({ proposal, request, decision, run, actions }: DecidedProposalProps) {
  const { t, i18n } = useTranslation('console')
  const format = useFormat()
  const again = useAction(() => {
    const { turnId, deviceIds, command, timeoutS } = proposal
    return actions.type(deviceIds, command, timeoutS, { kind: 'turn', turnId })
  })
  const time = run ? clockWords(run.approvedAt, Date.now(), i18n.language) : ''
  const command = run?.command ?? proposal.command
  // A typed command stands in the head of its exchange; a long one is cut there and shown whole here.
  const isSaidAbove =
    decision === 'approved' && command === request && command.length <= SHORT_CHARS && !command.includes('\n')
  return (
    <section
      className={classes.decided}
      aria-label={regionName(t('proposal.label'), command, run ? format.dateTime(run.approvedAt) : '')}
    >
      <header className={classes.head}>
        <StateBadge kind="class" state={proposal.classification.class} />
        <ProposalSourceText proposal={proposal} />
        <span className={classes.decision}>
          {decision === 'approved' && run
            ? t(`basis.${run.basis ?? 'unknown'}`, { name: run.approvedBy, time })
            : t(`decision.${decision}`)}
        </span>
      </header>
      {!isSaidAbove && (
        <pre className={classes.command} data-void={decision !== 'approved' || undefined}>
          {command}
        </pre>
      )}
      {proposal.explanation && <p className={classes.explanation}>{localized(proposal.explanation, i18n.language)}</p>}
      <div className={classes.foot}>
        {decision !== 'approved' && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRefresh size={13} aria-hidden />}
            loading={again.isRunning}
            onClick={() => again.run()}
          >
            {t('proposal.again')}
          </Button>
        )}
        <ExplainButton turnId={proposal.turnId} size="compact-xs" actions={actions} />
      </div>
    </section>
  )
}
