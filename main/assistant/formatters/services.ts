import { cellsOf, column, type Formatter, linesOf, numberColumn, plural, reading, value } from './reading.ts'

const STATES: Readonly<Record<string, readonly [en: string, zh: string, isWarning: boolean]>> = {
  active: ['is running', '正在运行', false],
  activating: ['is starting', '正在启动', true],
  reloading: ['is reloading', '正在重新加载', false],
  deactivating: ['is stopping', '正在停止', true],
  inactive: ['is not running', '没有运行', true],
  failed: ['has failed', '已失败', true],
}

const UNIT = /^[\w@.:\\-]{1,100}\.(?:service|socket|timer|mount|target)$/u

/** `systemctl status UNIT`; its exit code says the state too, so it is read even where the command failed. */
export const readServiceStatus: Formatter = (stdout) => {
  const lines = linesOf(stdout).map((line) => line.trim())
  const unit = cellsOf(lines[0] ?? '', 3).find((cell) => UNIT.test(cell))
  const field = (label: string) => lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2)
  const match = field('Active')?.match(/^(\w+)(?: \([\w-]+\))?(?: since ([^;]{1,60}))?/u)
  const state = match?.[1] === undefined ? undefined : STATES[match[1]]
  if (unit === undefined || state === undefined) return null
  const [en, zh, isWarning] = state
  const name = unit.replace(/\.service$/u, '')
  const since = match?.[2]?.trim()
  const loaded = field('Loaded')?.match(/;\s*(enabled|disabled|static|masked)/u)?.[1]
  const rows = [
    ['PID', field('Main PID')],
    ['Memory', field('Memory')],
    ['CPU', field('CPU')],
    ['At boot', loaded],
  ].flatMap(([label = '', value]) => (value === undefined ? [] : [[label, value]]))
  return reading(
    `${name} ${en}${since === undefined ? '' : ` since ${since}`}.`,
    `${name} ${zh}${since === undefined ? '' : `（自 ${since}）`}。`,
    { isWarning, columns: [column('Detail', '项目'), column('Value', '值')], rows },
  )
}

interface Unit {
  readonly name: string
  readonly state: string
  readonly description: string
}

/** Lines of `systemctl list-units`; null where the closing count is missing. */
function unitsOf(stdout: string): readonly Unit[] | null {
  if (!/\b\d+ loaded units listed/u.test(stdout)) return null
  return linesOf(stdout).flatMap((line) => {
    const cells = cellsOf(line.replace(/^\W+/u, ''), 5)
    const [name = '', , active = '', sub = '', description] = cells
    const isUnit = description !== undefined && /\.\w+$/u.test(name) && /^\w+$/u.test(active) && /^\w+$/u.test(sub)
    return isUnit ? [{ name, state: `${active} (${sub})`, description }] : []
  })
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
    values,
    columns: UNIT_COLUMNS,
    rows: units.map(unitRow),
  })
}

/** `systemctl list-units --type=service --state=running`. */
export const readRunningUnits: Formatter = (stdout) => {
  const units = unitsOf(stdout)
  if (units === null || units.length === 0) return null
  return reading(`${plural(units.length, 'service')} running.`, `有 ${units.length} 个服务在运行。`, {
    values: [value('Running services', '运行中的服务', units.length)],
    columns: UNIT_COLUMNS,
    rows: units.map(unitRow),
  })
}

/** `apt list --upgradable`. */
export const readUpgradable: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  if (lines.length > 0 && !/^Listing/u.test(lines[0] ?? '') && !/\[upgradable/u.test(stdout)) return null
  const rows = lines.flatMap((line) => {
    const match = line.match(/^([\w.+-]+)\/\S+ (\S+) \S+ \[upgradable from: ([^\]]+)\]/u)
    return match === null ? [] : [[match[1] ?? '', match[3] ?? '', match[2] ?? '']]
  })
  if (rows.length === 0) {
    return lines.length === 1
      ? reading('No updates are known; the lists may be old.', '没有可用更新（软件包列表可能较旧）。', {
          values: updates(0),
        })
      : null
  }
  return reading(`${plural(rows.length, 'package')} can be updated.`, `有 ${rows.length} 个软件包可以更新。`, {
    values: updates(rows.length),
    columns: [column('Package', '软件包'), column('Installed', '当前版本'), column('New', '新版本')],
    rows,
  })
}

const updates = (count: number) => [value('Updates', '可用更新', count)]

/** `docker ps`. */
export const readContainers: Formatter = (stdout) => {
  const [heading = '', ...lines] = linesOf(stdout)
  if (!/^CONTAINER ID\s+IMAGE\s/u.test(heading)) return null
  const rows = lines.flatMap((line) => {
    const cells = line.trim().split(/\s{2,}/u)
    return cells.length < 5 ? [] : [[cells.at(-1) ?? '', cells[1] ?? '', cells[4] ?? '']]
  })
  if (rows.length !== lines.length) return null
  const values = [value('Running containers', '运行中的容器', rows.length)]
  if (rows.length === 0) return reading('No container is running.', '没有容器在运行。', { values })
  return reading(`${plural(rows.length, 'container')} running.`, `有 ${rows.length} 个容器在运行。`, {
    values,
    columns: [column('Name', '名称'), column('Image', '镜像'), column('State', '状态')],
    rows,
  })
}

/** `last -n N`. */
export const readLastLogins: Formatter = (stdout) => {
  const rows = linesOf(stdout).flatMap((line) => {
    const at = line.search(/ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [ \d]\d \d\d:\d\d/u)
    const [user = '', terminal, from] = cellsOf(line.slice(0, Math.max(at, 0)), 3)
    if (terminal === undefined || /^(?:reboot|shutdown|wtmp)$/u.test(user)) return []
    return [[user, from ?? terminal, line.slice(at + 1)]]
  })
  const [latest] = rows
  if (latest === undefined) return null
  return reading(`Last login: ${latest[0]}, ${latest[2]}.`, `最近一次登录：${latest[0]}，${latest[2]}。`, {
    columns: [column('User', '用户'), column('From', '来源'), column('When', '时间')],
    rows,
  })
}

/** `who`. */
export const readWho: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  if (lines.length === 0) return reading('Nobody is logged in.', '当前没有用户登录。')
  const rows = lines.flatMap((line) => {
    const match = line.match(/^(\S+)\s+(\S+)\s+(\d{4}-\d\d-\d\d \d\d:\d\d)(?:\s+\(([^)]*)\))?/u)
    return match === null ? [] : [[match[1] ?? '', match[2] ?? '', match[4] ?? '', match[3] ?? '']]
  })
  if (rows.length !== lines.length) return null
  const names = [...new Set(rows.map(([name]) => name))].join(', ')
  return reading(`${plural(rows.length, 'session')}: ${names}.`, `${rows.length} 个会话：${names}。`, {
    columns: [column('User', '用户'), column('Terminal', '终端'), column('From', '来源'), column('Since', '开始时间')],
    rows,
  })
}

/** `lsusb`. */
export const readUsb: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const all = lines.flatMap((line) => {
    const match = line.match(/^Bus (\d+) Device (\d+): ID ([0-9a-f]{4}:[0-9a-f]{4}) ?(.*)$/u)
    return match === null ? [] : [[match[1] ?? '', match[3] ?? '', match[4] ?? '']]
  })
  if (all.length === 0 || all.length !== lines.length) return null
  const rows = all.filter(([, id]) => !id?.startsWith('1d6b:'))
  return rows.length === 0
    ? reading('No USB device is attached, only hubs of the board.', '没有外接 USB 设备，只有板载集线器。')
    : reading(`${plural(rows.length, 'USB device')} attached.`, `接入了 ${rows.length} 个 USB 设备。`, {
        columns: [numberColumn('Bus', '总线'), column('ID', 'ID'), column('Device', '设备')],
        rows,
      })
}
