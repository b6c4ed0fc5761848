import type { MachineFacts } from './machine.ts'

const DEBIAN = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
ID=debian
`

/** The three devices of the demo. Addresses are from the documentation range 192.0.2.0/24 (RFC 5737). */
export const DEMO_MACHINES: readonly MachineFacts[] = [
  {
    deviceId: 'demo-pi-kitchen',
    name: { en: 'Kitchen Pi', zh: '厨房树莓派' },
    location: { en: 'Canteen', zh: '食堂厨房' },
    hostname: 'pi-kitchen',
    kind: 'raspberrypi',
    model: 'Raspberry Pi 4 Model B Rev 1.5',
    osName: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.6.31+rpt-rpi-v8',
    kernelBuild: '#1 SMP PREEMPT Debian 1:6.6.31-1+rpt1 (2024-05-29)',
    arch: 'aarch64',
    cores: 4,
    memoryMb: 3_792,
    diskMb: 29_700,
    diskUsedMb: 9_120,
    diskDevice: '/dev/mmcblk0p2',
    baseTemperatureC: 47,
    ipAddress: '192.0.2.31',
    macAddress: '02:00:5e:10:00:31',
    interfaceName: 'wlan0',
    uptimeDays: 12.4,
    usbDevices: [
      'Bus 001 Device 002: ID 2109:3431 VIA Labs, Inc. Hub',
      'Bus 001 Device 003: ID 046d:0825 Logitech, Inc. Webcam C270',
      'Bus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub',
    ],
    deviceFiles: ['/dev/video0', '/dev/video1', '/dev/i2c-1', '/dev/mmcblk0', '/dev/mmcblk0p2', '/dev/watchdog'],
    kernelLog: [
      [12.3, 'Booting Linux on physical CPU 0x0'],
      [3.2, 'wlan0: deauthenticated from 48:22:54:10:00:01 (Reason: 4=DISASSOC_DUE_TO_INACTIVITY)'],
      [0.4, 'wlan0: deauthenticated from 48:22:54:10:00:01 (Reason: 4=DISASSOC_DUE_TO_INACTIVITY)'],
    ],
    journalMb: 180,
    packageCacheMb: 60,
    services: {
      ssh: service('OpenBSD Secure Shell server', '/usr/sbin/sshd -D', 8, 0.1, 22),
      nginx: service('A high performance web server', 'nginx: master process /usr/sbin/nginx', 14, 0.6, 80),
      camera: service('Kitchen camera', '/usr/bin/python3 /opt/camera/camera.py', 210, 11.5, 8080),
      cron: service('Regular background program processing daemon', '/usr/sbin/cron -f', 3, 0, null),
      barcode: { ...service('Barcode reader', '/opt/barcode/reader', 0, 0, null), state: 'failed' },
    },
    files: {
      '/etc/os-release': DEBIAN,
      '/boot/firmware/config.txt': 'dtparam=audio=on\ncamera_auto_detect=1\narm_64bit=1\n',
      '/var/log/nginx/error.log': '2026/03/04 04:58:01 [error] 1214#0: *7 upstream timeout, client: 192.0.2.20\n',
      '/var/log/nginx/access.log': '192.0.2.20 - - [04/Mar/2026:04:58:01 +0000] "GET / HTTP/1.1" 200 612\n',
      '/opt/camera/camera.py': '# Kitchen camera\nINTERVAL_S = 5\n',
      '/root/notes.txt': 'Camera: restart it when the picture freezes.\n',
      '/var/log/camera.log': 'frame rate 24.9\nframe rate 25.0\nwarning: exposure adjusted\nframe rate 25.0\n',
    },
  },
  {
    deviceId: 'demo-gateway-yard',
    name: { en: 'Yard gateway', zh: '院子网关' },
    location: { en: 'Yard', zh: '院子配电箱' },
    hostname: 'gateway-yard',
    kind: 'gateway',
    model: 'Industrial gateway IG-200',
    osName: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.1.0-21-amd64',
    kernelBuild: '#1 SMP PREEMPT_DYNAMIC Debian 6.1.90-1 (2024-05-03)',
    arch: 'x86_64',
    cores: 4,
    memoryMb: 7_844,
    diskMb: 118_000,
    diskUsedMb: 41_300,
    diskDevice: '/dev/sda1',
    baseTemperatureC: 52,
    ipAddress: '192.0.2.10',
    macAddress: '02:00:5e:10:00:10',
    interfaceName: 'enp1s0',
    uptimeDays: 63.2,
    usbDevices: [
      'Bus 001 Device 002: ID 0403:6001 Future Technology Devices International, Ltd FT232 Serial (UART) IC',
      'Bus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub',
    ],
    deviceFiles: ['/dev/ttyUSB0', '/dev/serial/by-id/usb-FTDI_FT232R_USB_UART-if00-port0', '/dev/sda', '/dev/sda1'],
    kernelLog: [
      [63.1, 'Booting Linux on physical CPU 0x0'],
      [63.1, 'usb 1-1: FTDI USB Serial Device converter now attached to ttyUSB0'],
    ],
    journalMb: 900,
    packageCacheMb: 310,
    services: {
      ssh: service('OpenBSD Secure Shell server', '/usr/sbin/sshd -D', 8, 0.1, 22),
      mosquitto: service('Mosquitto MQTT Broker', '/usr/sbin/mosquitto -c /etc/mosquitto/mosquitto.conf', 9, 0.8, 1883),
      modbus: service('Modbus to MQTT bridge', '/opt/modbus/bridge --port /dev/ttyUSB0', 48, 3.2, null),
      docker: service('Docker Application Container Engine', '/usr/bin/dockerd', 96, 1.4, null),
      cron: service('Regular background program processing daemon', '/usr/sbin/cron -f', 3, 0, null),
    },
    files: {
      '/etc/os-release': DEBIAN,
      '/etc/mosquitto/mosquitto.conf': 'listener 1883\nallow_anonymous false\npassword_file /etc/mosquitto/passwd\n',
      '/opt/modbus/bridge.conf': 'device=/dev/ttyUSB0\nbaud=9600\n',
      '/var/log/mosquitto/mosquitto.log':
        '2026-03-04T05:01:12: New client connected from 192.0.2.31:40122 as demo-pi-kitchen (p2, c1, k60).\n2026-03-04T05:01:40: Client demo-pi-kitchen disconnected.\n',
      '/var/log/modbus.log': 'poll ok unit=1\npoll ok unit=2\nerror: unit=3 timeout\npoll ok unit=1\n',
    },
  },
  {
    deviceId: 'demo-sensor-greenhouse',
    name: { en: 'Greenhouse sensors', zh: '温室传感器' },
    location: { en: 'Greenhouse 2', zh: '2 号温室' },
    hostname: 'sensor-greenhouse',
    kind: 'sensor',
    model: 'Orange Pi Zero 2',
    osName: 'Debian GNU/Linux 12 (bookworm)',
    kernel: '6.6.30-current-sunxi64',
    kernelBuild: '#1 SMP Thu May 2 14:32:50 UTC 2024',
    arch: 'aarch64',
    cores: 4,
    memoryMb: 984,
    diskMb: 7_400,
    diskUsedMb: 6_960,
    diskDevice: '/dev/mmcblk0p1',
    baseTemperatureC: 41,
    ipAddress: '192.0.2.57',
    macAddress: '02:00:5e:10:00:57',
    interfaceName: 'eth0',
    uptimeDays: 3.1,
    usbDevices: ['Bus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub'],
    deviceFiles: ['/dev/i2c-0', '/dev/mmcblk0', '/dev/mmcblk0p1', '/dev/watchdog'],
    kernelLog: [[3.0, 'Booting Linux on physical CPU 0x0']],
    journalMb: 430,
    packageCacheMb: 190,
    services: {
      ssh: service('OpenBSD Secure Shell server', '/usr/sbin/sshd -D', 8, 0.1, 22),
      sensors: service('Greenhouse sensors', '/usr/bin/python3 /opt/sensors/read.py', 36, 2.1, null),
      cron: service('Regular background program processing daemon', '/usr/sbin/cron -f', 3, 0, null),
    },
    files: {
      '/etc/os-release': DEBIAN,
      '/opt/sensors/read.py': '# Greenhouse sensors\nINTERVAL_S = 5\n',
      '/var/log/sensors.log': 'humidity 61\nhumidity 62\nco2 640\nwarning: battery 38 percent\n',
    },
  },
]

function service(description: string, command: string, memoryMb: number, cpuPercent: number, port: number | null) {
  return { description, command, memoryMb, cpuPercent, port, state: 'active' as const }
}
