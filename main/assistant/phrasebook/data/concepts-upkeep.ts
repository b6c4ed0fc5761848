import type { ConceptEntry } from '../entry-types.ts'

/** What is kept in order on a device: its clock, its logs and caches, its power. */
export const UPKEEP_CONCEPTS: readonly ConceptEntry[] = [
  [
    'journal',
    'topic',
    'journal|systemd journal|system journal|journald|old logs|journal files',
    '旧日志|journal日志|历史日志|老日志',
  ],
  [
    'package-cache',
    'topic',
    'apt cache|package cache|apt-get clean|apt clean|downloaded packages|package archives|apt archives',
    'apt缓存|软件包缓存|安装包缓存|apt的缓存|包缓存|下载的安装包|软件源缓存|apt 缓存',
  ],
  [
    'time-sync',
    'topic',
    'automatic time|time sync|time synchronisation|time synchronization|ntp sync|network time|automatic time sync',
    '自动校时|网络校时|自动对时|网络时间|自动同步时间|时间自动同步|ntp同步|ntp对时',
  ],
  ['power-cut', 'topic', 'power cut|power outage|power loss|power failure|lost power', '断电|停电|掉电|断过电|停过电'],
]
