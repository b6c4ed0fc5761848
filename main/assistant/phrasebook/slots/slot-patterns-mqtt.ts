import type { SlotPattern } from './slot-patterns.ts'
import { phrase } from './slot-patterns-accounts.ts'

/** Where a broker is spoken of; a wildcard in a path says so too. */
const OF_MQTT =
  /mosquitto_(?:sub|pub)|主题|\btopics?\b|订阅|subscri|publish|发布|保留消息|retain|\$sys\/|[a-z0-9_]\/[+#]|mqtt.{0,12}消息|(?:往|给|向|到) ?[a-z0-9_$-]+(?:\/[a-z0-9_$-]+)+ ?(?:发|推|里发)|(?:发|推)(?:一?[个条])?[a-z0-9_]{1,40}[到给] ?[a-z0-9_$-]{1,40}\/|(?<![a-z0-9/])(?:收|听听?)(?:一下|下)? ?[a-z0-9_$-]{1,40}\/|[a-z0-9_+#-]\/[a-z0-9_+#/-]{1,80}[ ,，]{0,3}(?:只|就)?收[到满够取]? ?[一\d]|qos ?[0-2]|消息.{0,6}(?:到|给|至) ?[a-z0-9_$-]{1,40}\//u
const TOPIC = '[a-z0-9_$+#/][a-z0-9_$+#/.:@-]{0,198}'
/** A name or number, a text in quotes or brackets, or a few Chinese characters. */
const VALUE =
  '(?:\\{[^{}]{0,180}\\}|\\[[^\\[\\]]{0,180}\\]|"[^"]{1,180}"|“[^“”]{1,180}”|\'[^\']{1,180}\'|(?<![a-z0-9_.:%+=-])[a-z0-9_.:%+=-]{1,64}(?![a-z0-9_.:%+=/-])|(?<= )\\p{Script=Han}{1,8})'
const SEND =
  '(?:发布|发送|推送|发|推)(?:一?[条个]|一下|下)?(?:保留)?(?:的)?(?:mqtt)?(?:消息|报文|message|payload|内容)?(?:内容)?(?:为|是|:)?'

const readTopic: SlotPattern['read'] = (typed) => {
  const topic = typed.replace(/(?<![.:])[.:]+$/u, '')
  // A wildcard stands for a whole level, and # at the end alone.
  const levels = topic.split('/')
  const isGood = levels.every(
    (level, at) => !/[+#]/u.test(level) || level === '+' || (level === '#' && at === levels.length - 1),
  )
  return isGood && topic !== '' ? { topic } : null
}

/** One that is published to holds no wildcard. */
const readMessage: SlotPattern['read'] = (typed) => {
  const message = /^(?:"[^"]*"|“[^”]*”|'[^']*')$/u.test(typed) ? typed.slice(1, -1) : typed
  return message === '' ? null : { message }
}

const topic = (before: string, after = ''): SlotPattern => ({
  pattern: new RegExp(`${before}(${TOPIC})(?![a-z0-9_$+#/])${after}`, 'dgu'),
  read: readTopic,
  onlyWith: OF_MQTT,
})
const message = (before: string, after: string): SlotPattern => ({
  pattern: new RegExp(`${before}(${VALUE})${after}`, 'dgu'),
  read: readMessage,
  onlyWith: OF_MQTT,
})

/** Topics and messages of the broker on the device. */
export const MQTT_PATTERNS: readonly SlotPattern[] = [
  phrase(
    'the-broker',
    /((?:本机|本地|这台的?)?(?:的)?(?:mosquitto|mqtt|broker)(?: ?(?:服务器|服务|broker|代理))?(?=的|上|里|中| |主题|,|，|$|现在|目前|都?有))/dgu,
    /有(?:什么|哪些|没有?|无)新?(?:消息|数据)|订阅|subscri|publish|发布|主题|topic/u,
    /重启|启动|停止|状态|日志|自启|restart|\bstart\b|\bstop\b/u,
  ),
  {
    pattern:
      /((?:所有|全部)的? ?(?:主题|topics?|消息)|(?:随便|任意|不管|无论|管它)?(?:是)?(?:什么|哪个|哪一个)的?(?:主题|topic)都(?:行|可以|成|听|要)|(?:随便|任意)(?:什么|哪个|一个)?的?(?:主题|topic)|\ball (?:the |mqtt )?(?:topics|messages))/dgu,
    read: () => ({ topic: '#' }),
    onlyWith: /订阅|subscri|mosquitto|mqtt|主题|topic/u,
    notWith: /清|删|\b(?:clear|delete|remove|publish)\b|保留|发(?:个|一|送|布)|推送/u,
  },
  {
    // mqtt里现在有什么消息: whatever comes.
    pattern:
      /(?<=(?:mqtt|mosquitto|broker)(?:上|里)?面?(?:现在|目前)?都?)(有(?:什么|哪些|没有?|无)新?(?:消息|数据)(?:[过进上]来)?)/dgu,
    read: () => ({ topic: '#' }),
    says: 'subscribe',
  },
  {
    // 听下mqtt有没有数据: whatever comes, of any topic.
    pattern:
      /(?<=(?:订阅|收听|监听|听)(?:一下|下)?)(mqtt|mosquitto|broker)(?=[上里]?(?:有没有?|有无|是否有)?的?(?:数据|消息|东西))/dgu,
    read: () => ({ topic: '#' }),
  },
  message('(?:内容|消息|报文|payload|\\bmessage)(?:内容)?(?:为|是|:|=) ?', '(?=$|[,，。 ])'),
  message('内容 ?(?![a-z0-9_$-]+/)', '(?=$|[,，。 吧])'),
  topic(`${'(?:主题|\\btopics?)'}(?:是|为|叫|:|=)? ?`),
  topic('(?<![a-z0-9_$+#/.:@-])', '(?= ?(?:这个|的)?(?:主题|topic(?![a-z])))'),
  topic(
    '(?:订阅|\\bsubscribe(?: to)?|收听|监听|听听?)(?:一下|下)?(?:mqtt)?(?:主题|topic)? ?(?!(?:mqtt|mosquitto|broker)(?![a-z0-9_/$+#.-]))(?!\\d+ ?(?:秒|条|分|s\\b|seconds|messages))',
  ),
  message('\\bpublish (?:an? |the )?(?:retained )?(?:message )?', '(?= (?:to|on|in) )'),
  message('\\bsend (?:an? |the )?(?:retained )?(?:message )?', '(?= to )'),
  message('(?:把|将) ?', '(?= ?(?:发布|发送|发|推送)(?:到|给|至))'),
  message(`${SEND} ?`, '(?= ?(?:到|给|至|往) ?[a-z0-9_$])'),
  topic('(?<![a-z0-9_$+#/.:@-])(?=[a-z0-9_$+#.-]+/)'),
  message(`${SEND} ?(?!(?:一条|消息|到|给))`, '(?= ?(?:,|，|。|$|并|qos|然后|要保留))'),
  {
    // 收到 5 条消息后结束, 收一条看看: how many, after which it ends.
    pattern:
      /((?:只|就)?收(?:到|满|够|取)? ?(?:一|\d{1,3}) ?条(?:消息)?(?:之?后|以后)?(?:就|即|便|自动)?(?:结束|停止?|退出|断开|够|行|看看|看一下|看下)?了?)/dgu,
    read: (typed) => ({ count: String(Number(/\d+/u.exec(typed)?.[0] ?? 1)) }),
    says: 'subscribe',
    onlyWith: OF_MQTT,
  },
  {
    pattern: /(?<!\d)(\d{1,3})(?= ?(?:条|个消息|messages?\b))/dgu,
    read: (typed) => (Number(typed) >= 1 ? { count: String(Number(typed)) } : null),
    onlyWith: OF_MQTT,
  },
  {
    pattern: /((?:qos|服务质量)(?:等级|级别| ?level)? ?(?:设置|设定|设|选)?[:=为是成]? ?[0-2])(?!\d)/dgu,
    read: (typed) => ({ qos: typed.slice(-1) }),
    onlyWith: OF_MQTT,
  },
  {
    pattern: /(?<!\d)(\d{1,2} ?(?:秒钟?|seconds?|s(?![a-z])))/dgu,
    read: (typed) => {
      const seconds = Number.parseInt(typed, 10)
      return seconds >= 1 && seconds <= 60 ? { lasting: String(seconds) } : { limit: '1' }
    },
    onlyWith: OF_MQTT,
  },
  phrase('qos-word', /(qos|服务质量)/dgu, OF_MQTT),
  phrase('clear-retained', /(清除|清空|清掉?|删除?|删掉|去掉|\b(?:clear|delete|remove)\b)/dgu, /保留消息|retain/u),
  phrase('retained', /((?:的)?保留消息|(?:设为|设成|作为|加)?保留(?:位|标志)?|\bretain(?:ed)?(?: messages?)?\b)/dgu, [
    /保留|retain/u,
    /消息|发|retain/u,
  ]),
  phrase(
    'publish',
    /((?:发布|发送|推送|发(?!送|布|现|生|出|热|烫|起)|推)(?:一?[条个]|一下|下)? ?(?:mqtt)? ?(?:消息|报文|message)?|\b(?:publish|send)\b)/dgu,
    OF_MQTT,
  ),
  phrase(
    'subscribe',
    /(订阅|收听|接收|(?:只|就)?收(?:取|一下|到)?|监听|听听?(?:一下|下)?(?:一听)?|抓(?:一下)?|\bsubscribe(?: to)?\b|\blisten(?: to)?\b)/dgu,
    OF_MQTT,
    /端口|\bport\b/u,
  ),
  phrase(
    'mqtt-topic',
    /((?:向|往)(?= ?(?:主题|[a-z0-9_$]))|(?:mqtt)? ?(?:主题|\btopics?\b)|\b(?:mqtt )?messages?\b|(?:mqtt)?消息|内容(?=[为是: a-z0-9]))/dgu,
    OF_MQTT,
  ),
]
