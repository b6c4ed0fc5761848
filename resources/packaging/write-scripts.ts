import { minifySync, type Plugin, type Rollup } from 'vite'

interface WrittenScripts {
  /** False where the bundler has shortened them already. */
  readonly isShortened: boolean
  /** Names of scripts whose text is not escaped. */
  readonly notAscii: ReadonlySet<string>
}

/** Up to this part of the app's own code, a script counts as a library. */
const LIBRARY_SHARE = 0.2

/**
 * Writes each script. Text that is not ASCII is escaped, so that V8 keeps the script in one byte a character instead of two; what
 * is mostly Chinese is shorter as it is. Names of functions and classes stay where scripts are shortened, for the stacks in the
 * log, but for the functions of libraries, of which a tenth is names that tell nobody anything.
 */
export function writeScripts({ isShortened, notAscii }: WrittenScripts): Plugin {
  return {
    name: 'write-scripts',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue
          const keepNames = { class: true, function: shareOfApp(file.modules) > LIBRARY_SHARE }
          file.code = minifySync(file.fileName, file.code, {
            module: true,
            compress: isShortened,
            mangle: isShortened && { toplevel: true, keepNames },
            codegen: { removeWhitespace: true, asciiOnly: !notAscii.has(file.name) },
          }).code
        }
      },
    },
  }
}

/** The part of a script that is the app's own code, 0 to 1. */
function shareOfApp(modules: Rollup.OutputChunk['modules']): number {
  const lengths = Object.entries(modules).map(([id, { renderedLength }]) => ({
    isApp: !/[\\/]node_modules[\\/]|^\0/.test(id),
    renderedLength,
  }))
  const sum = (rows: typeof lengths): number => rows.reduce((total, row) => total + row.renderedLength, 0)
  return sum(lengths.filter(({ isApp }) => isApp)) / sum(lengths)
}
