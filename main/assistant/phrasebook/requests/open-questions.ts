import type { LocalizedText } from '../../../../preload/contract/models/text.ts'

const OFF = ['stop', 'shutdown', 'disable', 'disconnect']

/** What has to be decided where a request leaves it open, by the concepts of the request: of each list one. */
const QUESTIONS: readonly (readonly [
  concepts: readonly string[],
  question: LocalizedText,
  others?: readonly string[],
])[] = [
  [
    ['wifi', 'interface'],
    {
      en: 'For how long? A timer of the device can switch it on again; without one, a device that has no other link is lost.',
      zh: '关多久？可以由设备上的定时器自动恢复；否则没有其他连接的设备会失联。',
    },
    OFF,
  ],
  [
    ['dns', 'static-ip', 'dhcp', 'fix-address', 'renew'],
    { en: 'By which link is the device connected?', zh: '设备是用哪个网口联网的？' },
    ['set', 'transfer', 'fix-address', 'renew', 'static-ip', 'start', 'open-verb', 'enable'],
  ],
  [
    ['usb-stick'],
    {
      en: 'Which partition? Look at what is plugged in, then name it: /dev/sda1.',
      zh: '是哪个分区？先看看插了哪些盘，再说出名字，例如 /dev/sda1。',
    },
  ],
  [
    ['certificate'],
    { en: 'Which certificate? Name its file or its site.', zh: '哪个证书？请说出它的文件路径或网站。' },
  ],
  [
    ['wifi', 'nearby-wifi'],
    {
      en: 'Switch to a network that the device knows? A command takes no password, because it would be seen on the device and kept in the audit log.',
      zh: '切换到设备已保存的网络吗？命令里不放密码，因为密码会在设备上被看到，也会留在审计日志里。',
    },
  ],
  [
    ['service', 'reload-if-right'],
    {
      en: 'Which service? Look at what runs, then name one.',
      zh: '要操作哪个服务？先看看正在运行的服务，再说出名字。',
    },
  ],
  [
    ['restart', 'reboot'],
    { en: 'Restart the whole device, or a service on it?', zh: '要重启整台设备，还是其中的某个服务？' },
  ],
  [
    ['shutdown'],
    { en: 'Shut down the whole device, or stop a service on it?', zh: '要关闭整台设备，还是停止某个服务？' },
  ],
  [
    ['start'],
    { en: 'Start what? Look at what runs, then name a service.', zh: '要启动什么？先看看正在运行的服务，再说出名字。' },
  ],
  [['stop'], { en: 'Stop what? Look at what runs first.', zh: '要停止什么？先看看正在运行的服务。' }],
  [
    ['delete', 'tidy', 'empty-out'],
    {
      en: 'Look first at what takes the space, or remove something now?',
      zh: '先看看是什么占了空间，还是现在就清理？',
    },
  ],
]

/** What takes space, where no one file is named. */
const CLEARING = ['space', 'disk', 'log', 'system-log', 'journal', 'device', 'system']
const WHICH_FILE: LocalizedText = {
  en: 'Which file? Look first, then name it with its path.',
  zh: '要删除哪个文件？先看看，再说出它的完整路径。',
}
const FILE_OR_FOLDER: LocalizedText = {
  en: 'Is that a file, or a folder that goes with everything in it?',
  zh: '这是文件，还是要连同内容一起删除的目录？',
}

/** The question that a choice of commands answers; null where it is only which of them. */
export function openQuestion(concepts: ReadonlySet<string>): LocalizedText | null {
  if (concepts.has('delete') && (concepts.has('file') || concepts.has('folder'))) return WHICH_FILE
  if (concepts.has('delete') && !CLEARING.some((concept) => concepts.has(concept))) return FILE_OR_FOLDER
  const hasOne = (needed: readonly string[]) => needed.some((concept) => concepts.has(concept))
  return QUESTIONS.find(([needed, , others]) => hasOne(needed) && (others === undefined || hasOne(others)))?.[1] ?? null
}
