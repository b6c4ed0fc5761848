import type { LogCause } from '../log-causes.ts'

/** Causes in what the broker loads: plugins and login files, and in the computer itself. */
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
  'log-plugin-library': {
    stage: 'tcp',
    message: {
      en: 'A plugin[[ ({file})]] could not be loaded: a library that it needs is not there[[: {library}]].',
      zh: '插件[[（{file}）]]无法加载：缺少它需要的库[[：{library}]]。',
    },
    fix: {
      en: 'Install the package that holds {library|it} (in Docker: into the image), or take a plugin that was built for this system; `ldd {file|FILE}` lists all that it needs.',
      zh: '请安装包含 {library|该库} 的软件包（Docker 要装进镜像），或改用为这个系统编译的插件；`ldd {file|文件}` 会列出它需要的全部库。',
    },
  },
  'log-plugin-twice': {
    stage: 'tcp',
    message: {
      en: 'The dynamic security plugin is named more than once; it can be loaded only once.',
      zh: '动态安全插件写了不止一次，而它只能加载一次。',
    },
    fix: {
      en: 'Leave one `plugin` line for it in mosquitto.conf and conf.d. With 2.1 name it as `global_plugin`, or load it by `plugin_load` and name it with `plugin_use` below each listener.',
      zh: '请在 mosquitto.conf 和 conf.d 里只保留它的一行 `plugin`。2.1 可以写成 `global_plugin`，或用 `plugin_load` 加载一次，再在各监听下写 `plugin_use`。',
    },
  },
  'log-plugin-option': {
    stage: 'connect',
    message: {
      en: 'A plugin does nothing, because an option that it needs is not there[[: {word}]].',
      zh: '有插件没有生效，因为缺少它需要的配置项[[：{word}]]。',
    },
    fix: {
      en: 'Write `{word|plugin_opt_…}` and the path of its file below its `plugin` line, then restart the broker.',
      zh: '请在它的 `plugin` 一行下面写上 `{word|plugin_opt_…}` 和文件路径，再重启 Broker。',
    },
  },
  'log-dynsec-content': {
    stage: 'connect',
    message: {
      en: 'The file of the dynamic security plugin is not valid JSON: nobody can log in.',
      zh: '动态安全插件的文件不是有效的 JSON：谁也无法登录。',
    },
    fix: {
      en: 'Bring back a backup of the file of `plugin_opt_config_file`, or find the fault with `python3 -m json.tool FILE` (empty: the disk was full). Else move it away and make a new one: `mosquitto_ctrl dynsec init FILE admin`; accounts and roles are lost.',
      zh: '请恢复 `plugin_opt_config_file` 所指文件的备份，或用 `python3 -m json.tool 文件` 找出错误（文件为空说明磁盘曾写满）。否则移走它并新建：`mosquitto_ctrl dynsec init 文件 admin`，账户和角色会丢失。',
    },
  },
  'log-dynsec-password': {
    stage: 'connect',
    message: {
      en: 'The dynamic security plugin could not make its first account, because the password for it cannot be used[[: {file}]][[ ({why})]].',
      zh: '动态安全插件无法建立第一个账户，因为给它的密码不能用[[：{file}]][[（{why}）]]。',
    },
    fix: {
      en: 'Put a password of at least 12 characters into MOSQUITTO_DYNSEC_PASSWORD, or into the file of `plugin_opt_password_init_file`, which the account `{account|mosquitto}` (in Docker: 1883) must be able to read.',
      zh: '请在 MOSQUITTO_DYNSEC_PASSWORD 里写至少 12 个字符的密码，或写进 `plugin_opt_password_init_file` 所指的文件，并让账户 `{account|mosquitto}`（Docker 里是 1883）能读取它。',
    },
  },
  'log-psk-entry': {
    stage: 'connect',
    message: {
      en: 'A line of the file of pre-shared keys is wrong[[: {file}]][[ (identity {user})]].',
      zh: '预共享密钥文件里有一行有误[[：{file}]][[（标识 {user}）]]。',
    },
    fix: {
      en: 'Each line is IDENTITY:KEY, with the key in hexadecimal digits without 0x: `openssl rand -hex 32` makes one.',
      zh: '每行的格式是 标识:密钥，密钥用十六进制数字书写，不带 0x：可用 `openssl rand -hex 32` 生成。',
    },
  },
  'log-acl-session': {
    stage: 'probe',
    message: {
      en: 'A stored session does not fit the listeners any more[[ (user {word})]]: the broker does not know which ACL holds for it.',
      zh: '有保存的会话与现在的监听对不上[[（用户 {word}）]]：Broker 不知道该用哪份 ACL。',
    },
    fix: {
      en: 'With `per_listener_settings true` rights belong to a port: give the listener its old port back, or let that client connect once with a clean session.',
      zh: '设置 `per_listener_settings true` 后权限按端口区分：请恢复监听原来的端口，或让该客户端以全新会话连接一次。',
    },
  },
  'log-disk-errors': {
    stage: 'connect',
    message: {
      en: 'The disk of the broker reports errors[[ ({file})]].',
      zh: 'Broker 所在的磁盘报告读写错误[[（{file}）]]。',
    },
    fix: {
      en: '`dmesg | tail` shows which. Copy what is needed from it now, then replace the memory card or disk; check its cable and power.',
      zh: '用 `dmesg | tail` 查看是哪个磁盘。请马上备份需要的数据，再更换存储卡或磁盘，并检查连线和供电。',
    },
  },
  'log-login-server': {
    stage: 'connect',
    message: {
      en: 'A plugin that checks logins cannot reach its server or database[[: {server}]]; until it can, nobody can log in.',
      zh: '检查登录的插件连不上它的服务器或数据库[[：{server}]]；恢复之前谁也无法登录。',
    },
    fix: {
      en: 'Check that it runs and answers: `nc -vz HOST PORT`; then its address in the `plugin_opt_` (`auth_opt_`) lines. In the add-on of Home Assistant it is Home Assistant itself: wait until it is up, then restart the add-on.',
      zh: '请确认它在运行并能连上：`nc -vz 主机 端口`；再检查 `plugin_opt_`（`auth_opt_`）各行里的地址。在 Home Assistant 加载项里它就是 Home Assistant 本身：等它启动完成后重启加载项。',
    },
  },
} as const satisfies Record<string, LogCause>
