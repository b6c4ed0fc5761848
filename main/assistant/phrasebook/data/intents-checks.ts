import { HOT_CHECK, HOT_CHECK_PI, SLOW_CHECK, SLOW_CHECK_PI } from '../../checks/load-checks.ts'
import { NETWORK_CHECK, OFFLINE_CHECK, OFFLINE_CHECK_PI } from '../../checks/network-checks.ts'
import { CLOCK_CHECK, DISK_FULL_CHECK, DISK_HEALTH_CHECK } from '../../checks/system-checks.ts'
import type { IntentEntry } from '../entry-types.ts'

/** Complaints: several reads that are approved as one, and one verdict. */
export const CHECKS_INTENTS: readonly IntentEntry[] = [
  {
    id: 'check-slow',
    title: ['Check: why is it slow', '排查：为什么慢'],
    explanation: [
      'Looks at CPU, memory, waiting for storage and the busiest programs, and says what slows the device down. Reads only.',
      '查看 CPU、内存、存储等待和最忙的程序，说明设备为什么慢。只读。',
    ],
    timeoutS: 30,
    linux: SLOW_CHECK,
    raspberrypi: SLOW_CHECK_PI,
    powershell:
      'Get-CimInstance -ClassName Win32_Processor | Select-Object -Property Name,LoadPercentage; Get-CimInstance -ClassName Win32_OperatingSystem | Select-Object -Property TotalVisibleMemorySize,FreePhysicalMemory; Get-Process | Sort-Object -Property CPU -Descending | Select-Object -First 5',
    when: [
      'slow why|what-to-do +culprit +recent +running +speed +usage +most -wifi|service|powered|disk *1.25',
      'slow -question +culprit +recent +running +speed +most -wifi|service|powered|disk|process *1.25',
      'slow statement +culprit +recent +running +speed +most -wifi|service|powered|disk|process *1.45',
      'why load|high device|system|question +running +what-to-do -disk|wifi *1.1',
    ],
    isQuickAction: true,
    examples: [
      ['why is the device slow', 'why is it so slow'],
      ['设备为什么这么慢', '好卡，什么原因'],
    ],
  },
  {
    id: 'check-hot',
    title: ['Check: why is it hot', '排查：为什么热'],
    explanation: [
      'Reads the temperature, the load and the busiest programs, and says whether work or cooling is the reason. Reads only.',
      '读取温度、负载和最忙的程序，说明发热原因是负荷还是散热。只读。',
    ],
    timeoutS: 30,
    linux: HOT_CHECK,
    raspberrypi: HOT_CHECK_PI,
    powershell:
      'Get-CimInstance -Namespace root/wmi -ClassName MSAcpi_ThermalZoneTemperature | Select-Object -Property InstanceName,CurrentTemperature; Get-CimInstance -ClassName Win32_Processor | Select-Object -Property Name,LoadPercentage; Get-Process | Sort-Object -Property CPU -Descending | Select-Object -First 5',
    when: [
      'temperature why|what-to-do +cpu +core +high +running *1.25',
      'hot statement +cpu +core +high +running +recent *1.45',
      'temperature high statement +cpu +core +recent *1.4',
    ],
    examples: [
      ['why is it so hot', 'why is the cpu so hot'],
      ['为什么这么烫', '设备怎么这么热'],
    ],
  },
  {
    id: 'check-offline',
    title: ['Check: why did it go offline', '排查：为什么掉线'],
    explanation: [
      'Looks for a restart, breaks of the link, a weak signal and weak power since the start. Reads only.',
      '查看启动以来是否重启过、网络断开过、信号弱或供电不足。只读。',
    ],
    timeoutS: 30,
    linux: OFFLINE_CHECK,
    raspberrypi: OFFLINE_CHECK_PI,
    powershell:
      'Get-CimInstance -ClassName Win32_OperatingSystem | Select-Object -Property LastBootUpTime,LocalDateTime; Get-NetAdapter | Select-Object -Property Name,Status,LinkSpeed; Get-EventLog -LogName System -EntryType Error -Newest 20',
    when: [
      'offline why|what-to-do|recent|past-day +ping +network +wifi +exists -<service> *1.3',
      'offline question network|wifi|internet +exists +recent +how-many -<service> *1.2',
      'offline device +recent -question -<service> *1.2',
      'offline statement +past-day +route +recent +network +wifi -<service> *1.45',
    ],
    examples: [
      ['why did the device go offline', 'why does it keep disconnecting'],
      ['设备为什么掉线', '设备老是掉线'],
    ],
  },
  {
    id: 'check-network',
    title: ['Check: why is there no network', '排查：为什么没网'],
    explanation: [
      'Looks at address, gateway, name resolution and internet in turn, and says where it ends. Reads only.',
      '依次查看地址、网关、域名解析和外网，说明断在哪一步。只读。',
    ],
    timeoutS: 30,
    linux: NETWORK_CHECK,
    powershell:
      'Get-NetIPAddress | Select-Object -Property InterfaceAlias,IPAddress; Get-NetRoute -DestinationPrefix 0.0.0.0/0; Resolve-DnsName -Name debian.org; Test-Connection -ComputerName 1.1.1.1 -Count 2',
    when: [
      'why ping|offline route +network +status|well +connected *1.2',
      'ping internet|network what-to-do|why *1.2',
      'no-network why|what-to-do +network *1.3',
      'no-network -question +network *1.25',
      'why network|internet|wifi +recent -<service> *1.05',
      'why network|internet|wifi slow|failed|negation|not-yet|no-network +connected +running -offline *1.2',
    ],
    isQuickAction: true,
    examples: [
      ['why is there no network', 'no internet'],
      ['为什么上不了网', '没有网络'],
    ],
  },
  {
    id: 'check-clock',
    title: ['Check: why is the clock wrong', '排查：时间为什么不对'],
    explanation: [
      'Reads the clock, the time zone and the state of its synchronisation. Reads only.',
      '读取时钟、时区和时间同步状态。只读。',
    ],
    linux: CLOCK_CHECK,
    powershell: 'Get-Date; Get-TimeZone; w32tm /query /status',
    when: [
      'time|date|timezone inaccurate +<minutes> +what-to-do *1.3',
      'time|date error +what-to-do -service|process -<service> *1.2',
    ],
    examples: [
      ['the clock is wrong', 'why is the time wrong'],
      ['时间不对', '设备时间为什么不准'],
    ],
  },
  {
    id: 'check-disk-full',
    title: ['Check: what fills the disk', '排查：磁盘被什么占满'],
    explanation: [
      'Looks at the disks, the largest folders and the journal; can take a while. Reads only.',
      '查看各磁盘、最大的目录和系统日志，可能需要一些时间。只读。',
    ],
    timeoutS: 90,
    linux: DISK_FULL_CHECK,
    powershell: 'Get-PSDrive -PSProvider FileSystem; Get-Volume',
    when: [
      'full disk|space why|what-to-do +culprit +space-hog +big +most *1.3',
      'full disk|space statement +culprit +space-hog +big +most +folder|file|files +usage *1.45',
      'how-to-free disk|space +full +statement *1.5',
      'why disk|space usage|big|most *1.1',
      'delete space|disk +space +disk +device +system +full ~',
      'delete system-log +space +disk +system +free ~',
    ],
    examples: [
      ['why is the disk full', 'what to do, the disk is full'],
      ['磁盘为什么满了', '磁盘满了怎么办'],
    ],
  },
  {
    id: 'check-disk-health',
    title: ['Check: is the storage failing', '排查：存储是否健康'],
    explanation: [
      'Looks for storage errors in the kernel log, a read-only system disk and what the card says of its life. Reads only.',
      '查看内核日志中的存储错误、系统盘是否只读，以及存储自报的寿命。只读。',
    ],
    linux: DISK_HEALTH_CHECK,
    powershell: 'Get-PhysicalDisk | Select-Object -Property FriendlyName,MediaType,HealthStatus',
    when: [
      'disk healthy +status|well +exists *1.3',
      'ssd-wear +disk +status|well +info +healthy *1.35',
      'disk failed question -<service> -full|space *1.1',
      'disk-io error +exists +disk',
      'disk-io disk +contain +exists +error +kernel-log +log +recent *1.3',
      'disk error +exists -full *1.1',
    ],
    examples: [
      ['is the SD card healthy', 'does the disk have bad blocks'],
      ['SD 卡健康吗', '存储卡是不是坏了'],
    ],
  },
]
