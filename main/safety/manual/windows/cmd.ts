import { FILE, PLACE } from './shapes.ts'

/** Files, text and the shell itself of cmd. */
export const CMD_MANUAL = String.raw`
dir | shows a directory | 查看目录内容
  style slash
  from Windows Commands reference, dir (Windows 10, 11)
  /a[=/-?[dhrasilov-]{1,12}/] | hidden ones too, or by attribute | 含隐藏项或按属性
  /ad /a-d /ah /a-h /ar /as /ai /al /a-s /ahd /adh /a-d-h /ash /ahs /aa | by attribute | 按属性
  /b | names only | 仅名称
  /s !tree | with directories below | 包括子目录
  /o[=/-?[nesdg-]{1,8}/] | sorted | 排序
  /on /o-n /od /o-d /os /o-s /oe /o-e /og /o-g /ogn /ogd /ogen | sorted | 排序
  /t[=/[caw]/] | which time | 时间类型
  /tc /ta /tw | which time | 时间类型
  /c /-c | with or without thousands signs | 千位分隔
  /d /w | in columns | 分列显示
  /l | lower case | 小写
  /n | long list | 长列表
  /q | with owners | 显示所有者
  /r | with streams | 显示数据流
  /x | with short names | 显示短文件名
  /4 | years of four digits | 四位年份
  operands /${PLACE}/*
  = dir C:\
  = dir /s /b *.log
  = dir /a /o-d C:\logs
  = dir /o:-d /t:w
  = dir "C:\Program Files" /ad
  ! dir /p
  ! dir \\evil\share
  ! dir //evil/share
  ! dir \??\UNC\evil\share

type | shows files | 查看文件
  style slash
  from Windows Commands reference, type
  operands /${FILE}/+
  = type C:\logs\app.log
  = type x.txt
  = type "C:\Program Files\app\read me.txt"
  ! type con
  ! type C:\x\con.txt
  ! type com1
  ! type \\.\pipe\x
  ! type \\evil\share\x
  ! type x:stream:y

more | shows files | 查看文件
  style slash
  from Windows Commands reference, more
  /c | clears first | 先清屏
  /e | extended | 扩展功能
  /p | expands form feeds | 展开换页符
  /s | blank lines as one | 合并空行
  operands /${FILE}/*
  = more x.txt
  = more /e C:\logs\app.log
  ! more con
  ! more \\evil\share\x

find | shows lines with a text | 查找文本行
  style slash
  from Windows Commands reference, find
  /v | lines without it | 不含文本的行
  /c | count only | 仅计数
  /n | with line numbers | 显示行号
  /i | ignores case | 忽略大小写
  /off /offline | offline files too | 包括脱机文件
  operands text /${FILE}/*
  = find "error" x.log
  = find /c /i "error" x.log
  = find "python"
  ! find "x" con
  ! find "x" \\evil\share\f
  ! find

findstr | shows lines with a text | 查找文本行
  style slash
  from Windows Commands reference, findstr
  /b | at the beginning | 行首匹配
  /e | at the end | 行尾匹配
  /l | literal text | 按字面匹配
  /r | regular expression | 正则表达式
  /s !tree | with directories below | 包括子目录
  /i | ignores case | 忽略大小写
  /x | whole lines | 整行匹配
  /v | lines without it | 不含文本的行
  /n | with line numbers | 显示行号
  /m | names only | 仅文件名
  /o | with offsets | 显示偏移
  /p | skips binary files | 跳过二进制文件
  /off /offline | offline files too | 包括脱机文件
  /si /is /sin /sni /ni /in /sn /ns /sim /spin /snip /ri /vi /iv /bi /ib /li /rn /nr /rin /mi /im /sm | several of these | 多个选项
  /a=/[\da-f]{1,2}/ | colour | 颜色
  /c=/(?![-\/])[^]*/ !first | text to find | 要查找的文本
  operands text /${FILE}/*
  = findstr error x.log
  = findstr /i /s error *.log
  = findstr /B /C:"OS Name" C:\x.txt
  = findstr :80
  ! findstr /f:list.txt error
  ! findstr /g:C:\secret x
  ! findstr /d:\\evil\share error x
  ! findstr . \\evil\share\x
  ! findstr . con

sort | sorts text | 对文本排序
  style slash
  from Windows Commands reference, sort
  /r /reverse | in reverse | 逆序
  /uniq /unique | without repeats | 去除重复
  /+1 /+2 /+3 /+4 /+5 /+6 /+7 /+8 /+9 /+10 /+11 /+12 /+15 /+20 /+30 /+40 /+50 | from a column | 起始列
  /rec /record_maximum=/\d{1,5}/ | longest line | 最大行长
  operands /${FILE}/?
  = sort x.txt
  = sort /r /+10
  ! sort x /o y
  ! sort x /out y
  ! sort x /output C:\y
  ! sort /o:y x
  ! sort x /t C:\temp
  ! sort con

fc | compares two files | 比较两个文件
  style slash
  from Windows Commands reference, fc
  /a /b /c /l /n /off /offline /t /u /w | way to compare | 比较方式
  /lb10 /lb100 /lb1000 | lines of the buffer | 缓冲行数
  operands /${FILE}/ /${FILE}/
  = fc a b
  = fc /b a.bin b.bin
  = fc /n a.txt b.txt
  ! fc a con
  ! fc a \\evil\share\b

comp | compares two files | 比较两个文件
  style slash
  from Windows Commands reference, comp (/m since Windows 10 1803)
  endless | waits for an answer: use comp /m a b | 等待回答：请使用 comp /m a b
  /m !ends | does not ask | 不询问
  /d /a /l /c /off /offline | way to show | 显示方式
  operands /${FILE}/ /${FILE}/
  = comp /m a b
  = comp a b
  ! comp a \\evil\share\b
  ! comp a con

tree | shows directories as a tree | 以树状显示目录
  style slash
  from Windows Commands reference, tree
  /f | with files | 显示文件
  /a | plain characters | 使用 ASCII 字符
  operands /${PLACE}/?
  = tree C:\x /f
  = tree /f /a
  ! tree \\evil\share

where | finds files | 查找文件
  style slash
  from Windows Commands reference, where
  /r=/(?![-\/])${PLACE}/ | below a directory | 在目录下查找
  /q | quiet | 静默
  /f | names in quotes | 名称加引号
  /t | with size and time | 显示大小和时间
  operands /(?!-)(?:\$path:)?[\w.*?-]+/+
  = where python
  = where /r C:\ x.exe
  = where $path:notepad.exe
  ! where /r \\evil\share x
  ! where \\evil\share:x.exe
  ! where $path:\\evil\share\x

attrib | shows attributes of files | 查看文件属性
  style slash
  from Windows Commands reference, attrib
  /s !tree | with directories below | 包括子目录
  /d | directories too | 包括目录
  /l | of the link itself | 链接本身
  operands /${PLACE}/?
  = attrib x.txt
  = attrib C:\x\*.* /s /d
  ! attrib +h x
  ! attrib -r x
  ! attrib x +s
  ! attrib /s -h C:\x
  ! attrib +r

icacls | shows rights of files | 查看文件权限
  style slash
  from Windows Commands reference, icacls
  /t !tree | with directories below | 包括子目录
  /c | goes on after errors | 出错继续
  /l | of the link itself | 链接本身
  /q | quiet | 静默
  /verify | finds rights out of order | 查找异常权限
  /findsid=name | finds an account | 查找账户
  operands /${PLACE}/
  = icacls C:\x
  = icacls C:\x /t /c
  = icacls x /findsid Users
  ! icacls x /grant a:F
  ! icacls x /save y
  ! icacls x /restore y
  ! icacls x /reset
  ! icacls x /setowner a
  ! icacls x /inheritance:d
  ! icacls x /t /grant:r Everyone:F
  ! icacls x /substitute a b
  ! icacls \\evil\share

# cacls /s:SDDL sets rights, so that /s is not here.
cacls | shows rights of files | 查看文件权限
  style slash
  from Windows Commands reference, cacls
  /t !tree | with directories below | 包括子目录
  /c | goes on after errors | 出错继续
  /l /m | of links or volumes | 链接或卷
  operands /${PLACE}/
  = cacls C:\x
  = cacls x /t
  ! cacls x /e /g a:F
  ! cacls x /s:D:(A;;FA;;;WD)
  ! cacls x /p a:n

ver | shows the version of Windows | 查看 Windows 版本
  style slash
  from Windows Commands reference, ver
  = ver
  = VER
  ! ver x

vol | shows the label of a drive | 查看卷标
  style slash
  from Windows Commands reference, vol
  operands /[a-z]:/?
  = vol C:
  = vol
  ! vol \\evil\share

cd, chdir | shows or enters a directory | 查看或进入目录
  style slash
  from Windows Commands reference, cd
  /d | the drive too | 同时切换盘符
  operands /${PLACE}/?
  = cd C:\Users
  = cd /d D:\logs
  = cd ..
  ! cd \\evil\share

echo | prints text | 输出文本
  style word
  from Windows Commands reference, echo
  operands /[\s\S]*/*
  = echo hello world
  = echo off
  ! echo -x

rem | a remark | 注释
  style word
  from Windows Commands reference, rem
  operands /[\s\S]*/*
  = rem a remark
  = rem x
  ! rem -x

title | names this window | 设置窗口标题
  style word
  from Windows Commands reference, title
  operands /[\s\S]*/*
  = title work
  = title a b
  ! title -x

cls | clears this window | 清屏
  style slash
  from Windows Commands reference, cls
  = cls
  = CLS
  ! cls x

# A name that is not here would be run with /?.
help | shows help | 查看帮助
  style slash
  from Windows Commands reference, help
  operands {assoc,attrib,bcdedit,cacls,call,cd,chcp,chdir,chkdsk,cls,cmd,color,comp,compact,convert,copy,date,del,dir,diskpart,doskey,driverquery,echo,erase,exit,fc,find,findstr,for,format,fsutil,ftype,goto,gpresult,help,icacls,if,label,md,mkdir,mklink,mode,more,move,openfiles,path,pause,popd,prompt,pushd,rd,rem,ren,rename,replace,rmdir,robocopy,sc,schtasks,set,setlocal,shift,shutdown,sort,start,subst,systeminfo,taskkill,tasklist,time,title,tree,type,ver,verify,vol,wmic,xcopy}?
  = help dir
  = help
  ! help \\evil\share\x
  ! help C:\x.bat

date | shows the date | 查看日期
  style slash
  from Windows Commands reference, date
  /t !needed | does not ask for a new one | 不提示修改
  = date /t
  = date /T
  ! date
  ! date 01-01-2020
  ! date /t 01-01-2020

time | shows the time | 查看时间
  style slash
  from Windows Commands reference, time
  /t !needed | does not ask for a new one | 不提示修改
  = time /t
  = time /T
  ! time
  ! time 12:00

path | shows the search path | 查看搜索路径
  style slash
  from Windows Commands reference, path
  = path
  = PATH
  ! path C:\evil

chcp | shows the code page | 查看代码页
  style slash
  from Windows Commands reference, chcp
  = chcp
  = CHCP
  ! chcp 65001

# set NAME shows every variable that begins with NAME: only names that begin no other of interest.
set | shows a variable | 查看环境变量
  style slash
  from Windows Commands reference, set
  operands {path,pathext,comspec,computername,username,userdomain,userprofile,systemroot,systemdrive,windir,temp,tmp,processor_architecture,processor_identifier,processor_level,processor_revision,number_of_processors,programfiles,programdata,commonprogramfiles,allusersprofile,appdata,localappdata,homedrive,homepath,logonserver,sessionname,psmodulepath}
  = set PATH
  = set computername
  = set processor_architecture
  ! set
  ! set API_TOKEN
  ! set P
  ! set PASS
  ! set os
  ! set PATH=C:\evil
  ! set /p x=
  ! set /a 1+1

assoc | shows types of files | 查看文件类型关联
  style slash
  from Windows Commands reference, assoc
  = assoc
  = ASSOC
  ! assoc .txt=x
  ! assoc .txt=
  ! assoc .txt x

ftype | shows programs of file types | 查看文件类型对应的程序
  style slash
  from Windows Commands reference, ftype
  = ftype
  = FTYPE
  ! ftype txtfile=cmd
  ! ftype txtfile=
  ! ftype a b

# Of the window only: showing the settings of a COM port opens it, which resets many boards.
mode | shows settings of the window | 查看窗口设置
  style slash
  from Windows Commands reference, mode
  /status /sta | state only | 仅状态
  operands /con:?/
  = mode con
  = mode con: /status
  ! mode
  ! mode com3
  ! mode com3: /status
  ! mode com1: baud=9600
  ! mode com1 9600
  ! mode con cols=80
  ! mode con cp select=65001
  ! mode lpt1:=com1:
  ! mode 80

subst | shows drives that stand for directories | 查看虚拟驱动器
  style slash
  from Windows Commands reference, subst
  = subst
  = SUBST
  ! subst z: C:\x
  ! subst z: /d

timeout | waits | 等待
  style slash
  from Windows Commands reference, timeout
  /t -t=/\d{1,4}/ | seconds | 秒数
  /nobreak | keys do not end it | 按键不中断
  operands /\d{1,4}/?
  = timeout /t 5
  = timeout /t 5 /nobreak
  = timeout 5
  ! timeout /t -1
  ! timeout -1

`
