/** Cmdlets that show and test the network. */
export const POWERSHELL_NETWORK_MANUAL = String.raw`
set common-parameters
  -erroraction -ea={silentlycontinue,continue,stop,ignore,0,1,2} | when there is an error | 出错时
  -warningaction -wa={silentlycontinue,continue,stop,ignore,0,1,2} | when there is a warning | 警告时
  -informationaction -infa={silentlycontinue,continue,stop,ignore,0,1,2}
  -progressaction -proga={silentlycontinue,continue,stop,ignore,0,1,2}
  -verbose -vb | verbose | 详细显示

common get-netipaddress, get-netipinterface, get-netroute, get-netneighbor, get-netipconfiguration, get-nettcpconnection, get-netudpendpoint, get-netadapter, get-netadapterstatistics, get-netadapterbinding, get-netadapteradvancedproperty, get-netadapterhardwareinfo, get-netadapterpowermanagement, get-netadapterrss, get-netadaptervmq, get-netadapterlso, get-netlbfoteam, get-netlbfoteammember, get-netconnectionprofile, get-netfirewallprofile, get-netfirewallrule, get-netfirewallportfilter, get-netfirewalladdressfilter, get-netfirewallapplicationfilter, get-netfirewallservicefilter, get-netfirewallsetting, get-nettcpsetting, get-netoffloadglobalsetting, get-nettransportfilter, get-netqospolicy, get-netnat, get-netnatstaticmapping, get-netnatexternaladdress, get-vpnconnection, get-netcompartment, get-netprefixpolicy, get-nettcpstatistics, get-dnsclient, get-dnsclientserveraddress, get-dnsclientcache, get-dnsclientglobalsetting, get-dnsclientnrptpolicy, get-dnsclientnrptrule, get-smbshare, get-smbshareaccess, get-smbsession, get-smbconnection, get-smbmapping, get-smbopenfile, get-smbserverconfiguration, get-smbclientconfiguration, get-smbservernetworkinterface, get-smbclientnetworkinterface, get-smbmultichannelconnection, resolve-dnsname, test-connection, test-netconnection, invoke-webrequest, invoke-restmethod
  style cmdlet
  from Microsoft Learn, Windows PowerShell 5.1 and PowerShell 7.4
  use common-parameters

# The network.
get-netipaddress, get-netipinterface, get-netroute, get-netneighbor | shows addresses and routes | 查看地址与路由
  -ipaddress -destinationprefix -nexthop=/[\da-f.:\/%*]+/ | address | 地址
  -interfacealias -ifalias=text | interface | 接口
  -interfaceindex -ifindex=number | number of the interface | 接口编号
  -addressfamily={ipv4,ipv6} | kind | 地址族
  -prefixlength -routemetric -interfacemetric=number
  -addressstate -prefixorigin -suffixorigin -type -protocol -state -connectionstate -dhcp -forwarding -policystore -linklayeraddress=name
  -includeallcompartments
  operands /(?!-)[^\\]*/*
  = Get-NetIPAddress
  = Get-NetIPAddress -AddressFamily IPv4
  ! Get-NetIPAddress -CimSession evil
  ! Get-NetRoute -AsJob

get-netipconfiguration | shows addresses | 查看地址配置
  -interfacealias=text | interface | 接口
  -interfaceindex=number
  -detailed -all -allcompartments
  operands /(?!-)[^\\]*/?
  = Get-NetIPConfiguration
  = Get-NetIPConfiguration -Detailed
  = gip
  ! Get-NetIPConfiguration -ComputerName evil
  ! Get-NetIPConfiguration -CimSession evil

get-nettcpconnection, get-netudpendpoint | shows connections | 查看网络连接
  -localaddress -remoteaddress=/[\da-f.:%*]+/ | address | 地址
  -localport -remoteport -owningprocess=number | number | 端口或进程号
  -state -appliedsetting -offloadstate=name | state | 状态
  operands /(?!-)[\w.:%*]*/*
  = Get-NetTCPConnection -State Listen
  = Get-NetTCPConnection -LocalPort 80,443
  ! Get-NetTCPConnection -CimSession evil

get-netadapter, get-netadapterstatistics, get-netadapterbinding, get-netadapteradvancedproperty, get-netadapterhardwareinfo, get-netadapterpowermanagement, get-netadapterrss, get-netadaptervmq, get-netadapterlso, get-netlbfoteam, get-netlbfoteammember | shows network adapters | 查看网卡
  -name -interfacealias -interfacedescription -displayname -registrykeyword -componentid=text | name | 名称
  -interfaceindex=number
  -physical -includehidden -allproperties -allbindings
  operands /(?!-)[^\\]*/*
  = Get-NetAdapter
  = Get-NetAdapter -Physical
  ! Get-NetAdapter -CimSession evil

get-netconnectionprofile | shows kinds of networks | 查看网络类别
  -name -interfacealias -networkcategory -ipv4connectivity -ipv6connectivity=text
  -interfaceindex=number
  operands /(?!-)[^\\]*/?
  = Get-NetConnectionProfile
  = Get-NetConnectionProfile -InterfaceAlias Ethernet
  ! Get-NetConnectionProfile -CimSession evil

# -PolicyStore may name a domain or another computer: only the stores of this one.
get-netfirewallprofile, get-netfirewallrule, get-netfirewallportfilter, get-netfirewalladdressfilter, get-netfirewallapplicationfilter, get-netfirewallservicefilter, get-netfirewallsetting | shows the firewall | 查看防火墙
  -name -displayname -displaygroup -group=text | name | 名称
  -enabled -direction -action -profile -protocol=/[\w$]+/ | which | 筛选
  -policystore={activestore,persistentstore,localhost,rsop,systemdefaults,staticservicestore,configurableservicestore}
  -all -showgroup
  operands /(?!-)[^\\]*/*
  = Get-NetFirewallProfile
  = Get-NetFirewallProfile -ErrorAction SilentlyContinue
  ! Get-NetFirewallRule -CimSession evil
  ! Get-NetFirewallRule -GPOSession x
  ! Get-NetFirewallRule -PolicyStore evil.example\gpo

get-nettcpsetting, get-netoffloadglobalsetting, get-nettransportfilter, get-netqospolicy, get-netnat, get-netnatstaticmapping, get-netnatexternaladdress, get-vpnconnection, get-netcompartment, get-netprefixpolicy, get-nettcpstatistics | shows settings of the network | 查看网络设置
  -name -settingname=text
  -alluserconnection
  operands name*
  = Get-NetTCPSetting
  = Get-NetTCPSetting -ErrorAction SilentlyContinue
  ! Get-NetNat -CimSession evil

get-dnsclient, get-dnsclientserveraddress, get-dnsclientcache, get-dnsclientglobalsetting, get-dnsclientnrptpolicy, get-dnsclientnrptrule | shows settings of name servers | 查看 DNS 设置
  -interfacealias -entry -recordname -name=text | name | 名称
  -interfaceindex=number
  -addressfamily={ipv4,ipv6} | kind | 地址族
  -type -recordtype -status -section=name
  operands /(?!-)[^\\]*/*
  = Get-DnsClient
  = Get-DnsClient -InterfaceAlias Ethernet
  ! Get-DnsClientCache -CimSession evil
  ! Get-DnsClientNrptRule -GpoName evil

get-smbshare, get-smbshareaccess, get-smbsession, get-smbconnection, get-smbmapping, get-smbopenfile, get-smbserverconfiguration, get-smbclientconfiguration, get-smbservernetworkinterface, get-smbclientnetworkinterface, get-smbmultichannelconnection | shows shares | 查看共享
  -name -sharename -clientcomputername -clientusername -localpath=name | name | 名称
  -special=name
  operands name*
  = Get-SmbShare
  = Get-SmbShare -ErrorAction SilentlyContinue
  ! Get-SmbShare -CimSession evil
  ! Get-SmbMapping -RemotePath \\evil\share

resolve-dnsname | asks a name server | 查询 DNS
  -name=/[\w:][\w.:*-]*/ !first | name | 名称
  -type={a,aaaa,a_aaaa,any,all,cname,mx,ns,ptr,soa,srv,txt,https,caa} | type of record | 记录类型
  -server=/[\w:][\w.:-]*/ | name server | DNS 服务器
  -dnsonly -cacheonly -nohostsfile -tcponly -quicktimeout -norecursion -dnssecok -llmnronly -netbiosfallback | how | 查询方式
  operands /[\w:][\w.:*-]*/ {a,aaaa,a_aaaa,any,all,cname,mx,ns,ptr,soa,srv,txt,https,caa}?
  network
  = Resolve-DnsName example.com
  = Resolve-DnsName -Name example.com -Type MX -Server 8.8.8.8
  ! Resolve-DnsName

test-connection | tests a connection | 测试连接
  -count=/[1-9]\d{0,4}/ | number of tries | 次数
  -delay -timetolive -ttl -maxhops -buffersize -timeoutseconds -tcpport=number | limits | 限制
  -quiet | only whether | 仅返回是否连通
  -traceroute -mtusize -ping -ipv4 -ipv6 -resolvedestination -dontfragment -detailed | how | 测试方式
  -repeat -continuous !endless | until it is stopped | 持续执行直到中断
  operands /[\w:][\w.:%-]*/+
  network
  = Test-Connection 8.8.8.8
  = Test-Connection 8.8.8.8 -Count 2
  = Test-Connection 192.168.1.1 -Repeat
  ! Test-Connection 8.8.8.8 -Source evil
  ! Test-Connection 8.8.8.8 -Credential x
  ! Test-Connection 8.8.8.8 -AsJob
  ! Test-Connection

test-connection | tests a connection | 测试连接
  -targetname=/[\w:][\w.:%-]*/ !needed | host | 主机
  -count=/[1-9]\d{0,4}/ | number of tries | 次数
  -delay -timetolive -ttl -maxhops -buffersize -timeoutseconds -tcpport=number | limits | 限制
  -quiet | only whether | 仅返回是否连通
  -traceroute -mtusize -ping -ipv4 -ipv6 -resolvedestination -dontfragment -detailed | how | 测试方式
  -repeat -continuous !endless | until it is stopped | 持续执行直到中断
  network
  = Test-Connection -TargetName 192.168.1.1 -Count 4
  = Test-Connection -Count 1 -Quiet -TargetName router
  ! Test-Connection -TargetName 8.8.8.8 -Source evil

# With the old name of the parameter.
test-connection | tests a connection | 测试连接
  -computername=/[\w:][\w.:%-]*/ !needed | host | 主机
  -count=/[1-9]\d{0,4}/ | number of tries | 次数
  -delay -timetolive -ttl -maxhops -buffersize -timeoutseconds -tcpport=number | limits | 限制
  -quiet | only whether | 仅返回是否连通
  -traceroute -mtusize -ping -ipv4 -ipv6 -resolvedestination -dontfragment -detailed | how | 测试方式
  -repeat -continuous !endless | until it is stopped | 持续执行直到中断
  network
  ! Test-Connection -ComputerName 8.8.8.8 -Source evil

test-netconnection | tests a connection | 测试连接
  -computername -remoteaddress=/[\w:][\w.:%-]*/ !first | host | 主机
  -port -remoteport=number | port | 端口
  -commontcpport={http,rdp,smb,winrm} | known port | 常用端口
  -informationlevel={detailed,quiet} | how much | 详细程度
  -traceroute | way to the host | 跟踪路由
  -hops=number
  -diagnoserouting
  -constrainsourceaddress=/[\da-f.:%]+/
  -constraininterface=number
  operands /[\w:][\w.:%-]*/? {http,rdp,smb,winrm}?
  network
  = Test-NetConnection 8.8.8.8
  = Test-NetConnection host -Port 1883
  = tnc host -Port 443
  ! Test-NetConnection host -OutVariable x

# Windows PowerShell 5.1 runs the scripts of a page unless -UseBasicParsing is given (KB5074596).
invoke-webrequest | fetches a page | 获取网页
  -uri=weburl !first | address | 地址
  -usebasicparsing -useb -usebasic !needed | does not run what the page holds | 不执行页面脚本
  -method -me={get,head,options} | method | 请求方法
  -timeoutsec=/\d{1,5}/ | seconds at most | 超时秒数
  -maximumredirection=/\d{1,3}/ | redirections at most | 最大重定向次数
  -useragent=/(?!-)[^\r\n]*/ | name of the browser | 用户代理
  -skipcertificatecheck -skiphttperrorcheck -disablekeepalive -noproxy
  operands weburl
  network
  = Invoke-WebRequest http://localhost -UseBasicParsing
  = iwr -useb http://localhost
  ! iwr http://x/
  ! iwr http://x/1 -UseBasicParsing -CM DELETE
  ! iwr http://x/ -UseBasicParsing -CustomMethod DELETE
  ! iwr http://x/ -UseBasicParsing -OutFile C:\x
  ! iwr http://x/ -UseBasicParsing -Out C:\x
  ! iwr http://x/ -UseBasicParsing -Method Post
  ! iwr http://x/ -UseBasicParsing -Method:Delete
  ! iwr http://x/ -UseBasicParsing -InFile C:\x
  ! iwr http://x/ -UseBasicParsing -Body x
  ! iwr http://x/ -UseBasicParsing -UseDefaultCredentials
  ! iwr file:///C:/x -UseBasicParsing
  ! iwr \\evil\share\x -UseBasicParsing
  ! iwr http://x/ -UseBasicParsing -Proxy http://evil.example
  ! iwr http://x/ -UseBasicParsing -Headers @{a='b'}
  ! iwr http://x/ -UseBasicParsing -SessionVariable s

invoke-restmethod | fetches data | 获取接口数据
  -uri=weburl !first | address | 地址
  -usebasicparsing -useb -usebasic | plain | 基本解析
  -method -me={get,head,options} | method | 请求方法
  -timeoutsec=/\d{1,5}/ | seconds at most | 超时秒数
  -maximumredirection=/\d{1,3}/ | redirections at most | 最大重定向次数
  -useragent=/(?!-)[^\r\n]*/ | name of the browser | 用户代理
  -skipcertificatecheck -skiphttperrorcheck -disablekeepalive -noproxy
  operands weburl
  network
  = Invoke-RestMethod http://localhost/api/status
  = irm http://localhost:8080/health -TimeoutSec 5
  ! irm http://x/ -Method Post
  ! irm http://x/ -CustomMethod DELETE
  ! irm http://x/ -OutFile C:\x
  ! irm http://x/ -InFile C:\x
  ! irm http://x/ -Body x
  ! irm http://x/ -FollowRelLink
  ! irm x
  ! irm http://x/api/restart
`
