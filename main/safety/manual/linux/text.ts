/** Searching, sorting, cutting and comparing text. */
export const TEXT_MANUAL = String.raw`
set match
  -i --ignore-case | in any case | 忽略大小写
  -v --invert-match | lines that do not match | 不匹配的行
  -w --word-regexp | whole words | 整词匹配
  -x --line-regexp | whole lines | 整行匹配
  -c --count | the number only | 仅计数
  -l --files-with-matches | names of files that match | 匹配的文件名
  -L --files-without-match | names of files that do not match | 不匹配的文件名
  -o --only-matching | the matching part only | 仅匹配部分
  -q --quiet --silent | no output | 不输出
  -s --no-messages | no error messages | 不显示错误
  -b --byte-offset | with offsets | 显示偏移
  -H --with-filename | with file names | 显示文件名
  -h --no-filename | without file names | 不显示文件名
  -n --line-number | with line numbers | 显示行号
  -A --after-context=number | lines behind | 之后的行数
  -B --before-context=number | lines before | 之前的行数
  -C --context=number | lines around | 前后行数
  -m --max-count=number | at most | 最大匹配数
  -E --extended-regexp | extended expressions | 扩展正则
  -F --fixed-strings | plain text | 固定字符串
  -G --basic-regexp | basic expressions | 基本正则
  -P --perl-regexp | Perl expressions | Perl 正则
  -a --text | also binary files | 包括二进制文件
  -I | not in binary files | 忽略二进制文件
  -U --binary
  -T --initial-tab
  -z --null-data
  -Z --null
  -y
  -# | lines around | 前后行数
  --no-ignore-case
  --color[={always,auto,never}] | in colour | 彩色显示
  --colour[={always,auto,never}] | in colour | 彩色显示
  --label=text
  --line-buffered | at once | 立即输出
  --binary-files={binary,text,without-match} | binary files | 二进制文件处理
  --group-separator=text
  --no-group-separator
  -e --regexp=text !first | what to search | 搜索内容

grep, egrep, fgrep | searches text in files | 在文件中搜索文本
  from GNU grep 3.8 grep(1); busybox 1.35 grep
  use match
  -f --file=file !first | what to search, from a file | 从文件读取搜索内容
  -r --recursive !tree | with all directories below | 包括子目录
  -R --dereference-recursive !tree | with all directories below and links | 包括子目录并跟随链接
  -d --directories={read,skip} | directories | 目录处理
  -D --devices={skip} | without devices | 跳过设备
  --include=text | only files of this name | 仅匹配的文件
  --exclude=text | not files of this name | 排除匹配的文件
  --exclude-dir=text | not in these directories | 排除目录
  operands text file*
  = grep -i error /var/log/syslog
  = grep -rn TODO /opt/app
  = grep -vE '^\s*(#|$)' /etc/ssh/sshd_config
  = grep -A3 -B3 x y
  = grep -rnI -m 20 -e error /var/log
  = grep -c processor /proc/cpuinfo
  = grep --color=never -h temp x y
  ! grep --frobnicate x
  ! grep -D read x /dev/watchdog
  ! grep --devices=read x y

zgrep, zegrep, zfgrep | searches text in compressed files | 在压缩文件中搜索文本
  from gzip 1.12 zgrep(1)
  -i --ignore-case | in any case | 忽略大小写
  -v --invert-match | lines that do not match | 不匹配的行
  -w --word-regexp | whole words | 整词匹配
  -x --line-regexp | whole lines | 整行匹配
  -c --count | the number only | 仅计数
  -l --files-with-matches | names of files that match | 匹配的文件名
  -L --files-without-match | names of files that do not match | 不匹配的文件名
  -o --only-matching | the matching part only | 仅匹配部分
  -q --quiet --silent | no output | 不输出
  -s --no-messages | no error messages | 不显示错误
  -H --with-filename | with file names | 显示文件名
  -h --no-filename | without file names | 不显示文件名
  -n --line-number | with line numbers | 显示行号
  -a --text | also binary files | 包括二进制文件
  -E --extended-regexp | extended expressions | 扩展正则
  -F --fixed-strings | plain text | 固定字符串
  -A=number | lines behind | 之后的行数
  -B=number | lines before | 之前的行数
  -C=number | lines around | 前后行数
  -m=number | at most | 最大匹配数
  -e=text !first | what to search | 搜索内容
  operands text file*
  = zgrep error /var/log/syslog.1.gz
  = zgrep -i -c failed /var/log/auth.log.2.gz
  = zgrep -iE 'fail|error' /var/log/syslog.1.gz /var/log/syslog.2.gz
  ! zgrep -f /etc/shadow x.gz
  ! zgrep --gz=/tmp/x y z.gz
  ! zgrep --file=/etc/shadow x

xzgrep, xzegrep, xzfgrep, bzgrep, bzegrep, bzfgrep, zstdgrep | searches text in compressed files | 在压缩文件中搜索文本
  from xz-utils 5.4 xzgrep(1); bzip2 1.0.8 bzgrep(1); zstd 1.5.4 zstdgrep(1)
  -i -v -w -c -l -n -h -H -s -E -F -o | how to search | 搜索方式
  -e=text !first | what to search | 搜索内容
  operands text file+
  = xzgrep -i error /var/log/x.xz
  = xzgrep -c fail x.xz
  ! xzgrep -f /etc/shadow x.xz
  ! xzgrep --x y z

rg | searches text in all files below | 在目录树中搜索文本
  from ripgrep 13.0 rg(1)
  tree
  -A --after-context=number | lines behind | 之后的行数
  -B --before-context=number | lines before | 之前的行数
  -C --context=number | lines around | 前后行数
  -c --count | the number only | 仅计数
  --count-matches | number of matches | 匹配次数
  -F --fixed-strings | plain text | 固定字符串
  -H --with-filename | with file names | 显示文件名
  -I --no-filename | without file names | 不显示文件名
  -i --ignore-case | in any case | 忽略大小写
  -s --case-sensitive | case counts | 区分大小写
  -S --smart-case | case counts where the pattern has capitals | 智能大小写
  -L --follow | follows links | 跟随链接
  -M --max-columns=number | longest line | 最大列数
  -m --max-count=number | at most | 最大匹配数
  --max-depth=number | levels at most | 最大深度
  --max-filesize=number | largest file | 最大文件大小
  -N --no-line-number | without line numbers | 不显示行号
  -n --line-number | with line numbers | 显示行号
  -o --only-matching | the matching part only | 仅匹配部分
  -P --pcre2 | Perl expressions | Perl 正则
  -T --type-not=name | not this type of file | 排除文件类型
  -t --type=name | only this type of file | 仅此文件类型
  -U --multiline | over several lines | 跨行匹配
  -a --text | also binary files | 包括二进制文件
  -g --glob --iglob=text | only files of this name | 仅匹配的文件
  -l --files-with-matches | names of files that match | 匹配的文件名
  --files-without-match | names of files that do not match | 不匹配的文件名
  -q --quiet | no output | 不输出
  -r --replace=text | shows other text for matches | 以替换文本显示
  -u --unrestricted -uu -uuu | also ignored files | 包括被忽略的文件
  -v --invert-match | lines that do not match | 不匹配的行
  -w --word-regexp | whole words | 整词匹配
  -x --line-regexp | whole lines | 整行匹配
  -p --pretty | in colour | 彩色显示
  -0 --null -b --byte-offset --column --heading --no-heading --hidden -. --json --no-config --no-ignore --no-ignore-vcs --no-messages --one-file-system --passthru --stats --trim --type-list --vimgrep --line-buffered | how to show | 显示方式
  --color={always,auto,never,ansi} | in colour | 彩色显示
  --sort --sortr={path,modified,accessed,created,none} | order | 排序方式
  -j --threads=number
  -e --regexp=text !first | what to search | 搜索内容
  --files !first | lists files only | 仅列出文件
  operands text file*
  = rg error /var/log
  = rg -in --hidden -g '*.conf' listener /etc/mosquitto/conf.d
  = rg --files /opt/app
  ! rg --pre id x
  ! rg --pre=id x
  ! rg --hostname-bin=/tmp/x y
  ! rg -z x
  ! rg --search-zip x
  ! rg -f /etc/shadow x
  ! rg --ignore-file=/etc/shadow x
  ! rg --debug x

ag | searches text in all files below | 在目录树中搜索文本
  from silversearcher-ag 2.2 ag(1)
  tree
  -A -B -C=/\d+/ | lines around | 前后行数
  -c --count | the number only | 仅计数
  -F --fixed-strings -Q --literal | plain text | 固定字符串
  -i --ignore-case | in any case | 忽略大小写
  -s --case-sensitive | case counts | 区分大小写
  -S --smart-case | case counts where the pattern has capitals | 智能大小写
  -l --files-with-matches | names of files that match | 匹配的文件名
  -L --files-without-matches | names of files that do not match | 不匹配的文件名
  -o --only-matching | the matching part only | 仅匹配部分
  -v --invert-match | lines that do not match | 不匹配的行
  -w --word-regexp | whole words | 整词匹配
  -a --all-types -u --unrestricted --hidden | also ignored files | 包括被忽略的文件
  --nocolor --color --nogroup --group --noheading --heading --column --numbers --nonumbers --stats | how to show | 显示方式
  operands text file*
  = ag error /var/log
  = ag -i --nocolor listener /etc/mosquitto/conf.d
  ! ag --pag=reboot foo
  ! ag --pager=reboot foo
  ! ag --pager reboot foo
  ! ag -p /etc/shadow foo

ack | searches text in all files below | 在目录树中搜索文本
  from ack 3.6 ack(1)
  tree
  -A -B -C=/\d+/ | lines around | 前后行数
  -c --count | the number only | 仅计数
  -i --ignore-case | in any case | 忽略大小写
  -l --files-with-matches | names of files that match | 匹配的文件名
  -L --files-without-matches | names of files that do not match | 不匹配的文件名
  -n --no-recurse | not below | 不递归
  -Q --literal | plain text | 固定字符串
  -v --invert-match | lines that do not match | 不匹配的行
  -w --word-regexp | whole words | 整词匹配
  -h --no-filename -H --with-filename --nocolor --color --noheading --heading --nogroup --group --noenv | how to show | 显示方式
  operands text file*
  = ack error /var/log
  = ack -il listener /etc/mosquitto/conf.d
  ! ack --pager=reboot foo
  ! ack --ackrc=/tmp/x foo
  ! ack -x foo
  ! ack --files-from=/etc/shadow foo
  ! ack --output='$&' foo

sort | sorts lines | 排序文本行
  from GNU coreutils 9.1 sort(1); busybox 1.35 sort
  -b --ignore-leading-blanks | without leading blanks | 忽略前导空格
  -d --dictionary-order | letters and digits only | 字典序
  -f --ignore-case | in any case | 忽略大小写
  -g --general-numeric-sort | by number | 按数值
  -i --ignore-nonprinting
  -M --month-sort | by month | 按月份
  -h --human-numeric-sort | by sizes for people | 按易读大小
  -n --numeric-sort | by number | 按数值
  -R --random-sort | in random order | 随机顺序
  -r --reverse | in reverse order | 倒序
  --sort={general-numeric,human-numeric,month,numeric,random,version} | order | 排序方式
  -V --version-sort | by version | 按版本号
  --batch-size=number
  -c | tells whether it is sorted | 检查是否已排序
  --check[={quiet,silent,diagnose-first}] | tells whether it is sorted | 检查是否已排序
  -C
  --debug
  -k --key=/\d[\d.]*[bdfgiMhnRrV]*(?:,\d[\d.]*[bdfgiMhnRrV]*)?/ | by this field | 按字段
  -m --merge | merges | 合并
  -s --stable | keeps equal lines in order | 稳定排序
  -S --buffer-size=number
  --parallel=number
  -t --field-separator=/[\s\S]|\\0/ | sign between fields | 字段分隔符
  -u --unique | without repeats | 去重
  -z --zero-terminated
  operands file*
  = sort x
  = sort -k2 -n x
  = sort -t: -k3 -n /etc/passwd
  = sort -nrk 3,3
  = sort -rh -t - -k2 x
  ! sort -o x y
  ! sort -no x y
  ! sort y -ox
  ! sort -R -o x y
  ! sort --output=x y
  ! sort --out=x y
  ! sort --compress-program=id x
  ! sort --files0-from=x
  ! sort -T /tmp x
  ! sort --random-source=/etc/shadow x

uniq | drops repeated lines | 去除重复行
  from GNU coreutils 9.1 uniq(1); busybox 1.35 uniq
  -c --count | with the number | 显示次数
  -d --repeated | repeated lines only | 仅重复行
  -D | all repeated lines | 所有重复行
  --all-repeated[={none,prepend,separate}] | all repeated lines | 所有重复行
  -f --skip-fields=number | fields skipped | 跳过字段
  --group[={separate,prepend,append,both}]
  -i --ignore-case | in any case | 忽略大小写
  -s --skip-chars=number | signs skipped | 跳过字符
  -u --unique | lines without repeats | 仅不重复的行
  -z --zero-terminated
  -w --check-chars=number | signs compared | 比较字符数
  operands file?
  = uniq -c x
  = uniq -d
  = uniq -f 1 x
  ! uniq in out
  ! uniq - out
  ! uniq -c in out
  ! uniq -- in out

cut | shows parts of lines | 截取行的部分内容
  from GNU coreutils 9.1 cut(1); busybox 1.35 cut
  -b --bytes=/[\d,-]+/ | bytes | 字节
  -c --characters=/[\d,-]+/ | signs | 字符
  -d --delimiter=/-|(?!-)[\s\S]{0,2}/ | sign between fields | 字段分隔符
  -f --fields=/[\d,-]+/ | fields | 字段
  -n
  --complement | all others | 其余部分
  -s --only-delimited | lines with a separator only | 仅含分隔符的行
  --output-delimiter=/-|(?!-)[\s\S]{0,8}/ | separator shown | 输出分隔符
  -z --zero-terminated
  operands file*
  = cut -d: -f1 /etc/passwd
  = cut -c1-10 x
  = cut -d ' ' -f 2-
  = cut -d= -f2
  ! cut --x y

paste | joins lines side by side | 并排合并行
  from GNU coreutils 9.1 paste(1); busybox 1.35 paste
  -d --delimiters=/-|(?!-)[\s\S]{0,8}/ | separators | 分隔符
  -s --serial | one file after another | 逐个文件
  -z --zero-terminated
  operands file*
  = paste a b
  = paste -sd, x
  ! paste --x y

join | joins lines by a field | 按字段连接行
  from GNU coreutils 9.1 join(1)
  -a -v={1,2} | also lines without a partner | 包括未匹配的行
  -e=text
  -i --ignore-case | in any case | 忽略大小写
  -j -1 -2=number | field | 字段
  -o=/auto|[\d.,]+/ | fields shown | 输出字段
  -t=/[\s\S]|\\0/ | sign between fields | 字段分隔符
  --check-order --nocheck-order --header
  -z --zero-terminated
  operands file file
  = join a b
  = join -t: -1 3 -2 3 a b
  ! join --x a b

comm | compares two sorted files | 比较两个已排序的文件
  from GNU coreutils 9.1 comm(1); busybox 1.35 comm
  -1 | without lines of the first only | 不含仅在第一个文件的行
  -2 | without lines of the second only | 不含仅在第二个文件的行
  -3 | without lines of both | 不含共有的行
  --check-order --nocheck-order
  --output-delimiter=text
  --total
  -z --zero-terminated
  operands file file
  = comm a b
  = comm -12 a b
  ! comm --x a b

# Of two directories diff reads the files in them, with -N those of one alone: trees always.
diff | compares files | 比较文件
  tree
  from GNU diffutils 3.8 diff(1); busybox 1.35 diff
  --normal
  -q --brief | only whether they differ | 仅报告是否不同
  -s --report-identical-files | also equal files | 报告相同的文件
  -c | with lines around | 上下文格式
  -C --context=number | with lines around | 上下文格式
  -u | with lines around, short | 统一格式
  -U --unified=number | with lines around, short | 统一格式
  -e --ed -n --rcs
  -y --side-by-side | side by side | 并排显示
  -W --width=number | width | 宽度
  --left-column
  --suppress-common-lines | different lines only | 仅显示不同的行
  -p --show-c-function
  -F --show-function-line=text
  --label=text
  -t --expand-tabs
  -T --initial-tab
  --tabsize=number
  -r --recursive | with all directories below | 包括子目录
  --no-dereference
  -N --new-file | absent files as empty | 缺失的文件视为空
  --unidirectional-new-file
  --ignore-file-name-case
  -x --exclude=text | not these files | 排除文件
  -i --ignore-case | in any case | 忽略大小写
  -E --ignore-tab-expansion
  -Z --ignore-trailing-space | without blanks at the end | 忽略行尾空格
  -b --ignore-space-change | without changes of blanks | 忽略空格数量变化
  -w --ignore-all-space | without blanks | 忽略所有空格
  -B --ignore-blank-lines | without empty lines | 忽略空行
  -I --ignore-matching-lines=text | without such lines | 忽略匹配的行
  -a --text | as text | 视为文本
  --strip-trailing-cr | without carriage returns | 忽略回车符
  -d --minimal
  --speed-large-files
  --color[={always,auto,never}] | in colour | 彩色显示
  operands file file
  = diff a b
  = diff -u /etc/hosts /etc/hosts.bak
  = diff -rq a b
  = diff -y --suppress-common-lines a b
  = diff -u - b
  ! diff -l a b
  ! diff --paginate a b
  ! diff -X /etc/shadow a b
  ! diff --from-file=/etc/shadow a
  ! diff --to-file=/etc/shadow a
  ! diff -S x a b

cmp | compares files byte by byte | 逐字节比较文件
  from GNU diffutils 3.8 cmp(1); busybox 1.35 cmp
  -b --print-bytes | shows the bytes | 显示不同的字节
  -i --ignore-initial=/[\d:]+[kKMGTPEZY]?B?/ | bytes skipped | 跳过字节
  -l --verbose | every difference | 显示所有差异
  -n --bytes=number | bytes at most | 最大字节数
  -s --quiet --silent | no output | 不输出
  operands file file? number? number?
  = cmp a b
  = cmp -s a b
  = cmp -n 512 /boot/kernel7.img x.img
  ! cmp --x a b

tr | replaces or deletes signs | 替换或删除字符
  from GNU coreutils 9.1 tr(1); busybox 1.35 tr
  -c -C --complement | all others | 取补集
  -d --delete | deletes them from the output | 从输出中删除
  -s --squeeze-repeats | joins repeated ones | 合并重复字符
  -t --truncate-set1
  operands /[\s\S]*/ /[\s\S]*/?
  = tr a-z A-Z
  = tr -d '\n'
  = tr -s ' '
  = tr '\0' '\n'
  = tr - _
  ! tr --x a b

fold | wraps long lines | 折行显示
  from GNU coreutils 9.1 fold(1); busybox 1.35 fold
  -b --bytes
  -s --spaces | at blanks | 在空格处折行
  -w --width=number | width | 宽度
  -# | width | 宽度
  operands file*
  = fold -w 80 x
  = fold -sw 72 x
  ! fold --x y

fmt | fills lines of text | 重排文本
  from GNU coreutils 9.1 fmt(1)
  -c --crown-margin
  -p --prefix=text
  -s --split-only
  -t --tagged-paragraph
  -u --uniform-spacing
  -w --width=number | width | 宽度
  -g --goal=number
  -# | width | 宽度
  operands file*
  = fmt x
  = fmt -w 72 x
  ! fmt --x y

expand | shows tabs as blanks | 将制表符显示为空格
  from GNU coreutils 9.1 expand(1); busybox 1.35 expand
  -i --initial
  -t --tabs=/[\d,\/+\s]+/ | width of tabs | 制表宽度
  operands file*
  = expand x
  = expand -t 4 x
  ! expand --x y

unexpand | shows blanks as tabs | 将空格显示为制表符
  from GNU coreutils 9.1 unexpand(1); busybox 1.35 unexpand
  -a --all
  --first-only
  -t --tabs=/[\d,\/+\s]+/ | width of tabs | 制表宽度
  operands file*
  = unexpand x
  = unexpand -a x
  ! unexpand --x y

column | shows text in columns | 分列显示文本
  from util-linux 2.38 column(1); bsdmainutils 12 column(1)
  -c --output-width=number | width | 宽度
  -d --table-noheadings
  -E --table-noextreme=text
  -e --table-header-repeat
  -H --table-hide=text
  -J --json | as JSON | 以 JSON 显示
  -N --table-columns=text | names of columns | 列名
  -o --output-separator=/-|(?!-)[\s\S]{0,8}/ | separator shown | 输出分隔符
  -O --table-order=text
  -R --table-right=text | right-aligned columns | 右对齐的列
  -s --separator=/-|(?!-)[\s\S]{0,8}/ | separator | 分隔符
  -t --table | as a table | 表格形式
  -T --table-truncate=text
  -W --table-wrap=text
  -x --fillrows
  operands file*
  = column -t /etc/fstab
  = column -t -s: /etc/passwd
  = column -s, -t x.csv
  ! column --x y
  ! column -n a b

shuf | shows lines in random order | 随机显示行
  from GNU coreutils 9.1 shuf(1); busybox 1.35 shuf
  -n --head-count=number | at most | 最大行数
  -z --zero-terminated
  operands file?
  = shuf x
  = shuf -n 1 x
  ! shuf -o x y
  ! shuf --output=x y
  ! shuf -r x
  ! shuf --random-source=/etc/shadow x

shuf | shows words in random order | 随机显示词
  -e --echo !needed | words of the call | 使用参数
  -n --head-count=number | at most | 最大行数
  -z --zero-terminated
  operands text*
  = shuf -e a b c
  = shuf -n 1 -e a b
  ! shuf -e a b -o x

shuf | shows numbers in random order | 随机显示数字
  -i --input-range=/\d+-\d+/ !needed | numbers from and to | 数字范围
  -n --head-count=number | at most | 最大行数
  -z --zero-terminated
  = shuf -i 1-10
  = shuf -i 1-100 -n 5
  ! shuf -i 1-10 -r
  ! shuf -i 1-10 -o x

numfmt | converts numbers | 转换数字单位
  from GNU coreutils 9.1 numfmt(1)
  --to --from={none,auto,si,iec,iec-i} | unit | 单位
  --to-unit --from-unit=number | unit | 单位
  --suffix=text
  --padding=number | width | 宽度
  --format=text | format | 格式
  --field=/[\d,-]+/ | fields | 字段
  -d --delimiter=/[\s\S]/ | sign between fields | 字段分隔符
  --header[=number]
  --invalid={abort,fail,warn,ignore}
  --round={up,down,from-zero,towards-zero,nearest}
  --grouping
  -z --zero-terminated
  operands number*
  = numfmt --to=iec 1024
  = numfmt --to=iec --field=2
  ! numfmt --x 1

rev | shows lines backwards | 反转每行
  from util-linux 2.38 rev(1); busybox 1.35 rev
  operands file*
  = rev x
  = rev a b
  ! rev --x y

tsort | sorts by dependency | 拓扑排序
  from GNU coreutils 9.1 tsort(1); busybox tsort
  operands file?
  = tsort x
  = tsort
  ! tsort --x y

look | shows lines that begin with a word | 显示以指定词开头的行
  from util-linux 2.38 look(1)
  -a --alternative
  -d --alphanum
  -f --ignore-case | in any case | 忽略大小写
  -b
  -t --terminate=/[\s\S]/
  operands text file?
  = look error
  = look -f error /var/log/x
  ! look --x y

pr | shows files in pages | 分页排版文件
  from GNU coreutils 9.1 pr(1)
  -a --across
  -d --double-space
  -f -F --form-feed
  -h --header=text | title | 标题
  -J --join-lines
  -l --length=number | lines a page | 每页行数
  -m --merge | side by side | 并排
  -n[=/[\s\S]?\d*/] | with line numbers | 显示行号
  -o --indent=number
  -r --no-file-warnings
  -s[=/[\s\S]/]
  -t --omit-header | without header | 不显示页眉
  -T --omit-pagination
  -v --show-nonprinting
  -w -W --width --page-width=number | width | 宽度
  --columns=number | columns | 列数
  -# | columns | 列数
  operands file*
  = pr -t -2 x
  = pr -n x
  ! pr --x y

sed, gsed | filters text | 过滤文本
  from GNU sed 4.9 sed(1); busybox 1.35 sed
  -n --quiet --silent | only lines that are printed | 仅显示打印的行
  -e --expression=script !first | what to do | 脚本
  -E -r --regexp-extended | extended expressions | 扩展正则
  -s --separate | each file for itself | 分别处理文件
  -u --unbuffered | at once | 立即输出
  -z --null-data
  -b --binary
  --posix
  --debug
  --sandbox | without files and commands | 禁止文件和命令
  operands script file*
  = sed -n '1,10p' x
  = sed -e 's/a/b/' -e 's/c/d/' x
  = sed -E 's/(a)(b)/\2\1/' x
  = sed '/^#/d' /etc/fstab
  = sed -nE '/error/p' /var/log/syslog
  ! sed -i s/a/b/ x
  ! sed -ni.bak p x
  ! sed --in-place s/a/b/ x
  ! sed --in s/a/b/ x
  ! sed -f x y
  ! sed --file=x y
  ! sed --e='1e reboot'
  ! sed -nf x y
  ! sed -Ei s/a/b/ x
  ! sed -n --follow-symlinks p x

# awk takes no options behind its program: what follows -F there is a file. A separator is therefore of one or two
# signs, or holds a sign that is in no name of a file, and no slash or asterisk outside of brackets.
awk, gawk, mawk, nawk | filters and sums up text | 过滤和统计文本
  from mawk 1.3.4 mawk(1); GNU awk 5.2 gawk(1); busybox 1.35 awk
  -F --field-separator=/[\s\S]|(?!-)[\s\S]{2}|(?!-)(?=[\s\S]*[^\w.\/~-])[^*?\/]{1,40}|\[[^\]]{1,12}\][+*]?/ | sign between fields | 字段分隔符
  -v --assign=/[A-Za-z_]\w*=[\s\S]*/ | sets a variable of awk | 设置 awk 变量
  operands script file*
  = awk '{print $1}' x
  = awk -F: '{print $1}' /etc/passwd
  = awk -F '[ :]' '{print $2}' x
  = awk -v n=5 'NR==n' x
  = awk '{s+=$1} END {print s}'
  ! awk -f x y
  ! awk -W exec /tmp/x
  ! awk -Wexec /tmp/x
  ! awk 1 -F /etc/shadow
  ! awk -o/tmp/x 1
  ! gawk -i inplace '{print}' x
  ! gawk -l /tmp/x.so 1
  ! gawk -E /tmp/x
  ! gawk -d/tmp/x 1
  ! gawk -p/tmp/x 1
  ! gawk --profile=/tmp/x 1
  ! gawk --load=/tmp/x.so 1
  ! gawk -e 'BEGIN{system("reboot")}'

jq | filters JSON | 过滤 JSON
  from jq 1.6 jq(1)
  -r --raw-output | text without quotes | 不带引号输出
  -c --compact-output | in one line | 单行输出
  -n --null-input | without input | 不读取输入
  -e --exit-status | tells by its exit status | 以退出码表示结果
  -s --slurp | all input as one list | 合并为数组
  -S --sort-keys | sorted keys | 按键排序
  -M --monochrome-output | without colour | 不使用颜色
  -C --color-output | in colour | 彩色显示
  -a --ascii-output
  -j --join-output | without new lines | 不换行
  -R --raw-input | lines of text | 按文本行读取
  --tab
  --indent=number | width | 缩进宽度
  --seq --stream --unbuffered
  operands script file*
  = jq . x.json
  = jq -r '.name' x.json
  = jq -c '.items[]'
  ! jq -f x y
  ! jq --from-file x y
  ! jq -L /tmp/lib . x
  ! jq --slurpfile a /etc/shadow . x
  ! jq --rawfile a /etc/shadow '$a'
  ! jq -n --args . /etc/shadow

# The two programs of this name share little, and an expression that is the name of a file is read as that file. So it
# is a path of keys.
yq | filters YAML | 过滤 YAML
  from mikefarah yq 4.30; kislyuk yq 3.1
  -r --raw-output | text without quotes | 不带引号输出
  -M -C
  -P --prettyPrint
  -e --exit-status
  -o --output-format=/=?(?:json|yaml|j|y|props|xml|csv|tsv)/ | format | 输出格式
  -N --no-doc
  operands /(?!\.(?:env|netrc|npmrc|pypirc|pgpass|my|git|ssh|vault|msmtp|htpasswd))(?![\s\S]*(?:pass|secret|cred|token|\.yq$|key$))\.[\w.[\]"'-]*(?:\s*\|\s*(?:keys|length|type|\.[\w.[\]"'-]*))?/ file*
  = yq '.a' x.yml
  = yq -r '.services | keys' docker-compose.yml
  = yq -P . x.yml
  ! yq -i .a=1 x
  ! yq --in-place .a=1 x.yml
  ! yq --inplace .a=1 x.yml
  ! yq --split-exp '.name' x.yml
  ! yq -s '.name' x.yml
  ! yq 'load("/etc/shadow")' x.yml
  ! yq 'env(TOKEN)' x.yml
  ! yq /etc/shadow
  ! yq --from-file /tmp/x y.yml

yq: eval, e | filters YAML | 过滤 YAML
  -r -M -C
  -P --prettyPrint
  -o --output-format=/=?(?:json|yaml|j|y|props|xml|csv|tsv)/ | format | 输出格式
  -N --no-doc
  operands /(?!\.(?:env|netrc|npmrc|pypirc|pgpass|my|git|ssh|vault|msmtp|htpasswd))(?![\s\S]*(?:pass|secret|cred|token|\.yq$|key$))\.[\w.[\]"'-]*(?:\s*\|\s*(?:keys|length|type|\.[\w.[\]"'-]*))?/ file+
  = yq eval '.a' x.yml
  = yq e -P '.a.b' x.yml
  ! yq e -i '.a=1' x.yml
  ! yq eval 'load("/etc/shadow")' x.yml

xmllint | checks or shows XML | 检查或显示 XML
  from libxml2 2.9.14 xmllint(1)
  style word
  --format | with indents | 缩进显示
  --noout | no output | 不输出内容
  --xpath=text | parts by a path | 按路径取内容
  --nonet | not from the network | 不访问网络
  --recover --html --nowarning --pretty --noblanks --c14n --c14n11 --exc-c14n --debug --memory --timing
  operands /(?![a-z][a-z0-9+.-]*:\/\/)(?![-+@])[\s\S]+|-/f*
  = xmllint --format x.xml
  = xmllint --noout x.xml
  = xmllint --xpath '//a/b' x.xml
  ! xmllint --output /tmp/x y.xml
  ! xmllint -o /tmp/x y.xml
  ! xmllint --shell x.xml
  ! xmllint --noent x.xml
  ! xmllint --xinclude x.xml
  ! xmllint --schema http://x/ y.xml
  ! xmllint --loaddtd x.xml
  ! xmllint http://evil.example/x
  ! xmllint --noout ftp://evil.example/x
`
