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
      en: 'Correct the path of the WebSocket: most brokers use /mqtt, some use / or /ws.[[{ifBadRequest} Or a proxy before the broker does not pass on the headers Upgrade and Connection.]]',
      zh: '请改正 WebSocket 的路径：多数 Broker 用 /mqtt，也有的用 / 或 /ws。[[{ifBadRequest}也可能是 Broker 前面的代理没有转发 Upgrade 和 Connection 请求头。]]',
    },
    brokerHint: {
      en: 'Behind a proxy, look for the `location` that leads to the broker and for its `Upgrade` headers.',
      zh: '若有反向代理，请检查指向 Broker 的 `location` 以及 `Upgrade` 请求头。',
    },
  },
  'websocket-redirect': {
    isFatal: true,
    message: {
      en: 'The web server at {address} sends the client elsewhere instead of opening a WebSocket[[: {location}]][[ (HTTP status {status})]].',
      zh: '{address} 上的网页服务器没有打开 WebSocket，而是把客户端转到别处[[：{location}]][[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Enter host, port and path of the new address.[[{ifTlsElsewhere} It uses TLS: choose a TLS mode (wss://) and its port, often 443.]] A sign-in page in front of the broker must let the path {path} through.',
      zh: '请填写新地址的主机、端口和路径。[[{ifTlsElsewhere}新地址使用 TLS：请选择带 TLS 的方式（wss://）和它的端口，一般是 443。]]如果 Broker 前面有登录页，它必须放行路径 {path}。',
    },
    brokerHint: {
      en: 'At the proxy, look for the rule that redirects (`return 301`, a login).',
      zh: '请在代理上查找跳转规则（`return 301`、登录要求等）。',
    },
  },
  'websocket-upgrade': {
    isFatal: true,
    message: {
      en: 'The web server at {address} does not take the request for a WebSocket at {path} as one[[ (HTTP status {status})]].',
      zh: '{address} 上的网页服务器没有把对 {path} 的请求当作 WebSocket 请求[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'A proxy before the broker must pass on the headers Upgrade, Connection and Sec-WebSocket-Protocol in HTTP/1.1. Without a proxy, correct the path: most brokers use /mqtt, some use / or /ws.',
      zh: 'Broker 前面的代理必须以 HTTP/1.1 转发 Upgrade、Connection 和 Sec-WebSocket-Protocol 请求头。没有代理时请改正路径：多数 Broker 用 /mqtt，也有的用 / 或 /ws。',
    },
    brokerHint: {
      en: 'In nginx: `proxy_http_version 1.1`, `proxy_set_header Upgrade $http_upgrade` and `proxy_set_header Connection "upgrade"`.',
      zh: '在 nginx 里：`proxy_http_version 1.1`、`proxy_set_header Upgrade $http_upgrade` 和 `proxy_set_header Connection "upgrade"`。',
    },
  },
  'websocket-forbidden': {
    isFatal: true,
    message: {
      en: 'The web server at {address} forbids the WebSocket at {path}[[ (HTTP status {status})]]. The broker behind it was not asked.',
      zh: '{address} 上的网页服务器禁止访问 {path} 处的 WebSocket[[（HTTP 状态 {status}）]]，请求没有到达后面的 Broker。',
    },
    fix: {
      en: 'Let the server allow the address of this computer and requests without an Origin header; a firewall for web applications may be the one that refuses. AWS IoT Core forbids a path without its signature: use MQTT with a certificate there.',
      zh: '请让服务器允许本机的地址，以及不带 Origin 的请求；拒绝者也可能是 Web 应用防火墙。AWS IoT Core 会禁止没有签名的路径：请改用带证书的 MQTT。',
    },
    brokerHint: {
      en: 'Look for `allow`, `deny` and checks of Origin at the proxy.',
      zh: '请在代理上检查 `allow`、`deny` 以及对 Origin 的检查。',
    },
  },
  'websocket-failed': {
    isFatal: false,
    message: {
      en: 'The web server at {address} failed with the request for a WebSocket[[ (HTTP status {status})]].',
      zh: '{address} 上的网页服务器在处理 WebSocket 请求时出错[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Read the log of that server; the app tries again.',
      zh: '请查看那台服务器的日志；应用会再次尝试。',
    },
    brokerHint: null,
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
