import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { BROKER_WORDS } from './broker-words.ts'
import { DEVICE_WORDS } from './device-words.ts'

/** What went wrong and what to do; `{address}` and `{broker}` are filled in. */
export interface FailureWords {
  readonly message: LocalizedText
  readonly fix: LocalizedText
}

const CONNECTION_WORDS = {
  name: {
    message: { en: 'The name {address} is not known.', zh: '无法解析名称 {address}。' },
    fix: {
      en: 'Check the spelling, or type the IP address that the router shows for the device.',
      zh: '请检查拼写，或输入路由器显示的设备 IP 地址。',
    },
  },
  refused: {
    message: {
      en: '{address} answers, but no SSH server listens there.',
      zh: '{address} 有响应，但没有 SSH 服务在监听。',
    },
    fix: {
      en: 'Turn SSH on (Raspberry Pi: sudo raspi-config → Interface Options → SSH), or correct the port.',
      zh: '请启用 SSH（树莓派：sudo raspi-config → Interface Options → SSH），或更正端口。',
    },
  },
  'no-route': {
    message: { en: 'There is no way from this computer to {address}.', zh: '本机没有到 {address} 的路由。' },
    fix: {
      en: 'Check that the device is switched on and in a network that this computer reaches.',
      zh: '请确认设备已开机，且位于本机可达的网络中。',
    },
  },
  filtered: {
    message: { en: '{address} does not answer.', zh: '{address} 没有响应。' },
    fix: {
      en: 'The device is off, has another address, or a firewall drops the packets. Check the address and the firewall.',
      zh: '设备已关机、地址不同，或防火墙丢弃了数据包。请检查地址和防火墙。',
    },
  },
  silent: {
    message: {
      en: '{address} took the connection and then said nothing.',
      zh: '{address} 接受了连接，但没有任何应答。',
    },
    fix: {
      en: 'The SSH server hangs or is overloaded, or something else listens there. Restart it and try again.',
      zh: 'SSH 服务可能卡住或过载，或端口被其他程序占用。请重启后重试。',
    },
  },
  flood: {
    message: {
      en: '{address} sent far more than was asked for; the connection was cut.',
      zh: '{address} 发送了远超预期的数据，连接已切断。',
    },
    fix: {
      en: 'That is no ordinary SSH server, or a start-up file of the account prints without end. Check both.',
      zh: '这不是普通的 SSH 服务，或账户的启动文件不停输出。请检查这两者。',
    },
  },
  'not-ssh': {
    message: {
      en: 'What listens on {address} does not speak SSH as this console does.',
      zh: '{address} 上的服务与本控制台的 SSH 不兼容。',
    },
    fix: {
      en: 'Correct the port. An SSH server from before 2014 has to be updated first.',
      zh: '请更正端口。2014 年以前的 SSH 服务需先升级。',
    },
  },
  closed: {
    message: { en: '{address} closed the connection in the middle.', zh: '{address} 中途关闭了连接。' },
    fix: {
      en: 'Check network and power of the device, then try again. What was half done is done anew.',
      zh: '请检查设备的网络和电源后重试。未完成的部分会重新执行。',
    },
  },
  timeout: {
    message: { en: '{address} did not finish in time.', zh: '{address} 未能按时完成。' },
    fix: { en: 'Look on the device what keeps it busy, then try again.', zh: '请查看设备在忙什么，然后重试。' },
  },
  'host-key-changed': {
    message: {
      en: '{address} shows another host key than before: it was set up anew, or somebody stands between.',
      zh: '{address} 的主机密钥与以前不同：设备可能重装过，或有人从中拦截。',
    },
    fix: {
      en: 'Compare the fingerprint on the device itself (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub). Confirm only if it is the same.',
      zh: '请在设备上核对指纹（ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub）。一致时才确认。',
    },
  },
  'login-refused': {
    message: { en: '{address} refused the login.', zh: '{address} 拒绝了登录。' },
    fix: {
      en: 'Check user name, password or key file. Some devices take keys alone; root often may not log in with a password.',
      zh: '请检查用户名、密码或密钥文件。有些设备只接受密钥；root 通常不能用密码登录。',
    },
  },
  'key-unusable': {
    message: { en: 'The key file cannot be used.', zh: '密钥文件无法使用。' },
    fix: {
      en: 'Choose the private key (not the .pub file), and type its passphrase if it has one.',
      zh: '请选择私钥（不是 .pub 文件）；若有口令请输入。',
    },
  },
} as const satisfies Readonly<Record<string, FailureWords>>

const WORDS = { ...CONNECTION_WORDS, ...DEVICE_WORDS, ...BROKER_WORDS }
export type JoinCause = keyof typeof WORDS

/** Words of a cause, with the address and the broker in their places. */
export function failureWords(
  cause: JoinCause,
  facts: { readonly address: string; readonly broker: string },
): FailureWords {
  const fill = (text: string) => text.replaceAll('{address}', facts.address).replaceAll('{broker}', facts.broker)
  const { message, fix }: FailureWords = WORDS[cause]
  const both = ({ en, zh }: LocalizedText): LocalizedText => ({ en: fill(en), zh: fill(zh) })
  return { message: both(message), fix: both(fix) }
}
