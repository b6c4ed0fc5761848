import { IconCircleDashed } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Proposal } from '../../../../preload/contract/models/commands/command.ts'
import { StateBadge } from '../../../components/badges/state-badge.tsx'
import { ToneBadge } from '../../../components/badges/tone-badge.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './card.module.css'
import type { DraftJudgement } from './proposal-draft.ts'
import { ProposalSourceText } from './proposal-source.tsx'

interface ProposalHeadProps {
  readonly proposal: Proposal
  readonly judgement: DraftJudgement
  readonly isTextChanged: boolean
}

/** The class of exactly the text below and why; while that is not judged, no class at all, in the same room. */
export function ProposalHead({ proposal, judgement, isTextChanged }: ProposalHeadProps) {
  const { t, i18n } = useTranslation('console')
  const judged = typeof judgement === 'string' ? null : judgement.classification
  const reasons = judged === null ? [] : [...new Set(judged.reasons.map((reason) => localized(reason, i18n.language)))]
  return (
    <>
      <header className={classes.head}>
        {judged === null ? (
          <ToneBadge tone="muted" icon={<IconCircleDashed size={14} aria-hidden />} isFilled>
            {t(judgement === 'judging' ? 'proposal.judging' : 'proposal.unjudged')}
          </ToneBadge>
        ) : (
          <>
            <StateBadge kind="class" state={judged.class} />
            <span className={classes.meaning}>{t(`class.${judged.class}.text`)}</span>
          </>
        )}
        <span className={classes.origin}>
          <ProposalSourceText proposal={isTextChanged ? { ...proposal, isEdited: true } : proposal} />
        </span>
      </header>
      <ul className={classes.reasons} data-empty={judged === null || undefined}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  )
}
