import type { Cause } from './cause.ts'

/** Causes of a peer that takes the connection and hangs up, and of proxies that stand before a broker. */
export const HANG_UP_CAUSES = {
  'connection-limit': {
    isFatal: false,
    message: {
      en: '{address} hung up at once, before anything was sent: the broker has reached its limit of connections (max_connections), or a proxy answers there that does not get through to its broker.',
      zh: '{address} 在收到任何数据之前就立即断开了：Broker 已达到连接数上限（max_connections），或者应答的是一个连不通后面 Broker 的代理。',
    },
    fix: {
      en: 'Without a proxy: close clients that are no longer used, or raise the limit. With a proxy or load balancer: start the broker behind it, and let it send the PROXY protocol only to a broker that knows it.',
      zh: '没有代理时：请关闭不再使用的客户端，或提高上限。有代理或负载均衡时：请启动它后面的 Broker，并且只对支持 PROXY 协议的 Broker 发送该协议。',
    },
    brokerHint: {
      en: 'The log shows "max_connections exceeded"; the setting is `max_connections` below the `listener` line. In haproxy, look for `send-proxy` on the `server` line.',
      zh: '日志里会出现“max_connections exceeded”；对应 `listener` 一行下面的 `max_connections`。在 haproxy 里请检查 `server` 一行的 `send-proxy`。',
    },
  },
  closed: {
    isFatal: false,
    message: {
      en: '{address} closed the connection without an answer.',
      zh: '{address} 没有任何应答就关闭了连接。',
    },
    fix: {
      en: '[[{ifLogin}Some brokers hang up like this on a wrong user name or password. Or the]][[{ifNoLogin}The]] broker is full or not ready,[[{ifTls} it wants a client certificate or an ALPN protocol,]][[{ifTcp} the port wants WebSocket,]][[{ifPlain} the port wants TLS,]] a proxy does not reach its broker, or the broker is so old that it knows MQTT 3.1 only. Run the connection test: it tells these apart.',
      zh: '[[{ifLogin}有些 Broker 在用户名或密码错误时会这样断开。也]]可能是 Broker 已满或尚未就绪，[[{ifTls}要求客户端证书或 ALPN 协议，]][[{ifTcp}这个端口要求 WebSocket，]][[{ifPlain}这个端口要求 TLS，]]代理连不到后面的 Broker，或者 Broker 太旧、只支持 MQTT 3.1。请运行连接测试来区分这些情况。',
    },
    brokerHint: {
      en: 'Log: `journalctl -u mosquitto -n 50`. Settings to look at: `max_connections`, `protocol websockets`.',
      zh: '日志：`journalctl -u mosquitto -n 50`。请检查 `max_connections` 和 `protocol websockets` 两项设置。',
    },
  },
  'closed-late': {
    isFatal: false,
    message: {
      en: '{address} takes the connection, and closes it after a while without an answer: most likely a proxy or load balancer that does not reach its broker.',
      zh: '{address} 接受了连接，但过了一会儿没有任何应答就关闭了：很可能是一个连不到后面 Broker 的代理或负载均衡。',
    },
    fix: {
      en: 'Start the broker behind it, or correct the address that it passes on to. A cluster without a majority of its nodes (NATS) hangs up like this too.',
      zh: '请启动它后面的 Broker，或改正它的转发地址。没有多数节点的集群（NATS）也会这样断开。',
    },
    brokerHint: {
      en: 'In haproxy, its log says "no server available" or shows the flag SC.',
      zh: '在 haproxy 的日志里会出现“no server available”或标志 SC。',
    },
  },
  'closed-not-ready': {
    isFatal: false,
    message: {
      en: '{address} hangs up on this login without a word, though it tells who comes without one: the broker is not ready.',
      zh: '{address} 收到登录信息后没有任何应答就断开了，而不带登录时它会说明原因：Broker 尚未就绪。',
    },
    fix: {
      en: 'Start the other nodes of its cluster: a NATS cluster without a majority of them hangs up like this. Otherwise read the log of the broker.',
      zh: '请启动集群的其他节点：没有多数节点的 NATS 集群会这样断开。否则请查看 Broker 的日志。',
    },
    brokerHint: {
      en: 'In the log of NATS: "JetStream cluster no metadata leader".',
      zh: 'NATS 的日志里会出现“JetStream cluster no metadata leader”。',
    },
  },
  'closed-connect': {
    isFatal: false,
    message: {
      en: '{address} hangs up on a CONNECT of MQTT without an answer. It wants neither TLS nor WebSocket.',
      zh: '{address} 收到 MQTT 的 CONNECT 后没有任何应答就断开了。它要求的既不是 TLS，也不是 WebSocket。',
    },
    fix: {
      en: 'The broker may want a user name and password, be full, or not be ready: a NATS cluster without a majority of its nodes hangs up like this.',
      zh: 'Broker 可能要求用户名和密码，也可能已满或尚未就绪：没有多数节点的 NATS 集群会这样断开。',
    },
    brokerHint: {
      en: 'The log of the broker names the client that it did not let in, and why.',
      zh: 'Broker 的日志会写明拒绝了哪个客户端以及原因。',
    },
  },
  'closed-login': {
    isFatal: false,
    message: {
      en: '{address} hung up on the login without a word.',
      zh: '{address} 收到登录信息后没有任何应答就断开了。',
    },
    fix: {
      en: 'Some brokers hang up like this on a wrong user name or password (NanoMQ does): enter both again. AWS IoT Core does so while the certificate is not active, or its policy does not allow this client id. If all of that is right, the broker is full or not ready: a NATS cluster without a majority of its nodes hangs up too.',
      zh: '有些 Broker（如 NanoMQ）在用户名或密码错误时会这样断开：请重新填写。证书未激活或其策略不允许此客户端 ID 时，AWS IoT Core 也会这样断开。如果都没有问题，就是 Broker 已满或尚未就绪：没有多数节点的 NATS 集群也会断开。',
    },
    brokerHint: {
      en: 'The log of the broker names the client that it did not let in, and why.',
      zh: 'Broker 的日志会写明拒绝了哪个客户端以及原因。',
    },
  },
  'closed-filter': {
    isFatal: false,
    message: {
      en: '{address} ends the connection when the console asks to receive {topic}: the account may not read it.',
      zh: '控制台请求接收 {topic} 时，{address} 就断开连接：该账户没有读取权限。',
    },
    fix: {
      en: 'Let this account read {topic}. The console cannot work without it, and connects by itself once it may.',
      zh: '请允许该账户读取 {topic}。没有它控制台无法工作；获得权限后会自动连接。',
    },
    brokerHint: {
      en: 'RabbitMQ: `rabbitmqctl list_topic_permissions`, where `device/+/result` is the routing key `device\\.[^.]+\\.result`. AWS IoT Core: `iot:Subscribe` and `iot:Receive` in the policy.',
      zh: 'RabbitMQ：`rabbitmqctl list_topic_permissions`，其中 `device/+/result` 对应路由键 `device\\.[^.]+\\.result`。AWS IoT Core：策略中的 `iot:Subscribe` 和 `iot:Receive`。',
    },
  },
  'proxy-protocol': {
    isFatal: false,
    message: {
      en: '{address} answers only in the PROXY protocol: this port is meant for a load balancer, not for clients.',
      zh: '{address} 只接受带 PROXY 协议的连接：这个端口是给负载均衡用的，不是给客户端用的。',
    },
    fix: {
      en: 'Use the address of the load balancer, or a port without the PROXY protocol.',
      zh: '请填写负载均衡的地址，或改用不要求 PROXY 协议的端口。',
    },
    brokerHint: {
      en: 'In haproxy this is `accept-proxy` on the `bind` line; in a broker it is called `proxy_protocol` or `enable_proxy_protocol`.',
      zh: '在 haproxy 里是 `bind` 一行的 `accept-proxy`；在 Broker 里叫作 `proxy_protocol` 或 `enable_proxy_protocol`。',
    },
  },
  'proxy-unreachable': {
    isFatal: false,
    message: {
      en: 'The proxy {proxy} of this connection does not answer.',
      zh: '这个连接使用的代理 {proxy} 没有应答。',
    },
    fix: {
      en: 'Check its address and port, and that this computer is on the network that it serves. Without a proxy, leave the field empty.',
      zh: '请核对它的地址和端口，并确认本机在它服务的网络内。不需要代理时请把这一项留空。',
    },
    brokerHint: null,
  },
  'proxy-other': {
    isFatal: false,
    message: {
      en: '{proxy} answers, but not as a proxy of this kind[[ (HTTP status {status})]].',
      zh: '{proxy} 有应答，但不是这种代理[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Choose the right kind: http:// for a web proxy, socks5:// for a SOCKS proxy, and check the port.',
      zh: '请选择正确的类型：网页代理用 http://，SOCKS 代理用 socks5://，并核对端口。',
    },
    brokerHint: null,
  },
  'proxy-forbidden': {
    isFatal: false,
    message: {
      en: 'The proxy {proxy} does not let anybody through to {address}[[ (HTTP status {status})]].',
      zh: '代理 {proxy} 不允许连接 {address}[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Ask whoever runs the proxy to allow this address. Many proxies allow port 443 alone: the broker may offer MQTT there.',
      zh: '请让代理的管理员放行这个地址。很多代理只允许 443 端口：Broker 可能也在那里提供 MQTT。',
    },
    brokerHint: null,
  },
  'proxy-no-route': {
    isFatal: false,
    message: {
      en: 'The proxy {proxy} answers, but does not reach {address}[[ (HTTP status {status})]].',
      zh: '代理 {proxy} 有应答，但连不到 {address}[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Check host and port of the broker as the proxy sees them, and that the broker is running.',
      zh: '请从代理的角度核对 Broker 的主机和端口，并确认 Broker 正在运行。',
    },
    brokerHint: null,
  },
  'proxy-login': {
    isFatal: true,
    message: {
      en: 'A proxy or web server on the way to {address} wants a login of its own before it lets anything through[[ (HTTP status {status})]].',
      zh: '通往 {address} 的代理或网页服务器要求先登录它自己，才放行连接[[（HTTP 状态 {status}）]]。',
    },
    fix: {
      en: 'Ask whoever runs the proxy for a way to the broker without this login. The user name and password of the connection are for the broker, and are not shown to a proxy.',
      zh: '请向代理的管理员询问不需要这个登录就能到达 Broker 的地址。连接里填写的用户名和密码是给 Broker 的，不会发给代理。',
    },
    brokerHint: null,
  },
} as const satisfies Record<string, Cause>
