import { FILE, PLACE } from './shapes.ts'

/** A place, or a drive that holds no secrets. */
const PSPATH = `(?:(?:cert|function|alias|temp):[^:<>|"]*|${PLACE})`

/** Cmdlets that filter, format and print. */
export const POWERSHELL_FILTER_MANUAL = String.raw`
set common-parameters
  -erroraction -ea={silentlycontinue,continue,stop,ignore,0,1,2} | when there is an error | 出错时
  -warningaction -wa={silentlycontinue,continue,stop,ignore,0,1,2} | when there is a warning | 警告时
  -informationaction -infa={silentlycontinue,continue,stop,ignore,0,1,2}
  -progressaction -proga={silentlycontinue,continue,stop,ignore,0,1,2}
  -verbose -vb | verbose | 详细显示

common where-object, select-object, sort-object, group-object, measure-object, format-table, format-list, format-wide, format-hex, out-string, out-host, out-null, out-default, clear-host, compare-object, get-unique, get-member, convertto-json, convertto-csv, convertto-html, convertfrom-json, convertfrom-csv, convertfrom-stringdata, write-output, write-host, write-warning, write-verbose, write-information, start-sleep, split-path, join-path
  style cmdlet
  from Microsoft Learn, Windows PowerShell 5.1 and PowerShell 7.4
  use common-parameters

# Cmdlets that filter and format. Script blocks and expressions are judged by the engine and are no words.
where-object | keeps what matches | 筛选
  -property=name | property | 属性
  -value=text | value | 值
  -eq -ne -gt -ge -lt -le -like -notlike -match -notmatch -contains -notcontains -in -notin | comparison | 比较
  -ceq -cne -clike -cnotlike -cmatch -cnotmatch -ieq -ine -ilike -imatch | comparison | 比较
  -not | that is not so | 取反
  -is -isnot | type | 类型
  -filterscript | by an expression | 按表达式
  operands text*
  = Where-Object Status -eq Running
  = Where-Object -Property Responding -EQ $false
  ! Where-Object -InputObject x
  ! Where-Object Status -eq Running -OutVariable x

select-object | picks properties or items | 选取属性或项目
  -property[=text] !next | properties | 属性
  -first -f=number | first ones | 前几项
  -last=number | last ones | 后几项
  -skip=number | leaves out | 跳过
  -skiplast=number | leaves out at the end | 跳过末尾
  -index=number | by position | 按位置
  -unique | without repeats | 去重
  -caseinsensitive | ignores case | 忽略大小写
  -expandproperty=/(?!(?:startinfo|environment\w*|keyprotector|recoverypassword)$)[\w.]+/ | value of a property | 属性的值
  -excludeproperty=text | without these | 排除属性
  operands /(?!-)(?:(?!startinfo|keyprotector|recoverypassword)[^])*/*
  = Select-Object -First 5
  = Select-Object -Property Name,Id
  = Select-Object DriveLetter,@{N='FreeGB';E={[math]::Round($_.SizeRemaining/1GB,2)}}
  ! Select-Object -ExpandProperty KeyProtector
  ! Select-Object -ExpandProperty StartInfo
  ! Select-Object -ExpandProperty Start*
  ! Select-Object -First 5 -OutVariable x
  ! Select-Object -InputObject x

sort-object | sorts | 排序
  -property[=text] !next | by | 排序依据
  -descending -desc -des | downwards | 降序
  -unique | without repeats | 去重
  -top=number | first ones | 前几项
  -bottom=number | last ones | 后几项
  -stable | keeps the order of equals | 稳定排序
  -casesensitive | by case | 区分大小写
  -culture=name | language | 区域
  operands text*
  = Sort-Object CPU -Descending
  = Sort-Object -Property InstalledOn -Desc
  ! Sort-Object CPU -OutVariable x
  ! Sort-Object -InputObject x

group-object | groups | 分组
  -property[=text] !next | by | 分组依据
  -noelement | counts only | 仅计数
  -ashashtable -asstring -casesensitive | form | 形式
  -culture=name
  operands text*
  = Group-Object Name
  = Group-Object -Property Company -NoElement
  ! Group-Object Name -OutVariable x

measure-object | counts or adds up | 计数或求和
  -property[=text] !next | of | 属性
  -sum -average -maximum -minimum -allstats -standarddeviation | what | 统计方式
  -line -word -character -ignorewhitespace | of text | 文本统计
  operands text*
  = Measure-Object
  = Measure-Object -Property Length -Sum
  ! Measure-Object -InputObject x
  ! Measure-Object -Sum -OutVariable x

format-table, format-list, format-wide | formats | 格式化显示
  -property[=/(?!-)(?:(?!startinfo|keyprotector|recoverypassword)[^])*/] !next | properties | 属性
  -autosize -a | width to fit | 自动列宽
  -wrap | lines in full | 自动换行
  -hidetableheaders -repeatheader | headings | 表头
  -groupby=text | groups | 分组
  -view=name | view | 视图
  -expand={coreonly,enumonly,both} | lists | 展开
  -column=number | columns | 列数
  -force -showerror -displayerror | all of it | 显示全部
  operands /(?!-)(?:(?!startinfo|keyprotector|recoverypassword)[^])*/*
  = Format-Table -AutoSize
  = Format-Table Name,Id
  ! Format-Table -InputObject x
  ! Format-Table -OutVariable x

format-hex | shows bytes | 以十六进制显示
  -path -literalpath=/${FILE}/ !needed | file | 文件
  -count=number | number of bytes | 字节数
  -offset=number | from | 偏移
  -encoding=name
  operands /${FILE}/*
  = Format-Hex -Path C:\x.bin
  = Format-Hex -LiteralPath C:\x.bin
  ! Format-Hex -Path \\evil\share\x
  ! Format-Hex

format-hex | shows bytes | 以十六进制显示
  -count=number | number of bytes | 字节数
  -offset=number | from | 偏移
  operands /${FILE}/+
  = Format-Hex C:\x.bin
  = Format-Hex C:\x.bin -Count 64
  ! Format-Hex \\evil\share\x

out-string | as text | 转为文本
  -width=number | width | 宽度
  -stream | line by line | 逐行
  -nonewline | without new lines | 不换行
  = Out-String -Width 200
  = Out-String
  ! Out-String -OutVariable x

out-host, out-null, out-default | to the screen or to nowhere | 输出到屏幕或丢弃
  = Out-Host
  = Out-Host -ErrorAction SilentlyContinue
  ! Out-Host -Paging

clear-host | clears the screen | 清屏
  = Clear-Host
  = cls
  ! Clear-Host x

compare-object | compares | 比较
  -referenceobject=text | first | 参考对象
  -differenceobject=text | second | 差异对象
  -property[=text] !next | by | 属性
  -includeequal -excludedifferent -passthru -casesensitive | what | 显示内容
  -syncwindow=number
  -culture=name
  operands text*
  = Compare-Object a b
  = Compare-Object -ReferenceObject a -DifferenceObject b -IncludeEqual
  ! Compare-Object a b -OutVariable x

get-unique | without repeats | 去除重复
  -asstring -ontype -caseinsensitive
  = Get-Unique
  = Get-Unique -AsString
  ! Get-Unique -InputObject x

get-member | shows what objects hold | 查看对象成员
  -name=name | name | 名称
  -membertype=name | kind | 类型
  -view={extended,adapted,base,all}
  -static -force
  operands name*
  = Get-Member
  = Get-Member -MemberType Property
  ! Get-Member -InputObject x

convertto-json | as JSON | 转为 JSON
  -depth=number | depth | 深度
  -compress -enumsasstrings -asarray
  = ConvertTo-Json
  = ConvertTo-Json -Depth 3 -Compress
  ! ConvertTo-Json -InputObject x
  ! ConvertTo-Json -OutVariable x

convertto-csv | as CSV | 转为 CSV
  -notypeinformation -nti -includetypeinformation -noheader -useculture
  -delimiter=text | separator | 分隔符
  -usequotes={never,always,asneeded}
  = ConvertTo-Csv -NoTypeInformation
  = ConvertTo-Csv -NoTypeInformation -Delimiter ";"
  ! ConvertTo-Csv -Path x

convertto-html | as HTML | 转为 HTML
  -property[=/(?!-)(?:(?!startinfo|keyprotector|recoverypassword)[^])*/] !next | properties | 属性
  -title=text
  -as={table,list}
  -fragment
  operands /(?!-)(?:(?!startinfo|keyprotector|recoverypassword)[^])*/*
  = ConvertTo-Html
  = ConvertTo-Html -Property Name,Status -Fragment
  ! ConvertTo-Html -CssUri C:\x

convertfrom-json | from JSON | 解析 JSON
  -ashashtable -noenumerate
  -depth=number
  = ConvertFrom-Json
  = ConvertFrom-Json -AsHashtable
  ! ConvertFrom-Json -OutVariable x

convertfrom-csv, convertfrom-stringdata | from text | 解析文本
  -delimiter=text | separator | 分隔符
  -header=text | headings | 表头
  -useculture
  operands text*
  = ConvertFrom-Csv
  = ConvertFrom-Csv -Header a,b
  ! ConvertFrom-Csv -OutVariable x

# A text that begins like \\host would be opened by the next cmdlet of a pipeline.
write-output, write-host, write-warning, write-verbose, write-information | prints text | 输出文本
  -object -message -messagedata=/(?!-)(?![\\\/]{2}|(?:env|variable|wsman):)(?!.*::[\\\/])[^]*/ | text | 文本
  -nonewline | without a new line | 不换行
  -noenumerate
  -foregroundcolor -backgroundcolor=name | colour | 颜色
  -separator=text | between | 分隔符
  operands /(?!-)(?![\\\/]{2}|(?:env|variable|wsman):)(?!.*::[\\\/])[^]*/*
  = Write-Output hello
  = echo hello
  ! Write-Output x -OutVariable y
  ! Write-Output \\evil\share

start-sleep | waits | 等待
  -seconds -s=/\d{1,4}(?:\.\d+)?/ | seconds | 秒数
  -milliseconds -m -ms=/\d{1,7}/ | milliseconds | 毫秒数
  operands /\d{1,4}(?:\.\d+)?/?
  = Start-Sleep -Seconds 2
  = sleep 2
  ! Start-Sleep -Seconds 99999999

split-path | parts of a path | 取路径的一部分
  -path -literalpath=/${PSPATH}/ | path | 路径
  -leaf -parent -qualifier -noqualifier -leafbase -extension -isabsolute | part | 部分
  operands /${PSPATH}/*
  = Split-Path C:\x\y.log -Leaf
  = Split-Path -Path C:\x\y.log -Parent
  ! Split-Path \\evil\share\* -Resolve

join-path | joins a path | 拼接路径
  -path=/${PSPATH}/ | path | 路径
  -childpath=/${PSPATH}/ | part below | 子路径
  operands /${PSPATH}/*
  = Join-Path C:\x y.log
  = Join-Path -Path C:\x -ChildPath y.log
  ! Join-Path \\evil x -Resolve
`
