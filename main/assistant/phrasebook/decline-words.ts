import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import type { DeclineReason, PhrasebookAnswer } from './entry-types.ts'

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
  'user-password': {
    en: 'A password is put into no command, because it would be seen on the device and kept in the audit log. Open a terminal on the device (or SSH) and type “passwd” for your own, “sudo passwd NAME” for that of another user.',
    zh: '密码不会放进命令，因为它会在设备上被看到，也会留在审计日志里。请在设备的终端（或 SSH）里输入：改自己的用 passwd，改其他用户的用 sudo passwd 用户名。',
  },
  interactive: {
    en: '“{word}” opens something that waits for keys, and a command sent from here has no keyboard. Do it in a terminal on the device. Cron jobs can be changed here: “run /home/pi/check.sh every 5 minutes”, “remove check.sh from the crontab”.',
    zh: '“{word}”会打开需要键盘操作的界面，而从这里发出的命令没有键盘。请在设备的终端里进行。定时任务可以在这里改：“每 5 分钟执行 /home/pi/check.sh”“删掉 check.sh 的定时任务”。',
  },
  password: {
    en: 'A password is put into no command, because it would be seen on the device and kept in the audit log. Save the network on the device itself once (raspi-config or nmtui); then say “switch to the wifi NAME”.',
    zh: '密码不会放进命令，因为它会在设备上被看到，也会留在审计日志里。请先在设备上保存一次网络（raspi-config 或 nmtui），然后说“切换到WiFi 名称”。',
  },
}

/** Says why a request was declined, and the way on. */
export function declineWords({ reason, word = '' }: Extract<PhrasebookAnswer, { decision: 'decline' }>): LocalizedText {
  // A machine has a name of Latin letters; a Chinese word that no list knows is most likely a verb.
  const isVerb = reason === 'unknown-word' && /^\p{Script=Han}+$/u.test(word)
  const { en, zh } = WORDS[isVerb ? 'unknown-verb' : reason]
  const withWord = (text: string) => text.replaceAll('{word}', () => word)
  return { en: withWord(en), zh: withWord(zh) }
}
