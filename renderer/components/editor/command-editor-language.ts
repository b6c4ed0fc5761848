import { powerShell } from '@codemirror/legacy-modes/mode/powershell'
import { shell } from '@codemirror/legacy-modes/mode/shell'
import { EditorState, type Extension, RangeSetBuilder, type Text } from '@codemirror/state'
import { type StreamParser, StringStream } from '@codemirror/streamparser'
import { Decoration, type DecorationSet, highlightSpecialChars, ViewPlugin } from '@codemirror/view'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'

const INDENT_COLUMNS = 2
/** How often a mode may look at the same place, which changes its state alone. */
const LOOKS_MAX = 10

/** Colours for what helps reading a command, by the names that CodeMirror's modes have for its parts. */
const COLOURED = {
  info: ['keyword', 'atom', 'def', 'variable-2'],
  ok: ['string'],
  warn: ['number', 'string-2', 'string.special'],
  bad: ['error'],
  quiet: ['comment'],
} as const
const MARKS = new Map(
  Object.entries(COLOURED).flatMap(([colour, parts]) => {
    const mark = Decoration.mark({ class: `cm-part-${colour}` })
    return parts.map((part): [string, Decoration] => [part, mark])
  }),
)

/**
 * Colours a command as a device of this system reads it. Reads the whole text anew at each change: a command is short, and
 * CodeMirror's syntax tree, which would spare that, is a fifth of the editor.
 */
export function commandLanguage(system: DeviceSystem): Extension {
  if (system === 'windows-cmd') return []
  const mode: StreamParser<unknown> = system === 'windows-powershell' ? powerShell : shell
  return [
    EditorState.languageData.of(() => [mode.languageData ?? {}]),
    ViewPlugin.define(
      ({ state }) => ({
        marks: marksOf(state.doc, mode, state.tabSize),
        update({ docChanged, state: { doc, tabSize } }) {
          if (docChanged) this.marks = marksOf(doc, mode, tabSize)
        },
      }),
      { decorations: ({ marks }) => marks },
    ),
  ]
}

function marksOf(doc: Text, mode: StreamParser<unknown>, tabSize: number): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  const state = mode.startState?.(INDENT_COLUMNS) ?? {}
  for (let number = 1; number <= doc.lines; number++) {
    const { from, text } = doc.line(number)
    if (text === '') mode.blankLine?.(state, INDENT_COLUMNS)
    const stream = new StringStream(text, tabSize, INDENT_COLUMNS)
    while (!stream.eol()) {
      const mark = MARKS.get(nextPart(mode, stream, state) ?? '')
      if (mark) marks.add(from + stream.start, from + stream.pos, mark)
    }
  }
  return marks.finish()
}

/** Moves to the end of the next part, and returns what the mode calls it. */
function nextPart(mode: StreamParser<unknown>, stream: StringStream, state: unknown): string | null {
  stream.start = stream.pos
  for (let look = 0; look < LOOKS_MAX; look++) {
    const part = mode.token(stream, state)
    if (stream.pos > stream.start) return part
  }
  stream.next()
  return null
}

/** Beyond CodeMirror's own list: no-break spaces, joiners, every bidi control, variation selectors and tags. */
const INVISIBLE = new RegExp(
  String.raw`[\u00a0\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u202a-\u202e\u205f-\u206f\u3164\uffa0]` +
    String.raw`|\u034f|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]`,
  'gu',
)

/** Characters that cannot be seen are shown as their code point: nothing hides in a command. */
export const visibleCharacters: Extension = highlightSpecialChars({
  addSpecialChars: INVISIBLE,
  render: (code, description) => {
    const mark = document.createElement('span')
    mark.className = 'cm-invisible'
    mark.textContent = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    mark.setAttribute('aria-label', description ?? mark.textContent)
    return mark
  },
})
