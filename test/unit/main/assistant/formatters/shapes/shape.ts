/** One answer as it is met in the field; `en` is null where nothing certain can be said of it. */
export interface Shape {
  readonly title: string
  readonly command: string
  readonly stdout: string
  readonly en: string | null
  readonly isWarning?: boolean
}

/** Answers of one command. */
export function shapesOf(
  command: string,
  shapes: readonly (readonly [title: string, stdout: string, en: string | null, isWarning?: boolean])[],
): readonly Shape[] {
  return shapes.map(([title, stdout, en, isWarning = false]) => ({ title, command, stdout, en, isWarning }))
}
