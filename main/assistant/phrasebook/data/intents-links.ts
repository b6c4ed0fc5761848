import type { IntentEntry } from '../entry-types.ts'

/** NetworkManager's profile of an interface. */
const PROFILE = '"$(nmcli -g GENERAL.CONNECTION device show {interface})"'
const MANUAL = 'ipv4.method manual ipv4.addresses {address} ipv4.gateway {gateway}'
const LOST = {
  en: 'With a wrong value the device is lost for the broker until someone goes there.',
  zh: '如果值不对，设备会失联，需要有人到现场处理。',
}

/** Both ways in which a device is connected, where a request names none: the operator chooses. */
const LINKS = [
  { id: 'wired', interface: 'eth0', en: 'the wired connection', zh: '有线' },
  { id: 'wifi', interface: 'wlan0', en: 'the wifi', zh: '无线' },
] as const

/** The same change for the interface that is named, and one for each link where none is. */
function forEachLink(change: IntentEntry): readonly IntentEntry[] {
  const named: IntentEntry = { ...change, when: change.when.map((line) => `${line} <interface> *1.1`) }
  const others = LINKS.map(
    ({ id, interface: name, en, zh }): IntentEntry => ({
      ...change,
      id: `${change.id}-${id}`,
      title: [`${change.title[0]} (${name})`, `${change.title[1]}（${zh}，${name}）`],
      defaults: { ...change.defaults, interface: name },
      when: change.when.map((line) => `${line} -<interface> -${id === 'wired' ? 'wifi' : 'wired'}`),
      examples: [
        [change.examples[0]].flat().map((text) => text.replace('eth0', en)),
        [change.examples[1]].flat().map((text) => text.replace(/ ?eth0 ?/u, zh)),
      ],
    }),
  )
  return [named, ...others]
}

/** How a device is connected, changed: each says how it comes back. */
export const LINK_INTENTS: readonly IntentEntry[] = [
  ...forEachLink({
    id: 'set-dns',
    title: ['Set the DNS servers', '设置 DNS 服务器'],
    explanation: [
      `Makes {server} the DNS server of {interface} in NetworkManager, in place of that of the router, and applies it.`,
      '在 NetworkManager 中把 {interface} 的 DNS 服务器改为 {server}（不再用路由器给的），并立即生效。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: `sudo -n nmcli connection modify ${PROFILE} ipv4.ignore-auto-dns yes ipv4.dns {server} && sudo -n nmcli device reapply {interface}`,
    powershell: 'Set-DnsClientServerAddress -InterfaceAlias {interface} -ServerAddresses {server}',
    when: ['set dns <server> +device +network +interface +wifi +wired +ip'],
    examples: ['set the dns of eth0 to 1.1.1.1', '把 eth0 的 DNS 改成 223.5.5.5'],
  }),
  ...forEachLink({
    id: 'set-static-ip',
    title: ['Set a static address', '设置静态 IP'],
    explanation: [
      `Gives {interface} the address {address} with the gateway {gateway} in NetworkManager and applies it. ${LOST.en}`,
      `在 NetworkManager 中把 {interface} 设为地址 {address}、网关 {gateway}，并立即生效。${LOST.zh}`,
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: [
      `sudo -n nmcli connection modify ${PROFILE} ${MANUAL} ipv4.dns {server} && sudo -n nmcli device reapply {interface}`,
      `sudo -n nmcli connection modify ${PROFILE} ${MANUAL} && sudo -n nmcli device reapply {interface}`,
    ],
    when: [
      'set|create|fix-address <address> <gateway> +<server> +static-ip +ip +route +dns +device +network +interface +wifi +wired +set +fix-address *1.2',
      'static-ip <address> <gateway> +<server> +config +ip +route +dns +device +network +interface +wifi +wired +usage *1.2',
    ],
    examples: [
      'set eth0 to the static ip 192.168.1.50/24 with gateway 192.168.1.1',
      '给 eth0 设静态 IP 192.168.1.50/24，网关 192.168.1.1',
    ],
  }),
  ...forEachLink({
    id: 'set-dhcp',
    title: ['Get the address by DHCP', '改为自动获取 IP'],
    explanation: [
      'Lets {interface} take its address from the router again, and applies it; the address of the device changes.',
      '让 {interface} 重新从路由器自动获取地址，并立即生效；设备的地址会改变。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: `sudo -n nmcli connection modify ${PROFILE} ipv4.method auto ipv4.addresses "" ipv4.gateway "" && sudo -n nmcli device reapply {interface}`,
    powershell: 'Set-NetIPInterface -InterfaceAlias {interface} -Dhcp Enabled',
    when: [
      'set|transfer dhcp +device +network +interface +wifi +wired +ip',
      'start|open-verb|enable dhcp +device +network +interface +wifi +wired +ip',
    ],
    examples: ['switch eth0 back to dhcp', '把 eth0 改成自动获取 IP'],
  }),
  ...forEachLink({
    id: 'renew-address',
    title: ['Renew the address', '重新获取 IP'],
    explanation: [
      'Connects {interface} anew, so that it asks for an address again; the device is away for a moment.',
      '重新连接 {interface}，使其再次获取地址；设备会短暂离线。',
    ],
    expectedClass: 'change',
    timeoutS: 60,
    linux: 'sudo -n nmcli device connect {interface}',
    powershell: 'ipconfig /renew',
    when: ['renew ip|dhcp|resolve +ip +dhcp +device +network +interface +wifi +wired'],
    examples: ['renew the ip of eth0', 'eth0 重新获取 IP'],
  }),
  {
    id: 'link-restart',
    title: ['Reconnect an interface', '重启网卡'],
    explanation: [
      'Disconnects {interface} and connects it again; the device is away for a moment.',
      '断开 {interface} 后立即重新连接；设备会短暂离线。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: 'sudo -n nmcli device disconnect {interface}; sudo -n nmcli device connect {interface}',
    powershell: 'Restart-NetAdapter -Name {interface}',
    when: ['restart|reconnect <interface> +offline +failed +slow +interface +network +wifi +wired +device *1.2'],
    examples: ['restart eth0', '重启网卡 eth0'],
  },
  {
    id: 'wifi-reconnect',
    title: ['Reconnect the Wi-Fi', '重连 WiFi'],
    explanation: [
      'Disconnects the Wi-Fi (wlan0) and connects it again; the device is away for a moment.',
      '断开 WiFi（wlan0）后立即重新连接；设备会短暂离线。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: 'sudo -n nmcli device disconnect wlan0; sudo -n nmcli device connect wlan0',
    when: ['reconnect wifi -<interface> -<ssid> +offline +failed +slow +network +device +disconnect *1.2'],
    examples: ['reconnect the wifi', 'WiFi 断开重连'],
  },
  {
    id: 'wifi-off-for',
    title: ['Wi-Fi off for {delay} minutes', '关闭 WiFi {delay} 分钟'],
    explanation: [
      'Switches the Wi-Fi off; a timer of the system switches it on again after {delay} minutes. A device that is connected by Wi-Fi is away until then.',
      '关闭 WiFi，{delay} 分钟后由系统定时器自动打开。靠 WiFi 连接的设备在此期间离线。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n systemd-run --on-active={delay}m nmcli radio wifi on && sudo -n nmcli radio wifi off',
    defaults: { delay: '10' },
    when: [
      'stop|shutdown|disable|disconnect wifi +network +device +wifi -<interface> -<ssid> -<service> -saved-wifi',
      'stop|shutdown|disable|disconnect wifi <delay> +network +device +wifi +reconnect +start +open-verb +connected +connect -<interface> -<ssid> -<service> -saved-wifi *1.3',
    ],
    examples: ['turn wifi off for 5 minutes', 'WiFi 关五分钟再开'],
  },
  {
    id: 'wifi-off',
    title: ['Wi-Fi off', '关闭 WiFi'],
    explanation: [
      'Switches the Wi-Fi off until it is switched on again. A device that is connected by Wi-Fi alone is lost until someone goes there.',
      '关闭 WiFi，直到再次打开。只靠 WiFi 连接的设备会失联，需要有人到现场处理。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n nmcli radio wifi off',
    when: [
      'stop|shutdown|disable|disconnect wifi +network +device +wifi -<interface> -<ssid> -<service> -<delay> -saved-wifi',
      'stop|shutdown|disable|disconnect wifi for-good +network +device +wifi -<interface> -<ssid> -<service> -<delay> -saved-wifi *1.2',
    ],
    examples: ['turn the wifi off for good', '彻底关掉 WiFi'],
  },
  {
    id: 'wifi-on',
    title: ['Wi-Fi on', '打开 WiFi'],
    explanation: [
      'Switches the Wi-Fi on; it connects to a network that is saved.',
      '打开 WiFi，并自动连接已保存的网络。',
    ],
    expectedClass: 'change',
    linux: 'sudo -n nmcli radio wifi on',
    when: ['start|open-verb|enable wifi +network +device +wifi -<interface> -<ssid> -<service> -<delay> -saved-wifi'],
    examples: ['turn the wifi on', '打开 WiFi'],
  },
  {
    id: 'link-off-for',
    title: ['{interface} off for {delay} minutes', '断开 {interface} {delay} 分钟'],
    explanation: [
      'Disconnects {interface}; a timer of the system connects it again after {delay} minutes. A device that is connected by it is away until then.',
      '断开 {interface}，{delay} 分钟后由系统定时器自动重新连接。靠它连接的设备在此期间离线。',
    ],
    expectedClass: 'destructive',
    linux:
      'sudo -n systemd-run --on-active={delay}m nmcli device connect {interface} && sudo -n nmcli device disconnect {interface}',
    defaults: { delay: '10' },
    when: [
      'stop|shutdown|disable|disconnect <interface> +network +device +wifi +wired +interface -<service>',
      'stop|shutdown|disable|disconnect <interface> <delay> +network +device +wifi +wired +interface +reconnect +start +open-verb +connected +connect -<service> *1.3',
    ],
    examples: ['turn eth0 off for 5 minutes', 'eth0 断开五分钟再连'],
  },
  {
    id: 'link-off',
    title: ['{interface} off', '断开 {interface}'],
    explanation: [
      'Disconnects {interface} until it is connected again. A device that is connected by it alone is lost until someone goes there.',
      '断开 {interface}，直到再次连接。只靠它连接的设备会失联，需要有人到现场处理。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n nmcli device disconnect {interface}',
    when: [
      'stop|shutdown|disable|disconnect <interface> +network +device +wifi +wired +interface -<service> -<delay>',
      'stop|shutdown|disable|disconnect <interface> for-good +network +device +wifi +wired +interface -<service> -<delay> *1.2',
    ],
    examples: ['turn eth0 off for good', '彻底关掉 eth0'],
  },
  {
    id: 'link-on',
    title: ['{interface} on', '连接 {interface}'],
    explanation: ['Connects {interface}.', '连接 {interface}。'],
    expectedClass: 'change',
    timeoutS: 60,
    linux: 'sudo -n nmcli device connect {interface}',
    powershell: 'Enable-NetAdapter -Name {interface}',
    when: ['start|open-verb|enable <interface> +network +device +wifi +wired +interface -<service> -<delay>'],
    examples: ['turn eth0 on', '启用 eth0'],
  },
  {
    id: 'set-mtu',
    title: ['Set the MTU', '设置 MTU'],
    explanation: [
      'Sets the MTU of {interface} to {mtu} until the device restarts.',
      '把 {interface} 的 MTU 设为 {mtu}，重启后恢复。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n ip link set dev {interface} mtu {mtu}',
    when: ['set mtu <interface> <mtu> +interface +wifi +wired +temporary'],
    examples: ['set the mtu of eth0 to 1400', '把 eth0 的 mtu 改成 1400'],
  },
  {
    id: 'iperf',
    title: ['Throughput to {host}', '到 {host} 的吞吐'],
    explanation: [
      'Sends as much as goes to {host} for {seconds} seconds; iperf3 has to run there as a server. The line is busy for that time.',
      '在 {seconds} 秒内尽可能多地向 {host} 发送数据；对方需要运行 iperf3 服务端。期间线路会被占满。',
    ],
    expectedClass: 'change',
    timeoutS: 60,
    linux: 'iperf3 -c {host} -t {seconds}',
    defaults: { seconds: '10' },
    when: [
      'iperf <host> +<seconds> +ping +connect +network +running +start +net-speed +speed +traffic +check +device +wired',
    ],
    examples: ['run iperf against 192.168.1.10 for 10 seconds', '和 192.168.1.10 跑一下 iperf，十秒'],
  },
]
