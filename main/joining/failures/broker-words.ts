/** Words for what is wrong between the device and the broker, and in the proof. */
export const BROKER_WORDS = {
  'not-connected': {
    message: { en: 'This console is not connected to a broker.', zh: '本控制台未连接 Broker。' },
    fix: { en: 'Connect first, then look again.', zh: '请先连接，然后重新查看。' },
  },
  'broker-websocket': {
    message: {
      en: 'The agent speaks MQTT over TCP, not over WebSocket.',
      zh: '代理程序使用 TCP 上的 MQTT，不支持 WebSocket。',
    },
    fix: {
      en: 'Type the TCP port of the broker, usually 1883 or 8883.',
      zh: '请输入 Broker 的 TCP 端口，通常为 1883 或 8883。',
    },
  },
  'broker-name': {
    message: {
      en: 'The device does not know the name of the broker ({broker}).',
      zh: '设备无法解析 Broker 的名称（{broker}）。',
    },
    fix: {
      en: 'Type the address by which devices reach the broker, or correct the name server of the device.',
      zh: '请输入设备可达的 Broker 地址，或修正设备的 DNS。',
    },
  },
  'broker-refused': {
    message: { en: 'Seen from the device, nothing listens on {broker}.', zh: '从设备看，{broker} 上没有服务在监听。' },
    fix: {
      en: 'Check address and port. A broker that listens on 127.0.0.1 alone is not there for devices.',
      zh: '请检查地址和端口。仅监听 127.0.0.1 的 Broker 对设备不可见。',
    },
  },
  'broker-filtered': {
    message: { en: 'Packets from the device to {broker} get lost.', zh: '设备到 {broker} 的数据包丢失。' },
    fix: {
      en: 'A firewall between them drops them: open this port for the network of the device.',
      zh: '两者之间的防火墙丢弃了数据包：请为设备所在网络开放此端口。',
    },
  },
  'broker-unreachable': {
    message: { en: 'The device has no way to {broker}.', zh: '设备没有到 {broker} 的路由。' },
    fix: { en: 'Check the network of the device and the address of the broker.', zh: '请检查设备网络和 Broker 地址。' },
  },
  'certificate-name': {
    message: {
      en: 'The certificate of the broker is not valid for the name in {broker}.',
      zh: 'Broker 证书不适用于 {broker} 中的名称。',
    },
    fix: {
      en: 'Type a name that the certificate contains, or have the certificate issued with this name.',
      zh: '请输入证书中包含的名称，或重新签发包含此名称的证书。',
    },
  },
  'certificate-ca': {
    message: { en: 'The device does not trust the certificate of {broker}.', zh: '设备不信任 {broker} 的证书。' },
    fix: {
      en: 'The connection in use must have the CA certificate of this broker; the device gets the same.',
      zh: '当前连接须包含此 Broker 的 CA 证书；设备会使用同一份。',
    },
  },
  'certificate-time': {
    message: {
      en: 'By the clock of the device the certificate of {broker} is not valid now.',
      zh: '按设备时钟，{broker} 的证书当前无效。',
    },
    fix: {
      en: 'Set the clock of the device, or renew the certificate if it has ended.',
      zh: '请校正设备时钟；若证书已到期请续签。',
    },
  },
  'not-tls': {
    message: { en: '{broker} answers the device without TLS.', zh: '{broker} 对设备的应答不是 TLS。' },
    fix: { en: 'Type the TLS port of the broker, usually 8883.', zh: '请输入 Broker 的 TLS 端口，通常为 8883。' },
  },
  'broker-login': {
    message: { en: '{broker} refused the login of the device.', zh: '{broker} 拒绝了设备的登录。' },
    fix: {
      en: 'Check user name and password of the device, and that the broker knows this account.',
      zh: '请检查设备的用户名和密码，并确认 Broker 有此账户。',
    },
  },
  'no-account': {
    message: { en: 'The set-up has no account for this device.', zh: '该搭建方案中没有此设备的账户。' },
    fix: {
      en: 'Open the set-up, add the device id, save its files at the broker, then look again. Or type a login.',
      zh: '请打开搭建方案，添加设备 ID，将文件放到 Broker 上后重新查看。或手动输入登录信息。',
    },
  },
  'no-client-certificate': {
    message: {
      en: 'This broker asks for a client certificate, which only a set-up of this console can issue.',
      zh: '此 Broker 要求客户端证书，只有本控制台的搭建方案才能签发。',
    },
    fix: {
      en: 'Choose the set-up of this broker as the source of the login.',
      zh: '请选择此 Broker 的搭建方案作为登录来源。',
    },
  },
  'agent-check': {
    message: { en: 'The agent found a fault in its own installation.', zh: '代理程序在自身安装中发现问题。' },
    fix: { en: 'Read what it said below, fix it, then try again.', zh: '请查看下方信息，处理后重试。' },
  },
  'no-status': {
    message: { en: 'The agent was started, but its status did not come.', zh: '代理程序已启动，但未收到其状态。' },
    fix: {
      en: 'Check that broker and login of the device are those of the connection in use, and that its ACL lets the device publish on its own topics.',
      zh: '请确认设备的 Broker 和登录与当前连接一致，且 ACL 允许设备在自己的主题上发布。',
    },
  },
  'no-answer': {
    message: {
      en: 'The device is online, but a signed command was not answered.',
      zh: '设备在线，但未应答已签名的命令。',
    },
    fix: {
      en: 'Check that the ACL of the broker lets this console publish on device/ID/command, and the device subscribe to it.',
      zh: '请确认 Broker 的 ACL 允许本控制台发布 device/ID/command，且设备可订阅。',
    },
  },
  'command-rejected': {
    message: { en: 'The device refused the signed command.', zh: '设备拒绝了已签名的命令。' },
    fix: {
      en: 'It names the reason below. With “untrusted-key” the key of this console is missing in its list: add the device again.',
      zh: '原因见下方。若为“untrusted-key”，则其列表中缺少本控制台的密钥：请重新添加设备。',
    },
  },
  'not-proven': {
    message: {
      en: 'An answer came, but not signed by the key of this device.',
      zh: '收到应答，但未由该设备的密钥签名。',
    },
    fix: {
      en: 'Another program answers under this id. Stop it, or give the device another id.',
      zh: '有其他程序以此 ID 应答。请停止它，或更换设备 ID。',
    },
  },
  'unsigned-ran': {
    message: { en: 'The device did not refuse an unsigned command.', zh: '设备没有拒绝未签名的命令。' },
    fix: {
      en: 'Another executor under this id still runs, or the policy of the agent takes unsigned commands. Stop it, or set "signed": "required".',
      zh: '此 ID 下仍有其他执行器在运行，或代理程序策略接受未签名命令。请停止它，或设置 "signed": "required"。',
    },
  },
  'no-operator-key': {
    message: { en: 'The key with which this console signs is not at hand.', zh: '本控制台的签名密钥不可用。' },
    fix: {
      en: 'Load it, or make one: Settings → Signed commands. Then look again.',
      zh: '请在“设置 → 已签名的命令”中载入或创建，然后重新查看。',
    },
  },
} as const
