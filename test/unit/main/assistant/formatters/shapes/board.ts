import { shapesOf } from './shape.ts'

export const BOARD_SHAPES = [
  ...shapesOf('cat /sys/class/thermal/thermal_zone0/temp', [
    ['in whole degrees', '31\n', 'The CPU is at 31 °C, normal.'],
    ['in whole degrees, hot', '84\n', 'The CPU is at 84 °C: too hot, it slows down.', true],
    ['in thousandths', '48312\n', 'The CPU is at 48.3 °C, normal.'],
    ['in thousandths, warm', '71000\n', 'The CPU is at 71.0 °C, warm, but within limits.'],
    ['in thousandths, in winter', '-4500\n', 'The CPU is at -4.5 °C, normal.'],
    ['in thousandths, just above zero', '1500\n', 'The CPU is at 1.5 °C, normal.'],
    ['of zero, which some boards give for unknown', '0\n', null],
    ['too small for either', '7\n', null],
    ['between the two', '450\n', null],
    ['beyond any CPU', '1843200\n', null],
    ['of a few zones', '31000\n32000\n', null],
    ['with a unit', '31 C\n', null],
  ]),
  ...shapesOf('vcgencmd measure_temp', [
    ['cool', "temp=39.0'C\n", 'The CPU is at 39.0 °C, normal.'],
    ['warm', "temp=72.5'C\n", 'The CPU is at 72.5 °C, warm, but within limits.'],
    ['hot', "temp=85.9'C\n", 'The CPU is at 85.9 °C: too hot, it slows down.', true],
    ['of no firmware', 'VCHI initialization failed\n', null],
    ['not known to it', 'error=1 error_msg="Command not registered"\n', null],
    ['impossible', "temp=4294967.2'C\n", null],
  ]),
  ...shapesOf('vcgencmd get_camera; ls -l /dev/video*', [
    ['seen by libcamera', 'supported=1 detected=0, libcamera interfaces=1\n', '1 camera detected, by libcamera.'],
    [
      'seen twice by libcamera',
      'supported=1 detected=0, libcamera interfaces=2\ncrw-rw---- 1 root video 81, 0 Nov 28 10:00 /dev/video0\n',
      '2 cameras detected, by libcamera.',
    ],
    ['of the old stack', 'supported=1 detected=1\n', '1 camera detected.'],
    ['of the old stack on a new system', 'supported=1 detected=1, libcamera interfaces=0\n', '1 camera detected.'],
    ['with none anywhere', 'supported=1 detected=0, libcamera interfaces=0\n', 'No camera detected.', true],
    ['with none, of a firmware that cannot see those of libcamera', 'supported=1 detected=0\n', null],
    ['switched off, of a firmware that cannot see those of libcamera', 'supported=0 detected=0\n', null],
    ['of a Pi 5', 'error=1 error_msg="Command not registered"\n', null],
    ['of no Pi', 'vcgencmd: command not found\n', null],
    ['cut off', 'supported=1 detected=\n', null],
  ]),
  ...shapesOf('rpicam-hello --list-cameras', [
    [
      'of one',
      "Available cameras\n-----------------\n0 : imx219 [3280x2464 10-bit RGGB] (/base/axi/pcie@120000/rp1/i2c@88000/imx219@10)\n    Modes: 'SRGGB10_CSI2P' : 640x480 [206.65 fps - (1000, 752)/1280x960 crop]\n                             1640x1232 [83.70 fps - (0, 0)/3280x2464 crop]\n",
      '1 camera detected: imx219.',
    ],
    [
      'of two',
      'Available cameras\n-----------------\n0 : imx708_wide [4608x2592 10-bit RGGB] (/base/a)\n1 : ov5647 [2592x1944 10-bit GBRG] (/base/b)\n',
      '2 cameras detected: imx708_wide, ov5647.',
    ],
    ['of none', 'No cameras available!\n', 'No camera detected.', true],
    [
      'of none, after lines of a log',
      '[0:21:33.123456] [1234]  INFO Camera camera_manager.cpp:284 libcamera v0.3.0\nNo cameras available!\n',
      'No camera detected.',
      true,
    ],
    ['of a list without entries', 'Available cameras\n-----------------\n', null],
    ['that fails', 'ERROR: *** no access ***\n', null],
  ]),
  ...shapesOf('vcgencmd get_throttled', [
    ['at rest', 'throttled=0x0\n', 'No under-voltage and no throttling since the start.'],
    [
      'once',
      'throttled=0x50000\n',
      'Under-voltage or throttling happened since the start, but not at the moment.',
      true,
    ],
    [
      'now',
      'throttled=0x1\n',
      'The board is throttled or under-powered now: check the power supply and the cooling.',
      true,
    ],
    ['in a bit that is not known', 'throttled=0x100\n', null],
    ['without hexadecimal digits', 'throttled=50005\n', null],
  ]),
  ...shapesOf('vcgencmd measure_volts core', [
    ['of a Pi 4', 'volt=0.8765V\n', 'The core voltage is 0.8765 V.'],
    ['without a unit', 'volt=0.8765\n', null],
  ]),
  ...shapesOf('vcgencmd measure_clock arm', [
    ['of a Pi 4', 'frequency(48)=1500398464\n', 'The CPU runs at 1500 MHz.'],
    ['of a Pi 5', 'frequency(0)=2400033792\n', 'The CPU runs at 2400 MHz.'],
    ['of zero', 'frequency(48)=0\n', null],
  ]),
]
