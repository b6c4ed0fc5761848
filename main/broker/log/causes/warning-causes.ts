import type { LogCause } from '../log-causes.ts'

/** What the log warns of while the broker works, and lines that nobody here can explain. */
export const WARNING_CAUSES = {
  'log-empty': {
    stage: 'connect',
    message: {
      en: 'The log is empty, so it says nothing about the broker.',
      zh: '日志是空的，因此看不出 Broker 的情况。',
    },
    fix: {
      en: '`grep -rn log_dest /etc/mosquitto` shows where the broker writes: without `log_dest file` it is the journal (`sudo journalctl -u mosquitto`; as another account it may show nothing), in Docker `docker logs`. If it is this file, it was most likely begun anew by logrotate: read the one before (`mosquitto.log.1`), and `sudo systemctl reload mosquitto` lets the broker write to the new one. `log_dest none` or `log_type none` write nothing.',
      zh: '用 `grep -rn log_dest /etc/mosquitto` 查看 Broker 把日志写到哪里：没有 `log_dest file` 时在系统日志里（`sudo journalctl -u mosquitto`；换别的账户可能什么都看不到），Docker 用 `docker logs`。如果写的就是这个文件，多半是 logrotate 刚换了新文件：请看上一个（`mosquitto.log.1`），再用 `sudo systemctl reload mosquitto` 让 Broker 写入新文件。设置 `log_dest none` 或 `log_type none` 时什么都不写。',
    },
  },
  'log-not-of-broker': {
    stage: 'connect',
    message: {
      en: 'No line of this file is one that a Mosquitto writes, so it says nothing about the broker.',
      zh: '这个文件里没有一行是 Mosquitto 写的，因此看不出 Broker 的情况。',
    },
    fix: {
      en: 'Choose the log of the broker: `/var/log/mosquitto/mosquitto.log`, `journalctl -u mosquitto`, or `docker logs` of its container.',
      zh: '请选择 Broker 的日志：`/var/log/mosquitto/mosquitto.log`、`journalctl -u mosquitto`，或容器的 `docker logs`。',
    },
  },
  'log-service-status': {
    stage: 'connect',
    message: {
      en: 'This is the status of the service[[ {unit}]], not its log. The service runs[[: {state}]]; nothing here says how its clients fare.',
      zh: '这是服务[[ {unit} ]]的状态，不是它的日志。服务正在运行[[：{state}]]；从这里看不出客户端的情况。',
    },
    fix: {
      en: 'Open its log: `/var/log/mosquitto/mosquitto.log`, where Debian writes it, else `journalctl -u {unit|mosquitto} -n 200`; of a container `docker logs {unit|mosquitto}`; on Windows the file that `log_dest` names in mosquitto.conf.',
      zh: '请打开它的日志：Debian 写在 `/var/log/mosquitto/mosquitto.log`，其他系统用 `journalctl -u {unit|mosquitto} -n 200`；容器用 `docker logs {unit|mosquitto}`；Windows 上是 mosquitto.conf 里 `log_dest` 指定的文件。',
    },
  },
  'log-service-stopped': {
    stage: 'tcp',
    message: {
      en: 'This is the status of the service[[ {unit}]], not its log. The broker does not run[[: {state}]]; the reason does not stand in these lines.',
      zh: '这是服务[[ {unit} ]]的状态，不是它的日志。Broker 没有在运行[[：{state}]]；这几行里没有写原因。',
    },
    fix: {
      en: 'Start it (`sudo systemctl start {unit|mosquitto}`, `docker start {unit|mosquitto}`). If it ends again, read its log: `/var/log/mosquitto/mosquitto.log`, `journalctl -u {unit|mosquitto} -n 200` or `docker logs {unit|mosquitto}`.',
      zh: '请启动它（`sudo systemctl start {unit|mosquitto}`、`docker start {unit|mosquitto}`）。如果又停止，请查看日志：`/var/log/mosquitto/mosquitto.log`、`journalctl -u {unit|mosquitto} -n 200` 或 `docker logs {unit|mosquitto}`。',
    },
    windowsFix: {
      en: 'Start it as administrator: `net start {unit|mosquitto}`. If it ends again, start it by hand to see the reason, in the folder of Mosquitto: `.\\mosquitto.exe -v -c mosquitto.conf`.',
      zh: '请以管理员身份启动：`net start {unit|mosquitto}`。如果又停止，请在 Mosquitto 的文件夹里手动启动以查看原因：`.\\mosquitto.exe -v -c mosquitto.conf`。',
    },
  },
  'log-unexplained': {
    stage: 'connect',
    message: {
      en: 'The log tells an error whose cause is not known here.',
      zh: '日志里有一个错误，这里不知道它的原因。',
    },
    fix: {
      en: 'Read the line below and those around it in the log; search for its words without names and addresses.',
      zh: '请阅读下面这一行以及日志里前后的内容；可以去掉名称和地址后搜索其中的语句。',
    },
  },
  'log-unexplained-warning': {
    stage: 'connect',
    message: {
      en: 'The log warns of something that is not known here.',
      zh: '日志里有一个警告，这里不知道它的含义。',
    },
    fix: {
      en: 'Read the line below and those around it in the log.',
      zh: '请阅读下面这一行以及日志里前后的内容。',
    },
  },
  'log-file-rights': {
    stage: 'connect',
    message: {
      en: 'A file with secrets may be read by everybody or belongs to another account[[: {file}]]; a later version of Mosquitto refuses it.',
      zh: '含有机密的文件可被所有人读取，或属于别的账户[[：{file}]]；以后的 Mosquitto 版本会拒绝加载。',
    },
    fix: {
      en: '`sudo chown {account|mosquitto}: {file|FILE}` and `sudo chmod 600 {file|FILE}` (in Docker: owner 1883).',
      zh: '`sudo chown {account|mosquitto}: {file|文件}`，再执行 `sudo chmod 600 {file|文件}`（Docker 里属主是 1883）。',
    },
  },
  'log-root': {
    stage: 'connect',
    message: {
      en: 'The broker runs as root or administrator, or as `nobody` because its account is missing.',
      zh: 'Broker 以 root 或管理员身份运行，或因缺少账户而以 `nobody` 运行。',
    },
    fix: {
      en: 'Remove `user root` from mosquitto.conf; it takes the account `mosquitto` then, which must exist.',
      zh: '请去掉 mosquitto.conf 里的 `user root`；它会改用账户 `mosquitto`，该账户必须存在。',
    },
  },
  'log-tls-insecure': {
    stage: 'tls',
    message: { en: 'A listener allows TLS 1.1, which is insecure.', zh: '有监听允许使用不安全的 TLS 1.1。' },
    fix: {
      en: 'Remove `tls_version tlsv1.1` as soon as no old device needs it.',
      zh: '没有旧设备需要时，请去掉 `tls_version tlsv1.1`。',
    },
  },
  'log-bridge-insecure': {
    stage: 'tls',
    message: {
      en: 'A bridge does not check the name in the certificate of the other broker[[: {bridge}]].',
      zh: '有桥接不核对对方 Broker 证书上的名称[[：{bridge}]]。',
    },
    fix: {
      en: 'Remove `bridge_insecure true` and write the name of the certificate into `address`.',
      zh: '请去掉 `bridge_insecure true`，并在 `address` 里写证书上的名称。',
    },
  },
  'log-feature-missing': {
    stage: 'connect',
    message: {
      en: 'This build of Mosquitto lacks something that mosquitto.conf asks for[[: {word}]]; the line is passed over.',
      zh: '这个 Mosquitto 编译版本缺少 mosquitto.conf 要求的功能[[：{word}]]；该行被忽略。',
    },
    fix: {
      en: 'Install a build that has it, or remove the line.',
      zh: '请安装包含该功能的版本，或删除该行。',
    },
  },
  'log-option-obsolete': {
    stage: 'connect',
    message: {
      en: 'An option of mosquitto.conf has no effect any more[[: {word}]].',
      zh: 'mosquitto.conf 里有配置项已不再起作用[[：{word}]]。',
    },
    fix: { en: 'Remove the line.', zh: '请删除该行。' },
  },
  'log-mounted': {
    stage: 'connect',
    message: {
      en: 'The container cannot give a file to its own account, because it is mounted so[[: {file}]].',
      zh: '容器无法把文件的属主改为自己的账户，因为挂载方式不允许[[：{file}]]。',
    },
    fix: {
      en: 'The broker works all the same if it may read the file. Only the image 1.6.11 ends there: take a newer one, or mount the file without `:ro`.',
      zh: '只要 Broker 能读取该文件，就不影响使用。只有 1.6.11 的镜像会因此退出：请换用更新的镜像，或挂载时去掉 `:ro`。',
    },
  },
  'log-tool': {
    stage: 'connect',
    message: {
      en: 'These are words of a client program, such as mosquitto_sub or mosquitto_pub, not of the broker[[: {why}]].',
      zh: '这是 mosquitto_sub、mosquitto_pub 等客户端程序的输出，不是 Broker 的日志[[：{why}]]。',
    },
    fix: {
      en: '`Connection refused`: no broker listens at that address and port. `not authorised`: the user name or password is wrong. `The connection was lost`: often TLS against a plain port, or the other way round. The log of the broker says more.',
      zh: '`Connection refused`：该地址和端口上没有 Broker 在监听。`not authorised`：用户名或密码有误。`The connection was lost`：常见于用 TLS 连接不加密的端口，或反过来。Broker 的日志里有更多信息。',
    },
  },
  'log-minor': {
    stage: 'connect',
    message: { en: 'The broker warns of something that hardly matters.', zh: 'Broker 的一个警告，影响很小。' },
    fix: {
      en: 'Nothing needs to be done unless something does not work.',
      zh: '只要一切正常，就无需处理。',
    },
  },
  'log-database-parts': {
    stage: 'connect',
    message: {
      en: 'The broker left out a part of its stored database that it could not read, and works without it.',
      zh: 'Broker 保存的数据库里有一部分读不出来，已略过，其余照常工作。',
    },
    fix: {
      en: 'Once is over with the next save. If it comes at each start, the file may be damaged: stop the broker and move {file|mosquitto.db} away; retained and queued messages are lost.',
      zh: '只出现一次的话，下次保存后就没事了。如果每次启动都有，文件可能已损坏：请停止 Broker 并移走 {file|mosquitto.db}，保留消息和排队的消息会丢失。',
    },
  },
  'log-few-connections': {
    stage: 'connect',
    message: {
      en: 'This computer lets the broker hold no more than {n|512} connections.',
      zh: '这台计算机最多让 Broker 保持 {n|512} 个连接。',
    },
    fix: {
      en: 'That is enough for a smaller fleet. For more devices run the broker on Linux, or in a container.',
      zh: '设备不多时足够了。设备更多时，请在 Linux 或容器里运行 Broker。',
    },
  },
} as const satisfies Record<string, LogCause>
