import type { Cause } from './cause.ts'

/** Causes of subscriptions that a broker does not take, by the reason code of its SUBACK or DISCONNECT (MQTT 5, 2.4 and 3.9.3). */
export const SUBSCRIPTION_CAUSES = {
  'wildcard-unsupported': {
    isFatal: true,
    message: {
      en: 'The broker supports no wildcard subscriptions[[: it refused {topic}]]. The console listens to all devices with the wildcard "+", so it hears nothing here.',
      zh: 'Broker 不支持通配符订阅[[：它拒绝了 {topic}]]。控制台用通配符“+”监听所有设备，因此在这里收不到任何消息。',
    },
    fix: {
      en: 'Allow wildcard subscriptions on the broker, or use another broker. Some services in the cloud never allow them.',
      zh: '请在 Broker 上允许通配符订阅，或改用别的 Broker。有些云服务始终不允许。',
    },
    brokerHint: {
      en: 'EMQX: `mqtt.wildcard_subscription = true`. HiveMQ: `<wildcard-subscriptions>` in config.xml. Mosquitto always allows them.',
      zh: 'EMQX：`mqtt.wildcard_subscription = true`。HiveMQ：config.xml 里的 `<wildcard-subscriptions>`。Mosquitto 始终允许。',
    },
  },
  'shared-unsupported': {
    isFatal: true,
    message: {
      en: 'The broker supports no shared subscriptions (topics that begin with $share)[[: it refused {topic}]].',
      zh: 'Broker 不支持共享订阅（以 $share 开头的主题）[[：它拒绝了 {topic}]]。',
    },
    fix: {
      en: 'Subscribe without `$share/GROUP/` in front, or allow shared subscriptions on the broker.',
      zh: '请去掉前面的 `$share/组名/` 再订阅，或在 Broker 上允许共享订阅。',
    },
    brokerHint: {
      en: 'EMQX: `mqtt.shared_subscription = true`. HiveMQ: `<shared-subscriptions>` in config.xml. Mosquitto has them from 1.6 on.',
      zh: 'EMQX：`mqtt.shared_subscription = true`。HiveMQ：config.xml 里的 `<shared-subscriptions>`。Mosquitto 从 1.6 起支持。',
    },
  },
  'subscription-id-unsupported': {
    isFatal: true,
    message: {
      en: 'The broker supports no subscription identifiers, which were sent with a subscription[[ to {topic}]].',
      zh: 'Broker 不支持订阅标识符，而订阅[[ {topic} ]]时带上了它。',
    },
    fix: {
      en: 'The console sends none: look at the other program or the proxy that uses this connection, or allow them on the broker.',
      zh: '控制台不会发送订阅标识符：请检查共用这个连接的其他程序或代理，或在 Broker 上允许它。',
    },
    brokerHint: {
      en: 'HiveMQ: `<subscription-identifier>` in config.xml. Mosquitto and EMQX support them.',
      zh: 'HiveMQ：config.xml 里的 `<subscription-identifier>`。Mosquitto 和 EMQX 都支持。',
    },
  },
  'filter-refused': {
    isFatal: false,
    message: {
      en: 'The broker does not take the topic {topic}: only topics of its own form may be subscribed to there.',
      zh: 'Broker 不接受主题 {topic}：它只允许订阅符合自身格式的主题。',
    },
    fix: {
      en: 'Use a broker that takes topics of any form. Hubs of cloud services often allow nothing but their own, whatever the permissions.',
      zh: '请使用接受任意主题的 Broker。云服务的 IoT 中枢往往只允许自己的主题，与权限无关。',
    },
    brokerHint: null,
  },
} as const satisfies Record<string, Cause>

/** The cause of a refused filter by the reason code of its SUBACK; null where it says no more than that it was refused. */
export function subscriptionCause(reasonCode: number): keyof typeof SUBSCRIPTION_CAUSES | 'busy' | null {
  switch (reasonCode) {
    case 0x8f:
      return 'filter-refused'
    case 0x97:
      return 'busy'
    case 0x9e:
      return 'shared-unsupported'
    case 0xa1:
      return 'subscription-id-unsupported'
    case 0xa2:
      return 'wildcard-unsupported'
    default:
      return null
  }
}
