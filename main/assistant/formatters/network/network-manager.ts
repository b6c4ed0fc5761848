import { column, type Formatter, linesOf, numberColumn, plural, reading, value } from '../reading.ts'

/** What nmcli writes in a cell without content. */
const NONE = '--'
/** Its bars in percent: three from here on, and two. */
const [GOOD_PERCENT, FAIR_PERCENT] = [56, 31]

/** Cells of a table of nmcli, between which at least two spaces stand in every language. */
function cellsOf(line: string): readonly string[] {
  return line.trim().split(/ {2,}/u)
}

interface Network {
  readonly name: string
  readonly channel: string
  readonly signal: number
  readonly security: string
  readonly isInUse: boolean
}

const ADDRESS = /^[0-9A-F]{2}(?::[0-9A-F]{2}){5}$/u

/** One line of the list, read from the right, because only the name can be anything; null where it is none. */
function networkOf(line: string): Network | null {
  const isInUse = line.startsWith('*')
  const cells = cellsOf(isInUse ? line.slice(1) : line)
  const [mode = '', channel = '', rate = '', signal = '', bars = '', security = ''] = cells.slice(-6)
  const [first = '', ...others] = cells.slice(0, -6)
  const [name, more] = ADDRESS.test(first) ? others : [first, ...others]
  const isRow =
    more === undefined &&
    name !== undefined &&
    name !== '' &&
    /^\S{1,20}$/u.test(mode) &&
    /^\d{1,3}$/u.test(channel) &&
    /^\d{1,5} \S{2,10}$/u.test(rate) &&
    /^\d{1,3}$/u.test(signal) &&
    Number(signal) <= 100 &&
    /^[▂▄▆█_* ]{1,4}$/u.test(bars)
  return isRow ? { name, channel, signal: Number(signal), security, isInUse } : null
}

/** The lines below the head, which is none itself; null where there is no head. */
function belowHead(stdout: string, isRow: (line: string) => boolean): readonly string[] | null {
  const [head, ...lines] = linesOf(stdout)
  return head === undefined || isRow(head) ? null : lines
}

/** `nmcli device wifi list`, with and without the addresses, whatever the language of its heads is. */
export const readWifiList: Formatter = (stdout) => {
  const [head = ''] = linesOf(stdout)
  const lines = belowHead(stdout, (line) => networkOf(line) !== null)
  if (lines === null || !/(?:^|\s)SSID\s/u.test(head)) return null
  const rows = lines.flatMap((line) => networkOf(line) ?? [])
  const used = new Set(rows.flatMap(({ isInUse, name }) => (isInUse ? [name] : [])))
  if (rows.length !== lines.length || used.size > 1) return null
  const named = new Set(rows.flatMap(({ name }) => (name === NONE ? [] : [name])))
  const hidden = rows.filter(({ name }) => name === NONE).length
  const connected = rows.find(({ isInUse }) => isInUse)
  if (rows.length === 0) return reading('No Wi-Fi network is in reach.', '附近没有无线网络。', { isWarning: true })
  const en = `${plural(named.size, 'Wi-Fi network')} in reach${hidden > 0 ? `, and ${hidden} without a name` : ''}`
  const zh = `附近有 ${named.size} 个无线网络${hidden > 0 ? `，另有 ${hidden} 个没有名称` : ''}`
  const [stateEn, stateZh, isWeak] = connectedWords(connected)
  const strongest = rows.toSorted((left, right) => right.signal - left.signal)
  return reading(`${en}; ${stateEn}.`, `${zh}；${stateZh}。`, {
    isWarning: isWeak,
    columns: [
      column('Network', '网络'),
      numberColumn('Signal', '信号'),
      column('Channel', '信道'),
      column('Security', '加密'),
    ],
    rows: strongest.map(({ name, signal, channel, security }) => [name, `${signal} %`, channel, security]),
    values: [
      value('Networks in reach', '附近的网络', named.size),
      ...(connected === undefined ? [] : [value('Signal', '信号', connected.signal, '%')]),
    ],
  })
}

function connectedWords(network: Network | undefined): readonly [en: string, zh: string, isWeak: boolean] {
  if (network === undefined) return ['connected to none of them', '没有连接其中任何一个', false]
  const { signal } = network
  const name = network.name === NONE ? ['one without a name', '一个没有名称的网络'] : [network.name, ` ${network.name}`]
  const [en, zh] =
    signal >= GOOD_PERCENT ? ['good', '良好'] : signal >= FAIR_PERCENT ? ['fair', '一般'] : ['weak', '较弱']
  const isWeak = signal < FAIR_PERCENT
  return [`connected to ${name[0]}, signal ${signal} %: ${en}`, `已连接${name[1]}，信号 ${signal} %，${zh}`, isWeak]
}

type State = 'connected' | 'connecting' | 'not-connected' | 'unavailable' | 'unmanaged'

/** What stands in the column of states, without what is in brackets, in English, Chinese, German, French and Spanish. */
const STATES: ReadonlyMap<string, State> = new Map<string, State>([
  ...['connected', '已连接', 'verbunden', 'connecté', 'conectado'].map((word) => [word, 'connected'] as const),
  ...['connecting', '连接中', '正在连接', 'wird verbunden', 'connexion', 'conectando'].map(
    (word) => [word, 'connecting'] as const,
  ),
  ...[
    'disconnected',
    '已断开',
    '已断开连接',
    '未连接',
    'nicht verbunden',
    'getrennt',
    'déconnecté',
    'desconectado',
  ].map((word) => [word, 'not-connected'] as const),
  ...['unavailable', '不可用', 'nicht verfügbar', 'indisponible', 'no disponible'].map(
    (word) => [word, 'unavailable'] as const,
  ),
  ...['unmanaged', '未托管', '未管理', 'nicht verwaltet', 'non-géré', 'non géré', 'sin gestión'].map(
    (word) => [word, 'unmanaged'] as const,
  ),
])

interface Device {
  readonly name: string
  readonly type: string
  readonly said: string
  readonly state: State | undefined
  readonly connection: string
}

const DEVICE = /^[\w.@:-]{1,20}$/u
/** Types are never translated. */
const TYPE = /^[a-z0-9-]{2,24}$/u
/** What leads out of the device; bridges, tunnels and the loopback are made by programs. */
const OUTWARD: ReadonlySet<string> = new Set(['wifi', 'ethernet', 'gsm', 'cdma', '802-11-wireless', '802-3-ethernet'])

function deviceOf(line: string): Device | null {
  const [name = '', type = '', said = '', connection = '', more] = cellsOf(line)
  if (more !== undefined || connection === '' || !DEVICE.test(name) || !TYPE.test(type)) return null
  const state = STATES.get(said.split(/ ?[(（]/u)[0]?.trim() ?? '')
  return { name, type, said, state, connection }
}

/** `nmcli device status`. */
export const readNetworkDevices: Formatter = (stdout) => {
  const lines = belowHead(stdout, (line) => deviceOf(line) !== null)
  const devices = (lines ?? []).flatMap((line) => deviceOf(line) ?? [])
  if (lines === null || lines.length === 0 || devices.length !== lines.length) return null
  const outward = devices.filter(({ type, state }) => OUTWARD.has(type) && state !== 'unmanaged')
  // A state in words that are not known may be any.
  if (outward.length === 0 || outward.some(({ state }) => state === undefined)) return null
  const of = (...states: readonly State[]) =>
    outward.filter(({ state }) => state !== undefined && states.includes(state))
  const connected = of('connected')
  const groups = [
    { devices: connected, en: 'Connected', zh: '已连接' },
    { devices: of('connecting'), en: 'Connecting', zh: '正在连接' },
    { devices: of('not-connected'), en: 'Not connected', zh: '未连接' },
    { devices: of('unavailable'), en: 'Not available (no cable, or switched off)', zh: '不可用（没插网线或已关闭）' },
  ].filter((group) => group.devices.length > 0)
  const names = (group: readonly Device[]) =>
    group.map(({ name, connection }) => ({ name, of: connection === NONE ? null : connection }))
  const en = groups.map((group) => {
    const list = names(group.devices).map((one) => (one.of === null ? one.name : `${one.name} (${one.of})`))
    return `${group.en}: ${list.join(', ')}.`
  })
  const zh = groups.map((group) => {
    const list = names(group.devices).map((one) => (one.of === null ? one.name : `${one.name}（${one.of}）`))
    return `${group.zh}：${list.join('、')}。`
  })
  return reading(en.join(' '), zh.join(''), {
    isWarning: connected.length === 0,
    columns: [
      column('Interface', '网卡'),
      column('Type', '类型'),
      column('State', '状态'),
      column('Connection', '连接'),
    ],
    rows: devices.map(({ name, type, said, connection }) => [name, type, said, connection === NONE ? '' : connection]),
    values: [value('Connected interfaces', '已连接的网卡', connected.length)],
  })
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u

interface Stored {
  readonly name: string
  readonly type: string
  readonly device: string
}

function storedOf(line: string): Stored | null {
  const [name = '', uuid = '', type = '', device = '', more] = cellsOf(line)
  if (name === '' || more !== undefined || !UUID.test(uuid) || !TYPE.test(type) || !/^\S{1,20}$/u.test(device))
    return null
  return { name, type, device: device === NONE ? '' : device }
}

/** `nmcli connection show`, the stored connections, and with `--active` those in use. */
export const readStoredConnections: Formatter = (stdout, command) => {
  const [head = ''] = linesOf(stdout)
  const lines = belowHead(stdout, (line) => storedOf(line) !== null)
  const rows = (lines ?? []).flatMap((line) => storedOf(line) ?? [])
  if (lines === null || rows.length !== lines.length || !/(?:^|\s)UUID\s/u.test(head)) return null
  const active = rows.filter(({ device, type }) => device !== '' && type !== 'loopback')
  const en = active.map(({ name, device }) => `${name} (${device})`).join(', ')
  const zh = active.map(({ name, device }) => `${name}（${device}）`).join('、')
  const [activeEn, activeZh] =
    active.length === 0 ? ['none is active', '没有活动的连接'] : [`active: ${en}`, `活动的：${zh}`]
  const isActiveOnly = / (?:--active|-a)(?: |$)/u.test(command)
  const storedEn = isActiveOnly
    ? `${plural(active.length, 'connection')} in use`
    : `${plural(rows.length, 'connection')} stored`
  const storedZh = isActiveOnly ? `有 ${active.length} 个连接在使用` : `已保存 ${rows.length} 个连接`
  return reading(`${storedEn}; ${activeEn}.`, `${storedZh}；${activeZh}。`, {
    columns: [column('Connection', '连接'), column('Type', '类型'), column('Interface', '网卡')],
    rows: rows.map(({ name, type, device }) => [name, type, device]),
    values: [value('Active connections', '活动的连接', active.length)],
  })
}
