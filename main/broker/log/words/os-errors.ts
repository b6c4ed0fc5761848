/** What the operating system said, whatever the system and its language. */
export type OsError =
  | 'address-in-use'
  | 'address-unknown'
  | 'family'
  | 'permission'
  | 'missing'
  | 'directory'
  | 'read-only'
  | 'disk-full'
  | 'disk-errors'
  | 'too-many-files'
  | 'memory'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'reset'
  | 'lookup'
  | 'link'

/** Words of glibc, musl, BSD and Windows in English, Chinese and some more, and the numbers of Windows' sockets. */
const WORDS: Readonly<Record<OsError, readonly string[]>> = {
  'address-in-use': [
    'Normalerweise darf jede Socketadresse (Protokoll, Netzwerkadresse oder Anschluss) nur jeweils einmal verwendet werden',
    'Une seule utilisation de chaque adresse de socket (protocole/adresse réseau/port) est habituellement autorisée',
    'Solo se permite un uso de cada dirección de socket (protocolo/dirección de red/puerto)',
    'Address already in use',
    'Address in use',
    'Only one usage of each socket address (protocol/network address/port) is normally permitted',
    '通常每个套接字地址(协议/网络地址/端口)只允许使用一次',
    '一次只能用一個通訊端位址 (通訊協定/網路位址/連接埠)',
    '地址已在使用',
    '地址已被使用',
    '98',
    '10048',
    'WSAEADDRINUSE',
  ],
  'address-unknown': [
    'Cannot assign requested address',
    "Can't assign requested address",
    'Address not available',
    'The requested address is not valid in its context',
    '在其上下文中,该请求的地址无效',
    '要求的位址不正確',
    '无法指定被请求的地址',
    '99',
    '10049',
    'WSAEADDRNOTAVAIL',
  ],
  family: [
    'Address family not supported by protocol',
    'Address family not supported by protocol family',
    'Address family not supported',
    'An address incompatible with the requested protocol was used',
    '使用了与请求的协议不兼容的地址',
    '协议不支持的地址族',
    '10047',
    'WSAEAFNOSUPPORT',
  ],
  permission: [
    'Der Zugriff auf einen Socket war aufgrund der Zugriffsrechte des Sockets unzulässig',
    'Zugriff verweigert',
    'Accès refusé',
    'Acceso denegado',
    'Permission denied',
    'Operation not permitted',
    'Access is denied',
    'Access denied',
    'An attempt was made to access a socket in a way forbidden by its access permissions',
    '以一种访问权限不允许的方式做了一个访问套接字的尝试',
    '嘗試存取通訊端被拒絕,因為存取權限不足',
    '存取被拒',
    '拒绝访问',
    '权限不够',
    '不允许的操作',
    '13',
    '10013',
    'WSAEACCES',
  ],
  missing: [
    'Das System kann die angegebene Datei nicht finden',
    'Das System kann den angegebenen Pfad nicht finden',
    'Le fichier spécifié est introuvable',
    'El sistema no puede encontrar el archivo especificado',
    'No such file or directory',
    'The system cannot find the file specified',
    'The system cannot find the path specified',
    'The specified module could not be found',
    '系统找不到指定的文件',
    '系統找不到指定的檔案',
    '系統找不到指定的路徑',
    '找不到指定的模組',
    '系统找不到指定的路径',
    '找不到指定的模块',
    '没有那个文件或目录',
  ],
  directory: ['Is a directory', '是一个目录', 'Not a directory', '不是目录'],
  'read-only': [
    'Read-only file system',
    'attempt to write a readonly database',
    'The media is write protected',
    '只读文件系统',
    '介质受写入保护',
    '媒体受写入保护',
  ],
  'disk-full': [
    'No space left on device',
    'Disk quota exceeded',
    'Quota exceeded',
    'database or disk is full',
    'There is not enough space on the disk',
    '磁盘空间不足',
    '设备上没有空间',
    '超出磁盘限额',
  ],
  'disk-errors': [
    'Input/output error',
    'I/O error',
    'disk I/O error',
    'Structure needs cleaning',
    'The request could not be performed because of an I/O device error',
    '输入/输出错误',
    '由于 I/O 设备错误,无法运行此项请求',
  ],
  'too-many-files': [
    'Too many open files',
    'Too many open files in system',
    'No file descriptors available',
    'Too many open sockets',
    '打开的文件过多',
    '打开的文件太多',
    '10024',
    'WSAEMFILE',
  ],
  memory: [
    'Cannot allocate memory',
    'Out of memory',
    'Not enough storage is available to process this command',
    'Not enough memory resources are available to process this command',
    '无法分配内存',
    '没有足够的存储空间来处理此命令',
    '内存资源不足,无法处理此命令',
    '内存不足',
    'Memory allocation failure',
  ],
  refused: [
    'Connection refused',
    'No connection could be made because the target machine actively refused it',
    '由于目标计算机积极拒绝,无法连接',
    '無法連線,因為目標電腦拒絕連線',
    '拒绝连接',
    '连接被拒绝',
    '10061',
    'WSAECONNREFUSED',
  ],
  timeout: [
    'Connection timed out',
    'Operation timed out',
    'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond',
    '由于连接方在一段时间后没有正确答复或连接的主机没有反应,连接尝试失败',
    '连接超时',
    '10060',
    'WSAETIMEDOUT',
  ],
  unreachable: [
    'No route to host',
    'Host is unreachable',
    'Host is down',
    'Network is unreachable',
    'Network unreachable',
    'Network is down',
    'A socket operation was attempted to an unreachable network',
    'A socket operation was attempted to an unreachable host',
    '向一个无法连接的网络尝试了一个套接字操作',
    '套接字操作尝试一个无法连接的主机',
    '没有到主机的路由',
    '网络不可达',
    '10051',
    '10065',
  ],
  reset: [
    'Connection reset by peer',
    'Connection reset by network',
    'Connection aborted',
    'Software caused connection abort',
    'Broken pipe',
    'Transport endpoint is not connected',
    'Socket not connected',
    'Socket is not connected',
    'An existing connection was forcibly closed by the remote host',
    'An established connection was aborted by the software in your host machine',
    '远程主机强迫关闭了一个现有的连接',
    '遠端主機已強制關閉一個現存的連線',
    '你的主机中的软件中止了一个已建立的连接',
    '您的主机中的软件中止了一个已建立的连接',
    '连接被对方重置',
    '断开的管道',
    '10053',
    '10054',
  ],
  lookup: [
    'Name or service not known',
    'Temporary failure in name resolution',
    'No address associated with hostname',
    'Non-recoverable failure in name resolution',
    'nodename nor servname provided, or not known',
    'Name does not resolve',
    'Name has no usable address',
    'Try again',
    'Unrecoverable error',
    'No such host is known',
    'This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server',
    'The requested name is valid, but no data of the requested type was found',
    'A non-recoverable error occurred during a database lookup',
    'DNS Lookup failed',
    'Lookup error',
    '不知道这样的主机',
    '無法識別這台主機',
    '这是在主机名解析时通常出现的暂时错误,它意味着本地服务器没有从权威服务器上收到响应',
    '请求的名称有效,但是找不到请求的类型的数据',
    '未知的名称或服务',
    '域名解析暂时失败',
    '11001',
    '11002',
    '11004',
  ],
  link: ['Too many levels of symbolic links', 'Symbolic link loop', 'Too many symbolic links', '符号连接的层数过多'],
}

const ERRORS = new Map<string, OsError>()
for (const [error, words] of Object.entries(WORDS) as [OsError, readonly string[]][]) {
  for (const text of words) ERRORS.set(plain(text), error)
}

/** Names the error that a text of the system, and nothing else, states; null for other texts. */
export function osErrorOf(text: string): OsError | null {
  return ERRORS.get(plain(text)) ?? null
}

/** True for words that only Windows has. */
export function isWordOfWindows(text: string): boolean {
  return WINDOWS.has(plain(text)) || /^(?:1\d{4}|wsae[a-z]+)$/.test(plain(text))
}

const WINDOWS = new Set(
  [
    'Normalerweise darf jede Socketadresse (Protokoll, Netzwerkadresse oder Anschluss) nur jeweils einmal verwendet werden',
    'Une seule utilisation de chaque adresse de socket (protocole/adresse réseau/port) est habituellement autorisée',
    'Solo se permite un uso de cada dirección de socket (protocolo/dirección de red/puerto)',
    'Zugriff verweigert',
    'Accès refusé',
    'Acceso denegado',
    'Das System kann die angegebene Datei nicht finden',
    'Le fichier spécifié est introuvable',
    'El sistema no puede encontrar el archivo especificado',
    'Only one usage of each socket address (protocol/network address/port) is normally permitted',
    '通常每个套接字地址(协议/网络地址/端口)只允许使用一次',
    'The requested address is not valid in its context',
    '在其上下文中,该请求的地址无效',
    'An attempt was made to access a socket in a way forbidden by its access permissions',
    '以一种访问权限不允许的方式做了一个访问套接字的尝试',
    'Access is denied',
    '拒绝访问',
    'The system cannot find the file specified',
    '系统找不到指定的文件',
    'The specified module could not be found',
    '找不到指定的模块',
  ].map(plain),
)

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[.。]$/, '')
}
