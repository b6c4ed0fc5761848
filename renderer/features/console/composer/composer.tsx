import { ActionIcon, Button, SegmentedControl, Textarea, Tooltip } from '@mantine/core'
import { IconPlayerStop, IconSend2, IconZoomQuestion } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Turn } from '../../../../preload/contract/models/command.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { canInvestigate } from '../turn/assistant-host.ts'
import { AssistantNote } from '../turn/assistant-note.tsx'
import type { ConsoleActions } from '../use-console-actions.ts'
import classes from './composer.module.css'
import {
  type Draft,
  EMPTY_DRAFT,
  historyOf,
  historyStep,
  type Mode,
  sendBlock,
  withoutBang,
  withText,
} from './composer-state.ts'
import { QuickActions } from './quick-actions.tsx'
import { TargetPicker } from './target-picker.tsx'

interface ComposerProps {
  readonly turns: readonly Turn[]
  readonly deviceIds: readonly string[]
  readonly onDeviceIds: (deviceIds: readonly string[]) => void
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly actions: ConsoleActions
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** Where a request is written: for which device, in words or as a command. */
export function Composer({ turns, deviceIds, onDeviceIds, draft, onDraft, actions, fieldRef }: ComposerProps) {
  const { t } = useTranslation('console')
  const connection = useAppState((state) => state.connection)
  const defaultTimeoutS = useAppState((state) => state.settings.defaultTimeoutS)
  const hasInvestigate = useAppState(({ assistant }) => canInvestigate(assistant))
  const [place, setPlace] = useState(-1)
  const [kept, setKept] = useState(EMPTY_DRAFT)
  const hintId = useId()

  const thinking = turns.findLast((turn) => turn.isThinking)
  const block = sendBlock(draft, connection.state, deviceIds.length, thinking !== undefined)
  const change = (next: Draft): void => {
    setPlace(-1)
    onDraft(next)
  }
  const send = useAction(async () => {
    const text = draft.text.trim()
    if (draft.mode === 'ask') await actions.ask(deviceIds, text, draft.origin)
    else await actions.type(deviceIds, text, defaultTimeoutS, draft.origin)
    change({ ...EMPTY_DRAFT, mode: draft.isByBang ? 'ask' : draft.mode })
  })
  const investigate = useAction(async () => {
    await actions.investigate(deviceIds, draft.text.trim(), draft.origin)
    change(EMPTY_DRAFT)
  })
  const cancel = useAction((turnId: string) => actions.cancelAsk(turnId))

  const browse = (step: 1 | -1): void => {
    const history = historyOf(turns, draft.mode)
    const next = historyStep(history.length, place, step)
    if (next === place) return
    if (place === -1) setKept(draft)
    setPlace(next)
    const before = history[next]
    onDraft(before ? { ...draft, text: before.text, origin: { kind: 'turn', turnId: before.id } } : kept)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'Enter' && isPlain) {
      event.preventDefault()
      if (block === null) send.run()
    } else if (event.key === 'ArrowUp' && isPlain && (place >= 0 || draft.text === '')) {
      event.preventDefault()
      browse(1)
    } else if (event.key === 'ArrowDown' && isPlain && place >= 0) {
      event.preventDefault()
      browse(-1)
    } else if (event.key === 'Escape' && thinking) {
      cancel.run(thinking.id)
    } else if (event.key === 'Backspace') {
      const next = withoutBang(draft)
      if (next) change(next)
    }
  }

  const isShownBlock = block !== null && block !== 'empty'
  return (
    <div className={classes.composer}>
      <div className={classes.top}>
        <TargetPicker
          connectionId={connection.profileId}
          deviceIds={deviceIds}
          onChange={onDeviceIds}
          onChosen={() => fieldRef.current?.focus()}
        />
        <QuickActions
          deviceId={deviceIds[0] ?? null}
          onChosen={(text) => {
            change({ ...EMPTY_DRAFT, text })
            fieldRef.current?.focus()
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('mode.label')}
          classNames={{ input: classes.modeInput ?? '' }}
          value={draft.mode}
          onChange={(mode) => change({ ...draft, mode: mode as Mode, isByBang: false })}
          data={[
            { value: 'ask', label: t('mode.ask') },
            { value: 'command', label: t('mode.command') },
          ]}
        />
      </div>
      <div className={classes.line}>
        <Textarea
          ref={fieldRef}
          variant="unstyled"
          className={classes.field ?? ''}
          classNames={{ input: classes.input ?? '' }}
          data-mode={draft.mode}
          aria-label={t('message')}
          aria-describedby={hintId}
          placeholder={t(`placeholder.${draft.mode}`)}
          autosize
          minRows={1}
          maxRows={9}
          spellCheck={draft.mode === 'ask'}
          value={draft.text}
          onChange={(event) => change(withText(draft, event.currentTarget.value))}
          onKeyDown={onKeyDown}
        />
        {hasInvestigate && draft.mode === 'ask' && !thinking && (
          <Tooltip label={t('assist:investigate.hint')}>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconZoomQuestion size={14} aria-hidden />}
              disabled={block !== null}
              loading={investigate.isRunning}
              onClick={() => investigate.run()}
            >
              {t('assist:investigate.action')}
            </Button>
          </Tooltip>
        )}
        {thinking ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={14} aria-hidden />}
            loading={cancel.isRunning}
            onClick={() => cancel.run(thinking.id)}
          >
            {t('cancel')}
          </Button>
        ) : (
          <Tooltip label={t('sendHint')}>
            <ActionIcon
              size={30}
              aria-label={t('send')}
              aria-describedby={hintId}
              disabled={block !== null}
              loading={send.isRunning}
              onClick={() => send.run()}
            >
              <IconSend2 size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <div id={hintId} className={classes.hint}>
        {isShownBlock ? (
          <span data-block>{t(`sendBlock.${block}`, { name: connection.profileName ?? '' })}</span>
        ) : (
          <AssistantNote mode={draft.mode} />
        )}
        <span className={classes.keys}>{t('keys')}</span>
      </div>
    </div>
  )
}
