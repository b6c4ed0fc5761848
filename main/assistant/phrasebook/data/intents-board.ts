import type { IntentEntry } from '../entry-types.ts'

/** Parts that single-board computers have beyond others: model, power, camera, pins. */
export const BOARD_INTENTS: readonly IntentEntry[] = [
  {
    id: 'pi-model',
    title: ['Model of the board', '设备型号'],
    explanation: ['Reads the model name of the board.', '读取板子的型号。'],
    linux: 'cat /proc/device-tree/model',
    powershell: 'Get-CimInstance -ClassName Win32_ComputerSystem | Select-Object -Property Manufacturer,Model',
    when: ['pi-model +type +version', 'device|system type', 'type *0.8'],
    examples: ['which Raspberry Pi model is this', '这是什么型号的树莓派'],
  },
  {
    id: 'throttling',
    title: ['Throttling and power', '降频与供电'],
    explanation: [
      'Reads the flags for low voltage and throttling; 0x0 means none since the start.',
      '读取欠压和降频标志；0x0 表示启动以来没有发生。',
    ],
    linux: 'vcgencmd get_throttled',
    powershell:
      'Get-CimInstance -ClassName Win32_Processor | Select-Object -Property Name,CurrentClockSpeed,MaxClockSpeed',
    when: [
      'throttle +power-cut +log +failed +error +this-boot +recent +uptime +boot-time +exists +cpu +temperature +voltage +status|well +high +need',
    ],
    examples: [
      ['is the Pi throttled', 'check for under-voltage'],
      ['有没有降频', '供电是否正常'],
    ],
  },
  {
    id: 'voltage',
    title: ['Core voltage', '核心电压'],
    explanation: ['Reads the core voltage.', '读取核心电压。'],
    linux: 'vcgencmd measure_volts core',
    powershell: 'Get-CimInstance -ClassName Win32_Processor | Select-Object -Property Name,CurrentVoltage',
    when: ['voltage +<limit> +cpu +core +status|well +how-many'],
    examples: ['show the core voltage', '核心电压多少'],
  },
  {
    id: 'camera',
    title: ['Camera', '摄像头'],
    explanation: ['Lists cameras and video devices.', '列出摄像头和视频设备。'],
    linux: 'v4l2-ctl --list-devices 2>/dev/null || ls -l /dev/video*',
    raspberrypi: 'rpicam-hello --list-cameras 2>/dev/null || libcamera-hello --list-cameras',
    powershell: 'Get-PnpDevice -Class Camera -PresentOnly',
    when: ['camera +connection +exists +connected +status|well +running +usb +type +how-many +failed +installed'],
    examples: [
      ['is a camera connected', 'list cameras'],
      ['相机认到没有', '检测到摄像头了吗', '查看摄像头'],
    ],
  },
  {
    id: 'gpio',
    title: ['GPIO pins', 'GPIO 引脚'],
    explanation: ['Reads the state of the pins without changing them.', '读取引脚状态，不会改变它们。'],
    linux: ['gpioget --as-is gpiochip0 {pin}', 'gpioinfo'],
    raspberrypi: ['pinctrl get {pin}', 'pinctrl get'],
    powershell: "Get-PnpDevice -FriendlyName '*GPIO*'",
    when: [
      'gpio +each +status|well +<pin> +number +high',
      'drive-high|drive-low <pin> question +gpio +status|well *1.1',
      '<pin> high|status|question|show -service|process',
    ],
    examples: [
      ['show the GPIO state', 'read gpio 17'],
      ['查看 GPIO 状态', '读一下 GPIO 17'],
    ],
  },
]
