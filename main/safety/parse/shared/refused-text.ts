import type { LocalizedText } from '../../../../preload/contract/models/text.ts'

/** Thrown inside the classifier when the text itself is not acceptable; becomes the class `refused`. */
export class RefusedText extends Error {
  readonly reason: LocalizedText
  readonly rule: string

  constructor(rule: string, reason: LocalizedText) {
    super(reason.en)
    this.name = 'RefusedText'
    this.rule = rule
    this.reason = reason
  }
}
