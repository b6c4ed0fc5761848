/** Processes, load and memory. */
export const PROCESS_MANUAL = String.raw`
# ps reads a call that it cannot read as UNIX options once more as BSD letters, where e shows environments (secrets):
# ps -eux is the known case. So names of users hold no e that could be such a letter, and column environ is left out.
# It also does so where -e stands beside -ax or -aux, or threads beside a tree; hence a form for each.
set ps-look
  -f | full format | 完整格式
  -F | extra full format | 更完整格式
  -l | long format | 长格式
  -j | jobs format | 作业格式
  -y | resident size, no flags | 显示常驻内存
  -c | with the scheduling class | 显示调度类
  -M | with security data | 显示安全信息
  -Z | with security labels | 显示安全标签
  -P | with the processor | 显示所在处理器
  -w | wide | 宽输出
  -o --format=/(?!.*environ)[\w%,:=.\s]+/ | these columns | 指定列
  -p --pid=/\d+(?:[,\s]\d+)*/ | these processes | 指定进程
  -q --quick-pid=/\d+(?:,\d+)*/ | these processes, quickly | 快速查看指定进程
  --ppid=/\d+(?:,\d+)*/ | children of these | 指定父进程
  --sort=/[+-]?[\w%]+(?:,[+-]?[\w%]+)*/ | order | 排序
  --cols --columns --width=number | width of lines | 行宽
  --rows --lines=number | lines of a page | 每页行数
  --headers | header on each page | 每页显示表头
  --no-headers --no-heading --noheader --noheaders --noheading --no-header | no header | 不显示表头
  --cumulative | with ended children | 计入已结束子进程
  --context | with security context | 显示安全上下文
  --deselect -N | all others | 反选
set ps-tree
  -H | as a tree | 树形显示
  --forest | as a tree | 树形显示
set ps-threads
  -L | with threads | 显示线程
  -T | with threads (SPID) | 显示线程（SPID）
  -m | threads after processes | 线程排在进程后
set ps-all
  -e -A | all processes | 所有进程
  -a | all with a terminal | 有终端的进程
  -d | all but session leaders | 除会话首进程外

ps | shows processes | 查看进程
  from procps-ng 4.0.2 ps(1); busybox 1.35 ps
  use ps-look
  use ps-tree
  use ps-all
  bare auxwfjlrnSTvhcgXsC
  operands /[axuwfjlrT]+|\d+(?:,\d+)*/*
  = ps aux
  = ps -ef
  = ps aux --sort=-%cpu
  = ps auxf
  = ps axjf
  = ps -p 1 -o comm=
  = ps -eo pid,ppid,cmd,%mem,%cpu --sort=-%mem
  = ps -o pid,user,%mem,command ax
  = ps -eo stat,pid,ppid,user,comm
  = ps -ejH
  = ps -A -o pid,lstart,etime,args
  = ps -e -o pid,rss,comm --sort -rss
  = ps ax -o pid,stat,wchan:30,cmd
  ! ps ewwp 1
  ! ps vaxe
  ! ps ewwt pts/0
  ! ps auxe
  ! ps auxewww
  ! ps -eux
  ! ps -auxe
  ! ps -eo pid,environ
  ! ps -o ENVIRON
  ! ps aux e
  ! ps -C e -u x
  ! ps --format=environ
  ! ps axN /tmp/x
  ! ps -eH -T
  ! ps -e -T --forest
  ! ps -e -L f
  ! ps -e -aux
ps | shows processes with their threads | 查看进程及线程
  use ps-look
  use ps-threads
  use ps-all
  bare auxwjlrnSTvhcgXsC
  operands /[axuwjlrT]+|\d+(?:,\d+)*/*
  = ps -eLf
  = ps -T -p 1234
  = ps -eL -o pid,tid,comm
  ! ps -eH -T
  ! ps -eL --forest
  ! ps -eT f
ps | shows processes in the words of BSD | 以 BSD 写法查看进程
  -ax | all processes | 所有进程
  -aux -auxw -auxww -auxf | all processes with their users | 所有进程及用户
  -w | wide | 宽输出
  -o --format=/(?!.*environ)[\w%,:=.\s]+/ | these columns | 指定列
  -p --pid=/\d+(?:[,\s]\d+)*/ | these processes | 指定进程
  --sort=/[+-]?[\w%]+(?:,[+-]?[\w%]+)*/ | order | 排序
  --forest | as a tree | 树形显示
  --no-headers --no-heading --noheader --noheaders --noheading --no-header | no header | 不显示表头
  bare auxwfjlrnSTHmvhcgXsC
  operands /[axuwfjlrT]+|\d+(?:,\d+)*/*
  = ps -aux
  = ps -ax -o pid,comm
  = ps -aux --sort=-%mem
  = ps auxH
  = ps axm
  ! ps -e -aux
  ! ps -ef -aux
  ! ps -aux -e
  ! ps -ax -e
  ! ps -aux e
ps | shows columns of processes | 查看进程的指定列
  --sort=/[+-]?[\w%]+(?:,[+-]?[\w%]+)*/ | order | 排序
  --forest | as a tree | 树形显示
  --no-headers --no-heading --noheader --noheaders --noheading --no-header | no header | 不显示表头
  -w | wide | 宽输出
  operands /[axuwT]+o/ /(?!.*environ)[\w%,:=.]+/
  = ps axo pid,stat,comm
  = ps axo pid,rss,args --sort=-rss
  = ps axwwo pid,cmd
  ! ps axeo pid,args
  ! ps axo pid,environ
  ! ps axo pid,args e
ps | shows processes of a program | 查看指定程序的进程
  use ps-look
  use ps-tree
  -C=/[a-z0-9_][\w.,+-]*/ | these programs | 指定程序
  = ps -C python3
  = ps -C mosquitto -o pid,%cpu,%mem,etime
  = ps -fC node
  ! ps -C e -u x
  ! ps -C x,y -e
  ! ps -C e -H -T
ps | shows threads of a program | 查看指定程序的线程
  use ps-look
  use ps-threads
  -C=/[a-z0-9_][\w.,+-]*/ | these programs | 指定程序
  = ps -LC python3
  = ps -T -C node
  ! ps -C e -T --forest
ps | shows processes of a user or a terminal | 查看指定用户或终端的进程
  use ps-look
  use ps-tree
  -u -U --user --User=/(?:\d+|(?=[a-z_])[^e\s,bdiyopkq_-]*(?:[bdiyopkq_-][^\s,]*)?)(?:,[^\s,]+)*/ | these users | 指定用户
  -t --tty=/(?:tty|pts\/)[\w\/]+/ | this terminal | 指定终端
  = ps -u pi
  = ps -U root -u root -o pid,args
  = ps -fu www-data
  = ps -f -u mosquitto
  = ps -u homeassistant -o pid,cmd
  = ps -t pts/0
  ! ps -u x -e
  ! ps -u alex
  ! ps -uex
  ! ps -u ex
  ! ps -ux -e
  ! ps -u pi -H -T
ps | shows threads of a user or a terminal | 查看指定用户或终端的线程
  use ps-look
  use ps-threads
  -u -U --user --User=/(?:\d+|(?=[a-z_])[^e\s,bdiyopkq_-]*(?:[bdiyopkq_-][^\s,]*)?)(?:,[^\s,]+)*/ | these users | 指定用户
  -t --tty=/(?:tty|pts\/)[\w\/]+/ | this terminal | 指定终端
  = ps -Lu pi
  = ps -T -u root
  ! ps -u pi -L --forest

set top-options
  -d --delay=number | seconds between | 间隔秒数
  -H --threads-show | with threads | 显示线程
  -c --cmdline-toggle | whole command lines | 完整命令行
  -i --idle-toggle | without idle ones | 隐藏空闲进程
  -S --accum-time-toggle | with ended children | 累计时间
  -s --secure-mode | without dangerous keys | 安全模式
  -1 --single-cpu-toggle | each processor | 显示各处理器
  -o --sort-override=/[+-]?[A-Za-z%+]+/ | order | 排序列
  -p --pid=/\d+(?:,\d+)*/ | these processes | 指定进程
  -u -U --filter-only-euser --filter-any-user=/(?!-)!?[\w.-]+/ | this user | 指定用户
  -E --scale-summary-mem={k,m,g,t,p,e} | unit of the summary | 汇总单位
  -e --scale-task-mem={k,m,g,t,p} | unit of the list | 列表单位
  -w --width[=/\d+/] !next | width of lines | 行宽

top | shows processes | 查看进程
  from procps-ng 4.0.2 top(1); busybox 1.35 top
  endless | never ends: use top -b -n 1 | 不会结束：请使用 top -b -n 1
  use top-options
  -b --batch !needed | as plain text | 纯文本输出
  -n --iterations=/[1-9]\d*/ !ends | how many times | 次数
  -O --list-fields !ends | names of columns | 列出列名
  = top -b -n 1
  = top -bn1
  = top -b -n1 -w 200
  = top -b -n 1 -o %MEM
  = top -bn2 -d 0.5
  = top -b -n 1 -p 1234
  = top -bcn1
  = top -Hb -n 1
  = top -b -n 1 -u pi
  ! top -b -n 1 --frobnicate
  ! top -b -n 0
  ! top -A x

top | shows processes | 查看进程
  endless | never ends: interactive; use top -b -n 1 | 不会结束：交互式；请使用 top -b -n 1
  use top-options
  -n --iterations=number | how many times | 次数
  = top
  = top -d 5
  ! top -A x

htop | shows processes on the screen | 交互查看进程
  from htop 3.2.2 htop(1)
  endless | never ends: use top -b -n 1 | 不会结束：请使用 top -b -n 1
  -C --no-color --no-colour | without colour | 不用颜色
  -d --delay=number | tenths of a second between | 间隔（十分之一秒）
  -u --user[=/(?!-)[\w.-]+/] !next | this user | 指定用户
  -p --pid=/\d+(?:,\d+)*/ | these processes | 指定进程
  -s --sort-key=name | order | 排序列
  -t --tree | as a tree | 树形显示
  -M --no-mouse | without the mouse | 禁用鼠标
  -U --no-unicode | plain ASCII | 仅 ASCII
  --readonly | no changes by keys | 只读
  = htop
  = htop -u pi
  = htop -p 1,2
  ! htop --drop-capabilities=off
  ! htop -F x

atop | shows load and processes | 查看负载与进程
  from atop 2.8.1 atop(1)
  -a | all processes | 所有进程
  -c | command lines | 命令行
  -m | memory | 内存
  -d | disks | 磁盘
  -n | network | 网络
  -1 | per second | 每秒平均
  -P=/[A-Za-z,]+/ | as lines to parse | 便于解析的输出
  operands /\d+/ /[1-9]\d*/
  = atop 1 1
  = atop -P CPU,MEM 1 1
  ! atop -w /home/pi/app.db 1 1
  ! atop -w/home/pi/x 1 1
  ! atop -aw /home/pi/x 1 1
atop | shows load and processes on the screen | 交互查看负载与进程
  endless | never ends: use atop 1 1 | 不会结束：请使用 atop 1 1
  -a | all processes | 所有进程
  -c | command lines | 命令行
  -m | memory | 内存
  -d | disks | 磁盘
  -n | network | 网络
  -1 | per second | 每秒平均
  operands /\d+/?
  = atop
  = atop 5
  ! atop -w x

glances | shows load on the screen | 交互查看负载
  from glances 3.3.1 glances(1)
  endless | never ends: use top -b -n 1 | 不会结束：请使用 top -b -n 1
  -1 --percpu | each processor | 显示各处理器
  -t --time=number | seconds between | 间隔秒数
  = glances
  = glances -t 5
  ! glances -w
  ! glances -s
  ! glances --export csv --export-csv-file /home/pi/app.db
  ! glances -C /tmp/x

nmon | shows load on the screen | 交互查看负载
  from nmon 16n nmon(1)
  endless | never ends: use vmstat 1 5 | 不会结束：请使用 vmstat 1 5
  = nmon
  ! nmon -f -s1 -c1
  ! nmon -F /home/pi/x
  ! nmon -x

iotop, iotop-c, iotop-py | shows disk load of processes | 查看进程磁盘读写
  from iotop 0.6 iotop(8); iotop-c 1.23 iotop-c(8)
  endless | never ends: use iotop -b -n 1 | 不会结束：请使用 iotop -b -n 1
  -b --batch | as plain text | 纯文本输出
  -n --iter=/[1-9]\d*/ !ends | how many times | 次数
  -o --only | only active ones | 仅活动进程
  -d --delay=number | seconds between | 间隔秒数
  -p --pid=number | this process | 指定进程
  -u --user=/(?!-)[\w.-]+/ | this user | 指定用户
  -P --processes | no threads | 不显示线程
  -a --accumulated | sums since the start | 累计值
  -k --kilobytes | in KiB | 以 KiB 显示
  -t --time | with the time | 显示时间
  -q --quiet | fewer headers | 减少表头
  = iotop -b -n 1
  = iotop -obn1
  = iotop -botqqqn 3
  = iotop -b -n 3 -o -P -a
  ! iotop -b -n 0
  ! iotop -W
  ! iotop --write

pgrep | finds processes | 查找进程
  from procps-ng 4.0.2 pgrep(1); busybox 1.35 pgrep
  -a --list-full | whole command lines | 完整命令行
  -l --list-name | with names | 显示名称
  -f --full | search command lines | 匹配完整命令行
  -x --exact | whole name only | 精确匹配
  -c --count | how many | 计数
  -n --newest | the newest only | 最新的进程
  -o --oldest | the oldest only | 最旧的进程
  -v --inverse | all others | 反选
  -i --ignore-case | any case | 忽略大小写
  -w --lightweight | with threads | 显示线程
  -A --ignore-ancestors | without its own ancestors | 忽略自身祖先进程
  -d --delimiter=text | sign between | 分隔符
  -u --euid=/(?!-)[\w.,-]+/ | these users | 指定用户
  -U --uid=/(?!-)[\w.,-]+/ | these real users | 指定实际用户
  -G --group=/(?!-)[\w.,-]+/ | these groups | 指定组
  -g --pgroup=/[\d,]+/ | these process groups | 指定进程组
  -P --parent=/[\d,]+/ | children of these | 指定父进程
  -s --session=/[\d,]+/ | these sessions | 指定会话
  -t --terminal=/[\w\/,]+/ | these terminals | 指定终端
  -O --older=number | older than seconds | 运行超过秒数
  -r --runstates=/[A-Za-z,]+/ | these states | 指定状态
  -F --pidfile=file | ids from a file | 从文件读取 PID
  -L --logpidfile | only if the file is locked | 仅当文件被锁定
  --ns=number | same namespaces as | 相同命名空间
  --nslist=/[a-z,]+/ | these namespaces | 指定命名空间
  --cgroup=/(?!-)[\w\/.,@:-]+/ | these control groups | 指定控制组
  operands text?
  = pgrep -a python
  = pgrep -f app.py
  = pgrep -l ssh
  = pgrep -c mosquitto
  = pgrep -u pi -x node
  = pgrep -af 'python3 main.py'
  = pgrep -P 1234
  = pgrep -lu www-data
  = pgrep -F /run/sshd.pid
  ! pgrep --signal KILL x
  ! pgrep -KILL x
  ! pgrep -e x
  ! pgrep -q 1 x

pidof | shows ids of a program | 查看程序的进程号
  from sysvinit-utils 3.06 pidof(8); busybox 1.35 pidof
  -s | one only | 仅一个
  -c | same root directory | 相同根目录
  -n | no look at network disks | 不访问网络磁盘
  -q | no output | 不输出
  -x | scripts too | 包括脚本
  -z | zombies too | 包括僵尸进程
  -o=/\d+|%PPID/ | not this one | 排除进程
  -d=/[^-].*/ | sign between | 分隔符
  operands path+
  = pidof sshd
  = pidof -s mosquitto
  = pidof -x app.sh
  = pidof python3 node
  ! pidof --kill sshd
  ! pidof

pstree, pstree.x11 | shows processes as a tree | 以树形查看进程
  from psmisc 23.6 pstree(1)
  -a --arguments | with arguments | 显示参数
  -A --ascii | plain ASCII | 仅 ASCII
  -c --compact-not | each one | 不合并
  -C --color={age} | colour by age | 按运行时间着色
  -g --show-pgids | with groups | 显示进程组
  -G --vt100 | lines of a terminal | 终端线条
  -h --highlight-all | with itself marked | 突出自身
  -H --highlight-pid=number | with this one marked | 突出指定进程
  -l --long | whole lines | 长行
  -n --numeric-sort | by id | 按进程号排序
  -N --ns-sort={cgroup,ipc,mnt,net,pid,time,user,uts} | by namespace | 按命名空间
  -p --show-pids | with ids | 显示进程号
  -s --show-parents | with parents | 显示父进程
  -S --ns-changes | changes of namespace | 命名空间变化
  -t --thread-names | names of threads | 线程名称
  -T --hide-threads | no threads | 隐藏线程
  -u --uid-changes | changes of user | 用户变化
  -U --unicode | line signs | 使用 Unicode 线条
  -Z --security-context | with security labels | 显示安全标签
  operands /[\w.-]+/?
  = pstree -p
  = pstree -ap pi
  = pstree -aps 1234
  = pstree
  ! pstree --exec
  ! pstree /tmp/x

pmap | shows the memory of a process | 查看进程的内存映射
  from procps-ng 4.0.2 pmap(1); busybox 1.35 pmap
  -x --extended | with details | 显示详细信息
  -X | more details | 更多详细信息
  -d --device | with devices | 显示设备
  -q --quiet | no header | 不显示表头
  -p --show-path | whole paths | 完整路径
  -A --range=/[\da-fx]+(?:,[\da-fx]*)?/ | this range | 指定范围
  operands /\d+/+
  = pmap -x 1
  = pmap 1234
  = pmap -XX 1
  ! pmap -N /home/pi/app.db
  ! pmap -n
  ! pmap -xn
  ! pmap -xN/home/pi/x 1
  ! pmap -C /tmp/x 1
  ! pmap -c 1

pwdx | shows the directory of a process | 查看进程的工作目录
  from procps-ng 4.0.2 pwdx(1)
  operands /\d+/+
  = pwdx 1
  = pwdx 1 2
  ! pwdx /tmp

free | shows memory | 查看内存
  from procps-ng 4.0.2 free(1); busybox 1.35 free
  use free-look
  -c --count=number | how many times | 次数
  = free
  = free -h
  = free -m
  = free -mt
  = free -h --si
  = free -wh
  ! free -x
set free-look
  -b --bytes | in bytes | 以字节显示
  -k --kibi | in KiB | 以 KiB 显示
  -m --mebi | in MiB | 以 MiB 显示
  -g --gibi | in GiB | 以 GiB 显示
  --tebi --pebi --kilo --mega --giga --tera --peta | unit | 单位
  -h --human | sizes for people | 以易读单位显示
  --si | powers of 1000 | 以 1000 进制显示
  -w --wide | wide | 宽输出
  -l --lohi | with high and low memory | 显示高低内存
  -t --total | with a sum | 显示总计
  -v --committed | with promised memory | 显示已承诺内存
free | shows memory again and again | 反复查看内存
  endless | never ends: use free -s 1 -c 5 | 不会结束：请使用 free -s 1 -c 5
  use free-look
  -s --seconds=number !needed | seconds between | 间隔秒数
  -c --count=/[1-9]\d*/ !ends | how many times | 次数
  = free -s 1 -c 3
  = free -h -s 2
  ! free -s 1 -o x

uptime | shows how long it runs, and the load | 查看运行时间与负载
  from procps-ng 4.0.2 uptime(1); busybox 1.35 uptime
  -p --pretty | in words | 以文字显示
  -s --since | since when | 启动时间
  = uptime
  = uptime -p
  = uptime -s
  ! uptime -x
  ! uptime /tmp/x

tload | shows the load as a graph | 图形查看负载
  from procps-ng 4.0.2 tload(1)
  endless | never ends: use uptime | 不会结束：请使用 uptime
  -s --scale=number | height of a mark | 刻度
  -d --delay=number | seconds between | 间隔秒数
  = tload
  = tload -d 5
  ! tload /dev/tty1

slabtop | shows caches of the kernel | 查看内核缓存
  from procps-ng 4.0.2 slabtop(1)
  endless | never ends: use slabtop -o | 不会结束：请使用 slabtop -o
  -o --once !ends | once | 一次
  -d --delay=number | seconds between | 间隔秒数
  -s --sort=/[a-z]/ | order | 排序
  = slabtop -o
  = slabtop -o -s c
  ! slabtop -x

set vmstat-look
  -a --active | active memory | 活动内存
  -n --one-header | one header | 仅一次表头
  -d --disk | disks | 磁盘
  -p --partition=/(?:\/dev\/)?\w+/ | this partition | 指定分区
  -S --unit={k,K,m,M} | unit | 单位
  -t --timestamp | with the time | 显示时间
  -w --wide | wide | 宽输出
  -y --no-first | without the first line | 略去首行
vmstat | shows memory, processes and load | 查看内存、进程与负载
  from procps-ng 4.0.2 vmstat(8)
  use vmstat-look
  -f --forks | processes started | 已创建进程数
  -m --slabs | caches of the kernel | 内核缓存
  -s --stats | counters | 计数器
  -D --disk-sum | sum of the disks | 磁盘汇总
  = vmstat
  = vmstat -s
  = vmstat -s -S M
  = vmstat -D
  = vmstat -wt
  ! vmstat -o x
vmstat | shows memory, processes and load | 查看内存、进程与负载
  use vmstat-look
  operands /\d+/ /[1-9]\d*/
  = vmstat 1 5
  = vmstat -w 1 3
  = vmstat -S M 2 5
  = vmstat -d 1 3
  ! vmstat 1 5 /tmp/x
vmstat | shows memory, processes and load again and again | 反复查看内存、进程与负载
  endless | never ends: use vmstat 1 5 | 不会结束：请使用 vmstat 1 5
  use vmstat-look
  operands /\d+/
  = vmstat 1
  = vmstat -t 5
  ! vmstat 1 x

set iostat-look
  -c | processor | 处理器
  -d | devices | 设备
  -h | for people | 易读输出
  -k | in KiB | 以 KiB 显示
  -m | in MiB | 以 MiB 显示
  -N | names of the mapper | 设备映射名称
  -s | narrow | 窄输出
  -t | with the time | 显示时间
  -x | with details | 显示详细信息
  -y | without the first report | 略去首次报告
  -z | only active ones | 仅活动设备
  --human | sizes for people | 以易读单位显示
  --pretty | for people | 易读输出
  --compact | one report | 合并显示
  --dec={0,1,2} | decimals | 小数位数
  -o={json} | as JSON | JSON 输出
  -p[=/all|[a-z][\w,!\/-]*/] !next | with partitions | 显示分区
  -j={id,label,path,uuid} | names of devices | 设备名称类型
iostat | shows load of disks and processor | 查看磁盘与处理器负载
  from sysstat 12.6.1 iostat(1)
  use iostat-look
  operands /(?:\/dev\/)?[a-z][\w!-]*/*
  = iostat
  = iostat -x
  = iostat -xz sda
  = iostat -p mmcblk0
  ! iostat -o /tmp/x
  ! iostat -f /tmp/x
iostat | shows load of disks and processor | 查看磁盘与处理器负载
  use iostat-look
  operands /(?:\/dev\/)?[a-z][\w!-]*/* /\d+/ /[1-9]\d*/
  = iostat -x 1 3
  = iostat -dx 1 2
  = iostat -xm sda 1 2
  = iostat -o JSON 1 1
  ! iostat 1 0
iostat | shows load of disks and processor again and again | 反复查看磁盘与处理器负载
  endless | never ends: use iostat 1 5 | 不会结束：请使用 iostat 1 5
  use iostat-look
  operands /(?:\/dev\/)?[a-z][\w!-]*/* /\d+/
  = iostat 1
  = iostat -x sda 2
  ! iostat 1 --x

set mpstat-look
  -A | everything | 全部
  -u | use of the processor | 处理器使用率
  -n | by NUMA node | 按 NUMA 节点
  -T | with the topology | 显示拓扑
  -P=/all|[\d,-]+/ | these processors | 指定处理器
  -N=/all|[\d,-]+/ | these nodes | 指定节点
  -I={cpu,scpu,sum,all} | interrupts | 中断
  -o={json} | as JSON | JSON 输出
  --dec={0,1,2} | decimals | 小数位数
mpstat | shows load of each processor | 查看各处理器负载
  from sysstat 12.6.1 mpstat(1)
  use mpstat-look
  = mpstat
  = mpstat -P ALL
  ! mpstat -o /tmp/x
mpstat | shows load of each processor | 查看各处理器负载
  use mpstat-look
  operands /\d+/ /[1-9]\d*/
  = mpstat -P ALL 1 1
  = mpstat 1 5
  ! mpstat 1 5 x
mpstat | shows load of each processor again and again | 反复查看各处理器负载
  endless | never ends: use mpstat 1 5 | 不会结束：请使用 mpstat 1 5
  use mpstat-look
  operands /\d+/
  = mpstat 1
  = mpstat -P ALL 2
  ! mpstat x

set pidstat-look
  -d | disks | 磁盘
  -r | memory | 内存
  -s | stack | 栈
  -u | processor | 处理器
  -v | tables of the kernel | 内核表
  -w | switches of tasks | 任务切换
  -R | priorities | 优先级
  -t | with threads | 显示线程
  -h | one line each | 每项一行
  -H | seconds of the epoch | 以纪元秒显示时间
  -I | share of all processors | 按全部处理器计算
  -l | whole command lines | 完整命令行
  -U | names of users | 显示用户名
  -T={task,child,all} | tasks or children | 任务或子进程
  -C=/[\w.|*+][\w.|*+-]*/ | these programs | 指定程序
  -G=/[\w.|*+][\w.|*+-]*/ | these processes | 指定进程名
  -p=/(?:\d+|self|all)(?:,(?:\d+|self))*/ | these processes | 指定进程
  --human | sizes for people | 以易读单位显示
  --dec={0,1,2} | decimals | 小数位数
pidstat | shows load of processes | 查看进程负载
  from sysstat 12.6.1 pidstat(1)
  use pidstat-look
  = pidstat
  = pidstat -r
  = pidstat -p 1234
  ! pidstat -e rm -rf /home/pi/data
  ! pidstat -ue reboot
  ! pidstat -C -e reboot
  ! pidstat -U -e reboot
pidstat | shows load of processes | 查看进程负载
  use pidstat-look
  operands /\d+/ /[1-9]\d*/
  = pidstat 1 1
  = pidstat -d 1 3
  = pidstat -ru -p 1234 1 5
  = pidstat -C python3 -u 1 2
  ! pidstat 1 5 -e systemctl stop ssh
pidstat | shows load of processes again and again | 反复查看进程负载
  endless | never ends: use pidstat 1 5 | 不会结束：请使用 pidstat 1 5
  use pidstat-look
  operands /\d+/
  = pidstat 1
  = pidstat -d 2
  ! pidstat 2 -e reboot

set sar-look
  -A | everything | 全部
  -b | transfers | 传输
  -B | paging | 换页
  -C | comments | 注释
  -d | devices | 设备
  -F[={mount}] !next | file systems | 文件系统
  -h | for people | 易读输出
  -H | huge pages | 大页
  -p | names of devices | 设备名称
  -q | queue and load | 队列与负载
  -r[={all}] !next | memory | 内存
  -S | swap | 交换空间
  -t | time of its maker | 创建者时间
  -u[={all}] !next | processor | 处理器
  -v | tables of the kernel | 内核表
  -w | switches of tasks | 任务切换
  -W | swapping | 交换
  -y | terminals | 终端
  -z | only active ones | 仅活动项
  --human | sizes for people | 以易读单位显示
  --pretty | for people | 易读输出
  --dec={0,1,2} | decimals | 小数位数
  -n={dev,edev,fc,icmp,eicmp,icmp6,eicmp6,ip,eip,ip6,eip6,nfs,nfsd,soft,sock,sock6,tcp,etcp,udp,udp6,all} | network | 网络
  -m={bat,cpu,fan,freq,in,temp,usb,all} | power and heat | 电源与温度
  -P=/all|[\d,-]+/ | these processors | 指定处理器
  -I=/sum|all|[\d,-]+/ | interrupts | 中断
  --dev=/(?!-)[\w,!-]+/ | these devices | 指定设备
  --iface=/(?!-)[\w.,@-]+/ | these interfaces | 指定接口
  --fs=/(?!-)[\w\/.,-]+/ | these file systems | 指定文件系统
sar, sar.sysstat | shows load as it was recorded | 查看已记录的负载
  from sysstat 12.6.1 sar(1)
  use sar-look
  -f=file | this record | 指定记录文件
  -s[=/\d\d:\d\d(?::\d\d)?/] !next | from this time | 起始时间
  -e[=/\d\d:\d\d(?::\d\d)?/] !next | to this time | 结束时间
  -i=number | seconds between | 间隔秒数
  -# | days ago | 几天前
  = sar
  = sar -q
  = sar -u -f /var/log/sysstat/sa10
  = sar -r -s 08:00 -e 10:00
  = sar -n DEV -1
  ! sar -o /home/pi/app.db
  ! sar -uo /home/pi/x
  ! sar -f -o x
sar, sar.sysstat | shows load of the system | 查看系统负载
  use sar-look
  operands /\d+/ /[1-9]\d*/
  = sar -u 1 3
  = sar -r 1 1
  = sar -n DEV 1 5
  = sar -u ALL 1 2
  = sar 2 3
  ! sar -o /home/pi/app.db 1 1
  ! sar -o /etc/passwd 1 1
  ! sar -uo/etc/x 1 1
sar, sar.sysstat | shows load of the system again and again | 反复查看系统负载
  endless | never ends: use sar 1 5 | 不会结束：请使用 sar 1 5
  use sar-look
  operands /\d+/
  = sar 1
  = sar -n DEV 1
  ! sar 1 -o x

set dstat-look
  -a --all | the usual set | 默认项
  -c --cpu | processor | 处理器
  -d --disk | disks | 磁盘
  -g --page | paging | 换页
  -i --int | interrupts | 中断
  -l --load | load | 负载
  -m --mem | memory | 内存
  -n --net | network | 网络
  --proc | processes | 进程
  -r --io | requests | 请求
  -s --swap | swap | 交换空间
  -t --time | with the time | 显示时间
  -T --epoch | seconds of the epoch | 纪元秒
  -y --sys | system | 系统
  -f --full | each device | 逐个设备
  -v --vmstat | like vmstat | 类似 vmstat
  --tcp --udp --socket --fs --vm --aio --ipc --lock --raw --unix --filesystem
  --top-cpu --top-mem --top-io --top-bio | the biggest user | 占用最多者
  --nocolor --noheaders --noupdate --float --integer --bits --bw --blackonwhite
  -C=/[\w,]+/ | these processors | 指定处理器
  -D=/(?!-)[\w,-]+/ | these disks | 指定磁盘
  -N=/(?!-)[\w.,-]+/ | these interfaces | 指定接口
dstat | shows load of the system | 查看系统负载
  from pcp-dstat 6.0.3 dstat(1); dstat 0.7.4 dstat(1)
  use dstat-look
  operands /\d+/ /[1-9]\d*/
  = dstat 1 3
  = dstat -cdngy 1 5
  = dstat --top-cpu --top-mem 1 2
  = dstat -t --noupdate 5 2
  ! dstat -o /home/pi/x 1 3
  ! dstat --output=/home/pi/x 1 3
  ! dstat -p /home/pi/x 1 3
dstat | shows load of the system again and again | 反复查看系统负载
  endless | never ends: use dstat 1 5 | 不会结束：请使用 dstat 1 5
  use dstat-look
  operands /\d+/?
  = dstat
  = dstat -cm 1
  ! dstat --output x

# Resource letters of prlimit take attached limits (-nunlimited is a cluster of its letters), so long names only.
prlimit | shows limits of a process | 查看进程限制
  from util-linux 2.38.1 prlimit(1)
  -p --pid=number | this process | 指定进程
  -o --output={description,resource,soft,hard,units} | these columns | 指定列
  --noheadings | no header | 不显示表头
  --raw | raw table | 原始表格
  --verbose | with details | 显示详细信息
  --core --data --nice --fsize --sigpending --memlock --rss --nofile --msgqueue --rtprio --stack --cpu --nproc --as --locks --rttime | this limit | 指定限制
  = prlimit --pid 1
  = prlimit
  = prlimit -p 1234 --nofile
  = prlimit --nofile --pid 1 -o SOFT,HARD
  ! prlimit --pid 1 --nofile=1024
  ! prlimit -p 1 -n1024
  ! prlimit -p 1 -nunlimited
  ! prlimit --nproc reboot
  ! prlimit reboot

chrt | shows how a process is scheduled | 查看进程调度策略
  from util-linux 2.38.1 chrt(1); busybox 1.35 chrt
  -p --pid !needed | of this process | 指定进程
  -a --all-tasks | all its threads | 所有线程
  -v --verbose | with details | 显示详细信息
  operands /\d+/
  = chrt -p 1
  = chrt -ap 1234
  ! chrt -p 10 1234
  ! chrt -f 10 reboot
  ! chrt -r -p 1 1
chrt | shows priorities that may be set | 查看可用优先级
  -m --max !needed | lowest and highest | 最低与最高
  = chrt -m
  = chrt --max
  ! chrt -m reboot

ionice | shows the disk priority of a process | 查看进程磁盘优先级
  from util-linux 2.38.1 ionice(1); busybox 1.35 ionice
  -p --pid=/\d+/ !needed | of this process | 指定进程
  -P --pgid=/\d+/ !needed | of this group | 指定进程组
  -u --uid=/\d+/ !needed | of this user | 指定用户
  operands /\d+/*
  = ionice -p 1
  = ionice -p 1 2
  ! ionice -c 3 -p 1
  ! ionice -c3 reboot
  ! ionice -p 1 -n 0
taskset | shows on which processors a process may run | 查看进程可用处理器
  from util-linux 2.38.1 taskset(1); busybox 1.35 taskset
  -p --pid !needed | of this process | 指定进程
  -c --cpu-list | as a list | 以列表显示
  -a --all-tasks | all its threads | 所有线程
  operands /\d+/
  = taskset -p 1
  = taskset -cp 1234
  = taskset -apc 1
  ! taskset -p 3 1234
  ! taskset -cp 0-1 1234
  ! taskset 1 reboot
  ! taskset -c 0 reboot

ipcs | shows shared memory, queues and semaphores | 查看共享内存、队列与信号量
  from util-linux 2.38.1 ipcs(1); busybox 1.35 ipcs
  -a --all | everything | 全部
  -m --shmems | shared memory | 共享内存
  -q --queues | queues | 消息队列
  -s --semaphores | semaphores | 信号量
  -c --creator | makers | 创建者
  -l --limits | limits | 限制
  -p --pid | ids of processes | 进程号
  -t --time | times | 时间
  -u --summary | summary | 摘要
  -b --bytes | in bytes | 以字节显示
  --human | sizes for people | 以易读单位显示
  -i --id=number | this one | 指定编号
  = ipcs
  = ipcs -a
  = ipcs -m -p
  = ipcs -lu
  ! ipcs --rm 1

lsipc | shows shared memory, queues and semaphores | 查看共享内存、队列与信号量
  from util-linux 2.38.1 lsipc(1)
  -i --id=number | this one | 指定编号
  -g --global | totals | 汇总
  -m --shmems | shared memory | 共享内存
  -q --queues | queues | 消息队列
  -s --semaphores | semaphores | 信号量
  -c --creator | makers | 创建者
  -e --export | as NAME=value | 以 NAME=value 输出
  -J --json | as JSON | JSON 输出
  -l --list | as a list | 列表输出
  -n --newline -r --raw -y --shell
  --noheadings | no header | 不显示表头
  --notruncate | whole values | 不截断
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  -b --bytes | in bytes | 以字节显示
  -t --time | times | 时间
  --time-format={full,iso,short} | format of times | 时间格式
  -P --numeric-perms | rights as numbers | 数字权限
  = lsipc
  = lsipc -m --json
  ! lsipc --rm

lsns | shows namespaces | 查看命名空间
  from util-linux 2.38.1 lsns(8)
  use ls-table
  -p --task=number | of this process | 指定进程
  -t --type={mnt,net,ipc,user,pid,uts,cgroup,time} | this type | 指定类型
  -u --notruncate | whole values | 不截断
  -W --nowrap | no broken lines | 不换行
  -T --tree[={parent,owner,process}] | as a tree | 树形显示
  operands /\d+/?
  = lsns
  = lsns -t net
  = lsns -p 1
  ! lsns /tmp/x

set ls-table
  -J --json | as JSON | JSON 输出
  -l --list | as a list | 列表输出
  -n --noheadings | no header | 不显示表头
  -o --output=/(?!-)[\w,+%:-]+/ | these columns | 指定列
  --output-all | all columns | 所有列
  -r --raw | raw table | 原始表格

lslocks | shows locks of files | 查看文件锁
  from util-linux 2.38.1 lslocks(8)
  -J --json | as JSON | JSON 输出
  -n --noheadings | no header | 不显示表头
  -o --output=/(?!-)[\w,+%:-]+/ | these columns | 指定列
  --output-all | all columns | 所有列
  -r --raw | raw table | 原始表格
  -b --bytes | in bytes | 以字节显示
  -i --noinaccessible | only those it may read | 忽略无权访问者
  -p --pid=number | of this process | 指定进程
  -u --notruncate | whole values | 不截断
  = lslocks
  = lslocks -p 1234
  ! lslocks /tmp/x

lsirq | shows interrupts | 查看中断
  from util-linux 2.38.1 lsirq(1)
  -J --json | as JSON | JSON 输出
  -P --pairs | as NAME=value | 以 NAME=value 输出
  -n --noheadings | no header | 不显示表头
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  -s --sort={irq,total,name} | order | 排序
  -S --softirq | soft interrupts | 软中断
  = lsirq
  = lsirq -s total
  ! lsirq -x

numastat | shows memory by node | 查看各节点内存
  from numactl 2.0.16 numastat(8)
  -c | narrow | 窄输出
  -m | like meminfo | 类似 meminfo
  -n | in MiB | 以 MiB 显示
  -v | with details | 显示详细信息
  -z | without zeros | 略去零值
  -p=/[\w.]+/ | of this process | 指定进程
  operands /[\w.]+/*
  = numastat
  = numastat -m
  = numastat -p 1234
  ! numastat --frobnicate

numactl | shows memory nodes | 查看内存节点
  from numactl 2.0.16 numactl(8)
  -H --hardware !needed | nodes there are | 显示节点
  -s --show !needed | policy of itself | 显示策略
  = numactl --hardware
  = numactl -s
  ! numactl -C 0 reboot
  ! numactl --show reboot
  ! numactl --file /tmp/x --touch

smem | shows memory of processes | 查看进程内存
  from smem 1.5 smem(8)
  -k --abbreviate | sizes with a unit | 带单位显示
  -t --totals | with a sum | 显示总计
  -r --reverse | other order | 逆序
  -p --percent | as a share | 以百分比显示
  -u --users | by user | 按用户
  -w --system | whole system | 整个系统
  -m --mappings | by mapping | 按映射
  -H --no-header | no header | 不显示表头
  -n --numeric | ids of users | 数字用户
  -s --sort=name | order | 排序
  -c --columns=/[\w\s]+/ | these columns | 指定列
  = smem -tk
  = smem -rs pss -k
  ! smem --source /tmp/x
  ! smem -P x -S /tmp/x
  ! smem --pie name
`
