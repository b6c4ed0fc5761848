import { ACTION_CONCEPTS } from '../data/concepts-actions.ts'
import { CARE_CONCEPTS } from '../data/concepts-care.ts'
import { DIAGNOSIS_CONCEPTS } from '../data/concepts-diagnosis.ts'
import { FILE_CONCEPTS } from '../data/concepts-files.ts'
import { NETWORK_CONCEPTS } from '../data/concepts-network.ts'
import { OPERATION_CONCEPTS } from '../data/concepts-operations.ts'
import { REACH_CONCEPTS } from '../data/concepts-reach.ts'
import { SPEECH_CONCEPTS } from '../data/concepts-speech.ts'
import { TOPIC_CONCEPTS } from '../data/concepts-topics.ts'
import { UPKEEP_CONCEPTS } from '../data/concepts-upkeep.ts'
import { WORD_CONCEPTS } from '../data/concepts-words.ts'
import { THING_CONCEPTS } from '../data/intents-things.ts'
import { PROGRAM_NAMES, SERVICE_NAMES } from '../data/service-names.ts'
import { TIME_ZONE_PLACES } from '../data/time-zones.ts'
import type { ConceptEntry, ConceptKind } from '../entry-types.ts'
import { Spelling } from './spelling.ts'

/** A place without a time zone asks for what is there, not for the device. */
const PLACES = TIME_ZONE_PLACES.map((line) => line.split('=')[0] ?? '').filter((forms) => !forms.startsWith('utc'))
const CONCEPTS: readonly ConceptEntry[] = [
  ...OPERATION_CONCEPTS,
  ...THING_CONCEPTS,
  ...FILE_CONCEPTS,
  ...REACH_CONCEPTS,
  ...CARE_CONCEPTS,
  ...DIAGNOSIS_CONCEPTS,
  ...TOPIC_CONCEPTS,
  ...NETWORK_CONCEPTS,
  ...UPKEEP_CONCEPTS,
  ...ACTION_CONCEPTS,
  ...WORD_CONCEPTS,
  ...SPEECH_CONCEPTS,
  ['place', 'outside', PLACES.join('|'), ''],
]

const THINGS = new Set(['bluetooth', '蓝牙', 'motion', 'ntp', 'screen', 'vnc', 'plex', 'kodi'])

export interface LexiconForm {
  readonly concept: string
  readonly kind: ConceptKind
}

/** All forms of the lexicon, by text. Built once by the phrasebook that owns it. */
export class Lexicon {
  readonly #forms = new Map<string, LexiconForm>()
  readonly #names = new Map<string, string>()
  readonly #programs = new Set(PROGRAM_NAMES.flatMap((line) => line.split('|')))
  readonly #kinds = new Map<string, ConceptKind>()
  /** Built for the first word that nobody knows. */
  #spelling: Spelling | null = null
  #longest = 1

  constructor() {
    for (const [concept, kind, english, chinese] of CONCEPTS) {
      this.#kinds.set(concept, kind)
      for (const form of [...english.split('|'), ...chinese.split('|')]) {
        if (form === '' || this.#forms.has(form)) continue
        this.#forms.set(form, { concept, kind })
        this.#longest = Math.max(this.#longest, form.length)
      }
    }
    for (const entry of SERVICE_NAMES.flatMap((line) => line.split('|'))) {
      const [form = '', unit = form] = entry.split('=')
      this.#names.set(form, unit)
      this.#longest = Math.max(this.#longest, form.length)
    }
  }

  /** The word of the lexicon that a misspelt one stands for, or the words of a compound: "cpu-hungry". */
  corrected(text: string): string | undefined {
    if (this.form(text) !== undefined || this.isProgram(text)) return undefined
    const parts = text.split('-')
    const isCompound = parts.length > 1 && parts.every((part) => this.form(part) !== undefined)
    if (isCompound) return parts.join(' ')
    const known = () => [...this.#forms.keys(), ...this.#names.keys(), ...this.#programs]
    this.#spelling ??= new Spelling(known().flatMap((form) => form.split(' ')))
    return this.#spelling.correct(text)
  }

  get longestForm(): number {
    return this.#longest
  }

  kindOf(concept: string): ConceptKind | undefined {
    return this.#kinds.get(concept)
  }

  /** The concept of a form; an English plural counts as its singular. */
  form(text: string): LexiconForm | undefined {
    const exact = this.#forms.get(text)
    if (exact !== undefined || !/[a-z]{3}s$/u.test(text)) return exact
    const singular = this.#forms.get(text.slice(0, -1))
    return singular?.kind === 'topic' || singular?.kind === 'context' ? singular : undefined
  }

  /** A program that people name, service or not. */
  isProgram(text: string): boolean {
    return this.#programs.has(text) || this.#names.has(text)
  }

  /** A service of the same name as something else. */
  isThing(text: string): boolean {
    return THINGS.has(text)
  }

  /** The unit that operators mean by a spoken name, e.g. `蓝牙` → `bluetooth`. */
  unit(text: string): string | undefined {
    return this.#names.get(text)
  }
}
