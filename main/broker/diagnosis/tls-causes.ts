import type { Cause } from './cause.ts'

/** Causes in TLS: what the broker's certificate lacks, and what the broker says of ours. */
export const TLS_CAUSES = {
  'tls-name': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker is not valid for {name}.[[ It is made out to: {names}.]][[ {commonName} stands in its common name (CN) only, which does not count: it has no subjectAltName.]][[{ifNameless} It names no host at all.]]',
      zh: 'Broker 的证书不适用于 {name}。[[证书上写的是：{names}。]][[{commonName} 只写在通用名（CN）里，不起作用：证书没有 subjectAltName。]][[{ifNameless}证书里没有任何主机名。]]',
    },
    fix: {
      en: 'Have the certificate reissued with {name} in its subjectAltName (an IP address as an IP entry).[[{ifNames} Or connect by a name that is in the certificate, or enter that name as "Server name".]][[{ifNoNames} Or pin this certificate, once its fingerprint was compared at the broker.]]',
      zh: '请重新签发证书，把 {name} 写进 subjectAltName（IP 地址要写成 IP 条目）。[[{ifNames}也可以用证书里的名字连接，或把它填在“服务器名称”里。]][[{ifNoNames}也可以在 Broker 上核对指纹后固定这张证书。]]',
    },
    brokerHint: {
      en: '`openssl x509 -in server.crt -noout -ext subjectAltName` shows the list. The common name (CN) does not count.',
      zh: '`openssl x509 -in server.crt -noout -ext subjectAltName` 可以查看列表。通用名（CN）不起作用。',
    },
  },
  'tls-self-signed': {
    isFatal: true,
    message: {
      en: 'The broker shows a self-signed certificate which this connection does not trust.',
      zh: 'Broker 出示的是自签名证书，这个连接不信任它。',
    },
    fix: {
      en: 'Compare its SHA-256 fingerprint[[ ({fingerprint})]] with the one at the broker, then pin it: trust "Pinned certificate".',
      zh: '请把它的 SHA-256 指纹[[（{fingerprint}）]]与 Broker 上的核对，一致后选择信任“固定证书”。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -fingerprint -sha256`.',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -fingerprint -sha256`。',
    },
  },
  'tls-pin-mismatch': {
    isFatal: true,
    message: {
      en: 'The broker shows another certificate than the pinned one[[ (fingerprint {fingerprint})]].',
      zh: 'Broker 出示的证书与固定的证书不同[[（指纹 {fingerprint}）]]。',
    },
    fix: {
      en: 'If the certificate was renewed, compare the new fingerprint at the broker and pin it again. If not, somebody may be between you and the broker: do not connect.',
      zh: '如果证书刚更新过，请在 Broker 上核对新指纹后重新固定；否则可能有人在中间截听，请不要连接。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -fingerprint -sha256`.',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -fingerprint -sha256`。',
    },
  },
  'tls-ca-missing': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker was signed by a CA which this computer does not know[[: {issuer}]].',
      zh: 'Broker 的证书由一个本机不认识的 CA 签发[[：{issuer}]]。',
    },
    fix: {
      en: 'Load the CA certificate of the broker (often ca.crt) into this connection.',
      zh: '请把 Broker 的 CA 证书（通常是 ca.crt）导入这个连接。',
    },
    brokerHint: {
      en: 'It is the CA that signed the file named by `certfile`, not `certfile` itself.',
      zh: '需要的是签发 `certfile` 的那个 CA 的证书，而不是 `certfile` 本身。',
    },
  },
  'tls-unknown-ca': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker was not signed by the CA of this connection[[. Its issuer: {issuer}]][[; CA of this connection: {caSubject}]].',
      zh: 'Broker 的证书不是由这个连接的 CA 签发的[[。证书的签发者：{issuer}]][[；这个连接的 CA：{caSubject}]]。',
    },
    fix: {
      en: '[[{ifLeafAsCa}The CA field holds the certificate of the broker itself: load that of the CA that signed it, or pin the certificate. ]]Load the right CA certificate. If the CA is right, the broker does not send an intermediate certificate: its `certfile` must hold the whole chain.',
      zh: '[[{ifLeafAsCa}CA 一栏里放的是 Broker 自己的证书：请导入签发它的 CA 证书，或固定（pin）这张证书。]]请导入正确的 CA 证书。如果 CA 没错，就是 Broker 没有发送中间证书：`certfile` 里要放完整的证书链。',
    },
    brokerHint: {
      en: 'Compare `openssl x509 -in server.crt -noout -issuer` with `openssl x509 -in ca.crt -noout -subject`.',
      zh: '请对比 `openssl x509 -in server.crt -noout -issuer` 与 `openssl x509 -in ca.crt -noout -subject`。',
    },
  },
  'tls-expired': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker has expired[[ (valid to: {validTo})]], or the clock of this computer is wrong. Clock here: {now}.',
      zh: 'Broker 的证书已过期[[（有效期至：{validTo}）]]，或本机时钟不对。本机时间：{now}。',
    },
    fix: {
      en: 'Correct the clock if it is wrong; otherwise renew the certificate of the broker.',
      zh: '如果本机时间不对，请先校准；否则请更新 Broker 的证书。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -dates` and `date`.',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -dates` 和 `date`。',
    },
  },
  'tls-not-yet-valid': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker is not valid yet[[ (valid from: {validFrom})]], or the clock of this computer is behind. Clock here: {now}.',
      zh: 'Broker 的证书尚未生效[[（生效时间：{validFrom}）]]，或本机时钟偏慢。本机时间：{now}。',
    },
    fix: {
      en: 'Correct the clock of this computer, or of the computer that made the certificate and make it again.',
      zh: '请校准本机时间；如果是签发证书的计算机时间不对，校准后重新签发。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -dates` and `date`.',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -dates` 和 `date`。',
    },
  },
  'tls-certificate': {
    isFatal: true,
    message: {
      en: 'The certificate of the broker cannot be accepted (made for another purpose, damaged, or signed by one that is no authority).[[{ifForeignName} Here its CA is not allowed to certify this name.]]',
      zh: 'Broker 的证书不能接受（用途不符、已损坏，或签发它的不是 CA）。[[{ifForeignName}这里是它的 CA 无权签发这个名称。]]',
    },
    fix: {
      en: 'Issue a new server certificate (extended key usage serverAuth) signed by the CA of this connection.',
      zh: '请用这个连接的 CA 重新签发服务器证书（扩展用途须含 serverAuth）。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -text`.',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -text`。',
    },
  },
  'tls-weak': {
    isFatal: true,
    message: {
      en: 'A certificate uses a key or a signature that is too weak (RSA below 2048 bits, MD5 or SHA-1).[[{ifWeakSignature} Here it is the signature.]][[{ifWeakServerKey} Here it is the key of the broker.]][[{ifWeakAuthorityKey} Here it is the key of the CA.]]',
      zh: '证书的密钥或签名算法过弱（RSA 小于 2048 位，或使用了 MD5、SHA-1）。[[{ifWeakSignature}这里是签名过弱。]][[{ifWeakServerKey}这里是 Broker 的密钥过弱。]][[{ifWeakAuthorityKey}这里是 CA 的密钥过弱。]]',
    },
    fix: {
      en: 'Issue the certificate again with ECDSA P-256 or RSA 2048 and SHA-256 (`openssl … -sha256`), first that of the CA if it is the weak one.',
      zh: '请用 ECDSA P-256 或 RSA 2048 以及 SHA-256 重新签发证书（`openssl … -sha256`）；如果是 CA 的证书过弱，先重新签发 CA。',
    },
    brokerHint: {
      en: 'On the broker: `openssl x509 -in server.crt -noout -text` shows "Signature Algorithm" and "Public-Key".',
      zh: '在 Broker 上执行 `openssl x509 -in server.crt -noout -text` 查看“Signature Algorithm”和“Public-Key”。',
    },
  },
  'tls-client-certificate-missing': {
    isFatal: true,
    message: {
      en: 'The broker asks for a client certificate, and none was sent.',
      zh: 'Broker 要求客户端证书，而本应用没有提供。',
    },
    fix: {
      en: 'Choose "TLS + certificate" and load the client certificate and its key.',
      zh: '请选择“TLS + 客户端证书”，并导入证书和它的私钥。',
    },
    brokerHint: {
      en: 'The listener has `require_certificate true`.',
      zh: '这个监听端口设置了 `require_certificate true`。',
    },
  },
  'tls-client-unknown-ca': {
    isFatal: true,
    message: {
      en: 'The broker does not know the CA that signed the client certificate.',
      zh: 'Broker 不认识签发客户端证书的 CA。',
    },
    fix: {
      en: 'Use a client certificate that was signed by the CA of the broker.',
      zh: '请使用由 Broker 的 CA 签发的客户端证书。',
    },
    brokerHint: {
      en: 'Compare the issuer of the client certificate with the file named by `cafile`.',
      zh: '请把客户端证书的签发者与 `cafile` 指定的文件进行对比。',
    },
  },
  'tls-client-rejected': {
    isFatal: true,
    message: {
      en: 'The broker rejected the client certificate ([[{ifClientPurpose}made for another purpose]][[{ifClientRevoked}revoked]][[{ifClientExpired}expired]][[{ifClientUnsaid}expired, revoked, signed with SHA-1, or made for another purpose]]).',
      zh: 'Broker 拒绝了客户端证书（[[{ifClientPurpose}用途不符]][[{ifClientRevoked}已吊销]][[{ifClientExpired}已过期]][[{ifClientUnsaid}已过期、已吊销、用 SHA-1 签名或用途不符]]）。',
    },
    fix: {
      en: 'Issue a new client certificate (extended key usage clientAuth) and check the clocks of both computers.',
      zh: '请重新签发客户端证书（扩展用途须含 clientAuth），并检查两台计算机的时间。',
    },
    brokerHint: {
      en: 'Look at `crlfile` and at `date` on the broker.',
      zh: '请在 Broker 上检查 `crlfile` 和 `date`。',
    },
  },
  'tls-version': {
    isFatal: true,
    message: {
      en: 'The broker and this computer have no TLS version in common.',
      zh: 'Broker 与本机没有共同支持的 TLS 版本。',
    },
    fix: { en: 'Let the broker allow TLS 1.2 and 1.3.', zh: '请让 Broker 允许 TLS 1.2 和 1.3。' },
    brokerHint: {
      en: 'The setting is `tls_version` in mosquitto.conf.',
      zh: '对应 mosquitto.conf 里的 `tls_version`。',
    },
  },
  'tls-handshake': {
    isFatal: false,
    message: {
      en: 'The broker broke off the TLS handshake: no cipher in common, a key of its certificate that is too weak to be used, or a client certificate is missing.',
      zh: 'Broker 中断了 TLS 握手：没有共同的加密套件，它的证书密钥太弱而无法使用，或缺少客户端证书。',
    },
    fix: {
      en: 'Check whether the broker wants a client certificate, and which ciphers it allows.',
      zh: '请确认 Broker 是否要求客户端证书，以及它允许哪些加密套件。',
    },
    brokerHint: {
      en: 'Look at `require_certificate`, `ciphers` and `ciphers_tls1.3` in mosquitto.conf. A listener with `psk_file` lets nobody in by certificates.',
      zh: '请检查 mosquitto.conf 里的 `require_certificate`、`ciphers` 和 `ciphers_tls1.3`。带 `psk_file` 的监听端口不接受证书方式。',
    },
  },
  'tls-server-name': {
    isFatal: true,
    message: {
      en: 'The broker does not know the server name that was asked for.',
      zh: 'Broker 不认识所请求的服务器名称。',
    },
    fix: {
      en: 'Correct the "Server name" of the connection, or leave it empty.',
      zh: '请改正连接设置里的“服务器名称”，或留空。',
    },
    brokerHint: null,
  },
  'tls-timeout': {
    isFatal: false,
    message: {
      en: 'The port {port} on {host} is open, but it does not answer the TLS handshake.',
      zh: '{host} 的端口 {port} 是通的，但没有应答 TLS 握手。',
    },
    fix: {
      en: 'The port may speak MQTT without TLS, or belong to another service. The TLS port is usually 8883.',
      zh: '这个端口可能是不加密的 MQTT，或属于别的服务。TLS 端口一般是 8883。',
    },
    brokerHint: {
      en: 'On the broker: `ss -ltnp` shows which program owns port {port}.',
      zh: '在 Broker 上执行 `ss -ltnp` 查看端口 {port} 属于哪个程序。',
    },
  },
  'tls-key-mismatch': {
    isFatal: true,
    message: { en: 'The private key does not belong to the client certificate.', zh: '私钥与客户端证书不是一对。' },
    fix: { en: 'Load the key that was made together with this certificate.', zh: '请导入与这张证书一同生成的私钥。' },
    brokerHint: null,
  },
  'tls-passphrase': {
    isFatal: true,
    message: { en: 'The passphrase of the private key is missing or wrong.', zh: '私钥的口令缺失或错误。' },
    fix: { en: 'Enter the passphrase of the key again.', zh: '请重新填写私钥的口令。' },
    brokerHint: null,
  },
  'tls-file-unreadable': {
    isFatal: true,
    message: {
      en: 'A certificate or key of this connection cannot be read.',
      zh: '这个连接的证书或私钥无法读取。',
    },
    fix: {
      en: 'Load the file again: PEM text, not DER or PKCS#12.',
      zh: '请重新导入 PEM 文本文件，不能是 DER 或 PKCS#12。',
    },
    brokerHint: null,
  },
  'tls-other': {
    isFatal: false,
    message: { en: 'TLS to {address} could not be set up.', zh: '与 {address} 的 TLS 连接无法建立。' },
    fix: {
      en: 'Read the detail below and the broker log.',
      zh: '请查看下面的详细信息和 Broker 日志。',
    },
    brokerHint: { en: 'Log: `journalctl -u mosquitto -n 50`.', zh: '日志：`journalctl -u mosquitto -n 50`。' },
  },
} as const satisfies Record<string, Cause>
