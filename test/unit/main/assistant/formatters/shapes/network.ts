import { shapesOf } from './shape.ts'

const LO = 'lo               UNKNOWN        127.0.0.1/8 ::1/128\n'
const SS = 'Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n'

export const NETWORK_SHAPES = [
  ...shapesOf('ip -brief address', [
    [
      'with a bridge that is down',
      `${LO}eth0             DOWN\ndocker0          DOWN           172.17.0.1/16 fe80::42:9ff:fe3f:1/64\nwlan0            UP             192.0.2.34/24 fe80::1/64\n`,
      'The address is 192.0.2.34 on wlan0.',
    ],
    [
      'with a state of few kernels',
      `${LO}eth0             UP             192.0.2.10/24 fe80::1/64\ncan0             NOTPRESENT\n`,
      'The address is 192.0.2.10 on eth0.',
    ],
    [
      'with a bridge that is up',
      `${LO}docker0          UP             172.17.0.1/16\nbr-0a1b2c        UP             172.18.0.1/16\nveth12@if5       UP             fe80::1/64\neth0             UP             192.0.2.10/24\n`,
      'The address is 192.0.2.10 on eth0.',
    ],
    [
      'of two networks',
      `${LO}eth0             UP             192.0.2.10/24\nwlan0            UP             198.51.100.7/24\n`,
      'The addresses are 192.0.2.10 on eth0, 198.51.100.7 on wlan0.',
    ],
    [
      'that it gave itself, before a real one',
      `${LO}eth0             UP             169.254.3.4/16 fe80::1/64\nwlan0            UP             192.0.2.34/24\n`,
      'The address is 192.0.2.34 on wlan0.',
    ],
    [
      'that it gave itself',
      `${LO}eth0             UP             169.254.3.4/16\n`,
      'The address is 169.254.3.4 on eth0, which it gave itself: no DHCP server answered.',
      true,
    ],
    ['of a container', `${LO}eth0@if7         UP             172.17.0.2/16\n`, 'The address is 172.17.0.2 on eth0.'],
    [
      'of a modem, whose state is not known',
      `${LO}wwan0            UNKNOWN        10.8.0.2/30\n`,
      'The address is 10.8.0.2 on wwan0.',
    ],
    [
      'of IPv6 alone',
      `${LO}eth0             UP             2001:db8::5/64 fe80::1/64\n`,
      'The address is 2001:db8::5 on eth0.',
    ],
    [
      'of an interface that is down',
      `${LO}eth0             DOWN           192.0.2.10/24\n`,
      'No interface that is up has an address.',
      true,
    ],
    [
      'of a VPN beside a network',
      `${LO}wg0              UNKNOWN        10.9.0.2/24\neth0             UP             192.0.2.10/24\n`,
      'The address is 192.0.2.10 on eth0.',
    ],
    [
      'of the older form of ip',
      '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue\n    inet 127.0.0.1/8 scope host lo\n',
      null,
    ],
    ['with a line that is no interface', `${LO}Error: x\n`, null],
  ]),
  ...shapesOf('ip -brief link', [
    [
      'with a bridge before it',
      'lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>\ndocker0          DOWN           02:42:09:3f:00:01 <NO-CARRIER,BROADCAST>\neth0             UP             b8:27:eb:00:00:01 <BROADCAST,MULTICAST,UP>\n',
      'eth0 has the hardware address b8:27:eb:00:00:01.',
    ],
    ['of none', 'lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK>\n', null],
  ]),
  ...shapesOf('ip route', [
    [
      'of two gateways',
      'default via 192.0.2.1 dev wlan0 proto dhcp metric 600\ndefault via 198.51.100.1 dev eth0 proto dhcp metric 100\n192.0.2.0/24 dev wlan0 scope link\n',
      'The default gateway is 198.51.100.1 over eth0.',
    ],
    [
      'of a modem',
      'default dev ppp0 scope link\n10.64.64.64 dev ppp0 scope link\n',
      'The default route goes over ppp0, without a gateway.',
    ],
    [
      'of busybox',
      'default via 192.0.2.1 dev eth0 \n192.0.2.0/24 dev eth0 scope link  src 192.0.2.7 \n',
      'The default gateway is 192.0.2.1 over eth0.',
    ],
    [
      'whose link is down',
      'default via 192.0.2.1 dev eth0 metric 100 linkdown\n192.0.2.0/24 dev eth0 scope link linkdown\n',
      'The default gateway is 192.0.2.1 over eth0, whose link is down.',
      true,
    ],
    [
      'beside one whose link is down',
      'default via 192.0.2.1 dev eth0 metric 100 linkdown\ndefault via 198.51.100.1 dev wlan0 metric 600\n',
      'The default gateway is 198.51.100.1 over wlan0.',
    ],
    ['over IPv6', 'default via inet6 fe80::1 dev eth0\n', 'The default gateway is fe80::1 over eth0.'],
    [
      'of a container',
      'default via 172.17.0.1 dev eth0\n172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2\n',
      'The default gateway is 172.17.0.1 over eth0.',
    ],
    ['without a default', '192.0.2.0/24 dev eth0 scope link src 192.0.2.7\n', 'There is no default gateway.', true],
    ['of several ways at once', 'default proto static metric 20\n\tnexthop via 192.0.2.1 dev eth0 weight 1\n', null],
    ['of the older route', 'Kernel IP routing table\nDestination Gateway Genmask Flags Metric Ref Use Iface\n', null],
    ['of nothing', '', null],
  ]),
  ...shapesOf('ping -c 4 192.0.2.1', [
    [
      'of iputils',
      'PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\n64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=1.20 ms\n\n--- 192.0.2.1 ping statistics ---\n4 packets transmitted, 4 received, 0% packet loss, time 3005ms\nrtt min/avg/max/mdev = 1.114/1.220/1.402/0.111 ms\n',
      '192.0.2.1 answered 4 of 4, 1.22 ms on average.',
    ],
    [
      'of busybox',
      'PING 192.0.2.1 (192.0.2.1): 56 data bytes\n64 bytes from 192.0.2.1: seq=0 ttl=64 time=0.081 ms\n\n--- 192.0.2.1 ping statistics ---\n4 packets transmitted, 3 packets received, 25% packet loss\nround-trip min/avg/max = 0.081/0.085/0.091 ms\n',
      '192.0.2.1 answered 3 of 4, 0.085 ms on average.',
      true,
    ],
    [
      'in German',
      'PING 192.0.2.1 (192.0.2.1) 56(84) Bytes an Daten.\n64 Bytes von 192.0.2.1: icmp_seq=1 ttl=64 Zeit=0.044 ms\n\n--- 192.0.2.1 Ping-Statistiken ---\n4 Pakete übertragen, 4 empfangen, 0% packet loss, time 3005ms\nrtt min/avg/max/mdev = 0.044/0.046/0.049/0.001 ms\n',
      '192.0.2.1 answered 4 of 4, 0.046 ms on average.',
    ],
    [
      'in Chinese',
      'PING 192.0.2.1 (192.0.2.1) 56(84) 比特的数据。\n\n--- 192.0.2.1 ping 统计 ---\n已发送 4 个包， 已接收 2 个包, 50% 包丢失, 耗时 3004 毫秒\nrtt min/avg/max/mdev = 0.044/0.046/0.049/0.001 ms\n',
      '192.0.2.1 answered 2 of 4, 0.046 ms on average.',
      true,
    ],
    [
      'without an answer',
      'PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\n\n--- 192.0.2.1 ping statistics ---\n4 packets transmitted, 0 received, 100% packet loss, time 3051ms\n',
      '192.0.2.1 did not answer: 0 of 4.',
      true,
    ],
    [
      'that cannot be reached',
      'PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\nFrom 192.0.2.7 icmp_seq=1 Destination Host Unreachable\n\n--- 192.0.2.1 ping statistics ---\n4 packets transmitted, 0 received, +4 errors, 100% packet loss, time 3051ms\n',
      '192.0.2.1 did not answer: 0 of 4.',
      true,
    ],
    [
      'with a third lost',
      'PING host (192.0.2.1) 56(84) bytes of data.\n\n--- host ping statistics ---\n3 packets transmitted, 2 received, 33.3333% packet loss, time 2003ms\nrtt min/avg/max/mdev = 0.044/0.046/0.049/0.001 ms\n',
      'host answered 2 of 3, 0.046 ms on average.',
      true,
    ],
    [
      'with a loss that is not that of its counts',
      'PING host (192.0.2.1) 56(84) bytes of data.\n3 packets transmitted, 2 received, 0% packet loss, time 2003ms\n',
      null,
    ],
    [
      'that was cut',
      'PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\n64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=1.20 ms\n',
      null,
    ],
    ['of a name that is not known', 'ping: nowhere: Name or service not known\n', null],
  ]),
  ...shapesOf('ss -tun', [
    [
      'with a connection that is being opened',
      `${SS}tcp   ESTAB    0      0      192.0.2.7:22    192.0.2.5:50122\ntcp   SYN-SENT 0      1      192.0.2.7:40000 192.0.2.9:1883\n`,
      '1 connection established.',
    ],
    [
      'with none that is open',
      `${SS}tcp   CLOSE-WAIT 0      0      192.0.2.7:22    192.0.2.5:50122\n`,
      'No connection is established.',
    ],
    ['of none', SS, 'No connection is established.'],
    ['with a line that is cut', `${SS}tcp   ESTAB\n`, null],
  ]),
  ...shapesOf('ss -tuln', [
    [
      'with its heads grown together',
      `${SS}tcp   LISTEN 0      128          0.0.0.0:2024      0.0.0.0:*\n`,
      '1 port open: 2024.',
    ],
    ['with names for ports', `${SS}tcp   LISTEN 0      128          0.0.0.0:ssh      0.0.0.0:*\n`, null],
    ['of none', SS, 'Nothing listens there.'],
    ['in an unknown form', 'Proto Recv-Q Send-Q Local\ntcp 0 0 0.0.0.0:22\n', null],
  ]),
]
