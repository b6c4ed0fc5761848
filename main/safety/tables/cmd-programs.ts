import type { Rule } from './rule.ts'

const DISK = { en: 'changes disks or partitions', zh: '更改磁盘或分区' }
const SETTINGS = { en: 'changes settings', zh: '更改设置' }
const WRITES = { en: 'writes files', zh: '写入文件' }
const WEB_WRITE =
  /^(?:-[a-zA-Z]*[oOTdFXKJDcQ]|--(?:output|remote|upload|data|form|json|request|config|dump|cookie-jar|trace|create).*)/

/** Programs of Windows whose arguments decide between a look and a change. */
export const CMD_PROGRAM_RULES: readonly Rule[] = [
  {
    id: 'cmd.disk.change',
    programs: 'fsutil bcdedit vssadmin manage-bde chkdsk',
    when: {
      arg: /^(?:set\w*|delete\w*|create\w*|dismount|resize|revert|add|repair|wim|transaction|reparsepoint|hardlink|quota|objectid|[-/](?:on|off|lock|unlock|pause|resume|protectors|set.*|delete.*|import|export|create.*|copy|deletevalue|bootsequence|displayorder|default|timeout|[frbxi]|spotfix|offlinescanandfix|forceofflinefix|l:.*|perf))$/i,
    },
    class: 'destructive',
    reason: DISK,
    match: ['vssadmin delete shadows /all', 'chkdsk c: /f', 'bcdedit /set x y', 'fsutil volume dismount c:'],
    noMatch: ['vssadmin list shadows'],
  },
  {
    id: 'cmd.disk.check',
    programs: 'chkdsk',
    class: 'change',
    reason: { en: 'checks a disk under load', zh: '检查磁盘' },
    match: ['chkdsk c:'],
    noMatch: ['vol'],
  },
  {
    id: 'cmd.attrib.set',
    programs: 'attrib',
    when: { arg: /^[-+]/ },
    class: 'change',
    reason: SETTINGS,
    match: ['attrib +r x'],
    noMatch: ['attrib x'],
  },
  {
    id: 'cmd.mode.set',
    programs: 'mode',
    when: { arg: /=/ },
    class: 'change',
    reason: SETTINGS,
    match: ['mode con cols=80'],
    noMatch: ['mode con'],
  },
  {
    id: 'cmd.zone.set',
    programs: 'tzutil',
    when: { arg: /^[-/]s/i },
    class: 'change',
    reason: SETTINGS,
    match: ['tzutil /s UTC'],
    noMatch: ['tzutil /g'],
  },
  {
    id: 'cmd.clock.set',
    programs: 'w32tm',
    when: { arg: /^[-/](?:resync|config|register|unregister|debug)$/i },
    class: 'change',
    reason: SETTINGS,
    match: ['w32tm /resync'],
    noMatch: ['w32tm /query /status'],
  },
  {
    id: 'cmd.certificates.change',
    programs: 'certutil',
    when: { arg: /^[-/](?:urlcache|decode\w*|encode\w*|f|addstore|importpfx|exportpfx|split|repairstore|setreg)$/i },
    class: 'change',
    reason: WRITES,
    match: ['certutil -urlcache -f http://x y'],
    noMatch: ['certutil -hashfile x'],
  },
  {
    id: 'cmd.certificates.remove',
    programs: 'certutil',
    when: { arg: /^[-/](?:delstore|delreg|delkey|deleterow)$/i },
    class: 'destructive',
    reason: { en: 'removes certificates', zh: '删除证书' },
    match: ['certutil -delstore My x'],
    noMatch: ['certutil -store My'],
  },
  {
    id: 'cmd.web.write',
    programs: 'curl',
    when: { arg: WEB_WRITE },
    class: 'change',
    reason: { en: 'downloads to a file or sends data', zh: '下载到文件或发送数据' },
    match: ['curl -o f http://x', 'curl -X POST http://x'],
    noMatch: ['curl http://x'],
  },
  {
    id: 'cmd.set',
    programs: 'set',
    when: { notOnly: /^[A-Za-z]\w*$/ },
    class: 'unknown',
    reason: { en: 'cannot be judged: sets or shows all variables', zh: '无法判断：设置或显示所有变量' },
    match: ['set', 'set A=b'],
    noMatch: ['set PATH'],
  },
  {
    id: 'cmd.empty.file',
    programs: 'copy xcopy move type',
    when: { operand: /^nul$/ },
    class: 'destructive',
    reason: { en: 'empties a file or moves it away', zh: '清空文件或移走文件' },
    match: ['copy nul x', 'move x nul'],
    noMatch: ['copy a b'],
  },
  {
    id: 'cmd.rundll.power',
    programs: 'rundll32',
    when: { arg: /exitwindows|setsuspendstate|lockworkstation|cleartrack|printuientry/i },
    class: 'destructive',
    reason: { en: 'shuts down or restarts the device', zh: '关闭或重启设备' },
    match: ['rundll32 user32.dll,ExitWindowsEx'],
    noMatch: ['rundll32 x'],
  },
  {
    id: 'cmd.drivers.remove',
    programs: 'pnputil',
    when: { arg: /^[-/](?:d|delete.*|remove.*|disable.*)$/i },
    class: 'destructive',
    reason: { en: 'removes programs or drivers', zh: '卸载程序或驱动' },
    match: ['pnputil /delete-driver x', 'pnputil -d x'],
    noMatch: ['pnputil /enum-drivers'],
  },
]
