import type { LogCause } from '../log-causes.ts'

/** Causes in bridges: there this broker is the client, and the other broker the one that refuses. */
export const BRIDGE_CAUSES = {
  'log-bridge-name': {
    stage: 'dns',
    message: {
      en: 'The name in `address` of the bridge[[ {bridge}]] could not be resolved[[ ({target})]][[: {lookup}]][[: {why}]].',
      zh: '桥接[[ {bridge}]] 的 `address` 里的主机名无法解析[[（{target}）]][[：{lookup}]][[：{why}]]。',
    },
    fix: {
      en: 'Check the spelling and the name server (`getent hosts NAME`). At boot the network may come after the broker: `After=network-online.target` in the service.',
      zh: '请检查拼写和域名服务器（`getent hosts 名称`）。开机时网络可能晚于 Broker 就绪：在服务里加 `After=network-online.target`。',
    },
  },
  'log-bridge-unreachable': {
    stage: 'tcp',
    message: {
      en: 'The bridge[[ {bridge}]] could not be connected to the other broker[[ ({target})]][[: {why}]].',
      zh: '桥接[[ {bridge}]] 无法连接对方 Broker[[（{target}）]][[：{why}]]。',
    },
    fix: {
      en: 'Check from this computer whether the other broker answers: `nc -vz ADDRESS PORT`. Then its firewall, `address` and port of the bridge, and whether that port wants TLS (`bridge_cafile`).',
      zh: '请在这台机器上确认对方 Broker 有响应：`nc -vz 地址 端口`。再检查防火墙、桥接的 `address` 和端口，以及该端口是否要求 TLS（`bridge_cafile`）。',
    },
  },
  'log-bridge-refused': {
    stage: 'connect',
    message: {
      en: 'The other broker refused the login of the bridge[[ {bridge}]][[ ({target})]][[: {answer}]].',
      zh: '对方 Broker 拒绝了桥接[[ {bridge}]][[（{target}）]] 的登录[[：{answer}]]。',
    },
    fix: {
      en: 'Correct `remote_username` and `remote_password` below its `connection` line, or let the other broker know that account.',
      zh: '请改正 `connection` 一行下面的 `remote_username` 和 `remote_password`，或在对方 Broker 上建立该账户。',
    },
  },
  'log-bridge-version': {
    stage: 'connect',
    message: {
      en: 'The other broker does not speak as the bridge[[ {bridge}]] does[[: {answer}]].',
      zh: '对方 Broker 不支持桥接[[ {bridge}]] 使用的协议或功能[[：{answer}]]。',
    },
    fix: {
      en: 'Set `bridge_protocol_version mqttv311` below its `connection` line; where retained messages or QoS 2 are refused, `bridge_outgoing_retain false` or `bridge_max_qos 1` too.',
      zh: '请在 `connection` 一行下面设置 `bridge_protocol_version mqttv311`；如果对方不支持保留消息或 QoS 2，再加 `bridge_outgoing_retain false` 或 `bridge_max_qos 1`。',
    },
  },
  'log-bridge-id': {
    stage: 'connect',
    message: {
      en: 'The other broker refused the client id of the bridge[[ {bridge}]].',
      zh: '对方 Broker 不接受桥接[[ {bridge}]] 的客户端 ID。',
    },
    fix: {
      en: 'Set another `remote_clientid` below its `connection` line.',
      zh: '请在 `connection` 一行下面换一个 `remote_clientid`。',
    },
  },
  'log-bridge-loop': {
    stage: 'connect',
    message: {
      en: 'The bridge[[ {bridge}]][[ ({target})]] connects and is cut off again.',
      zh: '桥接[[ {bridge}]][[（{target}）]] 连上后又被断开。',
    },
    fix: {
      en: 'Read the log of the other broker, which says why it closes. Usual reasons: two bridges with the same `remote_clientid`, TLS wanted on that port, `try_private true` towards a broker that is no Mosquitto, or an ACL.',
      zh: '请查看对方 Broker 的日志，那里写着断开的原因。常见原因：两个桥接使用相同的 `remote_clientid`、该端口要求 TLS、对方不是 Mosquitto 却设置了 `try_private true`，或 ACL 限制。',
    },
  },
  'log-bridge-not-trusted': {
    stage: 'tls',
    message: {
      en: 'The bridge[[ {bridge}]] does not trust the certificate of the other broker[[ ({target})]].',
      zh: '桥接[[ {bridge}]] 不信任对方 Broker[[（{target}）]] 的证书。',
    },
    fix: {
      en: 'Name the CA that signed it as `bridge_cafile` (for a public one `bridge_capath /etc/ssl/certs`), and check its dates and the clock of this computer.',
      zh: '请把签发该证书的 CA 设为 `bridge_cafile`（公共 CA 用 `bridge_capath /etc/ssl/certs`），并检查证书有效期和本机时间。',
    },
  },
  'log-bridge-host-name': {
    stage: 'tls',
    message: {
      en: 'The certificate of the other broker is not valid for the name that the bridge[[ {bridge}]] uses[[ ({target})]].',
      zh: '对方 Broker 的证书与桥接[[ {bridge}]] 所用的主机名[[（{target}）]] 不符。',
    },
    fix: {
      en: 'Write the name of the certificate into `address` of the bridge, not an IP address, or reissue the certificate with that name or address.',
      zh: '请在桥接的 `address` 里写证书上的主机名而不是 IP 地址，或重新签发包含该名称或地址的证书。',
    },
  },
  'log-bridge-certificate': {
    stage: 'tls',
    message: {
      en: 'The other broker does not accept the certificate of the bridge[[ {bridge}]][[ ({words})]].',
      zh: '对方 Broker 不接受桥接[[ {bridge}]] 的证书[[（{words}）]]。',
    },
    fix: {
      en: 'Set `bridge_certfile` and `bridge_keyfile` to a certificate that the other broker knows.',
      zh: '请把 `bridge_certfile` 和 `bridge_keyfile` 设为对方 Broker 认可的证书。',
    },
  },
  'log-bridge-tls': {
    stage: 'tls',
    message: {
      en: 'The bridge[[ {bridge}]] and the other broker[[ ({target})]] did not agree on TLS[[: {words}]].',
      zh: '桥接[[ {bridge}]] 与对方 Broker[[（{target}）]] 的 TLS 协商失败[[：{words}]]。',
    },
    fix: {
      en: 'Check that this port of the other broker speaks TLS (usually 8883), and `bridge_tls_version` and ciphers.',
      zh: '请确认对方 Broker 的这个端口使用 TLS（通常是 8883），并检查 `bridge_tls_version` 和加密套件。',
    },
  },
  'log-bridge-busy': {
    stage: 'connect',
    message: {
      en: 'The other broker does not take the bridge[[ {bridge}]] at the moment[[ ({target})]][[: {answer}]].',
      zh: '对方 Broker 目前不接受桥接[[ {bridge}]][[（{target}）]][[：{answer}]]。',
    },
    fix: {
      en: 'It answered, so the network is well. Look at its log and its limits (connections, quotas), or wait. For `Server moved` or `Use another server` correct `address`.',
      zh: '它有回应，说明网络没有问题。请查看它的日志和限额（连接数、配额），或稍后再试。如果是 `Server moved` 或 `Use another server`，请改正 `address`。',
    },
  },
} as const satisfies Record<string, LogCause>
