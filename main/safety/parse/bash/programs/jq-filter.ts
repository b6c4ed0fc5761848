import type { OptionFacts } from '../../../options/option-facts.ts'
import type { Arg } from '../../shared/arguments.ts'
import { findScripts } from '../../shared/scripts.ts'
import type { ProgramCall } from '../program-call.ts'

const HIDDEN = {
  en: 'cannot be judged: the filter uses a word that is not on the list of known ones',
  zh: '无法判断：过滤器使用了不在已知列表中的词',
}
const ENVIRONMENT = { en: 'reads the environment, which may hold secrets', zh: '读取可能含有机密的环境变量' }

/** Words of jq 1.6 and 1.7 (jq(1)) that neither load files, read the environment nor repeat without an end. */
const KNOWN = new Set(
  `and or not if then elif else end as def reduce foreach try catch label break null true false empty error add all any
   flatten range floor sqrt pow log exp length utf8bytelength keys keys_unsorted values has in map map_values path del
   to_entries from_entries with_entries select recurse recurse_down env_is_left_out transpose arrays objects iterables
   booleans numbers normals finites strings nulls scalars nan isinfinite isnan isvalid isnormal sort sort_by
   group_by min max min_by max_by unique unique_by reverse contains inside startswith endswith combinations ltrimstr
   rtrimstr trim ltrim rtrim explode implode split join ascii ascii_downcase ascii_upcase walk tojson fromjson todate
   fromdate now mktime gmtime localtime strftime strflocaltime strptime dateadd datesub date fromdateiso8601
   todateiso8601 dateiso8601 test match capture scan splits sub gsub ascii limit first last nth
   getpath setpath delpaths paths leaf_paths pick abs toarray to_number tonumber tostring type input inputs debug stderr
   input_line_number splits tojson ceil round fabs indices index rindex inside error halt builtins csv tsv html uri sh
   base64 base64d json text loc line column tag style kind anchor alias length sort_keys document_index di filename
   fileIndex fi parent key to_yaml to_json to_csv to_tsv to_props to_xml from_yaml from_xml from_csv from_props upcase
   downcase eval_is_left_out`
    .split(/\s+/)
    .filter((word) => !word.endsWith('_is_left_out')),
)

/**
 * Judges the filter of `jq` and `yq`, whose words are all on a list.
 *
 * Handles: `env` and `$ENV` (secrets), `import` and `include` (modules), `load` and `system` of yq.
 * @example `jq -r '.a[] | select(.b > 1)' f` → read
 * @example `jq -n env` → change
 * @example `jq 'import "m" as m; .' f` → unknown
 */
export function judgeFilter({ args, covered, scope }: ProgramCall, facts: OptionFacts): void {
  for (const { value } of covered?.scripts ?? findScripts(withoutSub(args), facts).scripts) {
    if (/\$(?:__prog_args|ENV)\b|(?<![.\w$"])(?:env|strenv|envsubst)\b/.test(value))
      scope.verdict.add('change', 'filter.environment', ENVIRONMENT)
    for (const word of wordsOf(value)) {
      if (!KNOWN.has(word) && word !== 'env') scope.verdict.add('unknown', 'filter.word', HIDDEN)
    }
  }
}

/** `yq eval '.a'` names what it does before the filter. */
const withoutSub = (args: readonly Arg[]): readonly Arg[] =>
  /^(?:e|ea|eval|eval-all)$/.test(args[0]?.value ?? '') ? args.slice(1) : args

/** Words of the filter outside of strings that are neither fields, variables nor keys of an object. */
function wordsOf(filter: string): string[] {
  const bare = withoutStrings(filter)
  const openings = openingsOf(bare)
  const defined = new Set([...bare.matchAll(/\bdef\s+(\w+)/g)].map((match) => match[1] ?? ''))
  return [...bare.matchAll(/[.$]?[A-Za-z_]\w*/g)]
    .filter(
      (match) =>
        !/^[.$]/.test(match[0]) &&
        !isShorthandKey(bare, match.index, match[0].length, openings) &&
        !/^\s*:/.test(bare.slice(match.index + match[0].length, match.index + match[0].length + 4)),
    )
    .map((match) => match[0])
    .filter((word) => !defined.has(word))
}

/** True if a word is a whole entry of an object: `{id, temp}` means the fields of these names. */
function isShorthandKey(bare: string, start: number, length: number, openings: readonly string[]): boolean {
  if (openings[start] !== '{') return false
  return (
    /[{,]\s{0,8}$/.test(bare.slice(Math.max(0, start - 9), start)) &&
    /^\s{0,8}[,}]/.test(bare.slice(start + length, start + length + 9))
  )
}

/** The bracket that is open at each character. */
function openingsOf(bare: string): string[] {
  const open: string[] = []
  return bare.split('').map((char) => {
    const innermost = open.at(-1) ?? ''
    if (/[([{]/.test(char)) open.push(char)
    else if (/[)\]}]/.test(char)) open.pop()
    return innermost
  })
}

/** The filter with its strings blanked; what a string interpolates stays. */
function withoutStrings(filter: string): string {
  let bare = ''
  let isString = false
  const depths: number[] = []
  for (let i = 0; i < filter.length; i++) {
    const char = filter.charAt(i)
    if (isString) {
      if (char === '\\' && filter.charAt(i + 1) === '(') {
        depths.push(1)
        isString = false
        bare += ' '
        i++
      } else if (char === '\\') i++
      else if (char === '"') isString = false
      continue
    }
    if (char === '#') {
      const end = filter.indexOf('\n', i)
      i = end < 0 ? filter.length : end
      continue
    }
    if (char === '"') {
      isString = true
      bare += '.s'
      continue
    }
    const open = depths.length - 1
    if (open >= 0 && char === '(') depths[open] = (depths[open] ?? 0) + 1
    if (open >= 0 && char === ')') {
      depths[open] = (depths[open] ?? 1) - 1
      if (depths[open] === 0) {
        depths.pop()
        isString = true
        bare += ' '
        continue
      }
    }
    bare += char
  }
  return bare
}
