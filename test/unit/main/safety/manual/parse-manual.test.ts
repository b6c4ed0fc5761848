import { describe, expect, it } from 'vitest'
import { coverRead } from '../../../../../main/safety/manual/cover-read.ts'
import { parseManual } from '../../../../../main/safety/manual/parse-manual.ts'

const TOOL = `
tool | shows things | 显示
  from tool 1.0 tool(1)
  -a --all | all of it | 全部
  -n --lines=number | so many | 数量
  -c --color[={auto,never}] | colours | 颜色
  -f --follow !endless | follows | 跟踪
  -# | so many | 数量
  operands text file*
  = tool x
  ! tool -z
`
const words = (text: string) => text.split(' ').map((value) => ({ value }))
const cover = (manual: string, call: string) => {
  const [name, ...args] = words(call)
  const program = parseManual(manual, 'test').programs.find((one) => one.name === name?.value)
  if (!program) throw new Error('no such program')
  return coverRead(program, args)
}
const isCovered = (manual: string, call: string): boolean => 'form' in cover(manual, call)

describe('manual', () => {
  it.each([
    'tool x',
    'tool -a x',
    'tool -an 5 x',
    'tool -an5 x f g',
    'tool --lines=5 x',
    'tool --lines 5 x',
    'tool -5 x',
  ])('covers “%s”, of which every word is listed', (call) => {
    expect(isCovered(TOOL, call)).toBe(true)
  })

  it.each([
    ['tool -z x', 'an option that is not listed'],
    ['tool -az x', 'an option in a cluster that is not listed'],
    ['tool --al x', 'an abbreviation'],
    ['tool --all=x x', 'a value for a switch'],
    ['tool -n x y', 'a value of another kind'],
    ['tool -n -a x', 'an option as a value'],
    ['tool --color=always x', 'a value that is no choice'],
    ['tool', 'too few operands'],
    ['tool -n', 'a missing value'],
  ])('does not cover “%s”: %s', (call) => {
    expect(isCovered(TOOL, call)).toBe(false)
  })

  it('names the word that it does not know', () => {
    expect(cover(TOOL, 'tool -a --zap x')).toEqual({ word: '--zap', why: 'option', known: 'tool x' })
    expect(cover(TOOL, 'tool -az x')).toMatchObject({ word: '-z in -az' })
  })

  it('tells what is opened from what is text', () => {
    const covered = cover(TOOL, 'tool /etc/x /etc/y')
    expect('form' in covered && covered.files.map((file) => file.value)).toEqual(['/etc/y'])
  })

  it('marks a call that does not end', () => {
    expect(cover(TOOL, 'tool -f x')).toMatchObject({ isEndless: true })
    expect(cover(TOOL, 'tool x')).toMatchObject({ isEndless: false })
  })

  it.each([
    ['  -a | x | 甲', 'stands before any program'],
    ['tool | x | 甲\n  from y\n  -n=nothing', 'is no kind of value'],
    ['tool | x | 甲\n  from y\n  -n !bad', 'is no mark'],
    ['tool | x | 甲\n  from y\n  nonsense', 'is no setting'],
    ['tool | x | 甲\n  from y\n  use nothing', 'which is no set'],
    ['tool\n  from y', 'no text in both languages'],
    ['tool | x | 甲', 'does not say which manual'],
    ['tool | x | 甲\n  from y\n  operands /(/', 'is no setting'],
  ])('says what is wrong in %j, and covers nothing by it', (text, fault) => {
    const manual = parseManual(text, 'test')
    expect(manual.faults.join('\n')).toContain(fault)
  })

  it('leaves out a program with a wrong line and keeps the others', () => {
    const manual = parseManual(`bad | x | 甲\n  from y\n  -n=nothing\n${TOOL}`, 'test')
    expect(manual.programs.map((program) => program.name)).toEqual(['tool'])
    expect(manual.faults).toHaveLength(1)
  })

  it('tells options before a sub-command from options behind it', () => {
    const git = `
common git
  from git 2.39
  before
  -C=path | in this folder | 在此目录
git: log | shows the history | 显示历史
  -n=number | so many | 数量
  = git log
  ! git -c x log
`
    expect(isCovered(git, 'git -C /x log -n 3')).toBe(true)
    expect(isCovered(git, 'git log -C /x')).toBe(false)
    expect(isCovered(git, 'git -n 3 log')).toBe(false)
  })

  it('reads a first argument without a dash only where the list says so', () => {
    const tar = `
tar | lists an archive | 列出归档
  from tar 1.34
  bare same
  -t --list !needed | lists | 列出
  -f --file=file | this archive | 归档
  -v | more | 更多
  operands path*
  = tar tf x.tar
  ! tar xf x.tar
`
    expect(isCovered(tar, 'tar tvf x.tar')).toBe(true)
    expect(isCovered(tar, 'tar -tf x.tar etc/passwd')).toBe(true)
    expect(isCovered(tar, 'tar xf x.tar')).toBe(false)
    expect(isCovered(tar, 'tar xf x.tar -t')).toBe(false)
    expect(isCovered(tar, 'tar -f x.tar')).toBe(false)
  })
})
