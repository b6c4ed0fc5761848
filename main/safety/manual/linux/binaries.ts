/** Properties of programs, libraries, pictures, films and documents. */
export const BINARIES_MANUAL = String.raw`
# The tools of binutils read options from a file when a word begins with @, and open nothing but ordinary files.
readelf | shows a program or library | 查看 ELF 文件
  from binutils 2.40 readelf(1)
  -a --all | everything | 全部信息
  -h --file-header | the header | 文件头
  -l --program-headers --segments | segments | 程序段
  -S --section-headers --sections | sections | 节
  -g --section-groups
  -t --section-details
  -e --headers | all headers | 所有头信息
  -s --syms --symbols | symbols | 符号
  --dyn-syms | dynamic symbols | 动态符号
  -n --notes | notes | 注释
  -r --relocs | relocations | 重定位
  -u --unwind
  -d --dynamic | needed libraries | 动态段
  -V --version-info | versions | 版本信息
  -A --arch-specific | for this processor | 架构相关信息
  -D --use-dynamic
  -W --wide | long lines | 宽格式
  -I --histogram
  -x --hex-dump=/[\w.]+/ | bytes of a section | 节的字节
  -p --string-dump=/[\w.]+/ | text of a section | 节的文本
  -C --demangle
  operands /(?![-@])[\s\S]+/+
  = readelf -h /bin/ls
  = readelf -d /usr/lib/libfoo.so
  = readelf -sW --dyn-syms x.so
  ! readelf @/tmp/options
  ! readelf -wK x
  ! readelf --debug-dump=links x

nm | shows symbols | 查看符号
  from binutils 2.40 nm(1)
  -a --debug-syms
  -A -o --print-file-name | with file names | 显示文件名
  -C --demangle | readable names | 可读名称
  -D --dynamic | dynamic symbols | 动态符号
  -g --extern-only | global ones | 仅全局符号
  -n --numeric-sort | by address | 按地址排序
  -p --no-sort
  -P --portability
  -r --reverse-sort
  -S --print-size | with sizes | 显示大小
  -u --undefined-only | undefined ones | 仅未定义符号
  -U --defined-only | defined ones | 仅已定义符号
  --size-sort | by size | 按大小排序
  -t --radix={d,o,x}
  operands /(?![-@])[\s\S]+/*
  = nm x
  = nm -D /usr/lib/libfoo.so
  = nm -gC x.o
  ! nm --plugin=/tmp/x.so a.o
  ! nm --plugin /tmp/x.so a.o
  ! nm --plug=/tmp/x.so a.o
  ! nm @/tmp/options
  ! nm --target=plugin a.o

objdump | shows a program or library | 查看目标文件
  from binutils 2.40 objdump(1)
  -a --archive-headers
  -f --file-headers | the header | 文件头
  -p --private-headers | private headers | 私有头信息
  -h --section-headers --headers | sections | 节
  -x --all-headers | all headers | 所有头信息
  -d --disassemble | as assembly | 反汇编
  -D --disassemble-all | all as assembly | 全部反汇编
  -r --reloc | relocations | 重定位
  -R --dynamic-reloc
  -s --full-contents | bytes | 字节内容
  -t --syms | symbols | 符号
  -T --dynamic-syms | dynamic symbols | 动态符号
  -C --demangle | readable names | 可读名称
  -w --wide
  -j --section=/[\w.]+/ | this section | 指定节
  -M --disassembler-options=/\w[\w,=-]*/
  --start-address --stop-address=/(?:0x)?[\da-f]+/
  operands /(?![-@])[\s\S]+/+
  = objdump -h x
  = objdump -d -j .text x.o
  = objdump -p /usr/lib/libfoo.so
  ! objdump @/tmp/options
  ! objdump -S x
  ! objdump -b binary -s /etc/shadow
  ! objdump --target=binary -s /etc/shadow
  ! objdump -W x

size | shows sizes of sections | 查看各节大小
  from binutils 2.40 size(1)
  -A -B -d -o -x -t -G
  --format={sysv,berkeley,gnu}
  --radix={8,10,16}
  --totals
  operands /(?![-@])[\s\S]+/*
  = size x
  = size -A x.o
  ! size @/tmp/options
  ! size --target=x y

# ldd may start the program that it looks at: programs of the system only.
ldd | shows the libraries of a program | 查看程序依赖的库
  from glibc 2.36 ldd(1)
  -v --verbose | with versions | 显示版本
  operands /(?![\s\S]*\.\.)(?:\/usr)?(?:\/local)?\/(?:bin|sbin|lib|lib64|libexec)\/[\w.+\/-]+/+
  = ldd /bin/ls
  = ldd -v /usr/bin/python3
  = ldd /usr/lib/libfoo.so.1
  ! ldd /home/pi/x
  ! ldd ./x
  ! ldd -r /bin/ls
  ! ldd /bin/../home/pi/x

ldconfig | shows known libraries | 查看已知的库
  from glibc 2.36 ldconfig(8)
  -p --print-cache !needed | lists | 列出
  = ldconfig -p
  = ldconfig --print-cache
  ! ldconfig
  ! ldconfig -v
  ! ldconfig -p -r /tmp
  ! ldconfig -p -C /tmp/x
  ! ldconfig -pv
  ! ldconfig -n /tmp

# A name with a colon or a pipe is a coder, an address or a command, one that begins with @ a list: pictures only.
identify | shows properties of pictures | 查看图片属性
  from ImageMagick 6.9.11 identify(1)
  style word
  -verbose | in detail | 详细信息
  -ping | quickly | 快速模式
  -quiet
  -format=/(?![-@])[^[@]+/ | format | 格式
  operands /(?![-@])[^:|@]+\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic)/+
  = identify x.jpg
  = identify -verbose /home/pi/photo.png
  = identify -format '%wx%h\n' x.jpg
  ! identify msl:/tmp/x.msl
  ! identify @/etc/shadow
  ! identify 'ephemeral:/home/pi/x.jpg'
  ! identify -format @/etc/shadow x.jpg
  ! identify -write /tmp/x x.jpg
  ! identify '|reboot'
  ! identify text:/etc/shadow
  ! identify /etc/shadow
  ! identify -debug All -log /tmp/x x.jpg

# Versions before 12.38 run a name that ends in a pipe.
exiftool | shows properties of pictures | 查看图片信息
  from exiftool 12.57 exiftool(1)
  style word
  -a | also doubles | 包括重复标签
  -G -G0 -G1 | with groups | 显示组
  -s -s2 -s3 -S | short names | 简短名称
  -n | as numbers | 数值形式
  -j -json | as JSON | 以 JSON 显示
  -T -t | as a table | 表格形式
  -u -U -q -m -fast -fast2 -D -H -L -e -sort
  -all -Model -Make -Software -CreateDate -ModifyDate -DateTimeOriginal -FileModifyDate -ImageSize -ImageWidth -ImageHeight -GPSPosition -GPSLatitude -GPSLongitude -GPSDateTime -FileSize -FileType -MIMEType -Orientation -ISO -ExposureTime -FNumber -LensModel -SerialNumber -Duration -FrameRate | this property | 指定属性
  operands /(?![-@])[^|<>]+\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|dng|raw|cr2|nef|arw|mp4|mov|avi|mkv|mp3|wav|flac|pdf)/+
  = exiftool x.jpg
  = exiftool -G1 -a -s x.jpg
  = exiftool -CreateDate -Model x.jpg
  ! exiftool -if 'system("rm -rf /home/pi/data")' x.jpg
  ! exiftool -p '\${model;system("reboot")}' x.jpg
  ! exiftool '-FileName<CreateDate' x.jpg
  ! exiftool -W /home/pi/x.txt -all x.jpg
  ! exiftool -w txt x.jpg
  ! exiftool -restore_original x.jpg
  ! exiftool -all= x.jpg
  ! exiftool -Author=x y.jpg
  ! exiftool -o /tmp/x y.jpg
  ! exiftool -config /tmp/x y.jpg
  ! exiftool -@ /etc/shadow
  ! exiftool 'reboot|'
  ! exiftool 'reboot # x.jpg|'
  ! exiftool -execute x.jpg
  ! exiftool -delete_original x.jpg
  ! exiftool -geotag /etc/shadow x.jpg

ffmpeg | shows what ffmpeg can do | 查看 ffmpeg 能力
  from ffmpeg 5.1 ffmpeg(1)
  style word
  -hide_banner | without a greeting | 不显示版权信息
  -version -buildconf -formats -codecs -decoders -encoders -protocols -filters -pix_fmts -hwaccels -devices -bsfs -muxers -demuxers -layouts -sample_fmts !needed | lists | 列出
  = ffmpeg -version
  = ffmpeg -hide_banner -encoders
  ! ffmpeg -i x y
  ! ffmpeg -version -i x y
  ! ffmpeg -report -version

ollama: list, ls, ps | lists models | 列出模型
  from ollama 0.5 ollama --help
  operands name?
  = ollama list
  = ollama ps
  ! ollama run x
  ! ollama rm x
  ! ollama pull x
  ! ollama serve

stress-ng | shows the version of stress-ng | 查看 stress-ng 版本
  from stress-ng 0.15 stress-ng(1)
  -V !needed | version | 版本
  = stress-ng -V
  ! stress-ng --cpu 4
  ! stress-ng --version --cpu 4

ffprobe | shows properties of films and sound | 查看音视频信息
  from ffmpeg 5.1 ffprobe(1)
  style word
  -hide_banner | without a greeting | 不显示版权信息
  -v -loglevel={quiet,panic,fatal,error,warning,info} | how much it tells | 日志级别
  -show_format | format | 格式信息
  -show_streams | streams | 流信息
  -show_chapters -show_programs -count_frames -count_packets -pretty -unit -prefix -sexagesimal
  -show_entries=/[\w=:,]+/ | these values | 指定值
  -select_streams=/[avs](?::\d+)?|\d+/ | these streams | 指定流
  -of -print_format -output_format=/(?:default|compact|csv|flat|ini|json|xml)(?:=[\w=:,]+)?/ | format of the output | 输出格式
  -i=/(?![-@])[^:|]+\.(?:mp4|mov|avi|mkv|webm|h264|h265|m4a|mp3|wav|flac|ogg|opus|aac|ts|mpg|mpeg|jpe?g|png|mjpeg)/ !first | file | 文件
  operands /(?![-@])[^:|]+\.(?:mp4|mov|avi|mkv|webm|h264|h265|m4a|mp3|wav|flac|ogg|opus|aac|ts|mpg|mpeg|jpe?g|png|mjpeg)/
  = ffprobe x.mp4
  = ffprobe -v error -show_entries format=duration -of default=noprint_wrappers=1:nokey=1 x.mp4
  = ffprobe -hide_banner -show_streams -of json x.mkv
  = ffprobe -i x.mp4
  ! ffprobe -o /home/pi/app.db x.mp4
  ! ffprobe -report x.mp4
  ! ffprobe -f lavfi movie=x
  ! ffprobe concat:/etc/shadow
  ! ffprobe http://evil/x.mp4
  ! ffprobe /dev/video0
  ! ffprobe -v debug x.mp4

mediainfo | shows properties of films and sound | 查看音视频信息
  from mediainfo 23.03 mediainfo(1)
  -f --Full | in full | 全部信息
  --Output={json,xml,html,text} | format of the output | 输出格式
  operands file+
  = mediainfo x
  = mediainfo --Output=JSON x.mp4
  ! mediainfo --LogFile=/home/pi/app.db x.mp4
  ! mediainfo --logfile=/home/pi/app.db x.mp4
  ! mediainfo --Inform=file:///etc/shadow x.mp4
  ! mediainfo --Output=file:///etc/shadow x.mp4

pdfinfo | shows properties of a document | 查看 PDF 信息
  from poppler-utils 22.12 pdfinfo(1)
  style word
  -f -l=number | pages | 页码
  -box | sizes of pages | 页面尺寸
  -meta | metadata | 元数据
  -isodates -rawdates -dests -custom
  operands file
  = pdfinfo x.pdf
  = pdfinfo -box x.pdf
  ! pdfinfo -opw secret x.pdf
  ! pdfinfo x.pdf y.pdf

pdffonts | shows the fonts of a document | 查看 PDF 字体
  from poppler-utils 22.12 pdffonts(1)
  style word
  -f -l=number | pages | 页码
  -subst
  operands file
  = pdffonts x.pdf
  = pdffonts -l 3 x.pdf
  ! pdffonts x.pdf y.pdf

exif | shows properties of pictures | 查看图片 EXIF 信息
  from exif 0.6.22 exif(1)
  -i --ids
  -l --list-tags | known properties | 列出标签
  -m --machine-readable | for programs | 机器可读
  -s --show-description
  -x --xml-output | as XML | 以 XML 显示
  -t --tag=/[\w]+/ | this property | 指定标签
  operands file+
  = exif x.jpg
  = exif -m x.jpg
  ! exif -e -o /tmp/x y.jpg
  ! exif --remove --tag=Make x.jpg
  ! exif --set-value=x --tag=Make y.jpg
  ! exif -r x.jpg
  ! exif -c -o y.jpg x.jpg
  ! exif -n /etc/shadow x.jpg

# A second operand is written.
edid-decode | shows what a display can do | 解析显示器 EDID
  from edid-decode 0.1 edid-decode(1)
  -c --check | checks | 检查
  -C --check-inline | checks in place | 就地检查
  -n --native-resolution | native resolution | 原生分辨率
  -p --preferred-timings | preferred timings | 首选时序
  -P --physical-address
  -S --short-timings
  -L --long-timings
  -X --xmodeline -F --fbmode -V --v4l2-timings
  -s --skip-hex-dump | without bytes | 不显示字节
  -H --only-hex-dump | bytes only | 仅显示字节
  --skip-sha --hide-serial-numbers
  operands file?
  = edid-decode x
  = edid-decode -s /sys/class/drm/card0-HDMI-A-1/edid
  = edid-decode
  ! edid-decode /sys/class/drm/card0-HDMI-A-1/edid /home/pi/app.db
  ! edid-decode a /etc/passwd
  ! edid-decode -o hex a b
  ! edid-decode -- a b

set topology
  -p --physical | numbers of the system | 物理编号
  -l --logical | numbers of hwloc | 逻辑编号
  -v --verbose | in detail | 详细信息
  -s --silent
  -c --cpuset
  --no-io | without devices | 不含 I/O 设备
  --no-bridges --no-caches --no-useless-caches --no-icaches --whole-io --merge --no-smt --no-legend --distances --memattrs --cpukinds

# With a screen lstopo opens a window, and its operand is written: text only.
lstopo-no-graphics, hwloc-ls | shows processors and caches | 查看处理器拓扑
  from hwloc 2.9 lstopo(1)
  use topology
  --of --output-format={console,ascii,synthetic,xml} | format | 格式
  = lstopo-no-graphics
  = hwloc-ls --no-io
  = lstopo-no-graphics --of ascii
  ! lstopo-no-graphics /home/pi/x.png
  ! lstopo-no-graphics -i /etc/shadow
  ! lstopo-no-graphics --of svg
  ! lstopo-no-graphics --allow all

lstopo | shows processors and caches | 查看处理器拓扑
  from hwloc 2.9 lstopo(1)
  use topology
  --of --output-format={console,ascii,synthetic,xml} | format | 格式
  operands {-}?
  = lstopo -
  = lstopo --of console
  = lstopo
  ! lstopo /home/pi/topo.png
  ! lstopo -f x.txt
  ! lstopo --of console /home/pi/topo.txt
  ! lstopo --of svg x
  ! lstopo --input /etc/shadow
`
