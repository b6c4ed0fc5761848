import { readNoEntries } from '../../formatters/lookups.ts'
import type { Intent } from '../entry-types.ts'

/** What is looked after on a device in service: what starts, what is installed, how it is in the network. */
export const CARE_INTENTS: readonly Intent[] = [
  {
    id: 'service-disable',
    title: { en: 'Do not start a service with the device', zh: '取消开机自启' },
    explanation: {
      en: 'The service {service} no longer starts with the device; one that runs now goes on.',
      zh: '服务 {service} 不再随开机启动；现在正在运行的不受影响。',
    },
    expectedClass: 'destructive',
    timeoutS: null,
    linux: 'sudo -n systemctl disable {service}',
    powershell: 'Set-Service -Name {service} -StartupType Manual',
    when: ['disable autostart <service> +service +filler'],
    examples: { en: ['disable mosquitto at boot'], zh: ['取消 mosquitto 的开机自启'] },
  },
  {
    id: 'network-restart',
    title: { en: 'Restart the network', zh: '重启网络' },
    explanation: {
      en: 'Restarts the service that keeps the network: NetworkManager, else dhcpcd, else systemd-networkd. The device is away for a moment.',
      zh: '重启管理网络的服务：NetworkManager，没有时 dhcpcd，再没有时 systemd-networkd。设备会短暂离线。',
    },
    expectedClass: 'change',
    timeoutS: 60,
    linux:
      'sudo -n systemctl restart NetworkManager || sudo -n systemctl restart dhcpcd || sudo -n systemctl restart systemd-networkd',
    powershell: [],
    when: [
      'restart network|wifi|interface|wired +network +interface +wifi +wired +service +slow +failed +offline -<service>',
    ],
    examples: { en: ['restart the network'], zh: ['重启网络'] },
  },
  {
    id: 'recent-files',
    title: { en: 'Files changed lately', zh: '最近改动的文件' },
    explanation: {
      en: 'Lists the files that were changed in the last 24 hours, newest first; can take a while.',
      zh: '列出最近 24 小时内改动的文件，最新的在前，可能需要一些时间。',
    },
    expectedClass: 'read',
    timeoutS: 60,
    linux: "find {path} -xdev -type f -mmin -1440 -printf '%TF %TT %p\\n' 2>/dev/null | sort -r | head -n {count}",
    powershell:
      'Get-ChildItem -LiteralPath {path} -Recurse -File -Force -ErrorAction SilentlyContinue | Sort-Object -Property LastWriteTime -Descending | Select-Object -First {count} -Property LastWriteTime,FullName',
    defaults: { path: '/', count: '30' },
    when: [
      'recent-files +recent +list +question +device +system +file|files +file-details +folder +known-folder +<path> +<count> +how-many *1.3',
      'file|files|folder file-details recent|question +question +recent +list +device +folder +known-folder +<path> -known-file +how-many *1.25',
    ],
    examples: { en: ['which files were changed recently'], zh: ['最近改过哪些文件'] },
  },
  {
    id: 'log-search',
    title: { en: 'Search in the system log', zh: '在系统日志中搜索' },
    explanation: {
      en: 'Shows the last entries of the system log in which “{text}” stands.',
      zh: '显示系统日志中包含“{text}”的最近条目。',
    },
    expectedClass: 'read',
    timeoutS: 30,
    linux: [
      'grep -i -e {text} {logfile} | tail -n {count}',
      'journalctl -u {service} -n {count} --no-pager -g {text}',
      'journalctl -n {count} --no-pager -g {text}',
    ],
    powershell: [],
    formatters: [readNoEntries],
    defaults: { count: '50' },
    when: [
      'log|system-log <text> -<host> -<path> -kernel -login +system +device +search +find +contain +recent +lines +question +exists +error +<count> *1.1',
    ],
    examples: { en: ['search the system log for timeout'], zh: ['在系统日志里搜索 timeout'] },
  },
  {
    id: 'service-config',
    title: { en: 'Settings of a service', zh: '服务的配置' },
    explanation: { en: 'Prints {conffile}.', zh: '输出 {conffile}。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'cat {conffile}',
    powershell: [],
    when: [
      'config <service> +service +file +contents +info +question -unit-file|reload|set|autostart|failed|error|well|status *1.2',
    ],
    examples: { en: ['show the mosquitto configuration'], zh: ['查看 mosquitto 配置文件'] },
  },
  {
    id: 'log-space',
    title: { en: 'Space that the logs take', zh: '日志占用的空间' },
    explanation: {
      en: 'Shows how much space the system journal and the folder of logs take.',
      zh: '显示系统日志和日志目录占用的空间。',
    },
    expectedClass: 'read',
    timeoutS: 30,
    linux: 'journalctl --disk-usage --no-pager; du -sh /var/log',
    powershell: [],
    when: [
      'log|system-log big|full statement +system +device -<service> -<path> +file *1.4',
      'log|system-log size|usage|space|space-hog +folder +size +usage +space +space-hog +disk +big +system +device +question +total +full -lines|error|find|contain|file|files -<service> -<path>',
    ],
    examples: { en: ['how much space do the logs take'], zh: ['日志占了多少空间'] },
  },
  {
    id: 'web-test',
    title: { en: 'Whether a page answers', zh: '网页能否打开' },
    explanation: {
      en: 'Fetches {url} on the device and shows only the head of the answer, for at most ten seconds.',
      zh: '在设备上访问 {url}，最多十秒，只显示响应头。',
    },
    expectedClass: 'read',
    timeoutS: 20,
    linux: 'curl -sSI -m 10 {url}',
    powershell: 'Invoke-WebRequest -Uri {url} -UseBasicParsing -Method Head -TimeoutSec 10',
    when: [
      '<url> +web-page +ping +connect +check +open +open-verb +running +status|well +question +device +internet +connected +internet',
    ],
    examples: { en: ['does http://localhost:8080 answer'], zh: ['http://localhost:8080 能打开吗'] },
  },
  {
    id: 'container-space',
    title: { en: 'Space of the containers', zh: '容器占用的空间' },
    explanation: {
      en: 'Shows how much space images, containers and volumes take, and how much could be freed.',
      zh: '显示镜像、容器和卷占用的空间，以及可以释放多少。',
    },
    expectedClass: 'read',
    timeoutS: 60,
    linux: 'docker system df',
    powershell: 'docker system df',
    cmd: 'docker system df',
    when: [
      'container|container-image space|disk|size|space-hog +container +container-image +usage +space +disk +size +big +most +space-hog +question +total +free +how-many +all *1.3',
    ],
    examples: { en: ['how much space do the containers take'], zh: ['docker 占了多少空间'] },
  },
  {
    id: 'file-users',
    title: { en: 'Who uses a file or device', zh: '谁在使用文件或设备' },
    explanation: {
      en: 'Shows the processes that have {path} open; without root only those of the same user.',
      zh: '显示正在使用 {path} 的进程；没有 root 权限时只能看到本用户的进程。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'fuser -v {path} 2>&1',
    powershell: [],
    when: [
      'device-file <path> usage +user +culprit +question +usage +process +open +serial +usb +camera +running *1.5',
      'device-file <path> user|culprit +user +culprit +process|service +usage +open +serial +usb +camera +running +question *1.5',
      '<path> culprit +user +process|service +usage +open +known-file +write +file -known-folder|space|disk|size|full|space-hog|biggest|big|most *1.1',
      '<path> process usage|open +question +usage +open +known-file +file -known-folder|space|disk|size|full|space-hog|biggest|big|most *1.1',
    ],
    examples: { en: ['who is using /dev/ttyUSB0'], zh: ['/dev/ttyUSB0 谁在用'] },
  },
  {
    id: 'sound-devices',
    title: { en: 'Sound devices', zh: '声音设备' },
    explanation: { en: 'Lists the sound cards that the kernel knows.', zh: '列出内核识别到的声卡。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'cat /proc/asound/cards',
    powershell: 'Get-CimInstance -ClassName Win32_SoundDevice | Select-Object -Property Name,Status',
    cmd: 'wmic sounddev get name,status',
    when: ['sound +question +list +device +connected +exists +usb +status|well +running +how-many'],
    examples: { en: ['list sound cards'], zh: ['有哪些声卡'] },
  },
  {
    id: 'boot-loader',
    title: { en: 'Version of the boot loader', zh: '引导程序版本' },
    explanation: {
      en: 'Shows the version of the boot loader in the EEPROM of a Raspberry Pi.',
      zh: '显示树莓派 EEPROM 中引导程序的版本。',
    },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'vcgencmd bootloader_version',
    powershell: 'Get-CimInstance -ClassName Win32_BIOS | Select-Object -Property SMBIOSBIOSVersion,ReleaseDate',
    when: ['boot-loader +version +question +device +cpu +info +recent'],
    examples: { en: ['which bootloader version is on it'], zh: ['eeprom 版本'] },
  },
]
