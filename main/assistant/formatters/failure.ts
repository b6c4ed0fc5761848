import type { AnswerReading } from '../../../preload/contract/models/commands/answer-reading.ts'
import type { DeviceSystem } from '../../../preload/contract/models/safety/safety.ts'
import { type FailureCause, nextRead } from './failure-reads.ts'
import { linesOf, reading } from './reading.ts'

/** A failed answer, sanitised. `exitCode` is null where the device does not tell it. */
export interface FailedAnswer {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly system: DeviceSystem
}

interface Sign {
  /** Matches one line; its first group is a name for the sentence. */
  readonly pattern: RegExp
  readonly en: (name: string) => string
  readonly zh: (name: string) => string
  /** What a read can look into. */
  readonly cause?: FailureCause
}

/** A failure says why near its end. */
const LINES_READ = 40
const LINE_CHARS = 300

/** Words of shells, of the C library (`strerror`) and of tools for one cause each; the first that matches counts. */
const SIGNS: readonly Sign[] = [
  {
    pattern:
      /^(?:\S{1,60}: )?(?:(?:line )?\d{1,6}: )?([\w.+@/-]{1,80}): (?:command not found|not found|未找到命令|inaccessible or not found)$/iu,
    en: (name) => `${name} is not installed on this device. Install it, or check the spelling.`,
    zh: (name) => `这台设备没有安装 ${name}。请安装它，或检查拼写。`,
    cause: 'program',
  },
  {
    pattern: /^zsh: command not found: ([\w.+@/-]{1,80})$/u,
    en: (name) => `${name} is not installed on this device. Install it, or check the spelling.`,
    zh: (name) => `这台设备没有安装 ${name}。请安装它，或检查拼写。`,
    cause: 'program',
  },
  {
    pattern: /^(?:The term )?'([^']{1,80})' (?:is not recognized as|不是内部或外部命令)/u,
    en: (name) => `This device knows no command ${name}. Install the program, or check the spelling.`,
    zh: (name) => `这台设备不认识命令 ${name}。请安装该程序，或检查拼写。`,
    cause: 'program',
  },
  {
    pattern:
      /Could not get lock \/var\/lib\/(?:dpkg|apt)|Unable to acquire the dpkg frontend lock|无法获得锁 \/var\/lib\/(?:dpkg|apt)/u,
    en: () => 'Another program is installing packages at this moment. Wait a few minutes and run it again.',
    zh: () => '另一个程序正在安装软件包。请等几分钟后再执行。',
    cause: 'packages',
  },
  {
    pattern: /^(?:E: )?dpkg was interrupted/u,
    en: () => 'An earlier installation was interrupted. “dpkg --configure -a” finishes it.',
    zh: () => '上一次安装被中断。执行“dpkg --configure -a”可完成它。',
  },
  {
    pattern: /Read-only file system$|只读文件系统$/iu,
    en: () =>
      'The storage can only be read, so nothing was changed. A card or disk that fails is mounted so: look at its errors.',
    zh: () => '存储处于只读状态，什么都没有改变。损坏的存储卡或磁盘会变成只读：请查看其错误。',
    cause: 'read-only',
  },
  {
    pattern: /No space left on device|设备上没有空间|There is not enough space on the disk|磁盘空间不足/u,
    en: () => 'The disk is full. Look at what takes the space, and free some.',
    zh: () => '磁盘已满。请查看什么占用了空间，并清理一些。',
    cause: 'space',
  },
  {
    pattern: /Cannot allocate memory|无法分配内存|^Out of memory/u,
    en: () => 'The memory did not suffice. Look at what uses it.',
    zh: () => '内存不足。请查看什么占用了内存。',
    cause: 'memory',
  },
  {
    pattern:
      /Permission denied|权限不够|Operation not permitted|不允许的操作|must be (?:run as )?root|are you root\?|Access is denied|拒绝访问|requires elevation|interactive authentication required/iu,
    en: () =>
      'The account that the device runs commands under may not do this. It needs the rights of an administrator.',
    zh: () => '设备执行命令所用的账户没有这个权限，需要管理员权限。',
    cause: 'permission',
  },
  {
    pattern:
      /Temporary failure in name resolution|Temporary failure resolving|Name or service not known|未知的名称或服务|域名解析暂时失败|Could not resolve host|getaddrinfo ENOTFOUND|bad address '/u,
    en: () => 'A name could not be resolved: the device has no network, or its DNS server does not answer.',
    zh: () => '域名无法解析：设备没有网络，或 DNS 服务器没有应答。',
    cause: 'name',
  },
  {
    pattern: /Network is unreachable|网络不可达|No route to host|没有到主机的路由/u,
    en: () => 'There is no way to that address: the device has no network, or no route there.',
    zh: () => '无法到达该地址：设备没有网络，或没有通往那里的路由。',
    cause: 'route',
  },
  {
    pattern: /Connection refused|拒绝连接|连接被拒绝/u,
    en: () => 'The other machine answers, but nothing takes the connection there. See that its service runs.',
    zh: () => '对方主机有应答，但没有程序接受连接。请确认对方的服务正在运行。',
    cause: 'refused',
  },
  {
    pattern: /Connection timed out|连接超时/u,
    en: () => 'The other machine did not answer in time: it is off, or a firewall drops the connection.',
    zh: () => '对方主机没有及时应答：它可能已关机，或被防火墙拦截。',
  },
  {
    pattern:
      /^Unit ([\w@.-]{1,80}?)(?:\.service)? (?:could not be found|not found)\.?$|Unit ([\w@.-]{1,80}?)(?:\.service)? not found\.$/u,
    en: (name) => `This device has no service ${name}. List the services to find its name.`,
    zh: (name) => `这台设备没有服务 ${name}。可列出服务以查找名称。`,
    cause: 'unit',
  },
  {
    pattern: /^Job for ([\w@.-]{1,80}?)(?:\.service)? failed/u,
    en: (name) => `The service ${name} did not start. Its state and the end of its log say why.`,
    zh: (name) => `服务 ${name} 未能启动。其状态和日志末尾会说明原因。`,
    cause: 'service',
  },
  {
    pattern: /^Traceback \(most recent call last\):$/u,
    en: () => 'A Python program ended with an error that it did not expect; the last line names it.',
    zh: () => '一个 Python 程序因未处理的错误而结束；最后一行说明了原因。',
  },
  {
    pattern:
      /No such file or directory$|没有那个文件或目录$|The system cannot find the (?:file|path) specified|系统找不到指定的(?:文件|路径)/u,
    en: () => 'A file or folder that the command names is not there.',
    zh: () => '命令中指定的文件或文件夹不存在。',
  },
]

type Words = readonly [en: string, zh: string]

/** Exit codes of POSIX shells (POSIX.1-2024, 2.8.2), of `timeout`, and of signals as 128 + N. */
const POSIX_CODES: ReadonlyMap<number, Words> = new Map([
  [
    2,
    [
      'Exit code 2: most programs mean wrong options with it, or a file that is not there.',
      '退出码 2：多数程序用它表示选项有误，或文件不存在。',
    ],
  ],
  [124, ['The command was ended because its time was over.', '命令因超时而被结束。']],
  [
    126,
    [
      'The file is there but cannot be run: it lacks the right to, or is made for another kind of processor.',
      '文件存在但无法执行：没有执行权限，或属于另一种处理器架构。',
    ],
  ],
  [
    127,
    ['The program is not installed on this device, or its name is misspelt.', '这台设备没有安装该程序，或名称有误。'],
  ],
  [130, ['The command was interrupted from the keyboard or by its service (SIGINT).', '命令被中断（SIGINT）。']],
  [
    137,
    [
      'The command was killed (SIGKILL): its time was over, or the memory did not suffice.',
      '命令被强制终止（SIGKILL）：可能已超时，或内存不足。',
    ],
  ],
  [139, ['The program crashed (SIGSEGV).', '程序崩溃（SIGSEGV）。']],
  [143, ['The command was asked to end (SIGTERM), and did.', '命令收到结束请求（SIGTERM）后退出。']],
])

/** Exit codes of Windows (winerror.h) and of its shells; crashes are NTSTATUS values (ntstatus.h), signed or not. */
const WINDOWS_CODES: ReadonlyMap<number, Words> = new Map([
  [2, ['Windows finds no file of that name (code 2).', 'Windows 找不到该文件（代码 2）。']],
  [3, ['Windows finds no such folder (code 3).', 'Windows 找不到该路径（代码 3）。']],
  [5, ['Windows denied access (code 5): it needs an administrator.', 'Windows 拒绝访问（代码 5）：需要管理员权限。']],
  [9009, ['This device knows no such command; check the spelling.', '这台设备不认识该命令，请检查拼写。']],
  [1603, ['The installer failed (code 1603); its own log says why.', '安装程序失败（代码 1603），原因见其日志。']],
  [3010, ['It is done, and the device must be restarted (code 3010).', '已完成，但需要重启设备（代码 3010）。']],
  [0xc000013a, ['The command was interrupted.', '命令被中断。']],
  [0xc0000005, ['The program crashed (access violation).', '程序崩溃（访问冲突）。']],
])

/** Says in plain words why a command failed and what to do; null where nothing certain is known. Linear; never throws. */
export function readFailure({ exitCode, stdout, stderr, system }: FailedAnswer): AnswerReading | null {
  const seen = signIn(stderr, system) ?? signIn(stdout, system)
  if (seen !== null) return seen
  const words = codeWords(exitCode, system)
  return words === null ? null : reading(words[0], words[1], { isWarning: true })
}

function signIn(text: string, system: DeviceSystem): AnswerReading | null {
  const lines = linesOf(text.slice(-LINES_READ * LINE_CHARS))
    .slice(-LINES_READ)
    .map((line) => line.slice(0, LINE_CHARS).trim())
  for (const { pattern, en, zh, cause } of SIGNS) {
    for (const line of lines) {
      const match = pattern.exec(line)
      if (match === null) continue
      const name = match[1] ?? match[2] ?? ''
      const next = cause === undefined ? null : nextRead(cause, name, system)
      return { ...reading(en(name), zh(name), { isWarning: true }), ...(next === null ? {} : { nextRead: next }) }
    }
  }
  return null
}

function codeWords(exitCode: number | null, system: DeviceSystem): Words | null {
  if (exitCode === null) return null
  const isWindows = system === 'windows-cmd' || system === 'windows-powershell'
  return (isWindows ? WINDOWS_CODES.get(exitCode >>> 0) : POSIX_CODES.get(exitCode)) ?? null
}
