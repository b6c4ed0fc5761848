type Lines = readonly (readonly [id: string, words: string])[]

/** Words for what a list shows that are no concept elsewhere. */
export const SHOWN_WORDS: Lines = [
  ['command', '(?:启动)?命令行?|\\bcommands?(?: lines?)?\\b'],
  ['source', '来源|\\bsources?\\b'],
  ['protocol', '协议|\\bprotocols?\\b'],
  ['maker', '厂商|制造商|\\b(?:vendors?|makers?)\\b'],
  ['hidden', '隐藏的?(?=文件)|\\bhidden\\b'],
  ['next-run', '(?:下一?次)?(?:触发|执行|运行)的?时间|\\bnext runs?\\b'],
  ['time', '创建时间|修改时间|启动时间'],
  ['span', '时长|\\bdurations?\\b'],
  ['home', '家目录|主目录|\\bhome (?:folders?|directories)\\b'],
  ['shell', '(?:登录)?shells?\\b'],
  ['port', '端口映射|映射的?端口'],
  ['container-image', '镜像名?称?|\\bimages?\\b'],
]

/** How a command does something, by the whole clause that asks for it. */
export const MANNERS: Lines = [
  [
    'once',
    '(?:就|只)(?:今晚|今天|今夜)?(?:这|要)?(?:一次|一回)(?:就行|就好|就够了)?|just once|only once|only this once',
  ],
  ['table', '(?:打|列|出|做)(?:成|出|印)?(?:一?张|一?个)?(?:表格?|清单)|(?:按大小)?(?:排个?序|从大到小排)'],
  [
    'same-folder',
    '(?:还|仍然?|依旧|就)?(?:放|留|待|保留|存)?在?(?:原来的?|原|同一个?|这个)(?:目录|文件夹|位置|地方)(?:里|下|不动)?',
  ],
  ['home', '(?:要|带|需要)?有?(?:家目录|home目录|主目录)|with a home folder'],
  ['bash', '(?:登录)?shell ?(?:用|是|为|设为|选)? ?(?:/bin/)?bash|with bash(?: as (?:the )?shell)?'],
  ['bak', '(?:后缀)?(?:加|用|带)(?:上|个)? ?\\.bak(?:后缀)?'],
]

/** Intents with the concepts that their command shows, and how it does what it does, in any case. */
export const GIVEN: Lines = [
  [
    'processes|top-cpu|top-memory|user-processes',
    'process pid usage name command users user time boot-time cpu memory',
  ],
  ['find-process|pid-info', 'process pid name command'],
  ['last-logins|user-logins|logins-days|logged-in-users|failed-logins', 'source ip login time users user port'],
  ['last-logins|user-logins|logins-days', 'span'],
  ['open-ports|listening-programs|connections', 'protocol ip port status'],
  ['listening-programs', 'process pid name'],
  ['scheduled-jobs', 'next-run name time'],
  ['large-files|largest-files-of|large-logs|biggest-folders|files-by-size', 'size file folder name table'],
  ['containers|all-containers', 'status container-image port time name container'],
  ['container-usage', 'usage cpu memory name container'],
  ['container-images', 'size name time container-image'],
  ['block-devices', 'mount folder space size name'],
  ['disk-space', 'mount folder space size usage free name'],
  ['mounts', 'mount folder file-system-type name'],
  ['list-folder', 'hidden file files size time file-details users name'],
  ['usb-devices|pci-devices', 'maker type name'],
  ['wifi-scan|wifi', 'wifi name'],
  ['wifi-scan', 'wifi-channel mac'],
  ['memory', 'memory usage free space size'],
  ['routes', 'route interface'],
  ['ip-addresses|mac-addresses|neighbours', 'interface status name'],
  ['ip-addresses|neighbours', 'ip'],
  ['mac-addresses|neighbours', 'mac'],
  ['user-accounts|ordinary-users', 'home shell name users user'],
  ['services|failed-services', 'status name service'],
  ['gpio', 'table status'],
  ['reboot-at|shutdown-at|reboot-later|shutdown-later', 'once'],
  ['user-create', 'home bash'],
  ['rename-file|backup-file|backup-config', 'same-folder'],
  ['backup-file|backup-config', 'bak'],
]

/** Concepts of deeds that a change leaves undone, so that they may be forbidden beside it; a look leaves all undone. */
export const SPARED: Lines = [
  ['service-stop|service-restart|service-reload|service-disable', 'delete uninstall disable config'],
  ['service-stop', 'start restart'],
  ['service-enable|service-disable', 'start stop restart interrupt config'],
  ['service-reload', 'stop restart interrupt set edit'],
  ['container-stop|container-start|container-restart', 'delete uninstall config'],
  ['package-remove', 'config'],
  ['refresh-package-lists', 'install update restart'],
  ['empty-file', 'delete uninstall'],
  ['copy-file|backup-file|backup-config|pack-files|unpack-files|send-file', 'delete uninstall set edit move'],
  [
    'make-executable|make-not-executable|set-mode|set-owner|set-mode-of-folder|set-owner-of-folder',
    'delete start edit',
  ],
  ['user-lock', 'delete'],
]
