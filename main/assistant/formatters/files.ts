import { type Formatter, plural, reading } from './reading.ts'

/** `diff -u ONE TWO | head`: nothing is printed where both are the same. */
export const readSame: Formatter = (stdout) =>
  stdout.trim() === '' ? reading('The two are the same.', '两者内容相同。') : null

/** `grep -oF -e WORD FILE | wc -l`, and without `-o` the lines that hold it. */
export const readTimes: Formatter = (stdout, command) => {
  if (!/^\d{1,9}$/u.test(stdout.trim())) return null
  const count = Number(stdout.trim())
  return / -oF -e /u.test(` ${command}`)
    ? reading(`It stands there ${plural(count, 'time')}.`, `共出现 ${count} 次。`)
    : reading(`${plural(count, 'line')} with it.`, `共有 ${count} 行包含它。`)
}

/** `docker image prune -f`, `docker system prune -f`: the last line says how much is free again. */
export const readReclaimed: Formatter = (stdout) => {
  const freed = stdout.trimEnd().match(/(?:^|\n)Total reclaimed space: (\d{1,6}(?:\.\d{1,4})? ?[kMGT]?B)$/u)?.[1]
  if (freed === undefined) return null
  return /^0 ?B$/u.test(freed)
    ? reading('There was nothing to remove.', '没有可清理的内容。')
    : reading(`${freed} is free again.`, `已释放 ${freed}。`)
}
