import type { IntentEntry } from '../entry-types.ts'

/** Wi-Fi and Bluetooth. */
export const WIFI_INTENTS: readonly IntentEntry[] = [
  {
    id: 'wifi',
    title: ['Wi-Fi', '无线网络'],
    explanation: ['Shows the wireless interfaces, the network and the signal.', '显示无线网卡、所连网络和信号。'],
    linux: 'iwconfig 2>/dev/null; cat /proc/net/wireless',
    powershell: 'netsh wlan show interfaces',
    cmd: 'netsh wlan show interfaces',
    when: [
      'wifi question connect +network +connected',
      'wifi +<limit> +failed +hostname +signal +network +status|well +connected +name +info +interface +speed +ping +connection +high',
    ],
    examples: [
      ['show the Wi-Fi signal', 'which wifi network is connected'],
      ['查看 WiFi 信号强度', '连接的是哪个无线网络'],
    ],
  },
  {
    id: 'wifi-scan',
    title: ['Wi-Fi networks in reach', '附近的无线网络'],
    explanation: [
      'Lists the wireless networks in reach with their signal; the connection stays.',
      '列出附近的无线网络及其信号，不影响当前连接。',
    ],
    timeoutS: 30,
    linux: 'nmcli device wifi list',
    powershell: 'netsh wlan show networks mode=bssid',
    cmd: 'netsh wlan show networks mode=bssid',
    when: [
      'nearby-wifi +network +connected +free +scan +nearby +number +how-many *1.3',
      'wifi list +network +nearby +free +exists +how-many *1.15',
      'wifi scan|search|nearby +network +free +connected +how-many *1.3',
      'wifi set|connect|join -<ssid> +network +start +how-many ~',
    ],
    examples: [
      ['scan for wifi networks', 'which wifi networks are nearby'],
      ['附近有哪些 WiFi', '扫描无线网络'],
    ],
  },
  {
    id: 'bluetooth-devices',
    title: ['Bluetooth devices', '蓝牙设备'],
    explanation: ['Shows the Bluetooth adapter and the devices that it knows.', '显示蓝牙适配器及其已知的设备。'],
    linux: 'bluetoothctl show; bluetoothctl devices',
    powershell: 'Get-PnpDevice -Class Bluetooth -PresentOnly',
    when: ['bluetooth-devices +connected +nearby +exists +how-many'],
    examples: ['list bluetooth devices', '有哪些蓝牙设备'],
  },
]
