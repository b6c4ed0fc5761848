/** Programs that look into archives without unpacking them onto the disk. */
export const ARCHIVES_MANUAL = String.raw`
# An archive with a colon is on another computer and reached by a program (host:file). The ending keeps devices out.
tar, bsdtar, gtar | lists an archive | 列出归档内容
  from GNU tar 1.34 tar(1); libarchive 3.6 bsdtar(1); busybox 1.35 tar
  bare same
  -t --list !needed | lists | 列出
  -v --verbose | in detail | 详细信息
  -f --file=/-|(?![-@])[^:]*\.(?:tar|gz|tgz|bz2|tbz|tbz2|xz|txz|zst|tzst|lzma|lz|lz4|taz|z|zip|7z|jar|iso|bak|old|backup)(?:\.\d+)?/ | archive | 归档文件
  -z --gzip --gunzip --ungzip | compressed by gzip | gzip 压缩
  -j --bzip2 | compressed by bzip2 | bzip2 压缩
  -J --xz | compressed by xz | xz 压缩
  --zstd | compressed by zstd | zstd 压缩
  --lzma | compressed by lzma | lzma 压缩
  -Z --compress
  -a --auto-compress
  -C --directory=path | in this directory | 在该目录中
  -p
  --exclude=text | not these files | 排除文件
  --strip-components=number
  --wildcards --no-wildcards --full-time --numeric-owner --utc --totals
  operands text*
  = tar tf backup.tar
  = tar -tzf backup.tar.gz
  = tar tvf backup.tar.xz
  = tar --list --verbose --file=backup.tar.gz
  = tar -tf -
  ! tar xf backup.tar
  ! tar cf backup.tar x
  ! tar tvf a.tar --index-file=/home/pi/app.db
  ! tar -tf a.tar --index-file /home/pi/app.db -v
  ! tar tf a.tar --checkpoint=1 --checkpoint-action=exec=reboot
  ! tar tf a.tar --to-command=reboot
  ! tar -I reboot -tf a.tar
  ! tar tf a.tar --use-compress-program=reboot
  ! tar tf a.tar -F reboot
  ! tar tf a.tar --info-script=reboot
  ! tar tf evil:/a.tar
  ! tar tf pi@evil:a.tar --rsh-command=/tmp/x
  ! tar --list --file=evil:a.tar
  ! tar tMf a.tar
  ! tar -tT list -f a.tar
  ! tar -xtf a.tar
  ! tar tf a.tar -g /tmp/snapshot
  ! tar tf /dev/nst0

unzip | lists or checks a zip archive | 列出或检查 zip 归档
  from Info-ZIP unzip 6.0 unzip(1); busybox 1.35 unzip
  -l !needed | lists | 列出
  -t !needed | checks | 检查
  -v !needed | lists in detail | 详细列出
  -z !needed | shows the comment | 显示注释
  -q | quietly | 安静模式
  -C | in any case | 忽略大小写
  operands file text*
  = unzip -l x.zip
  = unzip -v x.zip
  = unzip -tq x.zip
  = unzip -l x.zip '*.conf'
  ! unzip x.zip
  ! unzip -o x.zip
  ! unzip -l x.zip -d /tmp
  ! unzip -P secret -l x.zip
  ! unzip -lo x.zip
  ! unzip -q x.zip
  ! unzip -T x.zip
  ! unzip -l -u x.zip
  ! unzip -l- x.zip

unzip | shows files of a zip archive | 显示 zip 归档中的文件
  -p !needed | shows files | 显示文件内容
  -c !needed | shows files with names | 显示文件内容和名称
  -q | quietly | 安静模式
  -C | in any case | 忽略大小写
  operands file file*
  = unzip -p x.zip config.json
  = unzip -qc x.zip config.json
  ! unzip -p x.zip -d /tmp
  ! unzip -po x.zip

unzip | lists a zip archive | 列出 zip 归档
  -Z !needed | lists in another form | zipinfo 格式
  -1 -2 -s -m -l -v -h -t -z | form | 格式
  operands file text*
  = unzip -Z1 x.zip
  = unzip -Z -l x.zip
  ! unzip -Z -d /tmp x.zip
  ! unzip -1 x.zip

zipinfo | lists a zip archive | 列出 zip 归档
  from Info-ZIP unzip 6.0 zipinfo(1)
  -1 | names only | 仅名称
  -2 | names and totals | 名称和统计
  -s -m -l -v | form | 格式
  -h | with header | 显示标题
  -t | with totals | 显示统计
  -T | sortable times | 可排序的时间
  -z | with comment | 显示注释
  operands file text*
  = zipinfo x.zip
  = zipinfo -1 x.zip
  ! zipinfo -M x.zip
  ! zipinfo --x y.zip

gzip, gunzip | lists or checks compressed files | 列出或检查压缩文件
  from gzip 1.12 gzip(1); busybox 1.35 gzip
  -l --list !needed | lists | 列出
  -t --test !needed | checks | 检查
  -v --verbose | in detail | 详细信息
  -q --quiet
  -N --name
  operands file*
  = gzip -l x.gz
  = gzip -tv x.gz
  = gunzip -t x.gz
  ! gzip x
  ! gzip -d x.gz
  ! gzip -lr -d x
  ! gzip -v x
  ! gzip -N x
  ! gunzip x.gz

gzip, gunzip, uncompress | shows compressed files | 显示压缩文件内容
  from gzip 1.12 gzip(1); busybox 1.35 gzip
  -c --stdout --to-stdout !needed | to the output, keeps the file | 输出到标准输出
  -d --decompress --uncompress | unpacks | 解压
  -f --force
  -k --keep
  -q --quiet
  -v --verbose
  -1 -2 -3 -4 -5 -6 -7 -8 -9 --fast --best
  operands file*
  = gzip -dc x.gz
  = gzip -cd x.gz
  = gunzip -c x.gz
  ! gzip -dk x.gz
  ! gzip -dkf x.gz
  ! gunzip -k x.gz
  ! gzip -c -S .x y
  ! gzip -c --rsyncable -o x y

xz, unxz, lzma, unlzma | lists or checks compressed files | 列出或检查压缩文件
  from xz-utils 5.4 xz(1)
  -l --list !needed | lists | 列出
  -t --test !needed | checks | 检查
  -v --verbose | in detail | 详细信息
  -q --quiet
  --robot | for programs | 机器可读
  operands file*
  = xz -l x.xz
  = xz -tv x.xz
  ! xz x
  ! xz -d x.xz
  ! xz -v x
  ! xz -l --files=/etc/shadow
  ! xz -t --files0=/etc/shadow
  ! xz -lz x

xz, unxz, lzma, unlzma | shows compressed files | 显示压缩文件内容
  from xz-utils 5.4 xz(1); busybox 1.35 xz
  -c --stdout --to-stdout !needed | to the output, keeps the file | 输出到标准输出
  -d --decompress --uncompress | unpacks | 解压
  -f --force
  -k --keep
  -q --quiet
  -v --verbose
  -T --threads=number
  operands file*
  = xz -dc x.xz
  = unxz -c x.xz
  ! xz -dk x.xz
  ! xz -c --files=/etc/shadow
  ! unxz x.xz

zstd, unzstd | lists or checks compressed files | 列出或检查压缩文件
  from zstd 1.5.4 zstd(1)
  -l --list !needed | lists | 列出
  -t --test !needed | checks | 检查
  -v --verbose | in detail | 详细信息
  -q --quiet
  operands file*
  = zstd -l x.zst
  = zstd -lv x.zst
  ! zstd x
  ! zstd -d x.zst
  ! zstd -l x.zst -o y
  ! zstd --rm -t x.zst
  ! zstd -t --filelist=/etc/shadow
  ! zstd -lr x --output-dir-flat /tmp

zstd, unzstd | shows compressed files | 显示压缩文件内容
  from zstd 1.5.4 zstd(1)
  -c --stdout !needed | to the output, keeps the file | 输出到标准输出
  -d --decompress --uncompress | unpacks | 解压
  -q --quiet
  -k --keep
  operands file*
  = zstd -dc x.zst
  = unzstd -c x.zst
  ! zstd -dc x.zst -o y
  ! zstd -co y x.zst
  ! zstd -c --rm x
  ! zstd -c --trace /tmp/x y
  ! zstd -D /etc/shadow -c x

bzip2, bunzip2 | checks compressed files | 检查压缩文件
  from bzip2 1.0.8 bzip2(1); busybox 1.35 bzip2
  -t --test !needed | checks | 检查
  -v --verbose | in detail | 详细信息
  -q --quiet
  operands file*
  = bzip2 -t x.bz2
  = bzip2 -tv x.bz2
  ! bzip2 x
  ! bzip2 -d x.bz2
  ! bzip2 -v x
  ! bzip2 -tz x

bzip2, bunzip2 | shows compressed files | 显示压缩文件内容
  from bzip2 1.0.8 bzip2(1); busybox 1.35 bzip2
  -c --stdout !needed | to the output, keeps the file | 输出到标准输出
  -d --decompress | unpacks | 解压
  -k --keep
  -q --quiet
  operands file*
  = bzip2 -dc x.bz2
  = bunzip2 -c x.bz2
  ! bzip2 -dk x.bz2
  ! bunzip2 x.bz2

# A word that begins with @ is a list of names: 7z shows its lines in errors.
7z, 7za, 7zr, 7zz: l, t | lists or checks an archive | 列出或检查归档
  from p7zip 16.02 7z(1); 7-Zip 22.01
  style word
  -slt | in detail | 详细信息
  -ba | without header | 不显示标题
  -bd -y -r
  -t7z -tzip -ttar -tgzip -txz -tiso | kind of archive | 归档类型
  operands /(?![-@])[^:@]*\.(?:7z|zip|tar|gz|tgz|bz2|tbz2|xz|txz|rar|iso|jar|cab|deb|rpm|img|zst|001)/ /[^-@!][^@]*/*
  = 7z l x.7z
  = 7z l -slt x.zip
  = 7z t x.7z
  ! 7z x x.7z
  ! 7z e x.7z
  ! 7z a x.7z y
  ! 7z d x.7z y
  ! 7z l @/etc/shadow
  ! 7z l x.7z @/etc/shadow
  ! 7z l -i@/etc/shadow x.7z
  ! 7z l -psecret x.7z

7z, 7za, 7zr, 7zz: i | shows what formats it knows | 查看支持的格式
  style word
  = 7z i
  = 7za i
  ! 7z i x

unrar: l, lt, lb, v, vt, vb, t | lists or checks an archive | 列出或检查 rar 归档
  from unrar 6.2 unrar(1)
  style word
  operands /(?![-@])[^:@]*\.(?:rar|r\d\d|cbr)/ /[^-@][^@]*/*
  = unrar l x.rar
  = unrar t x.rar
  ! unrar x x.rar
  ! unrar e x.rar
  ! unrar l x.rar @/etc/shadow
  ! unrar l -ilog/tmp/x x.rar

lsar | lists an archive | 列出归档内容
  from unar 1.10 lsar(1)
  style word
  -l -long | in detail | 详细信息
  -L -verylong | in full | 全部信息
  -t -test | checks | 检查
  -j -json | as JSON | 以 JSON 显示
  -i -indexes
  operands file
  = lsar x.zip
  = lsar -l x.rar
  ! lsar -p secret x.zip

# A word that begins with @ is a file of options.
ar: t, tv, tO, p, pv | lists or shows members of a library | 列出或显示库成员
  from binutils 2.40 ar(1); busybox 1.35 ar
  operands /(?![-@])[\s\S]+/ /(?![-@])[\s\S]+/*
  = ar t lib.a
  = ar tv x.deb
  = ar p x.deb debian-binary
  ! ar x lib.a
  ! ar r lib.a x.o
  ! ar d lib.a x.o
  ! ar q lib.a x.o
  ! ar ts lib.a
  ! ar t --plugin=/tmp/x.so lib.a
  ! ar @/tmp/options
  ! ar t @/tmp/options
  ! ar -M
  ! ar s lib.a

cpio | lists an archive | 列出归档内容
  from GNU cpio 2.13 cpio(1); busybox 1.35 cpio
  -t --list !needed | lists | 列出
  -i --extract
  -v --verbose | in detail | 详细信息
  -n --numeric-uid-gid | numeric owners | 数字形式的所有者
  -H --format={bin,odc,newc,crc,tar,ustar,hpbin,hpodc} | format | 格式
  --quiet | without the count | 不显示统计
  -F --file=/(?![-@])[^:]*\.(?:cpio|img|gz|tar)/ | archive | 归档文件
  operands text*
  = cpio -t
  = cpio -itv
  = cpio -t -F x.cpio
  ! cpio -i
  ! cpio -idmv
  ! cpio -o
  ! cpio -p /tmp
  ! cpio -t -F evil:x.cpio
  ! cpio -t --rsh-command=/tmp/x -F evil:x.cpio
  ! cpio -t -E /etc/shadow
  ! cpio -it -I evil:x.cpio

lsinitramfs | lists a start image | 列出 initramfs 内容
  from initramfs-tools 0.142 lsinitramfs(8)
  -l | in detail | 详细信息
  operands file+
  = lsinitramfs /boot/initrd.img
  = lsinitramfs -l /boot/initrd.img
  ! lsinitramfs --x y
`
