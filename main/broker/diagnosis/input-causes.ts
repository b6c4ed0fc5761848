import type { Cause } from './cause.ts'

/** Mistakes in the form itself, found before anything is sent. */
export const INPUT_CAUSES = {
  'input-host-empty': {
    isFatal: true,
    message: { en: 'There is no host.', zh: '没有填写主机。' },
    fix: { en: 'Enter the name or the IP address of the broker.', zh: '请填写 Broker 的主机名或 IP 地址。' },
    brokerHint: null,
  },
  'input-host-scheme': {
    isFatal: true,
    message: { en: 'The host is a whole address, not a name.', zh: '主机一栏填的是完整地址，而不是主机名。' },
    fix: {
      en: 'Enter the name or IP address alone, without mqtt:// and without a path; the port has its own field.',
      zh: '只填主机名或 IP 地址，不要带 mqtt:// 和路径；端口填在端口一栏。',
    },
    brokerHint: null,
  },
  'input-host-invalid': {
    isFatal: true,
    message: { en: 'The host is neither a name nor an address.', zh: '主机既不是主机名，也不是地址。' },
    fix: {
      en: 'Check for spaces, missing numbers or numbers above 255, and a port at the end ("host:1883"): the port has its own field. In a URL an IPv6 address stands in square brackets.',
      zh: '请检查是否有空格、缺少的数字、大于 255 的数字，或末尾带了端口（“host:1883”）：端口填在端口一栏。URL 里的 IPv6 地址要放在方括号中。',
    },
    brokerHint: null,
  },
  'input-host-zone': {
    isFatal: true,
    message: {
      en: 'A link-local address (fe80::…) means nothing without the network card that it is reached by.',
      zh: '链路本地地址（fe80::…）必须带上所用的网卡才有意义。',
    },
    fix: {
      en: 'Add the card behind a percent sign, such as {host}%eth0 (on Windows its number: {host}%12), or enter another address of the broker.',
      zh: '请在后面加上百分号和网卡，例如 {host}%eth0（Windows 上用网卡编号：{host}%12），或填写 Broker 的其他地址。',
    },
    brokerHint: null,
  },
  'input-host-stray': {
    isFatal: true,
    message: {
      en: 'The host holds a quote, a comma or another character that was copied along with it.',
      zh: '主机里带有一起复制进来的引号、逗号或其他字符。',
    },
    fix: { en: 'Enter it without them: {plainHost}', zh: '请去掉后再填：{plainHost}' },
    brokerHint: null,
  },
  'input-port': {
    isFatal: true,
    message: { en: 'The port is not a number from 1 to 65535.', zh: '端口不是 1 到 65535 之间的数字。' },
    fix: { en: 'Usually 1883, or 8883 with TLS.', zh: '一般是 1883，TLS 为 8883。' },
    brokerHint: null,
  },
  'input-url': {
    isFatal: true,
    message: {
      en: 'The address is not one of a broker.',
      zh: '这不是 Broker 的地址。',
    },
    fix: {
      en: 'Write mqtt://HOST:PORT, mqtts://HOST:PORT, ws://HOST:PORT/PATH or wss://HOST:PORT/PATH.',
      zh: '请写成 mqtt://主机:端口、mqtts://主机:端口、ws://主机:端口/路径 或 wss://主机:端口/路径。',
    },
    brokerHint: null,
  },
  'input-url-password': {
    isFatal: true,
    message: {
      en: 'The address holds a password, which would be seen in lists of processes and in histories.',
      zh: '地址里带有密码，它会出现在进程列表和历史记录里。',
    },
    fix: {
      en: 'Leave it out of the address; give the user name and the password apart.',
      zh: '请从地址中去掉密码，分别填写用户名和密码。',
    },
    brokerHint: null,
  },
  'input-path': {
    isFatal: true,
    message: {
      en: 'The path of the WebSocket holds characters that no path has.',
      zh: 'WebSocket 的路径里有不允许的字符。',
    },
    fix: { en: 'Usually it is /mqtt; without spaces.', zh: '一般是 /mqtt，不能有空格。' },
    brokerHint: null,
  },
  'input-username-invalid': {
    isFatal: true,
    message: {
      en: 'The user name holds a line break or another control character.',
      zh: '用户名里有换行或其他控制字符。',
    },
    fix: {
      en: 'Type the user name again; it may have been pasted with a line break.',
      zh: '请重新填写用户名；粘贴时可能带进了换行。',
    },
    brokerHint: null,
  },
  'input-file-unreadable': {
    isFatal: true,
    message: { en: 'A certificate or key file cannot be read.', zh: '证书或私钥文件无法读取。' },
    fix: {
      en: 'Check the path of the file and that you may read it.',
      zh: '请检查文件路径，以及是否有读取权限。',
    },
    brokerHint: null,
  },
  'input-username': {
    isFatal: true,
    message: { en: 'There is no user name.', zh: '没有填写用户名。' },
    fix: { en: 'Enter the user name, or choose the anonymous mode.', zh: '请填写用户名，或选择匿名模式。' },
    brokerHint: null,
  },
  'input-password-lost': {
    isFatal: true,
    message: {
      en: 'The password was kept for one run only, and that run has ended. Nothing was sent to the broker.',
      zh: '密码只为上一次运行保留，那次运行已经结束。没有向 Broker 发送任何内容。',
    },
    fix: {
      en: 'Enter the password again. To keep it, let the system store secrets (Settings → Passwords and keys).',
      zh: '请重新输入密码。若要长期保存，请在“设置 → 密码与密钥”中允许保存。',
    },
    brokerHint: null,
  },
  'input-ca-not-pem': {
    isFatal: true,
    message: { en: 'The CA file is no PEM certificate.', zh: 'CA 文件不是 PEM 格式的证书。' },
    fix: {
      en: 'A PEM file begins with "-----BEGIN CERTIFICATE-----". Convert DER with `openssl x509 -inform der -in ca.der -out ca.crt`.',
      zh: 'PEM 文件以“-----BEGIN CERTIFICATE-----”开头。DER 文件可以用 `openssl x509 -inform der -in ca.der -out ca.crt` 转换。',
    },
    brokerHint: null,
  },
  'input-ca-empty': {
    isFatal: true,
    message: { en: 'The CA file is empty.', zh: 'CA 文件是空的。' },
    fix: { en: 'Load the CA certificate (ca.crt) again.', zh: '请重新导入 CA 证书（ca.crt）。' },
    brokerHint: null,
  },
  'input-ca-is-der': {
    isFatal: true,
    message: { en: 'The CA file is DER (binary), not PEM text.', zh: 'CA 文件是 DER（二进制）格式，不是 PEM 文本。' },
    fix: {
      en: 'Convert it with `openssl x509 -inform der -in ca.der -out ca.crt`, then load ca.crt.',
      zh: '请用 `openssl x509 -inform der -in ca.der -out ca.crt` 转换后再导入 ca.crt。',
    },
    brokerHint: null,
  },
  'input-system-store': {
    isFatal: true,
    message: {
      en: 'The certificate store of this system cannot be read by the app.',
      zh: '本应用无法读取本机的系统证书库。',
    },
    fix: { en: 'Load the CA certificate as a file instead.', zh: '请改为导入 CA 证书文件。' },
    brokerHint: null,
  },
  'input-pin-missing': {
    isFatal: true,
    message: { en: 'No certificate has been pinned yet.', zh: '还没有固定任何证书。' },
    fix: {
      en: 'Look at the certificate of the broker, compare its fingerprint, then pin it.',
      zh: '请查看 Broker 的证书，核对指纹后再固定。',
    },
    brokerHint: null,
  },
  'input-ca-is-key': {
    isFatal: true,
    message: { en: 'The CA field holds a private key, not a certificate.', zh: 'CA 一栏里是私钥，不是证书。' },
    fix: {
      en: 'Load the CA certificate (ca.crt). Keep the key (ca.key) away from this computer.',
      zh: '请导入 CA 证书（ca.crt）。私钥（ca.key）不要放在本机上。',
    },
    brokerHint: null,
  },
  'input-ca-expired': {
    isFatal: true,
    message: {
      en: 'The CA certificate is outside its time of validity. Clock here: {now}.',
      zh: 'CA 证书不在有效期内。本机时间：{now}。',
    },
    fix: {
      en: 'Correct the clock if it is wrong; otherwise load the new CA certificate.',
      zh: '如果本机时间不对，请先校准；否则请导入新的 CA 证书。',
    },
    brokerHint: null,
  },
  'input-certificate-missing': {
    isFatal: true,
    message: { en: 'There is no client certificate.', zh: '没有客户端证书。' },
    fix: { en: 'Load the client certificate (PEM) of this computer.', zh: '请导入本机的客户端证书（PEM）。' },
    brokerHint: null,
  },
  'input-certificate-not-pem': {
    isFatal: true,
    message: { en: 'The client certificate is no PEM certificate.', zh: '客户端证书不是 PEM 格式的证书。' },
    fix: {
      en: 'A PEM file begins with "-----BEGIN CERTIFICATE-----". A .p12 or .pfx file must be converted first.',
      zh: 'PEM 文件以“-----BEGIN CERTIFICATE-----”开头。.p12 或 .pfx 文件需要先转换。',
    },
    brokerHint: null,
  },
  'input-certificate-is-der': {
    isFatal: true,
    message: {
      en: 'The client certificate is binary (DER or PKCS#12), not PEM text.',
      zh: '客户端证书是二进制格式（DER 或 PKCS#12），不是 PEM 文本。',
    },
    fix: {
      en: 'Convert it with `openssl x509 -inform der -in client.der -out client.crt`, or a .p12 with `openssl pkcs12 -in client.p12 -clcerts -nokeys -out client.crt`.',
      zh: '请用 `openssl x509 -inform der -in client.der -out client.crt` 转换；.p12 用 `openssl pkcs12 -in client.p12 -clcerts -nokeys -out client.crt`。',
    },
    brokerHint: null,
  },
  'input-certificate-is-key': {
    isFatal: true,
    message: {
      en: 'The field of the client certificate holds a private key.',
      zh: '客户端证书一栏里是私钥。',
    },
    fix: {
      en: 'Load the certificate (client.crt) here, and the key (client.key) in its own field.',
      zh: '请在这里导入证书（client.crt），私钥（client.key）有单独的一栏。',
    },
    brokerHint: null,
  },
  'input-certificate-expired': {
    isFatal: true,
    message: {
      en: 'The client certificate is outside its time of validity. Clock here: {now}.',
      zh: '客户端证书不在有效期内。本机时间：{now}。',
    },
    fix: {
      en: 'Correct the clock if it is wrong; otherwise have a new client certificate issued.',
      zh: '如果本机时间不对，请先校准；否则请重新签发客户端证书。',
    },
    brokerHint: null,
  },
  'input-key-missing': {
    isFatal: true,
    message: { en: 'There is no private key for the client certificate.', zh: '没有客户端证书对应的私钥。' },
    fix: { en: 'Load the key file (PEM) of the client certificate.', zh: '请导入客户端证书的私钥文件（PEM）。' },
    brokerHint: null,
  },
  'input-key-not-pem': {
    isFatal: true,
    message: { en: 'The key file holds no private key in PEM.', zh: '私钥文件里没有 PEM 格式的私钥。' },
    fix: {
      en: 'A key file begins with "-----BEGIN" and names a private key in that line; a certificate or a public key is not enough.',
      zh: '私钥文件以“-----BEGIN”开头，并在这一行写明是私钥；证书或公钥不能代替。',
    },
    brokerHint: null,
  },
  'input-key-is-certificate': {
    isFatal: true,
    message: { en: 'The field of the private key holds a certificate.', zh: '私钥一栏里是证书。' },
    fix: {
      en: 'Load the key file (client.key): its first line names a private key.',
      zh: '请导入私钥文件（client.key）：它的第一行写明是私钥。',
    },
    brokerHint: null,
  },
  'input-key-is-der': {
    isFatal: true,
    message: { en: 'The private key is binary (DER), not PEM text.', zh: '私钥是二进制（DER）格式，不是 PEM 文本。' },
    fix: {
      en: 'Convert it with `openssl pkey -inform der -in client.key.der -out client.key`.',
      zh: '请用 `openssl pkey -inform der -in client.key.der -out client.key` 转换。',
    },
    brokerHint: null,
  },
  'input-passphrase-missing': {
    isFatal: true,
    message: { en: 'The private key is encrypted and needs its passphrase.', zh: '私钥已加密，需要填写口令。' },
    fix: { en: 'Enter the passphrase of the key.', zh: '请填写私钥的口令。' },
    brokerHint: null,
  },
  'input-passphrase-wrong': {
    isFatal: true,
    message: { en: 'The passphrase does not open the private key.', zh: '口令无法解开私钥。' },
    fix: { en: 'Enter the passphrase again (capitals count).', zh: '请重新填写口令（区分大小写）。' },
    brokerHint: null,
  },
  'input-key-mismatch': {
    isFatal: true,
    message: { en: 'The private key does not belong to the client certificate.', zh: '私钥与客户端证书不是一对。' },
    fix: { en: 'Load the key that was made together with this certificate.', zh: '请导入与这张证书一同生成的私钥。' },
    brokerHint: null,
  },
} as const satisfies Record<string, Cause>
