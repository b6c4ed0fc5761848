import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const SWITCHED = '关|打开|开启|亮度|旋转|休眠|重启|设|改|调|\\b(?:turn|set|change)\\b'
const CARD_ID = [/厂[家商]|(?:生产|出厂)(?:日期|时间)|manufactur/u, /mmcblk0|[st][df] ?卡|sd card/u]
const BY_ID = [/固定|by-id/u, /串口|usb|zigbee|tty|协调器|适配器|serial/u]
const BOOT_SOURCE = /(?:启动|引导|开机)的?[?？吗]?$|\bboot from\b/u
const DRIVE = '(?:sd ?卡|ssd|u ?盘|usb|硬盘|固态|nvme|emmc)'
const OFF = '(?:关[闭掉了]?|禁用|停用)'
const OF_KEY = /(?<![a-z0-9_.])(?:vm|net|kernel|fs)\.[a-z]|swappiness|ip_forward|ip ?转发/u
const KERNEL_KEYS: Readonly<Record<string, string>> = {
  swappiness: 'vm.swappiness',
  ip_forward: 'net.ipv4.ip_forward',
  ip转发: 'net.ipv4.ip_forward',
}

/** What is plugged in, how it is set, and of what the system runs. */
export const PART_PHRASES: readonly SlotPattern[] = [
  phrase(
    'display',
    /(hdmi(?: ?[01](?!\d))?(?: ?(?:接口|端口|口))?|显示[器屏]|(?<=[几多][个块台]少?)屏幕?|(?<=hdmi ?|显示[器屏])(?:有没有|有|没有?)信号|(?<![a-z0-9_.-])monitor(?![a-z0-9_.-]))/dgu,
    /接|插|连|识别|检测|有没有|状态|在不在|信号|分辨率|connected|resolution/u,
    new RegExp(`${SWITCHED}|服务|service|怎么`, 'u'),
  ),
  phrase(
    'resolution',
    /((?:输出|屏幕)?的?分辨率|\bresolution\b)/dgu,
    undefined,
    new RegExp(`${SWITCHED}|video|摄像|相机|拍|camera`, 'u'),
  ),
  phrase(
    'raid',
    /((?<![a-z0-9])md(?:\d{2,3}|[0-46-9])(?: ?阵列)?(?![a-z0-9])|(?:有没有)?[掉坏缺]了?盘|(?<![a-z])raid ?\d{0,2}(?: ?阵列)?(?![a-z])|(?:磁盘)?阵列)/dgu,
    /raid|阵列|(?<![a-z0-9])md[0-46-9]/u,
  ),
  phrase('card-id', /((?:生产|出厂)(?:日期|时间)|厂[家商](?:和|、)?|\bmanufacturer\b)/dgu, CARD_ID),
  phrase('card-word', /((?:\/dev\/)?mmcblk0(?![a-z\d])|[st][df] ?卡|\bsd card\b)/dgu, CARD_ID),
  phrase('video-formats', /(支持?的?(?:哪些|什么)?(?:格式|分辨率)|格式|\b(?:supported )?formats\b)/dgu, /video\d/u),
  phrase('chip', /(用?的?是?(?:什么|哪种)?芯片|厂[家商]|型号|\bchip\b)/dgu, /tty(?:usb|acm)\d/u),
  phrase(
    'power-save',
    /(的?(?:省电|节能)(?:模式|功能)?|\bpower[ _-]?save\b)/dgu,
    /wi-?fi|wlan|无线|(?<![a-z])wl[a-z0-9]/u,
  ),
  phrase('handshake', /((?:最近|最后|上)?(?:一?次)?的?握手(?:时间)?|\b(?:last )?handshake\b)/dgu, /wireguard|wg\d/u),
  phrase('vpn', /((?<![a-z])wireguard(?: ?接口)?)/dgu, /握手/u),
  phrase('by-id', /((?:对应)?的?固定的?(?:设备)?(?:路径|名字?)|\bby-id\b)/dgu, BY_ID),
  phrase('adapter', /((?:zigbee)? ?的?(?:协调器|适配器|usb ?适配器)|(?<![a-z])zigbee)/dgu, BY_ID),
  phrase(
    'console-off',
    new RegExp(
      `(${OFF}(?:一下)?串口的?(?:登录)?控制台|串口的?(?:登录)?控制台${OFF}|\\bturn off (?:the )?serial console\\b)`,
      'dgu',
    ),
  ),
  phrase('keep-serial', /([,，]? ?(?:但是?)?(?:保留|不要?关)串口(?:本身|功能)?)/dgu, /控制台/u),
  phrase('root-disk', /(系统盘|系统)(?=是|到底)/dgu, BOOT_SOURCE),
  phrase(
    'boot-source',
    new RegExp(
      `(是?从 ?(?:哪里|哪儿|什么|哪个(?:盘|设备)|${DRIVE}(?: ?还是从? ?${DRIVE})?)上? ?(?:启动|引导|开机)的?|\\bwhat did it boot from\\b)`,
      'dgu',
    ),
    BOOT_SOURCE,
    /设|改|怎么|如何|让/u,
  ),
  {
    // A parameter is named by its family, or by what everybody calls it.
    pattern:
      /(?<![a-z0-9_./-])((?:vm|net|kernel|fs|dev)(?:\.[a-z0-9_-]{1,40}){1,5}|swappiness|ip_forward|ip ?转发)(?![a-z0-9_./-])/dgu,
    read: (_typed, folded) => ({ key: KERNEL_KEYS[folded.replace(' ', '')] ?? folded }),
    says: 'kernel-key',
    notWith: /\.(?:service|log|conf|com|org|net|local)(?![a-z])/u,
  },
  {
    pattern: /(?:[改设调]置?[成为到]|=|\bto) ?(\d{1,7})(?![\d.])/dgu,
    read: (typed) => ({ value: typed }),
    onlyWith: OF_KEY,
  },
  phrase('kernel-params', /((?<![a-z])(?:kernel|内核) ?参数(?: ?里)?的?|(?<![a-z])sysctl(?![a-z]))/dgu, OF_KEY),
  phrase('temporary', /(临时|暂时|\btemporarily\b)/dgu, /swappiness|mtu|sysctl|[a-z]\.[a-z]/u),
  phrase(
    'boot-args',
    /((?:内核|(?<![a-z])kernel) ?的?(?:启动|引导)参数|启动的?内核参数|内核命令行|\bkernel command line\b)/dgu,
  ),
]
