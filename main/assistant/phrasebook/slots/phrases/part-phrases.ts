import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const SWITCHED = /关|打开|开启|亮度|旋转|休眠|重启|设|改|调|\b(?:turn|switch|rotate|set|change)\b/u
const OF_SCREEN =
  /接|插|连|识别|检测|认到|有没有|状态|在不在|信号|分辨率|connected|plugged|attached|detected|resolution/u
const CARD_ID = [/厂[家商]|(?:生产|出厂|制造)(?:日期|时间|年份|商)|manufactur/u, /mmcblk0|[st][df] ?卡|存储卡|sd card/u]
const OF_CHIP = /芯片|厂[家商]|型号|\bchip(?:set)?\b|\bvendor\b/u
const OF_POWER_SAVE = /省电|节能|power[ _-]?sav/u
const BY_ID = /固定|by-id|持久|永久/u
const OF_ADAPTER = /串口|usb|zigbee|tty|协调器|适配器|serial/u
const BOOT_SOURCE = /(?:启动|引导|开机)的?[?？吗]?$|\bboot(?:s|ed)? from\b/u

/** What is plugged in, how it is set, and of what the system runs. */
export const PART_PHRASES: readonly SlotPattern[] = [
  phrase(
    'display',
    /(hdmi(?: ?[01](?!\d))?(?: ?(?:接口|端口|口))?|显示器|显示屏|(?<=hdmi ?|显示[器屏])(?:有没有|有|没有?)信号|(?<![a-z0-9_.-])(?:monitor|display)(?![a-z0-9_.-]))/dgu,
    [/hdmi|显示[器屏]|\bmonitor\b|\bdisplay\b/u, OF_SCREEN],
    new RegExp(`${SWITCHED.source}|服务|\\bservice\\b`, 'u'),
  ),
  phrase(
    'resolution',
    /((?:输出|显示|屏幕)?的?分辨率|\b(?:screen |display |output )?resolution\b)/dgu,
    undefined,
    new RegExp(`${SWITCHED.source}|video|摄像|相机|拍|camera`, 'u'),
  ),
  phrase(
    'raid',
    /((?<![a-z0-9])(?:\/dev\/)?md(?:\d{2,3}|[0-46-9])(?: ?阵列)?(?![a-z0-9])|(?:有没有)?[掉坏缺少]了?盘|(?<![a-z])raid ?\d{0,2}(?: ?阵列)?(?![a-z])|磁盘阵列|阵列|(?<![a-z])(?:mdadm|mdstat)(?![a-z]))/dgu,
    /raid|阵列|mdadm|mdstat|(?<![a-z0-9])md[0-46-9]/u,
  ),
  phrase(
    'card-id',
    /((?:生产|出厂|制造)(?:日期|时间|年份|商)|厂[家商](?:名称?)?(?:和|、)?|\bmanufacturer\b|\bmanufacturing date\b)/dgu,
    CARD_ID,
  ),
  phrase('card-word', /((?:\/dev\/)?mmcblk0(?![a-z\d])|[st][df] ?卡|存储卡|\bsd card\b)/dgu, CARD_ID),
  phrase(
    'video-formats',
    /((?:支持|能出|可用|能用)?的?(?:哪些|什么|几种)?(?:视频|图像|采集|像素)?(?:格式|分辨率)|\b(?:supported )?(?:video )?formats\b)/dgu,
    /video\d/u,
  ),
  phrase(
    'chip',
    /((?:用的?)?(?:是)?(?:什么|哪种|哪个)?(?:转换|转接|串口)?芯片(?:型号)?|厂[家商]|型号|\bchip(?:set)?\b|\bvendor\b)/dgu,
    [/tty(?:usb|acm)\d/u, OF_CHIP],
  ),
  phrase('power-save', /((?:的)?(?:省电|节能)(?:模式|功能|状态)?|\bpower[ _-]?sav(?:e|ing)(?: mode)?\b)/dgu, [
    OF_POWER_SAVE,
    /wi-?fi|wlan|无线|(?<![a-z])wl[a-z0-9]/u,
  ]),
  phrase(
    'handshake',
    /((?:最近|最后|上)?(?:一次)?的?握手(?:时间)?|\b(?:latest |last )?handshakes?\b)/dgu,
    /wireguard|wg\d|vpn/u,
  ),
  phrase('vpn', /((?<![a-z])wireguard(?: ?(?:接口|隧道|interface))?)/dgu, /握手|handshake/u),
  phrase(
    'by-id',
    /((?:对应)?的?(?:固定|持久|永久)的?(?:设备)?(?:路径|名称|名字|名|节点)|\/dev\/serial\/by-id\/?|\bby-id\b)/dgu,
    [BY_ID, OF_ADAPTER],
  ),
  phrase(
    'adapter',
    /((?:zigbee)? ?的?(?:协调器|适配器|usb ?适配器|usb ?棒)|(?<![a-z])zigbee(?: (?:stick|adapter|dongle))?)/dgu,
    [BY_ID, OF_ADAPTER],
  ),
  phrase(
    'console-off',
    /((?:关(?:闭|掉|了)?|禁用|停用|取消)(?:一下|下)?串口(?:的)?(?:登录)?控制台|(?:把)?串口(?:的)?(?:登录)?控制台(?:给我|给)?(?:关(?:闭|掉|了)?|禁用|停用|取消)(?:掉|了)?|\b(?:disable|turn off|switch off) (?:the )?serial console\b)/dgu,
  ),
  phrase(
    'keep-serial',
    /([,，]? ?(?:但是?|不过|同时)?(?:要)?(?:保留|留着|不要?关)(?:硬件)?串口(?:本身|功能|接口)?|\b(?:but )?keep(?:ing)? the serial port\b)/dgu,
    /控制台|console/u,
  ),
  phrase('root-disk', /(系统盘|系统磁盘|系统)(?=是|到底|现在|究竟)/dgu, BOOT_SOURCE),
  phrase(
    'boot-source',
    /((?:是)?从 ?(?:哪里|哪儿?|什么|哪个?(?:盘|设备)|(?:sd ?卡|ssd|u ?盘|usb|硬盘|固态硬?盘?|nvme|emmc)(?: ?还是从? ?(?:sd ?卡|ssd|u ?盘|usb|硬盘|固态硬?盘?|nvme|emmc))?)上? ?(?:启动|引导|开机)的?|\bwhat (?:does|did) it boot from\b|\bwhich (?:disk|device|drive) (?:does|did) it boot from\b)/dgu,
    BOOT_SOURCE,
    /设|改|怎么|如何|让|set|change/u,
  ),
  // 一次 of a pump is no kernel: a parameter is named by its family, or by what everybody calls it.
  {
    pattern:
      /(?<![a-z0-9_./-])((?:vm|net|kernel|fs|dev)(?:\.[a-z0-9_-]{1,40}){1,5}|swappiness|ip_forward(?:ing)?|ip ?转发|overcommit_memory)(?![a-z0-9_./-])/dgu,
    read: (_typed, folded) => ({ key: KERNEL_KEYS[folded.replace(' ', '')] ?? folded }),
    says: 'kernel-key',
    notWith: /\.(?:service|log|conf|com|org|net|local)(?![a-z])/u,
  },
  {
    pattern: /(?:改成|改为|设成|设为|设置为|设置成|调到|调成|调为|=|\bto) ?(\d{1,7})(?![\d.])/dgu,
    read: (typed) => ({ value: typed }),
    onlyWith: /(?<![a-z0-9_.])(?:vm|net|kernel|fs)\.[a-z]|swappiness|ip_forward|ip ?转发|overcommit_memory/u,
  },
  phrase(
    'kernel-params',
    /((?<![a-z])(?:kernel|内核) ?参数(?: ?里)?的?|\bkernel parameter\b|(?<![a-z])sysctl(?![a-z]))/dgu,
    [/参数|parameter|sysctl/u, /[a-z]\.[a-z]|swappiness|ip_forward|转发|overcommit/u],
  ),
  phrase('temporary', /(临时(?:地|性)?|暂时|\btemporarily\b|\bfor now\b)/dgu, /swappiness|mtu|sysctl|[a-z]\.[a-z]/u),
  phrase(
    'boot-args',
    /((?:内核|(?<![a-z])kernel) ?的?(?:启动|引导)(?:参数|命令行)|(?:启动|引导)(?:时)?的?内核参数|内核命令行|\bkernel (?:command line|cmdline|boot parameters)\b|\/proc\/cmdline)/dgu,
  ),
]

const KERNEL_KEYS: Readonly<Record<string, string>> = {
  swappiness: 'vm.swappiness',
  overcommit_memory: 'vm.overcommit_memory',
  ip_forward: 'net.ipv4.ip_forward',
  ip_forwarding: 'net.ipv4.ip_forward',
  ip转发: 'net.ipv4.ip_forward',
}
