import { readUsb } from '../../formatters/services.ts'
import type { Intent } from '../entry-types.ts'

/** Attached hardware, by bus. */
export const HARDWARE_INTENTS: readonly Intent[] = [
  {
    id: 'usb-devices',
    title: { en: 'USB devices', zh: 'USB 设备' },
    explanation: { en: 'Lists the USB devices.', zh: '列出 USB 设备。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'lsusb',
    powershell: 'Get-PnpDevice -Class USB -PresentOnly',
    formatters: [readUsb],
    when: ['usb +flag +connection +connected +list +device +disk +info +files +inside +how-many'],
    examples: { en: ['list USB devices'], zh: ['插了哪些 USB 设备'] },
  },
  {
    id: 'pci-devices',
    title: { en: 'PCI devices', zh: 'PCI 设备' },
    explanation: { en: 'Lists the PCI devices.', zh: '列出 PCI 设备。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'lspci',
    powershell: 'Get-PnpDevice -PresentOnly',
    when: ['pci +connected +list +device +how-many'],
    examples: { en: ['list PCI devices'], zh: ['查看 PCI 设备'] },
  },
  {
    id: 'device-file',
    title: { en: 'Device file', zh: '设备文件' },
    explanation: {
      en: 'Shows whether the device file is there and who may use it, without opening it.',
      zh: '查看设备文件是否存在以及谁可以使用，不会打开它。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'ls -l {path}',
    powershell: 'Get-Item -LiteralPath {path}',
    when: [
      'device-file <path> +question +show +exists +serial +usb +camera +connected +list +file +device +status|well +info -recent|first|contain|search|size|lines|contents +failed *1.4',
    ],
    examples: { en: ['is /dev/ttyUSB0 there'], zh: ['/dev/ttyUSB0 在不在'] },
  },
  {
    id: 'serial-ports',
    title: { en: 'Serial ports', zh: '串口' },
    explanation: { en: 'Lists the serial devices.', zh: '列出串口设备。' },
    expectedClass: 'read',
    timeoutS: null,
    linux:
      "find /dev -maxdepth 3 '(' -path '/dev/serial/by-id/*' -o -name 'serial[01]' -o -name 'ttyUSB*' -o -name 'ttyACM*' -o -name 'ttyAMA*' -o -name 'ttyS*' ')' -ls 2>/dev/null",
    powershell: 'Get-CimInstance -ClassName Win32_SerialPort | Select-Object -Property DeviceID,Name',
    when: [
      'device-file <path> connected device question +serial +usb *1.6',
      'serial +exists +connected +usb +device +port +how-many',
    ],
    examples: { en: ['list serial ports'], zh: ['有哪些串口设备'] },
  },
  {
    id: 'i2c-devices',
    title: { en: 'I2C buses', zh: 'I2C 总线' },
    explanation: {
      en: 'Lists the I2C buses without touching devices on them.',
      zh: '列出 I2C 总线，不访问总线上的设备。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'ls -l /dev/i2c-*',
    powershell: "Get-PnpDevice -FriendlyName '*I2C*'",
    when: ['i2c +connected +list +device +how-many'],
    examples: { en: ['list i2c buses'], zh: ['查看 i2c 总线'] },
  },
  {
    id: 'spi-devices',
    title: { en: 'SPI devices', zh: 'SPI 设备' },
    explanation: {
      en: 'Lists the SPI devices; none are there while the interface is off.',
      zh: '列出 SPI 设备；接口未开启时一个也没有。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'ls -l /dev/spidev*',
    powershell: [],
    when: [
      'spi +connected +list +device +question +open +open-verb +enable +running +status|well +powered +exists +how-many',
    ],
    examples: { en: ['list spi devices'], zh: ['查看 SPI 设备'] },
  },
  {
    id: 'kernel-modules',
    title: { en: 'Kernel modules', zh: '内核模块' },
    explanation: { en: 'Lists the loaded kernel modules.', zh: '列出已加载的内核模块。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'lsmod',
    powershell: 'Get-CimInstance -ClassName Win32_SystemDriver | Where-Object -Property State -EQ Running',
    cmd: 'driverquery',
    when: ['kernel-modules +list +question +running +system +high +installed +all +how-many'],
    examples: { en: ['which kernel modules are loaded'], zh: ['加载了哪些内核模块'] },
  },
  {
    id: 'link-state',
    title: { en: 'Links of the interfaces', zh: '网口链路状态' },
    explanation: {
      en: 'Shows for each interface whether its link is up; LOWER_UP means that the cable carries a signal.',
      zh: '显示每个网口的链路状态；LOWER_UP 表示网线已通。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: ['ip -brief link show dev {interface}', 'ip -brief link'],
    powershell: 'Get-NetAdapter | Select-Object -Property Name,Status,LinkSpeed',
    when: [
      'cable +interface +connected +network +question +status|well +exists +device +open +failed +not-yet -usb|serial|camera +how-many *1.3',
      'wired connected|running|open|powered|status question|show +interface +question +network +device +connected +how-many *1.2',
    ],
    examples: { en: ['is the network cable plugged in'], zh: ['网线插好了吗'] },
  },
]
