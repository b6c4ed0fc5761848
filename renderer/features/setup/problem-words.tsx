import { useTranslation } from 'react-i18next'
import type { SetupProblem } from '../../../preload/contract/models/broker/setup.ts'
import { localized, sentences } from '../../lib/i18n/i18n.ts'
import classes from './setup.module.css'

/** Says what is wrong with a field, and what to do, as the error of that field; undefined when nothing is. */
export function useProblemWords(problems: readonly SetupProblem[]) {
  const { i18n } = useTranslation()
  return (field: SetupProblem['field'], item: string | null = null) => {
    const found = problems.filter((problem) => problem.field === field && (item === null || problem.item === item))
    if (found.length === 0) return undefined
    return found.map(({ message, fix }) => (
      <span key={message.en} className={classes.problem}>
        {sentences([localized(message, i18n.language), localized(fix, i18n.language)], i18n.language)}
      </span>
    ))
  }
}
