/**
 * A text with where it comes from. `isFromDeviceOutput`: a device wrote it, or a model that had read what a device wrote.
 * A prompt is made of these alone, so that no text of a device gets into one without its mark.
 */
export interface MarkedText {
  readonly text: string
  readonly isFromDeviceOutput: boolean
}

/** A value for a prompt as JSON: no bare string, so that each text says where it comes from. */
export type MarkedValue =
  | MarkedText
  | number
  | null
  | undefined
  | readonly MarkedValue[]
  | { readonly [name: string]: MarkedValue }

/**
 * A text that no device can choose: of the operator, of this program, or one of a closed list (a state, a system). A
 * device id counts as one too: an address of letters, digits and `._-` that the operator chose as a target.
 */
export function unmarked(text: string): MarkedText {
  return { text, isFromDeviceOutput: false }
}

/** Marks text that a device wrote; an empty text needs no mark. */
export function fromDevice(text: string): MarkedText {
  return { text, isFromDeviceOutput: text !== '' }
}

/** A literal of the program with texts put in; as marked as the worst of them. */
export function marked(literals: TemplateStringsArray, ...pieces: readonly (MarkedText | number)[]): MarkedText {
  const texts = pieces.map((piece) => (typeof piece === 'number' ? unmarked(String(piece)) : piece))
  return {
    text: String.raw({ raw: literals }, ...texts.map(({ text }) => text)),
    isFromDeviceOutput: texts.some(({ isFromDeviceOutput }) => isFromDeviceOutput),
  }
}

/** As marked as the worst of them. */
export function joined(texts: readonly MarkedText[], separator: string): MarkedText {
  return {
    text: texts.map(({ text }) => text).join(separator),
    isFromDeviceOutput: texts.some(({ isFromDeviceOutput }) => isFromDeviceOutput),
  }
}

/** The text redacted, cut or rewritten; what became of it keeps its mark. */
export function changed({ text, isFromDeviceOutput }: MarkedText, change: (text: string) => string): MarkedText {
  return { text: change(text), isFromDeviceOutput }
}

/** The value as JSON; as marked as the worst text in it. */
export function markedJson(value: MarkedValue): MarkedText {
  let isFromDeviceOutput = false
  const text = JSON.stringify(value, (_name, part: MarkedValue) => {
    if (!isMarkedText(part)) return part
    isFromDeviceOutput ||= part.isFromDeviceOutput
    return part.text
  })
  return { text, isFromDeviceOutput }
}

function isMarkedText(value: MarkedValue): value is MarkedText {
  return typeof value === 'object' && value !== null && 'isFromDeviceOutput' in value
}
