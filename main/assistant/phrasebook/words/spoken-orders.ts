/** A whole request as it is spoken, with the one that says the same in the usual words; null where it is another. */
type SpokenOrder = readonly [RegExp, (...parts: string[]) => string | null]

const LEAD = '^(?:请|麻烦你?|帮我|帮忙|给我|先|把|将){0,4} ?'
const END = '[。.!！?？]{0,2}$'
/** An order is no question: 容器停了吧? asks. */
const ORDER_END = '(?:一?下|吧|呗|哈|啊)?[。.!！]{0,2}$'
const SOFT = '(?:一下|下|看)?'
const PATH = '([~/][\\w./-]{1,120})'
const NAME = '([a-z0-9][a-z0-9_.+-]{1,60})'
/** Commas stand half-width here. */
const BREAK = ' ?[,，。;；] ?'
const GONE = '(?:删(?:除|掉|了)?|清掉|移除)(?:掉|了)?'
const asked = (text: string) => new RegExp(`${LEAD}${text}${END}`, 'iu')
const ordered = (text: string) => new RegExp(`${LEAD}${text}${ORDER_END}`, 'iu')

const ORDERS: readonly SpokenOrder[] = [
  // What is in an archive, which is not unpacked in any case.
  [
    asked(
      `(?:看${SOFT}|瞧${SOFT}|查看)?${PATH} ?(?:这个包)?(?:里面?|里头|中)(?:都|装了|打包了|有|是|装的是?|放了|打了){1,3}(?:什么|啥|哪些)(?:东西|文件|内容)?(?:${BREAK}(?:先|暂时)?(?:不要|别|不用|不)(?:先)?(?:解压缩?|解包|解开|展开)(?:它|出来)?)?`,
    ),
    (_all, path = '') => (/\.(?:t?[gx]z|tar|zip|tbz2?|bz2)$/iu.test(path) ? `列出${path}的内容` : null),
  ],
  // Whether something is on.
  [
    asked(
      `(?:看${SOFT}|查${SOFT})?${PATH} ?(?:现在|目前)?(?:有没有|是不是)?(?:挂上|挂好|挂着|挂载上|挂载好)了?(?:没有?|吗|么)?`,
    ),
    (all, path = '') => (/[没吗么]|有没有|是不是/u.test(all) ? `${path}挂载了吗` : null),
  ],
  [
    asked(
      '(?:看看|看下|看一下|查一下|查下)?(spi|i2c)(?:接口|总线)?(?:现在|目前)?(?:有没有|是不是|有无)(?:启用|开启|打开|使能|开)着?了?',
    ),
    (_all, bus = '') => `${bus}启用了吗`,
  ],
  [
    asked(
      `(?:看${SOFT}|列${SOFT}|查${SOFT})?(?:所有|全部)的?(?:gpio)?(?:引脚|管脚|针脚|gpio)(?:现在|目前|当前)?的?(?:都是|是)?(?:什么|啥)?(?:状态|电平)(?:${BREAK}(?:打|列|出|做)(?:成|出|印)?(?:一张|一个|个|张)表)?`,
    ),
    () => '所有gpio引脚状态',
  ],
  [
    asked('(?:单总线|1-wire|一线)(?:上|总线)?的? ?(ds18b20)(?:传感器|探头)?(?:读|看|查|测)(?:一下|下|个)?温度'),
    () => '读一下ds18b20的温度',
  ],
  // The version of a library, of which no program has the name.
  [
    asked(`((?:lib|python3?-)[a-z0-9.+-]{1,40}) ?(?:现在|目前)?(?:装|安装)的?(?:是)?(?:什么|啥|哪个)版本`),
    (_all, name = '') => `${name}的最新版本`,
  ],
  [
    asked(
      '(?:看看|查一下)?(?:今天|明天|今晚|接下来)(?:之前|以前|前|内)?(?:还)?(?:有没有|有什么|有哪些)(?:要|会)?(?:跑|执行|运行|触发)的(?:定时任务|定时器)(?:,? ?timer(?:那种|类的|的)?)?',
    ),
    () => '有哪些timer',
  ],
  [
    asked(
      '(今天|昨天)?的?(?:ssh)?的?(?:密码试错|密码错误|试密码|输错密码|登[录陆]失败)的?(?:一共|总共)?(?:有|了)?(?:多少|几)次(?: ?[,，]? ?(今天|昨天)的?)?',
    ),
    (_all, before = '', behind = '') =>
      (before === '') === (behind === '') ? null : `${before}${behind}登录失败多少次`,
  ],
  // Orders.
  [
    ordered(`${NAME} ?(?:这个|那个)?(?:docker)?容器(?:(?:给我|先|直接)停(?:掉|了|止)?|停掉|停了?(?=吧|呗))`),
    (_all, name = '') => `停止${name}容器`,
  ],
  [
    ordered(
      `(?:家目录)?(?:的)?(?:(?:家目录)?([a-z][a-z0-9_-]{0,30})(?:的家目录)?(?:下|里)面?的?)?([\\w-][\\w.-]{0,60}) ?(?:文件夹|目录)?(?:整个|全部|连同内容)(?:都|给我)?${GONE}${BREAK}(?:完整|它的)?(?:路径|位置)(?:是|为|:|在) ?${PATH}`,
    ),
    (all, owner = '', name = '', path = '') => {
      const isOfPerson = !all.includes('家目录') || /^(?:~|\/home)\//u.test(path)
      const isThere = path.endsWith(`/${name}`) && isOfPerson && (owner === '' || path === `/home/${owner}/${name}`)
      return isThere ? `删除${path}文件夹` : null
    },
  ],
  [
    ordered(
      `(?:卸载?(?:掉)? ?)?${NAME} ?(?:给我)?(?:卸载?(?:掉|了)?|删掉)?(?:${BREAK}|连|和|并且)(?:它的)?配置(?:文件)?(?:也|都|一起|一并)?(?:别|不要|不|甭)(?:留|保留|要)了?`,
    ),
    (all, name = '') => (/卸/u.test(all) ? `彻底卸载${name}` : null),
  ],
  [
    ordered(
      '(?:docker(?:里|中|上)?面?的?)?(?:没用|无用|不用|没人用)?的? ?悬空的? ?(?:docker)? ?(?:镜像|image)(?:都|全)?(?:清|删|清理|清除|删除)(?:掉|了|一下|干净)?',
    ),
    () => '清理悬空镜像',
  ],
  [
    ordered(
      `[往给向] ?([a-z0-9_$-]{1,40}(?:\\/[a-z0-9_$-]{1,40}){1,8}) ?(?:主题)?(?:上|里)?(?:发布?|推)(?:送)?(?:一?[条个])?(?:保留|retain(?:ed)?)的?消息${BREAK}(?:消息)?内容(?:是|为|就是|:)? ?([a-z0-9_.:-]{1,60})`,
    ),
    (_all, topic = '', message = '') => `往${topic}发保留消息 ${message}`,
  ],
  [
    ordered(
      `((?:凌晨|今晚|晚上|半夜|夜里)?[\\d一二三四五六七八九十两]{1,3}点(?:半|[\\d一二三四五六七八九十]{1,3}分?)?)(?:自动|定时)?重启(?:设备|机器|系统|树莓派)?${BREAK}(?:就|只)(?:今晚|今天|今夜|这)?(?:这|要)?(?:一次|一回)(?:就行|就好|就够了)?`,
    ),
    (_all, clock = '') => `${clock}重启`,
  ],
  [
    ordered(
      '(?:刚才|刚刚|之前|前面|刚)(?:排|定|设|安排|预约|计划)(?:好)?的(?:定时)?(?:关机|重启)(?:任务|计划)?(?:给我)?(?:取消|撤销|撤)(?:掉|了)?',
    ),
    () => '取消定时关机',
  ],
  // A person who is new has a home folder and bash, unless something else is said.
  [
    ordered(
      `(?:新建|创建|加|新增|添加)(?:一?个)?用户 ?([a-z_][a-z0-9_-]{0,30})(?:${BREAK}(?:要|带|需要)?有?(?:家目录|home目录|主目录)|${BREAK}(?:登录)?shell ?(?:用|是|为|设为|选)? ?(?:\\/bin\\/)?bash){1,2}`,
    ),
    (_all, name = '') => `新建用户${name}`,
  ],
  [
    ordered(
      `${PATH} ?(?:目录|文件夹)?(?:打|压|压缩)(?:成|为)(?:一?个)?(?:压缩)?包[,，]? ?(?:放|存|保存|写)(?:到|在|进) ?([~/][\\w./-]{1,120}\\.(?:tar\\.gz|tgz|tar|zip))`,
    ),
    (_all, from = '', to = '') => `把${from}打包到${to}`,
  ],
  [
    ordered(
      `${PATH} ?(?:改名|重命名)(?:成|为|叫) ?([\\w-][\\w.-]{0,80})${BREAK}(?:还|仍然?|依旧|就)?(?:放|留|待|保留|存)?在?(?:原来的?|原|同一个?|这个)(?:目录|文件夹|位置|地方)(?:里|下|不动)?`,
    ),
    (_all, path = '', name = '') => `把${path}改名成${name}`,
  ],
]

/** Puts a whole request of speech into the usual words; any other text stays as it is. */
export function usualOrder(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  for (const [pattern, usual] of ORDERS) {
    const found = pattern.exec(text)
    const said = found === null ? null : usual(...found)
    if (said !== null) return said
  }
  return text
}
