import type { LogCause } from '../log-causes.ts'

/** Causes in the TLS connections of clients. */
export const TLS_CAUSES = {
  'log-client-ca': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] showed a certificate that the broker cannot verify (another CA, or expired).',
      zh: '有客户端[[（{client}）]]出示了 Broker 无法验证的证书（CA 不同或已过期）。',
    },
    fix: {
      en: 'Issue it a certificate of the CA in `cafile`, and check its dates.',
      zh: '请用 `cafile` 里的 CA 为它签发证书，并检查有效期。',
    },
  },
  'log-client-certificate': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] came without a certificate, which this listener requires.',
      zh: '有客户端[[（{client}）]]没有提供证书，而这个监听端口要求提供。',
    },
    fix: {
      en: 'Load a certificate and its key in that client, or set `require_certificate false`.',
      zh: '请在该客户端导入证书和私钥，或设置 `require_certificate false`。',
    },
  },
  'log-server-not-trusted': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] does not trust the certificate of the broker.',
      zh: '有客户端[[（{client}）]]不信任 Broker 的证书。',
    },
    fix: {
      en: 'Load the CA certificate (ca.crt) in that client, and check that the name it connects to is in the certificate.',
      zh: '请在该客户端导入 CA 证书（ca.crt），并确认它所用的主机名写在证书里。',
    },
  },
  'log-certificate-expired': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] says that the certificate of the broker has expired.',
      zh: '有客户端[[（{client}）]]说 Broker 的证书已过期。',
    },
    fix: {
      en: '`openssl x509 -noout -enddate -in FILE` shows its date, for the file of `certfile`: renew it and restart the broker. If it is valid still, the clock of that client is wrong.',
      zh: '对 `certfile` 所指的文件执行 `openssl x509 -noout -enddate -in 文件` 查看日期：请更新证书并重启 Broker。如果证书仍有效，说明该客户端的时间不对。',
    },
  },
  'log-plain-on-tls': {
    stage: 'first-byte',
    message: {
      en: 'A client[[ ({client})]] spoke plain text to a port that wants TLS.',
      zh: '有客户端[[（{client}）]]用明文连接了要求 TLS 的端口。',
    },
    fix: {
      en: 'Let the client use TLS (mqtts://) or the plain port.',
      zh: '请让该客户端使用 TLS（mqtts://），或改用不加密的端口。',
    },
  },
  'log-tls-version': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] and the broker have no TLS version in common.',
      zh: '有客户端[[（{client}）]]与 Broker 没有共同的 TLS 版本。',
    },
    fix: {
      en: 'Look at `tls_version` and update the client.',
      zh: '请检查 `tls_version` 设置，并升级该客户端。',
    },
  },
  'log-no-cipher': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] and the broker have no cipher in common[[ ({words})]].',
      zh: '有客户端[[（{client}）]]与 Broker 没有共同的加密套件[[（{words}）]]。',
    },
    fix: {
      en: 'Remove `ciphers` from mosquitto.conf, update the client, and check the key of the certificate: old clients want RSA, and a listener without `certfile` has none to offer.',
      zh: '请去掉 mosquitto.conf 里的 `ciphers`，升级该客户端，并检查证书的密钥类型：旧客户端需要 RSA，而没有 `certfile` 的监听无法提供证书。',
    },
  },
  'log-tls-closed': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] closed a TLS connection without saying so[[ ({words})]].',
      zh: '有客户端[[（{client}）]]没有按 TLS 的方式告别就断开了连接[[（{words}）]]。',
    },
    fix: {
      en: 'It went away, lost its network, or gave up on the certificate; OpenSSL 3 calls that an error. If it happens over and over, look at the log of that client. Port checks of a monitor look the same.',
      zh: '它可能退出、断网，或不接受证书；OpenSSL 3 会把这记为错误。如果反复出现，请查看该客户端的日志。监控程序的端口探测也是这样。',
    },
  },
  'log-tls-psk': {
    stage: 'tls',
    message: {
      en: 'A client[[ ({client})]] came with a pre-shared key that the broker does not know[[ ({words})]].',
      zh: '有客户端[[（{client}）]]使用了 Broker 不认识的预共享密钥[[（{words}）]]。',
    },
    fix: {
      en: 'Compare its identity and key with `psk_file`, and `psk_hint` of the listener.',
      zh: '请核对它的标识和密钥与 `psk_file` 以及监听的 `psk_hint`。',
    },
  },
  'log-tls-on-plain': {
    stage: 'first-byte',
    message: {
      en: 'A client spoke TLS to a port without TLS[[ ({endpoint})]].',
      zh: '有客户端用 TLS 连接了不加密的端口[[（{endpoint}）]]。',
    },
    fix: {
      en: 'Let it use the TLS port (usually 8883), or turn TLS off in it.',
      zh: '请让它使用 TLS 端口（通常是 8883），或关闭它的 TLS。',
    },
  },
  'log-tls-failed': {
    stage: 'tls',
    message: {
      en: 'A TLS connection of a client[[ ({client})]] failed[[: {words}]].',
      zh: '有客户端[[（{client}）]]的 TLS 连接失败[[：{words}]]。',
    },
    fix: {
      en: 'Check its CA, its TLS version and the name it connects to; `openssl s_client -connect HOST:8883` shows what the broker offers.',
      zh: '请检查它的 CA、TLS 版本和所用的主机名；`openssl s_client -connect 主机:8883` 可以看到 Broker 提供了什么。',
    },
  },
} as const satisfies Record<string, LogCause>
