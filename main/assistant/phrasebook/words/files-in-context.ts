import type { Token } from './tokens.ts'

/** Verbs of two places: the one that is named last is where it goes, or what it is compared with. */
const OF_TWO = /^(?:copy|move|rename|backup|pack|unpack|link-to|compare|sync-to|mount|mount-it)$/u
const LIVE = /^(?:实时|实时的|跟踪|跟踪一下|跟踪下|追踪|追踪一下|持续|一直|live|realtime|real-time)$/u
const FILE_SYSTEM = /^(?:ext[234]|vfat|fat32|ntfs|exfat|btrfs|xfs|f2fs)$/iu
const HERE = /^(?:当前目录|当前文件夹|当前目录下|本目录|current folder|current directory|working directory)$/u
const GOING_OVER = /^(?:覆盖|覆盖掉|恢复|还原)$/u
const PARTITION = /^(?:sd[a-z]\d{0,2}|(?:mmcblk|nvme)\d[a-z\d]{0,6})$/iu
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
  // 软链接B指向A: the link goes first.
  const second = has(tokens, /^link-target$/u) ? places[0] : places[1]
  const areTwo = places.length === 2 && places[0]?.values.path !== places[1]?.values.path
  return areTwo && second === token && isOfTwo
}

/** `rm -rf`, `cp -r`, `tail -f`, `grep -c`: the options of a command that is typed as a request. */
function optionInContext({ concept, surface }: Token, [first]: readonly Token[]): Partial<Token> | null {
  if (concept !== 'flag') return null
  const program = first?.surface ?? ''
  const isRecursive = /^-[a-z]{1,4}$/iu.test(surface) && /r/iu.test(surface)
  if (isRecursive && /^(?:rm|cp|chown|chmod|scp)$/u.test(program)) return { concept: 'whole' }
  if (surface === '-f' && program === 'tail') return { concept: 'follow', kind: 'outside' }
  return surface === '-c' && program === 'grep' ? { concept: 'line-count', kind: 'topic' } : null
}

const ARCHIVE = /\.(?:tar(?:\.(?:gz|xz|bz2|zst))?|tgz|txz|tbz2?|zip)$/iu

/** 备份 /opt/app 到 /mnt/app.tar.gz: what gets the name of an archive is packed, where it is none yet. */
function isIntoArchive(tokens: readonly Token[]): boolean {
  const places = tokens.flatMap(({ values }) => values.second ?? values.path ?? [])
  return places.length === 2 && !ARCHIVE.test(places[0] ?? '') && ARCHIVE.test(places[1] ?? '')
}

const OF_FILE = /^(?:backup|log|log-file|config)$/u

/** /opt/a的备份, "the backup of /opt/a": what belongs to a place is not the place. */
function isOfPlace(tokens: readonly Token[], index: number): boolean {
  const [of, ...rest] = tokens.slice(index + 1)
  const isBehind = of?.surface === 'of' && rest.find(({ kind }) => kind !== 'filler')?.values.path !== undefined
  return isBehind || (tokens[index - 1]?.surface === '的' && tokens[index - 2]?.values.path !== undefined)
}

/** What is done to a file, a drive or a log, where the verb alone could mean something else. */
function verbInContext(tokens: readonly Token[], index: number): Partial<Token> | null {
  const { surface, concept } = tokens[index] as Token
  const next = tokens[index + 1]
  // 卸载/mnt/usb: what is mounted, and no program.
  if (concept === 'backup' && isIntoArchive(tokens)) return { concept: 'pack' }
  const isTakenOut = concept === 'uninstall' || surface === '卸'
  const isMounted = (other: Token) =>
    PARTITION.test(other.surface) || /^\/(?:mnt|media|dev|srv|data)(?:\/|$)/u.test(other.values.path ?? '')
  if (isTakenOut && tokens.some(isMounted)) return { concept: 'unmount', kind: 'action', values: {}, isGuess: false }
  // 同步 /opt/data 到 /mnt/backup: folders, and not the clock.
  if (/^(?:同步|同步一下|sync)$/u.test(surface) && tokens.some(isPlace) && isTwice(tokens))
    return { concept: 'sync-to', kind: 'action' }
  // 用/etc/hosts.bak覆盖/etc/hosts: the first goes over the second.
  if (GOING_OVER.test(surface) && /^(?:用|从|拿)$/u.test(tokens[0]?.surface ?? '') && isTwice(tokens))
    return { concept: 'copy', kind: 'action' }
  // 把/tmp/a.txt干掉: a file, and no process.
  if (/^(?:干掉|弄掉|丢掉|扔掉)$/u.test(surface) && tokens.some(isPlace)) return { concept: 'delete', kind: 'action' }
  if (/^计?算$/u.test(surface) && has(tokens, /^(?:md5|sha1|sha256)$/u))
    return { concept: 'sum-up', kind: 'ask', weight: 0, values: {} }
  // 把/opt/a删了，先备份一份: another deed. /opt/a的备份: another thing. 删除备份 names the thing.
  const isDeleted = has(tokens, /^delete$/u)
  const isDeed = /[一下个]/u.test(surface) || /^(?:先|再|然后)$/u.test(tokens[index - 1]?.surface ?? '')
  if (isDeleted && concept === 'backup' && isDeed) return { concept: null }
  if (isDeleted && OF_FILE.test(concept ?? '') && isOfPlace(tokens, index)) return { concept: null, kind: 'unknown' }
  // /opt/old整个删了: with everything in it.
  if (surface === '整个' && tokens[index - 1]?.values.path !== undefined && has(tokens, /^delete$/u))
    return { concept: 'whole', kind: 'modifier' }
  // /var/log目录中最大的文件: what lies in it.
  if (
    /^(?:目录|文件夹)/u.test(surface) &&
    tokens[index - 1]?.values.path !== undefined &&
    has(tokens, /^biggest$/u) &&
    has(tokens, /^files?$/u)
  )
    return { concept: 'courtesy', kind: 'filler', weight: 0 }
  // / 下最大的文件: those of the whole system.
  if (tokens[index]?.values.path === '/' && has(tokens, /^biggest$/u) && has(tokens, /^files?$/u))
    return { concept: 'courtesy', kind: 'filler', values: {}, weight: 0 }
  // /srv/data归pi 连里面的一起: to whom it goes.
  if (/^归给?$/u.test(surface) && has(tokens, /^whole$/u))
    return { concept: 'set', kind: 'action', isGuess: false, values: {} }
  // 给/opt/run.sh 755权限: what it is to have.
  const isOfRights = has(tokens, /^run-right$/u) || tokens.some(({ values }) => values.mode !== undefined)
  const isGiven = surface === '给' && (index === 0 || next?.values.mode !== undefined)
  return isGiven && isOfRights ? { concept: 'set', kind: 'action' } : null
}

/** What is said of a log: that it is followed, and how much of it is to be left. */
function logInContext(tokens: readonly Token[], index: number): Partial<Token> | null {
  if (!has(tokens, OF_LOGS)) return null
  const { surface, concept } = tokens[index] as Token
  if (LIVE.test(surface) && !tokens.some(({ values }) => values.host !== undefined))
    return { concept: 'follow', kind: 'outside' }
  // 把日志只保留最近7天: the rest is to go.
  const isOnly = concept === 'keep' && /^(?:只|最多|至多|keep only)/u.test(surface)
  if (isOnly && !has(tokens, /^(?:delete|tidy|shrink-to|empty-out)$/u)) return { concept: 'shrink-to', kind: 'action' }
  // 清理日志到500M, 压缩到最多200M: what is to be left.
  const isLeft = /^(?:[到至]|最多|至多|不超过|at most)$/u.test(surface) && tokens[index + 1]?.values.size !== undefined
  return isLeft ? { concept: 'keep', kind: 'modifier' } : null
}

/** What a drive is asked for, and what containers leave over. */
function driveInContext(tokens: readonly Token[], index: number): Partial<Token> | null {
  const { surface, concept } = tokens[index] as Token
  // 清理docker: what it has left over, and not its service.
  if (surface === 'docker' && has(tokens, /^(?:tidy|how-to-free|unused-images)$/u) && !tokens.some(isPlace))
    return { concept: 'build-cache', kind: 'topic', values: {} }
  // /dev/sda1是ext4吗: how a partition is laid out.
  if (FILE_SYSTEM.test(surface) && tokens.some(({ values }) => values.path?.startsWith('/dev/')))
    return { concept: 'file-system-name', kind: 'modifier', values: {} }
  // 根目录满了怎么办: the disk of the system.
  if (surface === '根目录' && has(tokens, /^(?:full|no-space)$/u) && has(tokens, /^(?:what-to-do|how-to-free)$/u))
    return { concept: 'disk', kind: 'topic', values: {} }
  // /mnt挂着什么: what is mounted there.
  if (/^挂[着了的](?:什么|啥)?$/u.test(surface) && tokens.some(isPlace)) return { concept: 'mount', kind: 'topic' }
  // /dev/sda1用了多少: how full it is, and not by whom it is used.
  const isBlock = tokens.some(({ values }) => /^\/dev\/(?:sd|mmcblk|nvme)/u.test(values.path ?? ''))
  const isHowMuch =
    /多少|几/u.test(surface) || tokens.some((other) => /^(?:多少|how much|how full)$/u.test(other.surface))
  return concept === 'usage' && isBlock && isHowMuch ? { concept: 'space', kind: 'topic' } : null
}

/** 当前目录下的test.py, 旧的/opt/logs: the place that is named says which. */
function saysNothing(tokens: readonly Token[], index: number): boolean {
  const surface = tokens[index]?.surface ?? ''
  const isHere = HERE.test(surface) || (surface === '目录下' && tokens[index - 1]?.surface === '当前')
  const isBareName = ({ values }: Token) => /^[^/~.][^/]*$/u.test(values.path ?? values.second ?? '')
  if (isHere && tokens.some(isBareName)) return true
  // 打包/opt/app成app.tar.gz: leads to the other name.
  const next = tokens[index + 1]?.values
  if (surface === '成' && (next?.second !== undefined || next?.format !== undefined)) return true
  return (
    /^[旧老]$/u.test(surface) && tokens[index + 1]?.surface === '的' && tokens[index + 2]?.values.path !== undefined
  )
}

/** What a word is beside a file, a drive, an image of a container or a log that is followed; null where it stays what it is. */
export function fileInContext(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index] as Token
  if (isSecondPlace(token, tokens)) return { ...token, concept: null, values: { second: token.values.path ?? '' } }
  // 的所有者为pi用户: to whom it is to belong, and no account that is asked about.
  if (token.values.owner !== undefined) return token
  if (saysNothing(tokens, index))
    return { ...token, concept: 'courtesy', kind: 'filler', values: {}, weight: 0, isGuess: false }
  const changed =
    optionInContext(token, tokens) ??
    verbInContext(tokens, index) ??
    logInContext(tokens, index) ??
    driveInContext(tokens, index)
  return changed === null ? null : { ...token, ...changed }
}
