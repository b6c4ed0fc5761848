/** Services, their logs, and the settings that systemd keeps. */
export const SERVICE_MANUAL = String.raw`
# systemctl takes -H and -M (ssh, containers), --root and --now with every verb; none of them stands here.
set unit-list
  -t --type=/(?!-)[a-z,-]+/ | these types | 指定类型
  --state=/(?!-)[a-z,-]+/ | these states | 指定状态
  -a --all | also those that are not loaded | 包括未加载的
  -r --recursive | also local containers | 包括本地容器
  -l --full | whole names | 完整名称
  -q --quiet | fewer lines | 减少输出
  -o --output=name | form of the output | 输出格式
  --failed | failed ones only | 仅失败的
  --plain | no tree, no signs | 纯文本
  --user | of the user's manager | 用户级服务
  --system | of the system | 系统级服务
  --no-pager | no pager | 不分页
  --no-legend | no header | 不显示表头
  --legend=/yes|no|true|false|0|1/ | header or not | 是否显示表头
  --no-ask-password | never ask for a password | 不询问密码
  --show-types | with the types | 显示类型
  --timestamp={pretty,unix,us,utc,us+utc} | form of times | 时间格式
  --value | values only | 仅显示值
  -p -P --property=/(?!.*(?:environment|setcredential|loadcredential))[\w,]+/ | these properties | 指定属性
  -n --lines=number | lines of the log | 日志行数
  --after | what it starts after | 显示其后启动关系
  --before | what it starts before | 显示其前启动关系
  --reverse | who needs it | 反向依赖
  --with-dependencies | with what they need | 包括依赖
systemctl | lists units | 列出单元
  from systemd 252 systemctl(1)
  use unit-list
  = systemctl
  = systemctl --failed
  = systemctl --no-pager --failed
  = systemctl --type=service
  = systemctl -t service --state=running --no-pager
  = systemctl -a --no-legend
  ! systemctl -H evil.example status
  ! systemctl --failed reboot
  ! systemctl reboot
  ! systemctl poweroff
  ! systemctl --now disable ssh
  ! systemctl emergency
systemctl: list-units, list-unit-files, list-timers, list-sockets, list-machines, list-dependencies, list-jobs, list-paths, list-automounts | lists units | 列出单元
  use unit-list
  operands /[\w@.:*?\[\]\\\/-]+/*
  = systemctl list-units
  = systemctl list-units --type=service --state=running --no-pager
  = systemctl list-unit-files --no-pager
  = systemctl list-timers --all
  = systemctl list-dependencies multi-user.target
  = systemctl list-units --failed --no-pager
  = systemctl list-dependencies --reverse ssh.service
  = systemctl list-units 'mosquitto*'
  ! systemctl list-units -M web
  ! systemctl -H evil.example list-units
  ! systemctl list-units --root=/tmp/x
systemctl: status | shows the state of units | 查看单元状态
  use unit-list
  operands /[\w@.:*?\[\]\\\/-]+/*
  = systemctl status ssh
  = systemctl status mosquitto --no-pager -l
  = systemctl status
  = systemctl --user status
  = systemctl status -n 50 --no-pager nginx.service
  = systemctl status 1234
  ! systemctl status ssh --now
  ! systemctl status -H evil.example
  ! systemctl restart ssh
  ! systemctl stop ssh
  ! systemctl kill ssh
  ! systemctl start poweroff.target
systemctl: show, cat | shows settings of units | 查看单元设置
  use unit-list
  operands /[\w@.:*?\[\]\\-]+/*
  = systemctl show ssh -p ActiveState
  = systemctl show -p MainPID --value mosquitto
  = systemctl show mosquitto --property=NRestarts
  = systemctl cat ssh
  = systemctl cat mosquitto.service --no-pager
  ! systemctl show --root=/tmp/x ssh
  ! systemctl show ssh
  ! systemctl show
  ! systemctl show -p Environment x
  ! systemctl show x --property=MainPID,SetCredential
  ! systemctl set-property ssh CPUWeight=1
  ! systemctl edit ssh
  ! systemctl revert ssh
systemctl: is-active, is-enabled, is-failed | tells whether units run or are enabled | 查看单元是否运行或启用
  -q --quiet | no output | 不输出
  -a --all -l --full --no-pager --system
  --user | of the user's manager | 用户级服务
  --state=/(?!-)[a-z,-]+/
  operands /[\w@.:*?\[\]\\-]+/+
  = systemctl is-active ssh
  = systemctl is-enabled ssh
  = systemctl is-failed ssh
  = systemctl is-active --quiet mosquitto
  = systemctl is-active ssh mosquitto nginx
  = systemctl --user is-active app
  ! systemctl is-enabled --root=/tmp/x ssh
  ! systemctl enable ssh
  ! systemctl mask ssh
systemctl: get-default, is-system-running | shows the default target, or whether the system runs | 查看默认目标或系统状态
  -q --quiet --no-pager --system
  --user | of the user's manager | 用户级服务
  = systemctl get-default
  = systemctl is-system-running
  ! systemctl set-default poweroff.target
  ! systemctl is-system-running --wait
  ! systemctl default
  ! systemctl get-default --root=/tmp/x

journalctl | shows logs | 查看日志
  from systemd 252 journalctl(1)
  -u --unit=/(?!-)[\w@.:*?\[\]\\-]+/ | this unit | 指定单元
  --user-unit=/(?!-)[\w@.:*?\[\]\\-]+/ | this unit of the user | 指定用户单元
  -t --identifier=/[^-][\s\S]*/ | this program | 指定程序标识
  -n --lines[=/all|\d+/] !next | this many lines | 行数
  -f --follow !endless | waits for more | 持续跟踪
  -bf !endless | waits for more | 持续跟踪
  -b --boot[=/(?:[\da-f]{32})?[+-]?\d+|[\da-f]{32}|all/] !next | this start | 指定启动
  -k --dmesg | of the kernel | 内核日志
  -p --priority=/[\da-z]+(?:\.\.[\da-z]+)?/ | this level or worse | 指定级别及以上
  --facility=/[\w,]+/ | these facilities | 指定设施
  -S --since=/[^-][\s\S]*|-\d[\w\s]*/ | from this time | 起始时间
  -U --until=/[^-][\s\S]*|-\d[\w\s]*/ | to this time | 结束时间
  -g --grep=text | with this pattern | 匹配模式
  --case-sensitive[=/yes|no|true|false|0|1/] | with regard to case | 区分大小写
  -o --output=/[a-z][a-z-]*/ | form of the output | 输出格式
  --output-fields=/[A-Z0-9_,]+/ | these fields | 指定字段
  -r --reverse | newest first | 最新的在前
  -x --catalog | with explanations | 附带说明
  -e --pager-end | from the end | 从末尾开始
  -a --all | whole fields | 显示全部字段
  -l --full --no-full | whole lines or not | 是否完整显示
  -q --quiet | no notes | 不显示提示
  -m --merge | all journals | 合并所有日志
  -N --fields | names of fields | 字段名称
  -F --field=/[A-Z0-9_]+/ | values of a field | 字段取值
  -c --cursor --after-cursor=/(?!-)[\w=;:-]+/ | from this place | 从指定位置开始
  --show-cursor | with its place | 显示位置
  --namespace=/(?!-)[\w.*+-]+/ | this namespace | 指定命名空间
  -D --directory=path | journals of this directory | 指定日志目录
  --file=file | this journal | 指定日志文件
  --user | of the user | 用户日志
  --system | of the system | 系统日志
  --utc | times in UTC | 使用 UTC 时间
  --no-hostname | no host name | 不显示主机名
  --no-tail | all lines | 显示所有行
  --no-pager | no pager | 不分页
  --list-boots | starts there are | 列出启动记录
  --disk-usage | space they take | 占用空间
  --header | heads of journals | 日志文件头
  --verify | checks journals | 校验日志
  operands /[A-Z_][A-Z0-9_]*=[\s\S]*|\+|\/(?:dev|usr|bin|sbin|opt)\/[\w\/.-]+/*
  = journalctl -n 50 --no-pager
  = journalctl -u ssh -n 100 --no-pager
  = journalctl -u mosquitto --since '1 hour ago' --no-pager
  = journalctl -p err -b
  = journalctl -b -1 -n 50
  = journalctl -p 3 -xb --no-pager
  = journalctl -xe --no-pager
  = journalctl -k -g 'under-voltage'
  = journalctl --disk-usage
  = journalctl --list-boots
  = journalctl _PID=1 -n 5
  = journalctl -u mosquitto -o cat -n 20
  = journalctl -t sshd -g Failed -n 20 --no-pager
  = journalctl -fu ssh
  = journalctl --since -1h -p warning..err
  = journalctl -S today -U '10:00' -o short-iso
  ! journalctl --vacuum-size=1M
  ! journalctl --rotate
  ! journalctl --flush
  ! journalctl --rel
  ! journalctl --sm
  ! journalctl --fl
  ! journalctl --up
  ! journalctl --vac 1
  ! journalctl -n 5 --sync
  ! journalctl --cursor-file=/home/pi/x
  ! journalctl --setup-keys
  ! journalctl --update-catalog
  ! journalctl -M web
  ! journalctl --root=/tmp/x
  ! journalctl --image=/tmp/x

service | shows the state of a service | 查看服务状态
  from init-system-helpers 1.65 service(8)
  operands /[\w@.][\w@.+-]*/ {status}
  = service ssh status
  = service mosquitto status
  ! service ssh restart
  ! service ssh --full-restart
  ! service ../../tmp/x status
  ! service ssh status extra
service | shows the state of all services | 查看所有服务状态
  --status-all !needed | of all | 全部
  = service --status-all
  ! service --status-all ssh stop
  ! service --full-restart

set analyze
  --system | of the system | 系统级
  --user | of the user | 用户级
  --no-pager | no pager | 不分页
  -q --quiet | fewer lines | 减少输出
  --fuzz=/[\w.]+/ | also what is this near | 时间容差
  --order --require | kind of edges | 边的类型
  --from-pattern --to-pattern=/(?!-)[\w@.:*?\[\]\\-]+/
  --iterations=number | how many times | 次数
  --base-time=text | from this time | 基准时间
  --threshold=number | highest exposure | 暴露上限
  --json={off,pretty,short} | as JSON | JSON 输出
systemd-analyze | shows how long the start took | 查看启动耗时
  from systemd 252 systemd-analyze(1)
  use analyze
  = systemd-analyze
  = systemd-analyze --no-pager
  ! systemd-analyze -H evil.example
  ! systemd-analyze --root=/tmp/x
systemd-analyze: time, blame, unit-paths, plot, unit-files | shows how long the start took, and unit files | 查看启动耗时与单元文件
  use analyze
  = systemd-analyze blame
  = systemd-analyze time
  = systemd-analyze blame --no-pager
  ! systemd-analyze blame -M web
  ! systemd-analyze daemon-reload
systemd-analyze: critical-chain, dump, dot, security, exit-status, capability, syscall-filter, filesystems | shows how units depend on each other and are protected | 查看单元依赖与防护
  use analyze
  operands /[\w@.:*?\[\]\\-]+/*
  = systemd-analyze critical-chain
  = systemd-analyze critical-chain ssh.service
  = systemd-analyze security ssh
  = systemd-analyze security --no-pager
  ! systemd-analyze security --security-policy=/tmp/x
  ! systemd-analyze set-log-level debug
  ! systemd-analyze log-level debug
  ! systemd-analyze log-target null
  ! systemd-analyze service-watchdogs off
  ! systemd-analyze unit-shell ssh.service rm -rf /home/pi/data
systemd-analyze: calendar, timestamp, timespan, compare-versions | explains a time | 解释时间表达式
  use analyze
  operands text+
  = systemd-analyze calendar 'Mon *-*-* 03:00'
  = systemd-analyze timestamp '2 hours ago'
  = systemd-analyze calendar --iterations=5 daily
  ! systemd-analyze calendar --image=/tmp/x daily
systemd-analyze: verify | checks unit files | 检查单元文件
  -q --quiet --no-pager --system --user
  --man={no} | without manual pages | 不检查手册页
  --recursive-errors={yes,no,one} | errors of other units | 依赖错误
  operands file+
  = systemd-analyze verify /etc/systemd/system/app.service
  = systemd-analyze --man=no verify x.service
  ! systemd-analyze verify --generators x.service
  ! systemd-analyze verify --root=/tmp/x x.service
systemd-analyze: cat-config | shows settings of systemd | 查看 systemd 配置
  --no-pager | no pager | 不分页
  operands /(?:\/etc\/)?systemd\/(?:journald|system|user|logind|resolved|networkd|timesyncd|coredump|sleep|oomd)\.conf/+
  = systemd-analyze cat-config systemd/journald.conf
  = systemd-analyze cat-config --no-pager systemd/logind.conf
  ! systemd-analyze cat-config mosquitto/passwd
  ! systemd-analyze cat-config /etc/shadow
  ! systemd-analyze cat-config systemd/../shadow

set bus-look
  -a --all | everything | 全部
  -l --full | whole names | 完整名称
  -n --lines=number | lines of the log | 日志行数
  -o --output=name | form of the output | 输出格式
  -p --property=/[\w,]+/ | these properties | 指定属性
  --value | values only | 仅显示值
  --no-pager | no pager | 不分页
  --no-legend | no header | 不显示表头
  --no-ask-password | never ask for a password | 不询问密码
loginctl | shows sessions | 查看会话
  from systemd 252 loginctl(1)
  use bus-look
  = loginctl
  = loginctl --no-pager
  ! loginctl -H evil.example
  ! loginctl reboot
loginctl: list-sessions, list-users, list-seats, session-status, show-session, user-status, show-user, seat-status, show-seat | shows sessions and users | 查看会话与用户
  use bus-look
  operands /[\w.][\w.-]*/*
  = loginctl list-sessions
  = loginctl session-status
  = loginctl show-user pi
  = loginctl show-session 1 -p Type --value
  ! loginctl terminate-user pi
  ! loginctl kill-session 1
  ! loginctl enable-linger pi
  ! loginctl list-sessions -M web
  ! loginctl lock-sessions

set host-look
  --static | the static name | 静态主机名
  --transient | the passing name | 临时主机名
  --pretty | the pretty name | 易读主机名
  --json={off,pretty,short} | as JSON | JSON 输出
  --no-ask-password | never ask for a password | 不询问密码
hostnamectl | shows name and system of the host | 查看主机名与系统
  from systemd 252 hostnamectl(1)
  use host-look
  = hostnamectl
  = hostnamectl --static
  ! hostnamectl -H evil.example
hostnamectl: status, hostname, icon-name, chassis, deployment, location | shows name and system of the host | 查看主机名与系统
  use host-look
  = hostnamectl status
  = hostnamectl hostname
  ! hostnamectl hostname x
  ! hostnamectl set-hostname x
  ! hostnamectl chassis vm
  ! hostnamectl status -M web

timedatectl | shows time and time zone | 查看时间与时区
  from systemd 252 timedatectl(1)
  use bus-look
  = timedatectl
  = timedatectl --no-pager
  ! timedatectl -H evil.example
timedatectl: status, show, show-timesync, timesync-status, list-timezones | shows time, time zone and time source | 查看时间、时区与时间源
  use bus-look
  --monitor !endless | waits for more | 持续监视
  = timedatectl status
  = timedatectl show -p NTPSynchronized --value
  = timedatectl timesync-status
  = timedatectl show-timesync --all
  = timedatectl list-timezones
  ! timedatectl ntp-servers eth0 203.0.113.5
  ! timedatectl set-time 12:00
  ! timedatectl set-ntp false
  ! timedatectl set-timezone UTC
  ! timedatectl revert eth0
  ! timedatectl status --adjust-system-clock

localectl | shows language and keyboard | 查看语言与键盘
  from systemd 252 localectl(1)
  --no-pager | no pager | 不分页
  = localectl
  = localectl --no-pager
  ! localectl -H evil.example
localectl: status, list-locales, list-keymaps, list-x11-keymap-models, list-x11-keymap-layouts, list-x11-keymap-variants, list-x11-keymap-options | shows language and keyboard | 查看语言与键盘
  --no-pager | no pager | 不分页
  operands /[a-z]{2,8}/?
  = localectl status
  = localectl list-locales
  = localectl list-keymaps --no-pager
  ! localectl set-locale C
  ! localectl set-keymap de

systemd-cgls | shows control groups | 查看控制组
  from systemd 252 systemd-cgls(1)
  -a --all | also empty ones | 包括空组
  -l --full | whole names | 完整名称
  -k | with threads of the kernel | 包括内核线程
  -u --unit[=/(?!-)[\w@.:\\-]+/] !next | this unit | 指定单元
  --user-unit[=/(?!-)[\w@.:\\-]+/] !next | this unit of the user | 指定用户单元
  --cgroup-id=/yes|no|true|false/ | with ids | 显示编号
  --no-pager | no pager | 不分页
  operands /[\w@.:\\\/-]+/*
  = systemd-cgls
  = systemd-cgls --no-pager
  = systemd-cgls -u ssh.service
  ! systemd-cgls -M web

systemd-cgtop | shows load of control groups | 查看控制组负载
  from systemd 252 systemd-cgtop(1)
  endless | never ends: use systemd-cgtop -b -n 1 | 不会结束：请使用 systemd-cgtop -b -n 1
  -n --iterations=/[1-9]\d*/ !ends | how many times | 次数
  -1 !ends | once | 一次
  -b --batch | as plain text | 纯文本输出
  -r --raw | plain numbers | 原始数值
  -p -t -c -m -i | order | 排序
  --order={path,tasks,cpu,memory,io} | order | 排序
  -P -k
  --cpu[={percentage,time}] | form of the load | 负载形式
  -d --delay=/[\w.]+/ | time between | 间隔
  --depth=number | levels | 层数
  --recursive=/yes|no/
  operands /[\w@.:\\\/-]+/?
  = systemd-cgtop -n 1 -b
  = systemd-cgtop -1
  = systemd-cgtop -bmn2
  ! systemd-cgtop -M web

systemd-detect-virt | tells whether it is a virtual machine | 检测虚拟化环境
  from systemd 252 systemd-detect-virt(1)
  -c --container -v --vm -r --chroot --private-users
  -q --quiet | no output | 不输出
  --list | names of all kinds | 列出所有类型
  = systemd-detect-virt
  = systemd-detect-virt -v
  ! systemd-detect-virt x

systemd-delta | shows settings that replace others | 查看被覆盖的配置
  from systemd 252 systemd-delta(1)
  -t --type={masked,equivalent,redirected,overridden,extended,unchanged} | these kinds | 指定类型
  --diff=/yes|no|true|false/ | with the difference | 显示差异
  --no-pager | no pager | 不分页
  operands {systemd,systemd/system,systemd/user,tmpfiles.d,sysctl.d,modprobe.d,udev/rules.d}*
  = systemd-delta --no-pager
  = systemd-delta --type=overridden
  ! systemd-delta mosquitto

systemd-path | shows paths of the system | 查看系统路径
  from systemd 252 systemd-path(1)
  --suffix=path | with this end | 附加后缀
  operands /[a-z][a-z-]*/*
  = systemd-path
  = systemd-path user-configuration
  ! systemd-path --exec

systemd-inhibit | lists what holds back shutdown | 列出阻止关机的程序
  from systemd 252 systemd-inhibit(1)
  --list !needed | what there is | 列出
  --no-pager --no-legend
  = systemd-inhibit --list
  = systemd-inhibit --list --no-pager
  ! systemd-inhibit reboot
  ! systemd-inhibit --list reboot

oomctl | shows which memory is watched | 查看内存不足监视
  from systemd 252 oomctl(1)
  --no-pager | no pager | 不分页
  operands {dump}?
  = oomctl
  = oomctl dump
  ! oomctl kill

set resolve-look
  -4 -6 | address family | 地址族
  -i --interface=/(?!-)[\w.@-]+/ | on this interface | 指定接口
  -p --protocol={dns,llmnr,llmnr-ipv4,llmnr-ipv6,mdns,mdns-ipv4,mdns-ipv6} | this protocol | 指定协议
  -t --type=/[a-z]+\d*/ | this record type | 指定记录类型
  -c --class={in,any} | this class | 指定类别
  --cname --validate --synthesize --cache --zone --trust-anchor --network --search --legend=/yes|no|true|false|0|1/
  --no-pager | no pager | 不分页
  --json={off,pretty,short} | as JSON | JSON 输出
  -j | as JSON | JSON 输出
resolvectl | shows name servers | 查看域名服务器
  from systemd 252 resolvectl(1)
  --no-pager | no pager | 不分页
  = resolvectl
  = resolvectl --no-pager
  ! resolvectl flush-caches
resolvectl: status, statistics, show-server-state | shows name servers and counters | 查看域名服务器与统计
  use resolve-look
  operands /[\w.@-]+/*
  = resolvectl status
  = resolvectl status eth0
  = resolvectl statistics
  ! resolvectl reset-statistics
  ! resolvectl reset-server-features
  ! resolvectl revert eth0
  ! resolvectl log-level debug
resolvectl: dns, domain, default-route, llmnr, mdns, dnssec, dnsovertls, nta | shows name servers of interfaces | 查看接口的域名服务器
  --no-pager | no pager | 不分页
  operands /[\w.@-]+/?
  = resolvectl dns
  = resolvectl dns eth0
  = resolvectl domain wlan0
  ! resolvectl dns eth0 1.1.1.1
  ! resolvectl domain eth0 example.com
  ! resolvectl dns eth0 ''
  ! resolvectl llmnr eth0 no
resolvectl: query | looks up a name | 查询域名
  use resolve-look
  network
  operands host+
  = resolvectl query example.com
  = resolvectl query -t MX example.com
  = resolvectl -4 query host.local
  ! resolvectl query --set-dns=203.0.113.5 x

systemd-resolve | shows name servers | 查看域名服务器
  from systemd 252 resolvectl(1), systemd 237 systemd-resolve(1)
  --status !needed | servers | 域名服务器
  --statistics !needed | counters | 统计
  --no-pager | no pager | 不分页
  = systemd-resolve --status
  = systemd-resolve --statistics
  ! systemd-resolve --status --set-dns=203.0.113.5 --interface=eth0
  ! systemd-resolve --flush-caches
  ! systemd-resolve --statistics --reset-statistics
systemd-resolve | looks up a name | 查询域名
  network
  -4 -6 | address family | 地址族
  -t --type=/[a-z]+\d*/ | this record type | 指定记录类型
  operands host+
  = systemd-resolve example.com
  = systemd-resolve -4 example.com
  ! systemd-resolve --revert -i eth0
  ! systemd-resolve example.com --set-dns=1.1.1.1

set net-look
  -a --all | all interfaces | 所有接口
  -s --stats | with statistics | 显示统计
  -l --full | whole values | 完整显示
  -n --lines=number | lines of the log | 日志行数
  --json={off,pretty,short} | as JSON | JSON 输出
  --no-legend | no header | 不显示表头
  --no-pager | no pager | 不分页
networkctl | lists network links | 列出网络链路
  from systemd 252 networkctl(1)
  use net-look
  = networkctl
  = networkctl --no-pager
  ! networkctl reload
networkctl: list, status, lldp, label | shows network links | 查看网络链路
  use net-look
  operands /[\w.@*?-]+/*
  = networkctl list
  = networkctl status eth0
  = networkctl status -a
  ! networkctl down eth0
  ! networkctl delete eth0
  ! networkctl reconfigure eth0
  ! networkctl renew eth0

bootctl | shows the boot loader | 查看引导程序
  from systemd 252 bootctl(1)
  -p --print-esp-path | path of its partition | EFI 分区路径
  -x --print-boot-path | path of the boot partition | 启动分区路径
  -q --quiet --no-pager
  = bootctl
  = bootctl -p
  ! bootctl --make-entry-directory=yes
bootctl: status, list, is-installed | shows the boot loader | 查看引导程序
  -q --quiet --no-pager
  --json={off,pretty,short} | as JSON | JSON 输出
  = bootctl status
  = bootctl list
  ! bootctl install
  ! bootctl remove
  ! bootctl set-default x
  ! bootctl unlink x
  ! bootctl reboot-to-firmware yes

set dump-look
  -1 | the newest only | 仅最新一条
  -n=number | this many | 条数
  -S --since=/[^-][\s\S]*/ | from this time | 起始时间
  -U --until=/[^-][\s\S]*/ | to this time | 结束时间
  -r --reverse | newest first | 最新的在前
  -q --quiet --no-pager --no-legend --all
  --json={off,pretty,short} | as JSON | JSON 输出
coredumpctl | lists crashes | 列出程序崩溃
  from systemd 252 coredumpctl(1)
  use dump-look
  = coredumpctl
  = coredumpctl --no-pager -r
  ! coredumpctl -F COREDUMP_ENVIRON
  ! coredumpctl -o /home/pi/x
coredumpctl: list, info | shows crashes | 查看程序崩溃
  use dump-look
  operands /\d+|[\w.][\w.-]*|\/[\w\/.-]+|COREDUMP_(?:PID|EXE|COMM|UNIT|SIGNAL)=[\w\/.@-]+/*
  = coredumpctl list
  = coredumpctl info -1
  = coredumpctl info mosquitto
  ! coredumpctl dump -o /home/pi/x
  ! coredumpctl debug
  ! coredumpctl gdb
  ! coredumpctl info --debugger=/tmp/x
  ! coredumpctl list -F COREDUMP_ENVIRON

busctl: list, status, tree | shows the message bus | 查看消息总线
  from systemd 252 busctl(1)
  use busctl-look
  operands /[\w.:-]+/*
  = busctl list
  = busctl tree org.freedesktop.NetworkManager
  = busctl --user list --no-pager
  ! busctl call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager Reboot b true
  ! busctl -H evil.example list
  ! busctl --address=unixexec:path=/tmp/x list
  ! busctl list --address=unixexec:path=/tmp/x
busctl | lists the message bus | 列出消息总线
  use busctl-look
  = busctl
  = busctl --no-pager
  ! busctl monitor
  ! busctl capture
busctl: introspect | shows what a bus object offers | 查看总线对象
  use busctl-look
  --xml-interface | as XML | XML 输出
  operands /[\w.:-]+/ /\/[\w\/]*/ /[\w.]+/?
  = busctl introspect org.freedesktop.hostname1 /org/freedesktop/hostname1
  = busctl introspect --no-pager org.freedesktop.login1 /org/freedesktop/login1
  ! busctl set-property a /b c d s e
  ! busctl emit /a b c
set busctl-look
  --user --system --unique --acquired --activatable --list -l --full --no-pager --no-legend -q --quiet --show-machine -j
  --json={off,pretty,short} | as JSON | JSON 输出
  --auto-start=/no|false|0/ | starts nothing | 不启动服务

rc-status | shows services of run levels | 查看各运行级别的服务
  from openrc 0.45 rc-status(8)
  -a --all -c --crashed -l --list -m --manual -r --runlevel -S --supervised -s --servicelist -u --unused -C --nocolor
  -f --format={ini} | form of the output | 输出格式
  operands /[\w][\w-]*/?
  = rc-status
  = rc-status -a
  ! rc-status --exec

rc-service | shows services | 查看服务
  from openrc 0.45 rc-service(8)
  -C --nocolor
  operands /[\w][\w.@-]*/ {status}
  = rc-service sshd status
  = rc-service mosquitto status
  ! rc-service sshd restart
  ! rc-service -d sshd start
  ! rc-service -l sshd stop
rc-service | lists services | 列出服务
  -l --list !needed | all there are | 列出全部
  = rc-service -l
  = rc-service --list
  ! rc-service --list sshd stop

initctl: list, status, version | shows jobs of upstart | 查看 upstart 任务
  from upstart 1.13 initctl(8)
  operands /[\w][\w.-]*/?
  = initctl list
  = initctl status ssh
  ! initctl stop ssh
  ! initctl --session list

sv: status | shows services of runit | 查看 runit 服务
  from runit 2.1.2 sv(8)
  operands /[\w][\w.-]*/+
  = sv status sshd
  = sv status mosquitto sshd
  ! sv restart sshd
  ! sv -w 5 down sshd
  ! sv check sshd

svstat, s6-svstat | shows a supervised service | 查看受监管服务
  from daemontools 0.76 svstat(8); s6 2.11 s6-svstat
  operands path+
  = svstat /etc/service/app
  = svstat /service/mosquitto
  ! svstat -d /etc/service/app

chkconfig | lists services of run levels | 列出各运行级别的服务
  from chkconfig 1.20 chkconfig(8)
  --list !needed | all there are | 列出
  operands /[\w][\w.-]*/?
  = chkconfig --list
  = chkconfig --list sshd
  ! chkconfig sshd off
  ! chkconfig --del sshd
`
