import { cellsOf, column, type Formatter, linesOf, numberColumn, plural, reading, value } from './reading.ts'

type StateWords = readonly [en: string, zh: string, isWarning: boolean]

/** What a state of systemd says about a service; where the word in parentheses decides, both are the key. */
const STATES: ReadonlyMap<string, StateWords> = new Map<string, StateWords>([
  ['active running', ['is running', '正在运行', false]],
  ['active exited', ['ran and ended: no process of it is running', '已执行完毕：没有它的进程在运行', true]],
  ['active listening', ['is listening', '正在监听', false]],
  ['active waiting', ['is waiting for its time', '正在等待触发', false]],
  ['active mounted', ['is mounted', '已挂载', false]],
  ['active active', ['is active', '已激活', false]],
  ['active plugged', ['is present', '设备存在', false]],
  ['activating auto-restart', ['ends and is started over and over', '反复退出并重新启动', true]],
  ['activating', ['is starting', '正在启动', true]],
  ['reloading', ['is reloading', '正在重新加载', false]],
  ['deactivating', ['is stopping', '正在停止', true]],
  ['inactive', ['is not running', '没有运行', true]],
  ['failed', ['has failed', '已失败', true]],
])

/** Why a unit cannot be started at all, by the first word of `Loaded`. */
const UNLOADED: ReadonlyMap<string, readonly [en: string, zh: string]> = new Map([
  ['not-found', [': there is no such unit', '：没有这个单元']],
  ['bad-setting', [': its unit file has a wrong setting', '：单元文件有错误的设置']],
  ['masked', [': it is masked', '：已被屏蔽']],
])

const UNIT = /^[\w@.:\\-]{1,100}\.(?:service|socket|timer|mount|automount|target|path|slice|swap|device)$/u

/** `systemctl status UNIT`; its exit code says the state too, so it is read even where the command failed. */
export const readServiceStatus: Formatter = (stdout) => {
  const lines = linesOf(stdout).map((line) => line.trim())
  const unit = cellsOf(lines[0] ?? '', 3).find((cell) => UNIT.test(cell))
  const fields = (label: string) =>
    lines.flatMap((line) => (line.startsWith(`${label}: `) ? [line.slice(label.length + 2)] : []))
  const field = (label: string) => fields(label)[0]
  const match = field('Active')?.match(/^([a-z]+)(?: \(([\w-]+)\))?(?: \([^)]{1,60}\))*(?: since ([^;]{1,60}))?/u)
  const [state, sub] = [match?.[1] ?? '', match?.[2] ?? '']
  const words = STATES.get(`${state} ${sub}`) ?? STATES.get(state)
  // Several units in one answer have no one state.
  if (unit === undefined || words === undefined || fields('Active').length > 1) return null
  const [en, zh, isWarning] = words
  const name = unit.replace(/\.service$/u, '')
  const since = match?.[3]?.trim()
  const loaded = field('Loaded')?.match(/;\s*(enabled|disabled|static|masked)/u)?.[1]
  const rows = [
    ['PID', field('Main PID')],
    ['Memory', field('Memory')],
    ['CPU', field('CPU')],
    ['At boot', loaded],
  ].flatMap(([label = '', value]) => (value === undefined ? [] : [[label, value]]))
  const isAfterwards = en.includes(':')
  const why = state === 'inactive' ? UNLOADED.get(field('Loaded')?.match(/^[a-z-]{1,20}/u)?.[0] ?? '') : undefined
  const [whyEn, whyZh] = why ?? ['', '']
  return reading(
    `${name} ${en}${isAfterwards || since === undefined ? '' : ` since ${since}`}${whyEn}.`,
    `${name} ${zh}${since === undefined ? '' : `（自 ${since}）`}${whyZh}。`,
    { isWarning, columns: [column('Detail', '项目'), column('Value', '值')], rows },
  )
}

interface Unit {
  readonly name: string
  readonly state: string
  readonly description: string
}

/** Lines of `systemctl list-units`; null where the closing count is missing or another. */
function unitsOf(stdout: string): readonly Unit[] | null {
  const count = stdout.match(/(?<!\d)(\d{1,6}) loaded units listed/u)?.[1]
  const units = linesOf(stdout).flatMap((line) => {
    const cells = cellsOf(line.replace(/^[\s●*○×↻]+/u, ''), 5)
    const [name = '', , active = '', sub = '', description] = cells
    const isUnit =
      description !== undefined && /\.\w+$/u.test(name) && /^[a-z]+$/u.test(active) && /^[a-z-]+$/u.test(sub)
    return isUnit ? [{ name, state: `${active} (${sub})`, description }] : []
  })
  return Number(count) === units.length ? units : null
}

const UNIT_COLUMNS = [column('Unit', '单元'), column('State', '状态'), column('Description', '说明')]
const unitRow = ({ name, state, description }: Unit) => [name.replace(/\.service$/u, ''), state, description]

/** `systemctl list-units --failed`. */
export const readFailedUnits: Formatter = (stdout) => {
  const units = unitsOf(stdout)
  if (units === null) return null
  const values = [value('Failed units', '失败的单元', units.length)]
  if (units.length === 0) return reading('No service has failed.', '没有失败的服务。', { values })
  return reading(`${plural(units.length, 'unit')} failed.`, `有 ${units.length} 个单元失败。`, {
    isWarning: true,
    columns: UNIT_COLUMNS,
    rows: units.map(unitRow),
    values,
  })
}

/** `systemctl list-units --type=service --state=running`. */
export const readRunningUnits: Formatter = (stdout) => {
  const units = unitsOf(stdout)
  if (units === null || units.length === 0) return null
  return reading(`${plural(units.length, 'service')} running.`, `有 ${units.length} 个服务在运行。`, {
    columns: UNIT_COLUMNS,
    rows: units.map(unitRow),
    values: [value('Running services', '运行中的服务', units.length)],
  })
}

/** The first line of `apt list`, in its languages, without the dots. */
const LISTING =
  /^(?:Listing|Auflistung|En train de lister|Listando|Вывод списка|正在列表|一覧表示|Elencazione|A listar|Listar|Lister opp|Bezig met oplijsten|Vypisuje se|Listeleme|Felsorolás|S'està llistant|Đang liệt kê)(?:\.\.\.|…)/u

/** `NAME/SUITE NEW ARCHITECTURE [upgradable from: OLD]`; the Japanese words stand behind the version. */
const UPGRADE =
  /^([\w.+-]{1,80})\/\S{1,120} (\S{1,80}) \S{1,20} \[(?:[^\]:：,]{1,60}[:：]\s?(\S{1,80}?)|(\S{1,80}) からアップグレード可)\]$/u

/** `apt list --upgradable`: the words in brackets are translated, the version in them is not. */
export const readUpgradable: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const isHeaded = LISTING.test(lines[0] ?? '')
  // Notes of apt itself: "N: There is 1 additional version."
  const listed = (isHeaded ? lines.slice(1) : lines).filter((line) => !line.startsWith('N: '))
  const rows = listed.flatMap((line) => {
    const match = line.match(UPGRADE)
    return match === null ? [] : [[match[1] ?? '', match[3] ?? match[4] ?? '', match[2] ?? '']]
  })
  if (rows.length !== listed.length || lines.length === 0) return null
  const values = [value('Updates', '可用更新', rows.length)]
  if (rows.length === 0)
    return reading('No updates are known; the lists may be old.', '没有可用更新（软件包列表可能较旧）。', { values })
  return reading(`${plural(rows.length, 'package')} can be updated.`, `有 ${rows.length} 个软件包可以更新。`, {
    columns: [column('Package', '软件包'), column('Installed', '当前版本'), column('New', '新版本')],
    rows,
    values,
  })
}

const CONTAINER_HEADS = ['CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'] as const

/** Cells of `docker ps` by the places of its heads, because a column may be empty; null where the table is another. */
function containersOf(
  stdout: string,
): readonly { readonly name: string; readonly image: string; readonly status: string }[] | null {
  const [heading = '', ...lines] = linesOf(stdout)
  const starts = CONTAINER_HEADS.map((head) => heading.indexOf(head))
  if (starts[0] !== 0 || starts.some((start, index) => index > 0 && start <= (starts[index - 1] ?? 0))) return null
  const rows = lines.flatMap((line) => {
    const cells = starts.map((start, index) => line.slice(start, starts[index + 1]).trim())
    const isCut = starts.some((start) => start > 0 && line.length > start && !/\s/u.test(line[start - 1] ?? ''))
    const [id = '', image = '', , , status = '', , name = ''] = cells
    const isRow = !isCut && /^[0-9a-f]{6,64}$/u.test(id) && name !== '' && CONTAINER_STATE.test(status)
    return isRow ? [{ name, image, status }] : []
  })
  return rows.length === lines.length ? rows : null
}

const CONTAINER_STATE = /^(?:Up |Restarting \(\d|Exited \(\d|Created|Dead|Removal )/u

/** Exit codes of what ended by itself, or was asked to end (SIGINT, SIGKILL, SIGTERM). */
const OF_STOPPING: ReadonlySet<string> = new Set(['0', '130', '137', '143'])

/** `docker ps` and `podman ps`. */
export const readContainers: Formatter = (stdout) => {
  const all = containersOf(stdout)
  if (all === null) return null
  const named = (pattern: RegExp) => all.filter(({ status }) => pattern.test(status)).map(({ name }) => name)
  const running = all.filter(({ status }) => status.startsWith('Up ') && !/\(Paused\)/u.test(status)).length
  const ended = all.flatMap(({ name, status }) => {
    const code = status.match(/^Exited \((\d{1,3})\)/u)?.[1]
    return code === undefined || OF_STOPPING.has(code) ? [] : [{ name, code }]
  })
  const stopped = named(/^(?:Exited|Created|Dead|Removal)/u).length - ended.length
  const troubles = [
    { names: named(/^Restarting/u), en: 'restarts over and over', zh: '反复重启' },
    { names: named(/\(unhealthy\)/u), en: 'is unhealthy', zh: '健康检查未通过' },
    { names: named(/\(Paused\)/u), en: 'is paused', zh: '已暂停' },
  ].filter(({ names }) => names.length > 0)
  const en = [
    running === 0 ? 'No container is running' : `${plural(running, 'container')} running`,
    ...troubles.flatMap((trouble) => trouble.names.map((name) => `${name} ${trouble.en}`)),
    ...ended.map(({ name, code }) => `${name} ended with code ${code}`),
    ...(stopped > 0 ? [`${stopped} stopped`] : []),
  ]
  const zh = [
    running === 0 ? '没有容器在运行' : `有 ${running} 个容器在运行`,
    ...troubles.flatMap((trouble) => trouble.names.map((name) => `${name} ${trouble.zh}`)),
    ...ended.map(({ name, code }) => `${name} 已退出（代码 ${code}）`),
    ...(stopped > 0 ? [`${stopped} 个已停止`] : []),
  ]
  return reading(`${en.join('; ')}.`, `${zh.join('；')}。`, {
    isWarning: troubles.length + ended.length > 0,
    columns: [column('Name', '名称'), column('Image', '镜像'), column('State', '状态')],
    rows: all.map(({ name, image, status }) => [name, image, status]),
    values: [value('Running containers', '运行中的容器', running)],
  })
}

/** Starts, runlevels and the closing line of `last`. */
const NO_PERSON = /^(?:reboot|shutdown|soft-reboot|runlevel|[wb]tmp(?:db)?)$/u

const TERMINAL = /^(?:pts\/\d+|tty\w{1,6}|:\d+|console)$/u

/** `last -n N`. */
export const readLastLogins: Formatter = (stdout) => {
  const rows = linesOf(stdout).flatMap((line) => {
    const at = line.search(/ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [ \d]\d \d\d:\d\d/u)
    const [user = '', terminal, from] = cellsOf(line.slice(0, Math.max(at, 0)), 3)
    if (terminal === undefined || NO_PERSON.test(user) || TERMINAL.test(user)) return []
    return [[user, from ?? terminal, line.slice(at + 1)]]
  })
  const [latest] = rows
  if (latest === undefined) return null
  return reading(`Last login: ${latest[0]}, ${latest[2]}.`, `最近一次登录：${latest[0]}，${latest[2]}。`, {
    columns: [column('User', '用户'), column('From', '来源'), column('When', '时间')],
    rows,
  })
}

/** Dates of `who`: ISO in most locales, short in that of a service, which is often C; newer ones name the service first. */
const LOGIN =
  /^(\S{1,40})\s+(?:[-+?]\s+)?((?:[a-z]{1,16} )?\S{1,20})\s+(\d{4}-\d\d-\d\d \d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d)(?:\s+\(([^)]{0,100})\))?/u

/** `who`. */
export const readWho: Formatter = (stdout) => {
  const lines = linesOf(stdout).filter((line) => !/^(?:USER|NAME)\s+(?:TTY|LINE)\s/u.test(line))
  if (lines.length === 0) return reading('Nobody is logged in.', '当前没有用户登录。')
  const rows = lines.flatMap((line) => {
    const match = line.match(LOGIN)
    return match === null ? [] : [[match[1] ?? '', match[2] ?? '', match[4] ?? '', match[3] ?? '']]
  })
  if (rows.length !== lines.length) return null
  const names = [...new Set(rows.map(([name]) => name))].join(', ')
  return reading(`${plural(rows.length, 'session')}: ${names}.`, `${rows.length} 个会话：${names}。`, {
    columns: [column('User', '用户'), column('Terminal', '终端'), column('From', '来源'), column('Since', '开始时间')],
    rows,
  })
}

/** Hubs that the boards of Raspberry Pi 1 to 4 have; others have them too. */
const HUBS: ReadonlySet<string> = new Set(['2109:3431', '0424:9512', '0424:9514', '0424:2514'])
/** Network adapters on the boards of Raspberry Pi 1 to 3. */
const ADAPTERS: ReadonlySet<string> = new Set(['0424:ec00', '0424:7800'])

/** `lsusb`. */
export const readUsb: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const all = lines.flatMap((line) => {
    const match = line.match(/^Bus (\d+) Device (\d+): ID ([0-9a-f]{4}:[0-9a-f]{4}) ?(.*)$/u)
    return match === null ? [] : [[match[1] ?? '', match[3] ?? '', match[4] ?? '']]
  })
  if (all.length === 0 || all.length !== lines.length) return null
  const besideHubs = all.filter(([, id = '']) => !id.startsWith('1d6b:') && !HUBS.has(id))
  const rows = besideHubs.filter(([, id = '']) => !ADAPTERS.has(id))
  const [withEn, withZh] =
    besideHubs.length > 0 ? [' and a network adapter, as boards have it', '和板载型号的网卡'] : ['', '']
  return rows.length === 0
    ? reading(`No USB device is attached, only hubs${withEn}.`, `没有外接 USB 设备，只有集线器${withZh}。`)
    : reading(`${plural(rows.length, 'USB device')} attached.`, `接入了 ${rows.length} 个 USB 设备。`, {
        columns: [numberColumn('Bus', '总线'), column('ID', 'ID'), column('Device', '设备')],
        rows,
      })
}
