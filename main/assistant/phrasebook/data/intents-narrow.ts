import { readMeasureTemp } from '../../formatters/board.ts'
import { readLargeFiles } from '../../formatters/disk.ts'
import { readConnections } from '../../formatters/network.ts'
import type { Intent } from '../entry-types.ts'

/** What a request narrows down: the errors of a log, the newest files, what belongs to one user or one port. */
export const NARROW_INTENTS: readonly Intent[] = [
  {
    id: 'kernel-errors',
    title: { en: 'Errors of the kernel', zh: '内核错误' },
    explanation: {
      en: 'Shows the last warnings and errors of the kernel since the start.',
      zh: '显示启动以来内核最近的警告和错误。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: [
      'journalctl -k -p warning --since {since} --no-pager',
      'dmesg -T --level=emerg,alert,crit,err,warn | tail -n {count}',
    ],
    powershell: [],
    defaults: { count: '50' },
    when: [
      'kernel-errors -previous-boot|how-many +recent +lines +log +kernel-log +exists +question +<count>',
      'kernel-log error -previous-boot|how-many +recent +lines +log +exists +question +<count> *1.1',
      'kernel error -previous-boot|how-many +recent +lines +log +exists +question +<count> *1.1',
    ],
    examples: { en: ['show kernel errors'], zh: ['内核有没有报错'] },
  },
  {
    id: 'kernel-usb',
    title: { en: 'USB in the kernel log', zh: '内核日志中的 USB' },
    explanation: {
      en: 'Shows the last messages of the kernel in which USB stands.',
      zh: '显示内核消息中与 USB 有关的最近条目。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'dmesg -T | grep -i usb | tail -n {count}',
    powershell: [],
    defaults: { count: '50' },
    when: [
      'usb kernel-errors|kernel-log|kernel -previous-boot|how-many|version +kernel-log +kernel +kernel-errors +error +recent +lines +log +exists +question +connected +search +find +contain +<count> *1.2',
    ],
    examples: { en: ['usb messages in dmesg'], zh: ['内核日志里有没有 USB'] },
  },
  {
    id: 'previous-boot-errors',
    title: { en: 'Errors before the last start', zh: '上次启动前的错误' },
    explanation: {
      en: 'Shows the last errors of the run before this one, where the journal is kept on disk.',
      zh: '显示上一次运行期间最后的错误（需要日志保存在磁盘上）。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'journalctl -b -1 -p err -n {count} --no-pager',
    powershell: [],
    defaults: { count: '50' },
    when: ['previous-boot error +log +system-log +recent +lines +system +device +question +exists +<count> *1.4'],
    examples: { en: ['show the errors before the last reboot'], zh: ['重启前的错误日志'] },
  },
  {
    id: 'large-logs',
    title: { en: 'Large log files', zh: '大的日志文件' },
    explanation: {
      en: 'Lists the files above {size} in /var/log, largest first.',
      zh: '列出 /var/log 中超过 {size} 的文件，最大的在前。',
    },
    expectedClass: 'read',
    timeoutS: 60,
    linux: "find /var/log -xdev -type f -size +{size} -printf '%s %p\\n' 2>/dev/null | sort -rn | head -n {count}",
    powershell: [],
    formatters: [readLargeFiles],
    defaults: { count: '20', size: '10M' },
    when: [
      'log-file big|space-hog|most|biggest -<path> -<service> -error|contain +find +search +big +biggest +space +disk +usage +most +space-hog +size +device +system +question +list +how-many +<size> +<count> *1.1',
    ],
    examples: { en: ['any huge log files'], zh: ['有没有特别大的日志文件'] },
  },
  {
    id: 'newest-files',
    title: { en: 'Newest files', zh: '最新的文件' },
    explanation: {
      en: 'Lists what lies in {path}, newest first.',
      zh: '列出 {path} 中的内容，最新的在前。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'ls -lAt {path} | head -n {rows}',
    powershell:
      'Get-ChildItem -LiteralPath {path} -Force | Sort-Object -Property LastWriteTime -Descending | Select-Object -First {count}',
    defaults: { count: '10', rows: '11' },
    when: [
      'recent file|files|folder|known-folder <path> -known-file|lines|contents|contain|size|biggest|big|file-details +recent +file +files +folder +known-folder +question +list +inside +name +log +<count> +how-many *1.2',
    ],
    examples: { en: ['newest file in /home/pi/captures'], zh: ['/tmp 里最新的文件'] },
  },
  {
    id: 'user-jobs',
    title: { en: 'Cron jobs of {account}', zh: '{account} 的定时任务' },
    explanation: {
      en: 'Lists the cron jobs of {account}; those of another user can only be read by root.',
      zh: '列出 {account} 的 cron 任务；只有 root 能查看其他用户的任务。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'crontab -l -u {account}',
    powershell: [],
    when: ['scheduled <account> +users +question +inside +list +exists +running +set +how-many *1.3'],
    examples: { en: ['show the crontab of root'], zh: ['root 的定时任务'] },
  },
  {
    id: 'user-processes',
    title: { en: 'Processes of {account}', zh: '{account} 的进程' },
    explanation: { en: 'Lists the processes that run as {account}.', zh: '列出以 {account} 身份运行的进程。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'ps -f -u {account}',
    powershell: [],
    when: ['process|what-runs <account> +users +running +question +list +inside -memory|cpu|most|usage +how-many *1.2'],
    examples: { en: ['show the processes of the user pi'], zh: ['root 用户的进程'] },
  },
  {
    id: 'find-script',
    title: { en: 'Does {script} run', zh: '{script} 是否在运行' },
    explanation: {
      en: 'Looks for {script} among the command lines of all processes; no output means that none runs.',
      zh: '在所有进程的命令行中查找 {script}；没有输出表示没有运行。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'pgrep -af {script}',
    powershell: [],
    when: [
      '<script> process|running|failed|well|status +question +exists +find +name +device +running +failed +list +process *1.1',
    ],
    examples: { en: ['is collector.py running'], zh: ['collector.py 还在跑吗'] },
  },
  {
    id: 'gpu-temperature',
    title: { en: 'GPU temperature', zh: 'GPU 温度' },
    explanation: {
      en: 'Reads the temperature of the chip of a Raspberry Pi, which holds CPU and GPU.',
      zh: '读取树莓派芯片的温度，CPU 和 GPU 在同一芯片上。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: [],
    raspberrypi: 'vcgencmd measure_temp',
    powershell: [],
    formatters: [readMeasureTemp],
    when: ['gpu temperature +device +high +cpu +question +<limit> *1.1'],
    examples: { en: ['show the GPU temperature'], zh: ['GPU 温度多少'] },
  },
  {
    id: 'broker-clients',
    title: { en: 'Connections to the broker', zh: 'Broker 的连接' },
    explanation: {
      en: 'Shows the connections of clients to the ports 1883 and 8883 of this device.',
      zh: '显示客户端与本设备 1883、8883 端口的连接。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: "ss -tun '( sport = :1883 or sport = :8883 )'",
    powershell: 'Get-NetTCPConnection -LocalPort 1883,8883 -State Established',
    formatters: [readConnections],
    when: [
      'broker connection|connected|login how-many|user|list|show|question|number +user +connected +connection +login +port +running *1.3',
      'broker user how-many|question|list +connected +connection +login *1.2',
    ],
    examples: { en: ['how many clients are connected to the broker'], zh: ['mqtt 有多少客户端连着'] },
  },
  {
    id: 'container-status',
    title: { en: 'The container {process}', zh: '容器 {process}' },
    explanation: {
      en: 'Shows whether the container {process} runs, since when, and how it ended.',
      zh: '显示容器 {process} 是否在运行、运行了多久或如何退出。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'docker ps -a --filter name={process}',
    powershell: 'docker ps -a --filter name={process}',
    cmd: 'docker ps -a --filter name={process}',
    when: [
      'container|all-containers <process> status|well|running|failed|open|powered|exists|question -log|error|why|usage|memory|cpu|version|port|installed|restart|stop|reboot-loop|big|size|contents|inside|config|when|ip|all|how-many|list +running +failed +question +status|well +open +powered +exists +how-long +uptime *1.15',
    ],
    examples: { en: ['is the container web running'], zh: ['web 容器挂了没'] },
  },
  {
    id: 'link-speed',
    title: { en: 'Speed of the network ports', zh: '网口速率' },
    explanation: {
      en: 'Reads the speed in Mbit/s that each network port has agreed on.',
      zh: '读取各网口协商的速率（Mbit/s）。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'grep . /sys/class/net/*/speed',
    powershell: 'Get-NetAdapter | Select-Object -Property Name,Status,LinkSpeed',
    when: [
      'interface|wired|cable speed +interface +wired +cable +network +question +connected +well +high *1.45',
      'port-speed +interface +wired +cable +network +question +connected +well +speed *1.25',
    ],
    examples: { en: ['how fast is the ethernet link'], zh: ['网口速率多少'] },
  },
]
