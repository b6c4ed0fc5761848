import type { Handlers } from './router.ts'

/**
 * Lets each handler wait until commands can be judged: the first one starts the classifier. A handler that judges and is left
 * out of this gets refusals until then, so nothing is sent unjudged.
 */
export function whenReady<Group extends Partial<Handlers>>(
  classifier: { ready(): Promise<void> },
  handlers: Group,
): Group {
  const waiting = Object.entries(handlers).map(([name, handler]) => {
    const answer = handler as (input: unknown) => unknown
    return [
      name,
      async (input: unknown) => {
        await classifier.ready()
        return answer(input)
      },
    ]
  })
  // Each handler keeps its name and its types; `fromEntries` cannot say so.
  return Object.fromEntries(waiting) as Group
}
