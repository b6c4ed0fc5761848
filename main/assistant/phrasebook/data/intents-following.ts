import type { IntentEntry } from '../entry-types.ts'

const fiveTimes = (command: string) => Array(5).fill(command).join('; sleep {every}; ')
const BOUND = { en: 'then it ends by itself', zh: '然后自动结束' }

/** What someone wants to keep looking at: as long as a command may take, then it ends by itself. */
export const FOLLOWING_INTENTS: readonly IntentEntry[] = [
  {
    id: 'follow-log',
    title: ['Follow the log for 20 seconds', '跟踪日志 20 秒'],
    explanation: [
      `Shows the last 20 lines and what comes in during 20 seconds, ${BOUND.en}.`,
      `显示最后 20 行以及 20 秒内新增的内容，${BOUND.zh}。`,
    ],
    timeoutS: 40,
    linux: [
      'timeout 20 tail -n 20 -f {path} || true',
      'timeout 20 journalctl -u {service} -f -n 20 --no-pager || true',
      'timeout 20 journalctl -f -n 20 --no-pager || true',
    ],
    when: [
      'follow <path> +log +log-file +file +known-file +contents +system-log +recent -known-folder|device-file *1.4',
      'follow log|journal <service> -<path> -<text> +service +recent -container *1.3',
      'follow log|system-log|journal -<path> -<service> -<text> -container|process|error *1.2',
    ],
    examples: ['follow the system log', ['实时跟踪系统日志', '盯着 /var/log/app.log']],
  },
  {
    id: 'follow-temperature',
    title: ['Temperature five times', '连续测量温度'],
    explanation: [
      `Measures the temperature five times, every {every} seconds, ${BOUND.en}.`,
      `每 {every} 秒测一次温度，共五次，${BOUND.zh}。`,
    ],
    timeoutS: 60,
    linux: fiveTimes('cat /sys/class/thermal/thermal_zone0/temp'),
    raspberrypi: fiveTimes('vcgencmd measure_temp'),
    defaults: { every: '2' },
    when: ['temperature <every> +follow +cpu *1.4', 'temperature follow +cpu *1.3'],
    examples: ['show the temperature every 2 seconds', ['每两秒刷新一次温度', '芯片温度每两秒刷新一次']],
  },
  {
    id: 'follow-memory',
    title: ['Memory five times', '连续查看内存'],
    explanation: [
      `Shows the memory five times, every {every} seconds, ${BOUND.en}.`,
      `每 {every} 秒显示一次内存，共五次，${BOUND.zh}。`,
    ],
    timeoutS: 60,
    linux: 'free -h -s {every} -c 5',
    defaults: { every: '2' },
    when: [
      'memory <every> +follow +usage +free -process|container *1.4',
      'memory follow +usage +free -process|container *1.3',
    ],
    examples: ['show the memory every 3 seconds', '每 3 秒看一次内存'],
  },
  {
    id: 'follow-load',
    title: ['Processor ten times', '连续查看 CPU'],
    explanation: [
      `Shows how busy the processor is ten times, every {every} seconds, ${BOUND.en}.`,
      `每 {every} 秒显示一次 CPU 忙闲，共十次，${BOUND.zh}。`,
    ],
    timeoutS: 130,
    linux: 'vmstat {every} 10',
    defaults: { every: '2' },
    when: [
      'cpu|load <every> +follow +usage +high -process|container *1.4',
      'cpu|load follow +usage +high -process|container *1.3',
    ],
    examples: ['show the cpu load every 2 seconds', ['每两秒刷新一次 CPU 占用', '持续看 cpu 占用']],
  },
]
