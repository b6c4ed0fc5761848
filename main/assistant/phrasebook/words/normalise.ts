import { toSimplified } from './traditional.ts'

/** Words of Taiwan and Hong Kong (simplified) with those of the lexicon; the same length, so that positions stay. */
const WORDS: readonly (readonly [RegExp, string])[] = (
  [
    ['(?<![执运进并可])行程(?![序式度])', '进程'],
    ['资料夹', '文件夹'],
    ['档案', '文件'],
    ['搜寻', '搜索'],
    ['执行中', '运行中'],
    ['伺服器', '服务器'],
    ['位址', '地址'],
    ['硬碟', '硬盘'],
    ['磁碟', '磁盘'],
    ['程式', '程序'],
    ['网路', '网络'],
    ['登入', '登录'],
    ['运作', '运行'],
    ['纪录', '记录'],
    ['装置', '设备'],
    ['预设', '默认'],
    ['摄影机', '摄像头'],
    ['侦测', '检测'],
    ['讯号', '信号'],
    ['闸道', '网关'],
    ['用户端', '客户端'],
    ['(?<=[活跑开连接插挂看用占听等睡站])著', '着'],
    ['(?<=网络)介面', '接口'],
    ['介面', '界面'],
    ['(?<=[高低])电位', '电平'],
    // Nouns as they are mistyped by sound or shape; a verb is left as it is, because it decides what is done.
    ['磁片|词盘|磁盆', '磁盘'],
    ['硬盆', '硬盘'],
    ['内村|内纯|内寸', '内存'],
    ['温渡|文度', '温度'],
    ['地止|地扯|帝址', '地址'],
    ['服物|福务', '服务'],
    ['负栽|付载', '负载'],
    ['断口|端囗', '端口'],
    ['日制|日至|日只', '日志'],
    ['(?<=使用|占用|利用)[律绿虑]', '率'],
    ['剩[鱼于馀]', '剩余'],
    ['还省(?=多少|几|下|余)', '还剩'],
    ['电[牙鸭](?=多少|够|稳|正|低|高|不|是)', '电压'],
    ['频[律绿]', '频率'],
    ['负[在宰](?=多少|高|咋|怎|是|大)', '负载'],
    ['进[成城乘](?=占|列|有|数|在|吃)', '进程'],
    ['镜向', '镜像'],
    ['摄[象相]头', '摄像头'],
    ['树[梅霉]派|树莓牌', '树莓派'],
    ['[兰篮]牙|蓝呀', '蓝牙'],
    ['路油', '路由'],
    ['网[官管](?=地址|通|ip|是多|是哪)', '网关'],
    ['防火强', '防火墙'],
    ['目绿', '目录'],
    ['文件加(?=里|下|有|占|多|是)', '文件夹'],
    ['网落|往络', '网络'],
    ['空问', '空间'],
    ['状太|壮态', '状态'],
    ['容其', '容器'],
  ] as const
).map(([from, to]) => [new RegExp(from, 'gu'), to])
const ANY_WORD = new RegExp(WORDS.map(([{ source }]) => source).join('|'), 'u')

export interface NormalisedText {
  /** NFKC, as typed otherwise: slots take their values from here. */
  readonly original: string
  /** Lower case and simplified, with the same length as `original`. */
  readonly folded: string
}

/** "shut the device down": brought together, with the same letters. */
const SPLIT_VERB =
  /\b(shut|power|turn|switch|bring|fire|take|clean|spin|start) ((?:[\w.-]+ ){1,4}?)(up to date|down|off|up)\b/giu

/** "turn the wifi on": 开, where "on" is the last word or a time follows it. */
const SWITCHED_ON = /\b(turn|switch) ((?:the )?[\w.-]+) on(?=[.!?]*$| again\b| for \d)/giu

/** 2.4G 还是 5G: which band of the Wi-Fi. 4G 信号: of the mobile network; both would be sizes. */
const BAND = /2\.4 ?g(?:hz)? ?的?还是 ?5(?:\.\d)? ?g(?:hz)?|5(?:\.\d)? ?g(?:hz)? ?的?还是 ?2\.4 ?g(?:hz)?/giu
const MOBILE = /(?<![a-z0-9.])(?:4g|lte) ?(?=信号|模块|模组|网络|网卡|上网|联网|卡)/giu

/** wont, doesnt: written without the apostrophe that the lexicon has. */
const CONTRACTION = /\b(do|does|did|is|are|was|were|ca|wo|would|could|should|has|have|had)nt\b/giu

/** 降过频, 欠过压: the verb and its object, brought together. */
const PARTED_VERB = /([降欠断停掉丢死关开])过([频压电线包机])|(?<=[对校])(?:一下|下|个)(?=时(?!间))/gu

/** Words of speech as they are written; the rest of the lexicon then holds one form. */
const WRITTEN: Readonly<Record<string, string>> = { 啥: '什么', 咋: '怎么', 里头: '里面', 哪儿: '哪里', 甭: '不用' }
const SPOKEN = new RegExp(Object.keys(WRITTEN).join('|'), 'gu')

/** 更新一下软件包列表: the verb and its object, brought together; 一下午 and 下面 are other words. */
const SOFTENED_VERB =
  /(?<=更新|升级|刷新|同步|重启|停止|启动|安装|清理|查看|检查|测试|检测)(?:一下|一遍|一次|下)(?=[a-z\p{Script=Han}])(?![面列载次午级子行])/giu

/** 开机别启动nginx: what is forbidden is that it starts with the device. */
const BOOT_NOT =
  /(?:开机|上电)(?:的时候|时|后)?(?:就)?(?:别|不要|不用)(?:再)?(?:自动|自己)?(?:启动|起来|运行|跑起来|拉起)/gu

/** 只要前五个: says how many, and is no condition. */
const ONLY_SO_MANY =
  /只要(?=(?:前|后|最后|最近|最新)(?:[一二两三四五六七八九十]|\d))|(?<=[^,，] ?)只要(?=(?:错误|报错|警告)的?[。!]?$)/gu

/** 不太够了: not enough. */
const NOT_QUITE = /不(?:太|怎么|大)(?=够|行|稳)/gu
/** docker restart web: the container, and not the service. */
const OF_DOCKER = /^(?:sudo )?docker (restart|stop) (?=[a-z0-9][\w.-]*$)/iu
/** 亚洲/台北: the place says it. */
const CONTINENT = /[亚亞]洲\/(?=\p{Script=Han})/gu
/** docker ps -a: all of them, where an option of a look is left out. */
const STOPPED_TOO = /docker (?:ps|container ls|container list|containers) (?:-a|--all|-aq)(?![a-z])/giu

/** 能上网不能, 有网没有: asks whether. */
const SPLIT_WHETHER = /([能会是有])([^,，。;；不没]{1,8})[不没]\1(?=[啊呀呢?？。]*$)/gu

/** 清一清, 停一停: said twice to be soft. */
const DOUBLED_VERB = /([看查停清搜扫测试读问找列翻数改换装删关开动跑校对理])一\1/gu
/** 启没启动, 正不正常, 正常不正常: whether it is so, of words with two characters. */
const WHETHER =
  /([启运正稳同连安识开打关重存可健成生升更占监加挂插联上掉超降欠过报卡响])[不没](?=\1[动行常定步上接装别启开闭在用康功效机级新听载好网线频压热错顿应])/gu
const WHETHER_WHOLE =
  /(正常|稳定|运行|启动|同步|健康|在线|成功|可用|安装|连接|存在|开启|打开|更新|生效)[不没](?=\1)\1/gu

/** 是否已经安装: whether it is so now. */
const WHETHER_YET = /(?<=是否)(?:已经|已)(?=\p{Script=Han})/gu

const LATIN = /[a-z]/iu
export const CJK = /[\p{Script=Han}]/u

/** Brings a request into one form; both strings have the same length, so that a position is valid in both. */
export function normalise(text: string): NormalisedText {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\u3000]+/gu, ' ')
    .replace(/[’‘]/gu, "'")
    .trim()
    .replace(/。$/u, '')
  const latin = LATIN.test(typed) ? usualLatin(typed) : typed
  if (!CJK.test(latin)) return { original: latin, folded: fold(latin) }
  const original = usualChinese(latin)
  const folded = fold(original)
  return { original, folded: ANY_WORD.test(folded) ? usualWords(folded) : folded }
}

function usualLatin(text: string): string {
  return text
    .replace(
      SPLIT_VERB,
      (_all, verb: string, object: string, particle: string) => `${verb} ${particle} ${object.trimEnd()}`,
    )
    .replace(SWITCHED_ON, '$1 on $2')
    .replace(CONTRACTION, "$1n't")
    .replace(STOPPED_TOO, 'all containers')
    .replace(OF_DOCKER, '$1 container ')
}

function usualChinese(text: string): string {
  return text
    .replace(BAND, '哪个频段')
    .replace(MOBILE, '蜂窝')
    .replace(PARTED_VERB, (_all, verb?: string, object?: string) => (verb === undefined ? '' : `${verb}${object}过`))
    .replace(SOFTENED_VERB, '')
    .replace(BOOT_NOT, '别开机启动')
    .replace(DOUBLED_VERB, '$1')
    .replace(SPLIT_WHETHER, '$1$2吗')
    .replace(WHETHER_WHOLE, '是否$1')
    .replace(WHETHER, '是否')
    .replace(WHETHER_YET, '')
    .replace(SPOKEN, (word) => WRITTEN[word] ?? word)
    .replace(ONLY_SO_MANY, '只看')
    .replace(NOT_QUITE, '不')
    .replace(CONTINENT, '')
}

function usualWords(folded: string): string {
  return WORDS.reduce((text, [word, usual]) => text.replace(word, usual), folded)
}

/** Lower case and simplified, with the same length: enough for text that stands in usual words. */
export function fold(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text) {
    const lower = character.toLowerCase()
    folded += toSimplified(lower.length === character.length ? lower : character)
  }
  return folded
}

const WORD_CHARACTER = /[a-z0-9_]/u
const INNER_MARK = /[-.@]/u

/** True where a form that begins or ends with a Latin letter may begin or end, as no letter goes on beside it. */
export function isWordBoundary(text: string, position: number): boolean {
  const isWord = (index: number) => WORD_CHARACTER.test(text[index] ?? '')
  const isInner = (index: number) => INNER_MARK.test(text[index] ?? '') && isWord(index - 1) && isWord(index + 1)
  const joins = (index: number) => isWord(index) || isInner(index)
  return !joins(position - 1) || !joins(position)
}
