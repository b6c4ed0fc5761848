import type { SlotPattern } from './slot-patterns.ts'

/** Words that are looked for in files and logs. */
export const TEXT_PATTERNS: readonly SlotPattern[] = [
  {
    pattern:
      /\b(?:search|grep|look|check|scan)(?: through| in)? (?:the |my )?(?:[a-z0-9_-]+ )?(?:logs?|journal|syslog) for (?:the )?(?:word |text |string )?(?!(?:errors?|warnings?|problems?|issues|any|more)\b)([a-z0-9_.-]{2,})/dgu,
    read: (typed) => ({ text: typed }),
  },
  {
    pattern:
      /\b(?:logs?|journal|syslog)(?: lines| entries| messages)? (?:with|containing|mentioning|about) (?:the )?(?:word |text |string )?(?!(?:errors?|warnings?|problems?|issues|the)\b)([a-z0-9_.-]{2,})/dgu,
    read: (typed) => ({ text: typed }),
  },
  {
    pattern:
      /(?<!内核)(?:日志|syslog|journal) ?(?:里面|里|中|内)?(?:有没有|是否有|有无|搜索|搜一下|搜下|搜|查找|查一下|找一下|找|包含|出现过?)(?:关于|包含|含有|含)? ?(?!(?:errors?|warnings?|oom)(?![a-z]))([a-z0-9_.-]{2,})(?![a-z0-9_.-]| ?的)/dgu,
    read: (typed) => ({ text: typed }),
  },
  {
    pattern: /日志(?:里面|里|中|内)?的 ?(?!(?:errors?|warnings?|oom)(?![a-z]))([a-z0-9_.-]{2,})$/dgu,
    read: (typed) => ({ text: typed }),
    onlyWith: /搜|查找|^找|grep|过滤/u,
  },
  {
    pattern:
      /(?:\bsearch(?:ing)?(?: for)?|grep(?: for)?(?: -[a-z]{1,10}){0,4}|contain(?:s|ing)?|mention(?:s|ing)?|含有|包含|含|搜索一下|搜索下|搜索|搜一下|搜下|搜|检索|关键字|关键词|字符串|出现|提到了?|提及了?|\bword|\bstring|\btext|\bpattern|\bkeyword|\b(?:find|look for|looking for)(?= [a-z0-9_.-]+ in \/)) ?(?:the |了|关键字|关键词|字符串)?(?:word |string |text |keyword |pattern |lines? (?:with|containing) )?(?!(?:wi-?fi|wlan|bluetooth|in|all|the|for|any|every|files?|folders?|lines?|my|a|an|logs?|which|where|out|me|of|on|word|string|text|keyword|pattern|some|big|large|biggest|largest|named|called|process|processes|service|services|log|logs|folder|directory|directories)\b)(?<![a-z])([a-z0-9_.@-]+)/dgu,
    read: (typed) => ({ text: typed, file: typed, process: typed }),
    onlyWith: /\/|\\|包含|含有|contain|mention|grep|搜/u,
  },
  {
    pattern:
      /(?:(?<![a-z0-9_./-])\/[a-z0-9_./-]* ?(?:文件|目录)?(?:里|中|下|里面|下面|中的)?(?:(?:哪个|哪些|有哪些|什么)文件(?:里面|里|中)?(?:有|含有|包含|出现|提到)了?|有没有|是否有|包含|出现|含有|搜索|查找|找|搜)(?:一下|下)?) ?([a-z0-9_.@=-]{2,})/dgu,
    read: (typed) => ({ text: typed }),
  },
  {
    pattern: /(?:查找|搜索|找|搜) ?\/[a-z0-9_./-]* ?(?:文件)?(?:里面?|中|内)的?([a-z0-9_.@-]{2,})/dgu,
    read: (typed) => ({ text: typed }),
  },
  {
    pattern:
      /\b(?:any|is there an?) (?!(?:errors?|warnings?|files?|folders?|logs?|space|more|new|big|large|problems?|other)\b)([a-z0-9_.-]{3,})(?= (?:(?:lines|messages|entries) )?in \/)/dgu,
    read: (typed) => ({ text: typed }),
  },
  {
    pattern: /(?<![a-z0-9_./-])\/[a-z0-9_./-]* for (?:the |word |string |text ){0,4}([a-z0-9_.@-]+)/dgu,
    read: (typed) => ({ text: typed }),
    onlyWith: /search|grep|look/u,
  },
]
