import type { LocalizedText } from '../../../../preload/contract/models/text.ts'
import type { DeclineReason, PhrasebookAnswer } from '../entry-types.ts'
import { isLogin } from './terminal.ts'

const WORDS: Readonly<Record<DeclineReason | 'unknown-verb', LocalizedText>> = {
  'not-understood': {
    en: 'The offline phrasebook does not know this request. Say it in other words, type the command, or set up a model.',
    zh: '离线短语手册不认识这个请求。请换一种说法、直接输入命令，或配置一个模型。',
  },
  'unknown-word': {
    en: 'All of it is understood but “{word}”. If that is another machine, choose it as the device; if not, say it in other words or type the command.',
    zh: '除了“{word}”，其余都明白。如果它是另一台机器，请把它选为设备；否则请换一种说法，或直接输入命令。',
  },
  'unknown-verb': {
    en: 'All of it is understood but “{word}”. Say it in other words or type the command.',
    zh: '除了“{word}”，其余都明白。请换一种说法，或直接输入命令。',
  },
  'not-on-this-system': {
    en: 'The offline phrasebook has no command for this on the system of these devices. Type the command instead.',
    zh: '离线短语手册没有适用于这些设备系统的命令。请直接输入命令。',
  },
  'other-machine': {
    en: '“{word}” is another machine: the request goes to the devices chosen here. Choose that machine as the device, or leave its name out.',
    zh: '“{word}”是另一台机器，而这个请求会发给当前选择的设备。请把那台机器选为设备，或去掉它的名字。',
  },
  several: {
    en: 'This holds several requests, and one command is proposed at a time. Ask for one thing, then for the next.',
    zh: '这里不止一个请求，而一次只提出一条命令。请一次只说一个。',
  },
  'too-wide': {
    en: 'Folders of the system, whole disks and whatever fits a pattern are not taken away on a word. Name the one file or folder with its full path, or type the command.',
    zh: '系统目录、整个磁盘和通配符匹配的内容不会凭一句话删除。请说出那个文件或目录的完整路径，或直接输入命令。',
  },
  terminal: {
    en: '“{word}” needs a terminal, and there is none here: a command runs without input, and its output comes when it has ended.',
    zh: '“{word}”需要终端，而这里没有终端：命令运行时不能输入，输出在结束后才一起返回。',
  },
  'no-folder': {
    en: 'In which folder does “{word}” lie? Say it with its full path, as in “back up /home/pi/{word} to /mnt/usb”.',
    zh: '“{word}”在哪个目录？请写出完整路径，例如“把 /home/pi/{word} 备份到 /mnt/usb”。',
  },
  'static-ip': {
    en: 'A static address needs its prefix and the gateway, as in “set eth0 to 192.168.1.50/24 with gateway 192.168.1.1”. Nothing is guessed, because a wrong address loses the device.',
    zh: '静态地址需要写明前缀和网关，例如“给 eth0 设静态 IP 192.168.1.50/24，网关 192.168.1.1”。这里不作猜测，因为地址不对设备就会失联。',
  },
  password: {
    en: 'A password is put into no command, because it would be seen on the device and kept in the audit log. Save the network on the device itself once (raspi-config or nmtui); then say “switch to the wifi NAME”.',
    zh: '密码不会放进命令，因为它会在设备上被看到，也会留在审计日志里。请先在设备上保存一次网络（raspi-config 或 nmtui），然后说“切换到WiFi 名称”。',
  },
}

/** The way on from a program that needs a terminal. */
const INSTEAD: LocalizedText = { en: ' Ask for one look instead: “{instead}”.', zh: '可以改为看一次：“{instead}”。' }
const OTHER_MACHINE: LocalizedText = {
  en: ' To ask another machine, choose it as the device.',
  zh: '要查看另一台机器，请把它选为设备。',
}
const ON_SITE: LocalizedText = {
  en: ' Use it on the device itself, or log in there over SSH.',
  zh: '请在设备本机上使用，或通过 SSH 登录后使用。',
}

/** Says why a request was declined, and the way on. */
export function declineWords({
  reason,
  word = '',
  instead,
}: Extract<PhrasebookAnswer, { decision: 'decline' }>): LocalizedText {
  // A machine has a name of Latin letters; a Chinese word that no list knows is most likely a verb.
  const isVerb = reason === 'unknown-word' && /^\p{Script=Han}+$/u.test(word)
  const { en, zh } = WORDS[isVerb ? 'unknown-verb' : reason]
  const more = reason !== 'terminal' ? null : instead !== undefined ? INSTEAD : isLogin(word) ? OTHER_MACHINE : ON_SITE
  const inWords = (text: string, way = '', once = '') =>
    `${text}${way}`.replaceAll('{word}', () => word).replaceAll('{instead}', () => once)
  return { en: inWords(en, more?.en, instead?.en), zh: inWords(zh, more?.zh, instead?.zh) }
}
