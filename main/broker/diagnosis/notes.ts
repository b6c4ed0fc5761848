import type { OPTIONAL_MESSAGES, PortLook } from '../../../preload/contract/models/broker/connection.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** Remarks of a check that passed. */
export const PROBE_NOTES = {
  anonymousAccepted: {
    en: 'The broker also lets clients in without a login. Set `allow_anonymous false` unless that is wanted.',
    zh: 'Broker 也接受不登录的客户端。若非有意，请设置 `allow_anonymous false`。',
  },
  grantedNotProven: {
    en: 'The broker granted what the console needs. That messages really arrive could not be proven, because this account may not publish as a device: the first heartbeat of a device will show it.',
    zh: 'Broker 同意了控制台需要的订阅。由于这个账户不能以设备身份发布消息，无法证明消息一定能收到：收到第一个设备心跳即可确认。',
  },
  commandNotProven: {
    en: 'MQTT 3.1.1 does not say whether a publish is allowed: that commands arrive could not be proven. The first answer of a device will show it.',
    zh: 'MQTT 3.1.1 不会告知发布是否被允许，因此无法证明命令一定能送达：收到设备的第一个应答即可确认。',
  },
  dotsApart: {
    en: 'On this broker a device id must not hold a dot: it takes the dot for a level of the topic (as RabbitMQ does) or hangs up on it (as NATS 2.9 does), and such a device is never heard. Give those devices ids without dots.',
    zh: '在这个 Broker 上，设备 ID 不能含有点号：它会把点号当作主题的分隔符（如 RabbitMQ），或直接断开连接（如 NATS 2.9），永远收不到这样的设备的消息。请为这些设备改用不含点号的 ID。',
  },
  testTopicDenied: {
    en: 'The account may not use `test/#`. Test messages from the window will not work; commands do.',
    zh: '这个账户不能使用 `test/#`，因此窗口里的测试消息不可用；命令不受影响。',
  },
} as const satisfies Record<string, LocalizedText>

const OPTIONAL = {
  data: { en: 'telemetry (data)', zh: '遥测数据（data）' },
  ack: { en: 'acknowledgements (ack)', zh: '命令确认（ack）' },
  output: { en: 'live output (output)', zh: '实时输出（output）' },
} as const satisfies Record<(typeof OPTIONAL_MESSAGES)[number], LocalizedText>

/** Names what the account does not receive, though the console works without it. */
export function optionalNote(denied: readonly (keyof typeof OPTIONAL)[]): LocalizedText {
  const list = (language: 'en' | 'zh', comma: string) => denied.map((leaf) => OPTIONAL[leaf][language]).join(comma)
  return {
    en: `This account does not receive ${list('en', ', ')}. Commands and their results work without; to have it, add \`topic read device/+/${denied[0]}\` and the like to its permissions.`,
    zh: `这个账户收不到${list('zh', '、')}。命令和结果不受影响；如需要，请在它的权限里加上 \`topic read device/+/${denied[0]}\` 等。`,
  }
}

const SPOKEN = {
  mqtt: { en: 'MQTT', zh: 'MQTT' },
  tls: { en: 'TLS', zh: 'TLS' },
  websocket: { en: 'MQTT in WebSocket', zh: 'WebSocket 承载的 MQTT' },
} as const

/** Names the ports that a broker answers on instead of the closed one; null when there is none. */
export function otherPortsNote(looks: readonly PortLook[]): LocalizedText | null {
  const found = looks.flatMap(({ port, speaks }) =>
    speaks === 'mqtt' || speaks === 'tls' || speaks === 'websocket' ? [{ port, words: SPOKEN[speaks] }] : [],
  )
  if (found.length === 0) return null
  return {
    en: `On the same host something answers on: ${found.map(({ port, words }) => `${port} (${words.en})`).join(', ')}.`,
    zh: `同一主机上有应答的端口：${found.map(({ port, words }) => `${port}（${words.zh}）`).join('、')}。`,
  }
}
