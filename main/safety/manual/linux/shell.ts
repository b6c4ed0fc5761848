/** Builtins of the shell, small programs that print or compute, and their help. */
export const SHELL_MANUAL = String.raw`
# echo prints every other word; a line of dashes is a usual heading.
echo | prints text | 输出文本
  from bash 5.2 bash(1); GNU coreutils 9.1 echo(1); dash 0.5.12
  style none
  operands any*
  = echo hello
  = echo -e 'a\tb'
  = echo "--- disk ---"
  ! echo x > /etc/passwd
  ! echo $(reboot)

# %n of bash sets a variable.
printf | prints text | 按格式输出文本
  from bash 5.2 bash(1); GNU coreutils 9.1 printf(1); dash 0.5.12
  operands /(?![\s\S]*%[-#0\s+'\d.*$]*[hlLjtzq]*n)[\s\S]*/ /[\s\S]*/*
  = printf '%s\n' hello
  = printf '%-10s %5.1f%%\n' cpu 3.5
  = printf '%(%Y-%m-%d)T\n'
  ! printf -v x a
  ! printf -vPATH a
  ! printf '%n' PATH
  ! printf '%5ln' PATH

true, false, : | does nothing | 不执行任何操作
  from bash 5.2 bash(1); GNU coreutils 9.1 true(1); dash 0.5.12
  style none
  operands any*
  = true
  = true x
  ! true $(reboot)

# -v and -R of bash evaluate a name, subscripts with commands among it: [ is in no word.
test, [ | tests a condition | 测试条件
  from bash 5.2 bash(1); GNU coreutils 9.1 test(1); dash 0.5.12
  style word
  -b -c -d -e -f -g -G -h -k -L -N -O -p -r -s -S -t -u -w -x | property of a file | 文件属性
  -n -z | text is empty or not | 文本是否为空
  -nt -ot -ef | compares files | 比较文件
  -eq -ne -lt -le -gt -ge=/-?\d+|[\w.]+/ | compares numbers | 比较数字
  -a -o | joins conditions | 组合条件
  operands /[^[]*/*
  = test -f /etc/passwd
  = test 1 -lt 2
  = test ! -e /x -o -d /y
  = test a = b
  ! test -v x
  ! test -R x
  ! test 'a[$(reboot)]' -eq 1
  ! test 1 -eq 'a[$(reboot)]'

seq | prints numbers | 输出数字序列
  from GNU coreutils 9.1 seq(1); busybox 1.35 seq
  -f --format=/(?!-)[^%]*%[^%]*/ | format | 格式
  -s --separator=/-|(?!-)[\s\S]*/ | separator | 分隔符
  -w --equal-width | same width | 等宽
  -# | a number below zero | 负数
  operands /[+-]?\d{1,9}(?:\.\d{1,3})?/? /[+-]?\d{1,9}(?:\.\d{1,3})?/?
  = seq 1 10
  = seq 5
  = seq -5 5
  ! seq 5 0 5
  ! seq 1 0 5
  ! seq 1 inf
  ! seq --x 1
seq | prints numbers by a step | 按步长输出数字序列
  -f --format=/(?!-)[^%]*%[^%]*/ | format | 格式
  -s --separator=/-|(?!-)[\s\S]*/ | separator | 分隔符
  -w --equal-width | same width | 等宽
  operands /[+-]?\d{1,9}(?:\.\d{1,3})?/ /\+?(?!0+(?:\.0+)?$)\d{1,9}(?:\.\d{1,3})?/ /[+-]?\d{1,9}(?:\.\d{1,3})?/
  = seq -w 1 5 100
  = seq 0 0.5 2
  ! seq 5 0.0 5
  ! seq 5 +0 5

command | tells what a command is | 判断命令类型
  from bash 5.2 bash(1); dash 0.5.12
  -v !needed | its place | 位置
  -V !needed | with words | 文字说明
  operands /[\w.+-]+/+
  = command -v docker
  = command -V x
  ! command -p reboot
  ! command -pv reboot

yes | repeats a word | 重复输出
  from GNU coreutils 9.1 yes(1); busybox 1.35 yes
  endless | never ends: use yes piped into head -n N | 不会结束：请接 head -n N 使用
  soft
  operands text*
  = yes
  = yes y
  ! yes --x

sleep | waits | 等待
  from GNU coreutils 9.1 sleep(1); busybox 1.35 sleep
  operands /\d{1,5}(?:\.\d{1,6})?s?|\d{1,4}m|\d{1,2}h/+
  = sleep 5
  = sleep 0.5
  = sleep 2m
  ! sleep infinity
  ! sleep inf
  ! sleep 1e9

date | shows the time | 查看时间
  from GNU coreutils 9.1 date(1); busybox 1.35 date
  -d --date=/(?!-[^\d\s])[\s\S]*/ | of this time | 指定时间
  -I --iso-8601[={date,hours,minutes,seconds,ns}] | in ISO format | ISO 格式
  -R --rfc-email --rfc-2822 | in mail format | 邮件格式
  --rfc-3339={date,seconds,ns} | in RFC 3339 format | RFC 3339 格式
  -r --reference=path | of the last change of a file | 文件的修改时间
  -u --utc --universal | in UTC | 以 UTC 显示
  --debug
  --resolution
  operands /\+[\s\S]*/?
  = date
  = date -u
  = date '+%Y-%m-%d %H:%M:%S'
  = date -d yesterday +%F
  = date -d '-1 hour'
  = date -Iseconds
  = date -r /var/log/syslog
  ! date -s '2020-01-01'
  ! date --set=2020-01-01
  ! date -us 2020-01-01
  ! date -d now -s now
  ! date 010100002020
  ! date -f /etc/shadow
  ! date --file=/etc/shadow
  ! date --se=2020-01-01
  ! date --rfc-3339=seconds 010100002020

# -m has a value in one calendar and none in another.
cal | shows a calendar | 显示日历
  from ncal 12.1 cal(1); util-linux 2.38 cal(1); busybox 1.35 cal
  -1 | one month | 一个月
  -3 | three months | 三个月
  -j | days of the year | 年内日序
  -y | the whole year | 全年
  operands /\w{1,9}/ /\d{1,4}/? /\d{1,4}/?
  = cal 2024
  = cal -3 12 2024
  ! cal --x

cal, ncal | shows a calendar | 显示日历
  from ncal 12.1 cal(1); util-linux 2.38 cal(1); busybox 1.35 cal
  -1 | one month | 一个月
  -3 | three months | 三个月
  -j | days of the year | 年内日序
  -y | the whole year | 全年
  = cal
  = cal -3
  = cal -y
  ! cal -N

ncal | shows a calendar | 显示日历
  -b | as cal | 传统格式
  -w | with weeks | 显示周数
  -M | weeks from Monday | 周一开始
  -S | weeks from Sunday | 周日开始
  -1 -3 -j -y -h -e -o
  operands /\w{1,9}/? /\d{1,4}/?
  = ncal -w
  = ncal -wM 2024
  ! ncal --x

bc | computes | 计算
  from GNU bc 1.07 bc(1); busybox 1.35 bc
  -l --mathlib | with more functions | 加载数学库
  -q --quiet | without a greeting | 不显示欢迎信息
  -s --standard -w --warn
  = bc -l
  = bc
  ! bc /tmp/x
  ! bc -l /etc/shadow
  ! bc -i

factor | shows prime factors | 分解质因数
  from GNU coreutils 9.1 factor(1); busybox 1.35 factor
  -h --exponents
  operands /\d+/*
  = factor 12
  = factor 10 100
  ! factor --x

expr | computes | 计算表达式
  from GNU coreutils 9.1 expr(1); busybox 1.35 expr
  -# | a number below zero | 负数
  operands /[\s\S]*/+
  = expr 1 + 1
  = expr 5 * 3
  = expr 7 - 5
  = expr length abc
  ! expr --x

tput | shows what the terminal can do | 查看终端能力
  from ncurses 6.4 tput(1)
  -T=name | kind of terminal | 终端类型
  operands {cols,lines,colors,longname,bold,dim,smul,rmul,rev,smso,rmso,sgr0,setaf,setab} /\d{1,3}/?
  = tput cols
  = tput lines
  = tput setaf 1
  ! tput reset
  ! tput init
  ! tput -S
  ! tput clear

tty | shows the terminal | 显示终端名称
  from GNU coreutils 9.1 tty(1); busybox 1.35 tty
  -s --silent --quiet | no output | 不输出
  = tty
  = tty -s
  ! tty --x

# Of its own terminal only: tty_ioctl(4), opening a serial line raises DTR, which resets many boards.
stty | shows the settings of a terminal | 查看终端设置
  from GNU coreutils 9.1 stty(1); busybox 1.35 stty
  -a --all | all settings | 所有设置
  -g --save | in short form | 简短格式
  operands {size,speed}?
  = stty -a
  = stty -g
  = stty size
  ! stty -F /dev/ttyUSB0 -a
  ! stty -F /dev/ttyUSB0
  ! stty --file=/dev/ttyAMA0 -g
  ! stty -F /dev/ttyUSB0 9600
  ! stty -F /dev/ttyUSB0 -echo
  ! stty raw
  ! stty -F /dev/watchdog
  ! stty -F /dev/tty/../watchdog -a
  ! stty sane
  ! stty -F /dev/ttyUSB0 speed 9600

man | shows a manual | 查看手册
  from man-db 2.11 man(1)
  -a --all | all pages | 所有页面
  -f --whatis | in one line | 一行说明
  -k --apropos | pages about a word | 按关键字查找
  -w --where --location | where the page is | 手册位置
  -i --ignore-case | in any case | 忽略大小写
  -I --match-case | case counts | 区分大小写
  --regex --wildcard --names-only
  -s -S --sections=/[\w:,]+/ | sections | 章节
  -L --locale=/\w[\w.@-]*/ | language | 语言
  operands name*
  = man ls
  = man -k network
  = man 5 crontab
  = man -s 8 mount
  ! man -P id ls
  ! man --pager=id ls
  ! man -Pid ls
  ! man -l /etc/shadow
  ! man --local-file /etc/shadow
  ! man ./evil.1
  ! man /etc/shadow
  ! man -H ls
  ! man -C /tmp/x ls
  ! man -M /tmp ls
  ! man -u
  ! man -c ls
  ! man -X ls

whatis | tells in one line what a command is | 一行说明命令
  from man-db 2.11 whatis(1)
  -r --regex -w --wildcard -l --long
  -s --sections --section=/[\w:,]+/ | sections | 章节
  operands text+
  = whatis ls
  = whatis -s 8 mount
  ! whatis -C /tmp/x ls
  ! whatis -M /tmp ls

apropos | searches the manuals | 按关键字查找手册
  from man-db 2.11 apropos(1)
  -r --regex -w --wildcard -l --long -e --exact -a --and
  -s --sections --section=/[\w:,]+/ | sections | 章节
  operands text+
  = apropos network
  = apropos -a usb serial
  ! apropos -C /tmp/x ls
  ! apropos --config-file=/tmp/x ls

help | shows help on builtins | 查看内建命令帮助
  from bash 5.2 bash(1)
  -d | short | 简短说明
  -m | as a manual | 手册格式
  -s | usage only | 仅用法
  operands text*
  = help
  = help -d cd
  ! help --x

history | shows earlier commands | 查看命令历史
  from bash 5.2 bash(1)
  operands /\d{1,6}/?
  = history
  = history 20
  ! history -c
  ! history -d 5
  ! history -w /tmp/x
  ! history -a
  ! history -r /etc/shadow
  ! history -ps x

alias | shows aliases | 查看别名
  from bash 5.2 bash(1); dash 0.5.12
  -p
  operands /[\w.-]+/*
  = alias
  = alias ll
  ! alias ls='rm -rf /'
  ! alias -p ls=reboot

umask | shows the mask of new files | 查看新建文件的权限掩码
  from bash 5.2 bash(1); dash 0.5.12
  -S | with letters | 符号形式
  -p
  = umask
  = umask -S
  ! umask 000
  ! umask -S 000

ulimit | shows the limits of the shell | 查看 shell 资源限制
  from bash 5.2 bash(1); dash 0.5.12
  -a | all limits | 所有限制
  -S | the soft limit | 软限制
  -H | the hard limit | 硬限制
  -n | open files | 打开文件数
  -u | processes | 进程数
  -c -d -e -f -i -l -m -p -q -r -s -t -v -x -R | one limit | 单项限制
  = ulimit -a
  = ulimit -n
  = ulimit -Hn
  ! ulimit -n 10
  ! ulimit -n10
  ! ulimit -a 5

getconf | shows settings of the system | 查看系统配置值
  from glibc 2.36 getconf(1)
  -a | all | 全部
  operands /\w+/? path?
  = getconf LONG_BIT
  = getconf -a
  = getconf NAME_MAX /
  ! getconf -v ../../../tmp/x PAGE_SIZE

locale | shows language settings | 查看语言区域设置
  from glibc 2.36 locale(1)
  -a --all-locales | all languages | 所有语言区域
  -m --charmaps | sets of characters | 字符集
  -k --keyword-name
  -c --category-name
  -v --verbose
  operands /\w+/*
  = locale
  = locale -a
  = locale charmap
  ! locale --x

hash | shows programs that the shell remembers | 查看 shell 记住的程序
  from bash 5.2 bash(1); dash 0.5.12
  -l
  -t=name
  = hash
  = hash -l
  ! hash -r
  ! hash -p /tmp/x ls
  ! hash -d ls

jobs | shows jobs of the shell | 查看 shell 作业
  from bash 5.2 bash(1); dash 0.5.12
  -l -n -p -r -s
  operands /%?[\w+-]+/*
  = jobs
  = jobs -l
  ! jobs -x reboot
  ! jobs -lx reboot

dirs | shows remembered directories | 查看目录栈
  from bash 5.2 bash(1)
  -l -p -v
  = dirs
  = dirs -v
  ! dirs -c

times | shows the time that the shell took | 查看 shell 用时
  from bash 5.2 bash(1); dash 0.5.12
  = times
  = times --
  ! times x

shopt | shows settings of the shell | 查看 shell 选项
  from bash 5.2 bash(1)
  -p -q -o
  operands /\w+/*
  = shopt
  = shopt -p extglob
  ! shopt -s extglob
  ! shopt -u extglob
  ! shopt -so posix

cd, pushd | changes to a directory | 切换目录
  from bash 5.2 bash(1); dash 0.5.12
  -L
  -P | without links | 不含链接
  -n
  operands /-|[^-][\s\S]*/?
  = cd /var/log
  = cd -
  = cd
  ! cd --x
  ! cd a b

popd | changes back to a directory | 返回先前的目录
  from bash 5.2 bash(1)
  -n
  operands /[+]\d+/?
  = popd
  = popd +1
  ! popd x

exit | ends the shell of the command | 结束命令的 shell
  from bash 5.2 bash(1); dash 0.5.12
  operands /\d{1,3}/?
  = exit
  = exit 0
  ! exit -x

busybox | lists the programs of busybox | 列出 busybox 的程序
  from busybox 1.35
  --list --list-full !needed | lists | 列出
  = busybox --list
  = busybox --list-full
  ! busybox reboot
  ! busybox --install -s /bin
  ! busybox --list reboot

# All of the environment may hold secrets: names that hold none only.
printenv | shows variables of the environment | 查看环境变量
  from GNU coreutils 9.1 printenv(1); busybox 1.35 printenv
  -0 --null
  operands {path,home,user,logname,shell,lang,language,lc_all,lc_ctype,lc_time,term,pwd,hostname,tz,editor,pager,display,wayland_display,xdg_runtime_dir,xdg_session_type,xdg_current_desktop,http_proxy,https_proxy,no_proxy,all_proxy,sudo_user,ssh_tty,java_home,pythonpath,ld_library_path}+
  = printenv PATH
  = printenv PATH HOME USER SHELL LANG
  = printenv http_proxy no_proxy
  ! printenv
  ! printenv API_TOKEN
  ! printenv PATH MQTT_PASSWORD
  ! printenv -0
`
