import { defaultHighlightStyle, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { powerShell } from '@codemirror/legacy-modes/mode/powershell'
import { shell } from '@codemirror/legacy-modes/mode/shell'
import type { Extension } from '@codemirror/state'
import { highlightSpecialChars } from '@codemirror/view'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'

/** By the colour that CodeMirror gives: keywords, atoms, numbers, strings, escapes, variables, comments, errors. */
const COLOURS: Readonly<Record<string, string>> = {
  '#708': 'var(--wp-info)',
  '#219': 'var(--wp-info)',
  '#164': 'var(--wp-warn)',
  '#a11': 'var(--wp-ok)',
  '#e40': 'var(--wp-warn)',
  '#00f': 'var(--wp-info)',
  '#30a': 'var(--wp-info)',
  '#256': 'var(--wp-info)',
  '#940': 'var(--wp-quiet)',
  '#f00': 'var(--wp-bad)',
}

/** CodeMirror's own style has fixed colours for a white page; ours follow the theme, and only what helps reading a command. */
const themed = HighlightStyle.define(
  defaultHighlightStyle.specs.map(({ tag, color }) => ({
    tag,
    color: COLOURS[String(color)] ?? 'inherit',
  })),
)

/** Chooses the language that a device of this system reads, for colouring only. */
export function commandLanguage(system: DeviceSystem): Extension {
  if (system === 'windows-cmd') return []
  return StreamLanguage.define(system === 'windows-powershell' ? powerShell : shell)
}

export const commandColours: Extension = syntaxHighlighting(themed)

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
