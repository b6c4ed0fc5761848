import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import { CJK, type NormalisedText } from '../words/normalise.ts'
import { mayMatch } from '../words/required-literals.ts'

/** What needs a terminal: its name as it was typed, and a request that shows the same once. */
export interface TerminalNeed {
  readonly word: string
  readonly instead: LocalizedText | null
}

const EDITORS = 'vim?|nvim|neovim|nano|pico|emacs|mcedit|micro|gedit|mousepad'
const MONITORS = 'top|htop|atop|btop|glances'
const SHELLS = 'bash|zsh|fish|tmux|byobu|minicom|picocom|gdb|ipython3?|python[23]?|psql|sqlite3|redis-cli|mongosh|bc'
/** Started, they are services; entered, they are shells. */
const DATABASES = 'mysql|mariadb|postgres(?:ql)?|redis|influx(?:db)?|sqlite'
const MENUS =
  'raspi-config|armbian-config|nmtui|alsamixer|aptitude|mc|ranger|visudo|cfdisk|menuconfig|iotop|nethogs|iftop|nload|bmon|slurm|bpytop|s-tui|dpkg-reconfigure [a-z0-9-]{1,40}|systemctl edit [a-z0-9@._-]{1,40}|crontab -e|passwd|sudo -[is]|su -?|su root'
const LOGINS = 'ssh|mosh|sftp|ftp|telnet'
const LOGIN_NAME = new RegExp(`^(?:${LOGINS})$`, 'iu')

/** Requests in place of a program that redraws its screen. */
const ONCE: Readonly<Record<string, LocalizedText>> = {
  cpu: { en: 'show the CPU usage', zh: '查看 CPU 使用率' },
  disk: { en: 'show the disk activity', zh: '查看磁盘读写' },
  network: { en: 'show the network speed', zh: '网速多少' },
  connections: { en: 'show the saved wifi networks', zh: '保存过哪些 WiFi' },
  jobs: { en: 'show the cron jobs', zh: '查看定时任务' },
  serial: { en: 'list serial ports', zh: '有哪些串口' },
  folder: { en: 'list the files in /home', zh: '列出 /home 下的文件' },
  containers: { en: 'list the containers', zh: '查看容器' },
}
const INSTEAD: readonly (readonly [RegExp, keyof typeof ONCE])[] = [
  [/^(?:top|htop|atop|btop|bpytop|glances|s-tui)$/u, 'cpu'],
  [/^iotop$/u, 'disk'],
  [/^(?:nethogs|iftop|nload|bmon|slurm)$/u, 'network'],
  [/^nmtui$/u, 'connections'],
  [/^crontab/u, 'jobs'],
  [/^(?:minicom|picocom)$/u, 'serial'],
  [/^(?:mc|ranger)$/u, 'folder'],
  [/^docker/u, 'containers'],
]

const OPEN_EN = '(?:please |pls |can you |could you |just )?(?:open|run|start|launch|use|enter|go into|bring up)'
const OPEN_ZH =
  '(?:(?:请|帮我|帮忙|麻烦|我想|我要|能不能|给我) ?){0,3}(?:打开|运行|启动|进入|进去|进到|进|开启|开个|开一个|开一下|开|用一下|用|执行|跑一下|跑个|跑|起个|敲|切换到|切到|换到)(?:一下|下|个|一个)?'
const ENDING =
  '(?: ?(?:看看|看一下|看下|看|命令行|交互|控制台|终端|工具|程序|软件|shell|吧|一下|里面|里|界面|的?菜单))?(?: ?让我[^,，。]{1,10})?'
/** A path, a device file or options, as on a command line. */
const ARGUMENTS = '(?: +[-~/a-z0-9_.@:=\'"#+]{1,120}){0,6}'

const EDIT_WITH = new RegExp(
  `^(?:sudo )?(?:${OPEN_ZH} ?|${OPEN_EN} )?(?<word>${EDITORS})(?: ?(?:一下|下|打开|编辑|修改|改一下|改|看一下|看|to edit|and edit|with))?(?: ?(?<path>~?/[^ ,，。]{1,200}|[a-z0-9_-]{1,60}\\.[a-z0-9]{1,6}))?(?: ?(?:这个)?(?:配置)?文件)?[吧。.]?$`,
  'u',
)
const RUN = new RegExp(
  `^(?:sudo )?(?:${OPEN_ZH} ?|${OPEN_EN} (?:the )?)?(?<word>${MONITORS}|${SHELLS}|${MENUS})${ENDING}[吧。.]?$`,
  'u',
)
const ENTER_DATABASE = new RegExp(
  `^(?:请|帮我|我想|我要)?(?:(?:进入?|进到|登录|打开|连上) ?(?<word>${DATABASES})${ENDING}|(?:enter|log into) (?:the )?(?<other>${DATABASES})(?: shell| console)?)[吧。.]?$`,
  'u',
)
const COMMAND_LINE = new RegExp(
  `^(?:sudo )?(?<word>minicom|picocom|screen|tmux|mysql|psql|gdb|nmtui|mc)(?= )${ARGUMENTS}$`,
  'u',
)
const LOGIN = new RegExp(
  `^(?:(?:请|帮我|麻烦|通过|使用|用) ?){0,3}(?<word>${LOGINS})(?: ?(?:到|连一下|连接到?|连上?|登录到?|登陆到?|进|上|to|into) ?| +)(?:[a-z0-9_.-]{1,32}@)?[a-z0-9][a-z0-9.-]{1,80}(?: ?上面?)?(?: ?(?:看|查|执行|跑)[^,，。]{1,20})?[吧。.]?$`,
  'u',
)
const CONTAINER_SHELL = new RegExp(
  `^(?:(?:sudo )?docker (?:exec (?:-[a-z]{1,3} ){1,3}|attach )(?<container>[a-z0-9_.-]{1,60})${ARGUMENTS}|(?:进入?|进到|登录)(?: ?(?:容器|docker))?(?: ?(?<name>[a-z0-9][a-z0-9_.-]{1,60}) ?)(?:容器)(?:里面?|内)?|(?:进入?|进到|登录) ?容器 ?(?<other>[a-z0-9][a-z0-9_.-]{1,60}))$`,
  'u',
)
const WATCH =
  /^(?:sudo )?watch (?!the |over )(?:-n ?[\d.]{1,5} |--interval[= ][\d.]{1,5} |-[a-z] ){0,3}(?<command>[^ ].{0,200})$/u
/** 编辑 X, "edit X": a file is edited in an editor. */
const EDIT_FILE =
  /^(?:(?:请|帮我|帮忙|麻烦|我想|我要) ?){0,3}(?<word>编辑|edit)(?:一下|下)? ?(?:the )?(?:(?:文件|配置文件|file) ?)?(?<path>~?\/[^ ,，。]{1,200}|[a-z0-9_-]{1,60}\.[a-z0-9]{1,6})(?: ?(?:文件|这个文件))?[吧。.]?$/u
const EDIT_JOBS =
  /^(?:请帮我|请|帮我|帮忙|麻烦|我想|我要|how do i |how to |i want to |please )?(?<word>编辑|修改|改一下|改|edit|change)(?:一下|下)? ?(?:the |my )?(?:crontab|cron jobs?|cron|定时任务|计划任务|定时作业|排程工作|排程)[吧。.]?$/u
const PASSWORD =
  /^(?:请帮我|请|帮我|帮忙|麻烦|我想|我要|please )?(?:把 ?)?(?<word>passwd|改|修改|更改|重置|换|change|reset)(?:一下|下)? ?(?:the )?(?:(?!wi-?fi|wlan|mqtt|mosquitto|broker|mysql|mariadb|redis|postgres|grafana|vnc|samba)(?:[a-z_][a-z0-9_-]{0,30}|用户|登录|系统)(?: ?用户)? ?的? ?|)(?:密码|password)?(?: (?:of|for) [a-z_][a-z0-9_-]{0,30})?[吧。.]?$/u
const ROOT_SHELL = /^(?:sudo su|切换到 ?root|切到 ?root|换成 ?root|进 ?root|su root)(?: ?用户)?$/u

const once = (word: string): LocalizedText | null =>
  ONCE[INSTEAD.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? ''] ?? null
const shown = (path: string | undefined): LocalizedText | null =>
  path === undefined ? null : { en: `show ${path}`, zh: `查看 ${path}` }

/**
 * Recognises a request that wants a terminal: an editor, a shell, a program that redraws its screen or asks. A command
 * on a device runs without input, so that none of them can be proposed. Null for all others.
 */
export function needsTerminal({ original, folded }: NormalisedText): TerminalNeed | null {
  const typed = (match: RegExpExecArray, group: string) => match.groups?.[group]
  const found = (pattern: RegExp) => (mayMatch(pattern, folded) ? pattern.exec(folded) : null)
  const edit = found(EDIT_WITH) ?? found(EDIT_FILE)
  if (edit !== null) return { word: typed(edit, 'word') ?? '', instead: shown(pathIn(original, typed(edit, 'path'))) }
  const jobs = found(EDIT_JOBS)
  if (jobs !== null) return { word: 'crontab -e', instead: ONCE.jobs ?? null }
  const watch = found(WATCH)
  if (watch !== null) {
    const command = typed(watch, 'command') ?? ''
    return { word: 'watch', instead: CJK.test(command) ? null : { en: command, zh: command } }
  }
  if (found(CONTAINER_SHELL) !== null) return { word: 'docker exec', instead: ONCE.containers ?? null }
  if (found(ROOT_SHELL) !== null) return { word: 'su', instead: null }
  const run = found(RUN) ?? found(COMMAND_LINE) ?? found(LOGIN) ?? found(ENTER_DATABASE)
  if (run === null) return null
  const word = typed(run, 'word') ?? typed(run, 'other') ?? ''
  return { word, instead: once(word) }
}

/** Recognises a request to change a password, which a program asks for: said only where no rule knows the request. */
export function asksForPassword({ folded }: NormalisedText): boolean {
  return /密码|口令|password|^passwd/iu.test(folded) && PASSWORD.test(folded)
}

/** Tells whether the word leads to another machine, which can be chosen as the device. */
export const isLogin = (word: string): boolean => LOGIN_NAME.test(word)

/** The path in the letters in which it was typed. */
function pathIn(original: string, folded: string | undefined): string | undefined {
  if (folded === undefined) return undefined
  const at = original.toLowerCase().indexOf(folded.toLowerCase())
  return at < 0 ? folded : original.slice(at, at + folded.length)
}
