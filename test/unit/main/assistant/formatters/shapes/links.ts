import { shapesOf } from './shape.ts'

const LO = 'lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> \n'
const ETH = 'eth0             UP             b8:27:eb:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP> \n'
const SS = 'Netid  State   Recv-Q  Send-Q     Local Address:Port      Peer Address:Port  Process  \n'
const FORMER = 'Netid  State      Recv-Q Send-Q     Local Address:Port       Peer Address:Port\n'

/** Answers about interfaces, ports and connections. */
export const LINK_SHAPES = [
  ...shapesOf('ip -brief link', [
    ['of a Pi', `${LO}${ETH}`, 'eth0 has the hardware address b8:27:eb:00:00:01.'],
    [
      'of a Pi on Wi-Fi that sleeps',
      `${LO}wlan0            DORMANT        dc:a6:32:00:00:02 <BROADCAST,MULTICAST,UP> \n`,
      'wlan0 has the hardware address dc:a6:32:00:00:02.',
    ],
    [
      'of a container',
      `${LO}eth0@if7         UP             02:42:ac:11:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP> \n`,
      'eth0 has the hardware address 02:42:ac:11:00:02.',
    ],
    [
      'with a VPN, which has none',
      `${LO}wg0              UNKNOWN        <POINTOPOINT,NOARP,UP,LOWER_UP> \n${ETH}`,
      'eth0 has the hardware address b8:27:eb:00:00:01.',
    ],
    [
      'with a CAN bus and a tunnel',
      `${LO}can0             DOWN           <NOARP,ECHO> \nsit0@NONE        DOWN           0.0.0.0 <NOARP> \n${ETH}`,
      'eth0 has the hardware address b8:27:eb:00:00:01.',
    ],
    [
      'without a cable',
      `${LO}enp0s31f6        LOWERLAYERDOWN 00:16:3e:00:00:03 <NO-CARRIER,BROADCAST,MULTICAST,UP> \n`,
      'enp0s31f6 has the hardware address 00:16:3e:00:00:03.',
    ],
    [
      'of a router with a bridge alone',
      `${LO}br-lan           UP             00:16:3e:00:00:04 <BROADCAST,MULTICAST,UP,LOWER_UP> \n`,
      'br-lan has the hardware address 00:16:3e:00:00:04.',
    ],
    ['with an error among its lines', `${LO}${ETH}RTNETLINK answers: Operation not permitted\n`, null],
    ['of busybox without the option', "ip: unrecognized option: 'brief'\n", null],
    ['of a modem alone', `${LO}ppp0             UNKNOWN        <POINTOPOINT,MULTICAST,NOARP,UP,LOWER_UP> \n`, null],
    ['cut off within an address', `${LO}eth0             UP             b8:27:eb:00`, null],
  ]),
  ...shapesOf('ss -tun', [
    [
      'of two over IPv6',
      `${SS}tcp    ESTAB   0       0          [::ffff:192.0.2.7]:1883   [::ffff:192.0.2.5]:50122  \ntcp    ESTAB   0       0          [2001:db8::7]:22   [2001:db8::5]:50123  \n`,
      '2 connections established.',
    ],
    [
      'with a lease of an address',
      `${SS}udp    ESTAB   0       0          192.0.2.7%wlan0:68   192.0.2.1:67  \n`,
      '1 connection established.',
    ],
    [
      'of Jessie',
      `${FORMER}tcp    ESTAB      0      0      192.0.2.7:22       192.0.2.5:50122\n`,
      '1 connection established.',
    ],
    [
      'with some that end',
      `${SS}tcp    TIME-WAIT  0  0  192.0.2.7:40000  192.0.2.9:1883\ntcp    FIN-WAIT-1 0  1  192.0.2.7:40001  192.0.2.9:1883\n`,
      'No connection is established.',
    ],
    [
      'with lines wrapped at the edge',
      `${FORMER}tcp    ESTAB      0      0      192.0.2.7:22\n192.0.2.5:50122\n`,
      null,
    ],
    ['without the program', 'sh: 1: ss: not found\n', null],
    ['of netstat', 'Active Internet connections (w/o servers)\nProto Recv-Q Send-Q Local Address\n', null],
    ['with an error', 'Cannot open netlink socket: Protocol not supported\n', null],
  ]),
  ...shapesOf('ss -tuln', [
    [
      'of a broker',
      `${SS}tcp    LISTEN  0       100        0.0.0.0:1883      0.0.0.0:*  \ntcp    LISTEN  0       100           [::]:1883         [::]:*  \ntcp    LISTEN  0       128              *:22              *:*  \n`,
      '2 ports open: 22, 1883.',
    ],
    [
      'with a resolver bound to its interface',
      `${SS}udp    UNCONN  0       0      127.0.0.53%lo:53      0.0.0.0:*  \n`,
      '1 port open: 53 (only from the device itself).',
    ],
    [
      'of Stretch, whose addresses have no brackets',
      `${FORMER}tcp    LISTEN     0      128      :::22      :::*\ntcp    LISTEN     0      128      *:22       *:*\n`,
      '1 port open: 22.',
    ],
    [
      'of more than can be named',
      `${SS}${Array.from({ length: 12 }, (_, index) => `tcp LISTEN 0 128 0.0.0.0:${8001 + index} 0.0.0.0:*\n`).join('')}`,
      '12 ports open: 8001, 8002, 8003, 8004, 8005, 8006, 8007, 8008, 8009, 8010, ….',
    ],
    ['without a port', `${SS}tcp    LISTEN  0       128        0.0.0.0:*      0.0.0.0:*  \n`, null],
    ['with lines wrapped at the edge', `${FORMER}tcp    LISTEN     0      128\n0.0.0.0:22       0.0.0.0:*\n`, null],
    ['with an error', `${SS}RTNETLINK answers: Invalid argument\n`, null],
  ]),
  ...shapesOf('lsusb', [
    [
      'of a Pi 4 with nothing in it but its own hub',
      'Bus 002 Device 001: ID 1d6b:0003 Linux Foundation 3.0 root hub\nBus 001 Device 002: ID 2109:3431 VIA Labs, Inc. Hub\nBus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub\n',
      'No USB device is attached, only hubs.',
    ],
    [
      'of a Pi 3, whose network is on the bus',
      'Bus 001 Device 004: ID 10c4:ea60 Silicon Labs CP210x UART Bridge\nBus 001 Device 003: ID 0424:ec00 Microchip Technology, Inc. (formerly SMSC) SMSC9512/9514 Fast Ethernet Adapter\nBus 001 Device 002: ID 0424:9514 Microchip Technology, Inc. (formerly SMSC) SMC9514 Hub\nBus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub\n',
      '1 USB device attached.',
    ],
    [
      'of a Pi 4 with two',
      'Bus 002 Device 002: ID 1058:25a1 Western Digital Technologies, Inc. Elements\nBus 001 Device 003: ID 046d:c52b Logitech, Inc. Unifying Receiver\nBus 001 Device 002: ID 2109:3431 VIA Labs, Inc. Hub\nBus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub\n',
      '2 USB devices attached.',
    ],
    [
      'of OpenWrt',
      'Bus 001 Device 001: ID 1d6b:0002 Linux 5.15.150 ehci_hcd EHCI Host Controller\nBus 001 Device 002: ID 12d1:1506 HUAWEI_MOBILE HUAWEI_MOBILE\n',
      '1 USB device attached.',
    ],
    ['as a tree', '/:  Bus 01.Port 1: Dev 1, Class=root_hub, Driver=dwc_otg/1p, 480M\n', null],
    ['cut off', 'Bus 001 Device 002: ID 2109:3431 VIA Labs, Inc. Hub\nBus 001 Devi', null],
    ['of WSL, which has no bus', '', null],
  ]),
]
