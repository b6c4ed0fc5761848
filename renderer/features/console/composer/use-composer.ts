import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Turn } from '../../../../preload/contract/models/commands/command.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import type { ConsoleActions } from '../use-console-actions.ts'
import { type Draft, EMPTY_DRAFT, historyOf, historyStep, sendBlock, withoutBang } from './composer-state.ts'

export interface ComposerInput {
  readonly turns: readonly Turn[]
  readonly deviceIds: readonly string[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly actions: ConsoleActions
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  /** Field of the device picker, which opens its list when it is focused. */
  readonly pickerRef: RefObject<HTMLInputElement | null>
}

/** Sends what is typed, walks the history by the arrow keys, and says why nothing can be sent. */
export function useComposer({ turns, deviceIds, draft, onDraft, actions, fieldRef, pickerRef }: ComposerInput) {
  const connectionState = useAppState((state) => state.connection.state)
  const defaultTimeoutS = useAppState((state) => state.settings.defaultTimeoutS)
  const [place, setPlace] = useState(-1)
  const [kept, setKept] = useState(EMPTY_DRAFT)

  const thinking = turns.findLast((turn) => turn.isThinking)
  const block = sendBlock(draft, connectionState, deviceIds.length, thinking !== undefined)
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
      else if (block === 'no-device') pickerRef.current?.focus()
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
  const toField = (): void => fieldRef.current?.focus()
  /** Takes a ready request over; the operator goes on from there. */
  const take = (text: string): void => {
    change({ ...EMPTY_DRAFT, text })
    toField()
  }
  return { block, thinking, change, take, toField, send, investigate, cancel, onKeyDown }
}
