import type { z } from 'zod'

/** One request of the window: the schema of its (untrusted) input and, as a type only, its output. */
export interface Route<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Never present at run time; carries the output type. */
  readonly output?: Output
}

/** Declares a route: `route<Output>()(inputSchema)`. Two calls, so that the input type is inferred. */
export function route<Output>() {
  return <Input extends z.ZodType>(input: Input): Route<Input, Output> => ({ input })
}
