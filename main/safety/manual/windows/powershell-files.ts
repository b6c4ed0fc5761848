import { FILE, PLACE, SECRET_KEY } from './shapes.ts'

/** A place, or a drive that holds no secrets. */
const PSPATH = `(?:(?:cert|function|alias|temp):[^:<>|"]*|${PLACE})`
const REGROOT = String.raw`(?!.*\.\.)(?:registry::)?(?:hklm|hkcu|hkcr|hku|hkcc|hkey_(?:local_machine|current_user|classes_root|users|current_config)):?(?:[\\\/]|$)`
/** A key whose own values are shown: none of those that hold passwords, and no wildcard but below Uninstall. */
const REGKEY = String.raw`(?!.*(?:${SECRET_KEY}))${REGROOT}[^:<>|"*?[]*(?:(?<=uninstall[\\\/])\*)?`
/** Keys whose keys below are shown with their values: programs, start entries, single services, devices. */
const REGLIST = String.raw`(?!.*(?:${SECRET_KEY}))${REGROOT}(?:software[\\\/](?:wow6432node[\\\/])?microsoft[\\\/]windows[\\\/]currentversion[\\\/](?:uninstall|run|runonce)|system[\\\/]currentcontrolset[\\\/](?:services[\\\/][\w.-]+|enum[\\\/](?:usb|usbstor|pci|display|hdaudio|bthenum)))(?:[\\\/][^:<>|"]*)?`
const PSLIST = `(?:${REGLIST}|${PSPATH})`
const PSKEY = `(?:${REGKEY}|${PSPATH})`
const PSANY = String.raw`(?:env:\w+|${REGROOT}[^:<>|"]*|${PSPATH})`
const VALUE = String.raw`(?!-)(?!.*(?:pass|pwd|secret|cred|token|key$))[\w*.\x20()@-]+`

/** Cmdlets that show files, the registry and events. */
export const POWERSHELL_FILE_MANUAL = String.raw`
set common-parameters
  -erroraction -ea={silentlycontinue,continue,stop,ignore,0,1,2} | when there is an error | 出错时
  -warningaction -wa={silentlycontinue,continue,stop,ignore,0,1,2} | when there is a warning | 警告时
  -informationaction -infa={silentlycontinue,continue,stop,ignore,0,1,2}
  -progressaction -proga={silentlycontinue,continue,stop,ignore,0,1,2}
  -verbose -vb | verbose | 详细显示

common get-childitem, get-item, get-itemproperty, get-itempropertyvalue, get-content, select-string, import-csv, test-path, resolve-path, convert-path, get-filehash, get-acl, get-authenticodesignature, set-location, push-location, pop-location, get-location, get-psdrive, get-psprovider, get-winevent, get-eventlog
  style cmdlet
  from Microsoft Learn, Windows PowerShell 5.1 and PowerShell 7.4
  use common-parameters

# Files, registry and events. Paths are on drives of this computer: a UNC path sends the account's NTLM answer out,
# and env: holds secrets. Without a path these read whatever comes down the pipeline, so that a path must be given.
get-childitem | shows a directory | 查看目录内容
  -path -literalpath=/${PSLIST}/ | path | 路径
  -filter -include -exclude=/(?!-)[^:\\\/]+/ | names | 名称筛选
  -recurse -r -s -rec !tree | with directories below | 包括子目录
  -depth=number !tree | levels | 层数
  -force | hidden ones too | 含隐藏项
  -name -n | names only | 仅名称
  -directory -ad -d | directories | 仅目录
  -file -af | files | 仅文件
  -hidden -ah -h -system -as -readonly -ar | by attribute | 按属性
  -attributes=/[\w!+,]+/ | by attribute | 按属性
  -followsymlink
  operands /${PSLIST}/*
  = Get-ChildItem C:\ -Force
  = Get-ChildItem -Path C:\Logs -Recurse -Include *.log
  = gci
  = Get-ChildItem HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall
  = Get-ChildItem Cert:\LocalMachine\My
  = ls -r -Filter *.txt
  ! Get-ChildItem \\evil\share
  ! Get-ChildItem -Path C:\ \\evil\share
  ! Get-ChildItem Environment::
  ! Get-ChildItem Microsoft.PowerShell.Core\FileSystem::\\evil\share
  ! Get-ChildItem 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  ! Get-ChildItem HKLM:\SOFTWARE -Recurse
  ! Get-ChildItem WSMan:\localhost
  ! Get-ChildItem env:
  ! Get-ChildItem C:\ -OutVariable x

# Names only, no values.
get-childitem | shows names of variables or keys | 查看变量名或键名
  -name -na -nam !needed | names only | 仅名称
  -path=/(?:env|variable):|${REGROOT}[^:<>|"]*/ | path | 路径
  operands /(?:env|variable):|${REGROOT}[^:<>|"]*/?
  = Get-ChildItem -Path Env: -Name
  = Get-ChildItem HKLM:\SOFTWARE -Name
  ! Get-ChildItem -Path Env: -Recurse
  ! Get-ChildItem Env:

get-item | shows a file or a key | 查看文件或注册表项
  -path -literalpath=/${PSKEY}/ !first | path | 路径
  -force | hidden ones too | 含隐藏项
  -stream=/[\w.*]+/ | streams | 数据流
  operands /${PSKEY}/ /${PSKEY}/*
  = Get-Item C:\Windows
  = Get-Item -LiteralPath C:\x.txt
  ! Get-Item env:API_TOKEN
  ! Get-Item \\evil\share
  ! Get-Item 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
  ! Get-Item

get-itemproperty | shows values of a key or a file | 查看注册表值或文件属性
  -path -literalpath=/${PSKEY}/ !first | path | 路径
  -name=/${VALUE}/ | value | 值名
  operands /${PSKEY}/? /${VALUE}/*
  = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  = Get-ItemProperty HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*
  = Get-ItemProperty -Path HKLM:\SYSTEM\CurrentControlSet\Services\sshd -Name Start
  ! Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
  ! Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\*'
  ! Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Win*'
  ! Get-ItemProperty HKLM:\SOFTWARE\x 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
  ! Get-ItemProperty HKLM:\SOFTWARE\x -Name Password
  ! Get-ItemProperty HKCU:\Environment
  ! Get-ItemProperty HKCU:\Software\SimonTatham\PuTTY\Sessions\x
  ! Get-ItemProperty HKLM:\SOFTWARE\x\..\Microsoft\..\..\SAM

get-itempropertyvalue | shows a value of a key | 查看注册表值
  -path -literalpath=/${PSKEY}/ !first | path | 路径
  -name=/${VALUE}/ | value | 值名
  operands /${PSKEY}/ /${VALUE}/*
  = Get-ItemPropertyValue 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' ProductName
  = Get-ItemPropertyValue -Path HKLM:\SYSTEM\CurrentControlSet\Services\sshd -Name Start
  ! Get-ItemPropertyValue 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon' DefaultPassword
  ! Get-ItemPropertyValue HKLM:\SOFTWARE\x Password

get-content | shows files | 查看文件
  -path -literalpath=/${FILE}/ !first | file | 文件
  -tail -last=number | last lines | 末尾行数
  -totalcount -first -head=number | first lines | 开头行数
  -raw | as one text | 作为整段文本
  -encoding=name | encoding | 编码
  -readcount=number | lines at a time | 每次行数
  -delimiter=text | separator | 分隔符
  -wait !endless | follows | 持续跟踪
  -force | hidden ones too | 含隐藏项
  -filter -include -exclude=/(?!-)[^:\\\/]+/ | names | 名称筛选
  -asbytestream
  operands /${FILE}/ /${FILE}/*
  = Get-Content C:\log.txt -Tail 50
  = gc x.txt -TotalCount 10
  = Get-Content -LiteralPath C:\x.txt -Raw
  = cat x.txt
  = Get-Content C:\log.txt -Wait
  ! Get-Content
  ! Get-Content env:SECRET
  ! Get-Content con
  ! Get-Content \\.\pipe\x
  ! Get-Content \\evil\share\x
  ! Get-Content C:\x \\evil\share\y
  ! Get-Content x -Stream y
  ! Get-Content x -Credential y

select-string | shows lines with a text | 查找文本行
  -pattern=text !first | text to find | 要查找的文本
  -path -literalpath=/${FILE}/ | files | 文件
  -casesensitive | by case | 区分大小写
  -simplematch | literal text | 按字面匹配
  -quiet | only whether | 仅返回是否存在
  -list | first of each file | 每个文件首个匹配
  -allmatches | all in a line | 行内全部匹配
  -notmatch | lines without it | 不含文本的行
  -context=/\d{1,4}/ | lines around it | 上下文行数
  -include -exclude=/(?!-)[^:\\\/]+/ | names | 名称筛选
  -encoding=name
  -raw -noemphasis
  operands /(?!-)(?![\\\/]{2}|(?:env|variable|wsman):)(?!.*::[\\\/])[^]*/ /${FILE}/*
  = Select-String -Path x.log -Pattern error
  = Select-String error *.log
  = Select-String -Pattern 'error' -Context 2
  ! Select-String -Path \\evil\share\x -Pattern y
  ! Select-String -Path x \\evil\share\x -Pattern y
  ! Select-String -Path x \\evil\share\y z
  ! Select-String x env:SECRET
  ! Select-String x con

import-csv | shows a table file | 读取 CSV 文件
  -path -literalpath=/${FILE}/ !first | file | 文件
  -delimiter=text | separator | 分隔符
  -header=text | headings | 表头
  -encoding=name
  -useculture
  operands /${FILE}/ /${FILE}/*
  = Import-Csv x.csv
  = Import-Csv -Path C:\x.csv -Delimiter ';'
  ! Import-Csv \\evil\share\x.csv
  ! Import-Csv C:\x.csv \\evil\share\y

test-path | whether something is there | 检查路径是否存在
  -path -literalpath=/${PSANY}/ !first | path | 路径
  -pathtype={any,container,leaf} | kind | 类型
  -filter -include -exclude=/(?!-)[^:\\\/]+/ | names | 名称筛选
  -isvalid
  operands /${PSANY}/ /${PSANY}/*
  = Test-Path C:\x
  = Test-Path -Path HKLM:\SOFTWARE\x -PathType Container
  ! Test-Path \\evil\share
  ! Test-Path
  ! Test-Path -Path C:\x \\evil\share

resolve-path, convert-path | full paths | 解析路径
  -path -literalpath=/${PSANY}/ !first | path | 路径
  -relative
  operands /${PSANY}/ /${PSANY}/*
  = Resolve-Path .
  = Resolve-Path -Path C:\x\*.log
  ! Resolve-Path \\evil\share
  ! Resolve-Path

get-filehash | shows the hash of files | 计算文件哈希
  -path -literalpath=/${FILE}/ | file | 文件
  -algorithm={sha1,sha256,sha384,sha512,md5} | kind | 算法
  operands /${FILE}/*
  = Get-FileHash C:\x.bin
  = Get-FileHash -Path C:\x.bin -Algorithm MD5
  ! Get-FileHash \\evil\share\x
  ! Get-FileHash -InputStream x

get-acl | shows rights | 查看权限
  -path -literalpath=/${PSANY}/ | path | 路径
  -audit | audit too | 包括审核
  operands /${PSANY}/*
  = Get-Acl C:\x
  = Get-Acl -Path HKLM:\SOFTWARE\x
  ! Get-Acl \\evil\share

get-authenticodesignature | shows the signature of files | 查看文件签名
  -filepath -literalpath=/${FILE}/ !first | file | 文件
  operands /${FILE}/ /${FILE}/*
  = Get-AuthenticodeSignature C:\x.exe
  = Get-AuthenticodeSignature -FilePath C:\x.exe
  ! Get-AuthenticodeSignature \\evil\share\x
  ! Get-AuthenticodeSignature C:\x -SourcePathOrExtension y -Content z

set-location, push-location | enters a directory | 进入目录
  -path -literalpath=/${PLACE}/ | path | 路径
  operands /${PLACE}/?
  = Set-Location C:\Users
  = cd ..
  ! Set-Location env:
  ! Set-Location HKLM:\SOFTWARE
  ! Set-Location \\evil\share

pop-location, get-location | shows or leaves the directory | 查看或返回目录
  -stack
  = Pop-Location
  = Pop-Location -ErrorAction SilentlyContinue
  ! Get-Location x

get-psdrive, get-psprovider | shows drives | 查看驱动器
  -name -literalname=name | name | 名称
  -psprovider={filesystem,registry,certificate,function,alias} | kind | 提供程序
  -scope={global,local,script}
  operands name*
  = Get-PSDrive C
  = Get-PSDrive -PSProvider FileSystem
  ! Get-PSDrive C -OutVariable x

get-winevent | shows events | 查看事件
  -logname -providername=/(?!-)(?![\\\/]{2})[^:]+/ | log | 日志
  -maxevents=/[1-9]\d{0,6}/ | number at most | 最大条数
  -filterhashtable | by a table | 按条件表
  -filterxpath=/(?!-)(?!\s*<)[^]*/ | by XPath | 按 XPath
  -listlog -listprovider=/(?!-)(?![\\\/]{2})[^:]+/ | which there are | 列出日志或来源
  -path=/${FILE}/ | file | 日志文件
  -oldest | oldest first | 从旧到新
  -force | debug logs too | 包括调试日志
  operands /(?!-)(?![\\\/]{2})[^:]+/*
  = Get-WinEvent -LogName System -MaxEvents 20
  = Get-WinEvent -FilterHashtable @{LogName='System';Level=2} -MaxEvents 10
  = Get-WinEvent -ListLog *
  = Get-WinEvent -ProviderName mosquitto -MaxEvents 20
  ! Get-WinEvent -LogName System -ComputerName evil
  ! Get-WinEvent -Path \\evil\share\x.evtx
  ! Get-WinEvent -LogName System -Credential x
  ! Get-WinEvent -FilterXml x

get-eventlog | shows events | 查看事件
  -logname=/(?!-)[^:\\\/]+/ | log | 日志
  -newest=number | number | 条数
  -entrytype={error,warning,information,successaudit,failureaudit} | kind | 类型
  -source=/(?!-)[^:\\\/]+/ | source | 来源
  -message=text | text | 消息
  -instanceid -index=number | number | 编号
  -after -before=text | time | 时间
  -username=name
  -list -asstring -asbaseobject
  operands /(?!-)[^:\\\/]+/*
  = Get-EventLog -LogName System -Newest 20
  = Get-EventLog System -Newest 10 -EntryType Error
  = Get-EventLog -LogName Security -InstanceId 4625 -Newest 10
  ! Get-EventLog -LogName System -ComputerName evil
`
