import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../preload/contract/models/commands/command.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Composer } from './composer/composer.tsx'
import { EMPTY_DRAFT } from './composer/composer-state.ts'
import { targetsOf } from './composer/target-state.ts'
import { useFirstTargets } from './composer/use-first-targets.ts'
import { ConsoleEmpty } from './console-empty.tsx'
import classes from './console-view.module.css'
import { Timeline } from './turn/timeline/timeline.tsx'
import { nextOpenOf } from './turn/turns-state.ts'
import { useTurns } from './turn/use-turns.ts'
import { useConsoleActions } from './use-console-actions.ts'

/** The console: a timeline of requests, proposals and results, and the composer below it. */
export function ConsoleView() {
  const { t } = useTranslation('console')
  const { turns, targets, setTargets, draft, setDraft, actions, fields, ...timeline } = useConsole()
  const { state } = turns
  const isEmpty = state.isLoaded && state.turns.length === 0
  return (
    <section className={classes.view} aria-label={t('title')}>
      {isEmpty ? (
        <div className={classes.empty}>
          <ConsoleEmpty
            onSuggestion={(text) => {
              setDraft({ ...EMPTY_DRAFT, text })
              // Without a device the list of devices is the next step.
              const next = targets.deviceIds.length === 0 ? fields.picker : fields.message
              next.current?.focus()
            }}
          />
        </div>
      ) : (
        <Timeline
          state={state}
          actions={actions}
          {...timeline}
          onOlder={turns.loadOlder}
          isLoadingOlder={turns.isLoadingOlder}
        />
      )}
      <div className={classes.dock}>
        <div className={classes.dockContent}>
          <Composer
            turns={state.turns}
            targets={targets}
            onTargets={setTargets}
            draft={draft}
            onDraft={setDraft}
            actions={actions}
            fieldRef={fields.message}
            pickerRef={fields.picker}
            phrasesRef={fields.phrases}
          />
        </div>
      </div>
    </section>
  )
}

/** What is chosen, written and followed, and where the keyboard goes. */
function useConsole() {
  const connectionId = useAppState((state) => state.connection.profileId)
  const { consoleTargets } = useNavigation()
  const turns = useTurns(connectionId)
  const { state } = turns
  const [targets, setTargets] = useState(() => targetsOf(connectionId, consoleTargets?.deviceIds ?? []))
  const [draft, setDraft] = useState({ ...EMPTY_DRAFT, text: consoleTargets?.text ?? '' })
  const [sentTurnId, setSentTurnId] = useState<string | null>(null)
  const [focusTurnId, setFocusTurnId] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const phrases = useRef<HTMLButtonElement>(null)

  const onSent = useCallback((turnId: string) => {
    setSentTurnId(turnId)
    setFocusTurnId(turnId)
  }, [])
  const toField = useCallback(() => field.current?.focus(), [])
  const onTypeInstead = useCallback(
    ({ id, text }: Turn) => {
      setDraft({ ...EMPTY_DRAFT, mode: 'command', text, origin: { kind: 'turn', turnId: id } })
      toField()
    },
    [toField],
  )
  const onPhrases = useCallback(() => phrases.current?.click(), [])
  const actions = useConsoleActions({ onSent, onProposed: setFocusTurnId, onTypeInstead, onPhrases })
  const latest = useRef(state.turns)
  useEffect(() => {
    latest.current = state.turns
  }, [state.turns])
  /** The keyboard goes to what is left of the same question, else back to the composer. */
  const onDecided = useCallback(
    (decided: Turn) => {
      const next = nextOpenOf(latest.current, decided)
      if (next === null) toField()
      else setFocusTurnId(next.id)
    },
    [toField],
  )

  // A target never outlives its connection, because ids mean nothing on another broker.
  if (targets.connectionId !== connectionId) setTargets(targetsOf(connectionId))
  const [taken, setTaken] = useState(consoleTargets)
  if (taken !== consoleTargets) {
    setTaken(consoleTargets)
    if (consoleTargets?.deviceIds) setTargets(targetsOf(connectionId, consoleTargets.deviceIds))
    if (consoleTargets?.text) setDraft({ ...EMPTY_DRAFT, text: consoleTargets.text })
  }
  useFirstTargets(state, targets, setTargets)
  useEffect(() => {
    if (consoleTargets) toField()
  }, [consoleTargets, toField])
  return {
    turns,
    targets,
    setTargets,
    draft,
    setDraft,
    actions,
    sentTurnId,
    focusTurnId,
    onDecided,
    fields: { message: field, picker, phrases },
  }
}
