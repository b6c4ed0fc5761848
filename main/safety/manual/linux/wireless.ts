/** Wi-Fi, Bluetooth, mobile modems and NetworkManager. */
export const WIRELESS_MANUAL = String.raw`
iwconfig | shows wireless interfaces | 查看无线接口
  style word
  from wireless-tools 30 iwconfig(8)
  operands /(?!-)[\w.:@-]+/?
  = iwconfig
  = iwconfig wlan0
  ! iwconfig wlan0 essid x
  ! iwconfig wlan0 txpower off
  ! iwconfig wlan0 power off

iwgetid | shows the network that is used | 查看当前无线网络
  from wireless-tools 30 iwgetid(8)
  -r --raw | name only | 仅显示名称
  -a --ap | access point | 接入点
  -c --channel | channel | 信道
  -f --freq | frequency | 频率
  -m --mode | mode | 模式
  -p --protocol | protocol | 协议
  -s --scheme | as a scheme | 方案格式
  operands /(?!-)[\w.:@-]+/?
  = iwgetid
  = iwgetid -r
  = iwgetid wlan0 --raw
  ! iwgetid --frobnicate

# Keys (keys, encryption, wpakeys) are left out.
iwlist | shows what the radio sees and can do | 查看无线扫描和参数
  style word
  from wireless-tools 30 iwlist(8)
  operands /(?!-)[\w.:@-]+/ {scan,scanning,freq,frequency,channel,rate,bit,bitrate,power,txpower,retry,ap,accesspoints,peers,event,auth,genie,modu,modulation}
  = iwlist wlan0 scan
  = iwlist wlan0 freq
  = iwlist wlan0 channel
  ! iwlist wlan0 keys
  ! iwlist wlan0 encryption
  ! iwlist wlan0 wpakeys

iwlist | shows what the radio sees and can do | 查看无线扫描和参数
  operands {scan,scanning,freq,frequency,channel,rate,bit,bitrate,power,txpower,retry,ap,accesspoints,peers,event,auth,genie,modu,modulation}
  = iwlist scan
  = iwlist channel
  ! iwlist keys

iw: dev, list, phy, reg get, features, commands | shows wireless devices | 查看无线设备
  style word
  from iw 5.19 iw(8)
  = iw dev
  = iw list
  = iw reg get
  ! iw reg set US
  ! iw phy phy0 set name x
  ! iw reg reload

iw: dev | shows a wireless interface | 查看无线接口
  operands /(?!-)[\w.:@-]+/ {info,link}
  = iw dev wlan0 link
  = iw dev wlan0 info
  ! iw dev wlan0 del
  ! iw dev wlan0 set power_save off
  ! iw dev wlan0 disconnect
  ! iw dev wlan0 connect x
  ! iw dev wlan0 interface add mon0 type monitor

iw: dev | shows what a wireless interface knows | 查看无线接口信息
  -u | with unknown data | 显示未知数据
  operands /(?!-)[\w.:@-]+/ {scan,station,survey,mpath,mpp} {dump}
  = iw dev wlan0 station dump
  = iw dev wlan0 scan dump
  = iw dev wlan0 survey dump
  ! iw dev wlan0 station del 00:11:22:33:44:55
  ! iw dev wlan0 scan abort
  ! iw dev wlan0 mpath del 00:11:22:33:44:55

iw: dev | looks for wireless networks | 扫描无线网络
  -u | with unknown data | 显示未知数据
  operands /(?!-)[\w.:@-]+/ {scan} {passive}?
  = iw dev wlan0 scan
  = iw dev wlan0 scan passive
  ! iw dev wlan0 scan trigger ssid x
  ! iw dev wlan0 scan sched_start interval 1

iw: dev | shows one setting of a wireless interface | 查看无线接口参数
  operands /(?!-)[\w.:@-]+/ {get} {power_save,mesh_param}
  = iw dev wlan0 get power_save
  = iw dev wlan1 get power_save
  ! iw dev wlan0 set power_save on

iw: dev | shows one station | 查看单个站点
  operands /(?!-)[\w.:@-]+/ {station} {get} /[\da-f:]+/
  = iw dev wlan0 station get 00:11:22:33:44:55
  = iw dev ap0 station get aa:bb:cc:dd:ee:ff
  ! iw dev wlan0 station set 00:11:22:33:44:55 plink_action block

iw | shows a wireless device | 查看无线设备
  operands /(?:wlan|wl|wlx|wlp|ap|mon|phy)[\da-z_]*/ {info,link}
  = iw wlan0 info
  = iw phy0 info
  ! iw wlan0 del
  ! iw wlan0 disconnect

iw: phy | shows a wireless device | 查看无线设备
  operands /phy\d+/ {info,channels}
  = iw phy phy0 info
  = iw phy phy0 channels
  ! iw phy phy0 set txpower fixed 100
  ! iw phy phy0 interface add mon0 type monitor

iw: event | follows what the radio does | 持续跟踪无线事件
  -t | with the time | 显示时间
  -r | with the time since | 显示间隔时间
  -f | with frames | 显示帧
  endless | never ends: shows events until it is stopped | 不会结束：持续显示事件
  = iw event
  = iw event -t
  ! iw event -x

# -a runs a program, -B stays in the background, -p and -g choose sockets. Secrets are fields of networks.
common wpa_cli
  from wpa_supplicant 2.10 wpa_cli(8)
  -i=/(?!-)[\w.:@-]+/ | this interface | 指定接口
wpa_cli: status, status verbose, scan_results, list_networks, signal_poll, ping, interface, interface_list, mib, all_sta, list_sta, pmksa, help | shows the state of Wi-Fi | 查看 Wi-Fi 状态
  = wpa_cli status
  = wpa_cli -i wlan0 scan_results
  = wpa_cli -i wlan0 signal_poll
  = wpa_cli list_networks
  ! wpa_cli
  ! wpa_cli -a /tmp/x
  ! wpa_cli -a/tmp/x status
  ! wpa_cli -B -a /tmp/x
  ! wpa_cli scan
  ! wpa_cli disconnect
  ! wpa_cli reconfigure
  ! wpa_cli set_network 0 psk x
  ! wpa_cli save_config
  ! wpa_cli dump
  ! wpa_cli interface wlan0
  ! wpa_cli -p /tmp/x status
wpa_cli: get_network | shows a setting of a network | 查看网络设置
  operands /\d{1,4}/ {ssid,bssid,key_mgmt,priority,disabled,proto,pairwise,group,id_str,scan_ssid,mode,frequency,freq_list}
  = wpa_cli get_network 0 ssid
  = wpa_cli -i wlan0 get_network 0 key_mgmt
  ! wpa_cli get_network 0 psk
  ! wpa_cli get_network 0 wep_key0
  ! wpa_cli get_network 0 password
wpa_cli: bss, sta | shows one station | 查看单个站点
  operands /[\da-f:]+/
  = wpa_cli bss 0
  = wpa_cli -i wlan0 bss aa:bb:cc:dd:ee:ff
  ! wpa_cli bss_flush 0
wpa_cli: get_capability | shows what the radio can do | 查看无线能力
  operands {eap,pairwise,group,key_mgmt,proto,auth_alg,channels,freq,modes}
  = wpa_cli get_capability channels
  = wpa_cli -i wlan0 get_capability key_mgmt
  ! wpa_cli get country

# -a runs a program; get_config prints the password.
hostapd_cli: status, all_sta, list_sta, interface, ping | shows the stations of an access point | 查看热点客户端
  from hostapd 2.10 hostapd_cli(1)
  -i=/(?!-)[\w.:@-]+/ | this interface | 指定接口
  = hostapd_cli all_sta
  = hostapd_cli -i wlan0 status
  ! hostapd_cli
  ! hostapd_cli -a /tmp/x
  ! hostapd_cli get_config
  ! hostapd_cli disassociate 00:11:22:33:44:55
  ! hostapd_cli disable

set rfkill-options
  -J --json | as JSON | 以 JSON 显示
  -n --noheadings | no header | 无标题
  -o --output={device,id,type,type-desc,soft,hard} | columns | 列
  --output-all | all columns | 全部列
  -r --raw | raw | 原始格式
rfkill | shows which radios are blocked | 查看无线开关状态
  from util-linux 2.38 rfkill(8); busybox 1.35 rfkill
  use rfkill-options
  = rfkill
  = rfkill -o TYPE,SOFT,HARD
  ! rfkill block wifi
  ! rfkill toggle all
rfkill: list | shows which radios are blocked | 查看无线开关状态
  use rfkill-options
  operands /\d+|all|wifi|wlan|bluetooth|uwb|ultrawideband|wimax|wwan|gps|fm|nfc/*
  = rfkill list
  = rfkill list wifi
  ! rfkill unblock wifi
  ! rfkill block 0
rfkill: event | follows radio switches | 持续跟踪无线开关
  endless | never ends: use rfkill list | 不会结束：请使用 rfkill list
  = rfkill event
  = rfkill event
  ! rfkill event x

hciconfig | shows Bluetooth adapters | 查看蓝牙适配器
  from bluez 5.66 hciconfig(1)
  -a --all | with details | 显示详细信息
  operands /hci\d+/? {version,features,revision,commands,lestates}?
  = hciconfig
  = hciconfig -a
  = hciconfig hci0
  = hciconfig hci0 version
  ! hciconfig hci0 up
  ! hciconfig hci0 down
  ! hciconfig hci0 reset
  ! hciconfig hci0 piscan
  ! hciconfig hci0 name x

hcitool: dev, con | shows Bluetooth connections | 查看蓝牙连接
  from bluez 5.66 hcitool(1)
  -i=/hci\d+/ | this adapter | 指定适配器
  = hcitool dev
  = hcitool -i hci0 con
  ! hcitool cc 00:11:22:33:44:55
  ! hcitool dc 00:11:22:33:44:55
  ! hcitool cmd 0x03 0x0003
  ! hcitool lescan

hcitool: rssi, lq, tpl | shows a Bluetooth connection | 查看蓝牙连接质量
  -i=/hci\d+/ | this adapter | 指定适配器
  operands /[\da-f:]{17}/
  = hcitool rssi 00:11:22:33:44:55
  = hcitool lq 00:11:22:33:44:55
  ! hcitool auth 00:11:22:33:44:55

# Without words it takes commands from its input; -a, -i (script) and all verbs that act are left out.
common bluetoothctl
  from bluez 5.66 bluetoothctl(1)
  -t --timeout=/[1-9]\d{0,3}/ | ends after so many seconds | 若干秒后结束
bluetoothctl: list, devices, paired-devices, version | shows Bluetooth devices | 查看蓝牙设备
  = bluetoothctl devices
  = bluetoothctl paired-devices
  = bluetoothctl list
  ! bluetoothctl
  ! bluetoothctl -a
  ! bluetoothctl power off
  ! bluetoothctl remove 00:11:22:33:44:55
  ! bluetoothctl disconnect
  ! bluetoothctl scan on
  ! bluetoothctl --init-script /tmp/x
  ! bluetoothctl -i /tmp/x
bluetoothctl: devices | shows Bluetooth devices | 查看蓝牙设备
  operands {paired,bonded,trusted,connected}
  = bluetoothctl devices Connected
  = bluetoothctl devices Paired
  ! bluetoothctl devices x
bluetoothctl: show, info | shows a Bluetooth device | 查看蓝牙设备详情
  operands /[\da-f:]{17}/?
  = bluetoothctl show
  = bluetoothctl info 00:11:22:33:44:55
  ! bluetoothctl pair 00:11:22:33:44:55
  ! bluetoothctl trust 00:11:22:33:44:55
  ! bluetoothctl discoverable on

# nmcli takes any beginning of a word, so that every spelling stands here; -s shows passwords and so does dev wifi show.
common nmcli
  style word
  from NetworkManager 1.42 nmcli(1)
  before
  -t --terse -terse | in brief | 简洁输出
  -p --pretty -pretty | with headers | 美化输出
  -m --mode -mode={tabular,multiline} | layout | 输出模式
  -c --colors -colors={yes,no,auto} | in colour | 彩色显示
  -f --fields -fields=/(?!-)[\w.,-]+/ | columns | 显示字段
  -g --get-values -get-values=/(?!-)[\w.,-]+/ | values only | 仅显示值
  -e --escape -escape={yes,no} | escapes colons | 转义冒号
  -w --wait -wait=/\d{1,4}/ | seconds to wait | 等待秒数

nmcli | shows the network of NetworkManager | 查看网络连接
  = nmcli
  ! nmcli -s
  ! nmcli --frobnicate

nmcli: general, gen, g, general status, gen status, g status, g s, general permissions, general perm, g permissions, general logging, general hostname, g hostname | shows the state of NetworkManager | 查看 NetworkManager 状态
  = nmcli general status
  = nmcli g
  ! nmcli general reload
  ! nmcli g reload conf
  ! nmcli general hostname x
  ! nmcli general logging level TRACE

nmcli: networking, net, n, networking connectivity, networking connectivity check, net connectivity, n connectivity, n c | shows whether there is a network | 查看联网状态
  = nmcli networking
  = nmcli networking connectivity
  ! nmcli networking off
  ! nmcli n off
  ! nmcli n on

nmcli: radio, r, radio all, radio wifi, radio wwan, r all, r wifi, r wwan | shows radio switches | 查看无线开关
  = nmcli radio
  = nmcli radio wifi
  ! nmcli radio wifi off
  ! nmcli radio all off
  ! nmcli r wifi on

nmcli: connection, conn, con, c | shows connections | 查看连接配置
  = nmcli con
  = nmcli -f NAME,UUID,DEVICE c
  ! nmcli con up x
  ! nmcli c down x
  ! nmcli --show-secrets con
  ! nmcli -s c
  ! nmcli -sh c

nmcli: connection show, conn show, con show, con s, con sh, c show, c s, c sh | shows connections | 查看连接配置
  --active | active ones only | 仅活动连接
  --order=/(?!-)[\w:+-]+/ | sorted by | 排序
  operands /(?!-)[\s\S]+/*
  = nmcli con show
  = nmcli connection show --active
  = nmcli -t -f NAME,DEVICE con show --active
  = nmcli con show 'Wired connection 1'
  = nmcli -g ipv4.addresses c s eth0
  ! nmcli con show --show-secrets x
  ! nmcli con show -s x
  ! nmcli -s con show x
  ! nmcli con show x --sh
  ! nmcli --show-secrets con show x
  ! nmcli con modify x ipv4.method manual
  ! nmcli con delete x
  ! nmcli con edit x
  ! nmcli con export x
  ! nmcli con import type wireguard file /tmp/x
  ! nmcli con load /tmp/x
  ! nmcli con reload

nmcli: device, dev, d, device status, device stat, dev status, dev stat, dev s, d status, d s | shows network devices | 查看网络设备
  = nmcli dev status
  = nmcli device
  = nmcli -t -f DEVICE,STATE d s
  ! nmcli dev disconnect eth0
  ! nmcli dev connect eth0
  ! nmcli dev reapply eth0
  ! nmcli dev set eth0 managed no
  ! nmcli dev modify eth0 ipv4.method auto

nmcli: device show, dev show, dev sh, d show, d sh | shows a network device | 查看网络设备详情
  operands /(?!-)[\w.:@-]+/*
  = nmcli device show
  = nmcli -f all dev show wlan0
  = nmcli -g IP4.ADDRESS dev show eth0
  ! nmcli dev delete wg0

nmcli: device wifi, dev wifi, dev w, d wifi, d w | shows wireless networks | 查看无线网络
  = nmcli dev wifi
  = nmcli -f SSID,SIGNAL dev wifi
  ! nmcli dev wifi connect x password y
  ! nmcli dev wifi hotspot
  ! nmcli dev wifi show
  ! nmcli dev wifi show-password
  ! nmcli d w s
  ! nmcli dev wifi rescan

nmcli: device wifi list, dev wifi list, dev wifi l, d wifi list, d w list, d w l | shows wireless networks | 查看无线网络
  --rescan={yes,no,auto} | whether it looks again | 是否重新扫描
  operands /(?:ifname|bssid)/? /[\w.:@][\w.:@-]*/?
  = nmcli dev wifi list
  = nmcli dev wifi list --rescan no
  = nmcli d w list ifname wlan0
  ! nmcli dev wifi list --show-secrets

nmcli: device lldp, device lldp list, dev lldp, dev lldp list, d lldp | shows neighbouring switches | 查看相邻交换机
  = nmcli dev lldp
  = nmcli device lldp list
  ! nmcli dev lldp set

nmcli: monitor, mon, m, device monitor, dev monitor, d monitor, connection monitor, con monitor, c monitor | follows the network | 持续跟踪网络变化
  operands /(?!-)[\w.:@\s-]+/*
  endless | never ends: use nmcli device status | 不会结束：请使用 nmcli device status
  = nmcli monitor
  = nmcli dev monitor eth0
  ! nmcli monitor -s

nmcli: agent | waits for questions of NetworkManager | 等待 NetworkManager 的询问
  endless | never ends: use nmcli device status | 不会结束：请使用 nmcli device status
  = nmcli agent
  = nmcli agent
  ! nmcli agent secret x

nmcli: help, general help, networking help, radio help, connection help, con help, device help, dev help | shows how it is used | 显示用法
  = nmcli help
  = nmcli con help
  ! nmcli con up help

mmcli | shows mobile modems | 查看移动网络模块
  from ModemManager 1.20 mmcli(1)
  -L --list-modems !needed | list | 列出模块
  -m --modem=/\d{1,3}|any/ !needed | this modem | 指定模块
  --signal-get | strength | 信号强度
  --location-status | what is known of the place | 定位状态
  --messaging-status | state of messages | 短信状态
  -J --output-json | as JSON | 以 JSON 显示
  -K --output-keyvalue | as names and values | 以键值显示
  = mmcli -L
  = mmcli -m 0
  = mmcli -m 0 --signal-get
  = mmcli -m any -J
  ! mmcli -m 0 -d
  ! mmcli -m 0 --reset
  ! mmcli -m 0 --command=ATZ
  ! mmcli -m 0 --simple-disconnect
  ! mmcli -m 0 --signal-setup=5
  ! mmcli -M
  ! mmcli -i 0 --pin=1234
`
