import { createHash } from 'node:crypto'
import type { Classification, Shell } from '../../../preload/contract/models/safety/safety.ts'
import { loadManuals, MANUAL_TEXTS, type Manuals } from '../manual/manuals.ts'
import { checkOptions } from '../options/check-options.ts'
import { OptionIndex } from '../options/option-index.ts'
import type { OptionRow } from '../options/option-row.ts'
import { OPTION_ROWS } from '../options/option-table.ts'
import { judgeBash } from '../parse/bash/bash.ts'
import { checkInput } from '../parse/shared/input-rules.ts'
import { refusePrompt } from '../parse/shared/pasted-prompt.ts'
import { RefusedText } from '../parse/shared/refused-text.ts'
import { RuleIndex } from '../parse/shared/rule-index.ts'
import type { Verdict } from '../parse/shared/verdict.ts'
import { judgeCmd } from '../parse/windows/cmd.ts'
import { judgePowerShell, type WindowsTables } from '../parse/windows/powershell.ts'
import { checkSecretPlaces } from '../secrets/check-secret-places.ts'
import { checkDeviceFiles } from '../tables/device-files.ts'
import { LINUX_RULES } from '../tables/linux/rules.ts'
import { LINUX_WRAPPERS } from '../tables/linux/wrappers.ts'
import { checkVitalObjects } from '../tables/vital-objects.ts'
import { CMD_RULES } from '../tables/windows/cmd.ts'
import { CMD_PROGRAM_RULES } from '../tables/windows/cmd-programs.ts'
import { CMD_SERVICE_RULES } from '../tables/windows/cmd-services.ts'
import { CMD_TOOL_RULES } from '../tables/windows/cmd-tools.ts'
import { POWERSHELL_RULES } from '../tables/windows/powershell.ts'
import { POWERSHELL_ALIASES } from '../tables/windows/powershell-aliases.ts'
import { checkManual, checkTables } from './check-tables.ts'

/** Raised whenever the code that reads the tables changes what it finds. */
const ENGINE_VERSION = 5
const CMD_ALL = [...CMD_RULES, ...CMD_SERVICE_RULES, ...CMD_PROGRAM_RULES, ...CMD_TOOL_RULES]

/** Verdicts that are kept, and characters of a command whose verdict is. */
const MAX_KEPT = 16
const MAX_KEPT_CHARS = 4_096

interface Kept {
  readonly command: string
  readonly shell: Shell
  readonly judged: Classification
}

/**
 * Judges commands; deterministic. What it judged last is kept by the exact text, because an approval has the same command
 * judged once more, for each shell that it may meet. An error inside is thrown, so that nothing is sent.
 */
export class Classifier {
  readonly tableVersion: string
  readonly #linux: RuleIndex
  readonly #windows: WindowsTables
  readonly #manuals: Manuals
  readonly #rows: readonly OptionRow[]
  readonly #kept: Kept[] = []
  #oldest = 0
  #fault: string | undefined

  /** `rows`: the option table; both are handed in by tests alone. */
  constructor(manuals = loadManuals(), rows: readonly OptionRow[] = OPTION_ROWS) {
    const linuxRules = LINUX_RULES.flat()
    this.#manuals = manuals
    this.#rows = rows
    const options = new OptionIndex(rows, manuals.linux)
    this.#linux = new RuleIndex(linuxRules, LINUX_WRAPPERS, manuals.linux, options)
    this.#windows = {
      powershell: new RuleIndex(POWERSHELL_RULES, [], manuals.powershell),
      cmd: new RuleIndex(CMD_ALL, [], manuals.cmd),
    }
    const windows = [POWERSHELL_RULES, POWERSHELL_ALIASES, CMD_ALL]
    this.tableVersion = hashOf([ENGINE_VERSION, linuxRules, rows, LINUX_WRAPPERS, windows, MANUAL_TEXTS])
  }

  /** All faults of {@link tableFaults} at once. */
  checkTables(): readonly string[] {
    return [...this.tableFaults()].flat()
  }

  /**
   * Holds every row against its examples, a little at a time. Where a row does not do what it says nothing is judged any
   * more, so that nothing is sent; the refusal names the row. Yields the faults of each part, in words for the log.
   */
  *tableFaults(): Generator<readonly string[]> {
    const judge = (command: string, shell: Shell) => this.#classify(command, shell)
    const { faults, linux, cmd, powershell } = this.#manuals
    for (const part of [
      [faults, checkOptions(this.#rows, linux), checkDeviceFiles(), checkVitalObjects(), checkSecretPlaces()],
      checkManual(linux, 'bash', judge),
      checkManual(powershell, 'powershell', judge),
      checkManual(cmd, 'cmd', judge),
      checkTables(LINUX_RULES.flat(), 'bash', judge),
      checkTables(POWERSHELL_RULES, 'powershell', judge),
      checkTables(CMD_ALL, 'cmd', judge),
    ]) {
      for (const found of part) {
        this.#fault ??= found[0]
        yield found
      }
    }
  }

  /** The class of one exact command for a shell; `refused` when the text itself is not acceptable. */
  classify(command: string, shell: Shell): Classification {
    if (this.#fault !== undefined) return this.#refusal(faultyTables(this.#fault))
    for (const kept of this.#kept) if (kept.command === command && kept.shell === shell) return kept.judged
    const judged = this.#classify(command, shell)
    if (command.length > MAX_KEPT_CHARS) return judged
    this.#kept[this.#oldest] = { command, shell, judged: Object.freeze(judged) }
    this.#oldest = (this.#oldest + 1) % MAX_KEPT
    return judged
  }

  #classify(command: string, shell: Shell): Classification {
    try {
      checkInput(command, shell)
      refusePrompt(command, shell)
      return this.#told(this.#judge(command, shell))
    } catch (error) {
      if (error instanceof RefusedText) return this.#refusal(error)
      throw error
    }
  }

  #judge(command: string, shell: Shell): Verdict {
    if (shell === 'bash') return judgeBash(command, this.#linux)
    const verdict = shell === 'cmd' ? judgeCmd(command, this.#windows) : judgePowerShell(command, this.#windows)
    if (verdict.count > 0) return verdict
    throw new RefusedText('input.nothing', { en: 'holds no command', zh: '不含任何命令' })
  }

  #told(verdict: Verdict): Classification {
    return {
      class: verdict.worst,
      ...verdict.listed(),
      options: verdict.notes,
      cutsOff: verdict.isCuttingOff,
      endless: verdict.isEndless,
      tableVersion: this.tableVersion,
    }
  }

  #refusal(refused: RefusedText): Classification {
    return {
      class: 'refused',
      reasons: [refused.reason],
      options: [],
      rules: [refused.rule],
      cutsOff: false,
      endless: false,
      tableVersion: this.tableVersion,
    }
  }
}

function faultyTables(fault: string): RefusedText {
  return new RefusedText('tables.faulty', {
    en: `a rule does not do what it says (${fault}), so nothing is judged: install Waypost again`,
    zh: `有规则与其说明不符（${fault}），因此不再判断任何命令：请重新安装 Waypost`,
  })
}

/** Stable hash of the tables, patterns included. */
function hashOf(tables: unknown): string {
  const text = JSON.stringify(tables, (_key, value: unknown) => (value instanceof RegExp ? value.toString() : value))
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
