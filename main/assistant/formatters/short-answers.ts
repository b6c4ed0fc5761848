import { column, type Formatter, linesOf, numberColumn, reading, value } from './reading.ts'

/** Commands whose answer is one word or number. */

const unitOf = (command: string): string | undefined =>
  /^systemctl is-(?:active|enabled|failed) (?!-)([\w@.:\\-]{1,100})$/u.exec(command)?.[1]?.replace(/\.service$/u, '')

const ACTIVE: ReadonlyMap<string, readonly [en: string, zh: string, isWarning: boolean]> = new Map([
  ['active', ['is active', '正在运行', false]],
  ['activating', ['is starting', '正在启动', true]],
  ['deactivating', ['is stopping', '正在停止', true]],
  ['reloading', ['is reloading', '正在重新加载', false]],
  ['inactive', ['is not running', '没有运行', true]],
  ['failed', ['has failed', '已失败', true]],
])

/** `systemctl is-active UNIT`, whose exit code says the same. */
export const readIsActive: Formatter = (stdout, command) => {
  const unit = unitOf(command)
  const words = ACTIVE.get(stdout.trim())
  if (unit === undefined || words === undefined) return null
  const [en, zh, isWarning] = words
  return reading(`${unit} ${en}.`, `${unit} ${zh}。`, { isWarning })
}

const ENABLED: ReadonlyMap<string, readonly [en: string, zh: string]> = new Map([
  ['enabled', ['starts with the device', '随开机启动']],
  ['enabled-runtime', ['starts with the device until the next restart', '在下次重启前随开机启动']],
  ['disabled', ['does not start with the device', '不随开机启动']],
  ['static', ['has no setting of its own: other units start it', '没有自启设置，由其他单元启动']],
  ['indirect', ['is started by another unit', '由其他单元启动']],
  ['masked', ['is masked: nothing can start it', '已被屏蔽，无法启动']],
])

/** `systemctl is-enabled UNIT`. */
export const readIsEnabled: Formatter = (stdout, command) => {
  const unit = unitOf(command)
  const words = ENABLED.get(stdout.trim())
  if (unit === undefined || words === undefined) return null
  return reading(`${unit} ${words[0]}.`, `${unit} ${words[1]}。`)
}

const BOARD_PARTS: ReadonlyMap<string, readonly [en: string, zh: string]> = new Map([
  ['i2c', ['I2C', 'I2C ']],
  ['spi', ['SPI', 'SPI ']],
  ['onewire', ['1-Wire', '1-Wire ']],
  ['serial_hw', ['The serial port', '串口']],
  ['vnc', ['VNC', 'VNC ']],
])

/** `raspi-config nonint get_PART`: 0 is on, 1 is off. */
export const readBoardPart: Formatter = (stdout, command) => {
  const names = BOARD_PARTS.get(/^raspi-config nonint get_([a-z0-9_]{2,12})$/u.exec(command)?.[1] ?? '')
  const state = stdout.trim()
  if (names === undefined || !/^[01]$/u.test(state)) return null
  return reading(
    `${names[0]} is ${state === '0' ? 'on' : 'off'}.`,
    `${names[1]}${state === '0' ? '已开启' : '未开启'}。`,
  )
}

/** `vcgencmd get_mem arm|gpu`. */
export const readGpuMemory: Formatter = (stdout) => {
  const match = stdout.trim().match(/^(arm|gpu)=(\d{1,6})M$/u)
  if (match === null) return null
  const [en, zh] = match[1] === 'gpu' ? ['The graphics have', '显卡内存为'] : ['The processor has', '处理器内存为']
  return reading(`${en} ${match[2]} MB of memory.`, `${zh} ${match[2]} MB。`)
}

/** `nproc`. */
export const readProcessors: Formatter = (stdout) => {
  const count = Number(stdout.trim().match(/^[1-9]\d{0,3}$/u)?.[0])
  if (!(count > 0)) return null
  const values = [value('Processors', '处理器', count)]
  return reading(
    count === 1 ? 'There is 1 processor.' : `There are ${count} processors.`,
    `有 ${count} 个处理器核心。`,
    {
      values,
    },
  )
}

/** `cat /proc/device-tree/model`, which ends with a NUL. */
export const readModel: Formatter = (stdout) => {
  const name = ['\0', '␀', '\\0'].reduce((text, sign) => text.replaceAll(sign, ''), stdout).trim()
  // A message of the shell ends its line, the model does not.
  return /^[A-Z][\w .,()+/-]{2,80}$/u.test(name) && !stdout.endsWith('\n')
    ? reading(`The board is a ${name}.`, `设备型号为 ${name}。`)
    : null
}

type SystemFact = 'name' | 'started' | 'total' | 'available'

/** Labels of `systeminfo`, in the languages of Windows. */
const SYSTEM_INFO: Readonly<Record<SystemFact, string>> = {
  name: 'OS Name|OS 名称|作業系統名稱|Betriebssystemname|Nom du système d’exploitation|Nombre del sistema operativo|Nome SO|Nome do sistema operacional|Название ОС|OS 名',
  started:
    'System Boot Time|系统启动时间|系統開機時間|Systemstartzeit|Heure de démarrage du système|Tiempo de arranque del sistema|Tempo di avvio sistema|Tempo de Inicialização do Sistema|Время загрузки системы|システム起動時間',
  total:
    'Total Physical Memory|物理内存总量|實體記憶體總計|Gesamter physischer Speicher|Mémoire physique totale|Cantidad total de memoria física|Memoria fisica totale|Memória física total|Полный объем физической памяти|物理メモリの合計',
  available:
    'Available Physical Memory|可用的物理内存|可用實體記憶體|Verfügbarer physischer Speicher|Mémoire physique disponible|Memoria física disponible|Memoria fisica disponibile|Memória física disponível|Доступная физическая память|利用できる物理メモリ',
}
const FACT_OF_LABEL: ReadonlyMap<string, SystemFact> = new Map(
  (Object.entries(SYSTEM_INFO) as [SystemFact, string][]).flatMap(([fact, labels]) =>
    labels.split('|').map((label): [string, SystemFact] => [label, fact]),
  ),
)

/** The facts of `systeminfo`, each as it was printed first. */
function systemFacts(lines: readonly string[]): ReadonlyMap<SystemFact, string> {
  const facts = new Map<SystemFact, string>()
  for (const line of lines) {
    const at = line.search(/[:：]/u)
    const fact = FACT_OF_LABEL.get(line.slice(0, Math.max(at, 0)).trim().replaceAll("'", '’'))
    if (fact !== undefined && !facts.has(fact)) facts.set(fact, line.slice(at + 1).trim())
  }
  return facts
}

/** "16,243 MB", "16 243 Mo": whole megabytes in any locale. */
function megabytes(text = ''): number | null {
  const digits = text.replace(/ ?M[BoБ]$/u, '').replace(/[.,\s\u00a0\u202f]/gu, '')
  return /^\d{1,9}$/u.test(digits) && digits !== text ? Number(digits) : null
}

/** `systeminfo` of Windows. */
export const readSystemInfo: Formatter = (stdout) => {
  const facts = systemFacts(linesOf(stdout))
  const [name, started] = [facts.get('name'), facts.get('started')]
  const [total, available] = [megabytes(facts.get('total')), megabytes(facts.get('available'))]
  if (name === undefined || total === null || available === null || total === 0 || available > total) return null
  const isWarning = available / total < 0.1
  const [since, sinceZh] = started === undefined ? ['', ''] : [`, started at ${started}`, `，启动于 ${started}`]
  return reading(
    `${name}${since}; ${available} of ${total} MB memory is available${isWarning ? ', which is little' : ''}.`,
    `${name}${sinceZh}；内存共 ${total} MB，可用 ${available} MB${isWarning ? '，余量不足' : ''}。`,
    {
      isWarning,
      columns: [column('Kind', '类型'), numberColumn('Total MB', '总量 MB'), numberColumn('Available MB', '可用 MB')],
      rows: [['RAM', String(total), String(available)]],
      values: [value('Memory available', '可用内存', Math.round((available / total) * 1000) / 10, '%')],
    },
  )
}
