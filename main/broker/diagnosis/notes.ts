import type { PortLook } from '../../../preload/contract/models/connection.ts'
import type { LocalizedText } from '../../../preload/contract/models/text.ts'

/** Remarks of a check that passed. */
export const PROBE_NOTES = {
  anonymousAccepted: {
    en: 'The broker also lets clients in without a login. Set `allow_anonymous false` unless that is wanted.',
    zh: 'Broker 也接受不登录的客户端。若非有意，请设置 `allow_anonymous false`。',
  },
  grantedNotProven: {
    en: 'The broker granted every subscription. That messages really arrive could not be proven, because this account may not publish as a device: the first heartbeat of a device will show it.',
    zh: 'Broker 同意了所有订阅。由于这个账号不能以设备身份发布消息，无法证明消息一定能收到：收到第一个设备心跳即可确认。',
  },
  testTopicDenied: {
    en: 'The account may not use `test/#`. Test messages from the window will not work; commands do.',
    zh: '这个账号不能使用 `test/#`，因此窗口里的测试消息不可用；命令不受影响。',
  },
} as const satisfies Record<string, LocalizedText>

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
