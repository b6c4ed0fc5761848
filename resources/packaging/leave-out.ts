import { readFileSync } from 'node:fs'
import { type Plugin, parseSync } from 'vite'

/** Stands for everything that a part gave: constructing it gives nothing, and calling it or a method of it throws. */
const LEFT_OUT = 'class LeftOutOfTheBundle {}'

/**
 * Leaves modules of libraries out of a bundle that nothing in the app reaches, though their libraries import them. `parts`
 * are paths behind `node_modules/`. Each exports the same names as before, so that what imports it still loads.
 */
export function leaveOut(parts: readonly RegExp[]): Plugin {
  return {
    name: 'leave-out',
    load: {
      filter: { id: /[\\/]node_modules[\\/]/ },
      handler: (id) =>
        isLeftOut(id, parts) ? { code: standIn(id, readFileSync(id, 'utf8')), moduleType: 'js' } : null,
    },
  }
}

function isLeftOut(id: string, parts: readonly RegExp[]): boolean {
  const path = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? ''
  return parts.some((part) => part.test(path))
}

/**
 * The code that stands for a module: the names of an ECMAScript module, or whatever is asked of a CommonJS one. Throws for a
 * module that passes on all of another, whose names are not in it.
 */
export function standIn(path: string, code: string): string {
  const { module } = parseSync(path, code, { sourceType: 'unambiguous' })
  if (!module.hasModuleSyntax) return `${LEFT_OUT}\nmodule.exports = LeftOutOfTheBundle`
  const names = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName: { kind, name } }) => {
      if (kind === 'Default') return 'default'
      if (name === null) throw new Error(`${path} passes on another module: leave out that one`)
      return name
    }),
  )
  return `${LEFT_OUT}\nexport { ${names.map((name) => `LeftOutOfTheBundle as ${name}`).join(', ')} }`
}
