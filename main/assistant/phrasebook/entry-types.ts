import type { CommandClass, DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/**
 * Role of a word. `topic` and `modifier` carry meaning, `action` changes something, `context` names the device,
 * `ask` and `filler` are free, `question` and `negation` forbid a change, `outside` is no device task.
 */
export type ConceptKind =
  | 'topic'
  | 'modifier'
  | 'action'
  | 'context'
  | 'ask'
  | 'filler'
  | 'question'
  | 'negation'
  | 'outside'

/** One concept: id, kind, English forms and Chinese forms (simplified, lower case), each separated by `|`. */
export type ConceptEntry = readonly [id: string, kind: ConceptKind, en: string, zh: string]

export const SLOT_KINDS = [
  'path',
  'file',
  'host',
  'port',
  'service',
  'process',
  'pid',
  'count',
  'rows',
  'size',
  'since',
  'minutes',
  'millis',
  'timezone',
  'text',
  'pin',
  'datetime',
  'package',
  'hostname',
  'ssid',
  'logfile',
  'program',
  'url',
  'conffile',
  'aptname',
  'account',
  'bus',
  'limit',
  'script',
  'day',
  'until',
  'delay',
  'interface',
  'group',
  'topic',
  'message',
  'qos',
  'lasting',
  'percent',
  'schedule',
  'job',
  'nice',
  'board',
  'bcm',
  'days',
  'locale',
  'megabytes',
  'pip',
  'image',
  'proto',
  // The other place of a command with two, and what else is said of files.
  'second',
  'remote',
  'format',
  'line',
  'lineto',
  'mode',
  'owner',
  'every',
  // What follows from the places that are said (`file-places.ts`).
  'gone',
  'bak',
  'owned',
  'plain',
  'packed',
  'target',
  'saved',
  'tgz',
  'tarfile',
  'zipfile',
  'gzipped',
  'tarball',
  'unzipped',
  'gunzipped',
  'into',
  'partition',
  'drive',
  'mounted',
  'mountpoint',
  'server',
  'address',
  'gateway',
  'mtu',
  'seconds',
  'clock',
  'pattern',
  // Parameters of the kernel, shares, spans of a log, and what a service keeps or is tested with.
  'key',
  'value',
  'share',
  'nfs',
  'options',
  'from',
  'to',
  'tester',
  'checker',
  'include',
  'errfile',
  'accessfile',
] as const
export type SlotKind = (typeof SLOT_KINDS)[number]
export type Slots = Readonly<Partial<Record<SlotKind, string>>>

/** One command text, or several: the first whose `{slots}` are all known is taken. */
type CommandTemplate = string | readonly string[]

/** Says for one request when it applies, what it runs on each system, and in which words. */
export interface Intent {
  readonly id: string
  readonly title: LocalizedText
  readonly explanation: LocalizedText
  /** The class expected for the Linux form; the classifier alone decides. */
  readonly expectedClass: CommandClass
  /** Seconds; null leaves the operator's default. */
  readonly timeoutS: number | null
  readonly linux: CommandTemplate
  /** Absent: the Linux form. */
  readonly raspberrypi?: CommandTemplate
  readonly powershell: CommandTemplate
  /** Absent: not offered where the device runs cmd. */
  readonly cmd?: CommandTemplate
  readonly defaults?: Slots
  /** The places that it changes: where only root may write in one of them, it is run as root. */
  readonly asRootIn?: readonly SlotKind[]
  /**
   * Each is one way to say it: groups of concept ids (`a|b`) that all have to occur, `<slot>` needed, `+concept`
   * may occur, `-concept` must not, `*0.9` weight, `~` only ever offered, `&` only beside another.
   */
  readonly when: readonly string[]
  /** Shown among the one-click actions of the window. */
  readonly isQuickAction?: boolean
  readonly examples: { readonly en: readonly string[]; readonly zh: readonly string[] }
}

type Pair<One> = readonly [en: One, zh: One]

/** An intent as the data holds it: English before Chinese, and no word for a look, the usual time and no form on Windows. */
export interface IntentEntry
  extends Omit<Intent, 'title' | 'explanation' | 'examples' | 'expectedClass' | 'timeoutS' | 'powershell'> {
  readonly title: Pair<string>
  readonly explanation: Pair<string>
  readonly examples: Pair<string | readonly string[]>
  readonly expectedClass?: CommandClass
  readonly timeoutS?: number
  readonly powershell?: CommandTemplate
}

/** The command and the words that go with it, ready for review. */
export interface PhrasebookCommand {
  readonly intent: string
  readonly title: LocalizedText
  readonly command: string
  readonly explanation: LocalizedText
  readonly expectedClass: CommandClass
  readonly timeoutS: number | null
}

export type PhrasebookAnswer =
  | { readonly decision: 'propose'; readonly score: number; readonly command: PhrasebookCommand }
  | {
      readonly decision: 'choose'
      /** What is to be decided, where it is more than which of them. */
      readonly question: LocalizedText | null
      readonly options: readonly PhrasebookCommand[]
    }
  | {
      readonly decision: 'decline'
      readonly reason: DeclineReason
      /** The word of the request that is the reason. */
      readonly word?: string
      /** A request that gives what can be given. */
      readonly instead?: LocalizedText
    }

/**
 * `other-machine`: it names one that is not asked. `unknown-word`: it is understood but for one name. `password`: it holds a password, which a command would show on the
 * device and in the audit log. `several`: it holds several requests, of which not all are understood. `too-wide`: it would take
 * away a folder of the system, or whatever fits a pattern. `terminal`: it wants a program that asks or redraws its screen.
 * `static-ip`: an address without its gateway. `no-folder`: a file that goes elsewhere, by its bare name.
 */
export type DeclineReason =
  | 'not-understood'
  | 'unknown-word'
  | 'not-on-this-system'
  | 'other-machine'
  | 'password'
  | 'several'
  | 'too-wide'
  | 'terminal'
  | 'static-ip'
  | 'no-folder'

/** A request with the command that answers it, for few-shot prompts and the empty state of the window. */
export interface PhrasebookExample {
  readonly text: string
  readonly intent: string
  readonly command: string
}

export type { DeviceSystem }
