import type { Rule } from '../rule.ts'

const STORES = { en: 'cannot be judged: works with a database', zh: '无法判断：操作数据库' }
const ERASES = { en: 'deletes data of a database', zh: '删除数据库数据' }
const FLEET = { en: 'cannot be judged: manages other machines', zh: '无法判断：管理其他机器' }

/** Databases, virtual machines, fleets and system buses, where single words of the arguments decide. */
export const DATA_RULES: readonly Rule[] = [
  {
    id: 'data.database',
    programs: 'sqlite3 mysql mariadb mysqladmin psql redis-cli mongo mongosh influx dropdb',
    class: 'unknown',
    reason: STORES,
    match: ['sqlite3 x.db .tables', 'redis-cli get x'],
    noMatch: ['ls x.db'],
  },
  {
    id: 'data.database.erase',
    programs: 'sqlite3 mysql mariadb mysqladmin psql redis-cli mongo mongosh influx',
    when: {
      arg: /\b(?:drop|delete|truncate|alter|replace|update|flushall|flushdb|shutdown|del|unlink|dropdatabase|remove|kill)\b/i,
    },
    class: 'destructive',
    reason: ERASES,
    match: ["sqlite3 x.db 'DROP TABLE a'", 'redis-cli FLUSHALL'],
    noMatch: ["sqlite3 x.db 'select 1'"],
  },
  {
    id: 'data.database.dropdb',
    programs: 'dropdb dropuser',
    class: 'destructive',
    reason: ERASES,
    match: ['dropdb x'],
    noMatch: ['psql x'],
  },
  {
    id: 'data.machines.erase',
    programs: 'virsh vagrant terraform tofu lxc incus multipass VBoxManage qm pct pulumi helm nomad initctl',
    when: {
      operand:
        /^(?:destroy|uninstall|undefine|shutdown|reboot|reset|halt|stop|suspend|delete|rm|remove|purge|poweroff|unregistervm|vol-delete|vol-wipe|pool-destroy|pool-delete|snapshot-delete|snapshot-revert|managedsave)$/,
    },
    class: 'destructive',
    reason: { en: 'stops or deletes virtual machines', zh: '停止或删除虚拟机' },
    match: ['virsh destroy x', 'terraform destroy', 'lxc delete x'],
    noMatch: ['virsh list'],
  },
  {
    id: 'data.fleet',
    programs: 'ansible ansible-playbook salt salt-call puppet chef-client fab pssh parallel-ssh pdsh cssh',
    class: 'unknown',
    reason: FLEET,
    match: ['ansible all -m ping'],
    noMatch: ['ls'],
  },
  {
    id: 'data.bus.power',
    programs: 'dbus-send gdbus busctl qdbus',
    when: {
      arg: /\b(?:Reboot|PowerOff|Halt|Suspend|Hibernate|HybridSleep|KExec|StopUnit|KillUnit|MaskUnitFiles|DisableUnitFiles|TerminateUser|TerminateSession|Disconnect|Deactivate\w*|DeleteUser|SetPassword|Delete|Remove\w*|Format|Unmount)$/,
    },
    class: 'destructive',
    reason: { en: 'stops the device or its services over the system bus', zh: '通过系统总线停止设备或其服务' },
    match: [
      'busctl call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager PowerOff b true',
      'dbus-send --system --dest=org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager.Reboot boolean:true',
    ],
    noMatch: ['busctl list'],
  },
  {
    id: 'data.cloud.erase',
    programs: 'rclone aws gsutil az gcloud s3cmd mc',
    when: {
      operand:
        /^(?:purge|delete|deletefile|rmdir|rmdirs|sync|move|moveto|cleanup|bisync|rm|rb|del|mv|terminate-instances|stop-instances|delete-.*)$/,
    },
    class: 'destructive',
    reason: { en: 'deletes files elsewhere', zh: '删除其他位置的文件' },
    match: ['rclone purge x:', 'aws s3 rm s3://x'],
    noMatch: ['rclone lsd x:'],
  },
  {
    id: 'data.ipset.change',
    programs: 'ipset',
    when: { notOnly: /^(?:list|save|test|version|-[a-z]+|[\w.]+)$/ },
    class: 'unknown',
    reason: { en: 'cannot be judged: changes the firewall', zh: '无法判断：更改防火墙' },
    match: ['ipset'],
    noMatch: ['ipset list'],
  },
  {
    id: 'data.ipset.flush',
    programs: 'ipset',
    when: {
      arg: /^(?:flush|destroy|restore|add|del|swap|rename|create|-[FXRADENW]|--(?:flush|destroy|restore|add|del))$/,
    },
    class: 'destructive',
    reason: { en: 'changes the firewall', zh: '更改防火墙' },
    cutsOff: true,
    match: ['ipset flush', 'ipset -X'],
    noMatch: ['ipset list'],
  },
  {
    id: 'data.gem',
    programs: 'gem cargo go composer',
    when: { sub: 'uninstall|cleanup|clean' },
    class: 'destructive',
    reason: { en: 'removes packages', zh: '卸载软件包' },
    match: ['gem uninstall x'],
    noMatch: ['gem list'],
  },
  {
    id: 'data.tunnel.down',
    programs: 'tailscale wg-quick wg zerotier-cli netbird openvpn3',
    when: {
      operand: /^(?:down|logout|set|setconf|leave|disconnect|session-manage|switch|up|syncconf|addconf)$/,
    },
    class: 'destructive',
    reason: { en: 'changes the tunnel to the device', zh: '更改到设备的隧道' },
    cutsOff: true,
    match: ['tailscale down', 'wg-quick down wg0'],
    noMatch: ['tailscale status'],
  },
  {
    id: 'data.bypass',
    programs: 'mosquitto_pub mosquitto_rr',
    when: { arg: /(?:^|=)device\/[^/]+\/(?:command|cancel)$/ },
    class: 'destructive',
    reason: { en: 'sends a command to a device around the review', zh: '绕过审阅向设备发送命令' },
    match: ["mosquitto_pub -t device/x/command -m 'ls'"],
    noMatch: ['mosquitto_pub -t a -m b'],
  },
]
