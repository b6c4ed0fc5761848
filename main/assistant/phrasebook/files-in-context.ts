import type { Token } from './tokens.ts'

/** Verbs of two places: the one that is named last is where it goes, or what it is compared with. */
const OF_TWO = /^(?:copy|move|rename|backup|pack|unpack|link-to|compare|sync-to|mount|mount-it)$/u
const LIVE = /^(?:实时|实时的|跟踪|跟踪一下|跟踪下|追踪|追踪一下|持续|一直|live|realtime|real-time)$/u
const FILE_SYSTEM = /^(?:ext[234]|vfat|fat32|ntfs|exfat|btrfs|xfs|f2fs)$/iu
const HERE = /^(?:当前目录|当前文件夹|当前目录下|本目录|current folder|current directory|working directory)$/u
const GOING_OVER = /^(?:覆盖|覆盖掉|恢复|还原)$/u
const OF_LOGS = /^(?:log|system-log|kernel-log|journal|log-file)$/u

const has = (tokens: readonly Token[], concept: RegExp) => tokens.some((token) => concept.test(token.concept ?? ''))
const isPlace = ({ values }: Token) => values.path !== undefined && values.url === undefined

const isTwice = (tokens: readonly Token[]) =>
  tokens.some(({ values }) => values.second !== undefined) || tokens.filter(isPlace).length === 2

/** The second of two places that one verb takes; where three are named, none is. */
function isSecondPlace(token: Token, tokens: readonly Token[]): boolean {
  if (!isPlace(token) || tokens.some(({ values }) => values.second !== undefined || values.remote !== undefined))
    return false
  const places = tokens.filter(isPlace)
  const isOfTwo = has(tokens, OF_TWO) || tokens.some(({ surface }) => /^(?:同步|sync|覆盖|恢复|还原)$/u.test(surface))
  return places.length === 2 && places[1] === token && places[0]?.values.path !== token.values.path && isOfTwo
}

/** What a word is beside a file, a drive, an image of a container or a log that is followed; null where it stays what it is. */
export function fileInContext(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index] as Token
  const { surface, concept, values } = token
  if (isSecondPlace(token, tokens)) {
    return { ...token, concept: null, values: { second: values.path ?? '' } }
  }
  // 卸载/mnt/usb: what is mounted, and no program.
  const isTakenOut = concept === 'uninstall' || surface === '卸'
  if (isTakenOut && tokens.some((other) => /^\/(?:mnt|media|dev|srv|data)(?:\/|$)/u.test(other.values.path ?? '')))
    return { ...token, concept: 'unmount', kind: 'action', values: {}, isGuess: false }
  // 清理docker: what it has left over, and not its service.
  if (surface === 'docker' && has(tokens, /^(?:tidy|how-to-free)$/u) && !tokens.some(isPlace))
    return { ...token, concept: 'build-cache', kind: 'topic', values: {} }
  if (LIVE.test(surface) && has(tokens, OF_LOGS) && !tokens.some((other) => other.values.host !== undefined))
    return { ...token, concept: 'follow', kind: 'outside' }
  // 同步 /opt/data 到 /mnt/backup: folders, and not the clock.
  if (/^(?:同步|同步一下|sync)$/u.test(surface) && tokens.filter(isPlace).length > 0 && isTwice(tokens))
    return { ...token, concept: 'sync-to', kind: 'action' }
  // 把日志只保留最近7天: the rest is to go.
  if (
    concept === 'keep' &&
    /^(?:只|keep only)/u.test(surface) &&
    has(tokens, OF_LOGS) &&
    !has(tokens, /^(?:delete|tidy|shrink-to|empty-out)$/u)
  )
    return { ...token, concept: 'shrink-to', kind: 'action' }
  // rm -rf, cp -r, tail -f: the options of a command that is typed as a request.
  const isTyped = token.concept === 'flag' && index > 0
  if (
    isTyped &&
    /^-[a-z]{1,4}$/iu.test(surface) &&
    /r/iu.test(surface) &&
    /^(?:rm|cp|chown|chmod|scp)$/u.test(tokens[0]?.surface ?? '')
  )
    return { ...token, concept: 'whole' }
  if (isTyped && surface === '-f' && tokens[0]?.surface === 'tail')
    return { ...token, concept: 'follow', kind: 'outside' }
  // 用/etc/hosts.bak覆盖/etc/hosts: the first goes over the second.
  if (GOING_OVER.test(surface) && /^(?:用|从|拿)$/u.test(tokens[0]?.surface ?? '') && isTwice(tokens))
    return { ...token, concept: 'copy', kind: 'action' }
  // /dev/sda1是ext4吗: how a partition is laid out.
  if (FILE_SYSTEM.test(surface) && tokens.some((other) => other.values.path?.startsWith('/dev/')))
    return { ...token, concept: 'file-system-name', kind: 'modifier', values: {} }
  // 根目录满了怎么办: the disk of the system.
  if (surface === '根目录' && has(tokens, /^(?:full|no-space)$/u) && has(tokens, /^(?:what-to-do|how-to-free)$/u))
    return { ...token, concept: 'disk', kind: 'topic', values: {} }
  if (isTyped && surface === '-c' && tokens[0]?.surface === 'grep')
    return { ...token, concept: 'line-count', kind: 'topic' }
  // 把/tmp/a.txt干掉: a file, and no process.
  if (/^(?:干掉|弄掉|丢掉|扔掉)$/u.test(surface) && tokens.some(isPlace))
    return { ...token, concept: 'delete', kind: 'action' }
  // 当前目录下的test.py: where the command runs anyway.
  const isHere = HERE.test(surface) || (surface === '目录下' && tokens[index - 1]?.surface === '当前')
  if (isHere && tokens.some(({ values }) => /^[^/~.][^/]*$/u.test(values.path ?? values.second ?? '')))
    return { ...token, concept: 'courtesy', kind: 'filler', values: {}, weight: 0 }
  // 给/opt/run.sh 755权限: what it is to have.
  if (
    index === 0 &&
    surface === '给' &&
    (has(tokens, /^run-right$/u) || tokens.some((other) => other.values.mode !== undefined))
  )
    return { ...token, concept: 'set', kind: 'action' }
  return null
}
