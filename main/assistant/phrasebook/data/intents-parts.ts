import type { IntentEntry } from '../entry-types.ts'
import { ASKED, short } from './short-intents.ts'

/** Parts of the machine and what the kernel knows of them. */
export const PART_INTENTS: readonly IntentEntry[] = [
  short(
    'display-state',
    ['Monitor', '显示器'],
    'kmsprint 2>/dev/null || grep . /sys/class/drm/card*-*/status /sys/class/graphics/fb0/virtual_size',
    [
      `display ${ASKED} +resolution +usb +signal +size +how-many *1.3`,
      `resolution ${ASKED} +display +number +size *1.3`,
    ],
    ['is a monitor connected', 'HDMI 接了显示器没有'],
    {
      powershell:
        'Get-CimInstance -ClassName Win32_VideoController | Select-Object -Property Name,CurrentHorizontalResolution,CurrentVerticalResolution; Get-PnpDevice -Class Monitor -PresentOnly',
    },
  ),
  short(
    'raid-state',
    ['RAID', 'RAID 阵列'],
    'cat /proc/mdstat',
    [`raid ${ASKED} +disk +failed +healthy +error *1.3`],
    ['raid status', 'RAID 阵列正常吗'],
    {
      explanation: [
        'Shows the arrays of the kernel: [UU] is whole, [U_] misses a disk.',
        '显示内核的磁盘阵列：[UU] 表示完整，[U_] 表示缺盘。',
      ],
    },
  ),
  short(
    'card-id',
    ['Maker of the SD card', 'SD 卡的厂家'],
    'grep . /sys/block/mmcblk0/device/manfid /sys/block/mmcblk0/device/name /sys/block/mmcblk0/device/date',
    [`card-id card-word +when ${ASKED} +type +date *1.4`],
    ['manufacturer of the sd card', 'SD 卡的厂家和生产日期'],
  ),
  short(
    'video-formats',
    ['Formats of a camera', '摄像头的格式'],
    'v4l2-ctl -d {path} --list-formats-ext',
    [`video-formats device-file <path> ${ASKED} +camera +usb *1.5`],
    ['supported formats of /dev/video0', '/dev/video0 支持哪些格式'],
  ),
  short(
    'serial-chip',
    ['Chip of a serial port', '串口的芯片'],
    'udevadm info -q property -n {path}',
    [`chip device-file <path> ${ASKED} +usb +serial +type *1.5`],
    ['which chip is /dev/ttyUSB0', 'ttyUSB0 是什么芯片'],
  ),
  short(
    'serial-by-id',
    ['Lasting names of serial ports', '串口的固定路径'],
    'ls -l /dev/serial/by-id',
    [`by-id ${ASKED} +adapter +usb +serial +find *1.5`],
    ['by-id of the serial ports', 'Zigbee 适配器的固定设备路径'],
  ),
  short(
    'boot-source',
    ['Disk of the system', '系统所在的盘'],
    'findmnt -n -o SOURCE,FSTYPE,SIZE,OPTIONS /',
    [`boot-source ${ASKED} +root-disk +disk +usb *1.5`],
    ['what did it boot from', '系统是从 SD 卡还是 SSD 启动的'],
  ),
  short(
    'wifi-power-save',
    ['Power saving of the Wi-Fi', '无线省电'],
    'iw dev {interface} get power_save',
    [
      `power-save wifi -set -<interface> ${ASKED} +open-verb|start *1.4`,
      `power-save <interface> -set ${ASKED} +wifi +interface +open-verb|start *1.4`,
      `power-save question stop|disable +wifi +interface +not-yet *1.4`,
    ],
    ['is power save of the wifi on', 'wifi 的省电模式开着吗'],
    { defaults: { interface: 'wlan0' } },
  ),
  ...(
    [
      [
        'off',
        'Switch power saving of the Wi-Fi off',
        '关闭无线省电',
        'stop|disable|shutdown',
        'turn off power save of the wifi',
        '把无线的省电关掉',
      ],
      [
        'on',
        'Switch power saving of the Wi-Fi on',
        '打开无线省电',
        'start|enable|open-verb',
        'turn on power save of the wifi',
        '打开 wifi 省电模式',
      ],
    ] as const
  ).map(([state, en, zh, verbs, sayEn, sayZh]) =>
    short(
      `wifi-power-save-${state}`,
      [en, zh],
      `sudo -n iw dev {interface} set power_save ${state}`,
      [
        `power-save ${verbs} wifi -<interface> +device *1.4`,
        `power-save ${verbs} <interface> +wifi +interface +device *1.4`,
      ],
      [sayEn, sayZh],
      {
        explanation: [`Counts until the next start.`, '重启后恢复原来的设置。'],
        expectedClass: 'destructive',
        defaults: { interface: 'wlan0' },
      },
    ),
  ),
  short(
    'vpn-handshake',
    ['Last handshake of WireGuard', 'WireGuard 最近的握手'],
    ['wg show {interface} latest-handshakes', 'wg show all latest-handshakes'],
    [`handshake ${ASKED} +vpn +interface +when +recent +how-long *1.4`],
    ['last handshake of wg0', 'wg0 最近一次握手是什么时候'],
    {
      explanation: [
        'Shows when each peer was last heard of, in seconds since 1970.',
        '显示各对端最近一次握手的时间（1970 年以来的秒数）。',
      ],
    },
  ),
  short(
    'kernel-setting',
    ['Parameter of the kernel', '内核参数'],
    'sysctl {key}',
    [`kernel-key <key> -set -<value> ${ASKED} +kernel-params +contents *1.4`],
    ['what is vm.swappiness', 'vm.swappiness 是多少'],
  ),
  short(
    'kernel-setting-set',
    ['Set a parameter of the kernel', '设置内核参数'],
    'sudo -n sysctl -w {key}={value}',
    [
      'kernel-key set <key> <value> +kernel-params +temporary *1.4',
      'kernel-key <key> <value> +set +kernel-params +temporary *1.3',
    ],
    ['set vm.swappiness to 10', '把 swappiness 临时调到 10'],
    {
      explanation: ['Sets {key} to {value} until the next start.', '把 {key} 设为 {value}，重启后失效。'],
      expectedClass: 'destructive',
    },
  ),
  short(
    'swap-files',
    ['Where the swap is', '交换空间的位置'],
    'swapon --show',
    [`swap-file memory ${ASKED} +usage +size *1.5`],
    ['which file is the swap', '交换空间是哪个文件'],
  ),
  short(
    'boot-args',
    ['Command line of the kernel', '内核启动参数'],
    'cat /proc/cmdline',
    [`boot-args ${ASKED} *1.4`],
    ['show the kernel command line', '内核启动参数是什么'],
  ),
  short(
    'eeprom-update',
    ['Is the boot loader up to date', '引导固件是否最新'],
    [],
    [`is-newest eeprom ${ASKED} +version +boot-loader *1.5`],
    ['is the firmware up to date', '引导固件是不是最新的'],
    { raspberrypi: 'rpi-eeprom-update' },
  ),
  short('ssh-on', ['Switch SSH on', '打开 SSH'], [], ['ssh-on <board> *1.4'], ['enable ssh', '启用 SSH'], {
    explanation: ['Starts SSH now and at each start of the device.', '立即启动 SSH，以后开机也自动启动。'],
    expectedClass: 'destructive',
    raspberrypi: 'sudo -n raspi-config nonint do_{board} 0',
  }),
  short(
    'serial-console-off',
    ['Switch the serial console off', '关闭串口控制台'],
    [],
    ['console-off +keep-serial *1.5'],
    ['turn off the serial console', '把串口控制台关了但保留串口'],
    {
      explanation: [
        'No login on the serial port from the next start; the port stays.',
        '下次启动起串口上不再有登录控制台，串口保留。',
      ],
      expectedClass: 'change',
      raspberrypi: 'sudo -n raspi-config nonint do_serial_cons 1',
    },
  ),
]
