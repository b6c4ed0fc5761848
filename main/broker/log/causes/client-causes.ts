import type { LogCause } from '../log-causes.ts'

/** Causes in what a client does, sends or may do. */
export const CLIENT_CAUSES = {
  'log-max-connections': {
    stage: 'first-byte',
    message: {
      en: 'The broker refused clients because `max_connections` was reached.',
      zh: '已达到 `max_connections` 上限，Broker 拒绝了新的客户端。',
    },
    fix: {
      en: 'Raise `max_connections`, or find out which client connects over and over.',
      zh: '请提高 `max_connections`，或查出是哪个客户端在反复连接。',
    },
  },
  'log-taken-over': {
    stage: 'connect',
    message: {
      en: 'Two clients use the same client id[[ ({client})]] and push each other off.',
      zh: '两个客户端使用了相同的客户端 ID[[（{client}）]]，互相把对方挤下线。',
    },
    fix: { en: 'Give each its own client id.', zh: '请为每个客户端设置不同的 ID。' },
  },
  'log-unreached': {
    stage: 'tcp',
    message: {
      en: 'Home Assistant could not reach the broker[[: {why}]].',
      zh: 'Home Assistant 无法连到 Broker[[：{why}]]。',
    },
    fix: {
      en: '"Connection refused": the broker does not run, or the port is another one. "Name": the host is misspelt; the add-on is called `core-mosquitto`. "Timed out", "No route": address, network or firewall. The log of the broker says more.',
      zh: '“Connection refused”：Broker 没有运行，或端口不对。“Name …”：主机名写错了；加载项的主机名是 `core-mosquitto`。“Timed out”、“No route”：检查地址、网络和防火墙。Broker 自己的日志里有更多信息。',
    },
  },
  'log-not-authorised': {
    stage: 'connect',
    message: {
      en: 'A client was refused[[ ({client})]]: wrong user name or password, or anonymous where a login is required.',
      zh: '有客户端被拒绝[[（{client}）]]：用户名或密码错误，或在要求登录时匿名连接。',
    },
    fix: {
      en: 'Check its user name and password; after a change of `password_file`, `sudo systemctl reload mosquitto`.',
      zh: '请检查它的用户名和密码；修改 `password_file` 后执行 `sudo systemctl reload mosquitto`。',
    },
  },
  'log-acl-write': {
    stage: 'probe',
    message: {
      en: 'The ACL does not let a client publish[[ to {topic}]][[ ({client})]].',
      zh: 'ACL 不允许某个客户端发布消息[[到 {topic}]][[（{client}）]]。',
    },
    fix: {
      en: 'Add `topic write [[{topic}]]` below its `user` line in `acl_file`, then reload.',
      zh: '请在 `acl_file` 中它的 `user` 一行下面加上 `topic write [[{topic}]]`，然后重新加载。',
    },
  },
  'log-acl-read': {
    stage: 'probe',
    message: {
      en: 'The ACL does not let a client subscribe[[ to {topic}]][[ ({client})]].',
      zh: 'ACL 不允许某个客户端订阅[[ {topic}]][[（{client}）]]。',
    },
    fix: {
      en: 'Add `topic read [[{topic}]]` below its `user` line in `acl_file`, then reload.',
      zh: '请在 `acl_file` 中它的 `user` 一行下面加上 `topic read [[{topic}]]`，然后重新加载。',
    },
  },
  'log-queue-full': {
    stage: 'probe',
    message: {
      en: 'A client does not keep up[[ ({client})]]: messages for it are dropped.',
      zh: '有客户端处理不过来[[（{client}）]]：发给它的消息被丢弃。',
    },
    fix: {
      en: 'Raise `max_queued_messages`, or let the client read less.',
      zh: '请提高 `max_queued_messages`，或减少该客户端的订阅。',
    },
  },
  'log-packet-size': {
    stage: 'probe',
    message: {
      en: 'A message was larger than the broker accepts[[ ({client})]].',
      zh: '有一条消息超过了 Broker 允许的大小[[（{client}）]]。',
    },
    fix: {
      en: 'Raise `max_packet_size`, or let the device send less at a time.',
      zh: '请提高 `max_packet_size`，或让设备一次少发一些。',
    },
  },
  'log-keepalive': {
    stage: 'connect',
    message: {
      en: 'A client fell silent[[ ({client})]]: network lost, or a long command blocks it.',
      zh: '有客户端失去响应[[（{client}）]]：网络中断，或被长时间的命令阻塞。',
    },
    fix: {
      en: 'Check its network; a larger keepalive tolerates longer pauses.',
      zh: '请检查它的网络；把保活间隔调大可以容忍更长的停顿。',
    },
  },
  'log-protocol': {
    stage: 'first-byte',
    message: {
      en: 'Something spoke to the broker that does not keep to MQTT[[ ({client})]].',
      zh: '有连接不符合 MQTT 协议[[（{client}）]]。',
    },
    fix: {
      en: '[[{named} got as far as its name, so that it does speak MQTT: look at its version of MQTT, its library, and what it publishes (a topic with + or #, a text that is not UTF-8, a packet that is cut off). ]]Without a name it is TLS on a plain port, a browser or a port scan: check the port of your client, and whether it should use TLS.',
      zh: '[[{named} 已经报出名称，说明它会 MQTT：请检查它使用的 MQTT 版本、客户端库和发布的内容（主题含 + 或 #、文本不是 UTF-8、数据包不完整）。]]没有名称时，通常是在明文端口上使用 TLS、浏览器访问或端口扫描：请检查客户端的端口以及是否应该使用 TLS。',
    },
  },
  'log-connection-lost': {
    stage: 'connect',
    message: {
      en: 'The connection of a client broke off[[: {client}]][[, {times} times in these lines]][[ ({why})]].',
      zh: '有客户端的连接中断[[：{client}]][[，这几行里共 {times} 次]][[（{why}）]]。',
    },
    fix: {
      en: 'Once is its network or its power. Over and over: look into the client (it restarts, or closes after what it receives), give each client its own id, and check what the ACL lets it do.',
      zh: '偶尔一次是网络或断电。反复出现：请检查该客户端（是否重启，或收到消息后自行关闭），确保每个客户端的 ID 不同，并检查 ACL 允许它做什么。',
    },
  },
  'log-unknown-lost': {
    stage: 'connect',
    message: {
      en: 'Connections break off before a client is in[[, {times} times in these lines]]; this version does not say why.',
      zh: '有连接在客户端登录之前就中断[[，这几行里共 {times} 次]]；这个版本没有说明原因。',
    },
    fix: {
      en: 'Most often the login is refused: check user name and password. Or the client speaks TLS to a plain port, or something only looks whether the port is open.',
      zh: '最常见的是登录被拒绝：请检查用户名和密码。也可能是客户端在明文端口上使用 TLS，或只是有程序在探测端口。',
    },
  },
  'log-client-id': {
    stage: 'connect',
    message: {
      en: 'The broker refused the id of a client[[ ({client})]].',
      zh: 'Broker 不接受某个客户端的 ID[[（{client}）]]。',
    },
    fix: {
      en: 'Give it an id of letters and digits. An empty id is refused where `allow_zero_length_clientid false` stands, others where a plugin or `clientid_prefixes` wants another form.',
      zh: '请给它设置由字母和数字组成的 ID。`allow_zero_length_clientid false` 时不接受空 ID；插件或 `clientid_prefixes` 可能要求别的形式。',
    },
  },
  'log-auth-method': {
    stage: 'connect',
    message: {
      en: 'A client asked for a way to log in that the broker does not offer[[ ({client})]].',
      zh: '有客户端要求使用 Broker 不支持的认证方式[[（{client}）]]。',
    },
    fix: {
      en: 'Let it log in with user name and password, or load the plugin of that authentication method.',
      zh: '请让它使用用户名和密码登录，或加载支持该认证方式的插件。',
    },
  },
  'log-quota': {
    stage: 'connect',
    message: {
      en: 'A client went beyond a quota of the broker[[ ({client})]].',
      zh: '有客户端超出了 Broker 的配额[[（{client}）]]。',
    },
    fix: {
      en: 'Look at the limits of the broker (`max_queued_messages`, `memory_limit`, those of a plugin), and let the client send or connect less often.',
      zh: '请检查 Broker 的限制（`max_queued_messages`、`memory_limit`、插件的限制），并让该客户端降低发送或连接的频率。',
    },
  },
  'log-receive-maximum': {
    stage: 'probe',
    message: {
      en: 'A client sends more messages at once than the broker allows[[ ({client})]].',
      zh: '有客户端同时发送的消息超过了 Broker 允许的数量[[（{client}）]]。',
    },
    fix: {
      en: 'Update the client: it must heed the receive maximum. `max_inflight_messages` raises it.',
      zh: '请升级该客户端：它必须遵守接收上限（receive maximum）。可以用 `max_inflight_messages` 提高上限。',
    },
  },
  'log-feature': {
    stage: 'probe',
    message: {
      en: 'A client uses what this broker does not offer[[ ({client})]]: a higher QoS, retained messages, or another way to log in.',
      zh: '有客户端使用了 Broker 不提供的功能[[（{client}）]]：更高的 QoS、保留消息或别的认证方式。',
    },
    fix: {
      en: 'Compare `max_qos` and `retain_available` of the broker with what the client uses.',
      zh: '请核对 Broker 的 `max_qos` 和 `retain_available` 与该客户端的用法。',
    },
  },
  'log-disconnected': {
    stage: 'connect',
    message: {
      en: 'A client was disconnected or banned by an administrator or a plugin[[ ({client})]].',
      zh: '有客户端被管理员或插件断开或封禁[[（{client}）]]。',
    },
    fix: {
      en: 'Whoever runs the broker did that: by the dynamic security plugin (client disabled or changed) or `mosquitto_ctrl`.',
      zh: '这是 Broker 管理者的操作：通过动态安全插件（禁用或修改客户端）或 `mosquitto_ctrl`。',
    },
  },
  'log-plugin-refused': {
    stage: 'connect',
    message: {
      en: 'A plugin of the broker turned a client away[[ ({client})]].',
      zh: 'Broker 的插件拒绝了某个客户端[[（{client}）]]。',
    },
    fix: {
      en: 'Read the lines of the plugin nearby: what it asks (database, server) may be down.',
      zh: '请查看附近插件的日志：它所依赖的数据库或服务器可能不可用。',
    },
  },
  'log-http-origin': {
    stage: 'connect',
    message: {
      en: 'A web page came from an address that `websockets_origin` does not list[[ ({client})]].',
      zh: '有网页的来源不在 `websockets_origin` 列表中[[（{client}）]]。',
    },
    fix: {
      en: 'Add the origin of the page (https://host:port) to `websockets_origin`.',
      zh: '请把该网页的来源（https://主机:端口）加入 `websockets_origin`。',
    },
  },
  'log-old-broker': {
    stage: 'connect',
    message: {
      en: 'A client wants a version of MQTT that this broker does not know[[ ({word})]]: the broker is too old for it, or the version is switched off.',
      zh: '有客户端要使用 Broker 不认识的 MQTT 版本[[（{word}）]]：Broker 太旧，或该版本被禁用。',
    },
    fix: {
      en: 'Update Mosquitto (MQTT 3.1.1 needs 1.3, MQTT 5 needs 1.6), let the client use MQTT 3.1, or look at `accept_protocol_versions`.',
      zh: '请升级 Mosquitto（MQTT 3.1.1 需要 1.3，MQTT 5 需要 1.6），让该客户端使用 MQTT 3.1，或检查 `accept_protocol_versions`。',
    },
  },
  'log-host-denied': {
    stage: 'first-byte',
    message: {
      en: 'The TCP wrappers of the computer refused an address[[ ({endpoint})]].',
      zh: '系统的 TCP wrappers 拒绝了某个地址[[（{endpoint}）]]。',
    },
    fix: {
      en: 'Add it to the line `mosquitto:` of /etc/hosts.allow.',
      zh: '请把它加入 /etc/hosts.allow 的 `mosquitto:` 一行。',
    },
  },
  'log-proxy': {
    stage: 'first-byte',
    message: {
      en: 'A connection without a valid PROXY header was refused[[ ({endpoint})]].',
      zh: '没有有效 PROXY 头的连接被拒绝[[（{endpoint}）]]。',
    },
    fix: {
      en: 'Let clients connect through the proxy, with the version that `enable_proxy_protocol` names, or switch that off.',
      zh: '请让客户端通过代理连接，并使用 `enable_proxy_protocol` 指定的版本，或关闭该设置。',
    },
  },
  'log-acl-name': {
    stage: 'probe',
    message: {
      en: 'A client id or user name holds `+`, `#` or `/` and gets no access[[ ({client})]].',
      zh: '客户端 ID 或用户名含有 `+`、`#` 或 `/`，因此没有任何权限[[（{client}）]]。',
    },
    fix: {
      en: 'Choose a name without those characters, because the patterns of the ACL hold it.',
      zh: '请换一个不含这些字符的名称，因为 ACL 的模式会用到它。',
    },
  },
  'log-packet-id': {
    stage: 'probe',
    message: {
      en: 'A client answers messages that the broker does not wait for[[ ({client})]].',
      zh: '有客户端确认了 Broker 并未等待的消息[[（{client}）]]。',
    },
    fix: {
      en: 'Harmless after a reconnect. Over and over it is a fault of the client: update it, or use QoS 1.',
      zh: '重连之后出现是无害的。反复出现说明客户端有缺陷：请升级，或使用 QoS 1。',
    },
  },
} as const satisfies Record<string, LogCause>
