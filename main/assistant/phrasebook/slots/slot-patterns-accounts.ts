import { NUMBER_PATTERN, parseNumber } from './numbers.ts'
import type { SlotPattern } from './slot-patterns.ts'
import { readDuration } from './slot-patterns-times.ts'

/** A phrase without a value: what it says is all. */
export const phrase = (
  says: string,
  pattern: RegExp,
  onlyWith?: SlotPattern['onlyWith'],
  notWith?: RegExp,
): SlotPattern => ({
  pattern,
  read: () => ({}),
  says,
  ...(onlyWith === undefined ? {} : { onlyWith }),
  ...(notWith === undefined ? {} : { notWith }),
})

const NAME = '(?<![a-z0-9_.@/-])([a-z_][a-z0-9_-]{0,31})(?![a-z0-9_.@/-])'
/** Words and services that stand where the name of a user would. */
const NO_ACCOUNT =
  /^(?:the|an?|this|that|my|our|your|any|all|new|old|system|normal|regular|local|linux|user|users|account|group|groups|agent|ssh|sshd|vnc|web|telnet|ftp|wifi|mqtt|mosquitto|broker|last|first|from|with|named|called|to|in|of|on|for|by|and|is|are|it|he|she|who|someone|anyone|there|logged|login|logins|device|machine|list|folder|file|files|directory|path|owner|mode|add|create|delete|remove|how|many|which|what|name|names|accounts|id|ids|can|may|cpu)$/u

const readAccount: SlotPattern['read'] = (typed, folded) => (NO_ACCOUNT.test(folded) ? null : { account: typed })
const readGroup: SlotPattern['read'] = (typed, folded) => (NO_ACCOUNT.test(folded) ? null : { group: typed })

const account = (before: string, after: string, onlyWith?: SlotPattern['onlyWith'], notWith?: RegExp): SlotPattern => ({
  pattern: new RegExp(`${before}${NAME}${after}`, 'dgu'),
  read: readAccount,
  ...(onlyWith === undefined ? {} : { onlyWith }),
  ...(notWith === undefined ? {} : { notWith }),
})

const HANDLED =
  /新建|创建|添加|新增|增加|建|加|删|移除|移出|踢|注销|锁|禁|停用|解|启用|恢复|存在|有没有|在不在|还在|登[录陆入]|密码|组|权限|目录|\b(?:add|create|delete|remove|lock|unlock|disable|enable|exist|exists|groups?|make|drop|is there)\b/u
const OF_GROUP = /组(?!件|播|织|合|态|成(?!员))|\bgroups?\b/u
const OF_LOGIN = /登[录陆入]|\blog(?:s|ged|ging)? ?(?:in|on)\b|\blogins?\b|sign(?:s|ed)? in/u
/** Groups of Debian that people are added to, so that nothing has to say that one is meant. */
const KNOWN_GROUPS =
  'dialout|docker|sudo|gpio|i2c|spi|video|audio|plugdev|input|render|netdev|adm|lpadmin|bluetooth|www-data|kvm|tty'
const INTO = '(?:加入到?|加到|加进|添加到|添加进|放到|放进|拉进|拉到|加)'
const OUT_OF = '(?:移除|移出去?|踢出去?|踢掉|删除|删掉|删了|去掉|拿掉|剔除|退出)'
const WHEN_LOGGED =
  '(?:(?:这个)?(?:用户|账号)|的|最近|今天|昨天|昨晚|上周|上次|最后|最后一次|一次|这周|本周|一共|总共|有没有|什么时候|啥时候|何时|几点|还|曾经|都|是|在){0,4}'

/** 最近7天: so many days back from now. */
const readDays: SlotPattern['read'] = (_typed, folded) => {
  const minutes = Number(readDuration('', folded)?.minutes ?? 0)
  return minutes >= 1440 && minutes % 1440 === 0 ? { days: String(minutes / 1440) } : null
}

/** Users, their groups and passwords, who was logged in and who restarted the device. */
export const ACCOUNT_PATTERNS: readonly SlotPattern[] = [
  // A password is never put into a command, so that what it is to be is not looked at.
  phrase(
    'user-password',
    /(密码|口令|\bpasswords?\b|(?<![a-z/_.])passwd(?![a-z_.]))/dgu,
    /改|换|重置|重设|设|忘|\b(?:change|reset|set|update|forgot)\b|(?<![a-z/_.])passwd(?![a-z_.])/u,
    /wi-?fi|wlan|无线|热点|\/|数据库|mysql|redis|mqtt|mosquitto|broker|开机|改过|哪/u,
  ),
  {
    pattern:
      /((?:(?:是|被)?谁|哪个(?:人|用户|家伙)|什么人|有没有人|有人)(?:刚才|刚刚?|又|偷偷|手动|昨天晚上|昨晚|昨天|前天|今天|今早|半夜|远程){0,2}(?:把|给|将)?(?:这台|这|本|那台|咱们?的?)?(?:机器|设备|树莓派|板子|主机|系统|服务器|网关|电脑|盒子|机子|pi)?(?:给)?(?:手动|远程)?(?:重启|重新启动|关机|关掉?|断电|下电|reboot)(?:了|的|过)?(?:一次)?(?:机(?!器)|电)?|(?:重启|关机)(?:操作)?是谁(?:干|做|弄|搞|执行|操作)?的?|\bwho (?:has |last |just )?(?:rebooted|restarted|shut down|shutdown|powered off|turned off|switched off)(?: it| this| the)?)/dgu,
    read: (_typed, folded) =>
      /昨|前天|今/u.test(folded) ? readDuration('', /昨天晚上|昨.|前天|今./u.exec(folded)?.[0] ?? '') : {},
    says: 'who-rebooted',
  },
  {
    pattern:
      /(昨天(?:晚上|夜里|下午|上午)?|昨晚|昨夜|前天|今天(?:早上|上午|凌晨|下午)?|今早|\b(?:today|yesterday|last night|this morning)\b)/dgu,
    read: readDuration,
    onlyWith: [/谁|有人|\bwho\b/u, /重启|关|断电|reboot|restart|shut|power|turn/u],
    notWith: /登[录陆入]|\blog/u,
  },
  {
    pattern: new RegExp(
      `((?:最近|过去|近|这|前) ?(?:${NUMBER_PATTERN}) ?(?:天|周|个?星期)(?:内|之内|以内|里|来)?|\\b(?:(?:in|over|during) )?(?:the )?(?:last|past) (?:${NUMBER_PATTERN}) (?:days?|weeks?))`,
      'dgu',
    ),
    read: (typed, folded, parent) =>
      parseNumber(/\d+|[一二两三四五六七八九十]+/u.exec(folded)?.[0] ?? '0') > 0
        ? readDays(typed, folded, parent)
        : null,
    onlyWith: OF_LOGIN,
    notWith: /失败|failed|日志|journal/u,
  },
  // 上周, 上个月: begins and ends on days that no option of the command names, so that it is not answered with more.
  {
    pattern:
      /(上个?(?:周|星期|礼拜|月)[一二三四五六日天末]?|本周|这周|本月|这个月|\b(?:last|this) (?:week|month)\b)/dgu,
    read: () => ({ limit: '1' }),
    onlyWith: OF_LOGIN,
    notWith: /失败|failed/u,
  },
  phrase(
    'how-often-logged',
    /(登[录陆入]过?了?(?:几|多少)次|(?:几|多少)次登[录陆入]|\bhow (?:often|many times)(?: has| did)?(?= [a-z]))/dgu,
    OF_LOGIN,
    /失败|failed/u,
  ),
  account('', `(?= ?${WHEN_LOGGED}登[录陆入])`, OF_LOGIN),
  account(
    '\\b(?:did|has|when did|when has|does|times did|often did) (?:the )?(?:user )?',
    '(?= (?:user )?(?:last |ever |recently )?(?:log|logged|sign|signed) (?:in|on)\\b(?! the))',
    OF_LOGIN,
  ),
  account('\\b(?:logins|sessions) (?:of|by|for|from) (?:the )?(?:user )?', '', OF_LOGIN),
  account('\\b', "(?='s (?:last |recent )?logins?)", OF_LOGIN),
  {
    pattern: new RegExp(`${NAME}(?= ?(?:这个|用户)?组(?!件|播|织|合|态|成(?!员)))`, 'dgu'),
    read: readGroup,
    notWith: /服务组/u,
  },
  { pattern: new RegExp(`(?:用户)?组(?:名)?(?:叫做?|名为|为)? ?${NAME}`, 'dgu'), read: readGroup },
  { pattern: new RegExp(`${NAME}(?= (?:user )?group(?![a-z]))`, 'dgu'), read: readGroup },
  { pattern: new RegExp(`\\b(?:user )?group (?:named |called )?${NAME}`, 'dgu'), read: readGroup },
  {
    pattern: new RegExp(
      `${INTO}(?:了)? ?(?<![a-z])(${KNOWN_GROUPS})(?![a-z0-9_.-])(?= ?(?:里面?|中)?[吧啊。!]?$)`,
      'dgu',
    ),
    read: readGroup,
  },
  account(
    '(?:把|将|给|让) ?(?:用户 ?)?',
    `(?= ?(?:这个)?(?:用户|账号)?(?:也)?(?:${INTO}|从|${OUT_OF}|进)[^a-z]{0,8}[a-z])`,
    /组|把|让/u,
    /服务|自启|开机|容器|hosts|crontab/u,
  ),
  account('(?<=组(?:里|中|里面)? ?)(?:把|将|的)? ?', `(?= ?${OUT_OF})`, OF_GROUP),
  account('', `(?= ?${INTO} ?[a-z_-]+ ?(?:用户)?组)`, OF_GROUP),
  account(`${OUT_OF} ?`, '(?= ?的? ?[a-z_-]+ ?(?:用户)?组)', OF_GROUP),
  account('', '(?= ?(?:用户)?(?:都)?(?:在|属于|加入了?|有|是)(?:哪些|哪几个|哪个|什么|几个)(?:用户)?组)', OF_GROUP),
  account(
    '',
    '(?= ?(?:用户)?(?:在不在|是不是在|有没有在|是否在|是否属于|属不属于|属于|在) ?[a-z_-]+ ?(?:用户)?组)',
    OF_GROUP,
  ),
  account('', '(?= ?的(?:用户|所属|所在)?组)', OF_GROUP),
  { pattern: new RegExp(`\\bto (${KNOWN_GROUPS})$`, 'dgu'), read: readGroup, onlyWith: /\badd\b/u },
  // 把 pi 和 bob: two of them are two commands.
  account('', `(?= ?(?:和|与|跟|及|、|,) ?[a-z_][a-z0-9_-]{0,31} ?(?:都|一起)?(?:${INTO}|${OUT_OF}|从))`, OF_GROUP),
  account('(?<=组(?:里面?|中|内)? ?(?:再|也)?(?:加上|添加|加入|加) ?)', '', OF_GROUP),
  account('(?<=[a-z0-9_-] ?组(?:里面?|中|内)? ?(?:有没有|是否有|包含|有) ?)', '', OF_GROUP),
  account(
    '\\badd (?:the )?(?:user )?',
    '(?= to (?:the )?(?:group )?[a-z_-]+)',
    new RegExp(`\\bgroup\\b|\\bto (?:${KNOWN_GROUPS})$`, 'u'),
  ),
  account(
    '\\b(?:remove|take|kick|drop|delete) (?:the )?(?:user )?',
    '(?= (?:from|out of) (?:the )?(?:group )?[a-z_-]+)',
    /\bgroup\b/u,
  ),
  account('\\bgroups (?:of|for|does|is) (?:the )?(?:user )?', '', OF_GROUP),
  account('\\bis (?:the )?(?:user )?', '(?= (?:in|a member of) (?:the )?[a-z_-]+ group)', OF_GROUP),
  account(
    '(?:给|取消|收回|去掉|撤销|移除) ?(?:用户 ?)?',
    '(?= ?(?:用户)?的?(?:加上?|开通?|授予|添加|赋予)?(?:一?个)?的? ?(?:sudo|管理员|root|超级用户)的? ?(?:权限|权利))',
  ),
  account('', '(?= ?(?:用户)?(?:有没有|是否有|有|能不能用) ?(?:sudo|管理员) ?(?:权限)?)', /权限|sudo/u),
  account(
    '\\b(?:give|grant|revoke) (?:the )?(?:user )?',
    '(?= (?:sudo|admin|root) (?:rights|access|permissions?|privileges))',
  ),
  account('(?<=\\b(?:rights|access|permissions?|privileges) )(?:from|to|of) (?:the )?(?:user )?', ''),
  account('', '(?= ?的 ?(?:sudo|管理员)的? ?权限)'),
  account('(?<![为成给归])(?:用户|账号|帐号|账户)(?:名)?(?:叫做?|名为|名叫|为|是)? ?', '', HANDLED),
  account('', '(?= ?(?:这个|那个|的)?(?:系统|普通)?(?:用户|账号|帐号|账户)(?!组|数|名))', HANDLED),
  account(
    '(?:把|将) ?',
    '(?= ?(?:这个)?(?:锁定|锁上|锁了|锁住|解锁|解封|解除锁定)[^a-z]{0,3}$)',
    /锁|解封/u,
    /版本|升级|更新/u,
  ),
  account(
    '\\b(?:create|add|make|delete|remove|lock|unlock|disable|enable|drop) (?:an? |the )?(?:new )?(?:system )?(?:user|account)(?: account)? (?:named |called |for )?',
    '',
  ),
  account(
    '\\b(?:delete|remove|lock|unlock|disable|enable|create|add) (?:the )?',
    "(?= (?:user|account)\\b|'s account)",
  ),
  account('\\bis there an? (?:user|account) (?:named |called )?', ''),
  account('\\bdoes (?:the )?(?:user )?', '(?= exist)'),
  account('\\b(?:adduser|useradd|userdel|deluser) ', ''),
  phrase(
    'sudo-rights',
    /((?:sudo|管理员|超级用户|root)的? ?(?:权限|权利)|\b(?:sudo|admin|root) (?:rights|access|permissions?|privileges)|(?<=能不能用 ?)sudo)/dgu,
  ),
  phrase(
    'revoke',
    /(取消|收回|去掉|撤销|移除|撤掉|\brevoke\b)/dgu,
    /(?:sudo|管理员)的? ?权限|\b(?:rights|access|permissions?|privileges)\b/u,
    /组/u,
  ),
  phrase(
    'grant',
    /(授予|赋予|开通|加上?|添加|开(?=.{0,6}权限)|给(?= ?[a-z_])|\b(?:grant|give)\b)/dgu,
    /(?:sudo|管理员|超级用户|root)的? ?权限|(?:sudo|admin|root) (?:rights|access|permissions?|privileges)/u,
    /组/u,
  ),
  phrase(
    'into-group',
    /(加入到?|加到|加进|添加到|添加进|放到|放进|拉进|拉到|加上|添加|加(?= ?[a-z])|进(?= ?[a-z])|\badd\b)/dgu,
    [new RegExp(`组|\\bgroup\\b|(?:${INTO}|\\bto) ?(?:${KNOWN_GROUPS})(?![a-z0-9-])`, 'u'), /加|进|放|拉|\bto\b/u],
    /创建|新建|新增/u,
  ),
  phrase('from-group', new RegExp(`(${OUT_OF}|\\b(?:remove|take|kick|drop|delete)\\b|\\bout(?= of\\b))`, 'dgu'), [
    /组|\bgroup\b/u,
    /移|踢|删|去掉|拿掉|剔除|退出|\b(?:from|out of)\b/u,
  ]),
  phrase(
    'user-groups',
    /((?:都)?(?:在|属于|加入了?|有)(?:哪些|哪几个|哪个|什么|几个)(?:用户)?组(?:里面?|中)?|\b(?:which|what) groups?\b|\bgroups(?= (?:of|for)\b))/dgu,
  ),
  phrase(
    'group-members',
    /((?<=组)(?:里面?|中)?(?:都)?有(?:谁|哪些人|哪些用户|什么人|哪些成员)|(?<=组)的?(?:成员|用户)(?:有哪些|有谁|都有谁)?|\bmembers of\b|\b(?:who is|(?:which|what) users are) in\b)/dgu,
    OF_GROUP,
  ),
  phrase(
    'all-groups',
    /((?:所有|全部)的?(?:用户)?组|(?:有哪些|列出|查看|列一下)(?:用户)?组(?!件|播|织|合|态|成(?!员)| ?[a-z])|\b(?:list|show)(?: all)?(?: the)? groups\b)/dgu,
  ),
  phrase(
    'group',
    /((?:用户)?组(?!件|播|织|合|态|成(?!员))|\b(?:user )?group\b)/dgu,
    OF_GROUP,
    /组(?:成(?!员)|织|合|件|播|态)/u,
  ),
  phrase(
    'with-home',
    /((?:[,，] ?)?(?:连同?|包括|带上?|以及|和|及)?(?:它的?|他的?|其)?(?:家目录|主目录|home目录|home)(?:也)?(?:一起|一并|一块|都|也)?(?:删除?掉?了?|清掉?|不要|不留)?|\b(?:and|with|including) (?:the |its |his |her )?home(?: directory| folder)?)/dgu,
    /用户|账号|账户|\buser\b|\baccount\b/u,
  ),
  phrase(
    'keep-home',
    /((?:[,，] ?)?(?:保留|留着|不要?删除?|别删)(?:他的?|它的?|其)?(?:家目录|主目录|home)(?:目录)?|\b(?:but )?keep(?:ing)? (?:the |its |his |her )?home(?: directory| folder)?)/dgu,
    /用户|账号|账户|\buser\b|\baccount\b/u,
  ),
  phrase(
    'lock-user',
    /(锁定|锁[上住掉]|锁了|锁(?=用户|账号)|禁用|停用|冻结|封禁|封掉|\b(?:lock|disable|suspend)\b)/dgu,
    /用户|账号|帐号|账户|\buser\b|\baccount\b|(?:把|将) ?[a-z_][a-z0-9_-]* ?锁/u,
    /版本|升级|服务|解锁|解除|解封|\bunlock/u,
  ),
  phrase(
    'unlock-user',
    /(解除锁定|解锁|解封|解禁|解冻|启用|恢复(?:使用)?|\b(?:unlock|enable)\b)/dgu,
    /用户|账号|帐号|账户|\buser\b|\baccount\b|(?:把|将) ?[a-z_][a-z0-9_-]* ?解/u,
    /版本|升级|服务/u,
  ),
  phrase(
    'system-account',
    /(系统(?=用户|账号)|\bsystem(?= (?:user|account)))/dgu,
    /新建|创建|添加|新增|增加|建|\b(?:add|create)\b/u,
  ),
  phrase(
    'add-user',
    /((?:添加|新增|新加|增加|新建|创建|建立|建|加|开)(?:一?个|上|一下)?(?:新的?)?(?=(?:系统|普通)?(?:用户|账号|帐号|账户)(?!组))|\b(?:adduser|useradd)\b)/dgu,
  ),
  phrase('drop-user', /(\b(?:userdel|deluser)\b)/dgu),
]
