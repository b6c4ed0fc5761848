import type { LogCause } from './log-causes.ts'

/** Causes that a running broker logs about itself or a client. */
export const LOG_CLIENT_CAUSES = {
  'log-too-many-files': {
    message: {
      en: 'The broker has no file handles left for another client.',
      zh: 'Broker 的文件句柄已用完，无法再接受客户端。',
    },
    fix: {
      en: 'Raise `LimitNOFILE` of the service: `sudo systemctl edit mosquitto`.',
      zh: '请提高服务的 `LimitNOFILE`：`sudo systemctl edit mosquitto`。',
    },
  },
  'log-disk-full': {
    message: { en: 'The disk of the broker is full.', zh: 'Broker 所在的磁盘已满。' },
    fix: { en: '`df -h` shows where; make room, then restart.', zh: '用 `df -h` 查看，腾出空间后重启。' },
  },
  'log-persistence': {
    message: {
      en: 'The broker cannot save its database: retained messages and queues are lost at a restart.',
      zh: 'Broker 无法保存数据库：重启后保留消息和队列会丢失。',
    },
    fix: {
      en: 'Give the folder of `persistence_location` to the account `mosquitto` (in Docker: 1883).',
      zh: '请把 `persistence_location` 目录的属主改为 `mosquitto`（Docker 里是 1883）。',
    },
  },
  'log-max-connections': {
    message: {
      en: 'The broker refused clients because `max_connections` was reached.',
      zh: '已达到 `max_connections` 上限，Broker 拒绝了新的客户端。',
    },
    fix: {
      en: 'Raise `max_connections`, or find out which client connects over and over.',
      zh: '请提高 `max_connections`，或查出是哪个客户端在反复连接。',
    },
  },
  'log-client-ca': {
    message: {
      en: 'A client showed a certificate that the broker cannot verify (another CA, or expired).',
      zh: '有客户端出示了 Broker 无法验证的证书（CA 不同或已过期）。',
    },
    fix: {
      en: 'Issue it a certificate of the CA in `cafile`, and check its dates.',
      zh: '请用 `cafile` 里的 CA 为它签发证书，并检查有效期。',
    },
  },
  'log-client-certificate': {
    message: {
      en: 'A client came without a certificate, which this listener requires.',
      zh: '有客户端没有提供证书，而这个监听端口要求提供。',
    },
    fix: {
      en: 'Load a certificate and its key in that client, or set `require_certificate false`.',
      zh: '请在该客户端导入证书和私钥，或设置 `require_certificate false`。',
    },
  },
  'log-server-not-trusted': {
    message: {
      en: 'A client does not trust the certificate of the broker.',
      zh: '有客户端不信任 Broker 的证书。',
    },
    fix: {
      en: 'Load the CA certificate (ca.crt) in that client, and check that the name it connects to is in the certificate.',
      zh: '请在该客户端导入 CA 证书（ca.crt），并确认它所用的主机名写在证书里。',
    },
  },
  'log-certificate-expired': {
    message: { en: 'A certificate has expired.', zh: '有证书已过期。' },
    fix: {
      en: 'Renew it, and check the clocks of both computers.',
      zh: '请更新证书，并检查两台机器的时间。',
    },
  },
  'log-plain-on-tls': {
    message: {
      en: 'A client spoke plain text to a port that wants TLS.',
      zh: '有客户端用明文连接了要求 TLS 的端口。',
    },
    fix: {
      en: 'Let the client use TLS (mqtts://) or the plain port.',
      zh: '请让该客户端使用 TLS（mqtts://），或改用不加密的端口。',
    },
  },
  'log-tls-version': {
    message: {
      en: 'A client and the broker have no TLS version in common.',
      zh: '有客户端与 Broker 没有共同的 TLS 版本。',
    },
    fix: {
      en: 'Look at `tls_version` and update the client.',
      zh: '请检查 `tls_version` 设置，并升级该客户端。',
    },
  },
  'log-taken-over': {
    message: {
      en: 'Two clients use the same client id[[ ({client})]] and push each other off.',
      zh: '两个客户端使用了相同的客户端 ID[[（{client}）]]，互相把对方挤下线。',
    },
    fix: { en: 'Give each its own client id.', zh: '请为每个客户端设置不同的 ID。' },
  },
  'log-not-authorised': {
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
    message: { en: 'A message was larger than the broker accepts.', zh: '有一条消息超过了 Broker 允许的大小。' },
    fix: {
      en: 'Raise `max_packet_size`, or let the device send less at a time.',
      zh: '请提高 `max_packet_size`，或让设备一次少发一些。',
    },
  },
  'log-keepalive': {
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
    message: {
      en: 'Something spoke to the broker that is no proper MQTT client[[ ({client})]]: TLS on a plain port, a browser, a port scan.',
      zh: '有不符合 MQTT 协议的连接[[（{client}）]]：在明文端口上使用 TLS、浏览器访问或端口扫描。',
    },
    fix: {
      en: 'If it was a client of yours, check its port and whether it should use TLS.',
      zh: '如果是自己的客户端，请检查端口以及是否应该使用 TLS。',
    },
  },
} as const satisfies Record<string, LogCause>
