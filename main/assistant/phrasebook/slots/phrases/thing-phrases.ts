import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const LIBRARY =
  'pymodbus|requests|numpy|pandas|flask|pyserial|paho-mqtt|opencv-python|rpi\\.gpio|gpiozero|smbus2?|pillow'
const ABOUT = /版本|装没装|装了|有没有|[在有]吗|库|version|installed/u
const TO_INSTALL = /安装|装[个一上下]|[卸删]|升级|更新|服务|\/|\.py(?![a-z])|\binstall\b|apt/u
const IMAGE = '[a-z0-9][a-z0-9._/-]{1,80}(?::[a-z0-9._-]{1,40})?'
const COMPOSE = '的? ?(?:docker[ -]?)?compose ?(?:项目|服务)?'
const ASKS = /[吗没?？]|日志|更新|怎么/u
const OF_CRON = /cron|定时|计划/u
const OF_MODULE = [/模块/u, /加载/u, /[吗没?？]|是否/u]
const PARTLY = 'opc(?:[ -]?[ud]a)?|m?s?sql|dcom|oracle|scada|wincc|intouch|kep(?:ware|server)|todesk'
const SHOWN = '(?:屏幕?|显示[器屏]|hdmi)(?:输出)?'

const readSubnet: SlotPattern['read'] = (_typed, folded) => {
  const [net = '', bits = '24'] = folded.split('/')
  return Number(bits) >= 22 && Number(bits) <= 30 && net.split('.').every((octet) => Number(octet) < 256)
    ? { address: `${net}${net.split('.').length === 3 ? '.0' : ''}/${bits}` }
    : null
}

const named = (
  kind: 'process' | 'pip' | 'pid' | 'image' | 'account',
  pattern: RegExp,
  ...on: [RegExp?, RegExp?]
): SlotPattern => ({
  pattern,
  read: (typed) => ({ [kind]: typed }),
  ...(on[0] === undefined ? {} : { onlyWith: on[0] }),
  ...(on[1] === undefined ? {} : { notWith: on[1] }),
})

/** Things in words that no list holds, and what is asked of one of many by its name. */
export const THING_PHRASES: readonly SlotPattern[] = [
  phrase('graphics-card', /((?:独立|集成)?显示?卡(?:驱动)?(?!.{0,4}(?:内存|温度|用))|gpu(?=型号|是))/dgu),
  phrase(
    'save-the-screen-as',
    /(截.{0,2}[图屏](?:看看[^,]{0,8}[啥什]么?)?|(?:take a )?screenshot)/dgu,
    undefined,
    /怎么|[吗?]/u,
  ),
  ...(
    [
      ['off', '关[掉闭上]', '熄屏|息屏|黑屏'],
      ['on', '打开|点亮|唤醒', '亮屏'],
    ] as const
  ).map(([to, verb, alone]) =>
    phrase(
      `turn-${to}-the-screen`,
      new RegExp(`((?:${verb})(?:一下)?${SHOWN}|${SHOWN} ?(?:${verb})|^(?:${alone}))$`, 'dgu'),
    ),
  ),
  phrase('node-red-nodes', /(node-?red ?(?:装了)?[^删装卸更升]{0,9}(?:节点|插件|nodes))/dgu),
  phrase('lvm', /(卷组)/dgu),
  phrase('redis-clients', /(redis[^断踢杀]{0,5}客户端)/dgu),
  phrase('can-bus', /(?<=can\d ?的?)(波特率|状态)/dgu),
  phrase(
    'probe-reading',
    /((?:(?:ds)?18b20|(?:防水)?(?:温度)?探头|(?:wire|单总线).{0,3}(?:传感器|探头))[现在当前的温度]{0,5}(?:读数|读?出?来?[多几]少?度?|数值|测[到得]?多少)|(?<=读.{0,3})(?:1-?wire|单总线).{0,3}(?:传感器|探头)|read the 1-?wire.{0,12} (?:sensor|probe))/dgu,
  ),
  phrase('connected', /((?:插上了?没有?[,，]?)?(?:识别|(?<=[屏枪\d] ?)认)[出到上]?了?)(?=吗|没|[?？]|$)/dgu),
  phrase('locale-word', /(键盘的?布局|键盘是?[美英]式的?|keyboard layout)/dgu, undefined, /[改设换]|\bset\b/u),
  named('pip', new RegExp(`(?<![a-z0-9_.-])(${LIBRARY})(?![a-z0-9_.-])`, 'dgu'), ABOUT, TO_INSTALL),
  named('pip', /(?<![a-z0-9_./-])([a-z][a-z0-9_.-]{1,40})(?= ?(?:这个)?的?(?:python)?库)/dgu, ABOUT, TO_INSTALL),
  phrase('library', /((?:这个)?的?(?:python)?(?<![据字仓])库|pip ?[里中](?=.{0,4}[a-z]))/dgu, ABOUT, TO_INSTALL),
  phrase(
    'pull-the-image',
    /((?<!卸)(?:拉取?|下载)(?:一下)?|docker pull)/dgu,
    /[a-z0-9] ?的?镜像|docker pull/u,
    /[吗没?？]|代码|git|:\/\//u,
  ),
  named(
    'image',
    new RegExp(
      `(?<=(?:拉取?|(?<!卸)下?载)(?:一下)? ?)(${IMAGE})(?= ?的?镜像)|(?<=\\b(?:docker pull|the image) )(?<slot>${IMAGE})$`,
      'dgu',
    ),
  ),
  phrase('compose-up', new RegExp(`(${COMPOSE}(?:起起来|拉?起来|启动|跑起来))`, 'dgu'), undefined, ASKS),
  phrase('compose-down', new RegExp(`(${COMPOSE}(?:停[掉了下]?|关掉))`, 'dgu'), undefined, ASKS),
  phrase(
    'volumes-of-container',
    /(挂载?了?[哪什几]?[些么个]?的?(?:数据)?[卷目]录?|数据卷|volumes of)/dgu,
    /容器|contain/u,
    /删|清|建/u,
  ),
  phrase(
    'mqtt-users-in',
    /(有?[哪几什][些个么]用户|[,，]? ?密码文件|\busers(?: of)?)/dgu,
    /mosquitto|mqtt/u,
    /登|[连删改加建]/u,
  ),
  phrase(
    'mount-the-folder',
    /(^挂载(?= ?\/)|挂[载上]$|^mount(?= \/))/dgu,
    /(?<![a-z0-9:/])\/(?:mnt|media|srv)\//u,
    /\/dev\/|到|:\/|\/\/|有没有|是否|是不是|有无| (?:to|on|at) /u,
  ),
  phrase('net-share', /((?:nfs|nas|smb)(?=挂[上载]))/dgu, /\//u),
  phrase('status', /((?<=挂[上载]了?)没有?(?= ?\/))/dgu),
  named('process', new RegExp(`(?<![a-z0-9_.-])(${PARTLY})(?= ?(?:相关)?的?服务)`, 'dgu')),
  named(
    'process',
    /(?<=(?:名字?|名称)[里中]?[带有含] ?|services called )([a-z][a-z0-9]{1,20})(?![a-z0-9_.-])/dgu,
    /服务|services/u,
  ),
  phrase(
    'services-called',
    new RegExp(
      `((?<=(?<![a-z])(?:${PARTLY}) ?)(?:相关)?的?服务|(?:名字?|名称)[里中]?[带有含](?=.{1,22}服务)|服务的?(?:名字?|名称)[里中]?[带有含])`,
      'dgu',
    ),
  ),
  named('account', /(?<=^is (?:the )?(?:user )?)([a-z_][a-z0-9_-]{0,31})(?= locked)/dgu),
  phrase('is-the-user-locked', /(锁[定住]?了?[没吗]有?|\blocked$)/dgu, /账号|用户|account|user/u),
  phrase('cron-jobs-of-all-users', /(,?(?:所有|全部|每个)(?:用户|人)的?(?:都)?|of all users)/dgu, OF_CRON),
  phrase('courtesy', /((?:前同事|之前的人|别人)[留下建弄设]{1,2}的)/dgu, OF_CRON),
  {
    pattern: /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3}\/\d\d|(?:\d{1,3}\.){2}\d{1,3}(?= ?网段))/dgu,
    read: readSubnet,
    onlyWith: /扫|在线|网段|scan|hosts/u,
  },
  phrase(
    'hosts-in',
    /(扫描?(?:一下|下)?|网段[里中上]?的?|\bscan)/dgu,
    /\d\.\d{1,3}(?:\/\d\d| ?网段)/u,
    /端口|\bport|改|设(?!备)/u,
  ),
  named('process', /(?<![a-z0-9_.-])([a-z0-9_]{2,30})(?= ?模块加载)/dgu),
  named('process', /(?<=加载了? ?)([a-z0-9_]{2,30})(?= ?模块)|(?<=^loaded module )(?<slot>[a-z0-9_]{2,30})/dgu),
  phrase('loaded-module', /((?:内核)?模块(?:加载了?)?没?有?|加载了?(?= ?[a-z0-9]))/dgu, OF_MODULE, /哪些|几个|什么/u),
  named('pid', /(?<![\d.:])(\d{2,7})(?= ?(?:号?进程|打开|有[多几]))/dgu, /线程|打开/u, /端口/u),
  phrase(
    'open-files-of-process',
    /(打开[了的][哪多几]?[些少个]?(?:文件|句柄)|open files)/dgu,
    undefined,
    /最多|最大|谁|most|限/u,
  ),
  phrase('config-test', /(的?配置(?:有没有)?(?:[写配]错|语法错误|问题|毛病)了?没?)/dgu, /nginx|apache|ssh/u),
]
