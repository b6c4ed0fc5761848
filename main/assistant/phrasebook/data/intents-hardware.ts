import type { IntentEntry } from '../entry-types.ts'

/** Attached hardware, by bus. */
export const HARDWARE_INTENTS: readonly IntentEntry[] = [
  {
    id: 'usb-devices',
    title: ['USB devices', 'USB 设备'],
    explanation: ['Lists the USB devices.', '列出 USB 设备。'],
    linux: 'lsusb',
    powershell: 'Get-PnpDevice -Class USB -PresentOnly',
    when: ['usb +flag +connection +connected +disk +info +files +inside +how-many'],
    examples: ['list USB devices', '插了哪些 USB 设备'],
  },
  {
    id: 'pci-devices',
    title: ['PCI devices', 'PCI 设备'],
    explanation: ['Lists the PCI devices.', '列出 PCI 设备。'],
    linux: 'lspci',
    powershell: 'Get-PnpDevice -PresentOnly',
    when: ['pci +connected +how-many'],
    examples: ['list PCI devices', '查看 PCI 设备'],
  },
  {
    id: 'device-file',
    title: ['Device file', '设备文件'],
    explanation: [
      'Shows whether the device file is there and who may use it, without opening it.',
      '查看设备文件是否存在以及谁可以使用，不会打开它。',
    ],
    linux: 'ls -l {path}',
    powershell: 'Get-Item -LiteralPath {path}',
    when: [
      'device-file <path> +exists +serial +usb +camera +connected +file +status|well +info -recent|first|contain|search|size|lines|contents +failed *1.4',
    ],
    examples: ['is /dev/ttyUSB0 there', '/dev/ttyUSB0 在不在'],
  },
  {
    id: 'serial-ports',
    title: ['Serial ports', '串口'],
    explanation: ['Lists the serial devices.', '列出串口设备。'],
    linux:
      "find /dev -maxdepth 3 '(' -path '/dev/serial/by-id/*' -o -name 'serial[01]' -o -name 'ttyUSB*' -o -name 'ttyACM*' -o -name 'ttyAMA*' -o -name 'ttyS*' ')' -ls 2>/dev/null",
    powershell: 'Get-CimInstance -ClassName Win32_SerialPort | Select-Object -Property DeviceID,Name',
    when: [
      'device-file <path> connected device question +serial +usb *1.6',
      'serial +exists +connected +usb +port +how-many',
    ],
    examples: ['list serial ports', '有哪些串口设备'],
  },
  {
    id: 'i2c-devices',
    title: ['I2C buses', 'I2C 总线'],
    explanation: ['Lists the I2C buses without touching devices on them.', '列出 I2C 总线，不访问总线上的设备。'],
    linux: 'ls -l /dev/i2c-*',
    powershell: "Get-PnpDevice -FriendlyName '*I2C*'",
    when: ['i2c +connected +how-many'],
    examples: ['list i2c buses', '查看 i2c 总线'],
  },
  {
    id: 'spi-devices',
    title: ['SPI devices', 'SPI 设备'],
    explanation: [
      'Lists the SPI devices; none are there while the interface is off.',
      '列出 SPI 设备；接口未开启时一个也没有。',
    ],
    linux: 'ls -l /dev/spidev*',
    when: ['spi +connected +open +open-verb +enable +running +status|well +powered +exists +how-many'],
    examples: ['list spi devices', '查看 SPI 设备'],
  },
  {
    id: 'kernel-modules',
    title: ['Kernel modules', '内核模块'],
    explanation: ['Lists the loaded kernel modules.', '列出已加载的内核模块。'],
    linux: 'lsmod',
    powershell: 'Get-CimInstance -ClassName Win32_SystemDriver | Where-Object -Property State -EQ Running',
    cmd: 'driverquery',
    when: ['kernel-modules +running +high +installed +how-many'],
    examples: ['which kernel modules are loaded', '加载了哪些内核模块'],
  },
  {
    id: 'link-state',
    title: ['Links of the interfaces', '网口链路状态'],
    explanation: [
      'Shows for each interface whether its link is up; LOWER_UP means that the cable carries a signal.',
      '显示每个网口的链路状态；LOWER_UP 表示网线已通。',
    ],
    linux: ['ip -brief link show dev {interface}', 'ip -brief link'],
    powershell: 'Get-NetAdapter | Select-Object -Property Name,Status,LinkSpeed',
    when: [
      'cable +interface +connection +connected +network +status|well +exists +open +failed +how-many *1.3',
      'wired connected|running|open|powered|status question|show +interface +network +how-many *1.2',
    ],
    examples: ['is the network cable plugged in', '网线插好了吗'],
  },
]
