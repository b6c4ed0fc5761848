import type { ConceptEntry } from '../entry-types.ts'

/** What a technician looks at when something is odd: limits, updates, wear, what else is in the network. */
export const DIAGNOSIS_CONCEPTS: readonly ConceptEntry[] = [
  [
    'lan-devices',
    'topic',
    'devices on the network|devices on the lan|devices in the network|devices on the local network|devices in the lan|devices on this network|devices on my network|hosts on the network|hosts on the lan|machines on the network|machines on the lan|network neighbours|network neighbors|lan devices|who is on the network|who else is on the network|devices nearby on the network',
    '局域网有哪些设备|局域网里有哪些设备|局域网内有哪些设备|局域网中有哪些设备|局域网里有什么设备|局域网有什么设备|局域网设备|局域网内的设备|局域网里的设备|内网有哪些设备|内网里有哪些设备|内网设备|内网里的设备|网络里有哪些设备|网络上有哪些设备|网络中有哪些设备|网络里的设备|网络上的设备|同网段有哪些设备|同网段的设备|同一网段有哪些设备|同一网段的设备|网段里有哪些设备|局域网里有哪些机器|局域网有哪些机器|局域网里的机器|内网有哪些机器|哪些设备在局域网',
  ],
  [
    'read-only',
    'topic',
    'read-only|readonly|read only|mounted ro|remounted ro|mounted read-only|mounted read only',
    '只读|变只读|只读模式|只读挂载|只读状态|变成只读|变成只读了|是只读|只读了|只读的',
  ],
  [
    'inode',
    'topic',
    'inode|inodes|inode usage|inode use|df -i|free inodes',
    'inode使用|索引节点|i节点|inode使用率|inode使用情况|inode数量|inode占用',
  ],
  [
    'boot-duration',
    'topic',
    'how long did it take to boot|how long does it take to boot|how long did the boot take|how long does the boot take|how long did booting take|how long does booting take|how long did startup take|how long does startup take|how long it takes to boot|how long it took to boot|boot duration|startup duration|slow boot|boot speed|boot so slow|what slows down the boot|slow to boot|slow startup|boots slowly|systemd-analyze|boots so slowly|booting so slow',
    '开机花了多久|启动花了多久|开机花了多长时间|启动花了多长时间|开机用了多久|启动用了多久|开机用了多长时间|启动用了多长时间|开机耗时|启动耗时|开机要多久|启动要多久|开机需要多久|启动需要多久|开机慢|启动慢|开机很慢|启动很慢|开机这么慢|启动这么慢|开机太慢|启动太慢|开机速度|启动速度|开机时长多少|启动用时|开机用时|开机花多久|启动花多久|开机花多长时间|启动花多长时间',
  ],
  [
    'clock-sync',
    'topic',
    'time synchronised|time in sync|ntp synced|ntp in sync|ntp status|time sync status|ntp server|ntp servers|time server|time servers|time source|clock synced|clock sync',
    'ntp状态|ntp服务器|时间服务器|时间源|ntp同步状态|对时状态|校时状态|同步时间服务器|时间同步状态|时钟同步状态',
  ],
  [
    'patches',
    'topic',
    'hotfix|recent updates|latest updates|hotfixes|installed updates|updates installed|installed patches|patches installed|update history|patch history|kb updates|last update installed|last updates installed|recent updates installed|recently installed updates|recently updated packages|updates were installed|patches were installed|updates have been installed|last updated|last patched|recent upgrades|upgrade history',
    '补丁|最近的更新|最近更新|系统补丁|装了哪些补丁|安装了哪些补丁|打了哪些补丁|已安装补丁|已安装的补丁|补丁列表|更新历史|更新记录|升级记录|安装过的更新|已安装的更新|已安装更新|装过哪些更新|安装了哪些更新|装了哪些更新|最近更新了什么|最近升级了什么|最近更新了哪些|上次更新|上次更新时间|最近一次更新|最后一次更新',
  ],
  [
    'fetch-lists',
    'action',
    'apt update|apt-get update|update package lists|update the package lists|update the package list|update package list|refresh package lists|refresh the package lists|refresh apt|update apt|update the package index|update apt sources|refresh the package list|update the apt cache|refresh the apt cache|update package index',
    '更新软件源|更新软件包列表|更新包列表|更新apt源|刷新软件源|更新源|刷新软件包列表|更新一下软件源|更新下软件源|同步软件源|刷新apt|更新软件包索引|更新apt列表|刷新源|更新软件列表',
  ],
  ['docker-logs', 'topic', 'docker logs|docker log|docker container logs', 'docker日志|docker的日志'],
  [
    'all-containers',
    'topic',
    'stopped containers|exited containers|containers are stopped|containers that are stopped|all containers|containers stopped|containers are not running|containers not running|containers that are not running|containers are down|containers that exited|containers exited|docker ps -a|dead containers|crashed containers|failed containers',
    '停掉的容器|停止的容器|没起来的容器|没跑的容器|所有容器|全部容器|挂掉的容器|退出的容器|没运行的容器|没启动的容器|容器没起来|容器没启动|哪些容器没起来|哪些容器停了|哪些容器挂了|有哪些容器没起来|容器停了|容器挂了|哪个容器挂了|哪些容器没跑|所有的容器|容器列表包括停止的',
  ],
  [
    'boot-history',
    'topic',
    'boot history|reboot history|restart history|list of reboots|history of reboots|how often did it reboot|how many reboots|how often was it rebooted|how many times did it reboot|last reboots|recent reboots|all reboots|shutdown history',
    '重启记录|重启历史|开机历史|开机记录|重启了几次|重启过几次|重启了多少次|重启过多少次|关机记录|开关机记录|开机关机记录|重启次数|开机次数',
  ],
  [
    'reboot-required',
    'topic',
    'reboot required|restart required|reboot needed|restart needed|reboot pending|pending reboot|reboot necessary|restart necessary|waiting for a reboot|waiting for a restart|need a reboot after the update|reboot-required|needs a reboot after updates',
    '待重启|等待重启|更新后需要重启吗|更新完需要重启吗|更新后要重启吗|有没有待重启|有待重启',
  ],
  [
    'stopped-services',
    'topic',
    'stopped services|services that are stopped|services are stopped|services not running|services that are not running|services are not running|inactive services|services stopped|disabled services',
    '停止的服务|没启动的服务|没运行的服务|未启动的服务|停了的服务|没有运行的服务|未运行的服务|哪些服务没启动|哪些服务停了|哪些服务没运行|没在运行的服务|停掉的服务|没有启动的服务',
  ],
  [
    'boot-services',
    'topic',
    'services start at boot|programs start at boot|programs that start at boot|programs start on boot|programs that start on boot|apps start at boot|services that start at boot|services started at boot|services start on boot|services that start on boot|enabled services|services enabled at boot|autostart services|services start automatically|services that start automatically|startup services|startup programs|autostart programs|what starts at boot|what starts on boot|startup items',
    '开机自启的服务|哪些程序开机启动|哪些程序会开机启动|开机启动的程序|开机启动哪些程序|哪些软件开机启动|开机启动的软件|自启动的程序|开机自启的程序|自启的服务|自启动的服务|开机启动的服务|开机自启服务|自启服务|开机自启动的服务|开机启动项|启动项|自启动项|自启项|开机自动启动的服务|开机会启动哪些服务|哪些服务开机自启|哪些服务自启|哪些服务是开机自启的|哪些服务会自启',
  ],
  [
    'read-out',
    'action',
    'read from|read data from|receive from|listen on the serial|capture from',
    '读串口|读取串口|读一下串口|抓串口|串口数据',
  ],
  [
    'fan-speed',
    'topic',
    'fan speed|fan speeds|fan rpm|is the fan spinning|is the fan running|is the fan on|fan spinning|fan running|cooling fan|fan status|case fan|cpu fan',
    '风扇转速|风扇转不转|风扇转没转|风扇在转吗|风扇转了吗|风扇转吗|风扇速度|风扇状态|散热风扇|风扇有没有转|风扇转了没|风扇开没开|cpu风扇|风扇转起来没',
  ],
  [
    'battery-level',
    'topic',
    'battery level|battery status|battery charge|battery left|battery percentage|battery remaining|battery life left|battery of the ups|ups battery|ups status|battery capacity|battery state|battery health|on battery',
    '电池电量|电池状态|剩余电量|电量剩余|电量还剩|电量多少|还剩多少电|电池还剩|电池多少|ups状态|ups电量|电池健康|ups电池|电池情况|电量情况|电池还有多少',
  ],
  [
    'out-of-memory',
    'topic',
    'oom|oom killer|oom kills|oom-killer|oom killed|out of memory|ran out of memory|killed by oom|memory kills|out-of-memory|oom events|oom kill',
    'oom|内存溢出|内存不足被杀|被oom|oom记录|oom杀掉|内存耗尽|爆内存|oom日志|被oom杀',
  ],
  [
    'ssd-wear',
    'topic',
    'smart status|smart data|smart info|smart values|smart attributes|smartctl|ssd health|drive health|hdd health|disk health',
    'smart状态|smart信息|smart数据|硬盘健康|磁盘健康|固态硬盘健康|硬盘健康状态|硬盘寿命|ssd寿命|smart',
  ],
]
