import { type Document, isScalar, parseAllDocuments, visit } from 'yaml'

/** Aliases that one document may use, because each may stand for much. */
const MAX_ALIASES = 50
/** Documents of one file, divided by `---`. */
const MAX_DOCUMENTS = 50

/**
 * Reads YAML with every scalar as the text that was typed, because a password of digits is no number; `null` and `~` are
 * null. What stands elsewhere (`!secret name`, `!env_var NAME`) becomes `{elsewhere: name}`, because it must not pass for
 * nothing. Several documents of one file become `{documents}`. Answers undefined for what is no YAML.
 */
export function parseYamlTexts(text: string): unknown {
  const documents = parseAllDocuments(text, { schema: 'failsafe', merge: true, uniqueKeys: false, logLevel: 'silent' })
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined
  const values = documents.slice(0, MAX_DOCUMENTS).map(textsOf)
  const [first] = values
  return values.length === 1 ? first : { documents: values.filter((value) => value !== undefined) }
}

function textsOf(document: Document.Parsed): unknown {
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
