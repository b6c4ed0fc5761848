import type { Cause } from './cause.ts'

/** Causes below MQTT: name resolution, routes, ports, and peers that speak something else. */
export const NETWORK_CAUSES = {
  refused: {
    isFatal: false,
    message: {
      en: 'Nothing accepts connections at {address}: the broker is not running, listens on another port, or only on its own computer.',
      zh: '{address} 没有程序接受连接：Broker 没有运行、监听的是别的端口，或只监听它自己的本机地址。',
    },
    fix: {
      en: 'Check the port (usually 1883, or 8883 with TLS) and that the broker is running. In a container, publish the port, and do not use "localhost" to reach another machine.',
      zh: '请核对端口（一般是 1883，TLS 为 8883）并确认 Broker 正在运行。若 Broker 在容器里，要映射端口；访问另一台机器不要填 localhost。',
    },
    brokerHint: {
      en: 'On the broker: `systemctl status mosquitto` and `ss -ltn`. The configuration needs a line `listener {port}`; without one, Mosquitto 2 listens on its own computer only.',
      zh: '在 Broker 上执行 `systemctl status mosquitto` 和 `ss -ltn`。配置里要有 `listener {port}` 这一行；没有它，Mosquitto 2 只接受本机连接。',
    },
  },
  'refused-all-addresses': {
    isFatal: false,
    message: {
      en: '{host} has several addresses ({families}), and none of them accepts connections on port {port}.',
      zh: '{host} 有多个地址（{families}），端口 {port} 上没有一个接受连接。',
    },
    fix: {
      en: 'Check that the broker is running.[[{ifBothFamilies} Then try its IPv4 address (for this computer: 127.0.0.1) instead of the name.]]',
      zh: '请确认 Broker 正在运行。[[{ifBothFamilies}再用它的 IPv4 地址代替主机名试一次（本机就是 127.0.0.1）。]]',
    },
    brokerHint: {
      en: 'On the broker: `ss -ltn` shows on which addresses port {port} is open. Look for the `listener {port}` line.',
      zh: '在 Broker 上用 `ss -ltn` 查看端口 {port} 开在哪些地址上，并检查配置里的 `listener {port}` 一行。',
    },
  },
  dns: {
    isFatal: false,
    message: {
      en: 'The name {host} is not known to the name server.',
      zh: '域名服务器查不到 {host} 这个名字。',
    },
    fix: {
      en: 'Check the spelling, or enter the IP address of the broker. Names that end in .local need mDNS, which many networks do not pass on.',
      zh: '请检查拼写，或直接填写 Broker 的 IP 地址。以 .local 结尾的名字依赖 mDNS，很多网络不转发。',
    },
    brokerHint: {
      en: 'On the broker: `hostname -I` shows its addresses.',
      zh: '在 Broker 上执行 `hostname -I` 可以看到它的地址。',
    },
  },
  'dns-unavailable': {
    isFatal: false,
    message: {
      en: 'The name {host} could not be looked up: no name server answers.',
      zh: '无法解析 {host}：没有域名服务器应答。',
    },
    fix: {
      en: 'Check that this computer is on the network (addresses now: {interfaces}), or enter the IP address of the broker.',
      zh: '请检查本机是否已联网（当前地址：{interfaces}），或直接填写 Broker 的 IP 地址。',
    },
    brokerHint: null,
  },
  unreachable: {
    isFatal: false,
    message: {
      en: 'There is no route from this computer to {host}.',
      zh: '本机到 {host} 没有可用的网络路径。',
    },
    fix: {
      en: 'Check the cable, the Wi-Fi network and the VPN, and that both are on networks that reach each other. Addresses of this computer: {interfaces}.[[{ifMac} On macOS, allow the app to use the local network (System Settings, Privacy & Security): without that, the system says the same.]]',
      zh: '请检查网线、Wi-Fi 和 VPN，并确认两边的网段互通。本机地址：{interfaces}。[[{ifMac}在 macOS 上，请在系统设置的“隐私与安全性”里允许本应用访问“本地网络”：没有允许时系统也这样报告。]]',
    },
    brokerHint: null,
  },
  'connect-timeout': {
    isFatal: false,
    message: {
      en: '{address} did not answer in time.',
      zh: '{address} 在规定时间内没有应答。',
    },
    fix: {
      en: 'Usually a firewall drops the packets, or the address belongs to no machine. Check the address, then allow port {port} on the broker.',
      zh: '多半是防火墙丢弃了数据包，或这个地址上没有机器。请核对地址，并在 Broker 的防火墙上放行端口 {port}。',
    },
    brokerHint: {
      en: 'On the broker: `sudo ufw allow {port}/tcp`, or the matching rule of its firewall.',
      zh: '在 Broker 上执行 `sudo ufw allow {port}/tcp`，或添加对应的防火墙规则。',
    },
  },
  'local-firewall': {
    isFatal: false,
    message: {
      en: 'This computer does not let the app connect to {address}.',
      zh: '本机不允许本应用连接 {address}。',
    },
    fix: {
      en: '[[{ifBroadcast}An address that ends in .255 is often that of a whole network, not of a computer: correct it. Otherwise: ]]Allow the app in the firewall or security software of this computer.',
      zh: '[[{ifBroadcast}以 .255 结尾的地址通常是整个网段的广播地址，而不是某台计算机：请改正。否则：]]请在本机的防火墙或安全软件里放行本应用。',
    },
    brokerHint: null,
  },
  'local-limit': {
    isFatal: false,
    message: {
      en: 'This computer has no more files or connections to give, so that none to {address} was opened.',
      zh: '本机可用的文件或连接数已用完，无法打开到 {address} 的连接。',
    },
    fix: {
      en: 'Close programs that hold many connections, then restart the app. On Linux and macOS, `ulimit -n` shows the limit.',
      zh: '请关闭占用大量连接的程序，然后重新启动本应用。在 Linux 和 macOS 上，`ulimit -n` 可查看上限。',
    },
    brokerHint: null,
  },
  'no-connack': {
    isFatal: false,
    message: {
      en: 'The port {port} on {host} is open, but no MQTT broker answered.',
      zh: '{host} 的端口 {port} 是通的，但没有 MQTT Broker 应答。',
    },
    fix: {
      en: 'The port may belong to another service, or to a proxy whose broker does not answer.[[{ifUnasked} Or it wants TLS: choose a TLS mode (usually port 8883).]] Correct the port, or start the broker behind the proxy.',
      zh: '这个端口可能属于别的服务，或属于一个后面的 Broker 没有应答的代理。[[{ifUnasked}也可能要求 TLS：请改用 TLS 模式（一般是 8883 端口）。]]请改正端口，或启动代理后面的 Broker。',
    },
    brokerHint: {
      en: 'On the broker: `ss -ltnp` shows which program owns port {port}.',
      zh: '在 Broker 上执行 `ss -ltnp` 查看端口 {port} 属于哪个程序。',
    },
  },
  'wants-tls': {
    isFatal: false,
    message: {
      en: '{address} did not take an unencrypted connection: this port most likely wants TLS.',
      zh: '{address} 不接受未加密的连接：这个端口很可能要求 TLS。',
    },
    fix: {
      en: 'Choose "TLS" ([[{ifTcp}mqtts://]][[{ifWebSocket}wss://]]) and load the CA certificate, or use the plain port (usually 1883).',
      zh: '请选择“TLS”（[[{ifTcp}mqtts://]][[{ifWebSocket}wss://]]）并导入 CA 证书，或改用不加密的端口（一般是 1883）。',
    },
    brokerHint: {
      en: 'In mosquitto.conf, a `listener` with `certfile` and `keyfile` speaks TLS only.',
      zh: '在 mosquitto.conf 里，带有 `certfile` 和 `keyfile` 的 `listener` 只接受 TLS。',
    },
  },
  'plain-port': {
    isFatal: false,
    message: {
      en: '{address} hung up before TLS was set up: this port most likely speaks MQTT without TLS.',
      zh: 'TLS 还没建立，{address} 就断开了：这个端口很可能是不加密的 MQTT。',
    },
    fix: {
      en: 'Use the TLS port of the broker (usually 8883). Choose a mode without TLS only on a network you trust.',
      zh: '请改用 Broker 的 TLS 端口（一般是 8883）。只有在可信网络里才选择不加密的模式。',
    },
    brokerHint: {
      en: 'In mosquitto.conf, TLS needs `certfile` and `keyfile` under the `listener` line of this port.',
      zh: '在 mosquitto.conf 里，这个端口的 `listener` 下面要有 `certfile` 和 `keyfile` 才是 TLS。',
    },
  },
  'not-tls': {
    isFatal: false,
    message: {
      en: '{address} answered, but not in TLS.[[ First bytes: {firstBytes}.]]',
      zh: '{address} 有应答，但不是 TLS。[[最前面的字节：{firstBytes}。]]',
    },
    fix: {
      en: 'The port belongs to a service without TLS. Use the TLS port of the broker (usually 8883).',
      zh: '这个端口的服务不使用 TLS。请改用 Broker 的 TLS 端口（一般是 8883）。',
    },
    brokerHint: {
      en: 'On the broker: `ss -ltnp` shows which program owns port {port}.',
      zh: '在 Broker 上执行 `ss -ltnp` 查看端口 {port} 属于哪个程序。',
    },
  },
  http: {
    isFatal: false,
    message: {
      en: 'A web server or a web proxy answered at {address}, not an MQTT broker.',
      zh: '{address} 上应答的是网页服务器或网页代理，不是 MQTT Broker。',
    },
    fix: {
      en: 'Use the MQTT port (usually 1883 or 8883). If the broker is behind this web server, choose WebSocket ([[{ifPlain}ws]][[{ifTls}wss]]://) and its path, usually /mqtt. On guest Wi-Fi, sign in on its web page first: it may answer in place of the broker.',
      zh: '请改用 MQTT 端口（一般是 1883 或 8883）。若 Broker 在这个网页服务器后面，请选择 WebSocket（[[{ifPlain}ws]][[{ifTls}wss]]://）和它的路径（一般是 /mqtt）。若使用访客 Wi-Fi，请先在它的网页上登录，它可能代替 Broker 应答。',
    },
    brokerHint: {
      en: 'A listener with `protocol websockets` needs the transport WebSocket; for TCP add a plain `listener 1883`.',
      zh: '带 `protocol websockets` 的监听端口要用 WebSocket 传输方式；TCP 请另加一个普通的 `listener 1883`。',
    },
  },
  'captive-portal': {
    isFatal: false,
    message: {
      en: 'A sign-in page of this network (captive portal) answered in place of {address}[[: {location}]].',
      zh: '这个网络的登录页面（强制门户）代替 {address} 作出了应答[[：{location}]]。',
    },
    fix: {
      en: 'Open any web page in a browser, sign in to the network, then test again.',
      zh: '请用浏览器打开任意网页，登录这个网络，然后再测试一次。',
    },
    brokerHint: null,
  },
  ssh: {
    isFatal: false,
    message: {
      en: 'An SSH server answered at {address}, not an MQTT broker.',
      zh: '{address} 上应答的是 SSH 服务，不是 MQTT Broker。',
    },
    fix: {
      en: 'Use the MQTT port (usually 1883 or 8883), not 22.',
      zh: '请改用 MQTT 端口（一般是 1883 或 8883），不要用 22。',
    },
    brokerHint: null,
  },
  'not-mqtt': {
    isFatal: false,
    message: {
      en: 'Something answered at {address}, but not in MQTT[[: it looks like {service}]].[[ First bytes: {firstBytes}.]]',
      zh: '{address} 有应答，但内容不是 MQTT[[，看起来是 {service}]]。[[最前面的字节：{firstBytes}。]]',
    },
    fix: {
      en: 'Check the port: it belongs to another service.[[{ifAmqp} RabbitMQ takes MQTT on port 1883, with its plugin rabbitmq_mqtt enabled.]][[{ifNats} NATS takes MQTT on a port of its own, set under `mqtt` in its configuration.]]',
      zh: '请检查端口：它属于别的服务。[[{ifAmqp}RabbitMQ 启用插件 rabbitmq_mqtt 后在 1883 端口接受 MQTT。]][[{ifNats}NATS 的 MQTT 端口要在配置的 `mqtt` 一节里另外设置。]]',
    },
    brokerHint: {
      en: 'On the broker: `ss -ltnp` shows which program owns port {port}.',
      zh: '在 Broker 上执行 `ss -ltnp` 查看端口 {port} 属于哪个程序。',
    },
  },
  lost: {
    isFatal: false,
    message: {
      en: 'The connection to {address} was lost.',
      zh: '与 {address} 的连接断开了。',
    },
    fix: {
      en: 'The app connects again by itself. If it goes on, check the network and whether the broker restarts.',
      zh: '应用会自动重新连接。若反复出现，请检查网络，以及 Broker 是否在不断重启。',
    },
    brokerHint: {
      en: 'Log: `journalctl -u mosquitto -n 50`.',
      zh: '日志：`journalctl -u mosquitto -n 50`。',
    },
  },
  'keepalive-lost': {
    isFatal: false,
    message: {
      en: '{address} no longer answers, though the connection looked open.',
      zh: '连接看似仍在，但 {address} 已经不再应答。',
    },
    fix: {
      en: 'The network changed or went away; the app connects again by itself. A shorter keepalive notices it earlier.',
      zh: '网络发生了变化或已中断，应用会自动重新连接。把保活间隔调短可以更早发现。',
    },
    brokerHint: null,
  },
  unknown: {
    isFatal: false,
    message: {
      en: 'The connection to {address} failed for a reason that the app does not know.',
      zh: '连接 {address} 失败，原因不在已知范围内。',
    },
    fix: {
      en: 'Read the detail below and the broker log, then run the connection test.',
      zh: '请查看下面的详细信息和 Broker 日志，再运行一次连接测试。',
    },
    brokerHint: {
      en: 'Log: `journalctl -u mosquitto -n 50`.',
      zh: '日志：`journalctl -u mosquitto -n 50`。',
    },
  },
} as const satisfies Record<string, Cause>
