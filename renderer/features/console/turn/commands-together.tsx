import { createContext, useContext, useEffect } from 'react'

/** One command of a question as its card has it: edited, with its plan, judged by its own class. */
export interface CommandOfQuestion {
  /** It can run now. */
  readonly isReady: boolean
  /** Its card asks for a typed confirmation, which no other click stands for. */
  readonly needsTyping: boolean
  readonly run: () => void
}

/** Takes what a card says of its command; null when the card goes. */
type Register = (proposalId: string, command: CommandOfQuestion | null) => void

export const CommandsTogether = createContext<Register | null>(null)

/** Lets the question around a card run its command together with the others; does nothing around a single one. */
export function useCommandTogether(proposalId: string, { isReady, needsTyping, run }: CommandOfQuestion): void {
  const register = useContext(CommandsTogether)
  useEffect(
    () => register?.(proposalId, { isReady, needsTyping, run }),
    [register, proposalId, isReady, needsTyping, run],
  )
  useEffect(() => () => register?.(proposalId, null), [register, proposalId])
}
