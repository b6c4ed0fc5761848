import type { LogCause } from '../log-causes.ts'

/** Causes in the database that the broker keeps. */
export const STORE_CAUSES = {
  'log-database-damaged': {
    stage: 'tcp',
    message: {
      en: 'The stored database of the broker ({file|mosquitto.db}) is damaged or empty, as after a power cut or a full disk.',
      zh: 'Broker 保存的数据库（{file|mosquitto.db}）已损坏或为空，多见于断电或磁盘写满之后。',
    },
    fix: {
      en: 'Stop the broker, move {file|mosquitto.db} away (its folder is `persistence_location`, usually /var/lib/mosquitto, in Docker /mosquitto/data) and start again. Lost are retained messages, queued messages and the subscriptions of sessions that were kept; clients bring the rest back themselves.',
      zh: '请停止 Broker，把 {file|mosquitto.db} 移走（位于 `persistence_location`，通常是 /var/lib/mosquitto，Docker 里是 /mosquitto/data），再启动。会丢失保留消息、排队的消息以及保留会话的订阅；其余内容客户端会自行恢复。',
    },
  },
  'log-database-forbidden': {
    stage: 'tcp',
    message: {
      en: 'The broker may not read or write its stored database ({file|mosquitto.db}).',
      zh: 'Broker 无权读写自己保存的数据库（{file|mosquitto.db}）。',
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
      en: 'Install the version that wrote it, or move {file|mosquitto.db} away and start with an empty one: retained and queued messages are lost.',
      zh: '请安装写它的那个版本，或移走 {file|mosquitto.db}，从空数据库开始：保留消息和排队的消息会丢失。',
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
  'log-database-locked': {
    stage: 'tcp',
    message: {
      en: 'Another program holds the stored database of the broker ({file|mosquitto.sqlite3}) open.',
      zh: '别的程序正打开着 Broker 保存的数据库（{file|mosquitto.sqlite3}）。',
    },
    fix: {
      en: 'Most likely a second Mosquitto, or a tool that looks into the file: `sudo fuser -v {file|FILE}` shows it. End it and start the broker again; do not delete the file. On a network drive locks do not work: keep it on a local disk.',
      zh: '多半是另一个 Mosquitto，或正在查看该文件的工具：用 `sudo fuser -v {file|文件}` 查看。请结束它再启动 Broker，不要删除该文件。网络盘上锁不起作用：请放在本地磁盘。',
    },
  },
  'log-database-unopened': {
    stage: 'tcp',
    message: {
      en: 'The broker cannot open its stored database ({file|mosquitto.sqlite3}): its folder is not there, or its account may not write into it.',
      zh: 'Broker 无法打开自己保存的数据库（{file|mosquitto.sqlite3}）：所在目录不存在，或它的账户无权写入。',
    },
    fix: {
      en: 'Make the folder of `persistence_location` (or of `plugin_opt_db_file`) and give it to the account: `sudo chown -R {account|mosquitto}: FOLDER` (in Docker: owner 1883).',
      zh: '请建好 `persistence_location`（或 `plugin_opt_db_file`）所指的目录，并把属主改为它的账户：`sudo chown -R {account|mosquitto}: 目录`（Docker 里属主是 1883）。',
    },
  },
} as const satisfies Record<string, LogCause>
