import type { Wrapper } from '../rule.ts'
import { HIDING_WRAPPERS } from './wrappers-hiding.ts'

/** Programs that are looked through: they change how another program runs, not what it does. */
const LOOKED_THROUGH: readonly Wrapper[] = [
  {
    programs: 'sudo doas',
    floor: 'change',
    reason: { en: 'runs as administrator', zh: '以管理员身份运行' },
    hasAssignments: true,
    match: ['sudo ls', 'sudo -u pi -- ls', 'echo ls | sudo -s'],
    noMatch: ['ls'],
  },
  {
    programs: 'pkexec',
    floor: 'change',
    reason: { en: 'runs as administrator', zh: '以管理员身份运行' },
    match: ['pkexec ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'nice',
    floor: 'read',
    reason: { en: 'runs with another priority', zh: '以其他优先级运行' },
    match: ['nice -n 5 ls', 'nice -19 ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'ionice',
    floor: 'read',
    reason: { en: 'runs with another disk priority', zh: '以其他磁盘优先级运行' },
    match: ['ionice -c 3 ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'timeout',
    floor: 'read',
    reason: { en: 'runs with a time limit', zh: '限时运行' },
    skip: 1,
    isTimeLimit: true,
    match: ['timeout 5 ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'nohup setsid',
    floor: 'read',
    reason: { en: 'runs apart from the session', zh: '脱离会话运行' },
    match: ['nohup ls', 'setsid ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'time',
    floor: 'read',
    reason: { en: 'measures the time', zh: '测量耗时' },
    match: ['time ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'command builtin',
    floor: 'read',
    reason: { en: 'runs a program by its name', zh: '按名称运行程序' },
    match: ['command ls'],
    noMatch: ['command -v ls'],
  },
  {
    programs: 'stdbuf',
    floor: 'read',
    reason: { en: 'runs with other buffering', zh: '以其他缓冲方式运行' },
    match: ['stdbuf -oL ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'busybox toybox',
    floor: 'read',
    reason: { en: 'runs a program of busybox', zh: '运行 busybox 中的程序' },
    match: ['busybox ls'],
    noMatch: ['busybox --list'],
  },
  {
    programs: 'taskset',
    floor: 'read',
    reason: { en: 'runs on chosen processors', zh: '在指定处理器上运行' },
    skip: 1,
    match: ['taskset 1 ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'chrt',
    floor: 'read',
    reason: { en: 'runs with real-time priority', zh: '以实时优先级运行' },
    skip: 1,
    match: ['chrt -f 10 ls'],
    noMatch: ['ls'],
  },
  {
    programs: 'watch',
    floor: 'read',
    reason: {
      en: 'never ends: repeats a command; run the command once instead',
      zh: '不会结束：重复执行命令；请改为只执行一次',
    },
    isShellText: true,
    match: ['watch ls'],
    noMatch: ['ls'],
  },
]

const IN = { en: 'cannot be judged: runs a program in a container', zh: '无法判断：在容器中运行程序' }
const containers = (programs: string, sub: string): Wrapper => ({
  programs,
  sub,
  floor: 'unknown',
  reason: IN,
  skip: 1,
  match: [`${programs.split(' ')[0]} ${sub} x ls`],
  noMatch: [`${programs.split(' ')[0]} ps`],
})

/** All wrappers of Linux, in the order they are tried. */
export const LINUX_WRAPPERS: readonly Wrapper[] = [
  ...LOOKED_THROUGH,
  ...HIDING_WRAPPERS,
  containers('docker podman nerdctl', 'exec'),
  containers('docker podman nerdctl', 'run'),
  containers('docker podman nerdctl', 'container exec'),
  containers('docker podman nerdctl', 'container run'),
  containers('docker podman', 'compose exec'),
  containers('docker podman', 'compose run'),
  containers('docker-compose podman-compose', 'exec'),
  containers('docker-compose podman-compose', 'run'),
  containers('kubectl k3s lxc', 'exec'),
  containers('machinectl', 'shell'),
  containers('flatpak snap', 'run'),
]
