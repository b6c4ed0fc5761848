import type { IntentEntry } from '../entry-types.ts'
import { ASKED, short } from './short-intents.ts'

const FOLDER = '+repo-word +folder +known-folder +inside'
const RESTARTED = { expectedClass: 'change', timeoutS: 60 } as const

/** What programs keep, use and are set to: code, logs, certificates, shares, containers. */
export const PROGRAM_INTENTS: readonly IntentEntry[] = [
  short(
    'git-status',
    ['State of the code', '代码状态'],
    'git -C {path} status -sb',
    [`branch <path> -commits ${ASKED} ${FOLDER} *1.4`, `uncommitted <path> ${ASKED} ${FOLDER} *1.4`],
    ['which git branch is /opt/app on', '/opt/app 的 git 在哪个分支'],
  ),
  short(
    'git-log',
    ['Latest commits', '最近的提交'],
    'git -C {path} log --oneline -n {count}',
    [`commits <path> ${ASKED} ${FOLDER} +recent +<count> *1.4`],
    ['last 5 commits of /opt/app', '/opt/app 最近 5 次提交'],
    { defaults: { count: '10' } },
  ),
  short(
    'git-pull',
    ['Pull the code', '拉取代码'],
    'git -C {path} pull --ff-only',
    [`git-pull <path> ${FOLDER} *1.4`],
    ['git pull in /opt/app', '代码拉一下，在 /opt/app'],
    {
      explanation: ['Pulls into {path} what fits without a merge.', '把最新代码拉取到 {path}，需要合并时不做。'],
      expectedClass: 'change',
      timeoutS: 120,
    },
  ),
  short(
    'certificate-file',
    ['Certificate in a file', '证书文件的有效期'],
    'openssl x509 -noout -subject -dates -in {path}',
    [
      `certificate <path> -<host> ${ASKED} +expiry +when +date +how-long +file +known-file +free *1.4`,
      `expiry <path> -<host> ${ASKED} +certificate +when +date +how-long +file +known-file *1.4`,
    ],
    ['when does /etc/ssl/certs/site.pem expire', '/etc/ssl/certs/site.pem 什么时候过期'],
  ),
  short(
    'certificates',
    ['Files of certificates', '证书文件'],
    'find /etc/letsencrypt/live /etc/mosquitto /etc/nginx /etc/ssl/private -name "*.pem" -o -name "*.crt"',
    [
      'certificate list|find|file|files -<path> -<host> *1.1',
      'certificate expiry -<path> -<host> +question +when +how-long ~',
    ],
    ['list the certificates', '列出证书文件'],
  ),
  short(
    'config-test',
    ['Test the settings', '检查配置'],
    ['{tester} -t', '{checker} configtest'],
    ['config-test <service> +config +service *1.5'],
    ['is the config ok of nginx', 'nginx 配置对不对'],
  ),
  short(
    'config-test-reload',
    ['Reload where the settings are right', '配置正确才重载'],
    [
      'sudo -n {tester} -t && sudo -n systemctl reload {service}',
      'sudo -n {checker} configtest && sudo -n systemctl reload {service}',
    ],
    ['reload-if-right <service> +service *1.5'],
    ['nginx -t and reload', 'nginx 配置没问题就重载'],
    {
      explanation: [
        'Checks the settings of {service} and reloads them only if they are right.',
        '检查 {service} 的配置，没问题才重新加载。',
      ],
      ...RESTARTED,
    },
  ),
  short(
    'at-jobs',
    ['Jobs of at', 'at 任务'],
    'atq',
    [`at-jobs ${ASKED} +scheduled +inside *1.4`],
    ['at queue', '有哪些一次性任务'],
  ),
  short(
    'compose-update',
    ['Update a Compose project', '更新 Compose 项目'],
    'docker compose --project-directory {path} pull && docker compose --project-directory {path} up -d',
    ['compose-update <path> +compose-word +service +container +folder +known-folder +inside *1.5'],
    ['compose pull and start /opt/stack', '把 docker compose 项目 /opt/stack 里的服务更新后重新拉起'],
    {
      explanation: [
        'Pulls the images of the project in {path} and starts again what changed.',
        '拉取 {path} 中项目的镜像，并重新启动有变化的服务。',
      ],
      expectedClass: 'change',
      timeoutS: 600,
    },
  ),
  short(
    'mount-share',
    ['Mount a share', '挂载网络共享'],
    [
      'sudo -n mkdir -p {mountpoint} && sudo -n mount -t cifs -o {options},guest {share} {mountpoint}',
      'sudo -n mkdir -p {mountpoint} && sudo -n mount -t nfs -o {options} {nfs} {mountpoint}',
    ],
    [
      'mount-here as-guest <share> <mountpoint> +<options> +net-share *1.6',
      'mount-here <nfs> <mountpoint> +<options> +net-share *1.6',
    ],
    ['mount //192.168.1.10/share to /mnt/share as guest', '把 192.168.1.10:/data 挂到 /mnt/data'],
    {
      explanation: [
        'Mounts it at {mountpoint}; {options} means: ro only for reading, rw for writing too.',
        '把共享挂到 {mountpoint}；{options} 中 ro 表示只读，rw 表示可写。',
      ],
      expectedClass: 'destructive',
      timeoutS: 60,
      defaults: { options: 'rw' },
    },
  ),
  short(
    'mount-all',
    ['Mount all of fstab', '挂载 fstab 中的全部'],
    'sudo -n mount -a',
    ['mount-all *1.5'],
    ['mount -a', '挂载 fstab 里的所有文件系统'],
    {
      explanation: ['Mounts what /etc/fstab names and is not mounted.', '挂载 /etc/fstab 中尚未挂载的文件系统。'],
      expectedClass: 'destructive',
      timeoutS: 60,
    },
  ),
  short(
    'share-mounts',
    ['Mounted shares', '已挂载的网络共享'],
    'findmnt -t nfs,nfs4,cifs || echo "no network share is mounted"',
    [`net-share is-mounted ${ASKED} +disk *1.5`, `net-share mount -mount-it ${ASKED} +is-mounted *1.5`],
    ['is the nfs share mounted', '有没有挂上 NFS 共享'],
  ),
  short(
    'apt-proxy',
    ['Proxy', '代理设置'],
    'printenv http_proxy https_proxy no_proxy; apt-config dump Acquire::http::Proxy Acquire::https::Proxy',
    [`proxy ${ASKED} +network +package *1.3`],
    ['is a proxy set', '有没有设置代理'],
  ),
  short(
    'open-files',
    ['Processes by open files', '打开文件最多的进程'],
    "lsof -n -P 2>/dev/null | awk '{print $1,$2}' | sort | uniq -c | sort -rn | head -n {count}",
    [`open-files process|most|culprit ${ASKED} +process +most +number +how-many +<count> +culprit +usage +high *1.5`],
    ['which process has the most open files', '打开文件最多的是哪个进程'],
    { timeoutS: 60, defaults: { count: '10' } },
  ),
  short(
    'ssh-settings',
    ['How SSH lets in', 'SSH 登录方式'],
    "sshd -T | grep -E '^(port|permitrootlogin|passwordauthentication) '",
    ['ssh-setting +<service> +service +login +status|well +open +config *1.6'],
    ['is password login allowed by ssh', 'sshd 是否允许密码登录'],
  ),
  short(
    'databases',
    ['Databases that run', '运行中的数据库'],
    "pgrep -a 'mysqld|mariadbd|postgres|redis-server|mongod|influxd'",
    [`database -<service> ${ASKED} +failed|stop *1.4`],
    ['is the database running', '数据库在跑没'],
  ),
  short(
    'flush-dns',
    ['Clear the DNS cache', '清除 DNS 缓存'],
    'sudo -n resolvectl flush-caches',
    ['flush-dns +device +system *1.5'],
    ['flush the dns cache', '清一下 DNS 缓存'],
    {
      explanation: ['Forgets the names that were resolved.', '清除已解析的域名缓存。'],
      ...RESTARTED,
      powershell: 'Clear-DnsClientCache',
      cmd: 'ipconfig /flushdns',
    },
  ),
  short(
    'newer-kernel',
    ['Newer kernel', '可更新的内核'],
    "apt list --upgradable 2>/dev/null | grep -E '^(linux-image|linux-headers|raspberrypi-kernel)' || echo 'no newer kernel'",
    [`newer-kernel ${ASKED} *1.5`],
    ['is there a newer kernel', '有没有新内核'],
    {
      explanation: [
        'Lists newer packages of the kernel, as of the last refresh of the lists.',
        '列出可更新的内核软件包（以上次刷新的列表为准）。',
      ],
    },
  ),
  short(
    'stop-containers',
    ['Stop all containers', '停止全部容器'],
    'docker stop $(docker ps -q)',
    ['stop every-container *1.6'],
    ['stop all containers', '停止所有容器'],
    {
      explanation: ['Stops every container that runs.', '停止所有正在运行的容器。'],
      expectedClass: 'destructive',
      timeoutS: 120,
    },
  ),
  short(
    'broker-client-count',
    ['Clients of the broker', 'Broker 的客户端数'],
    "mosquitto_sub -t '$SYS/broker/clients/connected' -C 1 -W 15",
    [`client-count ${ASKED} +the-broker +mqtt-topic +how-many +number *1.6`],
    ['$SYS clients', '看一下 $SYS 的客户端数'],
    { timeoutS: 30 },
  ),
  short(
    'time-server',
    ['Time server in use', '正在使用的时间服务器'],
    'timedatectl timesync-status || chronyc -n sources',
    [`which-time-server ${ASKED} +clock-sync +ntp +time +usage *1.6`],
    ['which time server is in use', '对的是哪个时间服务器'],
    { powershell: 'w32tm /query /source' },
  ),
  short(
    'service-disable-now',
    ['Stop a service for good', '停止服务并取消自启'],
    'sudo -n systemctl disable --now {service}',
    ['disable autostart stop <service> +service *1.4', 'boot-off stop <service> +service *1.4'],
    ['stop nginx and disable it at boot', '停掉 nginx 并禁止开机启动'],
    {
      explanation: [
        'Stops {service} now and lets it not start with the device.',
        '立即停止 {service}，并取消开机自启。',
      ],
      expectedClass: 'destructive',
      timeoutS: 60,
    },
  ),
  short(
    'process-start',
    ['Start of a process', '进程的启动时间'],
    ['ps -o pid,lstart,etime,args -p {pid}', 'ps -o pid,lstart,etime,args -C {process}'],
    [
      'when|how-long|uptime|boot-time <pid> +process|pid +start +running +time +powered *1.5',
      'process when|how-long|uptime|boot-time <process> -<service> -<pid> +start +running +time +powered *1.4',
    ],
    ['when was process 1234 started', '进程 1234 是什么时候启动的'],
  ),
  short(
    'firewall-port',
    ['Port in the firewall', '防火墙是否放行端口'],
    'ufw status verbose',
    ['ufw-word let-through <port> question +port +<proto> *1.6'],
    ['does ufw allow port 8080', 'ufw 放行了 8080 没有'],
    {
      explanation: [
        'Shows the rules of ufw; port {port} is let through where one names it.',
        '显示 ufw 的规则；列出了端口 {port} 才表示放行。',
      ],
    },
  ),
]
