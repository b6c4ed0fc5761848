import type { Rule } from './rule.ts'

const SHOW = { en: 'shows packages', zh: '显示软件包' }
const INSTALL = { en: 'installs or updates packages', zh: '安装或更新软件包' }
const REMOVE = { en: 'removes packages', zh: '卸载软件包' }

/** Package managers. */
export const PACKAGE_RULES: readonly Rule[] = [
  {
    id: 'apt.show',
    programs: 'apt apt-get aptitude apt-cache',
    when: {
      sub: 'list|show|search|policy|depends|rdepends|changelog|madison|showpkg|stats|pkgnames|showsrc|why|check|moo|versions|download_',
    },
    class: 'read',
    reason: SHOW,
    match: ['apt list --upgradable', 'apt-cache policy x', 'apt search x'],
    noMatch: ['apt install x'],
  },
  {
    id: 'apt.simulate',
    programs: 'apt apt-get aptitude',
    when: {
      flags: 's simulate just-print dry-run recon no-act',
      sub: 'install|upgrade|remove|purge|autoremove|update',
      without: 'o option c config-file',
    },
    class: 'read',
    reason: { en: 'simulates a change of packages', zh: '模拟软件包变更' },
    match: ['apt-get -s upgrade'],
    noMatch: ['apt list'],
  },
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
    id: 'apt.mark',
    programs: 'apt-mark',
    when: { sub: 'showmanual|showauto|showhold' },
    class: 'read',
    reason: SHOW,
    match: ['apt-mark showhold'],
    noMatch: ['apt-mark hold x'],
  },
  {
    id: 'apt.mark.set',
    programs: 'apt-mark add-apt-repository apt-key apt-add-repository',
    when: { noArg: /^show(?:manual|auto|hold)$/ },
    class: 'change',
    reason: { en: 'changes package settings', zh: '更改软件包设置' },
    match: ['add-apt-repository x'],
    noMatch: ['apt list'],
  },
  {
    id: 'dpkg.show',
    programs: 'dpkg',
    when: {
      flags:
        'l L s S p c I C V list listfiles status search print-avail contents info audit verify get-selections print-architecture print-foreign-architectures compare-versions version',
      without: 'i r P x unpack install remove purge configure set-selections clear-selections force-all',
    },
    class: 'read',
    reason: SHOW,
    match: ['dpkg -l', 'dpkg -L bash', 'dpkg --get-selections', 'dpkg -S /bin/ls'],
    noMatch: ['dpkg -i x.deb'],
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
    reason: { en: 'cannot be judged: dpkg runs a program', zh: '无法判断：dpkg 会运行程序' },
    match: ['dpkg --pre-invoke=id -i x'],
    noMatch: ['dpkg -l'],
  },
  {
    id: 'dpkg.query',
    programs:
      'dpkg-query apt-file dpkg-architecture deborphan debsums rpmquery apt-show-versions needrestart-show popularity',
    class: 'read',
    reason: SHOW,
    match: ['dpkg-query -W'],
    noMatch: ['dpkg -i x'],
  },
]
