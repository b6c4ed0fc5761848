import { NumberInput, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { mayKeepCommands } from '../../../../preload/contract/models/broker/connection.ts'
import { plainNumber } from '../../../components/words/formatters.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { MoreDevices } from '../composer/more-devices.tsx'
import card from '../proposal/card.module.css'
import classes from './rollout.module.css'
import type { RunChoiceState } from './use-run-choice.ts'

const SHOWN_MAX = 3
const WAIT_MAX_H = 24

interface AbsentFieldsProps {
  readonly connectionId: string
  readonly state: RunChoiceState
}

/** Sets devices that are away apart, and asks what becomes of them before anything is approved. */
export function AbsentFields({ connectionId, state }: AbsentFieldsProps) {
  const { t, i18n } = useTranslation('rollout')
  const id = useId()
  const { absent, mode, modes } = state
  const isKept = useAppState(({ connection }) => mayKeepCommands(connection))
  if (absent.length === 0) return null
  const count = absent.length
  return (
    <section className={classes.absent} aria-labelledby={id}>
      <div className={classes.line}>
        <span id={id} className={card.factName}>
          {t('absent.label', { count, number: plainNumber(count, i18n.language) })}
        </span>
        <span className={card.device}>{absent.slice(0, SHOWN_MAX).join(', ')}</span>
        <MoreDevices connectionId={connectionId} deviceIds={absent} shown={SHOWN_MAX} />
      </div>
      <div className={classes.line}>
        <SegmentedControl
          size="xs"
          aria-label={t('absent.choice')}
          value={mode}
          onChange={(value) => state.setMode(modes.find((known) => known === value) ?? mode)}
          data={modes.map((value) => ({ value, label: t(`absent.modes.${value}`) }))}
        />
        {mode === 'wait' && (
          <NumberInput
            size="xs"
            w={110}
            aria-label={t('absent.hours')}
            prefix={t('absent.atMost')}
            suffix={t('absent.hoursSuffix')}
            min={1}
            max={WAIT_MAX_H}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            value={state.waitH}
            onChange={(next) => state.setWaitH(Math.min(WAIT_MAX_H, Math.max(1, Number(next) || 1)))}
          />
        )}
      </div>
      <p className={classes.summary}>{t(`absent.hints.${mode === 'send' && isKept ? 'sendKept' : mode}`)}</p>
    </section>
  )
}
