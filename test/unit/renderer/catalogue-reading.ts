/** All texts of a catalogue with their dotted keys. */
export function leaves(node: unknown, prefix = ''): [key: string, text: string][] {
  if (typeof node === 'string') return [[prefix, node]]
  if (typeof node !== 'object' || node === null) throw new Error(`No text at ${prefix}`)
  return Object.entries(node).flatMap(([name, child]) => leaves(child, prefix === '' ? name : `${prefix}.${name}`))
}

/** The key without i18next's plural ending. */
export function stem(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '')
}

interface SourceKeys {
  /** Namespaces that the file works with. */
  readonly namespaces: readonly string[]
  /** Literal keys in calls of `t`. */
  readonly asked: readonly string[]
  /** What a key may look like for this file to use it, variables left open. */
  readonly patterns: readonly RegExp[]
}

/** The keys that a source file asks for, read from its text. */
export function sourceKeys(text: string): SourceKeys {
  const namespaces = [...text.matchAll(/useTranslation\(\[?'([\w-]+)'/g)].map(([, name]) => name ?? '')
  const asked = [...text.matchAll(/\bt\(\s*'([\w:.-]+)'/g)].map(([, key]) => key ?? '')
  const literals = [...text.matchAll(/'([\w:.-]+)'/g)].map(([, key]) => new RegExp(`^${escaped(key ?? '')}$`))
  const templates = [...text.matchAll(/`([\w:.-]*(?:\$\{[^`]+?\}[\w:.-]*)+)`/g)]
    .map(([, template]) => template ?? '')
    .filter((template) => /[A-Za-z][.:]|[.:][A-Za-z]/.test(template.replace(/\$\{.*?\}/g, '')))
    .map(
      (template) =>
        new RegExp(
          `^${template
            .split(/\$\{.*?\}/)
            .map(escaped)
            .join('[\\w.-]+')}$`,
        ),
    )
  return { namespaces, asked, patterns: [...literals, ...templates] }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
