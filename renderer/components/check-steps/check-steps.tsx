import { Loader, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPlayerSkipForward } from '@tabler/icons-react'
import { useFormat } from '../../lib/use-format.ts'
import classes from './check-steps.module.css'

type State = 'waiting' | 'running' | 'ok' | 'failed' | 'skipped' | 'not-reached'

interface CheckStep {
  readonly id: string
  readonly name: string
  readonly state: State
  /** Read out where others see an icon. */
  readonly stateWord: string
  readonly detail?: string | null
  /** Null until it is over. */
  readonly ms: number | null
}

interface CheckStepsProps {
  readonly steps: readonly CheckStep[]
  readonly label?: string
  readonly isBusy?: boolean
  /** Side by side where there is room; for steps without details. */
  readonly isDense?: boolean
}

/** The steps of a check as they happen: state, name, and how long each took. */
export function CheckSteps({ steps, label, isBusy, isDense = false }: CheckStepsProps) {
  const format = useFormat()
  return (
    <ol className={isDense ? classes.dense : classes.list} aria-label={label} aria-busy={isBusy}>
      {steps.map(({ id, name, state, stateWord, detail, ms }) => (
        <li key={id} className={classes.step} data-state={state}>
          <StateIcon state={state} />
          <span>
            <span className={classes.name}>{name}</span>
            {detail && <span className={classes.detail}>{detail}</span>}
          </span>
          <VisuallyHidden>{stateWord}</VisuallyHidden>
          {ms !== null && <span className={classes.time}>{format.ms(ms)}</span>}
        </li>
      ))}
    </ol>
  )
}

function StateIcon({ state }: { readonly state: State }) {
  switch (state) {
    case 'running':
      return <Loader size={16} />
    case 'ok':
      return <IconCircleCheck size={17} aria-hidden />
    case 'failed':
      return <IconCircleX size={17} aria-hidden />
    case 'skipped':
      return <IconPlayerSkipForward size={17} aria-hidden />
    case 'waiting':
    case 'not-reached':
      return <IconCircleDashed size={17} aria-hidden />
  }
}
