import {
  copyLineDown,
  copyLineUp,
  cursorGroupLeft,
  cursorGroupRight,
  deleteLine,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  selectGroupLeft,
  selectGroupRight,
  selectLine,
  standardKeymap,
  toggleTabFocusMode,
} from '@codemirror/commands'
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state'
import { EditorView, type KeyBinding, keymap } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import classes from './command-editor.module.css'
import { commandLanguage, visibleCharacters } from './command-editor-language.ts'

export interface CommandEditorProps {
  readonly value: string
  readonly label: string
  readonly system: DeviceSystem
  readonly isReadOnly: boolean
  readonly onChange: (value: string) => void
  /** A key that writes was pressed while nothing may be written. */
  readonly onWish: () => void
  /** Ctrl/Cmd+Enter. */
  readonly onSubmit: () => void
  /** Escape. */
  readonly onCancel: () => void
}

function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

function access(isReadOnly: boolean, label: string): Extension {
  return [
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-readonly': String(isReadOnly),
      tabindex: '0',
      spellcheck: 'false',
    }),
  ]
}

/**
 * Those of CodeMirror's usual keys that need neither a syntax tree, comments nor several cursors, which the editor does
 * without: by words in place of the tree's parts, and for whole lines.
 */
const KEYS: readonly KeyBinding[] = [
  { key: 'Alt-ArrowLeft', mac: 'Ctrl-ArrowLeft', run: cursorGroupLeft, shift: selectGroupLeft },
  { key: 'Alt-ArrowRight', mac: 'Ctrl-ArrowRight', run: cursorGroupRight, shift: selectGroupRight },
  { key: 'Alt-ArrowUp', run: moveLineUp, shift: copyLineUp },
  { key: 'Alt-ArrowDown', run: moveLineDown, shift: copyLineDown },
  { key: 'Alt-l', mac: 'Ctrl-l', run: selectLine },
  { key: 'Mod-[', run: indentLess },
  { key: 'Mod-]', run: indentMore },
  { key: 'Shift-Mod-k', run: deleteLine },
  { key: 'Ctrl-m', mac: 'Shift-Alt-m', run: toggleTabFocusMode },
  ...historyKeymap,
  ...standardKeymap,
]

/** One exact command, whole and literal: no wrapping of meaning, no hidden characters. */
export function CommandEditor(props: CommandEditorProps) {
  const { value, label, system, isReadOnly } = props
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const accessSlot = useRef(new Compartment())
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    if (!host.current) return
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          EditorView.cspNonce.of(nonce()),
          // A carriage return is a character to show here, never a line break to swallow.
          EditorState.lineSeparator.of('\n'),
          EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\r\n?/g, '\n')),
          EditorView.lineWrapping,
          visibleCharacters,
          commandLanguage(system),
          history(),
          Prec.highest(
            keymap.of([
              { key: 'Mod-Enter', run: () => ranUnless(latest.current.isReadOnly, latest.current.onSubmit) },
              { key: 'Escape', run: () => ranUnless(latest.current.isReadOnly, latest.current.onCancel) },
            ]),
          ),
          Prec.highest(EditorView.domEventHandlers({ keydown: (event) => wished(event, latest.current) })),
          keymap.of(KEYS),
          accessSlot.current.of(access(latest.current.isReadOnly, latest.current.label)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [system])

  useEffect(() => {
    const current = view.current
    if (!current || current.state.doc.toString() === value) return
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } })
  }, [value])

  useEffect(() => {
    const current = view.current
    if (!current) return
    current.dispatch({ effects: accessSlot.current.reconfigure(access(isReadOnly, label)) })
    if (isReadOnly) return
    current.focus()
    current.dispatch({ selection: { anchor: current.state.doc.length } })
  }, [isReadOnly, label])

  return <div ref={host} className={classes.editor} data-editing={!isReadOnly || undefined} />
}

/** Leaves the key to who shows the editor while nothing can be written in it. */
function ranUnless(isReadOnly: boolean, act: () => void): boolean {
  if (!isReadOnly) act()
  return !isReadOnly
}

/** Asks for writing at the first key that writes, at once, so that the same key is the first that is written. */
function wished(event: KeyboardEvent, { isReadOnly, onWish }: CommandEditorProps): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  const isCharacter = [...key].length === 1 && !ctrlKey && !metaKey && !altKey
  if (!isReadOnly || !(isCharacter || key === 'Backspace' || key === 'F2')) return false
  flushSync(onWish)
  return key === 'F2'
}
