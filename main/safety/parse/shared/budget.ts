import { RefusedText } from './refused-text.ts'

/** Characters that judging one command may look at, all nested texts and readings counted. */
const MAX_CHARACTERS = 150_000

const TOO_MUCH = {
  en: 'too much to judge: nested too deep or repeated too often; send it in parts',
  zh: '无法判断：嵌套过深或重复过多；请拆分后发送',
}

/** Bounds the work of one judgement, whatever the shell: hostile text of 200 bytes can mean hours. */
export class Budget {
  #left = MAX_CHARACTERS

  /**
   * Takes a part of the budget.
   * @throws RefusedText when nothing is left.
   */
  spend(characters: number): void {
    this.#left -= characters
    if (this.#left < 0) throw new RefusedText('input.budget', TOO_MUCH)
  }
}
