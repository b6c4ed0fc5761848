import type { ReadProgram } from '../../manual/read-form.ts'
import type { OptionSpec } from '../../tables/rule.ts'

/**
 * How a program reads its arguments, by its manual; `rest` adds the options that a read never holds. Where both speak of
 * an option the manual is right; where two of its forms differ the option is left as `rest` says.
 */
export function withManual(rest: OptionSpec, program: ReadProgram): OptionSpec {
  const valued = new Set<string>()
  const switches = new Set<string>()
  // Behind a sub-command a letter has its own meaning, which says nothing of the others.
  if (program.forms.some(({ subs }) => subs.some((sub) => sub.length > 0))) return rest
  for (const { options } of program.forms) {
    for (const [name, option] of options) {
      const takesNext = option.value !== undefined && option.isValueOptional !== true
      ;(takesNext ? valued : switches).add(name)
    }
  }
  const isWordStyle = rest.isWordStyle === true
  const isClear = (name: string): boolean => valued.has(name) && !switches.has(name)
  const isSwitch = (name: string): boolean => switches.has(name) && !valued.has(name)
  const letters = [...valued].filter((name) => /^-[^-]$/.test(name) && isClear(name)).map((name) => name.slice(1))
  const kept = [...(rest.values ?? '')].filter((letter) => !isSwitch(`-${letter}`) && !letters.includes(letter))
  const long = (name: string): string | undefined => (isWordStyle ? name : /^--(.+)$/.exec(name)?.[1])
  const longs = [...valued].filter(isClear).flatMap((name) => long(name) ?? [])
  const keptLongs = (rest.longValues?.split(' ') ?? []).filter((name) => !isSwitch(isWordStyle ? name : `--${name}`))
  return {
    ...rest,
    values: [...kept, ...letters].join(''),
    longValues: [...new Set([...keptLongs, ...longs])].join(' '),
  }
}
