import type { Rule } from '../rule.ts'

const NET_DOWN = { en: 'takes a network interface down', zh: '停用网络接口' }
const NET_CHANGE = { en: 'changes the network', zh: '更改网络设置' }

/** Network interfaces, routes and wireless networks. */
export const INTERFACE_RULES: readonly Rule[] = [
  {
    id: 'net.ifconfig.set',
    programs: 'ifconfig iwconfig',
    when: { min: 2 },
    class: 'destructive',
    reason: NET_CHANGE,
    cutsOff: true,
    match: ['ifconfig eth0 down', 'ifconfig eth0 1.2.3.4'],
    noMatch: ['ifconfig eth0'],
  },
  {
    id: 'net.ifup',
    programs: 'ifup',
    class: 'change',
    reason: NET_CHANGE,
    match: ['ifup eth0'],
    noMatch: ['ifdown eth0'],
  },
  {
    id: 'net.ifdown',
    programs: 'ifdown dhclient dhcpcd udhcpc ifrename nmtui wg-quick wpa_supplicant openvpn',
    class: 'destructive',
    reason: NET_DOWN,
    cutsOff: true,
    match: ['ifdown eth0', 'dhclient -r'],
    noMatch: ['ifup eth0'],
  },
  {
    id: 'net.route.change',
    programs: 'route arp',
    when: { arg: /^(?:add|del|flush|delete|-d|-s|-f|-[a-z]*[dsf]|--(?:del|set|file).*)$/ },
    class: 'destructive',
    reason: NET_CHANGE,
    cutsOff: true,
    match: ['route del default', 'route add default gw 1.1.1.1', 'arp -d x'],
    noMatch: ['route -n'],
  },
  {
    id: 'net.ethtool.set',
    programs: 'ethtool',
    when: {
      flags:
        'A C E f G K L N p r s t U W X change reset set-eee flash identify negotiate test offload features set-channels set-ring coalesce pause change-eeprom',
    },
    class: 'destructive',
    reason: NET_CHANGE,
    cutsOff: true,
    match: ['ethtool -s eth0 speed 10'],
    noMatch: ['ethtool eth0'],
  },
  {
    id: 'net.iw.set',
    programs: 'iw',
    when: { operand: /^(?:set|del|connect|disconnect|ibss|mesh|ap|add|interface|switch|reload)$/ },
    class: 'destructive',
    reason: NET_CHANGE,
    cutsOff: true,
    match: ['iw dev wlan0 set power_save off', 'iw dev wlan0 disconnect'],
    noMatch: ['iw dev'],
  },
  {
    id: 'net.wpa.change',
    programs: 'wpa_cli',
    when: {
      operand:
        /^(?:disconnect|reconfigure|terminate|remove_.*|disable_.*|enable_.*|select_.*|set.*|reassociate|reconnect|disassociate|add_.*|save_config|scan|flush|logoff|suspend|blacklist|bssid)$/,
    },
    class: 'destructive',
    reason: NET_CHANGE,
    cutsOff: true,
    match: ['wpa_cli disconnect', 'wpa_cli -i wlan0 terminate'],
    noMatch: ['wpa_cli status'],
  },
  {
    id: 'net.rfkill.unblock',
    programs: 'rfkill',
    when: { sub: 'unblock' },
    class: 'change',
    reason: NET_CHANGE,
    match: ['rfkill unblock wifi'],
    noMatch: ['rfkill list'],
  },
  {
    id: 'net.rfkill.block',
    programs: 'rfkill',
    when: { sub: 'block|toggle' },
    class: 'destructive',
    reason: { en: 'switches radio off', zh: '关闭无线' },
    cutsOff: true,
    match: ['rfkill block wifi'],
    noMatch: ['rfkill list'],
  },
]
