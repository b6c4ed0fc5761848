import { FILE, WMI_CLASS } from './shapes.ts'

/** Cmdlets that show the session and the state of Windows. */
export const POWERSHELL_MANUAL = String.raw`
set common-parameters
  -erroraction -ea={silentlycontinue,continue,stop,ignore,0,1,2} | when there is an error | 出错时
  -warningaction -wa={silentlycontinue,continue,stop,ignore,0,1,2} | when there is a warning | 警告时
  -informationaction -infa={silentlycontinue,continue,stop,ignore,0,1,2}
  -progressaction -proga={silentlycontinue,continue,stop,ignore,0,1,2}
  -verbose -vb | verbose | 详细显示

common get-date, get-random, get-help, get-command, get-module, get-alias, get-verb, get-history, get-job, get-variable, get-host, get-uptime, get-error, get-culture, get-uiculture, get-transaction, get-psreadlineoption, get-winsystemlocale, get-winuserlanguagelist, get-winhomelocation, get-executionpolicy, get-timezone, get-process, get-service, get-hotfix, get-computerinfo, get-counter, get-ciminstance, get-wmiobject, get-cimclass, get-localuser, get-localgroup, get-localgroupmember, get-scheduledtask, get-scheduledtaskinfo, get-pnpdevice, get-pnpdeviceproperty, get-package, get-installedmodule, get-installedscript, get-appxpackage, get-apppackage, get-startapps, get-windowsoptionalfeature, get-windowscapability, get-windowsdriver, get-windowspackage, get-windowsedition, get-appxprovisionedpackage, get-windowsfeature, get-disk, get-physicaldisk, get-partition, get-volume, get-storagepool, get-virtualdisk, get-storagejob, get-storagesubsystem, get-storagereliabilitycounter, get-volumecorruptioncount, get-dedupstatus, get-initiatorport, get-diskimage, get-mpcomputerstatus, get-mpthreatdetection, get-mpthreat, get-mppreference, get-mpthreatcatalog, get-processmitigation, confirm-securebootuefi, get-computerrestorepoint, get-printer, get-printjob, get-printerport, get-printerdriver, get-printerproperty, get-printconfiguration, get-vm, get-vmswitch, get-vmnetworkadapter, get-vmsnapshot, get-vmcheckpoint, get-vmhost, get-vmharddiskdrive, get-vmintegrationservice, get-vmmemory, get-vmprocessor, get-iissite, get-iissitebinding, get-webbinding, get-clusternode, get-clustergroup, get-clusterresource, get-odbcdriver, get-pssession, get-bitstransfer
  style cmdlet
  from Microsoft Learn, Windows PowerShell 5.1 and PowerShell 7.4
  use common-parameters

# The session itself.
get-date | shows the time | 查看时间
  -format -f=text | format | 格式
  -uformat=text | format | 格式
  -date=text | date | 日期
  -displayhint={date,time,datetime} | part | 部分
  -year -month -day -hour -minute -second -millisecond=number | part | 时间分量
  -asutc
  -unixtimeseconds=number
  operands text?
  = Get-Date
  = Get-Date -Format yyyy-MM-dd
  = Get-Date -Format 'yyyy-MM-dd HH:mm:ss'
  ! Get-Date -OutVariable x

get-random | shows a random number | 生成随机数
  -minimum -maximum -count=number
  operands number*
  = Get-Random
  = Get-Random -Minimum 1 -Maximum 10
  ! Get-Random -InputObject x

get-help | shows help | 查看帮助
  -name=/(?!-)[\w*?-]+/ | of | 名称
  -full -detailed -examples | how much | 详细程度
  -parameter=/[\w*]+/ | of a parameter | 参数
  -category=name
  operands /[\w*?][\w*?-]*/*
  = Get-Help Get-Process
  = Get-Help Get-Process -Examples
  ! Get-Help Get-Process -Online
  ! Get-Help Get-Process -ShowWindow
  ! Get-Help C:\x.ps1
  ! Get-Help x -Path \\evil\share

get-command | shows commands | 查看命令
  -name -noun -verb -module=/(?!-)[\w.*?-]+/ | which | 名称
  -commandtype=name | kind | 类型
  -syntax -all -listimported -showcommandinfo | how | 显示方式
  -totalcount=number
  -parametername=name
  operands /[\w.*?][\w.*?-]*/*
  = Get-Command python
  = Get-Command -Module NetAdapter
  ! Get-Command \\evil\share\x.exe
  ! Get-Command C:\x.ps1
  ! Get-Command x -ArgumentList y

get-module | shows modules | 查看模块
  -name=/(?!-)[\w.*?-]+/ | which | 名称
  -listavailable -list | installed ones | 已安装
  -all | all of them | 全部
  operands /[\w.*?][\w.*?-]*/*
  = Get-Module -ListAvailable
  = Get-Module -ListAvailable -Name Az*
  ! Get-Module -ListAvailable -Refresh
  ! Get-Module -ListAvailable C:\evil
  ! Get-Module -ListAvailable -CimSession evil

get-alias, get-verb, get-history, get-job, get-variable | shows the session | 查看会话信息
  -name -id -definition -verb -group -state -scope -count=/(?!-)[\w.*?-]+/ | which | 名称
  -valueonly -includechildjob
  operands /[\w.*?][\w.*?-]*/*
  = Get-Alias
  = Get-Alias -Definition Get-ChildItem
  ! Get-Job -OutVariable x
  ! Get-Variable -OutVariable x

get-host, get-uptime, get-error, get-culture, get-uiculture, get-transaction, get-psreadlineoption, get-winsystemlocale, get-winuserlanguagelist, get-winhomelocation | shows the session | 查看会话信息
  -since -listavailable
  -newest=number
  = Get-Host
  = Get-Host -ErrorAction SilentlyContinue
  ! Get-Host x
  ! Get-Error -OutVariable x

get-executionpolicy | shows which scripts may run | 查看执行策略
  -list | all levels | 所有作用域
  -scope=name | level | 作用域
  = Get-ExecutionPolicy
  = Get-ExecutionPolicy -List
  ! Get-ExecutionPolicy x

get-timezone | shows the time zone | 查看时区
  -name -id=text | which | 名称
  -listavailable | all of them | 全部时区
  operands text*
  = Get-TimeZone
  = Get-TimeZone -ListAvailable
  ! Get-TimeZone -OutVariable x

# Programs, services, hardware.
get-process | shows processes | 查看进程
  -name -processname=name | name | 名称
  -id -pid=number | number | 进程号
  -module -fileversioninfo -includeusername | in detail | 详细信息
  operands name*
  = Get-Process
  = Get-Process -Name explorer
  = Get-Process -Id 4
  ! Get-Process -ComputerName evil
  ! Get-Process -OutVariable x
  ! Get-Process -InputObject x

get-service | shows services | 查看服务
  -name -servicename=name | name | 名称
  -displayname=text | name that is shown | 显示名称
  -include -exclude=name | which | 筛选
  -dependentservices -ds -requiredservices -sdo -servicesdependedon | that depend on each other | 依赖服务
  operands name*
  = Get-Service
  = Get-Service -Name spooler
  = Get-Service -DisplayName "Windows*"
  ! Get-Service -ComputerName evil
  ! Get-Service -InputObject x

get-hotfix | shows updates | 查看已安装更新
  -id -hfid -description=text | which | 名称
  operands text*
  = Get-HotFix
  = Get-HotFix -Id KB5000001
  ! Get-HotFix -ComputerName evil
  ! Get-HotFix -Credential x

get-computerinfo | shows system and hardware | 查看系统与硬件信息
  -property=text | properties | 属性
  operands text*
  = Get-ComputerInfo
  = Get-ComputerInfo -Property OsName,OsVersion
  ! Get-ComputerInfo -OutVariable x

get-counter | shows performance counters | 查看性能计数器
  -counter=/(?!-)(?!\\\\)[^]+/ | counters | 计数器
  -listset=/(?!-)[^\\]+/ | which there are | 列出计数器集
  -maxsamples=/[1-9]\d{0,4}/ | number | 采样次数
  -sampleinterval=number | seconds between | 采样间隔
  -continuous !endless | until it is stopped | 持续采样
  operands /(?!-)(?!\\\\)[^]+/*
  = Get-Counter
  = Get-Counter '\Processor(_Total)\% Processor Time'
  = Get-Counter -Counter '\Memory\Available MBytes' -SampleInterval 1 -MaxSamples 3
  = Get-Counter -Continuous
  ! Get-Counter '\\evil\Memory\Available MBytes'
  ! Get-Counter -ComputerName evil

# A query of win32_product repairs the installed programs; win32_environment shows values.
get-ciminstance | shows WMI objects | 查看 WMI 信息
  -classname=/${WMI_CLASS}/ !first | class | 类
  -filter=text | only these | 筛选
  -property=name | properties | 属性
  -namespace=/root(?:[\\\/]\w+)*/ | namespace | 命名空间
  -keyonly -shallow
  -operationtimeoutsec=number
  operands /${WMI_CLASS}/ /\w+/*
  = Get-CimInstance Win32_OperatingSystem
  = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DriveType=3"
  = Get-CimInstance Win32_BIOS
  = Get-CimInstance -Namespace root/wmi -ClassName MSAcpi_ThermalZoneTemperature
  ! Get-CimInstance Win32_Product
  ! Get-CimInstance CIM_Product
  ! Get-CimInstance Win32_Environment
  ! Get-CimInstance Win32_OperatingSystem -ComputerName evil
  ! Get-CimInstance Win32_OperatingSystem -CimSession evil
  ! Get-CimInstance -ResourceUri http://evil
  ! Get-CimInstance

get-ciminstance, get-wmiobject | shows WMI objects | 查看 WMI 信息
  -query=/select\s[\w*]+(?:\s?,\s?[\w*]+)*\sfrom\s(?:${WMI_CLASS})(?:\swhere\s[^;]*)?/ !needed | query | 查询
  -namespace=/root(?:[\\\/]\w+)*/ | namespace | 命名空间
  = Get-CimInstance -Query "SELECT Name FROM Win32_Service WHERE State='Running'"
  = Get-CimInstance -Query "SELECT * FROM Win32_Processor"
  ! Get-CimInstance -Query "SELECT * FROM Win32_Product"
  ! Get-CimInstance -Query "SELECT * FROM Win32_Service" -ComputerName evil

get-wmiobject | shows WMI objects | 查看 WMI 信息
  -class=/${WMI_CLASS}/ !first | class | 类
  -filter=text | only these | 筛选
  -property=name | properties | 属性
  -namespace=/root(?:[\\\/]\w+)*/ | namespace | 命名空间
  operands /${WMI_CLASS}/ /\w+/*
  = Get-WmiObject Win32_ComputerSystem
  = gwmi -Class Win32_Bios
  ! Get-WmiObject Win32_Product
  ! Get-WmiObject Win32_BIOS -ComputerName evil
  ! Get-WmiObject Win32_BIOS -Namespace \\evil\root\cimv2
  ! Get-WmiObject Win32_BIOS -EnableAllPrivileges
  ! Get-WmiObject

get-cimclass | shows WMI classes | 查看 WMI 类
  -classname=/[\w*]+/ | class | 类
  -namespace=/root(?:[\\\/]\w+)*/ | namespace | 命名空间
  -propertyname -methodname -qualifiername=/[\w*]+/
  operands /[\w*]+/?
  = Get-CimClass Win32_Battery
  = Get-CimClass -ClassName Win32_*
  ! Get-CimClass -ComputerName evil

get-localuser, get-localgroup, get-localgroupmember | shows accounts | 查看本地账户
  -name -group -member=text | name | 名称
  -sid=name
  operands text*
  = Get-LocalUser
  = Get-LocalUser -ErrorAction SilentlyContinue
  ! Get-LocalUser -OutVariable x

get-scheduledtask, get-scheduledtaskinfo | shows scheduled tasks | 查看计划任务
  -taskname=text | name | 名称
  -taskpath=text | folder | 路径
  operands text*
  = Get-ScheduledTask
  = Get-ScheduledTask -TaskPath "\Microsoft\Windows\Defrag\"
  ! Get-ScheduledTask -CimSession evil
  ! Get-ScheduledTask -AsJob

get-pnpdevice | shows devices | 查看设备
  -class -friendlyname -instanceid -deviceid -status -problem=text | which | 筛选
  -presentonly | connected ones | 仅已连接
  operands text*
  = Get-PnpDevice
  = Get-PnpDevice -Class Camera -PresentOnly
  = Get-PnpDevice -FriendlyName '*I2C*'
  ! Get-PnpDevice -CimSession evil

get-pnpdeviceproperty | shows properties of a device | 查看设备属性
  -instanceid -keyname=text | which | 名称
  operands text*
  = Get-PnpDeviceProperty -InstanceId 'USB\VID_0000&PID_0000\1'
  = Get-PnpDeviceProperty -InstanceId x -KeyName DEVPKEY_Device_DriverVersion
  ! Get-PnpDeviceProperty -CimSession evil

get-package, get-installedmodule, get-installedscript | shows programs | 查看已安装程序
  -name=text | name | 名称
  -allversions -allowprerelease
  -providername={msi,programs,msu}
  operands text*
  = Get-Package
  = Get-Package -Name python
  ! Get-Package -ForceBootstrap
  ! Get-Package -ProviderName NuGet
  ! Get-Package -Destination C:\x

get-appxpackage, get-apppackage, get-startapps | shows apps | 查看应用
  -name -publisher=text | name | 名称
  -allusers
  -packagetypefilter=name
  operands text*
  = Get-AppxPackage
  = Get-AppxPackage -Name *calculator*
  ! Get-AppxPackage -OutVariable x

# With -Path they open an image, with -LogPath they write.
get-windowsoptionalfeature, get-windowscapability, get-windowsdriver, get-windowspackage, get-windowsedition, get-appxprovisionedpackage | shows the image of Windows | 查看系统映像
  -online !needed | of this system | 当前系统
  -featurename -packagename -name=text | name | 名称
  -driver=/oem\d+\.inf/
  -all
  = Get-WindowsOptionalFeature -Online
  = Get-WindowsOptionalFeature -Online -FeatureName TelnetClient
  ! Get-WindowsOptionalFeature -Path C:\x
  ! Get-WindowsOptionalFeature -Online -LogPath C:\x
  ! Get-WindowsCapability -Online -Source \\evil\share
  ! Get-WindowsOptionalFeature

get-windowsfeature | shows roles of the server | 查看服务器角色
  -name=name | name | 名称
  operands name*
  = Get-WindowsFeature
  = Get-WindowsFeature -Name Web-Server
  ! Get-WindowsFeature -ComputerName evil
  ! Get-WindowsFeature -LogPath C:\x

get-disk, get-physicaldisk, get-partition, get-volume, get-storagepool, get-virtualdisk, get-storagejob, get-storagesubsystem, get-storagereliabilitycounter, get-volumecorruptioncount, get-dedupstatus, get-initiatorport | shows disks | 查看磁盘
  -number -disknumber -partitionnumber -devicenumber=number | number | 编号
  -driveletter=/[a-z]/ | drive | 盘符
  -friendlyname -filesystemlabel -serialnumber -uniqueid -volume=text | name | 名称
  -healthstatus -mediatype -bustype -usage=name | kind | 类型
  -canpool=name
  -isprimordial=name
  operands name*
  = Get-Disk
  = Get-Disk -ErrorAction SilentlyContinue
  ! Get-Disk -CimSession evil
  ! Get-Volume -AsJob

get-diskimage | shows a disk image | 查看磁盘映像
  -imagepath=/${FILE}/ !first
  operands /${FILE}/
  = Get-DiskImage C:\x.iso
  = Get-DiskImage -ImagePath C:\x.iso
  ! Get-DiskImage \\evil\share\x.iso
  ! Get-DiskImage -DevicePath x

get-mpcomputerstatus, get-mpthreatdetection, get-mpthreat, get-mppreference, get-mpthreatcatalog | shows the virus scanner | 查看 Defender 状态
  -threatid=number
  = Get-MpComputerStatus
  = Get-MpComputerStatus -ErrorAction SilentlyContinue
  ! Get-MpComputerStatus -CimSession evil

get-processmitigation | shows protection of processes | 查看进程缓解设置
  -system
  -name=name
  = Get-ProcessMitigation -System
  = Get-ProcessMitigation -Name notepad.exe
  ! Get-ProcessMitigation -RegistryConfigFilePath C:\x

confirm-securebootuefi, get-computerrestorepoint | shows how the system starts | 查看安全启动与还原点
  -laststatus
  -restorepoint=number
  = Confirm-SecureBootUEFI
  = Confirm-SecureBootUEFI -ErrorAction SilentlyContinue
  ! Get-ComputerRestorePoint x

get-printer, get-printjob, get-printerport, get-printerdriver, get-printerproperty, get-printconfiguration | shows printers | 查看打印机
  -name -printername -propertyname=text | name | 名称
  -id=number
  -full
  operands text*
  = Get-Printer
  = Get-Printer -ErrorAction SilentlyContinue
  ! Get-Printer -ComputerName evil
  ! Get-Printer -CimSession evil

get-vm, get-vmswitch, get-vmnetworkadapter, get-vmsnapshot, get-vmcheckpoint, get-vmhost, get-vmharddiskdrive, get-vmintegrationservice, get-vmmemory, get-vmprocessor | shows virtual machines | 查看虚拟机
  -name -vmname=text | name | 名称
  -managementos -all
  operands text*
  = Get-VM
  = Get-VM -ErrorAction SilentlyContinue
  ! Get-VM -ComputerName evil
  ! Get-VM -CimSession evil

get-iissite, get-iissitebinding, get-webbinding, get-clusternode, get-clustergroup, get-clusterresource, get-odbcdriver, get-pssession, get-bitstransfer | shows services of this computer | 查看本机服务
  -name=name | name | 名称
  operands name*
  = Get-IISSite
  = Get-IISSite -ErrorAction SilentlyContinue
  ! Get-PSSession -ComputerName evil
  ! Get-ClusterNode -Cluster evil
`
