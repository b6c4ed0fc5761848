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
    when: ['usb +flag +connection +connected +list +device +disk +info +files +inside'],
    examples: { en: ['list USB devices'], zh: ['插了哪些USB设备'] },
  },
  {
    id: 'pci-devices',
    title: { en: 'PCI devices', zh: 'PCI 设备' },
    explanation: { en: 'Lists the PCI devices.', zh: '列出 PCI 设备。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'lspci',
    powershell: 'Get-PnpDevice -PresentOnly',
    when: ['pci +connected +list +device'],
    examples: { en: ['list PCI devices'], zh: ['查看PCI设备'] },
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
      'device-file <path> +question +show +exists +serial +usb +camera +connected +list +file +device +status|well +info -recent|first|contain|search|size|lines|contents *1.4',
    ],
    examples: { en: ['is /dev/ttyUSB0 there'], zh: ['/dev/ttyUSB0在不在'] },
  },
  {
    id: 'serial-ports',
    title: { en: 'Serial ports', zh: '串口' },
    explanation: { en: 'Lists the serial devices.', zh: '列出串口设备。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'ls -l /dev/serial/by-id',
    powershell: 'Get-CimInstance -ClassName Win32_SerialPort | Select-Object -Property DeviceID,Name',
    when: ['serial +connected +usb +device +port'],
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
    when: ['i2c +connected +list +device'],
    examples: { en: ['list i2c buses'], zh: ['查看i2c总线'] },
  },
]
