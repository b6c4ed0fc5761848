import { checkInput } from '../../connection/input-check.ts'
import { type CheckStage, InputFault } from '../stage.ts'

/** Looks at what was typed and loaded, before anything is sent. */
export const inputStage: CheckStage = {
  name: 'input',
  run: async ({ target, now }) => {
    const problem = checkInput(target, now())
    if (problem !== null) throw new InputFault(problem)
    return {}
  },
}
