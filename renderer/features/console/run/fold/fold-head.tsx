import { Progress, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FoldCounts, FoldKind } from '../../../../../preload/contract/models/commands/folding.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import classes from './fold.module.css'
import { answeredCount, COMPARED_KINDS, headParts } from './fold-state.ts'

interface FoldHeadProps {
  readonly counts: FoldCounts
  /** Several commands were answered: how many devices did is said first, because their answers are not alike. */
  readonly hasSeveralCommands?: boolean
  /** Kind that alone is shown; null shows all. */
  readonly kind: FoldKind | null
  readonly onKind: (kind: FoldKind | null) => void
}

/** Counts the devices of a run by what became of them, each count a filter; while it runs, how far it is. */
export function FoldHead({ counts, hasSeveralCommands = false, kind, onKind }: FoldHeadProps) {
  const { t, i18n } = useTranslation('fold')
  const ended = counts.devices - counts.waiting
  const number = (value: number) => plainNumber(value, i18n.language)
  const parts = headParts(counts).filter((part) => !hasSeveralCommands || !COMPARED_KINDS.has(part.kind))
  return (
    <div className={classes.head}>
      {hasSeveralCommands && (
        <strong className={classes.answered}>
          {t('answered', { answered: number(answeredCount(counts)), all: number(counts.devices) })}
        </strong>
      )}
      <fieldset className={classes.counts} aria-label={t('counts')}>
        {parts.map((part) => (
          <UnstyledButton
            key={part.kind}
            className={classes.count}
            data-kind={part.kind}
            aria-pressed={part.kind === kind}
            title={t('filterHint')}
            onClick={() => onKind(part.kind === kind ? null : part.kind)}
          >
            {t(`count.${part.kind}`, { number: number(part.count) })}
          </UnstyledButton>
        ))}
      </fieldset>
      {counts.waiting > 0 && (
        <>
          {!hasSeveralCommands && (
            <span className={classes.progressText}>
              {t('progress', { ended: number(ended), all: number(counts.devices) })}
            </span>
          )}
          <Progress
            className={classes.progress ?? ''}
            size="xs"
            value={(100 * ended) / counts.devices}
            aria-label={t('progressLabel')}
          />
        </>
      )}
    </div>
  )
}
