import type { LogCause } from '../log-causes.ts'

/** Causes in what the broker keeps and loads: its database, plugins and login files, and in the computer itself. */
export const RUNNING_CAUSES = {
  'log-local-only': {
    stage: 'tcp',
    message: {
      en: 'The broker started in local only mode: no other computer can reach it.',
      zh: 'Broker 以仅限本机的模式启动：别的机器连不上它。',
    },
    fix: {
      en: 'Add a line `listener 1883` (and who may log in) to the configuration. If it is there, the broker reads another file: in Docker, mount it at /mosquitto/config/mosquitto.conf.',
      zh: '请在配置里加上 `listener 1883`（以及登录方式）。如果已经有了，说明 Broker 读取的是别的文件：Docker 要挂载到 /mosquitto/config/mosquitto.conf。',
    },
  },
  'log-database-damaged': {
    stage: 'tcp',
    message: {
      en: 'The stored database of the broker (mosquitto.db) is damaged or empty, as after a power cut or a full disk.',
      zh: 'Broker 保存的数据库（mosquitto.db）已损坏或为空，多见于断电或磁盘写满之后。',
    },
    fix: {
      en: 'Stop the broker, move mosquitto.db away (its folder is `persistence_location`, usually /var/lib/mosquitto, in Docker /mosquitto/data) and start again. Lost are retained messages, queued messages and the subscriptions of sessions that were kept; clients bring the rest back themselves.',
      zh: '请停止 Broker，把 mosquitto.db 移走（位于 `persistence_location`，通常是 /var/lib/mosquitto，Docker 里是 /mosquitto/data），再启动。会丢失保留消息、排队的消息以及保留会话的订阅；其余内容客户端会自行恢复。',
    },
  },
  'log-database-forbidden': {
    stage: 'tcp',
    message: {
      en: 'The broker may not read its stored database (mosquitto.db).',
      zh: 'Broker 无权读取自己保存的数据库（mosquitto.db）。',
    },
    fix: {
      en: 'Give the folder of `persistence_location` to its account: `sudo chown -R {account|mosquitto}: /var/lib/mosquitto` (in Docker: owner 1883 of /mosquitto/data).',
      zh: '请把 `persistence_location` 目录的属主改为它的账户：`sudo chown -R {account|mosquitto}: /var/lib/mosquitto`（Docker 里 /mosquitto/data 的属主是 1883）。',
    },
  },
  'log-database-version': {
    stage: 'tcp',
    message: {
      en: 'The stored database was written by a newer Mosquitto, or on another kind of computer.',
      zh: '保存的数据库是更新版本的 Mosquitto 或另一种机器写的。',
    },
    fix: {
      en: 'Install the version that wrote it, or move mosquitto.db away and start with an empty one: retained and queued messages are lost.',
      zh: '请安装写它的那个版本，或移走 mosquitto.db 从空数据库开始：保留消息和排队的消息会丢失。',
    },
  },
  'log-plugin-file': {
    stage: 'tcp',
    message: {
      en: 'A plugin could not be loaded: its file is not there, or a library that it needs[[: {file}]].',
      zh: '插件无法加载：它的文件不存在，或缺少它需要的库[[：{file}]]。',
    },
    fix: {
      en: 'Put the plugin there or correct its `plugin` (`auth_plugin`) line; `ldd {file|FILE}` lists libraries that are missing.',
      zh: '请把插件放到那里，或改正 `plugin`（`auth_plugin`）一行；`ldd {file|文件}` 会列出缺少的库。',
    },
    windowsFix: {
      en: 'Put the plugin there or correct its `plugin` line; a library (DLL) that it needs may be missing too.',
      zh: '请把插件放到那里，或改正 `plugin` 一行；也可能缺少它需要的库（DLL）。',
    },
  },
  'log-plugin-load': {
    stage: 'tcp',
    message: {
      en: 'A plugin could not be loaded[[: {file}]][[ ({why})]].',
      zh: '插件无法加载[[：{file}]][[（{why}）]]。',
    },
    fix: {
      en: 'It must be built for this processor and this version of Mosquitto, and the account `{account|mosquitto}` must be able to read it.',
      zh: '它必须针对这种处理器和这个 Mosquitto 版本编译，并且账户 `{account|mosquitto}` 能读取它。',
    },
  },
  'log-plugin-version': {
    stage: 'tcp',
    message: {
      en: 'A plugin does not fit this version of Mosquitto[[: {word}]].',
      zh: '插件与这个 Mosquitto 版本不匹配[[：{word}]]。',
    },
    fix: {
      en: 'Install the plugin that was built for this version.',
      zh: '请安装为这个版本编译的插件。',
    },
  },
  'log-plugin-failed': {
    stage: 'tcp',
    message: {
      en: 'A plugin refused to start[[: {word}]].',
      zh: '插件拒绝启动[[：{word}]]。',
    },
    fix: {
      en: 'Check its `plugin_opt_` lines, and whether what it needs (file, database, server) can be reached; its own lines stand nearby.',
      zh: '请检查它的 `plugin_opt_` 各行，以及它所需的文件、数据库或服务器是否可用；它自己的日志就在附近。',
    },
  },
  'log-dynsec-file': {
    stage: 'connect',
    message: {
      en: 'The file of the dynamic security plugin cannot be read or is not there: nobody can log in[[ ({why})]].',
      zh: '动态安全插件的文件无法读取或不存在：谁也无法登录[[（{why}）]]。',
    },
    fix: {
      en: 'Give it to the account of the broker: `sudo chown {account|mosquitto}: FILE` (in Docker: owner 1883), the file of `plugin_opt_config_file`. If it is not there: `mosquitto_ctrl dynsec init FILE admin`.',
      zh: '请把 `plugin_opt_config_file` 所指文件的属主改为 Broker 的账户：`sudo chown {account|mosquitto}: 文件`（Docker 里属主是 1883）。如果文件不存在：`mosquitto_ctrl dynsec init 文件 admin`。',
    },
  },
  'log-dynsec-save': {
    stage: 'connect',
    message: {
      en: 'Changes of the dynamic security plugin cannot be saved and are lost at a restart[[ ({why})]].',
      zh: '动态安全插件的修改无法保存，重启后会丢失[[（{why}）]]。',
    },
    fix: {
      en: 'Let the account `{account|mosquitto}` (in Docker: 1883) write the file of `plugin_opt_config_file` and its folder.',
      zh: '请让账户 `{account|mosquitto}`（Docker 里是 1883）能写入 `plugin_opt_config_file` 所指的文件及其目录。',
    },
  },
  'log-password-file': {
    stage: 'connect',
    message: {
      en: 'The password file was written by another version: its hashes cannot be decoded[[ (user {user})]].',
      zh: '密码文件是别的版本写的，其中的哈希无法解码[[（用户 {user}）]]。',
    },
    fix: {
      en: 'Write the password file again with the set-up wizard: its form loads on 2.0 and 2.1.',
      zh: '请用搭建向导重新生成密码文件：它的格式 2.0 和 2.1 都能读取。',
    },
  },
  'log-password-plain': {
    stage: 'connect',
    message: {
      en: 'The password file holds what is no hash[[ (user {user})]], most likely the password itself; that user cannot log in.',
      zh: '密码文件里的内容不是哈希[[（用户 {user}）]]，很可能直接写了密码；这个用户无法登录。',
    },
    fix: {
      en: 'Write the hash with `mosquitto_passwd FILE NAME` in place of that line, or turn a whole file of plain passwords over with `mosquitto_passwd -U FILE`. Then reload the broker.',
      zh: '请用 `mosquitto_passwd 文件 用户名` 重新生成该行；如果整个文件都是明文密码，可用 `mosquitto_passwd -U 文件` 转换。然后让 Broker 重新加载。',
    },
  },
  'log-password-entry': {
    stage: 'connect',
    message: {
      en: 'A line of the password file is wrong[[: {file}]][[ (user {user})]].',
      zh: '密码文件里有一行有误[[：{file}]][[（用户 {user}）]]。',
    },
    fix: {
      en: 'Each line is NAME:HASH, each name once. Write it with `mosquitto_passwd FILE NAME`, not by hand.',
      zh: '每行的格式是 用户名:哈希，每个用户名只出现一次。请用 `mosquitto_passwd 文件 用户名` 生成，不要手写。',
    },
  },
  'log-acl-file': {
    stage: 'probe',
    message: {
      en: 'A line of the ACL file is wrong[[: {word}]][[ ({file})]].',
      zh: 'ACL 文件里有一行有误[[：{word}]][[（{file}）]]。',
    },
    fix: {
      en: 'Lines are `user NAME`, `topic [read|write|readwrite|deny] TOPIC` and `pattern …` with `%c` or `%u`.',
      zh: '每行的格式是 `user 用户名`、`topic [read|write|readwrite|deny] 主题`，以及带 `%c` 或 `%u` 的 `pattern …`。',
    },
  },
  'log-too-many-files': {
    stage: 'first-byte',
    message: {
      en: 'The broker has no file handles left for another client.',
      zh: 'Broker 的文件句柄已用完，无法再接受客户端。',
    },
    fix: {
      en: 'Raise `LimitNOFILE` of the service: `sudo systemctl edit mosquitto`; in Docker `--ulimit nofile=65536`.',
      zh: '请提高服务的 `LimitNOFILE`：`sudo systemctl edit mosquitto`；Docker 里用 `--ulimit nofile=65536`。',
    },
  },
  'log-memory': {
    stage: 'connect',
    message: { en: 'The broker has no memory left.', zh: 'Broker 的内存已用完。' },
    fix: {
      en: '`free -m` shows what is left. Limit what the broker keeps with `max_queued_messages`, `max_packet_size` and `memory_limit`.',
      zh: '用 `free -m` 查看剩余内存。请用 `max_queued_messages`、`max_packet_size` 和 `memory_limit` 限制 Broker 保留的数据。',
    },
  },
  'log-disk-full': {
    stage: 'connect',
    message: { en: 'The disk of the broker is full.', zh: 'Broker 所在的磁盘已满。' },
    fix: { en: '`df -h` shows where; make room, then restart.', zh: '用 `df -h` 查看，腾出空间后重启。' },
  },
  'log-read-only': {
    stage: 'connect',
    message: {
      en: 'The broker cannot write[[ {file}]], because the file system is read-only.',
      zh: '文件系统是只读的，Broker 无法写入[[ {file}]]。',
    },
    fix: {
      en: 'A memory card or disk with errors is mounted so: `dmesg | tail` and `findmnt -O ro` show it; check or replace it. In Docker, take `:ro` off the volume; under systemd, name the folder as `ReadWritePaths=`.',
      zh: '有错误的存储卡或磁盘会被挂载成只读：用 `dmesg | tail` 和 `findmnt -O ro` 查看，检查或更换它。Docker 请去掉该卷的 `:ro`；systemd 请把该目录写进 `ReadWritePaths=`。',
    },
  },
  'log-persistence': {
    stage: 'connect',
    message: {
      en: 'The broker cannot save its database[[ {file}]]: retained messages and queues are lost at a restart[[ ({why})]].',
      zh: 'Broker 无法保存数据库[[ {file}]]：重启后保留消息和队列会丢失[[（{why}）]]。',
    },
    fix: {
      en: 'Give the folder of `persistence_location` to the account `{account|mosquitto}` (in Docker: 1883).',
      zh: '请把 `persistence_location` 目录的属主改为 `{account|mosquitto}`（Docker 里是 1883）。',
    },
  },
  'log-event-loop': {
    stage: 'connect',
    message: {
      en: 'The broker fails over and over to wait for its clients[[: {why}]].',
      zh: 'Broker 等待客户端时反复出错[[：{why}]]。',
    },
    fix: {
      en: 'Restart it. If it comes back, install the newest version: old ones do this on Windows as long as no client is connected.',
      zh: '请重启 Broker。如果再次出现，请安装最新版本：旧版本在 Windows 上没有客户端连接时会这样。',
    },
  },
} as const satisfies Record<string, LogCause>
