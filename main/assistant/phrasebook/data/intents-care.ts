import type { IntentEntry } from '../entry-types.ts'

/** What is looked after on a device in service: what starts, what is installed, how it is in the network. */
export const CARE_INTENTS: readonly IntentEntry[] = [
  {
    id: 'service-disable',
    title: ['Do not start a service with the device', '取消开机自启'],
    explanation: [
      'The service {service} no longer starts with the device; one that runs now goes on.',
      '服务 {service} 不再随开机启动；现在正在运行的不受影响。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n systemctl disable {service}',
    powershell: 'Set-Service -Name {service} -StartupType Manual',
    when: ['disable autostart <service> +service +filler', 'boot-off <service> +service'],
    examples: ['disable mosquitto at boot', '取消 mosquitto 的开机自启'],
  },
  {
    id: 'network-restart',
    title: ['Restart the network', '重启网络'],
    explanation: [
      'Restarts the service that keeps the network: NetworkManager, else dhcpcd, else systemd-networkd. The device is away for a moment.',
      '重启管理网络的服务：NetworkManager，没有时 dhcpcd，再没有时 systemd-networkd。设备会短暂离线。',
    ],
    expectedClass: 'change',
    timeoutS: 60,
    linux:
      'sudo -n systemctl restart NetworkManager || sudo -n systemctl restart dhcpcd || sudo -n systemctl restart systemd-networkd',
    when: [
      'restart network|wifi|interface|wired +network +interface +wifi +wired +service +slow +failed +offline +no-network -<service> -<interface>',
    ],
    examples: ['restart the network', '重启网络'],
  },
  {
    id: 'recent-files',
    title: ['Files changed lately', '最近改动的文件'],
    explanation: [
      'Lists the files that were changed in the last 24 hours, newest first; can take a while.',
      '列出最近 24 小时内改动的文件，最新的在前，可能需要一些时间。',
    ],
    timeoutS: 60,
    linux: "find {path} -xdev -type f -mmin -1440 -printf '%TF %TT %p\\n' 2>/dev/null | sort -r | head -n {count}",
    powershell:
      'Get-ChildItem -LiteralPath {path} -Recurse -File -Force -ErrorAction SilentlyContinue | Sort-Object -Property LastWriteTime -Descending | Select-Object -First {count} -Property LastWriteTime,FullName',
    defaults: { path: '/', count: '30' },
    when: [
      'recent-files +recent +file|files +file-details +folder +known-folder +<path> +<count> +how-many *1.3',
      'file|files|folder file-details recent|question +known-folder +<path> -known-file +how-many *1.25',
    ],
    examples: ['which files were changed recently', '最近改过哪些文件'],
  },
  {
    id: 'log-search',
    title: ['Search in the system log', '在系统日志中搜索'],
    explanation: [
      'Shows the last entries of the system log in which “{text}” stands.',
      '显示系统日志中包含“{text}”的最近条目。',
    ],
    timeoutS: 30,
    linux: [
      'grep -i -F -e {text} {logfile} | tail -n {count}',
      'journalctl -u {service} -n {count} --no-pager -g {pattern}',
      'journalctl -n {count} --no-pager -g {pattern}',
    ],
    defaults: { count: '50' },
    when: [
      'log <text> <service> -occurrences|how-often -<host> -<path> -kernel -login +service +contain +recent +lines +exists +error +<count> *1.15',
      'log|system-log <text> -occurrences -<host> -<path> -kernel -login +contain +recent +lines +exists +error +<count> *1.1',
    ],
    examples: ['search the system log for timeout', '在系统日志里搜索 timeout'],
  },
  {
    id: 'service-config',
    title: ['Settings of a service', '服务的配置'],
    explanation: ['Prints {conffile}.', '输出 {conffile}。'],
    linux: 'cat {conffile}',
    when: ['config <service> +service +file +contents +info -find -failed|error|well|status *1.2'],
    examples: ['show the mosquitto configuration', '查看 mosquitto 配置文件'],
  },
  {
    id: 'log-space',
    title: ['Space that the logs take', '日志占用的空间'],
    explanation: [
      'Shows how much space the system journal and the folder of logs take.',
      '显示系统日志和日志目录占用的空间。',
    ],
    timeoutS: 30,
    linux: 'journalctl --disk-usage --no-pager; du -sh /var/log',
    when: [
      'how-to-free log|system-log|journal +full +big +space +disk +statement -<service> -<path> *1.5',
      'log|system-log big|full statement -<service> -<path> +file *1.4',
      'log|system-log size|usage|space|space-hog +folder +disk +big +total +full -lines|error|find|contain -<service> -<path>',
    ],
    examples: ['how much space do the logs take', '日志占了多少空间'],
  },
  {
    id: 'web-test',
    title: ['Whether a page answers', '网页能否打开'],
    explanation: [
      'Fetches {url} on the device and shows only the head of the answer, for at most ten seconds.',
      '在设备上访问 {url}，最多十秒，只显示响应头。',
    ],
    timeoutS: 20,
    linux: 'curl -sSI -m 10 {url}',
    powershell: 'Invoke-WebRequest -Uri {url} -UseBasicParsing -Method Head -TimeoutSec 10',
    when: [
      '<url> web-page|web-status +web-body +ping +connect +running +status|well +internet +connected *1.2',
      '<url> +<service> +web-status +web-page +ping +connect +open +open-verb +running +status|well +internet +connected',
    ],
    examples: ['does http://localhost:8080 answer', 'http://localhost:8080 能打开吗'],
  },
  {
    id: 'container-space',
    title: ['Space of the containers', '容器占用的空间'],
    explanation: [
      'Shows how much space images, containers and volumes take, and how much could be freed.',
      '显示镜像、容器和卷占用的空间，以及可以释放多少。',
    ],
    timeoutS: 60,
    linux: 'docker system df',
    powershell: 'docker system df',
    cmd: 'docker system df',
    when: [
      'how-to-free build-cache|container-image|container +space +space-hog +big +usage +disk +full +statement *1.5',
      'container|container-image space|disk|size|space-hog +usage +big +most +total +free +how-many *1.3',
    ],
    examples: ['how much space do the containers take', 'docker 占了多少空间'],
  },
  {
    id: 'file-users',
    title: ['Who uses a file or device', '谁在使用文件或设备'],
    explanation: [
      'Shows the processes that have {path} open; without root only those of the same user.',
      '显示正在使用 {path} 的进程；没有 root 权限时只能看到本用户的进程。',
    ],
    linux: 'fuser -v {path} 2>&1',
    when: [
      'device-file <path> usage +user +culprit +process +open +serial +usb +camera +running *1.5',
      'device-file <path> user|culprit +process|service +usage +open +serial +usb +camera +running *1.5',
      '<path> culprit +user +process|service +usage +open +known-file +write +file -known-folder|space|disk|size|full|space-hog|biggest|big|most *1.1',
      '<path> process usage|open +known-file +file -known-folder|space|disk|size|full|space-hog|biggest|big|most *1.1',
    ],
    examples: ['who is using /dev/ttyUSB0', '/dev/ttyUSB0 谁在用'],
  },
  {
    id: 'sound-devices',
    title: ['Sound devices', '声音设备'],
    explanation: ['Lists the sound cards that the kernel knows.', '列出内核识别到的声卡。'],
    linux: 'cat /proc/asound/cards',
    powershell: 'Get-CimInstance -ClassName Win32_SoundDevice | Select-Object -Property Name,Status',
    cmd: 'wmic sounddev get name,status',
    when: ['sound +connected +exists +usb +status|well +running +how-many'],
    examples: ['list sound cards', '有哪些声卡'],
  },
  {
    id: 'boot-loader',
    title: ['Version of the boot loader', '引导程序版本'],
    explanation: [
      'Shows the version of the boot loader in the EEPROM of a Raspberry Pi.',
      '显示树莓派 EEPROM 中引导程序的版本。',
    ],
    linux: 'grep . /sys/class/dmi/id/bios_*',
    raspberrypi: 'vcgencmd bootloader_version',
    powershell: 'Get-CimInstance -ClassName Win32_BIOS | Select-Object -Property SMBIOSBIOSVersion,ReleaseDate',
    when: ['boot-loader +version +cpu +info +recent'],
    examples: ['which bootloader version is on it', 'eeprom 版本'],
  },
  {
    id: 'python-version',
    title: ['Python version', 'Python 版本'],
    explanation: ['Shows the version of Python.', '显示 Python 的版本。'],
    linux: 'python3 --version',
    powershell: 'python --version',
    cmd: 'python --version',
    when: ['python-version +installed'],
    examples: ['which python version is installed', 'python 版本是多少'],
  },
  {
    id: 'service-config-place',
    title: ['Where the settings of a service are', '服务配置文件的位置'],
    explanation: ['Lists the file with the settings of {service}.', '列出 {service} 的配置文件。'],
    linux: 'ls -l {conffile}',
    when: ['config find <service> +service +file -error *1.3'],
    examples: ['where is the mosquitto configuration', 'mosquitto 的配置文件在哪'],
  },
  {
    id: 'files-by-size',
    title: ['Files of a folder by size', '按大小列出文件'],
    explanation: [
      'Lists what lies in {path}, the largest file first; folders are not added up.',
      '列出 {path} 中的内容，最大的文件在前；目录不计算内部大小。',
    ],
    linux: ['ls -lAhS {path} | head -n {rows}', 'ls -lAhS {path}'],
    powershell: 'Get-ChildItem -LiteralPath {path} -File -Force | Sort-Object -Property Length -Descending',
    when: [
      'by-size <path> <count> +big +biggest +most +first +file|files +folder +known-folder +inside -find *1.4',
      'by-size known-folder <path> -<count> -known-file|big|find +inside *1.2',
      'file|files by-size <path> -<count> -known-file|big|find +folder +known-folder +inside *1.3',
    ],
    examples: ['list the files in /tmp by size', '把 /tmp 里的文件按大小排序'],
  },
]
