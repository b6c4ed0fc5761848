/** Showing what is in files: as text, as bytes, as sums. */
export const CONTENTS_MANUAL = String.raw`
cat | shows files | 显示文件内容
  from GNU coreutils 9.1 cat(1); busybox 1.35 cat
  -A --show-all | shows all signs | 显示所有字符
  -b --number-nonblank | numbers lines that are not empty | 为非空行编号
  -e | shows ends of lines | 显示行尾
  -E --show-ends | shows ends of lines | 显示行尾
  -n --number | numbers lines | 为行编号
  -s --squeeze-blank | joins empty lines | 合并空行
  -t | shows tabs | 显示制表符
  -T --show-tabs | shows tabs | 显示制表符
  -u
  -v --show-nonprinting | shows control signs | 显示控制字符
  operands file*
  = cat /etc/os-release
  = cat -n /etc/fstab
  = cat /proc/loadavg /proc/uptime
  = cat -A /boot/cmdline.txt
  ! cat --output=/tmp/x y

tac | shows files from the last line | 倒序显示文件
  from GNU coreutils 9.1 tac(1); busybox 1.35 tac
  -b --before
  -r --regex
  -s --separator=text | ends of lines | 分隔符
  operands file*
  = tac /var/log/syslog
  = tac x
  ! tac --x y

nl | shows files with numbered lines | 显示带行号的文件
  from GNU coreutils 9.1 nl(1); busybox 1.35 nl
  -b --body-numbering=/[atn]|p[\s\S]*/ | which lines | 编号方式
  -d --section-delimiter=text
  -f --footer-numbering=/[atn]|p[\s\S]*/
  -h --header-numbering=/[atn]|p[\s\S]*/
  -i --line-increment=number | step | 步长
  -l --join-blank-lines=number
  -n --number-format={ln,rn,rz} | format of numbers | 编号格式
  -p --no-renumber
  -s --number-separator=text | sign behind the number | 编号分隔符
  -v --starting-line-number=number | first number | 起始编号
  -w --number-width=number | width of numbers | 编号宽度
  operands file*
  = nl /etc/hosts
  = nl -ba -w 3 x
  ! nl --x y

set head-look
  -n --lines=/[+-]?\d+(?:[bkKmMGTPE]i?B?)?/ | number of lines | 行数
  -# | number of lines | 行数
  -q --quiet --silent | without names | 不显示文件名
  -v --verbose | with names | 显示文件名
  -z --zero-terminated
head | shows the first lines of files | 显示文件开头
  from GNU coreutils 9.1 head(1); busybox 1.35 head
  bounded
  use head-look
  -c --bytes=/\+?(?:\d{1,9}|\d{1,6}(?:b|ki?B?)|\d{1,3}mi?B?|1gi?B?)/ | number of bytes, up to 1 GB | 字节数（至多 1 GB）
  operands file*
  = head -n 50 /var/log/syslog
  = head -20 /var/log/dpkg.log
  = head -c 100 /dev/urandom
  = head
  ! head --x y
head | shows the first bytes of files | 显示文件开头的字节
  use head-look
  -c --bytes=/[+-]?\d+(?:[bkKmMGTPE]i?B?)?/ !needed | number of bytes | 字节数
  operands file*
  = head -c 20G /var/log/syslog
  = head -c -100 /var/log/syslog
  ! head -c 1000G --x

tail | shows the last lines of files | 显示文件末尾
  from GNU coreutils 9.1 tail(1); busybox 1.35 tail
  -n --lines=/[+-]?\d+(?:[bkKmMGTPE]i?B?)?/ | number of lines | 行数
  -c --bytes=/[+-]?\d+(?:[bkKmMGTPE]i?B?)?/ | number of bytes | 字节数
  -# | number of lines | 行数
  -f !endless | follows the file | 持续跟踪文件
  --follow[={name,descriptor}] !endless | follows the file | 持续跟踪文件
  -F !endless | follows the file by name | 按名称持续跟踪
  -q --quiet --silent | without names | 不显示文件名
  -v --verbose | with names | 显示文件名
  -s --sleep-interval=number | seconds between looks | 检查间隔（秒）
  --max-unchanged-stats=number
  --pid=number | ends with this process | 随进程结束
  --retry
  -z --zero-terminated
  operands file*
  = tail -n 100 /var/log/syslog
  = tail -50 /var/log/messages
  = tail -n +2 x
  = tail -f /var/log/syslog
  = tail -fn 20 /var/log/mosquitto/mosquitto.log
  ! tail -n5f x
  ! tail -5f x
  ! tail --x y

# What begins with a plus is a command of less: it is given a value that nothing fits. Files that less opens by a
# command (-k -o -O -t -T -P -p -D) are left out.
less | shows files page by page | 分页显示文件
  from less 590 less(1); busybox 1.35 less
  -a -A -B -c -C
  -e --quit-at-eof | ends at the end | 到末尾退出
  -E --QUIT-AT-EOF | ends at the end | 到末尾退出
  -F --quit-if-one-screen | ends after one screen | 不足一屏时退出
  -g -G
  -i --ignore-case | in any case | 忽略大小写
  -I --IGNORE-CASE | in any case | 忽略大小写
  -J -K
  -L --no-lessopen
  -m --long-prompt
  -M --LONG-PROMPT
  -n --line-numbers
  -N --LINE-NUMBERS | with line numbers | 显示行号
  -q --quiet --silent
  -Q --QUIET --SILENT
  -r --raw-control-chars | signs as they are | 原样输出控制字符
  -R --RAW-CONTROL-CHARS | with colours | 保留颜色
  -s --squeeze-blank-lines | joins empty lines | 合并空行
  -S --chop-long-lines | cuts long lines | 截断长行
  -u -U -w -W
  -X --no-init | keeps the screen | 不清屏
  -~ --tilde
  +! +" +# +$ +% +& +' +( +) +* ++ +, +- +. +/ +0 +1 +2 +3 +4 +5 +6 +7 +8 +9 +: +; +< += +> +? +@ +[ +\ +] +^ +_ +{ +| +} +A +B +C +D +E +F +G +H +I +J +K +L +M +N +O +P +Q +R +S +T +U +V +W +X +Y +Z +a +b +c +d +e +f +g +h +i +j +k +l +m +n +o +p +q +r +s +t +u +v +w +x +y +z +~=/(?!)/
  operands file*
  = less x
  = less -N /var/log/syslog
  = less -RS /var/log/app.log
  ! less +!reboot x
  ! less +F x
  ! less -o log x
  ! less -Olog x
  ! less --log-file=/tmp/x y
  ! less -k /tmp/key x
  ! less --lesskey-src=/tmp/key x
  ! less -t tag
  ! less -T /tmp/tags

more | shows files page by page | 分页显示文件
  from util-linux 2.38 more(1); busybox 1.35 more
  -d --silent
  -l --logical
  -e --exit-on-eof | ends at the end | 到末尾退出
  -f --no-pause
  -p --print-over
  -c --clean-print
  -s --squeeze | joins empty lines | 合并空行
  -u --plain
  operands file*
  = more x
  = more -s /etc/services
  ! more --x y

zcat | shows compressed files | 显示压缩文件内容
  from gzip 1.12 zcat(1); busybox 1.35 zcat
  -f --force | also files that are not compressed | 包括未压缩的文件
  -q --quiet
  -v --verbose
  operands file*
  = zcat /var/log/syslog.2.gz
  = zcat -f /var/log/syslog.1 /var/log/syslog.2.gz
  ! zcat --rsyncable x
  ! zcat -S .x y

bzcat | shows compressed files | 显示压缩文件内容
  from bzip2 1.0.8 bzcat(1); busybox 1.35 bzcat
  -s --small
  operands file*
  = bzcat /var/log/x.bz2
  = bzcat -s x.bz2
  ! bzcat -z x

xzcat, lzcat | shows compressed files | 显示压缩文件内容
  from xz-utils 5.4 xz(1); busybox 1.35 xzcat
  -f --force
  -q --quiet
  -v --verbose
  -T --threads=number
  operands file*
  = xzcat /var/log/x.xz
  = xzcat -q x.xz
  ! xzcat -z x
  ! xzcat --files=/etc/shadow
  ! xzcat --files0=/etc/shadow

zstdcat | shows compressed files | 显示压缩文件内容
  from zstd 1.5.4 zstd(1)
  -f --force
  -q --quiet
  -v --verbose
  operands file*
  = zstdcat x.zst
  = zstdcat -q x.zst
  ! zstdcat x.zst -o /home/pi/app.db
  ! zstdcat -o /home/pi/app.db x.zst
  ! zstdcat --rm x.zst
  ! zstdcat --output-dir-flat=/tmp x.zst
  ! zstdcat --filelist=/etc/shadow

wc | counts lines, words and bytes | 统计行数、字数和字节数
  from GNU coreutils 9.1 wc(1); busybox 1.35 wc
  -c --bytes | bytes | 字节数
  -m --chars | signs | 字符数
  -l --lines | lines | 行数
  -L --max-line-length | longest line | 最长行
  -w --words | words | 单词数
  operands file*
  = wc -l /etc/passwd
  = wc -lwc x y
  = wc
  ! wc --files0-from=x
  ! wc --files0-from=-

# --check opens whatever files its list names, devices too, so it is not listed.
md5sum, sha1sum, sha224sum, sha256sum, sha384sum, sha512sum | computes checksums | 计算校验和
  from GNU coreutils 9.1 md5sum(1); busybox 1.35 md5sum
  -b --binary | as bytes | 二进制方式
  --tag | in BSD style | BSD 格式
  -t --text | as text | 文本方式
  -z --zero
  operands file*
  = md5sum x
  = md5sum /boot/kernel7.img /boot/kernel8.img
  = md5sum --tag x
  ! md5sum -c /etc/shadow
  ! md5sum --check x

b2sum | computes checksums | 计算校验和
  from GNU coreutils 9.1 b2sum(1)
  -b --binary
  -l --length=number | bits | 位数
  --tag | in BSD style | BSD 格式
  -t --text
  -z --zero
  operands file*
  = b2sum x
  = b2sum -l 256 x
  ! b2sum -c x

cksum | computes checksums | 计算校验和
  from GNU coreutils 9.1 cksum(1); busybox cksum
  -a --algorithm={sysv,bsd,crc,md5,sha1,sha224,sha256,sha384,sha512,blake2b,sm3} | method | 算法
  -l --length=number | bits | 位数
  --tag
  --untagged
  -z --zero
  operands file*
  = cksum x
  = cksum -a sha256 x
  ! cksum -c x
  ! cksum --check x

sum | computes checksums | 计算校验和
  from GNU coreutils 9.1 sum(1); busybox sum
  -r
  -s --sysv
  operands file*
  = sum x
  = sum -s x
  ! sum --x y

set od
  -A --address-radix=/[doxn]/ | base of addresses | 地址进制
  --endian={big,little} | order of bytes | 字节序
  -j --skip-bytes=/(?:0x)?[\da-f]+[bkKmMGTPE]?i?B?/ | bytes skipped | 跳过的字节
  -S=number | strings | 字符串
  --strings[=number] | strings | 字符串
  -t --format=/[acdfoux\dCSILFDLz]+/ | format | 格式
  -v --output-duplicates | every line | 显示所有行
  -w --width[=number] | bytes a line | 每行字节数
  -a | names of signs | 字符名称
  -b | octal bytes | 八进制字节
  -c | as signs | 字符形式
  -d | decimal | 十进制
  -f | as numbers with a point | 浮点数
  -i | as whole numbers | 整数
  -l -o -s
  -x | hexadecimal | 十六进制

od | shows the first bytes of files | 显示文件开头的字节
  from GNU coreutils 9.1 od(1); busybox 1.35 od
  bounded
  use od
  -N --read-bytes=/(?:0x)?[\da-f]+[bkKmMGTPE]?i?B?/ !needed | bytes read | 读取字节数
  operands file*
  = od -An -N4 -tu4 /dev/urandom
  = od -c -N 64 x
  ! od -N 4 --x y

od | shows bytes of files | 显示文件字节
  use od
  operands file*
  = od -c /etc/hostname
  = od -An -tx1 -j 4 x
  ! od --x y

set hexdump
  -b --one-byte-octal | octal bytes | 八进制字节
  -c --one-byte-char | as signs | 字符形式
  -C --canonical | hexadecimal and text | 十六进制和文本
  -d --two-bytes-decimal | decimal | 十进制
  -e --format=text | format | 格式
  -o --two-bytes-octal | octal | 八进制
  -s --skip=/(?:0x)?[\da-f]+[bkKmMGTPE]?i?B?/ | bytes skipped | 跳过的字节
  -v --no-squeezing | every line | 显示所有行
  -x --two-bytes-hex | hexadecimal | 十六进制

hexdump, hd | shows the first bytes of files | 显示文件开头的字节
  from util-linux 2.38 hexdump(1); busybox 1.35 hexdump
  bounded
  use hexdump
  -n --length=/(?:0x)?[\da-f]+[bkKmMGTPE]?i?B?/ !needed | bytes read | 读取字节数
  operands file*
  = hexdump -C -n 64 x
  = hexdump -n 16 -e '16/1 "%02x"' /dev/urandom
  ! hexdump -n 64 -f /etc/shadow x

hexdump, hd | shows bytes of files | 显示文件字节
  use hexdump
  operands file*
  = hexdump -C x
  = hexdump -Cv -s 0x10 x
  ! hexdump -f /etc/shadow x
  ! hexdump --format-file=/etc/shadow x

# xxd knows no clusters (-pl 16 a is -p with the operands 16 and a), and its second operand is written.
set xxd
  -a -autoskip | without lines of zeros | 跳过全零行
  -b -bits | as bits | 二进制位
  -c -cols=/\d{1,4}/ | bytes a line | 每行字节数
  -e | little endian | 小端序
  -E -EBCDIC
  -g -groupsize=/\d{1,4}/ | bytes a group | 每组字节数
  -i -include | as C | C 语言格式
  -p -ps -postscript -plain | plain | 纯十六进制
  -r -revert | back to bytes | 还原为字节
  -s -seek -skip=/[+-]{0,2}(?:0x)?[\da-f]+/ | starts there | 起始位置
  -u -uppercase | in capitals | 大写

xxd | shows the first bytes of a file | 显示文件开头的字节
  from xxd 2022-01-14 (vim 9.0) xxd(1); busybox 1.35 xxd
  style word
  bounded
  use xxd
  -l -len=/(?:0x)?[\da-f]+/ !needed | bytes read | 读取字节数
  operands file?
  = xxd -l 64 -c 8 f.bin
  = xxd -l 16 -p /dev/urandom
  ! xxd -l 64 a b

xxd | shows the bytes of a file | 显示文件字节
  use xxd
  operands file?
  = xxd /etc/hostname
  = xxd -c 16 /boot/config.txt
  = xxd -p x
  = xxd -r -p
  ! xxd a b
  ! xxd -r a b
  ! xxd -pl 16 a
  ! xxd -p16 a b

strings | shows text in binary files | 显示二进制文件中的文本
  from binutils 2.40 strings(1); busybox 1.35 strings
  -a --all | the whole file | 扫描整个文件
  -f --print-file-name | with file names | 显示文件名
  -n --bytes=number | shortest text | 最短长度
  -# | shortest text | 最短长度
  -o | with offsets | 显示偏移
  -t --radix={o,d,x} | with offsets | 显示偏移
  -w --include-all-whitespace
  -e --encoding={s,S,b,l,B,L} | encoding | 编码
  -s --output-separator=text
  operands file*
  = strings /bin/ls
  = strings -n 8 x
  = strings -a -t x firmware.bin
  ! strings --target=x y
  ! strings @/etc/shadow

base64, base32 | encodes or decodes text | 编码或解码文本
  from GNU coreutils 9.1 base64(1); busybox 1.35 base64
  -d --decode | decodes | 解码
  --ignore-garbage
  -w --wrap=number | width of lines | 行宽
  operands file?
  = base64 x.txt
  = base64 -d x
  = base64 -w0 x
  ! base64 --x y
  ! base64 -o x y

basenc | encodes or decodes text | 编码或解码文本
  from GNU coreutils 9.1 basenc(1)
  --base64 | base 64 | Base64
  --base64url | base 64 for addresses | Base64URL
  --base32 | base 32 | Base32
  --base32hex
  --base16 | hexadecimal | 十六进制
  --base2msbf --base2lsbf --z85
  -d --decode | decodes | 解码
  -i --ignore-garbage
  -w --wrap=number | width of lines | 行宽
  operands file?
  = basenc --base16 x
  = basenc --base64url -d x
  ! basenc --x y

# The name of a set of signs that holds a slash is a file that iconv reads.
iconv | shows text in another encoding | 以其他编码显示文本
  from glibc 2.36 iconv(1)
  -f --from-code=/\w[\w.:-]*/ | from | 源编码
  -t --to-code=/\w[\w.:-]*(?:\/\/(?:translit|ignore))?/ | to | 目标编码
  -l --list | encodings | 列出编码
  -c | leaves out what does not fit | 忽略无法转换的字符
  -s --silent
  operands file*
  = iconv -f GBK -t UTF-8 x.txt
  = iconv -l
  = iconv -f gb18030 -t utf-8//IGNORE x.txt
  ! iconv -f GBK -t UTF-8 -o y x
  ! iconv --output=y x
  ! iconv -f /etc/shadow x
`
