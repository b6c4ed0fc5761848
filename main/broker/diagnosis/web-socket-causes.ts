import type { Cause } from './cause.ts'

/** Causes between HTTP and MQTT: ports, paths and proxies of WebSockets. */
export const WEB_SOCKET_CAUSES = {
  'websocket-port': {
    isFatal: false,
    message: {
      en: '{address} speaks MQTT inside WebSockets, not plain MQTT.',
      zh: '{address} 上是 WebSocket 承载的 MQTT，不是普通的 MQTT。',
    },
    fix: {
      en: 'Choose the transport WebSocket (ws://, usually with the path /mqtt), or the plain port of the broker (usually 1883).',
      zh: '请把传输方式改为 WebSocket（ws://，路径一般是 /mqtt），或改用 Broker 的普通端口（一般是 1883）。',
    },
    brokerHint: {
      en: 'In mosquitto.conf this `listener` has `protocol websockets`.',
      zh: '在 mosquitto.conf 里，这个 `listener` 带有 `protocol websockets`。',
    },
  },
  'websocket-plain-mqtt': {
    isFatal: false,
    message: {
      en: '{address} speaks plain MQTT, without WebSockets.',
      zh: '{address} 上是普通的 MQTT，没有使用 WebSocket。',
    },
    fix: {
      en: 'Choose the transport TCP (mqtt://), or the WebSocket port of the broker (often 9001, 8083 or 8084).',
      zh: '请把传输方式改为 TCP（mqtt://），或改用 Broker 的 WebSocket 端口（常见 9001、8083 或 8084）。',
    },
    brokerHint: {
      en: 'A WebSocket listener needs `protocol websockets` below its `listener` line.',
      zh: 'WebSocket 监听端口需要在 `listener` 一行下面写 `protocol websockets`。',
    },
  },
  'websocket-no-tls': {
    isFatal: false,
    message: {
      en: '{address} speaks WebSocket without TLS: ws://, not wss://.',
      zh: '{address} 上的 WebSocket 不使用 TLS：应为 ws://，而不是 wss://。',
    },
    fix: {
      en: 'Use the TLS port of the broker (WebSocket often 8084 or 443, MQTT usually 8883). Choose ws:// (WebSocket without TLS) on this port only on a network you trust: the password goes unencrypted.',
      zh: '请改用 Broker 的 TLS 端口（WebSocket 常见 8084 或 443，MQTT 一般是 8883）。只有在可信网络里才在这个端口选择 ws://（不加密的 WebSocket）：密码会以明文传输。',
    },
    brokerHint: {
      en: 'In mosquitto.conf, wss:// needs `certfile` and `keyfile` below the `listener` line with `protocol websockets`.',
      zh: '在 mosquitto.conf 里，要用 wss://，带 `protocol websockets` 的 `listener` 下面还要有 `certfile` 和 `keyfile`。',
    },
  },
  'not-websocket': {
    isFatal: false,
    message: {
      en: '{address} does not answer as a WebSocket server.',
      zh: '{address} 没有按 WebSocket 服务器的方式应答。',
    },
    fix: {
      en: 'Check the port: WebSocket listeners are often on 9001, 8083 or 8084. Plain MQTT needs the transport TCP.',
      zh: '请检查端口：WebSocket 常见于 9001、8083 或 8084。普通 MQTT 请选择 TCP 传输方式。',
    },
    brokerHint: {
      en: 'A WebSocket listener needs `protocol websockets` below its `listener` line.',
      zh: 'WebSocket 监听端口需要在 `listener` 一行下面写 `protocol websockets`。',
    },
  },
  'websocket-path': {
    isFatal: true,
    message: {
      en: 'The web server at {address} has no WebSocket at the path {path}[[ (HTTP status {status})]].',
      zh: '{address} 上的网页服务器在路径 {path} 处没有 WebSocket[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Correct the path of the WebSocket: most brokers use /mqtt, some use / or /ws.',
      zh: '请改正 WebSocket 的路径：多数 Broker 用 /mqtt，也有的用 / 或 /ws。',
    },
    brokerHint: {
      en: 'Behind a proxy, look for the `location` that leads to the broker and for its `Upgrade` headers.',
      zh: '若有反向代理，请检查指向 Broker 的 `location` 以及 `Upgrade` 请求头。',
    },
  },
  'websocket-gateway': {
    isFatal: false,
    message: {
      en: 'The proxy at {address} answers, but does not reach the broker behind it[[ (HTTP status {status})]].',
      zh: '{address} 上的代理有应答，但连不到它后面的 Broker[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Start the broker behind the proxy, or correct the address that the proxy passes on to.',
      zh: '请启动代理后面的 Broker，或改正代理的转发地址。',
    },
    brokerHint: {
      en: 'At the proxy: `systemctl status mosquitto`, and the log of the proxy.',
      zh: '在代理所在的机器上执行 `systemctl status mosquitto`，并查看代理的日志。',
    },
  },
  'websocket-subprotocol': {
    isFatal: true,
    message: {
      en: 'The WebSocket at {address} does not carry MQTT: it did not agree to the subprotocol "mqtt".',
      zh: '{address} 上的 WebSocket 不是用来承载 MQTT 的：它没有接受子协议“mqtt”。',
    },
    fix: {
      en: 'Correct the path or the port: another service uses this WebSocket.',
      zh: '请改正路径或端口：这个 WebSocket 属于别的服务。',
    },
    brokerHint: {
      en: 'A proxy in front of the broker must pass on the header Sec-WebSocket-Protocol.',
      zh: 'Broker 前面的代理必须转发 Sec-WebSocket-Protocol 请求头。',
    },
  },
} as const satisfies Record<string, Cause>
