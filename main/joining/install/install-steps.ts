import type { JoinStepName } from '../../../preload/contract/models/devices/joining.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { FoundExecutor } from '../look/read-look.ts'
import { type DeviceFile, PLACES, RUN_LINE, type Service, type TrustedOperator } from './agent-files.ts'
import { stopExecutor } from './old-executor.ts'
import { keepLines, UPGRADED } from './put-back-script.ts'
import { quoted } from './shell-words.ts'

/** One step: files that are sent, then lines for /bin/sh. */
export interface InstallStep {
  readonly name: Exclude<JoinStepName, 'prove'>
  readonly why: LocalizedText
  readonly isRoot: boolean
  readonly commands: readonly string[]
  /** Sent to `folder` before the commands run. */
  readonly files: readonly DeviceFile[]
  readonly timeoutMs: number
}

export interface InstallPlan {
  /** Folder on the device that the files are sent to; with a name nobody can guess. */
  readonly folder: string
  readonly files: readonly DeviceFile[]
  /** Script that undoes it, and where it lies on the device; an upgrade leaves the one that removes the agent. */
  readonly undo: { readonly place: string; readonly text: string }
  /** True where an agent under the same id is replaced by this one. */
  readonly isUpgrade: boolean
  /** The operator's key, where the list of an agent that stays is to get it; null where the configuration has it. */
  readonly addedOperator: TrustedOperator | null
  readonly service: Service
  readonly needsPackages: boolean
  /** The executor that has to stop, because it has the same id; null for none. */
  readonly executor: FoundExecutor | null
}

const MINUTE_MS = 60_000
const OPERATOR_FILE = 'operator.pub'
const AGENT = `/usr/bin/python3 -E ${PLACES.program}`

/** All that is done on a device, in its order, before anything is done. */
export function installSteps(plan: InstallPlan): readonly InstallStep[] {
  const { folder, executor } = plan
  return [
    step('prepare', false, 1, [`rm -rf ${quoted(folder)}`, `mkdir -m 700 ${quoted(folder)}`]),
    ...(plan.isUpgrade ? [step('keep', true, 1, keepLines())] : []),
    ...(plan.needsPackages ? [step('package', true, 10, packageLines())] : []),
    ...(executor === null ? [] : [step('stop-executor', true, 1, stopExecutor(executor))]),
    { ...step('files', true, 1, placeLines(plan)), files: sentFiles(plan) },
    step('service', true, 2, serviceLines(plan.service)),
    step('start', true, 1, [...startLines(plan.service), ...(plan.isUpgrade ? [UPGRADED] : [])]),
  ]
}

function packageLines(): string[] {
  const install = 'apt-get install -y --no-install-recommends python3 python3-paho-mqtt openssl'
  return [
    `mkdir -p ${PLACES.folder}`,
    'export DEBIAN_FRONTEND=noninteractive',
    `dpkg-query -W -f '\${Package}\\n' | sort >${PLACES.packages}.before`,
    `if ! ${install}; then apt-get update; ${install}; fi`,
    // Undo takes away what came, and nothing that was there.
    `dpkg-query -W -f '\${Package}\\n' | sort | comm -13 ${PLACES.packages}.before - >${PLACES.packages}.new`,
    `cat ${PLACES.packages}.new >>${PLACES.packages}`,
    `rm ${PLACES.packages}.before ${PLACES.packages}.new`,
    "/usr/bin/python3 -E -c 'import paho.mqtt'",
  ]
}

/** Each file is put beside its place and moved there, so that no half of it is ever read. */
function placeLines(plan: InstallPlan): string[] {
  const { folder, addedOperator } = plan
  const operatorFile = quoted(`${folder}/${OPERATOR_FILE}`)
  const trust = addedOperator === null ? [] : [`${AGENT} trust add ${operatorFile} ${quoted(addedOperator.name)}`]
  const placed = sentFiles(plan).filter(({ name }) => name !== OPERATOR_FILE)
  return [
    `install -d -m 755 ${PLACES.folder}`,
    `install -d -m 700 ${PLACES.configFolder} ${PLACES.state}`,
    ...(placed.some(({ target }) => target === PLACES.readsOnly) ? [`install -d -m 755 ${PLACES.dropIns}`] : []),
    // Apart, because a shell goes on where the first of two joined commands fails.
    ...placed.flatMap(({ name, target, mode }) => [
      `install -m ${mode.toString(8).padStart(3, '0')} ${quoted(`${folder}/${name}`)} ${target}.new`,
      `mv -f ${target}.new ${target}`,
    ]),
    ...trust,
    `rm -r ${quoted(folder)}`,
  ]
}

function sentFiles({ files, undo, addedOperator, folder }: InstallPlan): readonly DeviceFile[] {
  const own = (name: string, target: string, mode: number, text: string) => ({ name, target, mode, text, shown: text })
  return [
    ...files,
    own('undo.sh', undo.place, 0o755, undo.text),
    ...(addedOperator === null ? [] : [own(OPERATOR_FILE, `${folder}/${OPERATOR_FILE}`, 0o600, addedOperator.pem)]),
  ]
}

/** The key prints first, because the console reads it; then the agent tries itself what it will need. */
function serviceLines(service: Service): string[] {
  return [
    `${AGENT} key`,
    `${AGENT} check`,
    ...(service === 'systemd' ? ['systemctl daemon-reload', 'systemctl enable waypost-agent'] : []),
  ]
}

function startLines(service: Service): string[] {
  if (service === 'systemd') return ['systemctl restart waypost-agent', 'systemctl is-active waypost-agent']
  return [
    ...stopAgent(),
    `nohup setsid ${RUN_LINE} </dev/null &`,
    'sleep 1',
    `kill -0 $! || { tail -n 5 ${PLACES.log}; exit 1; }`,
  ]
}

/** Ends an agent that no systemd looks after, and waits for its end. */
export function stopAgent(): string[] {
  return [
    'for process in /proc/[0-9]*; do',
    `  tr '\\000' ' ' <$process/cmdline 2>/dev/null | grep -q 'python3 -E ${PLACES.program} run' || continue`,
    '  kill "$(basename "$process")" 2>/dev/null || continue',
    '  for wait in 1 2 3 4 5 6 7 8 9 10; do [ -d "$process" ] || break; sleep 0.5; done',
    '  [ -d "$process" ] && kill -9 "$(basename "$process")" 2>/dev/null || true',
    'done',
  ]
}

function step(name: InstallStep['name'], isRoot: boolean, minutes: number, commands: readonly string[]): InstallStep {
  return { name, why: WHY[name], isRoot, commands, files: [], timeoutMs: minutes * MINUTE_MS }
}

const WHY: Readonly<Record<InstallStep['name'], LocalizedText>> = {
  prepare: {
    en: 'A folder that nobody else can read, for the files on their way.',
    zh: '创建他人不可读的文件夹，暂存传输中的文件。',
  },
  keep: {
    en: 'Keeps the agent that is there, its configuration and its start, so that undo can put them back.',
    zh: '保留现有的代理程序、配置和启动方式，以便撤销时放回。',
  },
  package: {
    en: 'Python, its MQTT library and openssl, from the package source of the device.',
    zh: '从设备的软件源安装 Python、MQTT 库和 openssl。',
  },
  'stop-executor': {
    en: 'The old executor has the same id and runs whatever the broker brings. Undo puts it back.',
    zh: '旧执行器使用相同 ID，且会执行 Broker 送来的一切。撤销时会恢复它。',
  },
  files: {
    en: 'Agent, configuration, certificates and the undo script, each moved to its place whole.',
    zh: '放置代理程序、配置、证书和撤销脚本，每个文件都整体移动到位。',
  },
  service: {
    en: 'Makes the key of this device, and tries configuration, keys, clock and broker before anything runs.',
    zh: '生成此设备的密钥，并在运行前检查配置、密钥、时钟和 Broker。',
  },
  start: {
    en: 'Starts the agent, now and with the device.',
    zh: '立即启动代理程序，并随设备启动。',
  },
}
