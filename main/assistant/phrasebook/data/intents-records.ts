import type { IntentEntry } from '../entry-types.ts'

/** Looks that are limited to a time, and what a container, a volume or the broker is set to. */
export const RECORD_INTENTS: readonly IntentEntry[] = [
  {
    id: 'untouched-files',
    title: ['Files not changed for long', '长期未修改的文件'],
    explanation: [
      'Lists up to 100 files under {path} that were last written more than {days} days ago, oldest first.',
      '列出 {path} 下超过 {days} 天没有修改的文件，最多 100 个，最旧的在前。',
    ],
    timeoutS: 60,
    linux: ['-iname {file} ', ''].map(
      (name) =>
        `find {path} -xdev -type f ${name}-mtime +{days} -printf '%TF %TT %p\\n' 2>/dev/null | sort | head -n 100`,
    ),
    when: ['untouched <path> <days> +<file> +folder +known-folder +file +files +log +inside +system-wide *1.6'],
    examples: ['files in /var/log not modified for 30 days', '查找 /var/log 里超过 30 天没有修改过的文件'],
  },
  {
    id: 'files-changed-in',
    title: ['Files changed in a time', '一段时间内修改的文件'],
    explanation: [
      'Lists up to 100 files under {path} that were written in the last {minutes} minutes, newest first.',
      '列出 {path} 下最近 {minutes} 分钟内修改的文件，最多 100 个，最新的在前。',
    ],
    timeoutS: 60,
    linux: "find {path} -xdev -type f -mmin -{minutes} -printf '%TF %TT %p\\n' 2>/dev/null | sort -r | head -n 100",
    when: ['recent-files <path> <minutes> -<day> -<until> +recent +folder +known-folder +file +files +inside *1.6'],
    examples: ['changed files in /srv in the last 3 hours', '列出 /var/log 下最近 3 小时内修改过的文件'],
  },
  {
    id: 'port-test-within',
    title: ['Port of another machine, with a time limit', '限时测试另一台主机的端口'],
    explanation: [
      'Tries from the device whether {host} answers on port {port} within {seconds} seconds; sends nothing else.',
      '从设备上测试 {host} 的 {port} 端口能否在 {seconds} 秒内连通，不发送其他内容。',
    ],
    timeoutS: 15,
    linux: 'nc -zv -w {seconds} {host} {port} 2>&1',
    when: [
      '<host> <port> <seconds> time-limit -udp +port +ping +connect +open +open-verb +connection +connected +network +status|well *1.6',
    ],
    examples: ['is port 8883 open on 192.0.2.20, timeout 3 seconds', '测试 192.0.2.20 的 8883 端口能否连接，超时 3 秒'],
  },
  {
    id: 'listening-programs',
    title: ['Listening programs', '监听端口的程序'],
    explanation: [
      'Lists the ports on which something listens, with the program; without root only those of the same user are named.',
      '列出正在监听的端口及其程序；没有 root 权限时只显示本用户的程序名。',
    ],
    linux: 'ss -tulnp',
    when: ['port process open -<port> -<service> -<host> -container +network +running *1.5'],
    examples: ['which programs listen on the open ports', '列出监听的端口和对应的程序'],
  },
  {
    id: 'service-restarts-in',
    title: ['Starts of a service in a time', '一段时间内服务的启动次数'],
    explanation: [
      'Counts how often {service} was started since then, as the journal holds it.',
      '统计日志中 {service} 在这段时间内的启动次数。',
    ],
    timeoutS: 60,
    linux: 'journalctl -u {service} -t systemd --since {since} -q --no-pager -g Started | wc -l',
    when: ['boot-history <service> <since> -<until> -container|why +service +recent +how-many *1.6'],
    examples: ['nginx restart history in the last 24 hours', 'nginx 服务在过去 24 小时内重启过几次'],
  },
  {
    id: 'container-logs-since',
    title: ['Log of a container since then', '一段时间内的容器日志'],
    explanation: [
      'Shows what the container {process} wrote in the last {minutes} minutes.',
      '显示容器 {process} 在最近 {minutes} 分钟内的日志。',
    ],
    linux: 'docker logs --since {minutes}m {process}',
    powershell: 'docker logs --since {minutes}m {process}',
    cmd: 'docker logs --since {minutes}m {process}',
    when: [
      'log container <process> <minutes> -<until> -<day> -error|how-many|why +recent +contents *1.6',
      'docker-logs <process> <minutes> -<until> -<day> -error|how-many|why +container +recent +contents +log *1.6',
    ],
    examples: ['log of the container web of the last 15 minutes', '容器 web 最近 15 分钟的日志'],
  },
  {
    id: 'container-ports',
    title: ['Ports of a container', '容器映射的端口'],
    explanation: [
      'Shows which ports of the host lead to the container {process}.',
      '显示主机的哪些端口映射到容器 {process}。',
    ],
    linux: 'docker port {process}',
    powershell: 'docker port {process}',
    cmd: 'docker port {process}',
    when: ['port-map container <process> -<port> +port +info +status *1.5'],
    examples: ['published ports of the container web', '容器 web 映射了哪些端口'],
  },
  {
    id: 'volume-path',
    title: ['Place of a volume', '数据卷的位置'],
    explanation: [
      'Shows in which folder of the host the volume {process} lies.',
      '显示数据卷 {process} 在主机上的目录。',
    ],
    linux: "docker volume inspect --format '{{.Mountpoint}}' {process}",
    powershell: "docker volume inspect --format '{{.Mountpoint}}' {process}",
    when: ['volume-path <process> +docker-word +container *1.6'],
    examples: ['path of the volume web_data', '数据卷 web_data 的实际路径'],
  },
  {
    id: 'broker-anonymous',
    title: ['Access without a name', '是否允许匿名连接'],
    explanation: [
      'Shows where allow_anonymous stands in the configuration of Mosquitto; without it, version 2 refuses clients without a name.',
      '显示 Mosquitto 配置中的 allow_anonymous；没有这一项时，2.0 及以上版本不允许匿名连接。',
    ],
    linux: 'grep -snF -e allow_anonymous /etc/mosquitto/mosquitto.conf /etc/mosquitto/conf.d/*.conf | head -n 20',
    when: ['anonymous +<service> +the-broker +service +config +connection *1.6'],
    examples: ['does mosquitto allow anonymous access', 'mosquitto 是否允许匿名连接'],
  },
  {
    id: 'load-average',
    title: ['Load averages', '平均负载'],
    explanation: ['Shows the load averages of the last 1, 5 and 15 minutes.', '显示最近 1、5、15 分钟的平均负载。'],
    linux: 'uptime',
    when: ['load-spans load +cpu +<limit> *1.5'],
    examples: ['load averages of 1, 5 and 15 minutes', '过去 1、5、15 分钟的平均负载'],
  },
]
