import type { IntentEntry } from '../entry-types.ts'

/** What is mended most often on a device; none of them takes a password, as a command is seen on it and kept in the audit. */
export const FIXES_INTENTS: readonly IntentEntry[] = [
  {
    id: 'sync-clock',
    title: ['Synchronise the clock', '同步时间'],
    explanation: [
      'Switches the synchronisation of the clock over the network on; the clock may jump.',
      '开启网络时间同步，时钟可能会跳变。',
    ],
    expectedClass: 'change',
    linux: 'sudo -n timedatectl set-ntp true',
    powershell: 'w32tm /resync',
    when: [
      'sync-now +time +date +device +system +inaccurate +with-time-server +<minutes>',
      'adjust-time time|date|ntp|time-sync +<minutes> +time +date +device +system +ntp +inaccurate +with-time-server',
      'start|open-verb|set|enable ntp|time-sync +time +device +system +ntp +network',
      'set time +device +system +inaccurate -<datetime>',
    ],
    examples: [
      ['set the clock', 'sync the time'],
      ['校准时间', '打开时间同步'],
    ],
  },
  {
    id: 'set-clock',
    title: ['Set the clock by hand', '手动设置时间'],
    explanation: [
      'Switches the synchronisation off, because it would undo this, and sets the clock to {datetime}.',
      '关闭时间同步（否则会被改回），并把时钟设置为 {datetime}。',
    ],
    expectedClass: 'change',
    linux: "sudo -n timedatectl set-ntp false && sudo -n timedatectl set-time '{datetime}'",
    powershell: "Set-Date -Date '{datetime}'",
    when: ['set|adjust-time time|date|current-date <datetime> +time +date +device +system +current-date +inaccurate'],
    examples: ['set the time to 2026-11-29 10:30', '把时间设置为 2026-11-29 10:30'],
  },
  {
    id: 'vacuum-journal',
    title: ['Shrink the system journal', '清理旧的系统日志'],
    explanation: [
      'Removes old entries of the system journal until it takes {size}; they are gone for good.',
      '删除系统日志中的旧条目，直到只占 {size}；删除后无法恢复。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: 'sudo -n journalctl --vacuum-size={size} --no-pager',
    defaults: { size: '200M' },
    when: [
      'delete log|system-log|journal <size> keep +space +disk +system +log +journal +filler *1.2',
      'shrink-to|pack log|system-log|journal <size> -<path> +big +keep +usage +space +disk +system +log +journal *1.2',
      'delete system-log -<size> +space +disk +system +free ~',
      'delete journal -<size> +space +disk +log +system +free +big +full +space-hog',
      'delete log|system-log space-hog -<size> +space +disk +system +big +log',
      'delete log space|disk -<size> +disk +space +system +full',
      'delete space|disk -<size> +space +disk +device +system +full ~',
    ],
    examples: [
      ['clean up the old logs', 'clear the journal to free space'],
      ['清理旧日志', '清理日志释放空间'],
    ],
  },
  {
    id: 'vacuum-journal-age',
    title: ['Keep the latest part of the journal', '只保留最近的系统日志'],
    explanation: [
      'Removes what is older than {minutes} minutes from the system journal; it is gone for good.',
      '删除系统日志中 {minutes} 分钟以前的内容，删除后无法恢复。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: 'sudo -n journalctl --vacuum-time={minutes}min --no-pager',
    when: [
      'delete log|system-log|journal <minutes> keep +system +log +journal +filler +recent *1.2',
      'shrink-to log|system-log|journal <minutes> -<size> +big +keep +system +log +journal +recent +rest-away *1.2',
    ],
    examples: ['clear the journal, keep only the last 7 days', '清理日志，只保留最近 7 天'],
  },
  {
    id: 'clean-packages',
    title: ['Clear the package cache', '清理软件包缓存'],
    explanation: [
      'Removes the downloaded installation files of packages; the packages stay installed.',
      '删除已下载的软件安装文件；已安装的软件不受影响。',
    ],
    expectedClass: 'destructive',
    timeoutS: 60,
    linux: 'sudo -n apt-get clean',
    when: [
      'delete package-cache +file +files +space +disk +big +full',
      'delete space|disk +space +disk +device +system +full ~',
    ],
    examples: ['clean the apt cache', '清理 apt 缓存'],
  },
  {
    id: 'install-package',
    title: ['Install a package', '安装软件包'],
    explanation: [
      'Installs {aptname} with what it needs from the package sources of the device.',
      '从设备的软件源安装 {package} 及其依赖。',
    ],
    expectedClass: 'change',
    timeoutS: 600,
    linux: 'sudo -n apt-get -y install {aptname}',
    powershell:
      'winget install --silent --disable-interactivity --accept-source-agreements --accept-package-agreements {package}',
    when: ['install <package> +package'],
    examples: ['install htop', '安装 htop'],
  },
  {
    id: 'rename-host',
    title: ['Rename the host', '修改主机名'],
    explanation: [
      'Sets the host name to {hostname}; its id on the broker stays the same.',
      '把主机名改为 {hostname}；它在 Broker 上的设备 ID 不变。',
    ],
    expectedClass: 'change',
    linux: 'sudo -n hostnamectl set-hostname {hostname}',
    powershell: 'Rename-Computer -NewName {hostname}',
    when: ['rename|set <hostname> +hostname +device +name'],
    examples: ['rename the host to pi-hall', '把主机名改成 pi-hall'],
  },
  {
    id: 'wifi-join',
    title: ['Switch to the Wi-Fi {ssid}', '切换到 WiFi {ssid}'],
    explanation: [
      'Switches to {ssid} where the device has saved it; where it has not, nothing changes. Save it once on the device (raspi-config or nmtui), because a command takes no password. The device is away for a moment, and for good where that network does not reach the broker.',
      '设备保存过 {ssid} 就切换过去；没有保存过则不做任何改变，因为命令里不放密码，请先在设备上保存一次（raspi-config 或 nmtui）。切换期间会断开；如果新网络到不了 Broker，设备将失联。',
    ],
    expectedClass: 'change',
    timeoutS: 60,
    linux: 'sudo -n nmcli connection up {ssid}',
    powershell: "netsh wlan connect name='{ssid}'",
    when: [
      '<ssid> wifi +set +connect +connected +join +network +start +name *1.05',
      '<ssid> saved-wifi set|connect|join|start +network +name',
    ],
    examples: ['switch to the saved wifi Workshop', '切换到已保存的 WiFi Workshop'],
  },
  {
    id: 'wifi-saved',
    title: ['Networks that the device knows', '设备已保存的网络'],
    explanation: ['Lists the saved connections of the device, without passwords.', '列出设备已保存的连接，不含密码。'],
    linux: 'nmcli connection show',
    powershell: 'netsh wlan show profiles',
    cmd: 'netsh wlan show profiles',
    when: [
      'saved-wifi +wifi +network +name +how-many *1.3',
      'wifi set|connect|join -<ssid> +network +start +how-many ~',
    ],
    examples: ['list the saved wifi networks', '列出保存的 WiFi'],
  },
  {
    id: 'service-choice',
    title: ['A service: list those that run', '某个服务：先列出正在运行的'],
    explanation: [
      'Lists the services that run, so that one can be named.',
      '列出正在运行的服务，以便说出要操作的是哪一个。',
    ],
    linux: 'systemctl list-units --type=service --state=running --no-pager',
    powershell: 'Get-Service | Where-Object -Property Status -EQ Running',
    cmd: 'net start',
    when: [
      'restart|stop|start service -question -<service> ~',
      'stop|start -question ~',
      'reload-if-right -<service> ~',
      'restart|reboot|shutdown|stop -question ~ &',
      'service restart|stop|start question|list +running -<service> *1.2',
    ],
    examples: ['which services can be restarted', '有哪些服务可以重启'],
  },
]
