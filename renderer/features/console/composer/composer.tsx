import { ActionIcon, Button, SegmentedControl, Textarea, Tooltip } from '@mantine/core'
import { IconPlayerStop, IconSend2, IconZoomQuestion } from '@tabler/icons-react'
import { type RefObject, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../../lib/app-state.tsx'
import { AssistantNote, canInvestigate } from './assistant-note.tsx'
import classes from './composer.module.css'
import { type Draft, type Mode, withText } from './composer-state.ts'
import { QuickActions } from './quick-actions.tsx'
import { leftOvers } from './run-targets.ts'
import { TargetPicker } from './target-picker.tsx'
import type { Targets, TargetsUpdate } from './target-state.ts'
import { type ComposerInput, useComposer } from './use-composer.ts'

interface ComposerProps extends Omit<ComposerInput, 'deviceIds'> {
  readonly targets: Targets
  readonly onTargets: (update: TargetsUpdate) => void
  /** Opens the list of phrases when it is pressed. */
  readonly phrasesRef: RefObject<HTMLButtonElement | null>
}

/** Takes a request for chosen devices, in words or as a command. */
export function Composer(props: ComposerProps) {
  const { targets, onTargets, draft, fieldRef, pickerRef, phrasesRef } = props
  const { deviceIds } = targets
  const { t } = useTranslation('console')
  const composer = useComposer({ ...props, deviceIds })
  const left = useMemo(() => leftOvers(props.turns), [props.turns])
  const hintId = useId()
  return (
    <div className={classes.composer}>
      <div className={classes.top}>
        <TargetPicker
          targets={targets}
          onChange={onTargets}
          left={left}
          onDone={composer.toField}
          fieldRef={pickerRef}
        />
        <QuickActions deviceId={deviceIds[0] ?? null} onChosen={composer.take} buttonRef={phrasesRef} />
        <SegmentedControl<Mode>
          size="xs"
          aria-label={t('mode.label')}
          classNames={{ input: classes.modeInput ?? '' }}
          value={draft.mode}
          onChange={(mode) => composer.change({ ...draft, mode, isByBang: false })}
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
          onChange={(event) => composer.change(withText(draft, event.currentTarget.value))}
          onKeyDown={composer.onKeyDown}
        />
        <ComposerButtons composer={composer} mode={draft.mode} hintId={hintId} />
      </div>
      <ComposerHint id={hintId} block={composer.block} mode={draft.mode} />
    </div>
  )
}

interface ComposerButtonsProps {
  readonly composer: ReturnType<typeof useComposer>
  readonly mode: Draft['mode']
  readonly hintId: string
}

/** Sends, investigates, or ends what the assistant is thinking about. */
function ComposerButtons({ composer, mode, hintId }: ComposerButtonsProps) {
  const { t } = useTranslation('console')
  const hasInvestigate = useAppState(({ assistant }) => canInvestigate(assistant))
  const { block, thinking, send, investigate, cancel } = composer
  if (thinking) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        loading={cancel.isRunning}
        onClick={() => cancel.run(thinking.id)}
      >
        {t('cancel')}
      </Button>
    )
  }
  return (
    <>
      {hasInvestigate && mode === 'ask' && (
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
      {/* No tooltip, because it would stay over the hint below while the pointer rests after a click. */}
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
    </>
  )
}

interface ComposerHintProps {
  readonly id: string
  readonly block: ReturnType<typeof useComposer>['block']
  readonly mode: Draft['mode']
}

/** Tells why nothing can be sent, or who will answer. */
function ComposerHint({ id, block, mode }: ComposerHintProps) {
  const { t } = useTranslation('console')
  const name = useAppState((state) => state.connection.profileName) ?? ''
  return (
    <div id={id} className={classes.hint}>
      {block !== null && block !== 'empty' ? (
        <span data-block>{t(`sendBlock.${block}`, { name })}</span>
      ) : (
        <AssistantNote mode={mode} />
      )}
      <span className={classes.keys}>{t('keys')}</span>
    </div>
  )
}
