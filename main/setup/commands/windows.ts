import type { SetupCommand, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { GeneratedFile } from '../files/generated-file.ts'
import { layoutOf, WINDOWS_DATA } from '../files/layout.ts'
import { commandsOf, type Line } from './command-line.ts'
import { windowsFirewall } from './firewall.ts'

const FOLDER = layoutOf('windows').base
const PROGRAM = `${FOLDER}\\mosquitto.exe`
/** Secrets pass through it, and what they replaced stays there: Program Files can be read by everybody. */
const PRIVATE = `${FOLDER}\\waypost-private`

/** Leaves SYSTEM and Administrators, by their identifiers: the names differ from language to language. */
function onlyTheyRead(path: string, rights: 'F' | '(OI)(CI)F'): string {
  const grants = `'*S-1-5-18:${rights}' '*S-1-5-32-544:${rights}'`
  // A program that fails does not stop PowerShell.
  return `icacls '${path}' /inheritance:r /grant:r ${grants}; if ($LASTEXITCODE -ne 0) { throw 'Its rights could not be set: ${path}' }`
}

export const WINDOWS_FOLDERS = `New-Item -ItemType Directory -Force '${FOLDER}\\certs', '${WINDOWS_DATA}', '${PRIVATE}' | Out-Null`
/** While the folder is still empty: what is copied into it has its rights from the first byte. */
export const WINDOWS_PRIVATE = onlyTheyRead(PRIVATE, '(OI)(CI)F')
export const WINDOWS_SERVICE = `if (-not (Get-Service mosquitto -ErrorAction SilentlyContinue)) { & '${PROGRAM}' install }`

/** Copies what is at a file's place into the private folder. */
function keepOnWindows({ target }: GeneratedFile): string {
  const kept = `('${PRIVATE}\\${baseName(target)}.' + (Get-Date -Format yyyyMMddHHmmss) + '.bak')`
  return `if (Test-Path '${target}') { Copy-Item '${target}' ${kept} }`
}

/** Puts one file in its place. A secret is moved there, which keeps the rights that it got in the private folder. */
function putOnWindows({ path, target, isSecret }: GeneratedFile): string {
  const from = `.\\${path.replaceAll('/', '\\')}`
  if (!isSecret) return `Copy-Item '${from}' '${target}' -Force`
  const staged = `${PRIVATE}\\${baseName(target)}`
  return [
    `if (-not (Get-Acl '${PRIVATE}').AreAccessRulesProtected) { throw 'Set the rights of the private folder first.' }`,
    `Copy-Item '${from}' '${staged}' -Force`,
    onlyTheyRead(staged, 'F'),
    `Move-Item '${staged}' '${target}' -Force`,
  ].join('; ')
}

/** Copies of secrets that an earlier version of these lines left beside them, with the rights of Program Files. */
function closeOldCopies({ target }: GeneratedFile): string {
  return `Get-ChildItem '${target}.*.bak' | ForEach-Object { Move-Item $_.FullName '${PRIVATE}' -Force; icacls ('${PRIVATE}\\' + $_.Name) /reset | Out-Null }`
}

/** The lines that put one file in its place; what was there is kept. */
export function placeOnWindows(file: GeneratedFile): string[] {
  return [keepOnWindows(file), putOnWindows(file), ...(file.isSecret ? [closeOldCopies(file)] : [])]
}

/** Lets the service read its secrets where it was given an account of its own. */
export function serviceReads(files: readonly GeneratedFile[]): string | null {
  const secrets = files.filter(({ isSecret }) => isSecret).map(({ target }) => `'${target}'`)
  if (secrets.length === 0) return null
  return [
    `$account = (Get-CimInstance Win32_Service -Filter "Name='mosquitto'").StartName -replace '^\\.(?=\\\\)', $env:COMPUTERNAME`,
    `if ($account -and $account -ne 'LocalSystem') { ${secrets.join(', ')} | ForEach-Object { icacls $_ /grant ($account + ':R') } }`,
  ].join('; ')
}

function baseName(target: string | null): string {
  return target?.split('\\').at(-1) ?? ''
}

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
    [
      'place',
      WINDOWS_PRIVATE,
      'Program Files can be read by everybody: this folder is for the service and administrators, before anything is in it.',
      'Program Files 默认人人可读：此文件夹在放入任何内容之前即只留给服务和管理员。',
    ],
    ...files.flatMap(placeLines),
    ...startLines(files),
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
  const [keep = '', put = '', close = ''] = placeOnWindows(file)
  return [
    ['place', keep, 'Keeps what is there already, in the private folder.', '将已有的文件保留在该私有文件夹中。'],
    ['place', put, file.why.en, file.why.zh],
    ...(file.isSecret
      ? ([
          [
            'place',
            close,
            'Earlier versions of these lines left copies that everybody could read: moves them into the private folder.',
            '此前版本的命令留下了人人可读的副本：将其移入私有文件夹。',
          ],
        ] as const)
      : []),
  ]
}

function startLines(files: readonly GeneratedFile[]): Line[] {
  const reads = serviceReads(files)
  return [
    [
      'start',
      WINDOWS_SERVICE,
      'Registers the service where the installer did not.',
      '若安装程序未注册服务，则在此注册。',
    ],
    ...(reads === null
      ? []
      : ([
          [
            'start',
            reads,
            'Only where the service runs under an account of its own: lets it read its secrets.',
            '仅当服务以单独的账户运行时：允许它读取其机密文件。',
          ],
        ] as const)),
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
      `Takes the files of this set-up away; earlier versions lie in ${PRIVATE} as .bak.`,
      `删除本搭建方案的文件；更早的版本以 .bak 保存在 ${PRIVATE} 中。`,
    ],
    ['undo', `& '${PROGRAM}' uninstall`, 'Removes the service.', '移除服务。'],
  ]
}
