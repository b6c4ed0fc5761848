import type { SetupPlan } from '../../../preload/contract/models/broker/setup.ts'
import type { Line } from './command-line.ts'

/** Lines for a Linux computer; none when only the computer itself may connect. */
export function linuxFirewall({ port, isLoopbackOnly }: SetupPlan): Line[] {
  if (isLoopbackOnly) return []
  return [
    [
      'firewall',
      `sudo ufw allow ${port}/tcp comment 'MQTT broker'`,
      'Lets clients in where ufw is the firewall; other ports stay closed.',
      '若使用 ufw 防火墙，放行客户端；其他端口保持关闭。',
    ],
    [
      'firewall',
      `sudo iptables -C INPUT -p tcp --dport ${port} -j ACCEPT 2>/dev/null || sudo iptables -I INPUT -p tcp --dport ${port} -j ACCEPT`,
      'The same where iptables is used directly; it does nothing when the rule is there already.',
      '若直接使用 iptables，效果相同；规则已存在时不做任何事。',
    ],
    ['undo', `sudo ufw delete allow ${port}/tcp`, 'Closes the port again in ufw.', '在 ufw 中重新关闭该端口。'],
    [
      'undo',
      `sudo iptables -D INPUT -p tcp --dport ${port} -j ACCEPT`,
      'Closes the port again in iptables.',
      '在 iptables 中重新关闭该端口。',
    ],
  ]
}

/** Docker publishes ports past ufw: what narrows it is Docker's own chain (Docker documentation, "Packet filtering"). */
export function dockerFirewall({ port, isLoopbackOnly }: SetupPlan): Line[] {
  if (isLoopbackOnly) return []
  const rule = `-p tcp -m conntrack --ctorigdstport ${port} --ctdir ORIGINAL ! -s 192.168.0.0/16 -j DROP`
  return [
    [
      'firewall',
      `sudo iptables -I DOCKER-USER ${rule}`,
      'Docker opens the port by itself and past ufw. This keeps out everybody outside your network; change 192.168.0.0/16 to it.',
      'Docker 会自行开放端口并绕过 ufw。此行挡住你网络之外的访问；请将 192.168.0.0/16 改为你的网段。',
    ],
    ['undo', `sudo iptables -D DOCKER-USER ${rule}`, 'Takes that rule away again.', '撤销该规则。'],
  ]
}

export function windowsFirewall({ port, isLoopbackOnly }: SetupPlan): Line[] {
  if (isLoopbackOnly) return []
  const name = `MQTT broker ${port}`
  return [
    [
      'firewall',
      `New-NetFirewallRule -DisplayName '${name}' -Direction Inbound -Protocol TCP -LocalPort ${port} -Action Allow -Profile Private,Domain`,
      'Lets clients of private and domain networks in; a public network stays shut out.',
      '放行专用网络和域网络中的客户端；公用网络仍被拒绝。',
    ],
    ['undo', `Remove-NetFirewallRule -DisplayName '${name}'`, 'Closes the port again.', '重新关闭该端口。'],
  ]
}
