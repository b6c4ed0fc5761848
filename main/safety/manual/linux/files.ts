/** Listing files, their properties, and showing what is in them. */
export const FILES_MANUAL = String.raw`
set list
  -a --all | also hidden files | 包括隐藏文件
  -A --almost-all | also hidden files, without . and .. | 包括隐藏文件，不含 . 和 ..
  --author | with the author | 显示作者
  -b --escape | escapes unusual signs | 转义特殊字符
  --block-size=/[1-9]?\d*[KMGTPEZY]?i?B?/ | unit of sizes | 大小的单位
  -B --ignore-backups | without backup files | 不含备份文件
  -c | by or with the time of status change | 按状态更改时间
  -C | in columns | 多列显示
  --color[={always,auto,never,yes,no,tty,none,force,if-tty}] | in colour | 彩色显示
  -d --directory | directories themselves | 仅目录本身
  -f | unsorted, all files | 不排序，显示全部
  -F | marks the type | 标出类型
  --classify[={always,auto,never}] | marks the type | 标出类型
  --file-type | marks the type | 标出类型
  --format={across,commas,horizontal,long,single-column,verbose,vertical} | layout | 布局
  --full-time | with full times | 完整时间
  -g | long, without owner | 长格式，不含所有者
  -G --no-group | without group | 不含组
  --group-directories-first | directories first | 目录在前
  -h --human-readable | sizes for people | 以易读单位显示
  --si | sizes in powers of 1000 | 以 1000 进制显示
  -H --dereference-command-line | follows named links | 跟随命令行中的链接
  --dereference-command-line-symlink-to-dir | follows named links to directories | 跟随指向目录的链接
  --hide=text | without these names | 隐藏匹配的名称
  --hyperlink[={always,auto,never}]
  --indicator-style={none,slash,file-type,classify}
  -i --inode | with inode numbers | 显示 inode
  -I --ignore=text | without these names | 忽略匹配的名称
  -k --kibibytes | in KiB | 以 KiB 显示
  -l | long format | 长格式
  -L --dereference | follows links | 跟随链接
  -m | separated by commas | 以逗号分隔
  -n --numeric-uid-gid | numeric owners | 数字形式的所有者
  -N --literal | names as they are | 原样显示名称
  -o | long, without group | 长格式，不含组
  -p | marks directories | 标出目录
  -q --hide-control-chars | hides control signs | 隐藏控制字符
  --show-control-chars
  -Q --quote-name | names in quotes | 名称加引号
  --quoting-style={literal,locale,shell,shell-always,shell-escape,shell-escape-always,c,escape}
  -r --reverse | in reverse order | 倒序
  -R --recursive | with all directories below | 包括子目录
  -s --size | with allocated size | 显示占用大小
  -S | by size | 按大小排序
  --sort={none,size,time,version,extension,width} | order | 排序方式
  --time={atime,access,use,ctime,status,birth,creation,mtime,modification} | which time | 时间类型
  --time-style=/(?:posix-)?(?:full-iso|long-iso|iso|locale)|\+[\s\S]*/ | format of times | 时间格式
  -t | by time | 按时间排序
  -T --tabsize=number
  -u | by or with the time of access | 按访问时间
  -U | unsorted | 不排序
  -v | by version | 按版本号排序
  -w --width=number | width of the screen | 屏幕宽度
  -x | in rows | 按行排列
  -X | by extension | 按扩展名排序
  -Z --context | with security context | 显示安全上下文
  --zero | ends lines with NUL | 以 NUL 结尾
  -1 | one file a line | 每行一个文件

ls, dir, vdir | lists files | 列出文件
  from GNU coreutils 9.1 ls(1); busybox 1.35 ls
  use list
  operands path*
  = ls -la /home/pi
  = ls -lhS /var/log
  = ls -ltr --time-style=full-iso /opt
  = ls -1 --color=never
  = ls -d /etc/cron.d
  ! ls --frobnicate
  ! ls --dired-file=/tmp/x

stat | shows the properties of files | 查看文件属性
  from GNU coreutils 9.1 stat(1); busybox 1.35 stat
  -L --dereference | follows links | 跟随链接
  -f --file-system | of the file system | 显示文件系统状态
  --cached={always,never,default}
  -c --format=text | in this format | 指定格式
  --printf=text | in this format | 指定格式
  -t --terse | in one line | 单行显示
  operands path+
  = stat /etc/passwd
  = stat -c '%U %G %a' /etc/passwd
  = stat -f /
  = stat -Lt /etc/localtime
  ! stat --output=/tmp/x /etc/passwd

file | tells the type of files | 判断文件类型
  from file 5.44 file(1)
  -b --brief | without names | 不显示文件名
  -E | an error where a file cannot be read | 无法读取时报错
  -h --no-dereference | does not follow links | 不跟随链接
  -i --mime | as MIME type | 以 MIME 类型显示
  --mime-type | as MIME type | 以 MIME 类型显示
  --mime-encoding | the encoding | 字符编码
  --extension | usual extensions | 常用扩展名
  -k --keep-going | every match | 显示所有匹配
  -L --dereference | follows links | 跟随链接
  -N --no-pad | without padding | 不对齐
  -n --no-buffer | at once | 立即输出
  -r --raw | signs as they are | 原样显示字符
  -0 --print0
  operands path+
  = file /bin/ls
  = file -b --mime-type x.jpg
  = file -L /usr/bin/python3
  ! file -C -m x
  ! file -f /etc/shadow
  ! file --files-from=/etc/shadow
  ! file -m /etc/shadow x
  ! file -p x
  ! file -z x

file | tells the type of files and devices | 判断文件和设备的类型
  -s --special-files !needed | also devices | 包括设备文件
  -b --brief | without names | 不显示文件名
  -L --dereference | follows links | 跟随链接
  -k --keep-going | every match | 显示所有匹配
  operands file+


  ! file -sC x

du | shows the space that files take | 查看文件占用空间
  from GNU coreutils 9.1 du(1); busybox 1.35 du
  -0 --null
  -a --all | every file | 显示所有文件
  --apparent-size | sizes of the content | 显示内容大小
  -B --block-size=/[1-9]?\d*[KMGTPEZY]?i?B?/ | unit of sizes | 大小的单位
  -b --bytes | in bytes | 以字节显示
  -c --total | with a sum | 显示总计
  -D --dereference-args | follows named links | 跟随命令行中的链接
  -d --max-depth=number | levels shown | 显示层数
  -H | follows named links | 跟随命令行中的链接
  -h --human-readable | sizes for people | 以易读单位显示
  --inodes | inodes instead of blocks | 显示 inode
  -k | in KiB | 以 KiB 显示
  -L --dereference | follows links | 跟随链接
  -l --count-links | counts hard links | 重复计算硬链接
  -m | in MiB | 以 MiB 显示
  -P --no-dereference | does not follow links | 不跟随链接
  -S --separate-dirs | without directories below | 不含子目录大小
  --si | sizes in powers of 1000 | 以 1000 进制显示
  -s --summarize | the sum only | 仅显示总和
  -t --threshold=/-?\d+[KMGTPEZY]?i?B?/ | above this size | 大小阈值
  --time[={atime,access,use,ctime,status,mtime}] | with times | 显示时间
  --time-style=/full-iso|long-iso|iso|\+[\s\S]*/ | format of times | 时间格式
  --exclude=text | without these names | 排除匹配的名称
  -x --one-file-system | on one file system | 仅限同一文件系统
  operands path*
  = du -sh /var/log
  = du -h --max-depth=1 /
  = du -xhd1 /
  = du -ah /var
  = du -shc /opt /home
  ! du --files0-from=/etc/shadow
  ! du -X /etc/shadow /
  ! du --exclude-from=/etc/shadow

# tree takes the value of a letter from the next word, even inside of a cluster, so clusters are spelled out.
tree | shows a tree of files | 以树形显示文件
  from tree 2.1.0 tree(1); tree 1.8
  style word
  -a | also hidden files | 包括隐藏文件
  -d | directories only | 仅目录
  -l | follows links | 跟随链接
  -f | full paths | 完整路径
  -x | on one file system | 仅限同一文件系统
  -L -aL -dL -faL -afL -adL -daL -hL -pL -sL -fL -CL -aCL -dCL -shL -ahL -phL -ashL -Lx=number | levels shown | 显示层数
  -P=text | names of this pattern | 匹配的名称
  -I -aI=text | without names of this pattern | 排除匹配的名称
  -ad -da -af -fa -ah -ha -as -sa -ash -ap -apug -aph -dh -df -fd -if -fi -ifa -ifd -fid -hs -sh -hD -hDt -ph -phs -pug -pugh -pugs -pughs -ps -psh -pu -Da -DF -hF -aF -aC -Ca -Cd -dC -aCF -du -xd -ax -xh -ahs | several of the switches | 多个开关
  -p | with permissions | 显示权限
  -u | with owner | 显示所有者
  -g | with group | 显示组
  -s | with size | 显示大小
  -h | sizes for people | 以易读单位显示
  -D | with time of change | 显示修改时间
  -F | marks the type | 标出类型
  -q | hides control signs | 隐藏控制字符
  -N | names as they are | 原样显示名称
  -Q | names in quotes | 名称加引号
  -i | without lines | 不显示缩进线
  -n | without colour | 不使用颜色
  -C | in colour | 彩色显示
  -t | by time | 按时间排序
  -c | by time of status change | 按状态更改时间排序
  -v | by version | 按版本号排序
  -r | in reverse order | 倒序
  -U | unsorted | 不排序
  -A -S | drawn with lines | 使用线条字符
  -J | as JSON | 以 JSON 显示
  -X | as XML | 以 XML 显示
  --si | sizes in powers of 1000 | 以 1000 进制显示
  --du | with sums of directories | 显示目录总大小
  --inodes | with inodes | 显示 inode
  --device | with devices | 显示设备号
  --dirsfirst | directories first | 目录在前
  --filesfirst | files first | 文件在前
  --noreport | without the count | 不显示统计
  --prune | without empty directories | 不含空目录
  --ignore-case | in any case | 忽略大小写
  --matchdirs | patterns hold for directories too | 目录也按模式匹配
  --charset=name | set of characters | 字符集
  --filelimit=number | skips large directories | 跳过文件过多的目录
  --timefmt=/[^-][\s\S]*/ | format of times | 时间格式
  --sort={name,size,version,mtime,ctime} | order | 排序方式
  operands path*
  = tree -L 2 /opt
  = tree -d -L 3 /opt
  = tree -ah --du /home/pi
  = tree -aL 2 -I 'node_modules|.git' /home/pi/app
  = tree
  ! tree -o x
  ! tree -Po pat out
  ! tree -ao x
  ! tree -R -H . -L 2
  ! tree --fromfile /etc/shadow
  ! tree --infofile=/etc/shadow

find, gfind | searches files | 查找文件
  from GNU findutils 4.9 find(1); busybox 1.35 find
  style word
  -L -follow | follows links | 跟随链接
  -P | does not follow links | 不跟随链接
  -H | follows named links | 跟随命令行中的链接
  -O0 -O1 -O2 -O3 | optimises | 优化级别
  -daystart | counts from the start of the day | 从当天零点计算
  -depth -d | directories last | 先处理目录内容
  -maxdepth=number | levels at most | 最大深度
  -mindepth=number | levels at least | 最小深度
  -mount -xdev | on one file system | 仅限同一文件系统
  -noleaf -warn -nowarn -ignore_readdir_race -noignore_readdir_race
  -regextype=name | kind of expressions | 正则类型
  -name=text | name fits | 名称匹配
  -iname=text | name fits, any case | 名称匹配（忽略大小写）
  -path -wholename=text | path fits | 路径匹配
  -ipath -iwholename=text | path fits, any case | 路径匹配（忽略大小写）
  -regex=text | path fits an expression | 路径匹配正则
  -iregex=text | path fits an expression, any case | 路径匹配正则（忽略大小写）
  -lname=text | target of a link fits | 链接目标匹配
  -ilname=text | target of a link fits, any case | 链接目标匹配（忽略大小写）
  -type -xtype={b,c,d,p,f,l,s} | of this type | 指定类型
  -perm=/[-\/+]?[0-7]{1,5}|[-\/+]?[ugoa]+[=+-][rwxXst,ugoa=+-]*/ | permissions | 权限
  -size=/[+-]?\d+[cwbkMGT]?/ | of this size | 指定大小
  -mtime -atime -ctime=/[+-]?\d+(?:\.\d+)?/ | age in days | 时间（天）
  -mmin -amin -cmin=/[+-]?\d+(?:\.\d+)?/ | age in minutes | 时间（分钟）
  -used=/[+-]?\d+/
  -newer -anewer -cnewer -newermm -neweraa -newercc=path | newer than a file | 比文件更新
  -newermt -newerat -newerct -newerBt=text | newer than a time | 晚于指定时间
  -user=/[\w.+][\w.+$-]*/ | owner | 所有者
  -group=/[\w.+][\w.+$-]*/ | group | 所属组
  -uid -gid=/[+-]?\d+/ | number of owner or group | 数字 UID/GID
  -nouser -nogroup | without an owner | 无所有者
  -inum -links=/[+-]?\d+/ | number of inode or links | inode 或链接数
  -samefile=path | the same file | 同一文件
  -fstype=name | on this file system type | 文件系统类型
  -empty | empty | 为空
  -executable -readable -writable | permitted to you | 具有相应权限
  -prune | not below it | 不进入目录
  -quit | ends at the first | 找到后退出
  -true -false
  -a -and -o -or -not | joins conditions | 组合条件
  -print -print0 | shows paths | 显示路径
  -ls | shows properties | 显示属性
  -printf=text | in this format | 指定格式
  operands path*
  = find / -xdev -type f -size +100M
  = find /var/log -name '*.log' -mtime +7 -print
  = find / -perm -4000 -type f -ls
  = find . -maxdepth 2 -type d -not -path './.git'
  = find / -xdev -type f -size +50M -printf '%s %p\n'
  = find /etc -newer /etc/passwd
  = find /home -newermt '2024-01-01' -user pi
  ! find /tmp -delete
  ! find / -fprint x
  ! find / -fprintf x '%p'
  ! find / -fls x
  ! find / -fprint0 x
  ! find -files0-from /etc/shadow
  ! find / -exec reboot ;
  ! find / -execdir reboot ;
  ! find / -ok reboot ;
  ! find / -name -delete

locate, plocate, mlocate | searches files in the index | 在索引中查找文件
  from plocate 1.1.18 plocate(1); mlocate 0.26 locate(1)
  -A --all | all patterns | 匹配所有模式
  -b --basename | in the name only | 仅匹配名称
  -c --count | the number only | 仅显示数量
  -e --existing | files that exist | 仅存在的文件
  -i --ignore-case | in any case | 忽略大小写
  -l -n --limit=number | at most | 最大数量
  -r --regexp | expressions | 正则表达式
  --regex | extended expressions | 扩展正则表达式
  -w --wholename | in the whole path | 匹配完整路径
  -0 --null
  -q --quiet
  operands text+
  = locate mosquitto.conf
  = locate -i -l 20 '*.service'
  = locate -c log
  ! locate -d /etc/shadow x
  ! locate --database=/tmp/x y

which | shows where a program is | 查找程序位置
  from debianutils 5.7 which(1); busybox 1.35 which
  -a | every place | 显示所有位置
  -s
  operands path+
  = which python3
  = which -a python3
  ! which --read-functions x
  ! which -i

whereis | shows where a program and its manual are | 查找程序和手册位置
  from util-linux 2.38 whereis(1)
  -b | programs | 仅程序
  -m | manuals | 仅手册
  -s | sources | 仅源代码
  -u | unusual ones | 仅异常项
  -l | places searched | 显示搜索路径
  operands path*
  = whereis python3
  = whereis -b mosquitto
  ! whereis -B /tmp -f x

type | tells what a command is | 判断命令类型
  from bash 5.2 bash(1); dash 0.5.12
  -a | every place | 显示所有位置
  -t | the type only | 仅类型
  -p -P | the path only | 仅路径
  -f | without functions | 不含函数
  operands text+
  = type ls
  = type -a python3
  ! type --x ls

readlink | shows where a link leads | 查看链接目标
  from GNU coreutils 9.1 readlink(1); busybox 1.35 readlink
  -f --canonicalize | through all links | 解析所有链接
  -e --canonicalize-existing | all must exist | 必须全部存在
  -m --canonicalize-missing | need not exist | 可以不存在
  -n --no-newline
  -q --quiet
  -s --silent
  -v --verbose
  -z --zero
  operands path+
  = readlink -f /usr/bin/python3
  = readlink /proc/1/exe
  ! readlink --x y

realpath | shows the real path | 查看真实路径
  from GNU coreutils 9.1 realpath(1); busybox 1.35 realpath
  -e --canonicalize-existing | must exist | 必须存在
  -m --canonicalize-missing | need not exist | 可以不存在
  -L --logical
  -P --physical
  -q --quiet
  --relative-to=path | relative to | 相对于
  --relative-base=path
  -s --strip --no-symlinks | does not follow links | 不解析链接
  -z --zero
  operands path+
  = realpath .
  = realpath -s /var/run/x.pid
  ! realpath --x y

dirname | shows the directory of a path | 显示路径的目录部分
  from GNU coreutils 9.1 dirname(1); busybox 1.35 dirname
  -z --zero
  operands path+
  = dirname /a/b
  = dirname -z /a/b
  ! dirname --x y

basename | shows the last part of a path | 显示路径的文件名部分
  from GNU coreutils 9.1 basename(1); busybox 1.35 basename
  -a --multiple | several paths | 多个路径
  -s --suffix=text | without this ending | 去除后缀
  -z --zero
  operands path+
  = basename /a/b
  = basename -s .log /var/log/x.log
  = basename /home/pi/app.py .py
  ! basename --x y

pathchk | checks a path | 检查路径
  from GNU coreutils 9.1 pathchk(1)
  -p -P --portability
  operands path+
  = pathchk /a/b
  = pathchk -p x
  ! pathchk --x y

pwd | shows the current directory | 显示当前目录
  from GNU coreutils 9.1 pwd(1); bash 5.2; busybox 1.35 pwd
  -L --logical
  -P --physical | without links | 不含链接
  = pwd
  = pwd -P
  ! pwd --x

namei | shows each part of a path | 逐级显示路径
  from util-linux 2.38 namei(1)
  -l --long | long format | 长格式
  -m --modes | with permissions | 显示权限
  -n --nosymlinks | does not follow links | 不跟随链接
  -o --owners | with owners | 显示所有者
  -v --vertical
  -x --mountpoints | marks mount points | 标出挂载点
  -Z --context
  operands path+
  = namei -l /etc/passwd
  = namei -om /var/run/mosquitto
  ! namei --x y

lsattr | shows attributes of files | 查看文件属性标志
  from e2fsprogs 1.47 lsattr(1); busybox lsattr
  -R | with all directories below | 包括子目录
  -a | also hidden files | 包括隐藏文件
  -d | directories themselves | 仅目录本身
  -l | long names | 长名称
  -p | with project | 显示项目号
  -v | with version | 显示版本号
  operands path*
  = lsattr /etc/hosts
  = lsattr -d /etc
  ! lsattr --x

getfacl | shows access lists of files | 查看文件访问控制列表
  from acl 2.3.1 getfacl(1)
  -a --access | the list of access | 访问列表
  -d --default | the default list | 默认列表
  -c --omit-header | without header | 不显示标题
  -e --all-effective
  -E --no-effective
  -s --skip-base | without simple ones | 跳过基本权限
  -R --recursive | with all directories below | 包括子目录
  -L --logical
  -P --physical
  -t --tabular | as a table | 表格形式
  -p --absolute-names | full paths | 完整路径
  -n --numeric | numeric owners | 数字形式
  operands path+
  = getfacl /etc/passwd
  = getfacl -p -t /var/log/app
  ! getfacl -

getfattr | shows extended attributes of files | 查看文件扩展属性
  from attr 2.5.1 getfattr(1)
  -n --name=text | this attribute | 指定属性
  -d --dump | all values | 显示所有值
  -e --encoding={text,hex,base64} | encoding of values | 值的编码
  -h --no-dereference
  -L --logical
  -P --physical
  -m --match=/-|(?!-)[\s\S]*/ | names that fit | 匹配的名称
  -R --recursive | with all directories below | 包括子目录
  --only-values
  --absolute-names | full paths | 完整路径
  operands path+
  = getfattr -d /etc/hosts
  = getfattr -m - -d /etc/hosts
  ! getfattr --x y

getcap | shows capabilities of programs | 查看程序能力
  from libcap2 2.66 getcap(8)
  -r | with all directories below | 包括子目录
  -v | also without capabilities | 包括没有能力的文件
  -n | with user name spaces | 显示命名空间
  operands path+
  = getcap /bin/ping
  = getcap -r /usr/bin
  ! getcap --x y

lsof | shows open files | 查看打开的文件
  from lsof 4.95 lsof(8); busybox lsof
  -a | all conditions together | 条件同时满足
  -b | does not block | 避免阻塞
  -c=/[\w.\/^:@+][\w.\/^:@+ -]*/ | of this command | 指定命令
  +c=number | width of the command | 命令列宽度
  +d=path | below this directory, one level | 目录第一层
  +D=path | below this directory | 目录及其子目录
  -d=/[\^\w][\^\w,-]*/ | file descriptors | 文件描述符
  -E +E | with the other end | 显示对端
  -F[=/[A-Za-z0-9]*/] | fields for programs | 机器可读字段
  -g[=/[\d,^]+/] !next | of process groups | 指定进程组
  -i[=/[46]?(?:tcp|udp|udplite|sctp|icmp)?(?:@[\w.:%[\]-]+)?(?::[\w,-]+)?/] !next | network | 网络连接
  -l | numeric owners | 数字形式的用户
  -L +L[=number] | with number of links | 显示链接数
  -n | without host names | 不解析主机名
  -N | NFS files | NFS 文件
  -O
  -o | with offsets | 显示偏移量
  -p=/[\^\d,]+/ | of these processes | 指定进程
  -P | numeric ports | 数字端口
  -Q | no error where nothing is found | 未找到时不报错
  -R | with parents | 显示父进程
  -s[=/(?:tcp|udp):[\w^,]+/] !next | state or size | 状态或大小
  -t | numbers of processes only | 仅进程号
  -T[=/[fqsw]*/] | with state of connections | 显示连接状态
  -u=/[\^\w][\^\w.,+-]*/ | of these users | 指定用户
  -U | local sockets | 本地套接字
  -V | tells what was not found | 显示未找到的项
  -w | without warnings | 不显示警告
  -x[={f,l,fl}]
# What begins with a plus is an option of lsof; those that repeat or write are given a value that nothing fits.
  +r +m +M +f +e +w +X=/(?!)/
  operands path*
  = lsof -i
  = lsof -i :80
  = lsof -nP -iTCP -sTCP:LISTEN
  = lsof -p 1
  = lsof +L1
  = lsof -u pi -a -i tcp
  = lsof +D /var/log
  ! lsof -D u/tmp/x
  ! lsof -r 1
  ! lsof +r
  ! lsof -k /etc/shadow
  ! lsof -m /etc/shadow
  ! lsof +m

fuser | shows who uses a file or port | 查看占用文件或端口的进程
  from psmisc 23.6 fuser(1); busybox fuser
  -a --all | also unused ones | 包括未使用的
  -I --inode
  -m --mount | of the whole file system | 整个文件系统
  -M --ismountpoint
  -n --namespace={file,tcp,udp} | files or ports | 文件或端口
  -s --silent
  -u --user | with users | 显示用户
  -v --verbose | as a table | 详细表格
  -4 --ipv4
  -6 --ipv6
  operands path+
  = fuser -v /dev/ttyUSB0
  = fuser 80/tcp
  = fuser -vm /mnt/usb
  = fuser -n tcp 1883
  ! fuser -k 80/tcp
  ! fuser -vk 80/tcp
  ! fuser -km /mnt/usb
  ! fuser --kill 80/tcp
  ! fuser -ki 80/tcp
  ! fuser -HUP x

mountpoint | tells whether a directory is a mount point | 判断目录是否为挂载点
  from util-linux 2.38 mountpoint(1); busybox mountpoint
  -d --fs-devno | with device number | 显示设备号
  -q --quiet | no output | 不输出
  --nofollow
  -x --devno | number of a device | 块设备号
  operands path
  = mountpoint /mnt/usb
  = mountpoint -q /boot
  ! mountpoint --x /
`
