import { PROGRAM_NAMES, SERVICE_NAMES } from '../data/service-names.ts'
import type { SlotPattern } from './slot-patterns.ts'
import { phrase } from './slot-patterns-accounts.ts'

const PACKAGE = '([a-z0-9][a-z0-9+.-]{1,60})(?![a-z0-9_/@])'
const FREE = '(?<![a-z0-9_+./@-])'
/** Names that are packages wherever they stand: what is uninstalled need not be a service. */
const PROGRAMS: ReadonlySet<string> = new Set(
  [...SERVICE_NAMES, ...PROGRAM_NAMES]
    .flatMap((line) => line.split('|'))
    .map((entry) => entry.split('=')[0] ?? '')
    .filter((name) => /^[a-z][a-z0-9+.-]+$/u.test(name) && !/^(?:broker|mqtt|top|sleep|less|go|make)$/u.test(name)),
)
const NO_PACKAGE =
  /^(?:the|an?|it|on|off|up|back|still|this|that|all|any|some|package|packages|software|system|updates?|unused|old|app|apps|docker-compose|usb|sd|gpio|wifi|everything|apt|deb|apt-get|[sh]d[a-z]\d{0,2}|(?:mmcblk|nvme|loop)\d[a-z\d]{0,6}|(?:eth|wlan|usb|enp|wlp)\d[a-z\d]{0,6})$/u

const readPackage: SlotPattern['read'] = (_typed, folded) => {
  const name = folded.replace(/(?<![.+-])[.+-]+$/u, '')
  return NO_PACKAGE.test(name) ? null : { package: name }
}
const readProgram: SlotPattern['read'] = (typed, folded, parent) =>
  PROGRAMS.has(folded) ? readPackage(typed, folded, parent) : null

/** 升级 mosquitto: the one program that the phrase names; nothing where it is no program. */
const readUpgraded: SlotPattern['read'] = (_typed, folded) => {
  const name = folded.match(/[a-z0-9][a-z0-9+.-]*/gu)?.find((word) => PROGRAMS.has(word))
  return name === undefined ? null : { package: name }
}

/** A port of the firewall with its protocol, where one is named. */
const readFirewallPort: SlotPattern['read'] = (_typed, folded) => {
  const port = Number(/\d{1,5}/u.exec(folded)?.[0])
  const proto = /tcp|udp/u.exec(folded)?.[0]
  return port >= 1 && port <= 65_535 ? { port: String(port), ...(proto === undefined ? {} : { proto }) } : null
}

const named = (
  read: SlotPattern['read'],
  before: string,
  after: string,
  onlyWith?: SlotPattern['onlyWith'],
  notWith?: RegExp,
): SlotPattern => ({
  pattern: new RegExp(`${before}${PACKAGE}${after}`, 'dgu'),
  read,
  ...(onlyWith === undefined ? {} : { onlyWith }),
  ...(notWith === undefined ? {} : { notWith }),
})

const UNINSTALL = '(?:卸载|卸掉|卸了|反安装|卸)'
const UPGRADE = '(?:升级|更新)'
const HELD = /版本|升级|更新|\b(?:hold|unhold|apt-mark)\b/u
const LEFT_ALONE =
  /挂载|(?<![a-z0-9])(?:sd[a-z]\d?|mmcblk\d|nvme\d)(?![a-z])|磁盘|[u优] ?盘|硬盘|sd ?卡|usb|分区|\/dev\/|\/mnt\/|\/media\//u
const FIREWALL = /防火墙|ufw|放行|\bfirewall\b/u
const BOTH_VERSIONS =
  '(?:当前|目前|现在)?(?:已经|已)?安装的?(?:当前)?版本(?:和|与|及|以及)(?:软件源(?:中|里)?)?(?:可用|可升级|可安装|候选)?的?(?:最新|候选|可用)的?版本'
const PIP_NAME = '([a-z0-9][a-z0-9._-]{0,62}(?:==[0-9.]{1,20})?)(?![a-z0-9_/@=])'
const readPip: SlotPattern['read'] = (typed) => ({ pip: typed.replace(/(?<![.])[.]+$/u, '') })

/** Packages, units, containers and ports of the firewall. */
export const SOFTWARE_PATTERNS: readonly SlotPattern[] = [
  // pip first, because its verbs are those of the system's packages.
  {
    pattern: new RegExp(
      `(?<![a-z0-9])pip3? ?(?:安装|装(?:一下|个|上)?|卸载|卸掉|install|uninstall|show)(?: -y| --user)? ?${PIP_NAME}`,
      'dgu',
    ),
    read: readPip,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:install|uninstall|remove) (?:the )?)${PIP_NAME}(?= (?:with|using|via|from) pip3?\\b)`,
      'dgu',
    ),
    read: readPip,
  },
  phrase('pip-remove', /(用? ?(?<![a-z0-9])pip3? ?(?:卸载|卸掉|uninstall)(?: -y)?)/dgu),
  phrase('pip-remove', /\b(uninstall|remove)\b/dgu, /\b(?:with|using|via|from) pip/u),
  phrase('pip-install', /(用? ?(?<![a-z0-9])pip3? ?(?:安装|装(?:一下|个|上)?|install)(?: --user)?(?= ?[a-z0-9]))/dgu),
  phrase('pip-install', /\b(install)\b/dgu, /\b(?:with|using|via) pip/u),
  phrase('pip-show', /(pip3? ?show)/dgu),
  phrase('with-pip', /(\b(?:with|using|via|from|in) pip3?\b|(?<![a-z-])pip3? ?(?:里面?|中)?(?=有没有装 ?[a-z]))/dgu),
  phrase(
    'purge',
    /((?:彻底|完全|干干净净|干净)(?:地|的)?|[,，]? ?(?:连|连同|包括|并且?)?(?:它的?|其)?配置(?:文件)?(?:也|都|一起|一并|一块)?(?:删除?掉?了?|清除?掉?了?|去掉|(?:不要|不用|别|不)(?:要|保?留)了?)|\b(?:apt(?:-get)? )?purge\b|\b(?:and|with|including) (?:all )?(?:its |the )?config(?:uration)?(?: files)?|\bcompletely\b)/dgu,
    /卸|uninstall|remove|purge/u,
  ),
  named(readPackage, `${UNINSTALL}(?:一下|下|掉|了)?(?:软件包?|程序|包|应用)? ?`, '', undefined, LEFT_ALONE),
  named(
    readPackage,
    `${FREE}`,
    `(?= ?(?:这个|给|给我)?(?:软件包?|包|程序)?(?:彻底|完全|干净)?(?:地)?${UNINSTALL})`,
    undefined,
    LEFT_ALONE,
  ),
  named(readPackage, '\\b(?:uninstall|purge|apt remove|apt-get remove) (?:the )?(?:package |program )?', ''),
  named(readPackage, '\\bremove (?:the )?package ', ''),
  named(readPackage, '(?:移除|删除|删掉|去掉)(?:一下)?软件包 ?', ''),
  named(readPackage, '\\bremove (?:the )?', '(?= package\\b)'),
  named(readProgram, '^(?:please )?remove ', '(?=$| completely| and its)'),
  phrase(
    'uninstall',
    new RegExp(
      `(${UNINSTALL}(?:一下|下|掉|了)?(?:软件包?|程序)?|(?:移除|删除|删掉|去掉)(?:一下)?软件包|\\buninstall\\b|\\bapt(?:-get)? remove\\b|\\bremove(?= (?:the )?(?:package )?[a-z0-9][a-z0-9+.-]{1,60}(?:$| package(?!s)| completely| and its)))`,
      'dgu',
    ),
    /卸|软件包|uninstall|remove/u,
    LEFT_ALONE,
  ),
  phrase(
    'autoremove',
    /((?:清理|删除?|卸载|移除|清掉)(?:一下|掉)?(?:没用|无用|不需要|不用|用不到|多余|孤立)的?(?:依赖包?|软件?包|依赖)|\bautoremove\b|\bremove (?:the )?(?:unused|unneeded|orphaned) (?:packages|dependencies))/dgu,
  ),
  phrase(
    'unhold',
    /(解除|取消|解锁|\b(?:apt-mark )?unhold\b)/dgu,
    [HELD, /锁定|固定|解锁|unhold/u],
    /用户|账号|开机|自启/u,
  ),
  phrase('unhold', /(锁定|固定)/dgu, [HELD, /解除|取消/u], /用户|账号/u),
  phrase(
    'hold',
    /(锁定|锁住|锁死|固定住?|冻结|\b(?:apt-mark )?hold(?: back)?\b)/dgu,
    HELD,
    /用户|账号|解除|取消|\bunhold\b/u,
  ),
  phrase(
    'held',
    /((?:被)?(?:锁定|固定|hold)(?:住|了)?的(?:软件)?包|(?:哪些|什么)(?:软件)?包(?:被)?(?:锁定|固定|hold)(?:住|了)?|\b(?:held|on hold) packages|\bpackages (?:that are |are )?(?:held|on hold)\b)/dgu,
  ),
  named(
    readPackage,
    '(?:锁定|锁住|锁死|固定住?|冻结|\\b(?:un)?hold(?: back)?|解锁|解除锁定|取消锁定|取消固定)(?:一下)? ?',
    '',
    HELD,
    /用户|账号/u,
  ),
  named(
    readPackage,
    `(?:把|将)? ?${FREE}`,
    '(?= ?(?:的)?版本?(?:给我|给)?(?:锁定|锁住|锁死|固定|冻结|解锁))',
    HELD,
    /用户|账号/u,
  ),
  phrase(
    'keep-version',
    /((?:的)?(?:当前|现在的?)?版本(?:[,，]? ?(?:不要?|别|不让|禁止|免得)(?:再|它)?(?:自动|被)?(?:升级|更新))?|[,，]? ?(?:不要?|别|不让|禁止|免得)(?:再|它)?(?:自动|被)?(?:升级|更新)|(?:at|on) (?:the |its )?current version)/dgu,
    /锁定|锁住|锁死|固定|冻结|\bhold\b/u,
  ),
  {
    pattern: new RegExp(
      `((?:把|将)? ?${FREE}${PACKAGE} ?(?:给我|给)?${UPGRADE}(?:一下|下)?(?:到|至)?(?:最新(?:的?版本?)?)?(?:了)?(?=[吧啊。!]?$)|(?<![a-z\\p{Script=Han}])${UPGRADE}(?:一下|下)? ?${PACKAGE} ?(?:到|至)?(?:最新(?:的?版本?)?)?(?=[吧啊。!]?$)|\\b(?:upgrade|update) (?:the )?(?:package )?${PACKAGE}(?: package)?(?: to the latest(?: version)?)?(?=$))`,
      'dgu',
    ),
    read: readUpgraded,
    says: 'upgrade-one',
  },
  phrase(
    'owning-package',
    /((?:是|属于)?(?:由)?(?:哪个|什么|哪一个)(?:软件|deb)?包(?:里)?的?(?:提供|安装|装|带|自带|里)?的?|属于哪个(?:软件)?包|\b(?:which|what) package (?:owns|provides|installed|contains|has|does)|(?<=\/\S{1,80} )(?:belongs? to|comes? from|from))/dgu,
    /\//u,
  ),
  named(
    readPackage,
    '(?:软件包|\\bpackage) ?',
    `(?= ?(?:里面?|中)?(?:都)?(?:装了|安装了|包含|带了?|有)(?:哪些|什么)文件)`,
  ),
  named(
    readPackage,
    FREE,
    `(?= ?(?:这个)?(?:软件)?包?(?:里面?|中)?(?:都)?(?:装了|安装了|包含|带了?|有)(?:哪些|什么)文件)`,
    /装|包/u,
    /目录|文件夹|\//u,
  ),
  named(readPackage, '\\bpackage ', '', /\bfiles (?:of|in|from) (?:the )?package /u),
  phrase(
    'package-files',
    /((?:软件)?包?(?:里面?|中)?(?:都)?(?:装了|安装了|包含|带了?|有)(?:哪些|什么)文件(?:到系统里)?|\b(?:the )?files (?:of|in|from) (?:the )?(?=package )|\bpackage(?= [a-z0-9]))/dgu,
    /装|包|\bfiles (?:of|in|from) (?:the )?package /u,
    /目录|文件夹|\//u,
  ),
  // 当前安装的版本和可用的最新版本: one answer holds both.
  named(readPackage, FREE, `(?= ?的?${BOTH_VERSIONS})`),
  phrase('candidate', new RegExp(`(的?${BOTH_VERSIONS})`, 'dgu')),
  named(
    readPackage,
    FREE,
    '(?= ?(?:(?:现在)?(?:有没有|有)新版本?|的?最新版本|的?最新的?(?:是|有)?(?:多少|几|什么|哪个)版|(?:可以|能)(?:升级|更新)到))',
  ),
  phrase(
    'candidate',
    /((?:现在)?(?:有没有|有)(?:没有)?新版本?|的?最新的?(?:版本?)?(?:是|有)?(?:多少|几|什么|哪个)版本?|的?最新版本?(?:是|有)?(?:多少|几|什么|哪个)?|(?:可以|能)(?:升级|更新)到(?:多少|几|什么|哪个)(?:版本?)?|\b(?:latest|newest|candidate|available) version of)/dgu,
  ),
  // libssl3装的什么版本: a library is no program that could be asked.
  named(
    readPackage,
    '(?=(?:lib|python3?-)[a-z0-9])(?<![a-z0-9_+./@-])',
    '(?= ?(?:现在|目前)?(?:装|安装)的?(?:是)?(?:什么|哪个)版本)',
  ),
  phrase(
    'candidate',
    /((?:现在|目前)?(?:装|安装)的?(?:是)?(?:什么|哪个)版本)/dgu,
    /(?<![a-z0-9_./-])(?:lib|python3?-)[a-z0-9]/u,
  ),
  named(readPackage, '\\b(?:latest|newest|candidate|available) version of (?:the )?', ''),
  {
    pattern:
      /(?:取消屏蔽|解除屏蔽|屏蔽掉?|\bunmask|\bmask)(?:一下|下)? ?(?:the )?(?:服务 ?)?([a-z][a-z0-9_.@-]{1,60})(?![a-z0-9_/])/dgu,
    read: (typed) => ({ service: typed }),
    notWith: /端口|地址|掩码|子网|netmask|subnet/u,
  },
  {
    pattern: /(?:把|将) ?([a-z0-9][a-z0-9_.@-]{1,60})(?= ?(?:服务)?(?:给)?(?:屏蔽|取消屏蔽|解除屏蔽|mask))/dgu,
    read: (typed) => ({ service: typed }),
    notWith: /端口|地址|掩码/u,
  },
  phrase('unmask-unit', /(取消屏蔽|解除屏蔽|取消mask|\bunmask\b)/dgu),
  phrase('mask-unit', /(屏蔽掉?|(?<![a-z])mask(?:掉)?(?![a-z]))/dgu, undefined, /掩码|子网|取消屏蔽|解除屏蔽/u),
  phrase(
    'daemon-reload',
    /((?:执行|跑|做)?(?:一下|一次|一遍)?(?:systemctl )?daemon[ -]?reload|(?:重新加载|重载|重新载入|重读|刷新)(?:一下)? ?systemd ?(?:的)?(?:配置|单元|单元文件|守护进程|服务文件)?|systemd ?(?:的)?(?:配置|单元文件)?(?:重新加载|重载|重新载入)(?:一下)?|\breload (?:the )?systemd(?: configuration| units| daemon| manager)?)/dgu,
  ),
  phrase(
    'reset-failed',
    /((?:清除|清掉|清一下|重置|清空)(?:一下)?(?:服务|单元|systemd)?的?(?:失败|failed) ?(?:状态|记录|标记|计数)|(?:systemctl )?reset[ -]failed)/dgu,
  ),
  phrase(
    'by-force',
    /(强制(?:性)?(?:地|的)?|强行|强(?=杀)|(?<=kill ?)-9(?= ?[a-z\d])|\b(?:forcibly|forcefully|by force)\b|\bforce(?=[ -](?:kill|quit|stop))|\bsigkill\b)/dgu,
    /杀|结束|终止|停|kill|quit|干掉/u,
    /重启|关机|reboot|更新|升级/u,
  ),
  phrase(
    'compose-up',
    /((?:用|执行|跑|运行)? ?docker[ -]compose ?(?:up(?: -d)?|启动|起来|拉起来?|起|跑起来|部署)(?:一下|服务)?|\bcompose up(?: -d)?|(?:启动|拉起|起) ?(?:docker[ -])?compose(?:服务|项目)?)/dgu,
  ),
  phrase(
    'compose-down',
    /((?:用|执行|跑|运行)? ?docker[ -]compose ?(?:down|停掉?|停止|关掉|停了)(?:一下|服务)?|\bcompose down|(?:停止|停掉|关掉) ?(?:docker[ -])?compose(?:服务|项目)?)/dgu,
  ),
  phrase(
    'compose-list',
    /((?:列出|查看|看下|看看)? ?(?:有哪些|所有)?(?:的)? ?(?:docker[ -])?compose ?(?:项目|工程)(?:有哪些|列表)?|\b(?:docker[ -])?compose (?:ls|projects?))/dgu,
  ),
  {
    pattern:
      /(?<![\d.:])(\d{1,5} ?\/ ?(?:tcp|udp)|(?:tcp|udp) ?(?:端口|port)? ?\d{1,5}|\d{1,5} ?(?:的)?(?:tcp|udp)|(?:端口|\bports?) ?\d{1,5}|\d{1,5}(?= ?(?:号)?(?:端口|口|port)| ?$| ?(?:端口)?从| ?端口|$| ?(?:放行|封|关|打开|开放|允许|拦|的?放行)| in the))(?![\d.])/dgu,
    read: readFirewallPort,
    onlyWith: FIREWALL,
  },
  phrase(
    'firewall',
    /(?<![a-z0-9-])(ufw)(?![a-z0-9-])/dgu,
    /放行|放开|开放|允许|封|拦|规则|\b(?:allow|deny|block|open|rule)/u,
  ),
  phrase('firewall', /(\b(?:through|from) the firewall\b)/dgu),
  phrase(
    'boot-off',
    /((?:设为|设成|设置为|改成|改为)?开机不(?:要)?(?:自动)?(?:启动|自启动?))/dgu,
    /设为|设成|设置为|改成|改为/u,
  ),
  // 把 web 容器停了: an order, and not those that are stopped.
  phrase('stop', /(?<=容器(?:给我|给|先|直接)?)(停了|停掉|停下|关了|关掉|停)/dgu, /把|将|给我|先|直接|吧[。!]?$/u),
  // A new one is made of an image, which has to be named.
  phrase(
    'new-container',
    /((?:启动|运行|跑|起|开|新建|创建)(?:一个|个|一下新的?)|\b(?:start|run|create) an?(?: new)?\b)/dgu,
    /容器|\bcontainer/u,
  ),
  phrase(
    'firewall-allow',
    /(放行|放开|打开|开放|开通|允许|开(?![着了机启])|\b(?:allow|open|permit)\b)/dgu,
    [FIREWALL, /\d{2,5}/u],
    /规则|删|有没有|是否|吗|[?？]|哪些|是不是|\b(?:is|are|which)\b/u,
  ),
  phrase(
    'firewall-deny',
    /(封掉|封了|封禁|封(?!装)|关掉|关闭|关上|禁止(?=(?:外部|外网|别人|其他人)?(?:访问|连接))|拦截|拦掉|堵上|屏蔽|\b(?:block|deny|close)\b)/dgu,
    [/防火墙|ufw|放行|\bfirewall\b|封/u, /\d{2,5}/u],
    /规则|删|有没有|是否|吗|[?？]|哪些|是不是|\b(?:is|are|which)\b|封装/u,
  ),
  phrase(
    'firewall-undo',
    /(删除?掉?|去掉|移除|撤销|取消|\b(?:delete|remove)\b|(?:的)?(?:放行|允许)(?:的)?(?:规则)?|\b(?:allow )?rule(?: (?:for|of))?\b)/dgu,
    [FIREWALL, /放行|允许|规则|\brule\b/u, /删|去掉|移除|撤销|取消|\b(?:delete|remove)\b/u],
  ),
]
