import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { sendingS } from '../../../../preload/contract/models/broker/broker-character.ts'
import { plannedTime } from '../../../../preload/contract/models/commands/rollout.ts'
import { plainNumber } from '../../../components/words/formatters.ts'
import { durationWords } from '../../../components/words/time-words.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { spaceOf } from '../../../lib/i18n/i18n.ts'
import { useFormat } from '../../../lib/use-format.ts'
import card from '../proposal/card.module.css'
import { STOP_UNITS, WAVE_UNITS, waveRuns } from './plan-draft.ts'
import classes from './rollout.module.css'
import type { RunChoiceState } from './use-run-choice.ts'

/** Sizes of waves that the summary names. */
const NAMED_RUNS = 4

interface PlanFieldsProps {
  readonly state: RunChoiceState
  readonly timeoutS: number
}

/** Lets the operator spread a command over its devices, and says beforehand how long that takes. */
export function PlanFields({ state, timeoutS }: PlanFieldsProps) {
  const { t } = useTranslation('rollout')
  const id = useId()
  if (state.spread.length < 2) return null
  const { draft, write } = state
  return (
    <section className={classes.plan} aria-labelledby={id}>
      <div className={card.fact}>
        <span id={id} className={card.factName}>
          {t('label')}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          value={draft.isSpread ? 'spread' : 'at-once'}
          onChange={(value) => write({ isSpread: value === 'spread' })}
          data={[
            { value: 'at-once', label: t('atOnce') },
            { value: 'spread', label: t('spread') },
          ]}
        />
      </div>
      <PaceNote commands={state.spread.length} />
      {draft.isSpread && (
        <>
          <CanaryFields state={state} />
          <WaveFields state={state} />
          <StopFields state={state} />
          <PlanSummary state={state} timeoutS={timeoutS} />
        </>
      )}
    </section>
  )
}

/** Says how long sending takes where the broker limits messages a second. */
function PaceNote({ commands }: { readonly commands: number }) {
  const { t, i18n } = useTranslation('rollout')
  const format = useFormat()
  const traits = useAppState((state) => state.connection.character?.traits)
  const seconds = traits ? sendingS(traits, commands) : null
  if (!traits || seconds === null) return null
  const time = durationWords(Math.ceil(seconds) * 1000, i18n.language)
  return <p className={classes.summary}>{t('pace', { perS: format.number(traits.messagesPerS ?? 0), time })}</p>
}

type FieldsProps = Pick<PlanFieldsProps, 'state'>

function CanaryFields({ state: { draft, write, spread } }: FieldsProps) {
  const { t } = useTranslation('rollout')
  return (
    <div className={classes.line}>
      <span className={classes.name}>{t('canary.label')}</span>
      <Figure
        label={t('canary.count')}
        value={draft.canary}
        max={spread.length}
        onChange={(canary) => write({ canary })}
      />
      <span>{t('canary.then')}</span>
      <NativeSelect
        size="xs"
        aria-label={t('canary.proceed')}
        value={draft.proceed}
        onChange={({ currentTarget }) => write({ proceed: currentTarget.value === 'auto' ? 'auto' : 'ask' })}
        data={[
          { value: 'ask', label: t('canary.ask') },
          { value: 'auto', label: t('canary.auto') },
        ]}
      />
      {draft.proceed === 'auto' && (
        <Seconds label={t('canary.wait')} value={draft.goOnAfterS} onChange={(goOnAfterS) => write({ goOnAfterS })} />
      )}
    </div>
  )
}

function WaveFields({ state: { draft, write } }: FieldsProps) {
  const { t } = useTranslation('rollout')
  return (
    <div className={classes.line}>
      <span className={classes.name}>{t('waves.label')}</span>
      {draft.waveUnit !== 'rest' && (
        <Figure
          label={t('waves.size')}
          value={draft.waveAmount}
          min={1}
          max={draft.waveUnit === 'percent' ? 100 : 10_000}
          onChange={(waveAmount) => write({ waveAmount })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t('waves.unit')}
        value={draft.waveUnit}
        onChange={({ currentTarget }) => write({ waveUnit: pick(WAVE_UNITS, currentTarget.value) })}
        data={WAVE_UNITS.map((value) => ({ value, label: t(`waves.units.${value}`) }))}
      />
      {draft.waveUnit !== 'rest' && (
        <>
          <span>{t('waves.pause')}</span>
          <Seconds label={t('waves.pauseLabel')} value={draft.pauseS} onChange={(pauseS) => write({ pauseS })} />
        </>
      )}
    </div>
  )
}

function StopFields({ state: { draft, write } }: FieldsProps) {
  const { t } = useTranslation('rollout')
  return (
    <div className={classes.line} title={t('stop.hint')}>
      <span className={classes.name}>{t('stop.label')}</span>
      {draft.stopUnit !== 'never' && (
        <Figure
          label={t('stop.amount')}
          value={draft.stopAmount}
          min={1}
          max={draft.stopUnit === 'percent' ? 100 : 10_000}
          onChange={(stopAmount) => write({ stopAmount })}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t('stop.unit')}
        value={draft.stopUnit}
        onChange={({ currentTarget }) => write({ stopUnit: pick(STOP_UNITS, currentTarget.value) })}
        data={STOP_UNITS.map((value) => ({ value, label: t(`stop.units.${value}`) }))}
      />
    </div>
  )
}

/** Says which waves follow each other, and how long they take. */
function PlanSummary({ state: { plan, problem, spread }, timeoutS }: PlanFieldsProps) {
  const { t, i18n } = useTranslation('rollout')
  if (plan === null) return null
  const planned = problem === null ? plannedTime(plan, spread.length, timeoutS) : null
  if (planned === null) {
    return (
      <p className={classes.summary} data-bad>
        {t(`problem.${problem ?? 'too-long'}`)}
      </p>
    )
  }
  const language = i18n.language
  const runs = waveRuns(planned.waves)
  const named = runs.slice(0, NAMED_RUNS).map(({ size, times }) => {
    const number = plainNumber(size, language)
    return times === 1 ? number : t('wavesOf', { times: plainNumber(times, language), number })
  })
  const waves = [...named, ...(runs.length > NAMED_RUNS ? ['…'] : [])].join(' → ')
  const least = durationWords(planned.leastS * 1000, language)
  const most = durationWords(planned.mostS * 1000, language)
  const hasLook = plan.canary.count > 0 && plan.canary.proceed === 'ask' && plan.canary.count < spread.length
  return (
    <p className={classes.summary}>
      {planned.leastS === 0 ? t('takesUpTo', { waves, most }) : t('takes', { waves, least, most })}
      {hasLook && `${spaceOf(language)}${t('plusLook')}`}
    </p>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly onChange: (value: number) => void
  readonly suffix?: string
}

/** A whole number; an empty field is none, and cannot be approved. */
function Figure({ label, value, min = 0, max, onChange, suffix = '' }: FigureProps) {
  return (
    <NumberInput
      size="xs"
      w={suffix === '' ? 78 : 92}
      aria-label={label}
      min={min}
      max={max}
      suffix={suffix}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      value={Number.isNaN(value) ? '' : value}
      onChange={(next) => onChange(typeof next === 'number' ? next : Number.parseInt(next, 10))}
    />
  )
}

function Seconds(props: Pick<FigureProps, 'label' | 'value' | 'onChange'>) {
  const { t } = useTranslation('rollout')
  return <Figure {...props} max={21_600} suffix={t('secondsSuffix')} />
}

function pick<Unit extends string>(units: readonly [Unit, ...Unit[]], value: string): Unit {
  return units.find((unit) => unit === value) ?? units[0]
}
