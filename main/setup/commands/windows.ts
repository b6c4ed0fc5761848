import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/setup.ts'
import type { GeneratedFile } from '../generated-file.ts'
import { layoutOf, WINDOWS_DATA } from '../layout.ts'
import { commandsOf, type Line } from './command-line.ts'
import { windowsFirewall } from './firewall.ts'

const FOLDER = layoutOf('windows').base
const PROGRAM = `${FOLDER}\\mosquitto.exe`
/** SYSTEM and Administrators by their identifiers: the names differ from language to language. */
const GRANTS = "'*S-1-5-18:F' '*S-1-5-32-544:F'"

/** Copies one file to its place; what was there is kept beside it. */
export function placeOnWindows({ path, target }: GeneratedFile): string[] {
  const from = `.\\${path.replaceAll('/', '\\')}`
  return [
    `if (Test-Path '${target}') { Copy-Item '${target}' ('${target}.' + (Get-Date -Format yyyyMMddHHmmss) + '.bak') }`,
    `Copy-Item '${from}' '${target}' -Force`,
  ]
}

/** Takes the right to read a secret from everybody but the service and administrators. */
export function protectOnWindows({ target }: GeneratedFile): string {
  return `icacls '${target}' /inheritance:r /grant:r ${GRANTS}`
}

export const WINDOWS_FOLDERS = `New-Item -ItemType Directory -Force '${FOLDER}\\certs', '${WINDOWS_DATA}' | Out-Null`
export const WINDOWS_SERVICE = `if (-not (Get-Service mosquitto -ErrorAction SilentlyContinue)) { & '${PROGRAM}' install }`

/** The lines to run in a PowerShell opened as administrator, in the saved folder. */
export function windowsCommands(plan: SetupPlan, files: readonly GeneratedFile[]): SetupCommand[] {
  return commandsOf('powershell', [
    ...installLines(),
    [
      'place',
      WINDOWS_FOLDERS,
      'Makes the folders for certificates, and for the log and the stored messages.',
      '建立存放证书以及日志和消息的文件夹。',
    ],
    ...files.flatMap(placeLines),
    ...startLines(),
    ...checkLines(plan),
    ...windowsFirewall(plan),
    ...undoLines(files),
  ])
}

function installLines(): Line[] {
  return [
    [
      'install',
      'winget install --id EclipseFoundation.Mosquitto --exact',
      'Installs the broker and its service. Without winget: the installer from mosquitto.org.',
      '安装 Broker 及其服务。若无 winget，请使用 mosquitto.org 的安装程序。',
    ],
    [
      'install',
      "[Environment]::GetEnvironmentVariable('MOSQUITTO_DIR', 'Machine')",
      `The service reads mosquitto.conf of this folder and of no other. It should say ${FOLDER}.`,
      `服务只读取该文件夹中的 mosquitto.conf。应显示 ${FOLDER}。`,
    ],
  ]
}

function placeLines(file: GeneratedFile): Line[] {
  const [keep = '', copy = ''] = placeOnWindows(file)
  return [
    ['place', keep, 'Keeps what is there already.', '保留已有的文件。'],
    ['place', copy, file.why.en, file.why.zh],
    ...(file.isSecret
      ? ([
          [
            'place',
            protectOnWindows(file),
            'Program Files can be read by everybody: this leaves the service and administrators.',
            'Program Files 默认人人可读：此行只留下服务和管理员。',
          ],
        ] as const)
      : []),
  ]
}

function startLines(): Line[] {
  return [
    [
      'start',
      WINDOWS_SERVICE,
      'Registers the service where the installer did not.',
      '若安装程序未注册服务，则在此注册。',
    ],
    [
      'start',
      'Set-Service mosquitto -StartupType Automatic',
      'Starts the broker with the computer.',
      '让 Broker 随计算机启动。',
    ],
    ['start', 'Restart-Service mosquitto', 'Takes the configuration over.', '采用新的配置。'],
  ]
}

function checkLines({ port }: SetupPlan): Line[] {
  return [
    ['check', 'Get-Service mosquitto', 'It should say Running.', '应显示 Running。'],
    [
      'check',
      `Get-Content '${WINDOWS_DATA}\\mosquitto.log' -Tail 50`,
      'What the broker says. An empty or missing file means that it stopped at a line of the configuration: the next line shows which.',
      'Broker 的日志。若文件为空或不存在，说明它停在了配置的某一行：下一行命令会指出是哪一行。',
    ],
    [
      'check',
      `Stop-Service mosquitto; & '${PROGRAM}' -v -c '${FOLDER}\\mosquitto.conf'`,
      'Runs the broker in this window, where it names the wrong line. End it with Ctrl+C, then start the service.',
      '在此窗口中运行 Broker，它会指出错误的行。用 Ctrl+C 结束后再启动服务。',
    ],
    [
      'check',
      `Get-NetTCPConnection -LocalPort ${port} -State Listen`,
      'Shows that it listens, and on which address.',
      '显示它是否在监听以及监听的地址。',
    ],
  ]
}

function undoLines(files: readonly GeneratedFile[]): Line[] {
  const targets = files.map(({ target }) => `'${target}'`).join(', ')
  return [
    [
      'undo',
      `Stop-Service mosquitto; Remove-Item ${targets}`,
      'Takes the files of this set-up away; earlier versions lie beside them as .bak.',
      '删除本设置的文件；更早的版本以 .bak 保存在旁边。',
    ],
    ['undo', `& '${PROGRAM}' uninstall`, 'Removes the service.', '移除服务。'],
  ]
}
