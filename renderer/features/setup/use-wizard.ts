import { useState } from 'react'
import { AppError } from '../../../preload/contract/errors.ts'
import type { SetupPrepared, SetupProblem } from '../../../preload/contract/models/broker/setup.ts'
import { request } from '../../lib/api.ts'
import { useAction } from '../../lib/use-action.ts'
import { useForm } from '../../lib/use-form.ts'
import { draftOf, firstBadStep, problemsUpTo, STEPS, type Step, type WizardValues } from './wizard-state.ts'

type Review = NonNullable<SetupPrepared['review']>

export interface Wizard {
  readonly values: WizardValues
  readonly step: Step
  /** Steps up to this one can be chosen. */
  readonly furthest: number
  readonly problems: readonly SetupProblem[]
  readonly review: Review | null
  /** The authority's key has to be loaded before certificates can be issued. */
  readonly needsCaKey: boolean
  /** Opened with files that were made at one stroke, and still shows those. */
  readonly isQuick: boolean
  readonly isBusy: boolean
  readonly change: (change: (values: WizardValues) => WizardValues) => void
  readonly back: () => void
  readonly next: () => void
  readonly goTo: (step: Step) => void
  /** Takes what main prepared elsewhere: a renewal, a saved key. */
  readonly setReview: (review: Review) => void
  readonly prepareAgain: () => void
}

/** The wizard's values, the step shown, and what main says of them. */
export function useWizard(
  initial: WizardValues,
  start: { readonly step: Step; readonly review: Review | null },
  onChange: () => void,
): Wizard {
  const [step, setStep] = useState<Step>(start.step)
  const [furthest, setFurthest] = useState(initial.isKept ? STEPS.indexOf('files') : STEPS.indexOf(start.step))
  const [problems, setProblems] = useState<readonly SetupProblem[]>([])
  const [review, setReview] = useState<Review | null>(start.review)
  const [needsCaKey, setNeedsCaKey] = useState(false)
  const { values, getValues, setAll } = useForm(initial, () => {
    onChange()
    setProblems([])
    setReview(null)
    setFurthest((index) => Math.min(index, STEPS.indexOf('files')))
  })

  const show = (target: Step) => {
    setStep(target)
    setFurthest((index) => Math.max(index, STEPS.indexOf(target)))
    document.getElementById('setup-step')?.focus()
  }
  const refuse = (found: readonly SetupProblem[]) => {
    setProblems(found)
    const bad = firstBadStep(found)
    if (bad) setStep(bad)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#setup-step [aria-invalid="true"]')?.focus())
  }

  const go = useAction(
    async (target: Step) => {
      const draft = draftOf(getValues())
      const before = STEPS[STEPS.indexOf(target) - 1]
      if (before === undefined) return show(target)
      if (STEPS.indexOf(target) < STEPS.indexOf('files')) {
        const found = problemsUpTo(await request('setup.check', { draft }), before)
        return found.length > 0 ? refuse(found) : show(target)
      }
      if (review === null) {
        const prepared = await request('setup.prepare', { draft })
        if (prepared.review === null) return refuse(prepared.problems)
        setReview(prepared.review)
      }
      setNeedsCaKey(false)
      show(target)
    },
    (error) => {
      if (!(error instanceof AppError) || error.code !== 'CA_KEY_MISSING') return false
      setNeedsCaKey(true)
      return true
    },
  )

  const index = STEPS.indexOf(step)
  return {
    values,
    step,
    furthest,
    problems,
    review,
    needsCaKey,
    isQuick: start.review !== null && initial.plan.platform !== 'builtin',
    isBusy: go.isRunning,
    change: (apply) => setAll(apply(getValues())),
    back: () => setStep(STEPS[Math.max(0, index - 1)] ?? step),
    next: () => go.run(STEPS[Math.min(STEPS.length - 1, index + 1)] ?? step),
    goTo: (target) => (STEPS.indexOf(target) <= index ? setStep(target) : go.run(target)),
    setReview,
    prepareAgain: () => {
      setReview(null)
      go.run('files')
    },
  }
}
