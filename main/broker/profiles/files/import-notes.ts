import type { LocalizedText } from '../../../../preload/contract/models/text.ts'

/** What an import says of a connection that it took over, or did not. No value of the file stands in it. */
export const NOTES = {
  key: {
    en: 'The private key is no PEM text: load it again.',
    zh: '私钥不是 PEM 文本：请重新导入。',
  },
  certificate: {
    en: 'A certificate in the file cannot be read: load it again.',
    zh: '文件里的一张证书无法读取：请重新导入。',
  },
  noUser: {
    en: 'The file holds a password or a token, but no user name: enter the user name. It was not made anonymous.',
    zh: '文件里有密码或令牌，但没有用户名：请填写用户名。没有改成匿名连接。',
  },
  noPassword: {
    en: 'The file holds a user name, but no password: enter the password.',
    zh: '文件里有用户名，但没有密码：请填写密码。',
  },
  tlsByPort: {
    en: 'The file does not mention TLS, but the port is one of MQTT with TLS, so TLS was chosen. Change it if the port is plain.',
    zh: '文件没有提到 TLS，但端口是带 TLS 的 MQTT 端口，因此选择了 TLS。若该端口不加密，请自行修改。',
  },
  hostsTaken: {
    en: 'The file names several hosts for this connection; all were imported, and are tried in their order.',
    zh: '文件为这个连接写了多个主机，已全部导入，并按顺序尝试。',
  },
  otherHosts: {
    en: 'The file names several hosts for this connection; not all were imported.',
    zh: '文件为这个连接写了多个主机，没有全部导入。',
  },
  trimmedHost: {
    en: 'A comma or a quote behind the host was left out.',
    zh: '去掉了主机后面的逗号或引号。',
  },
  otherPort: {
    en: 'The address holds another port than the setting of its own; that of the address was imported.',
    zh: '地址里的端口与单独设置的端口不同，导入的是地址里的端口。',
  },
  otherLogin: {
    en: 'The address holds another user name than the setting of its own; that of the setting was imported, with its password.',
    zh: '地址里的用户名与单独设置的不同，导入的是单独设置的用户名和密码。',
  },
  otherPassword: {
    en: 'The address holds another password than the setting of its own; that of the setting was imported.',
    zh: '地址里的密码与单独设置的不同，导入的是单独设置的密码。',
  },
  queryDropped: {
    en: 'What stands behind the address (a path, parameters) was not imported.',
    zh: '地址后面的内容（路径、参数）没有导入。',
  },
} as const satisfies Record<string, LocalizedText>

/** Why a connection was not imported. */
export const REFUSALS = {
  noHost: { en: 'It has no host.', zh: '没有主机。' },
  host: { en: 'Its host is no name and no address.', zh: '主机既不是主机名也不是地址。' },
  scheme: {
    en: 'Its address has a scheme that is not one of MQTT (mqtt, mqtts, ws, wss and their kin).',
    zh: '地址的协议头不是 MQTT 的（mqtt、mqtts、ws、wss 等）。',
  },
  noPort: { en: 'It has no port.', zh: '没有端口。' },
  port: { en: 'Its port is not a number from 1 to 65535.', zh: '端口不是 1 到 65535 之间的数字。' },
  username: {
    en: 'Its user name holds control characters or is longer than 256.',
    zh: '用户名含有控制字符，或超过 256 个字符。',
  },
  password: { en: 'Its password is longer than 4096 characters.', zh: '密码超过 4096 个字符。' },
  path: { en: 'Its WebSocket path cannot be used.', zh: 'WebSocket 路径不可用。' },
  certificate: { en: 'A certificate or key of it is too large.', zh: '证书或私钥过大。' },
  newer: {
    en: 'It holds fields that this version does not know: it may be from a newer version.',
    zh: '含有这个版本不认识的字段，可能来自更新的版本。',
  },
  kind: { en: 'It is no MQTT connection.', zh: '它不是 MQTT 连接。' },
  other: { en: 'A value of it cannot be used.', zh: '有一个值不可用。' },
} as const satisfies Record<string, LocalizedText>

/** Names of settings made safe to show: a file may hold anything. */
function shown(names: readonly string[]): string {
  const safe = names.map((name) => name.replace(/[^\p{L}\p{N}_.\-$]/gu, '?').slice(0, 64) || '?')
  return safe.length > 12 ? `${safe.slice(0, 12).join(', ')} …` : safe.join(', ')
}

export function filesNote(names: readonly string[]): LocalizedText {
  return {
    en: `Certificate files are kept as paths by that program (${shown(names)}): load the CA, certificate and key again.`,
    zh: `那个程序只保存了证书文件的路径（${shown(names)}）：请重新导入 CA、证书和私钥。`,
  }
}

export function unverifiedNote(names: readonly string[]): LocalizedText {
  return {
    en: `That program did not verify the certificate of the broker (${shown(names)}). Waypost always does: load its CA or pin its certificate.`,
    zh: `那个程序没有验证 Broker 的证书（${shown(names)}）。Waypost 总会验证：请导入 CA 或固定它的证书。`,
  }
}

export function secretElsewhereNote(names: readonly string[]): LocalizedText {
  return {
    en: `The login is kept in another file or as a token, which is not read (${shown(names)}): enter the password.`,
    zh: `登录信息保存在另一个文件里或是令牌，没有读取（${shown(names)}）：请填写密码。`,
  }
}

export function tlsByHintNote(names: readonly string[]): LocalizedText {
  return {
    en: `The file names certificates or settings of TLS (${shown(names)}), so TLS was chosen.`,
    zh: `文件里有证书或 TLS 设置（${shown(names)}），因此选择了 TLS。`,
  }
}

export function tlsUnusedNote(names: readonly string[]): LocalizedText {
  return {
    en: `TLS is switched off in the file, so that its certificates were not imported: ${shown(names)}.`,
    zh: `文件里关闭了 TLS，因此没有导入其中的证书：${shown(names)}。`,
  }
}

export function keepaliveNote(name: string): LocalizedText {
  return {
    en: `The keepalive of the file (${shown([name])}) is outside what Waypost allows; its own was kept.`,
    zh: `文件里的保活间隔（${shown([name])}）超出 Waypost 的允许范围，保留了默认值。`,
  }
}

export function protocolNote(name: string): LocalizedText {
  return {
    en: `The protocol that the file names (${shown([name])}) is not known here; TCP was chosen.`,
    zh: `文件里写的协议（${shown([name])}）不认识，选择了 TCP。`,
  }
}

/** A login or other settings of MQTT, without the host that they are for. */
export function hostlessNote(names: readonly string[]): LocalizedText {
  return {
    en: `The file holds settings of MQTT (${shown(names)}), but no host or address of a broker: enter the connection by hand.`,
    zh: `文件里有 MQTT 设置（${shown(names)}），但没有 Broker 的主机或地址：请手动填写连接。`,
  }
}

/** The client id of a program that may still run. */
export function clientIdNote(name: string): LocalizedText {
  return {
    en: `The client id of that program (${shown([name])}) was not imported, because two clients with one id push each other off. If the broker allows no other id, enter it as "Fixed client id".`,
    zh: `没有导入那个程序的客户端 ID（${shown([name])}），因为两个客户端使用同一 ID 会互相挤下线。如果 Broker 只允许这个 ID，请填写“固定客户端 ID”。`,
  }
}

/** TLS by a shared secret instead of certificates. */
export function pskNote(names: readonly string[]): LocalizedText {
  return {
    en: `That program logs in by a pre-shared key of TLS (${shown(names)}), which Waypost cannot: it needs a listener with certificates. The key was not imported.`,
    zh: `那个程序用 TLS 预共享密钥登录（${shown(names)}），Waypost 不支持：需要使用证书的监听端口。没有导入这个密钥。`,
  }
}

/** A proxy that a connection here cannot keep. */
export function unusedProxyNote(names: readonly string[]): LocalizedText {
  return {
    en: `The proxy of the file (${shown(names)}) was not imported: enter it as http://host:port or socks5://host:port, without a login.`,
    zh: `没有导入文件里的代理（${shown(names)}）：请以 http://主机:端口 或 socks5://主机:端口 的形式填写，不带登录信息。`,
  }
}

export function unusedNote(names: readonly string[]): LocalizedText {
  return {
    en: `Not imported, because a connection here has no such field: ${shown(names)}.`,
    zh: `没有导入（这里的连接没有对应的字段）：${shown(names)}。`,
  }
}

/** A value that refers to variables of another place. */
export function missingNote(name: string, variables: readonly string[]): LocalizedText {
  return {
    en: `${shown([name])} needs variables that are not in this file: ${shown(variables)}.`,
    zh: `${shown([name])} 用到了文件里没有的变量：${shown(variables)}。`,
  }
}

/** A value that refers to variables which the file sets only behind it. */
export function laterNote(name: string, variables: readonly string[]): LocalizedText {
  return {
    en: `${shown([name])} uses variables that the file sets further below, where they count for nothing yet: ${shown(variables)}. Move their lines up.`,
    zh: `${shown([name])} 用到的变量在文件更靠后的位置才设置，此处还没有值：${shown(variables)}。请把它们移到前面。`,
  }
}

/** A value that looks like a comment, and is none for python-dotenv. */
export function hashNote(name: string): LocalizedText {
  return {
    en: `${shown([name])} begins with # directly behind the equal sign: that is its value, not a comment. Check it.`,
    zh: `${shown([name])} 的等号后面直接是 #：这是它的值，不是注释。请核对。`,
  }
}

/** A setting on a line whose form is broken. */
export function unreadNote(name: string): LocalizedText {
  return {
    en: `${shown([name])} stands on a line that could not be read (an open quote?): enter it by hand.`,
    zh: `${shown([name])} 所在的行无法读取（引号没有闭合？）：请手动填写。`,
  }
}

/** A default of the file, which variables of another place may replace. */
export function defaultNote(name: string, variables: readonly string[]): LocalizedText {
  return {
    en: `${shown([name])} is a default of the file; ${shown(variables)} may replace it elsewhere: check it.`,
    zh: `${shown([name])} 取的是文件里的默认值；别处的 ${shown(variables)} 可能会替换它：请核对。`,
  }
}

/** A login that may be of another program. */
export function unclearNote(name: string): LocalizedText {
  return {
    en: `${shown([name])} does not say what it is for, so it was left out: enter it if the broker wants it.`,
    zh: `${shown([name])} 没有说明用途，因此没有导入：如果 Broker 需要，请填写。`,
  }
}

/** A value whose characters cannot be told. */
export function guessedNote(name: string): LocalizedText {
  return {
    en: `${shown([name])} holds characters whose encoding cannot be told: enter it by hand.`,
    zh: `${shown([name])} 含有无法确定编码的字符：请手动填写。`,
  }
}

/** `lost` are the names that those lines would have set. */
export function badLinesNote(lines: readonly number[], lost: readonly string[]): LocalizedText {
  const list = lines.join(', ')
  const names = lost.length === 0 ? '' : ` (${shown(lost)})`
  return { en: `Lines that could not be read: ${list}${names}.`, zh: `无法读取的行：${list}${names}。` }
}

export function jsonNote(line: number): LocalizedText {
  return {
    en: `The file looks like JSON, but it cannot be read from line ${line} on.`,
    zh: `文件看起来是 JSON，但从第 ${line} 行起无法读取。`,
  }
}

/** What is said of a file as a whole. */
export const FILE_NOTES = {
  tooMany: {
    en: 'The file holds more than 200 connections; the first 200 were read.',
    zh: '文件里的连接超过 200 个，只读取了前 200 个。',
  },
  messages: {
    en: 'This export holds messages, but no connection. In MQTTX, export the connections as JSON.',
    zh: '这个导出文件只有消息，没有连接。请在 MQTTX 里把连接导出为 JSON。',
  },
  brokerFile: {
    en: 'This is the configuration of a broker (listeners, password file), not of a client: it says where the broker listens, and holds no login. Enter the address of that computer by hand.',
    zh: '这是 Broker 自己的配置（监听端口、密码文件），不是客户端的：其中没有登录信息。请手动填写那台计算机的地址。',
  },
  excel: {
    en: 'This is a workbook (Excel) or another archive. In MQTTX, export the connections as JSON.',
    zh: '这是 Excel 工作簿或其他压缩文件。请在 MQTTX 里把连接导出为 JSON。',
  },
  nodeRed: {
    en: 'Node-RED keeps user names and passwords apart from its flows: enter them where the broker wants a login.',
    zh: 'Node-RED 把用户名和密码保存在流程之外：Broker 需要登录时请填写。',
  },
  skipped: {
    en: 'The file is large: the messages in it were skipped.',
    zh: '文件很大：其中的消息已跳过。',
  },
  tooLarge: {
    en: 'The file is too large to be a list of connections, even without its messages.',
    zh: '即使去掉消息，文件也太大，不像是连接列表。',
  },
  utf16: { en: 'The file was read as UTF-16.', zh: '文件按 UTF-16 读取。' },
  guessed: {
    en: 'The file is not UTF-8 and does not say its encoding; it was read as GBK. What is not plain ASCII in a host, user name or password was left out.',
    zh: '文件不是 UTF-8，也没有标明编码，按 GBK 读取。主机、用户名和密码里的非 ASCII 字符没有导入。',
  },
} as const satisfies Record<string, LocalizedText>
