import type { Rule } from '../rule.ts'

const INSTALL = { en: 'installs or updates packages', zh: '安装或更新软件包' }
const REMOVE = { en: 'removes packages', zh: '卸载软件包' }

/** Package managers. */
export const PACKAGE_RULES: readonly Rule[] = [
  {
    id: 'apt.install',
    programs: 'apt apt-get aptitude',
    when: {
      sub: 'install|update|upgrade|reinstall|download|build-dep|source|satisfy|edit-sources|safe-upgrade|markauto|hold|unhold',
      without: 's simulate just-print dry-run recon no-act',
    },
    class: 'change',
    reason: INSTALL,
    match: ['apt install -y x', 'apt-get update', 'apt-get -y upgrade'],
    noMatch: ['apt list'],
  },
  {
    id: 'apt.upgrade.full',
    programs: 'apt apt-get aptitude',
    when: { sub: 'full-upgrade|dist-upgrade|dselect-upgrade' },
    class: 'destructive',
    isFallback: true,
    reason: { en: 'upgrades the system and may remove packages', zh: '升级系统并可能卸载软件包' },
    match: ['apt full-upgrade', 'apt-get -y dist-upgrade'],
    noMatch: ['apt upgrade'],
  },
  {
    id: 'apt.remove',
    programs: 'apt apt-get aptitude',
    when: {
      sub: 'remove|purge|autoremove|autopurge|clean|autoclean|distclean',
      without: 's simulate just-print dry-run recon no-act',
    },
    class: 'destructive',
    reason: REMOVE,
    match: ['apt remove x', 'apt-get -y purge x', 'apt-get -o a=b autoremove', 'apt-get --yes remove x'],
    noMatch: ['apt list'],
  },
  {
    id: 'apt.remove.vital',
    programs: 'apt apt-get aptitude dpkg dnf yum',
    when: {
      arg: /^(?:remove|purge|autoremove|autopurge|-r|-P|--remove|--purge|erase)$/,
      operand: /ssh|network|wpa|dhcpcd|netplan|ifupdown|mosquitto|python3|openvpn|tailscale/i,
    },
    class: 'destructive',
    reason: { en: 'removes what connects the device', zh: '卸载设备连接所需的软件' },
    cutsOff: true,
    match: ['apt remove openssh-server', 'dpkg -r network-manager'],
    noMatch: ['apt remove nginx'],
  },
  {
    id: 'apt.remove.flag',
    programs: 'apt apt-get aptitude',
    when: { flags: 'purge auto-remove autoremove remove' },
    class: 'destructive',
    isFallback: true,
    reason: REMOVE,
    match: ['apt install --purge x'],
    noMatch: ['apt install x'],
  },
  {
    id: 'apt.remove.suffix',
    programs: 'apt apt-get aptitude',
    when: { sub: 'install|upgrade|full-upgrade|dist-upgrade', operand: /^[a-z0-9][a-z0-9+.:-]*[-_]$/ },
    class: 'destructive',
    reason: REMOVE,
    match: ['apt install x-'],
    noMatch: ['apt install x'],
  },
  {
    id: 'apt.options',
    programs: 'apt apt-get aptitude apt-cache',
    when: { flags: 'o c option config-file' },
    class: 'unknown',
    reason: { en: 'cannot be judged: options that may run programs', zh: '无法判断：选项可能运行程序' },
    match: ['apt-get -o APT::Update::Pre-Invoke::=id update'],
    noMatch: ['apt-get update'],
  },
  {
    id: 'apt.mark.set',
    programs: 'apt-mark add-apt-repository apt-key apt-add-repository',
    when: { noArg: /^show(?:manual|auto|hold)$/ },
    class: 'change',
    isFallback: true,
    reason: { en: 'changes package settings', zh: '更改软件包设置' },
    match: ['add-apt-repository x'],
    noMatch: ['apt list'],
  },
  {
    id: 'dpkg.install',
    programs: 'dpkg',
    when: {
      flags:
        'i unpack install configure a x X extract vextract b build update-avail merge-avail add-architecture set-selections e control triggers-only',
    },
    class: 'change',
    reason: INSTALL,
    match: ['dpkg -i x.deb', 'dpkg --configure -a'],
    noMatch: ['dpkg -l'],
  },
  {
    id: 'dpkg.remove',
    programs: 'dpkg',
    when: { flags: 'r P remove purge clear-selections forget-old-unavail clear-avail remove-architecture' },
    class: 'destructive',
    reason: REMOVE,
    match: ['dpkg -r x', 'dpkg --purge x', 'dpkg -P x'],
    noMatch: ['dpkg -l'],
  },
  {
    id: 'dpkg.command',
    programs: 'dpkg',
    when: { flags: 'pre-invoke post-invoke status-logger root instdir admindir' },
    class: 'unknown',
    isFallback: true,
    reason: { en: 'cannot be judged: dpkg runs a program', zh: '无法判断：dpkg 会运行程序' },
    match: ['dpkg --pre-invoke=id -i x'],
    noMatch: ['dpkg -l'],
  },
]
