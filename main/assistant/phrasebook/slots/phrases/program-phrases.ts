import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const OF_GIT = /(?<![a-z])git(?![a-z-])|代码|仓库|分支|提交|\bbranch\b|\bcommits?\b|\brepo/u
const RIGHT = '(?:没问题|没错误?|没有问题|没有错误|正确|通过|正常|ok|对)'
const AGAIN = '(?:重载|重新加载|重新载入|reload)(?:一下)?(?:配置)?'
const TESTED = '(?:先)?(?:检查|测试|验证|校验|测|查)?(?:一下|下)?'
const OF_SHARE = /\/\/\d|(?<![a-z0-9])(?:\d{1,3}\.){3}\d{1,3}:\//u
const OF_NET_SHARE = [/挂|mount/u, /nas|nfs|cifs|smb|共享|\bshares?\b/u]
const OF_NEWEST = /固件|eeprom|引导|boot ?loader|firmware/u
const OF_FIREWALL = [/(?<![a-z])ufw(?![a-z])/u, /放行|放通|允许|开放|打开|\ballow/u, /[吗没?？]|是否|是不是|\bdoes\b/u]
const OF_OPEN_FILES = /句柄|描述符|打开的?文件|文件打开|\bfds?\b|open files|file handles|file descriptors/u

const readShare: SlotPattern['read'] = (typed) => (typed.startsWith('/') ? { share: typed } : { nfs: typed })

/** Code, settings, shares, jobs and what programs use. */
export const PROGRAM_PHRASES: readonly SlotPattern[] = [
  phrase(
    'uncommitted',
    /((?:有没有|是否有)?(?:尚未|还没有?|没有?|未)(?:提交|commit)过?的?(?:修改|改动|更改|变更|东西|内容|文件)?|(?:改动|修改)(?:提交|commit)了[吗没]|(?<![a-z])git status|\buncommitted(?: changes)?)/dgu,
    OF_GIT,
  ),
  phrase(
    'branch',
    /((?:在|是)?(?:哪个|哪一个|什么)?(?:git)?分支(?:上)?|\b(?:which |what )?(?:git )?branch\b)/dgu,
    OF_GIT,
    /切|建|删|合并|换|switch|create|delete|merge/u,
  ),
  phrase(
    'git-pull',
    /((?<![a-z])git pull|拉取?(?:一下|下)?(?:最新的?)?(?:代码)?|代码(?:拉取?|更新)(?:一下|下)?|更新(?:一下|下)?代码|(?:更新|拉取?)(?:一下|下)?(?= ?[/~][^ ]{1,80} ?的?(?:代码|仓库|git))|\bpull(?: the)?(?: latest)?(?: code| changes)?\b)/dgu,
    OF_GIT,
    /镜像|image|docker|[?？吗]/u,
  ),
  phrase(
    'commits',
    /((?<![a-z])git log|(?:git ?)?的?(?:代码)?提交(?:记录|历史|日志)?|\b(?:git )?commits?\b)/dgu,
    [OF_GIT, /提交|commit|log/u],
    /没有?提交|未提交|uncommitted/u,
  ),
  phrase(
    'repo-word',
    /((?:的|这个)?(?<![a-z])git(?![a-z-])(?: ?(?:仓库|目录|项目))?|(?:的|这个)?代码(?:仓库|目录|库)?|(?:的|这个)?仓库|\brepo(?:sitory)?\b)/dgu,
    [OF_GIT, /[/~]/u],
  ),
  {
    pattern: new RegExp(
      `(${TESTED} ?(?:(?<![a-z])(?:nginx|apache2?|httpd|sshd?) ?)?的?配置(?:文件)?[,，]? ?${RIGHT}(?:的话|了)?[,，]? ?(?:就|再|然后|后)?(?:再)?(?:给)?(?:我)? ?${AGAIN}(?: ?(?:nginx|apache2?|sshd?))?|(?<![a-z])nginx -t ?(?:&&|,|，|没问题|通过|ok)? ?(?:就|再|后|然后|and)? ?(?:${AGAIN}|reload(?: it| nginx)?))`,
      'dgu',
    ),
    read: (_typed, folded) => {
      const service = TESTED_UNITS[/nginx|apache|httpd|ssh/u.exec(folded)?.[0] ?? '']
      return service === undefined ? {} : { service }
    },
    says: 'reload-if-right',
  },
  phrase(
    'config-test',
    /(的?配置(?:文件)?(?:的)?(?:语法)?(?:有没有|有无|是否|是不是|写)?得?(?:对不对|对吗|对的吗?|正不正确|正确吗?|没问题吗?|有问题吗?|问题|有错误?吗?|错误?|语法错误|出错|ok吗?)(?:没有?)?|的?配置(?:文件)?语法|语法(?:检查|对不对|有没有错)|\b(?:is|test) (?:the )?config(?:uration)?(?: of)?(?: (?:ok|valid|right|correct))?\b|\bconfig(?:uration)? (?:ok|valid|test|right|correct)\b)/dgu,
    /(?<![a-z])(?:nginx|apache2?|httpd|sshd?)(?![a-z])/u,
  ),
  phrase('config-test', /(?<=(?<![a-z])nginx )(-t)(?![a-z])/dgu),
  phrase(
    'no-break',
    /([,，]? ?(?:别|不要|不能|不)(?:中断|断开|断|停掉?|影响)(?:了)?(?:服务|业务|连接|它)?)/dgu,
    /重载|重新加载|reload/u,
  ),
  phrase(
    'at-jobs',
    /((?<![a-z])atq?(?![a-z]) ?的?(?:一次性)?(?:任务|作业|队列)?(?=有|里|列|$|[?？])|(?:一次性|单次)的?(?:定时|计划)?(?:任务|作业)|\bat (?:jobs?|queue)\b)/dgu,
    /任务|作业|队列|atq|\bat (?:jobs?|queue)\b/u,
    /[@/]/u,
  ),
  phrase(
    'compose-update',
    /((?:把)?(?:里面?的?)?(?:服务|容器)?(?:镜像)?(?:更新|拉取?(?:一下)?(?:最新|新)的?镜像)(?:一下)?(?:镜像)?(?:后|之后|完|并且?|再|然后|,|，)? ?(?:再|重新)?(?:拉起|启动|起来?|重启|up)(?:来)?|\bpull and (?:re)?start\b)/dgu,
    /compose/u,
  ),
  phrase('compose-word', /((?:docker[ -])?compose(?: ?(?:项目|工程))?)/dgu, [/compose/u, /更新|拉|pull/u]),
  {
    pattern:
      /(?<![a-z0-9_.:/])(\/\/[a-z0-9][a-z0-9.-]{1,80}(?:\/[a-z0-9_.$-]{1,60}){1,5}|[a-z0-9][a-z0-9.-]{1,80}:(?:\/[a-z0-9_.-]{1,60}){1,6})(?![a-z0-9_./-])/dgu,
    read: readShare,
    onlyWith: [OF_SHARE, /挂|\bmount\b/u],
  },
  {
    pattern:
      /(?<=(?:[到在至]|\b(?:on|to|at)) ?)(\/(?:mnt|media|srv|data|opt)(?:\/[a-z0-9_.-]{1,60}){0,5}|\/home(?:\/[a-z0-9_.-]{1,60}){2,5})(?![a-z0-9_./-])/dgu,
    read: (typed) => ({ mountpoint: typed }),
    onlyWith: [OF_SHARE, /挂|\bmount\b/u],
  },
  {
    pattern: /((?:以|用)?只读(?:方式|模式|的?方式)?地?|\bread-?only\b)/dgu,
    read: () => ({ options: 'ro' }),
    onlyWith: OF_SHARE,
  },
  phrase(
    'as-guest',
    /([,，]? ?(?:以|用)?(?:访客|匿名|游客|guest)(?:身份|方式|用户|登录)?|\bas (?:a )?guest\b)/dgu,
    OF_SHARE,
  ),
  phrase('mount-here', /((?:挂载?|挂接)(?:一下|下)?(?:到|在|至|上)?|\bmount\b)/dgu, OF_SHARE, /有没有|吗|了没|是否/u),
  phrase(
    'mount-all',
    /((?:重新)?(?:把)?(?:挂载(?:一下)?)? ?(?:\/etc\/)?fstab ?(?:里面?|中)?的?(?:所有|全部)?(?:尚未挂载|没有?挂载?|没挂上|还没挂载?)?的?(?:文件系统|分区|盘|挂载点|东西)?(?:都|全部)?(?:重新)?(?:挂载|挂上)?(?:一遍|一下)?|(?<![a-z])mount -a|\bmount (?:all|everything)(?: (?:in|from) (?:\/etc\/)?fstab)?)/dgu,
    [
      /挂载?(?:上|所有|全部|一[下遍]|$| ?(?:\/etc\/)?fstab|[吧。])|mount -a|mount (?:all|everything)/u,
      /fstab|mount -a/u,
    ],
    /有没有|吗|看|查|内容|那几?行|哪些/u,
  ),
  phrase(
    'net-share',
    /(\b(?:nfs|network|smb|cifs) shares?\b|(?:网络|远程)?(?:nfs|cifs|smb|nas(?= ?(?:盘|还|有没有|没)?(?:挂|mounted)))(?:盘|文件夹|目录)?(?: ?共享)?(?:目录|文件夹)?|(?:网络|远程)共享(?:目录|文件夹|盘)?|共享(?:目录|文件夹|盘))/dgu,
    OF_NET_SHARE,
    /\/|把|fstab|怎么|如何|帮.{0,3}挂|卸/u,
  ),
  phrase(
    'is-mounted',
    /(挂(?:载)?(?:上|着|了)?(?:没有?|了吗|了没|吗|了)?|\bmounted\b)/dgu,
    OF_NET_SHARE,
    /\/|把|fstab|怎么|如何|帮.{0,3}挂|卸/u,
  ),
  phrase(
    'is-newest',
    /((?:是不是|是否|是)?(?:已经?)?(?:是)?最新的?(?:版本?)?(?:了)?|(?:有没有|有无|要不要|需不需要|需要|能不能)(?:可用的?|新的?)?(?:更新|升级|新版本?)|有更新|\bup to date\b|\b(?:any newer|updates? available)\b)/dgu,
    OF_NEWEST,
  ),
  phrase(
    'eeprom',
    /((?:树莓派的?)?(?:引导|启动)?固件|(?:引导|启动)(?:加载)?程序|(?<![a-z])(?:eeprom|bootloader|boot loader|firmware)(?![a-z]))/dgu,
    [OF_NEWEST, /最新|更新|升级|新版|up to date|newer|update/u],
    /把|帮我?更新|^更新|^升级|[到成]最新/u,
  ),
  phrase(
    'proxy',
    /((?:设没设|有没有(?:设置?|配置?|走|用)?|是否(?:设置?|配置?|走|用)了?|走没走|用没用|走的?)?(?:了|全局|系统)?的? ?(?:http|https|网络)? ?代理(?:设置|配置|服务器)?|\b(?:http )?prox(?:y|ies)(?: settings?| set)?\b)/dgu,
    undefined,
    /mqtt|mosquitto|nginx|haproxy|squid|反向|代理服务(?!器)|改|关|取消|设[为成]|配[为成]|连上|\d\.\d|docker|容器|zabbix|nginx|状态|重启|在跑|日志/u,
  ),
  phrase(
    'open-files',
    /((?:当前)?(?:打开的?(?:文件|句柄)(?:句柄)?|文件(?:句柄|描述符)|句柄|描述符|文件打开|\bopen files\b|\bfile (?:handles|descriptors)\b)(?:数量?|个数)?)/dgu,
    [OF_OPEN_FILES, /最多|最大|哪|谁|most|which/u],
  ),
  phrase(
    'ssh-setting',
    /((?:是否|是不是|能不能|能否|允不允许|可不可以|有没有)?(?:允许|开启|启用|支持|开着?|禁止|禁用|禁)?了?(?:使?用)? ?(?:密码|口令|root) ?(?:用户)?(?:远程|直接)?(?:登[录陆入]|认证|验证)(?:开着|开了|允许)?|\b(?:password|root) (?:logins?|authentication)(?: (?:allowed|enabled|permitted))?)/dgu,
    [/ssh/u, /[吗没?？]|是否|是不是|能不能|能否|允不允许|可不可以|\b(?:is|are|does)\b|检查|确认/u],
    /失败|次|谁|尝试|最近|日志|有人|登[录陆]过|改|关|把|failed/u,
  ),
  phrase(
    'database',
    /(数据库(?:服务|进程)?|\bdatabases?(?: server)?\b)/dgu,
    /跑|运行|起来|活|挂|正常|状态|开着|\b(?:running|up|down|alive)\b/u,
    /大小|备份|密码|连|重启|停|启动|日志|容器|配置/u,
  ),
  phrase(
    'flush-dns',
    /((?:清(?:除|空|理|掉)?|刷新?)(?:一下|下)?(?:本地|系统|本机)?的? ?(?:dns|域名)(?:解析)?的? ?缓存|(?:dns|域名)(?:解析)?的? ?缓存(?:给我)?(?:清(?:除|空|理|掉)?|刷新?)(?:一下|下|掉|了)?|(?:resolvectl|ipconfig) ?\/?flush-?(?:caches|dns)|\b(?:flush|clear) (?:the )?dns(?: cache)?)/dgu,
  ),
  phrase('ufw-word', /(?<![a-z])(ufw)(?![a-z])/dgu, OF_FIREWALL),
  phrase(
    'let-through',
    /((?:有没有|是否|是不是)?(?:放行|放通|允许|开放|打开)(?:了|过)?|\b(?:allow|allows)\b)/dgu,
    OF_FIREWALL,
  ),
  {
    pattern: /(?<=(?:放行|放通|允许|开放|打开)(?:了|过)? ?(?:端口)? ?)(\d{2,5})(?![\d.])/dgu,
    read: (typed) => ({ port: typed }),
    onlyWith: OF_FIREWALL,
  },
  phrase(
    'newer-kernel',
    /((?:有没有|有无|是否有|有)(?:更新|新|可升级|可更新|较新|可用)的?(?:的)?内核(?:版本)?(?:可以?|能)?(?:更新|升级|装)?|内核(?:有没有|有|能不能|可以|可不可以|是否有|要不要|需不需要)(?:新版本?|更新|升级|新的)|\bnewer kernel\b|\bkernel updates?\b)/dgu,
    undefined,
    /日志|log/u,
  ),
  phrase(
    'every-container',
    /((?:所有|全部)(?:的)?(?:正在)?(?:运行|在跑)?的? ?(?:docker)? ?容器|(?<=[把将]?)容器(?:全部?|都)|\ball (?:the )?(?:running )?containers\b)/dgu,
    /停|stop/u,
    /列|看|查|哪些|吗|包括|过|次|停[止掉了]的|stopped|[?？]|状态|没/u,
  ),
  phrase(
    'client-count',
    /(\$sys(?:\/broker\/clients\/[a-z]+| ?(?:主题)? ?(?:里|上|中)?的?)? ?(?:在线|连接|当前)?的?(?:客户端|连接|clients?)?(?:数量?|个数)?)(?![a-z/])/dgu,
    /\$sys.{0,24}(?:client|客户端|连接)/u,
  ),
  phrase(
    'with-time-server',
    /((?:和|与|跟|从|向)(?:网络|互联网)?(?:时间|授时|ntp) ?(?:服务器|源)|\bwith (?:the |a )?(?:time|ntp) server)/dgu,
    /同步|对时|校时|sync/u,
  ),
  phrase(
    'which-time-server',
    /((?:对时|同步|校时|用|对)?(?:的)?是?(?:哪个|哪台|什么|哪里的) ?(?:ntp|网络)? ?(?:时间|时钟|授时)? ?(?:服务器|时间源|ntp源)|(?:时间|ntp|授时|对时|校时|同步) ?(?:服务器|源)(?:现在|当前|目前)?(?:用|设|配|是)?(?:的|了)?(?:是)?(?:哪个|哪台|哪些|什么|谁|哪里)|(?:跟|和|向|从)(?:谁|哪个|哪台|哪里)(?:服务器)?(?:对时|对的时|同步时间|同步的?|校时)|\b(?:which|what) (?:ntp|time) (?:server|source)(?: is (?:it|in) us(?:ed|ing|e))?)/dgu,
    /时间|ntp|对时|校时|授时|时钟|\btime\b/u,
  ),
]

const TESTED_UNITS: Readonly<Record<string, string>> = {
  nginx: 'nginx',
  apache: 'apache2',
  httpd: 'apache2',
  ssh: 'ssh',
}
