import type { Cause } from './cause.ts'

/** Causes of TLS that say which part of a certificate, or of the handshake, does not fit. */
export const HANDSHAKE_CAUSES = {
  'tls-purpose': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker was not made for a server.',
      zh: 'Broker 的证书不是为服务器签发的。',
    },
    fix: {
      en: 'Issue a new one with the extended key usage serverAuth, signed by the CA of this connection.',
      zh: '请用这个连接的 CA 重新签发，扩展用途须含 serverAuth。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -purpose` must say "SSL server : Yes".',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -purpose`，应显示“SSL server : Yes”。',
    },
  },
  'tls-issuer': {
    isFatal: true,
    message: {
      en: 'The certificate that signed the one of the broker is not that of an authority[[: {issuer}]].',
      zh: '签发 Broker 证书的那张证书不是 CA 证书[[：{issuer}]]。',
    },
    fix: {
      en: 'Make the CA certificate again with basicConstraints CA:TRUE, issue the certificate of the broker with it, and load the new CA here.',
      zh: '请重新制作带 basicConstraints CA:TRUE 的 CA 证书，用它签发 Broker 的证书，再把新的 CA 导入这里。',
    },
    brokerHint: {
      en: '`openssl x509 -in ca.crt -noout -ext basicConstraints` must show CA:TRUE.',
      zh: '`openssl x509 -in ca.crt -noout -ext basicConstraints` 应显示 CA:TRUE。',
    },
  },
  'tls-revoked': {
    isFatal: true,
    message: { en: 'The certificate of the broker was revoked.', zh: 'Broker 的证书已被吊销。' },
    fix: {
      en: 'Do not connect before whoever runs the broker has said why, and has put a new certificate in place.',
      zh: '请先向 Broker 的管理者问明原因，并等它换上新证书，再连接。',
    },
    brokerHint: null,
  },
  'tls-own-weak': {
    isFatal: true,
    message: {
      en: 'The client certificate of this connection uses a key or a signature that is too weak (RSA below 2048 bits, MD5 or SHA-1).',
      zh: '这个连接的客户端证书的密钥或签名算法过弱（RSA 小于 2048 位，或使用了 MD5、SHA-1）。',
    },
    fix: {
      en: 'Have a new client certificate issued, with ECDSA P-256 or RSA 2048 and SHA-256, and load it with its key.',
      zh: '请用 ECDSA P-256 或 RSA 2048 以及 SHA-256 重新签发客户端证书，并连同私钥一起导入。',
    },
    brokerHint: null,
  },
  'tls-alpn': {
    isFatal: true,
    message: {
      en: 'The broker does not offer the protocol that this connection asks for by ALPN[[: {alpn}]].',
      zh: 'Broker 不提供这个连接通过 ALPN 请求的协议[[：{alpn}]]。',
    },
    fix: {
      en: 'Correct "ALPN" in the connection, or leave it empty. AWS IoT Core on port 443 wants x-amzn-mqtt-ca; a web server on that port knows no MQTT.',
      zh: '请改正连接里的“ALPN”，或留空。AWS IoT Core 的 443 端口要求 x-amzn-mqtt-ca；该端口上若是网页服务器，则不认识 MQTT。',
    },
    brokerHint: null,
  },
  'tls-dh': {
    isFatal: true,
    message: {
      en: 'The Diffie-Hellman parameters of the broker are too short to be used.',
      zh: 'Broker 的 Diffie-Hellman 参数太短，无法使用。',
    },
    fix: {
      en: 'Make them again with 2048 bits (`openssl dhparam -out dhparam.pem 2048`), or let the broker use elliptic curves (ECDHE) or TLS 1.3, which need none.',
      zh: '请用 2048 位重新生成（`openssl dhparam -out dhparam.pem 2048`），或让 Broker 使用椭圆曲线（ECDHE）或 TLS 1.3，它们不需要这个文件。',
    },
    brokerHint: {
      en: 'The setting is `dhparamfile` in mosquitto.conf.',
      zh: '对应 mosquitto.conf 里的 `dhparamfile`。',
    },
  },
  'tls-garbled': {
    isFatal: false,
    message: {
      en: 'The TLS handshake broke off, because what came from {address} does not fit together.',
      zh: 'TLS 握手中断：从 {address} 收到的内容前后不符。',
    },
    fix: {
      en: 'Something between may change it: security software or a proxy that looks into TLS. If there is none, the key of the broker does not belong to its certificate.',
      zh: '可能被中间环节改动：检查 TLS 内容的安全软件或代理。如果都没有，就是 Broker 的私钥与证书不是一对。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -pubkey` and `openssl pkey -in server.key -pubout` must print the same.',
      zh: '在 Broker 上，`openssl x509 -in server.crt -noout -pubkey` 与 `openssl pkey -in server.key -pubout` 的输出应相同。',
    },
  },
  'tls-broker-fault': {
    isFatal: false,
    message: {
      en: 'The broker failed itself while TLS was set up (it says: internal error).',
      zh: '建立 TLS 时，Broker 自身出错（它报告：internal error）。',
    },
    fix: {
      en: 'Read the log of the broker: its certificate or key may be missing for this name, or not fit.',
      zh: '请查看 Broker 的日志：它可能没有这个名称的证书或私钥，或者两者不匹配。',
    },
    brokerHint: { en: 'Log: `journalctl -u mosquitto -n 50`.', zh: '日志：`journalctl -u mosquitto -n 50`。' },
  },
} as const satisfies Record<string, Cause>
