import type { Clock } from '../shared/clock.ts'
import type { SimulatedMachine } from './machine.ts'

const ZEROS = '0 0 0 0 0 0'
const NET_HEAD = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
`
const WIRELESS_HEAD = `Inter-| sta-|   Quality        |   Discarded packets
 face | tus | link level noise |  nwid  crypt   frag
`

/** What the kernel tells of memory and network, computed at each look; the counters go on with the looks. */
export function kernelFiles(machine: SimulatedMachine, clock: Clock): Readonly<Record<string, () => string>> {
  const { kind, memoryMb, interfaceName } = machine.facts
  let looks = 0
  return {
    '/proc/meminfo': () => {
      const free = memoryMb - machine.memoryUsedMb(clock())
      return `MemTotal:       ${memoryMb * 1024} kB\nMemFree:        ${free * 512} kB\nMemAvailable:   ${free * 1024} kB\n`
    },
    '/proc/net/dev': () => {
      looks += 1
      const [received, sent] = [918_000_000 + looks * 48_300, 204_000_000 + looks * 17_900]
      const own = `${interfaceName.padStart(6)}: ${received} 812000 ${ZEROS} ${sent} 401000 ${ZEROS}\n`
      return `${NET_HEAD}    lo: 81230 412 ${ZEROS} 81230 412 ${ZEROS}\n${own}`
    },
    '/proc/asound/cards': () =>
      kind === 'raspberrypi'
        ? ' 0 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones\n                      bcm2835 Headphones\n'
        : '--- no soundcards ---\n',
    [`/sys/class/net/${interfaceName}/mtu`]: () => '1500\n',
    '/proc/cmdline': () => `root=${machine.facts.diskDevice} rootfstype=ext4 rootwait\n`,
    '/proc/bus/input/devices': () => (kind === 'raspberrypi' ? 'N: Name="vc4-hdmi-0"\n' : 'N: Name="gpio-keys"\n'),
    '/proc/sys/kernel/random/entropy_avail': () => '256\n',
    '/proc/mdstat': () => 'Personalities :\nunused devices: <none>\n',
    '/sys/class/net/lo/mtu': () => '65536\n',
    '/proc/net/wireless': () =>
      interfaceName.startsWith('wlan')
        ? `${WIRELESS_HEAD}${interfaceName}: 0000   58.  -52.  -256        0      0      0\n`
        : WIRELESS_HEAD,
  }
}
