import { Button } from '@mantine/core'
import { IconBolt, IconSparkles, IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Turn, TurnAnswer } from '../../../../../preload/contract/models/commands/command.ts'
import { useAppState } from '../../../../lib/app-state.tsx'
import { localized } from '../../../../lib/i18n/i18n.ts'
import { useWays } from '../../../../lib/navigation.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import classes from '../turn-card.module.css'

interface DeclineWaysProps {
  readonly turn: Turn
  readonly answer: Exclude<TurnAnswer, { kind: 'choose' }>
  readonly actions: ConsoleActions
}

/** Ways on from a request that led to no command: phrases near it, the text as a command, all phrases, a model. */
export function DeclineWays({ turn, answer, actions }: DeclineWaysProps) {
  const { t, i18n } = useTranslation('console')
  const hasModel = useAppState((state) => state.assistant.kind === 'model')
  const { openSettings } = useWays()
  const ask = useAction((text: string) => actions.ask(turn.deviceIds, text, { kind: 'turn', turnId: turn.id }))
  const nearest = answer.nearest ?? []
  return (
    <fieldset className={classes.ways} aria-label={t('ways.label')}>
      {nearest.length > 0 && (
        <>
          <span className={classes.waysTitle}>{t('ways.nearest')}</span>
          {nearest.map((phrase) => (
            <Button
              key={phrase.en}
              size="compact-sm"
              variant="light"
              disabled={ask.isRunning}
              onClick={() => ask.run(localized(phrase, i18n.language))}
            >
              {localized(phrase, i18n.language)}
            </Button>
          ))}
          <span className={classes.waysBreak} />
        </>
      )}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconTerminal2 size={14} aria-hidden />}
        onClick={() => actions.typeInstead(turn)}
      >
        {t('ways.command')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconBolt size={14} aria-hidden />}
        onClick={() => actions.openPhrases()}
      >
        {t('ways.phrases')}
      </Button>
      {!hasModel && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconSparkles size={14} aria-hidden />}
          onClick={() => openSettings('assistant')}
        >
          {t('ways.model')}
        </Button>
      )}
    </fieldset>
  )
}
