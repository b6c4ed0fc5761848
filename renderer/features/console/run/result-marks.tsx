import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CommandRecord } from '../../../../preload/contract/models/commands/command.ts'
import { byteWords } from '../../../components/words/byte-words.ts'
import classes from '../proposal/card.module.css'
import { isCut, notableMarks } from './run-state.ts'
import { useSaveOutput } from './use-save-output.ts'

/** Tells what is odd about an answer; a cut with its figures and the way to the whole. */
export function ResultMarks({ record }: { readonly record: CommandRecord }) {
  const { t, i18n } = useTranslation('console')
  const save = useSaveOutput(record.commandId)
  const marks = notableMarks(record.marks)
  const hasCut = isCut(record)
  if (marks.length === 0 && !hasCut) return null
  return (
    <ul className={classes.warnings}>
      {hasCut && (
        <li>
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            {t('result.cut', {
              shown: byteWords(record.shownBytes, i18n.language),
              total: byteWords(record.outputBytes, i18n.language),
            })}{' '}
            <Button size="compact-xs" variant="default" loading={save.isRunning} onClick={() => save.run()}>
              {t('result.saveWhole')}
            </Button>
          </span>
        </li>
      )}
      {marks.map((mark) => (
        <li key={mark}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{t(`mark.${mark}`)}</span>
        </li>
      ))}
    </ul>
  )
}
