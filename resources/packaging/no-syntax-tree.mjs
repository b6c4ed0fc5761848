import { countColumn, Facet } from '@codemirror/state'

// What CodeMirror's key commands ask of its language package and of the tree behind it, for an editor that has no tree:
// lines keep the indentation of the line above, and there is nothing to step through but characters, words and lines.

const root = { type: { prop: () => undefined }, childBefore: () => null, childAfter: () => null, from: 0, to: 0 }

export const syntaxTree = () => ({ resolveInner: () => root, resolveStack: () => null })
export const NodeProp = { closedBy: undefined, openedBy: undefined }
export const matchBrackets = () => null
export const getIndentation = () => null
export const indentUnit = Facet.define({ combine: ([unit = '  ']) => unit })
export const getIndentUnit = (state) => countColumn(state.facet(indentUnit), state.tabSize)
export const indentString = (_state, columns) => ' '.repeat(columns)

export class IndentContext {
  constructor(state) {
    this.state = state
  }

  /** Returns the indentation of the line at `position`, in columns. */
  lineIndent(position) {
    const { text } = this.state.doc.lineAt(position)
    return countColumn(/^\s*/.exec(text)?.[0] ?? '', this.state.tabSize)
  }
}
