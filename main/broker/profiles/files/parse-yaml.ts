import { isScalar, parseDocument, visit } from 'yaml'

/** Aliases that one document may use, because each may stand for much. */
const MAX_ALIASES = 50

/**
 * Reads YAML with every scalar as the text that was typed, because a password of digits is no number; `null` and `~` are
 * null. What stands elsewhere (`!secret name`, `!env_var NAME`) becomes `{elsewhere: name}`, because it must not pass for
 * nothing. Answers undefined for what is no YAML.
 */
export function parseYamlTexts(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key') return
      if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,'))
        node.value = { elsewhere: String(node.value) }
      else if (node.type === 'PLAIN' && /^(?:null|~|)$/i.test(node.source ?? '')) node.value = null
    },
  })
  if (isScalar(document.contents)) return undefined
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch {
    return undefined
  }
}
