import type { SlotPattern } from '../slot-patterns.ts'
import { phrase } from '../slot-patterns-accounts.ts'

const OF_GIT = /(?<![a-z])git(?![a-z-])|代码|仓库|分支|提交|\bbranch\b|\bcommits?\b/u
const RIGHT = '(?:没问题|没错误?|正确|通过|正常|ok|对)'
const AGAIN = '(?:重载|重新加载|reload)(?:一下)?(?:配置)?'
const UNIT = '(?<![a-z])(?:nginx|apache2?|sshd?)(?![a-z])'
const OF_SHARE = /\/\/\d|(?<![a-z0-9])(?:\d{1,3}\.){3}\d{1,3}:\//u
const MOUNTING = [OF_SHARE, /挂|\bmount\b/u]
const OF_NET_SHARE = [/挂|mount/u, /nas|nfs|cifs|smb|共享/u]
const NOT_TO_MOUNT = /\/|把|fstab|怎么|如何|帮.{0,3}挂|卸/u
const OF_NEWEST = /固件|eeprom|引导|boot ?loader|firmware/u
const OF_FIREWALL = [/(?<![a-z])ufw(?![a-z])/u, /[吗没?？]|是否|是不是|\bdoes\b/u]
const UNITS: Readonly<Record<string, string>> = { nginx: 'nginx', apache: 'apache2', ssh: 'ssh' }

/** Code, settings, shares, jobs and what programs use. */
export const PROGRAM_PHRASES: readonly SlotPattern[] = [
  phrase(
    'uncommitted',
    /((?:尚未|还?没有?|未)(?:提交|commit)过?的?(?:修改|改动|更改|东西|文件)?|(?:改动|修改)没有?提交|(?<![a-z])git status|\buncommitted(?: changes)?)/dgu,
    OF_GIT,
  ),
  phrase(
    'branch',
    /((?:在|是)?(?:哪个|什么)?(?:git)?分支上?|\b(?:git )?branch\b)/dgu,
    OF_GIT,
    /切|建|删|合并|换|switch|create|delete|merge/u,
  ),
  phrase(
    'git-pull',
    /((?<![a-z])git pull|拉取?(?:一下|下)?(?:最新的?)?(?:代码)?|代码(?:拉取?|更新)(?:一下|下)?|(?:更新|拉取?)(?:一下|下)?(?:代码|(?= ?[/~])))/dgu,
    OF_GIT,
    /镜像|docker|[?？吗]|能不能/u,
  ),
  phrase('commits', /((?<![a-z])git log|提交(?:记录|历史)?|\bcommits?\b)/dgu, OF_GIT, /没有?提交|未提交|uncommitted/u),
  phrase(
    'repo-word',
    /((?:的|这个)?(?:(?<![a-z])git(?![a-z-])|(?:最新的?)?代码)(?: ?(?:仓库|目录))?|(?:的|这个)?仓库)/dgu,
    [OF_GIT, /[/~]/u],
  ),
  {
    pattern: new RegExp(
      `((?:检查|测试|验证|测)?(?:一下|下)? ?(?:${UNIT} ?)?的?配置(?:文件)?[,，]? ?${RIGHT}(?:的话|了)?[,，]? ?[就再]? ?${AGAIN}(?: ?${UNIT})?|(?<![a-z])nginx -t ?(?:&&|,|，|没问题)? ?(?:就|再|然后|and)? ?${AGAIN}(?: nginx)?)`,
      'dgu',
    ),
    read: (_typed, folded) => {
      const service = UNITS[/nginx|apache|ssh/u.exec(folded)?.[0] ?? '']
      return service === undefined ? {} : { service }
    },
    says: 'reload-if-right',
  },
  phrase(
    'config-test',
    /(的?配置(?:文件)?(?:语法)?(?:有没有|是否|是不是|写)?得?(?:对不对|对了?吗|正确|没?问题|有问题|有错误?|错误?|语法错误|出错|ok)|的?配置(?:文件)?语法|语法检查|(?<=nginx )-t(?![a-z])|(?:验证|校验|测试)(?:一下|下)?(?= ?[a-z0-9]+ ?的?配置)|\bis (?:the )?config ok(?: of)?\b|\bconfig (?:ok|test)\b)/dgu,
    new RegExp(UNIT, 'u'),
  ),
  phrase('no-break', /([,，]? ?(?:别|不要|不能)(?:中断|断|停|影响)(?:服务|业务|连接|它)?)/dgu, /重载|重新加载|reload/u),
  phrase(
    'at-jobs',
    /((?<![a-z])atq?(?![a-z]) ?(?:定时)?(?:任务|作业|队列)?(?=有|里|列|$|[?？])|(?:一次性|单次)的?(?:定时|计划)?任务|\bat (?:jobs?|queue)\b)/dgu,
    /任务|作业|队列|atq|\bat (?:jobs?|queue)\b/u,
    /[@/]/u,
  ),
  phrase(
    'compose-update',
    /((?:里面?的?)?(?:服务|容器)?(?:更新|拉取?(?:一下)?(?:最新|新)的?镜像)(?:镜像)?(?:后|之后|完|并|再|然后|,|，)? ?(?:再|重新)?(?:拉起|启动|重启)(?:来)?|\bpull and start\b)/dgu,
    /compose/u,
  ),
  phrase('compose-word', /(?<![a-z0-9/._-])((?:docker[ -])?compose(?: ?项目)?)/dgu, [/compose/u, /更新|拉|pull/u]),
  {
    pattern:
      /(?<![a-z0-9_.:/-])(\/\/[a-z0-9][a-z0-9.-]{1,80}(?:\/[a-z0-9_.$-]{1,60}){1,5}|[a-z0-9][a-z0-9.-]{1,80}:(?:\/[a-z0-9_.-]{1,60}){1,6})(?![a-z0-9_./-])/dgu,
    read: (typed) => ({ [typed.startsWith('/') ? 'share' : 'nfs']: typed }),
    onlyWith: MOUNTING,
  },
  {
    pattern:
      /(?<=(?:[到在]|\b(?:on|to|at)) ?)(\/(?:mnt|media|srv|data|opt)(?:\/[a-z0-9_.-]{1,60}){0,5})(?![a-z0-9_./-])/dgu,
    read: (typed) => ({ mountpoint: typed }),
    onlyWith: MOUNTING,
  },
  { pattern: /([以用]?只读(?:方式|模式)?|\bread-?only\b)/dgu, read: () => ({ options: 'ro' }), onlyWith: OF_SHARE },
  phrase('as-guest', /([,，]? ?[以用]?(?:访客|匿名|guest)(?:身份|方式)?|\bas guest\b)/dgu, OF_SHARE),
  phrase('mount-here', /(挂载?(?:一下)?[到在上]?|\bmount\b)/dgu, OF_SHARE, /有没有|吗|了没|是否/u),
  phrase(
    'mount-all',
    /((?:重新)?(?:挂载)? ?(?:\/etc\/)?fstab ?[里中]?的?(?:所有|全部)?(?:尚未挂载)?的?(?:文件系统|分区|盘)?(?:都)?(?:挂载|挂上)?|(?<![a-z])mount -a)/dgu,
    /(?:挂载|挂上)(?:$|.{0,12}fstab)|mount -a/u,
    /有没有|吗|看|查|内容|行|哪些/u,
  ),
  phrase(
    'net-share',
    /((?:nfs|cifs|smb|nas(?= ?(?:盘|还|有没有|没)?挂))(?:盘)?(?: ?共享| shares?)?|(?:网络|远程)共享|共享(?:目录|文件夹|盘))/dgu,
    OF_NET_SHARE,
    NOT_TO_MOUNT,
  ),
  phrase('is-mounted', /(挂载?[上着了]?(?:没有?|了[吗没]?|吗)?|\bmounted\b)/dgu, OF_NET_SHARE, NOT_TO_MOUNT),
  phrase(
    'is-newest',
    /((?:是不是|是否)?已?经?是?最新的?(?:版本?)?了?|(?:有没有|要不要|需不需要|需要|要|有)(?:更新|升级|新版本?)|\bup to date\b|\bupdates? available\b)/dgu,
    OF_NEWEST,
  ),
  phrase(
    'eeprom',
    /((?:引导|启动)?固件|引导(?:加载)?程序|(?<![a-z])(?:eeprom|bootloader|firmware)(?![a-z]))/dgu,
    [OF_NEWEST, /最新|更新|升级|新版|up to date|updates? available/u],
    /把|帮我?更新|^更新|^升级|[到成]最新/u,
  ),
  phrase(
    'proxy',
    /((?:设没设|设(?=.{0,8}[了吗没])|(?:有没有|是否)(?:设置?|配置?|走|用)?|走)?(?:了|全局|系统)?的? ?(?:http|网络)? ?代理(?:设置|配置)?|\bproxy(?: set)?\b)/dgu,
    undefined,
    /mqtt|mosquitto|nginx|haproxy|squid|反向|服务|改|关|取消|设[为成]|设置.代理|配[为成]|连上|\d\.\d|docker|容器|状态|重启|在跑|日志/u,
  ),
  phrase(
    'open-files',
    /((?:打开的?(?:文件|句柄)|文件(?:句柄|描述符|打开)|句柄|描述符|\bopen files\b)(?:数量?)?)/dgu,
    /最多|最大|谁|most/u,
  ),
  phrase(
    'ssh-setting',
    /((?:允许|开启|启用|支持|禁止|禁用)?了?(?:使?用)? ?(?:密码|口令|root) ?(?:用户)?(?:远程|直接)?(?:登[录陆]|认证)|root ?能 ?ssh ?登[录陆]|\b(?:password|root) login(?: allowed)?)/dgu,
    [/ssh/u, /[吗没?？]|是否|是不是|能不能|能否|可不可以|\b(?:is|does)\b/u],
    /失败|次|谁|尝试|最近|日志|有人|登[录陆]过|改|关|把|failed/u,
  ),
  phrase(
    'database',
    /(数据库(?:服务)?|\bdatabase\b)/dgu,
    /跑|运行|起来|活|挂|停|正常|状态|running|down/u,
    /大小|备份|密码|连|重启|停(?!了[吗没])|启动|日志|容器|配置/u,
  ),
  phrase(
    'flush-dns',
    /((?:清[除空理]?|刷新?)(?:一下|下)?(?:本地|本机)?的? ?(?:dns|域名)(?:解析)?的? ?缓存|(?:dns|域名)(?:解析)?的? ?缓存(?:清[除空理掉]?|刷新?)(?:一下|下|了)?|\bflush (?:the )?dns(?: cache)?)/dgu,
  ),
  phrase('ufw-word', /(?<![a-z])(ufw)(?![a-z])/dgu, OF_FIREWALL),
  phrase('let-through', /((?:放行|允许|开放|打开)[了过]?|\ballow\b)/dgu, OF_FIREWALL),
  {
    pattern: /(?<=(?:放行|允许|开放|打开)[了过]? ?(?:端口)? ?)(\d{2,5})(?![\d.])/dgu,
    read: (typed) => ({ port: typed }),
    onlyWith: OF_FIREWALL,
  },
  phrase(
    'newer-kernel',
    /(有?(?:(?<!更)新|可升级|可更新)的?内核(?:版本|更新|升级)?|内核(?:有没有|有|能不能|要不要)(?:新版本?|更新|升级|新的)|\bnewer kernel\b)/dgu,
    undefined,
    /日志|log/u,
  ),
  phrase(
    'every-container',
    /((?:所有|全部)的?(?:正在)?(?:运行|在跑)?的? ?(?:docker)? ?容器|(?:正在)?(?:跑|运行)的容器[全都]?|容器(?:全部?|都)|\ball (?:the )?containers\b)/dgu,
    /停|stop/u,
    /列|看|查|哪些|吗|包括|过|次|停[止掉了]的|stopped|[?？]|状态|没/u,
  ),
  phrase('client-count', /(\$sys ?[里上的]? ?(?:在线|连接)?的?(?:客户端|连接|clients?)数?量?)(?![a-z/])/dgu),
  phrase(
    'with-time-server',
    /([和与跟从向]网?络?(?:时间|ntp) ?(?:服务器|源)|\bwith (?:the |a )?time server)/dgu,
    /同步|对时|sync/u,
  ),
  phrase(
    'which-time-server',
    /((?:对时|同步|用|对)?的?是?(?:哪个|哪台|什么) ?(?:ntp|网络)? ?(?:时间|时钟)? ?(?:服务器|源)|(?:时间|ntp|对时|同步) ?(?:服务器|源)(?:现在|当前)?[用设配是]?的?是?(?:哪个|哪台|哪些|什么|谁)|[跟和向从](?:谁|哪个|哪台)(?:服务器)?(?:对时|对的时|同步时间|同步的?)|\bwhich time server(?: is in use)?)/dgu,
    /时间|ntp|对时|时钟|\btime\b/u,
  ),
]
