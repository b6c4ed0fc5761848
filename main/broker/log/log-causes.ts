import type { LocalizedText } from '../../../preload/contract/models/text.ts'
import { LOG_CLIENT_CAUSES } from './log-client-causes.ts'

/** Meanings of lines of the broker's log. Texts may hold the named groups of its signature, in `[[…]]`. */
export interface LogCause {
  readonly message: LocalizedText
  readonly fix: LocalizedText
}

/** Causes that keep the broker, or one of its listeners, from starting. */
const LOG_START_CAUSES = {
  'log-config-bom': {
    message: {
      en: 'The configuration file begins with a byte order mark (BOM), which the broker takes for part of the first word.',
      zh: '配置文件开头有字节顺序标记（BOM），Broker 把它当成了第一个词的一部分。',
    },
    fix: {
      en: 'Save the file as UTF-8 without BOM, for example `sed -i "1s/^\\xEF\\xBB\\xBF//" FILE`, then restart the broker.',
      zh: '请把文件保存为不带 BOM 的 UTF-8，例如 `sed -i "1s/^\\xEF\\xBB\\xBF//" 文件`，再重启 Broker。',
    },
  },
  'log-key-permission': {
    message: {
      en: 'The broker may not read its certificate or key[[ {file}]]: permission denied.',
      zh: 'Broker 无权读取证书或私钥[[ {file}]]。',
    },
    fix: {
      en: 'Give the file to the account of the broker: `sudo chown mosquitto: [[{file}]]` and `sudo chmod 600` it (in Docker: owner 1883). Then restart the broker.',
      zh: '请把文件的属主改为 Broker 的账户：`sudo chown mosquitto: [[{file}]]`，再执行 `sudo chmod 600`（Docker 里属主是 1883），然后重启 Broker。',
    },
  },
  'log-key-mismatch': {
    message: {
      en: 'The private key of the broker does not belong to its certificate (key values mismatch).',
      zh: 'Broker 的私钥与证书不是一对（key values mismatch）。',
    },
    fix: {
      en: 'Point `certfile` and `keyfile` at files that were made together, or reissue both.',
      zh: '请让 `certfile` 和 `keyfile` 指向一同生成的文件，或重新签发这一对。',
    },
  },
  'log-certificate-file': {
    message: {
      en: 'The broker cannot load a certificate or a key[[: {file}]].',
      zh: 'Broker 无法加载证书或私钥[[：{file}]]。',
    },
    fix: {
      en: 'Check the path (a service on Windows needs absolute paths) and that the file is PEM text and its key has no passphrase.',
      zh: '请检查路径（Windows 服务必须用绝对路径），并确认文件是 PEM 文本、私钥没有口令。',
    },
  },
  'log-file-permission': {
    message: {
      en: 'The broker may not open a file[[: {file}]] (permission denied).',
      zh: 'Broker 无权打开文件[[：{file}]]。',
    },
    fix: {
      en: 'Let the account `mosquitto` (in Docker: 1883) read it, and every folder above it: `sudo chown mosquitto: FILE`.',
      zh: '请让账户 `mosquitto`（Docker 里是 1883）能读取它以及上级目录：`sudo chown mosquitto: 文件`。',
    },
  },
  'log-file-missing': {
    message: { en: 'The broker cannot open a file[[: {file}]].', zh: 'Broker 无法打开文件[[：{file}]]。' },
    fix: {
      en: 'Correct the path in mosquitto.conf or put the file there.',
      zh: '请改正 mosquitto.conf 里的路径，或把文件放到那里。',
    },
  },
  'log-symlink': {
    message: {
      en: 'Mosquitto 2.1 refuses files that are symbolic links.',
      zh: 'Mosquitto 2.1 不接受符号链接形式的文件。',
    },
    fix: { en: 'Put the file itself there, not a link to it.', zh: '请放置文件本身，而不是指向它的链接。' },
  },
  'log-address-in-use': {
    message: {
      en: 'Another program listens on that port already; one bad listener stops the whole broker.',
      zh: '该端口已被别的程序占用；一个监听失败，整个 Broker 都不会启动。',
    },
    fix: {
      en: '`sudo ss -ltnp` shows which. Often it is a second Mosquitto: stop it with `sudo systemctl stop mosquitto`.',
      zh: '用 `sudo ss -ltnp` 查看是哪个程序。常见的是另一个 Mosquitto：用 `sudo systemctl stop mosquitto` 停掉它。',
    },
  },
  'log-address-unknown': {
    message: {
      en: 'A `listener` line names an address that this computer does not have.',
      zh: '`listener` 一行里的地址不属于这台机器。',
    },
    fix: {
      en: 'Leave the address out of the line, or use one that `hostname -I` shows.',
      zh: '请去掉该行里的地址，或改为 `hostname -I` 显示的地址。',
    },
  },
  'log-websockets-missing': {
    message: { en: 'This Mosquitto was built without WebSockets.', zh: '这个 Mosquitto 编译时没有包含 WebSocket。' },
    fix: {
      en: 'Remove the `protocol websockets` listener, or install a build that has it.',
      zh: '请去掉 `protocol websockets` 的监听，或安装支持它的版本。',
    },
  },
  'log-config-unknown': {
    message: {
      en: 'mosquitto.conf holds a word that this version does not know[[: {word}]].',
      zh: 'mosquitto.conf 里有这个版本不认识的配置项[[：{word}]]。',
    },
    fix: {
      en: 'Correct or remove the line; `man mosquitto.conf` lists what this version knows.',
      zh: '请改正或删除该行；`man mosquitto.conf` 列出了这个版本支持的配置项。',
    },
  },
  'log-config-value': {
    message: {
      en: 'A value in mosquitto.conf is invalid, empty or given twice[[: {word}]].',
      zh: 'mosquitto.conf 里有一项的值无效、为空或重复[[：{word}]]。',
    },
    fix: { en: 'Correct the line that the log names.', zh: '请改正日志里指出的那一行。' },
  },
  'log-password-file': {
    message: {
      en: 'The password file was written by another version: its hashes cannot be decoded.',
      zh: '密码文件是别的版本写的，其中的哈希无法解码。',
    },
    fix: {
      en: 'Write the password file again with the set-up wizard: its form loads on 2.0 and 2.1.',
      zh: '请用设置向导重新生成密码文件：它的格式 2.0 和 2.1 都能读取。',
    },
  },
  'log-local-only': {
    message: {
      en: 'The broker started in local only mode: no other computer can reach it.',
      zh: 'Broker 以仅限本机的模式启动：别的机器连不上它。',
    },
    fix: {
      en: 'Add a line `listener 1883` (and who may log in) to the configuration. If it is there, the broker reads another file: in Docker, mount it at /mosquitto/config/mosquitto.conf.',
      zh: '请在配置里加上 `listener 1883`（以及登录方式）。如果已经有了，说明 Broker 读取的是别的文件：Docker 要挂载到 /mosquitto/config/mosquitto.conf。',
    },
  },
} as const satisfies Record<string, LogCause>

/** Every cause that a log can show. */
export const LOG_CAUSES = { ...LOG_START_CAUSES, ...LOG_CLIENT_CAUSES }
export type LogCauseName = keyof typeof LOG_CAUSES
