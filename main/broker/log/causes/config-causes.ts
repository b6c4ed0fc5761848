import type { LogCause } from '../log-causes.ts'

/** Causes in mosquitto.conf, on the command line, and in the certificates that they name. */
export const CONFIG_CAUSES = {
  'log-config-bom': {
    stage: 'tcp',
    message: {
      en: 'The configuration file begins with a byte order mark (BOM), which the broker takes for part of the first word[[ ({place})]].',
      zh: '配置文件开头有字节顺序标记（BOM），Broker 把它当成了第一个词的一部分[[（{place}）]]。',
    },
    fix: {
      en: 'Save the file as UTF-8 without BOM, for example `sed -i "1s/^\\xEF\\xBB\\xBF//" FILE`, then restart the broker.',
      zh: '请把文件保存为不带 BOM 的 UTF-8，例如 `sed -i "1s/^\\xEF\\xBB\\xBF//" 文件`，再重启 Broker。',
    },
  },
  'log-config-line-ends': {
    stage: 'tcp',
    message: {
      en: 'mosquitto.conf has the line ends of Windows, which this version takes for part of the value[[: {word}]][[ ({place})]].',
      zh: 'mosquitto.conf 使用 Windows 换行符，这个版本把它当成了值的一部分[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Save the file with the line ends of Unix (LF), for example `sed -i "s/\\r$//" mosquitto.conf`, then start again. Mosquitto 2.0.13 takes both.',
      zh: '请以 Unix 换行符（LF）保存该文件，例如 `sed -i "s/\\r$//" mosquitto.conf`，再重新启动。Mosquitto 2.0.13 起两种都接受。',
    },
  },
  'log-config-quotes': {
    stage: 'tcp',
    message: {
      en: 'A path in mosquitto.conf stands in quotes, which the broker takes for part of the name[[: {file}]].',
      zh: 'mosquitto.conf 里的路径带有引号，Broker 把引号当成了文件名的一部分[[：{file}]]。',
    },
    fix: {
      en: 'Write the path without quotes, also where it holds spaces. Then the account of the broker (a service on Windows: SYSTEM) must be able to read the file.',
      zh: '请去掉引号，路径中有空格也不需要引号。另外 Broker 的账户（Windows 服务是 SYSTEM）必须能读取该文件。',
    },
  },
  'log-config-unknown': {
    stage: 'tcp',
    message: {
      en: 'mosquitto.conf holds a word that this version does not know[[: {word}]][[ ({place})]].',
      zh: 'mosquitto.conf 里有这个版本不认识的配置项[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Correct or remove the line[[ {place}]]; `man mosquitto.conf` lists what this version knows.',
      zh: '请改正或删除该行[[ {place}]]；`man mosquitto.conf` 列出了这个版本支持的配置项。',
    },
  },
  'log-config-equals': {
    stage: 'tcp',
    message: {
      en: 'mosquitto.conf has a = between an option and its value[[: {word}]][[ ({place})]].',
      zh: 'mosquitto.conf 里配置项和值之间写了 =[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Put a space in its place, as in `allow_anonymous true`.',
      zh: '请改成空格，例如 `allow_anonymous true`。',
    },
  },
  'log-config-value': {
    stage: 'tcp',
    message: {
      en: 'A value in mosquitto.conf is invalid, empty or given twice[[: {word}]][[ ({place})]].',
      zh: 'mosquitto.conf 里有一项的值无效、为空或重复[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Correct the line that the log names[[: {place}]].[[ A comment needs a line of its own, and does not stand behind a value: {comment}.]] A value that is given twice may stand in a second file, such as conf.d.',
      zh: '请改正日志里指出的那一行[[：{place}]]。[[注释要单独占一行，不能写在值的后面：{comment}。]]重复的值可能写在另一个文件里，例如 conf.d。',
    },
  },
  'log-config-order': {
    stage: 'tcp',
    message: {
      en: 'mosquitto.conf names an option in the wrong place, or lacks what it needs[[: {word}]][[ ({place})]].',
      zh: 'mosquitto.conf 里有配置项的位置不对，或缺少它所需的配置[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Options of a listener stand below its `listener` line, those of a bridge below its `connection` line with `address` and `topic`, those of a plugin below its `plugin` line; `per_listener_settings` stands first.',
      zh: '监听的配置项要写在 `listener` 一行下面，桥接的写在 `connection` 一行下面（并有 `address` 和 `topic`），插件的写在 `plugin` 一行下面；`per_listener_settings` 要写在最前面。',
    },
  },
  'log-include-folder': {
    stage: 'tcp',
    message: {
      en: 'The broker cannot open the folder that `include_dir` names[[: {file}]][[ ({place})]]. It is not there, or its account may not enter it.',
      zh: 'Broker 无法打开 `include_dir` 指定的目录[[：{file}]][[（{place}）]]。目录不存在，或 Broker 的账户无权进入。',
    },
    fix: {
      en: 'Make the folder or correct the path: write it from the root, because a short one counts from where the broker was started. In Docker it is the path inside the container; for the add-on of Home Assistant the folder lies under /share.',
      zh: '请新建该目录或改正路径：要写完整路径，因为相对路径从启动 Broker 的位置算起。Docker 里要写容器内的路径；Home Assistant 加载项的目录在 /share 下。',
    },
  },
  'log-config-bridge-id': {
    stage: 'tcp',
    message: {
      en: 'Two bridges of mosquitto.conf have the same local id[[: {word}]].',
      zh: 'mosquitto.conf 里有两个桥接使用同一个本地标识[[：{word}]]。',
    },
    fix: {
      en: 'Give each `connection` a name of its own, or each a `local_clientid` of its own; one of them may stand in a second file in conf.d.',
      zh: '请给每个 `connection` 取不同的名称，或分别写上不同的 `local_clientid`；其中一个可能写在 conf.d 的另一个文件里。',
    },
  },
  'log-config-encoding': {
    stage: 'tcp',
    message: {
      en: 'mosquitto.conf holds characters that are not UTF-8[[ ({place})]].',
      zh: 'mosquitto.conf 里有不是 UTF-8 的字符[[（{place}）]]。',
    },
    fix: {
      en: 'Save the file as UTF-8 without BOM in an editor; letters with accents or Chinese in another encoding (GBK, Latin-1) are the usual reason.',
      zh: '请用编辑器把文件保存为不带 BOM 的 UTF-8；常见原因是用 GBK 或 Latin-1 等编码写的中文或带重音的字母。',
    },
  },
  'log-config-conflict': {
    stage: 'tcp',
    message: {
      en: 'Options of mosquitto.conf do not go together[[: {word}]][[ ({place})]].',
      zh: 'mosquitto.conf 里的配置项互相矛盾[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Leave one of them out, or add what is missing, as the line of the log says.',
      zh: '请按日志的说明去掉其中一项，或补上缺少的配置。',
    },
  },
  'log-command-line': {
    stage: 'tcp',
    message: {
      en: 'The broker was started with an option that is wrong or incomplete[[: {word}]].',
      zh: '启动 Broker 时的选项有误或不完整[[：{word}]]。',
    },
    fix: {
      en: 'Correct the command line, for example `mosquitto -c /etc/mosquitto/mosquitto.conf -v`, or the `plugin_opt_` line.',
      zh: '请改正命令行，例如 `mosquitto -c /etc/mosquitto/mosquitto.conf -v`，或改正 `plugin_opt_` 一行。',
    },
  },
  'log-key-permission': {
    stage: 'tcp',
    message: {
      en: 'The broker may not read its certificate or key[[ {file}]]: permission denied.',
      zh: 'Broker 无权读取证书或私钥[[ {file}]]。',
    },
    fix: {
      en: 'Give the file to the account of the broker: `sudo chown {account|mosquitto}: {file|FILE}` and `sudo chmod 600` it (in Docker: owner 1883). Then restart the broker.',
      zh: '请把文件的属主改为 Broker 的账户：`sudo chown {account|mosquitto}: {file|文件}`，再执行 `sudo chmod 600`（Docker 里属主是 1883），然后重启 Broker。',
    },
  },
  'log-key-mismatch': {
    stage: 'tcp',
    message: {
      en: 'The private key of the broker does not belong to its certificate[[: {file}]].',
      zh: 'Broker 的私钥与证书不是一对[[：{file}]]。',
    },
    fix: {
      en: 'Point `certfile` and `keyfile` at files that were made together, or reissue both.',
      zh: '请让 `certfile` 和 `keyfile` 指向一同生成的文件，或重新签发这一对。',
    },
  },
  'log-key-passphrase': {
    stage: 'tcp',
    message: {
      en: 'The private key[[ {file}]] has a passphrase, which nobody can type into a service.',
      zh: '私钥[[ {file}]] 设有口令，而服务启动时无人输入。',
    },
    fix: {
      en: 'Take it off: `openssl pkey -in OLD.key -out NEW.key`, and name the new file as `keyfile`.',
      zh: '请去掉口令：`openssl pkey -in 旧.key -out 新.key`，并把新文件设为 `keyfile`。',
    },
  },
  'log-certificate-weak': {
    stage: 'tcp',
    message: {
      en: 'A certificate is signed with SHA-1 or has a short key, which this OpenSSL refuses[[: {file}]][[ ({words})]].',
      zh: '证书使用 SHA-1 签名或密钥过短，被这个版本的 OpenSSL 拒绝[[：{file}]][[（{words}）]]。',
    },
    fix: {
      en: 'Issue it anew with SHA-256 and a key of 2048 bits or more, its CA too: `openssl x509 -req -sha256 …`.',
      zh: '请用 SHA-256 和至少 2048 位的密钥重新签发，CA 证书也一样：`openssl x509 -req -sha256 …`。',
    },
  },
  'log-certificate-format': {
    stage: 'tcp',
    message: {
      en: 'A file of a certificate or key is no PEM text[[: {file}]][[ ({words})]].',
      zh: '证书或私钥文件不是 PEM 文本[[：{file}]][[（{words}）]]。',
    },
    fix: {
      en: 'It must begin with `-----BEGIN`. Turn a binary one over: `openssl x509 -inform der -in FILE -out FILE.pem`; check that certificate and key are not exchanged.',
      zh: '文件必须以 `-----BEGIN` 开头。二进制格式可以转换：`openssl x509 -inform der -in 文件 -out 文件.pem`；并确认证书和私钥没有写反。',
    },
  },
  'log-certificate-file': {
    stage: 'tcp',
    message: {
      en: 'The broker cannot load a certificate or a key[[: {file}]][[ ({absent})]].',
      zh: 'Broker 无法加载证书或私钥[[：{file}]][[（{absent}）]]。',
    },
    fix: {
      en: 'Check that the account `{account|mosquitto}` (in Docker: 1883) may read the file, that the path is right (a service on Windows needs absolute paths), that it is PEM text and its key has no passphrase.',
      zh: '请确认账户 `{account|mosquitto}`（Docker 里是 1883）能读取该文件、路径正确（Windows 服务必须用绝对路径）、文件是 PEM 文本且私钥没有口令。',
    },
  },
  'log-tls-settings': {
    stage: 'tcp',
    message: {
      en: 'A TLS setting of the broker is not possible with this OpenSSL[[: {word}]][[ ({place})]].',
      zh: 'Broker 的 TLS 设置不被这个版本的 OpenSSL 支持[[：{word}]][[（{place}）]]。',
    },
    fix: {
      en: 'Correct or remove `ciphers`, `ciphers_tls1.3`, `tls_version`, `dhparamfile` or `tls_engine`; the defaults are good.',
      zh: '请改正或删除 `ciphers`、`ciphers_tls1.3`、`tls_version`、`dhparamfile` 或 `tls_engine`；默认值就很好。',
    },
  },
} as const satisfies Record<string, LogCause>
