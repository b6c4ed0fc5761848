import { shapesOf } from './shape.ts'

const NO_FIRMWARE = 'VCHI initialization failed\n'
const NOT_KNOWN = 'error=1 error_msg="Command not registered"\n'
const NO_DEVICE = "Can't open device file: /dev/vcio\nTry creating a device file with: sudo mknod /dev/vcio c 100 0\n"
const SLOW = 'Now: clock capped; check the cooling.'
const WAS_SLOW = 'Since the start, but not at the moment: clock capped, throttling and soft temperature limit reached.'
const WARM = 'Now: soft temperature limit reached; check the cooling.'
const WARMED = 'Since the start, but not at the moment: soft temperature limit reached.'
const HAPPENS = 'Now: under-voltage and throttling; check the power supply.'
const LIST = 'Available cameras\n-----------------\n'

/** More answers of the firmware of a Pi, and of its cameras. */
export const FIRMWARE_SHAPES = [
  ...shapesOf('vcgencmd measure_temp', [
    ['in frost', "temp=-3.5'C\n", 'The CPU is at -3.5 °C, normal.'],
    ['at the limit', "temp=80.0'C\n", 'The CPU is at 80.0 °C: too hot, it slows down.', true],
    ['just below it', "temp=79.9'C\n", 'The CPU is at 79.9 °C, warm, but within limits.'],
    ['with the line ends of Windows', "temp=45.1'C\r\n", 'The CPU is at 45.1 °C, normal.'],
    ['without the device file, as in a container', NO_DEVICE, null],
    ['of two sensors', "temp=45.1'C\ntemp=46.0'C\n", null],
    ['cut off', 'temp=45.\n', null],
  ]),
  ...shapesOf('vcgencmd get_throttled', [
    ['now and before', 'throttled=0x50005\n', HAPPENS, true],
    ['with its clock capped now', 'throttled=0x20002\n', SLOW, true],
    ['at the soft limit of a Pi 3B+', 'throttled=0x80008\n', WARM, true],
    ['at the soft limit before', 'throttled=0x80000\n', WARMED, true],
    ['with capital digits', 'throttled=0xE0000\n', WAS_SLOW, true],
    ['with the line ends of Windows', 'throttled=0x0\r\n', 'No under-voltage and no throttling since the start.'],
    ['without digits', 'throttled=0x\n', null],
    ['of no firmware', NO_FIRMWARE, null],
    ['without the device file, as in a container', NO_DEVICE, null],
  ]),
  ...shapesOf('vcgencmd measure_volts core', [
    ['of a Pi 3', 'volt=1.2000V\n', 'The core voltage is 1.2 V.'],
    ['of a Pi 5', 'volt=0.7200V\n', 'The core voltage is 0.72 V.'],
    ['of an overclocked Pi', 'volt=1.3563V\n', 'The core voltage is 1.3563 V.'],
    ['with a decimal comma', 'volt=0,9160V\n', 'The core voltage is 0.916 V.'],
    ['with the line ends of Windows', 'volt=0.8600V\r\n', 'The core voltage is 0.86 V.'],
    ['of zero, at which no core runs', 'volt=0.0000V\n', null],
    ['of a supply', 'volt=12.0000V\n', null],
    ['of two rails', 'volt=0.8600V\nvolt=1.1000V\n', null],
    ['cut off', 'volt=0.8\n', null],
    ['of no firmware', NO_FIRMWARE, null],
    ['not known to it', NOT_KNOWN, null],
  ]),
  ...shapesOf('vcgencmd measure_clock arm', [
    ['of a Pi 3 at rest', 'frequency(45)=600000000\n', 'The CPU runs at 600 MHz.'],
    ['of a Pi 3B+', 'frequency(45)=1400000000\n', 'The CPU runs at 1400 MHz.'],
    ['of the first Pi', 'frequency(45)=700000000\n', 'The CPU runs at 700 MHz.'],
    ['of a Pi 400', 'frequency(48)=1800457088\n', 'The CPU runs at 1800 MHz.'],
    ['with the line ends of Windows', 'frequency(0)=1500019456\r\n', 'The CPU runs at 1500 MHz.'],
    ['of thousands, which are no hertz', 'frequency(48)=600000\n', null],
    ['beyond any CPU', 'frequency(48)=99999999999\n', null],
    ['cut off', 'frequency(48)=\n', null],
    ['of no firmware', NO_FIRMWARE, null],
    ['not known to it', NOT_KNOWN, null],
  ]),
  ...shapesOf('rpicam-hello --list-cameras', [
    [
      'of a Pi 5 with a camera of high quality',
      `${LIST}0 : imx477 [4056x3040 12-bit RGGB] (/base/axi/pcie@1000120000/rp1/i2c@88000/imx477@1a)\n    Modes: 'SRGGB10_CSI2P' : 1332x990 [120.05 fps - (696, 528)/2664x1980 crop]\n\n`,
      '1 camera detected: imx477.',
    ],
    [
      'of one without colours',
      `${LIST}0 : ov9281 [1280x800 10-bit MONO] (/base/soc/i2c0mux/i2c@1/ov9281@60)\n    Modes: 'R8' : 640x400 [309.79 fps - (0, 0)/1280x800 crop]\n`,
      '1 camera detected: ov9281.',
    ],
    [
      'of Bullseye, which gives no depth',
      `${LIST}0 : imx708_wide_noir [4608x2592] (/base/soc/i2c0mux/i2c@1/imx708@1a)\n    Modes: 'SRGGB10_CSI2P' : 1536x864 2304x1296 4608x2592 \n`,
      '1 camera detected: imx708_wide_noir.',
    ],
    [
      'of none for want of rights',
      '[0:21:33.1] [12] ERROR DeviceEnumerator device_enumerator.cpp:172 Unable to open /dev/media0: Permission denied\nNo cameras available!\n',
      null,
    ],
    ['cut off within its line', `${LIST}0 : imx219 [3280x24`, null],
    ['of a system without the program', 'sh: 1: rpicam-hello: not found\n', null],
    ['of the older name of the program', 'bash: rpicam-hello: command not found\n', null],
  ]),
]
