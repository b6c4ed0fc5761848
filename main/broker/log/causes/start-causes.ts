import type { LogCause } from '../log-causes.ts'

/** Causes that keep the broker, or one of its listeners, from starting. */
export const START_CAUSES = {
  'log-file-permission': {
    stage: 'tcp',
    message: {
      en: 'The broker may not open a file[[: {file}]] (permission denied).',
      zh: 'Broker 无权打开文件[[：{file}]]。',
    },
    fix: {
      en: 'Let the account `{account|mosquitto}` (in Docker: 1883) read it (and write, if it is a log or a database), and enter every folder above it: `sudo chown {account|mosquitto}: {file|FILE}`.',
      zh: '请让账户 `{account|mosquitto}`（Docker 里是 1883）能读取它（日志和数据库还要能写入），并能进入每一级上级目录：`sudo chown {account|mosquitto}: {file|文件}`。',
    },
    windowsFix: {
      en: 'Let the account of the service (SYSTEM) read it: `icacls "{file|FILE}" /grant "SYSTEM:R"`; if it is a log or a database, let it write, with `SYSTEM:M`, to its folder too.',
      zh: '请让服务的账户（SYSTEM）能读取它：`icacls "{file|文件}" /grant "SYSTEM:R"`；日志或数据库还要能写入，请用 `SYSTEM:M`，所在目录也一样。',
    },
  },
  'log-file-missing': {
    stage: 'tcp',
    message: {
      en: 'The broker cannot open a file[[: {file}]]. Either its account `{account|mosquitto}` (in Docker: 1883) may not read it, or it is not there; the log does not say which.',
      zh: 'Broker 无法打开文件[[：{file}]]。要么它的账户 `{account|mosquitto}`（Docker 里是 1883）无权读取，要么文件不存在；日志没有说明是哪一种。',
    },
    fix: {
      en: 'Look at the rights first: `ls -l {file|FILE}`. The account must be able to read the file and enter every folder above it: `sudo chown {account|mosquitto}: {file|FILE}` (in Docker: owner 1883). If the file is not there, correct the path in mosquitto.conf or put it there.',
      zh: '请先检查权限：`ls -l {file|文件}`。该账户必须能读取文件并进入每一级上级目录：`sudo chown {account|mosquitto}: {file|文件}`（Docker 里属主是 1883）。如果文件不存在，请改正 mosquitto.conf 里的路径，或把文件放到那里。',
    },
    windowsFix: {
      en: 'Look at the rights first: the account of the service (SYSTEM) must be able to read it, `icacls "{file|FILE}" /grant "SYSTEM:R"`. If the file is not there, correct the path in mosquitto.conf (a service needs absolute paths) or put it there.',
      zh: '请先检查权限：服务的账户（SYSTEM）必须能读取它，`icacls "{file|文件}" /grant "SYSTEM:R"`。如果文件不存在，请改正 mosquitto.conf 里的路径（服务必须用绝对路径），或把文件放到那里。',
    },
  },
  'log-file-absent': {
    stage: 'tcp',
    message: {
      en: 'A file that the broker needs is not there[[: {file}]].',
      zh: 'Broker 需要的文件不存在[[：{file}]]。',
    },
    fix: {
      en: 'Correct the path in mosquitto.conf or put the file there. In Docker the path is the one inside the container.',
      zh: '请改正 mosquitto.conf 里的路径，或把文件放到那里。Docker 里要写容器内的路径。',
    },
  },
  'log-file-write': {
    stage: 'tcp',
    message: {
      en: 'The account of the broker may not write to a file[[: {file}]], or its folder is not there; the log does not say which.',
      zh: 'Broker 的账户无权写入文件[[：{file}]]，或者所在目录不存在；日志没有说明是哪一种。',
    },
    fix: {
      en: 'Look at the rights of its folder first: it must belong to the account `{account|mosquitto}` (in Docker: owner 1883), `sudo chown -R {account|mosquitto}: FOLDER`. If the folder is not there, make it or correct the path in mosquitto.conf.',
      zh: '请先检查所在目录的权限：它必须属于账户 `{account|mosquitto}`（Docker 里属主是 1883），`sudo chown -R {account|mosquitto}: 目录`。如果目录不存在，请新建目录或改正 mosquitto.conf 里的路径。',
    },
    windowsFix: {
      en: 'Let the account of the service (SYSTEM) write into its folder: `icacls FOLDER /grant "SYSTEM:M"`. If the folder is not there, make it or correct the path in mosquitto.conf.',
      zh: '请让服务的账户（SYSTEM）能写入该目录：`icacls 目录 /grant "SYSTEM:M"`。如果目录不存在，请新建目录或改正 mosquitto.conf 里的路径。',
    },
  },
  'log-pid-file': {
    stage: 'tcp',
    message: {
      en: 'The broker cannot write the file of its process number that `pid_file` in mosquitto.conf names: the folder is not there, or the account `{account|mosquitto}` may not write into it.',
      zh: 'Broker 无法写入 mosquitto.conf 里 `pid_file` 指定的进程号文件：目录不存在，或者账户 `{account|mosquitto}` 无权写入该目录。',
    },
    fix: {
      en: '`grep -rn pid_file /etc/mosquitto` shows the path. Under systemd and in Docker the line is not needed: remove it. Otherwise give the file a folder of its own: `sudo install -d -o {account|mosquitto} /run/mosquitto`, and `pid_file /run/mosquitto/mosquitto.pid`; since 2.0 the broker cannot write straight into /run, because it has left root by then. /run is empty after each restart of the computer: `RuntimeDirectory=mosquitto` in the unit or a `d` line in /etc/tmpfiles.d makes the folder again.',
      zh: '用 `grep -rn pid_file /etc/mosquitto` 查看路径。systemd 和 Docker 下不需要这一行：请删掉。否则请给它单独的目录：`sudo install -d -o {account|mosquitto} /run/mosquitto`，并写 `pid_file /run/mosquitto/mosquitto.pid`；2.0 起 Broker 写这个文件时已不是 root，不能直接写入 /run。每次重启计算机后 /run 都会清空：服务单元里的 `RuntimeDirectory=mosquitto` 或 /etc/tmpfiles.d 里的一行 `d` 会重新建立目录。',
    },
    windowsFix: {
      en: 'Remove the `pid_file` line from mosquitto.conf: a service of Windows needs none.',
      zh: '请从 mosquitto.conf 里删掉 `pid_file` 一行：Windows 服务不需要它。',
    },
  },
  'log-no-file': {
    stage: 'tcp',
    message: {
      en: 'Where the broker wants a file there is a folder or something else[[: {file}]].',
      zh: 'Broker 需要文件的位置是目录或别的东西[[：{file}]]。',
    },
    fix: {
      en: 'Correct the path. Docker makes a folder where the file to mount is not there on the host: remove it and put the file there.',
      zh: '请改正路径。如果宿主机上没有要挂载的文件，Docker 会建一个同名目录：请删除它并放入文件。',
    },
  },
  'log-symlink': {
    stage: 'tcp',
    message: {
      en: 'Mosquitto 2.1 refuses files that are symbolic links[[: {file}]].',
      zh: 'Mosquitto 2.1 不接受符号链接形式的文件[[：{file}]]。',
    },
    fix: { en: 'Put the file itself there, not a link to it.', zh: '请放置文件本身，而不是指向它的链接。' },
  },
  'log-address-own': {
    stage: 'tcp',
    message: {
      en: 'The broker itself opens port {port|1883} twice: two listeners of its configuration name the same port.',
      zh: 'Broker 自己两次打开了端口 {port|1883}：配置里有两个监听使用同一个端口。',
    },
    fix: {
      en: 'Leave one `listener {port|1883}` line. A `port`, `bind_address` or `socket_domain` line outside a listener, or a setting before the first `listener`, also opens port 1883; so may a second file in conf.d.',
      zh: '请只保留一行 `listener {port|1883}`。监听以外的 `port`、`bind_address`、`socket_domain`，或写在第一个 `listener` 之前的设置，也会打开 1883；conf.d 里的另一个文件也可能如此。',
    },
  },
  'log-address-in-use': {
    stage: 'tcp',
    message: {
      en: 'Another program listens on that port already[[ ({port})]]; one bad listener stops the whole broker.',
      zh: '该端口[[（{port}）]]已被别的程序占用；一个监听失败，整个 Broker 都不会启动。',
    },
    fix: {
      en: '`sudo ss -ltnp` shows which, `docker ps` if it is a container. Often it is a second Mosquitto: stop it with `sudo systemctl stop mosquitto`.',
      zh: '用 `sudo ss -ltnp` 查看是哪个程序，容器用 `docker ps` 查看。常见的是另一个 Mosquitto：用 `sudo systemctl stop mosquitto` 停掉它。',
    },
    windowsFix: {
      en: '`netstat -ano | findstr :{port|1883}` or `Get-NetTCPConnection -LocalPort {port|1883}` shows the number of its process. Often it is the service of Mosquitto: stop it with `net stop mosquitto`.',
      zh: '用 `netstat -ano | findstr :{port|1883}` 或 `Get-NetTCPConnection -LocalPort {port|1883}` 查看占用进程的编号。常见的是 Mosquitto 服务本身：用 `net stop mosquitto` 停掉它。',
    },
  },
  'log-address-unknown': {
    stage: 'tcp',
    message: {
      en: 'A `listener` line names an address that this computer (or container) does not have.',
      zh: '`listener` 一行里的地址不属于这台机器（或容器）。',
    },
    fix: {
      en: 'Leave the address out of the line, or use one that `hostname -I` shows. A container does not have the addresses of its host.',
      zh: '请去掉该行里的地址，或改为 `hostname -I` 显示的地址。容器并不具有宿主机的地址。',
    },
    windowsFix: {
      en: 'Leave the address out of the line, or use one that `ipconfig` shows.',
      zh: '请去掉该行里的地址，或改为 `ipconfig` 显示的地址。',
    },
  },
  'log-address-family': {
    stage: 'tcp',
    message: {
      en: 'A listener wants IPv6 (or IPv4), which this computer does not have.',
      zh: '有监听要使用 IPv6（或 IPv4），但这台机器没有。',
    },
    fix: {
      en: 'Write `socket_domain ipv4` below the `listener` line.',
      zh: '请在 `listener` 一行下面写 `socket_domain ipv4`。',
    },
  },
  'log-port-forbidden': {
    stage: 'tcp',
    message: {
      en: 'The account of the broker may not open that port[[ ({port})]].',
      zh: 'Broker 的账户无权打开该端口[[（{port}）]]。',
    },
    fix: {
      en: 'Take a port above 1023, or allow it once: `sudo setcap CAP_NET_BIND_SERVICE=+ep /usr/sbin/mosquitto`.',
      zh: '请改用 1023 以上的端口，或放行一次：`sudo setcap CAP_NET_BIND_SERVICE=+ep /usr/sbin/mosquitto`。',
    },
    windowsFix: {
      en: 'Windows may keep that port for itself: `netsh interface ipv4 show excludedportrange protocol=tcp` lists such ports. Take another one.',
      zh: 'Windows 可能保留了该端口：`netsh interface ipv4 show excludedportrange protocol=tcp` 会列出这些端口。请换一个端口。',
    },
  },
  'log-interface': {
    stage: 'tcp',
    message: {
      en: 'A listener is bound to a network interface that does not fit[[: {interface}]].',
      zh: '监听绑定的网络接口不合适[[：{interface}]]。',
    },
    fix: {
      en: 'Correct `bind_interface`, or the address of its `listener`; `ip addr` lists both.',
      zh: '请改正 `bind_interface` 或该 `listener` 的地址；`ip addr` 会列出两者。',
    },
  },
  'log-unix-socket': {
    stage: 'tcp',
    message: {
      en: 'A listener on a Unix socket could not be opened[[: {why}]][[ ({file})]].',
      zh: 'Unix 套接字监听无法打开[[：{why}]][[（{file}）]]。',
    },
    fix: {
      en: 'Let the account `{account|mosquitto}` write into its folder, remove an old socket file, and keep the path short.',
      zh: '请让账户 `{account|mosquitto}` 能写入该目录，删除旧的套接字文件，并缩短路径。',
    },
  },
  'log-websockets-listener': {
    stage: 'tcp',
    message: {
      en: 'The WebSocket listener could not be opened[[ on port {port}]].',
      zh: 'WebSocket 监听无法打开[[（端口 {port}）]]。',
    },
    fix: {
      en: 'Most often another program has the port: `sudo ss -ltnp` shows it. If it is free, check the address and the certificate of that listener.',
      zh: '最常见的是端口被别的程序占用：用 `sudo ss -ltnp` 查看。如果端口空闲，请检查该监听的证书。',
    },
    windowsFix: {
      en: 'Most often another program has the port: `netstat -ano` shows it. If it is free, check the certificate of that listener.',
      zh: '最常见的是端口被别的程序占用：用 `netstat -ano` 查看。如果端口空闲，请检查该监听的证书。',
    },
  },
  'log-websockets-missing': {
    stage: 'tcp',
    message: {
      en: 'This Mosquitto was built without WebSockets[[ ({place})]].',
      zh: '这个 Mosquitto 编译时没有包含 WebSocket[[（{place}）]]。',
    },
    fix: {
      en: 'Remove the `protocol websockets` listener, or install a build that has it.',
      zh: '请去掉 `protocol websockets` 的监听，或安装支持它的版本。',
    },
  },
  'log-no-listener': {
    stage: 'tcp',
    message: { en: 'No listener of the broker could be opened.', zh: 'Broker 的监听一个也没能打开。' },
    fix: {
      en: 'The reason stands further up in the log, which these lines do not hold. Read more of it, or start the broker by hand with `-v`.',
      zh: '原因写在日志更前面的地方，这几行里没有。请查看更多日志，或加 `-v` 手动启动 Broker。',
    },
  },
  'log-user': {
    stage: 'tcp',
    message: {
      en: 'The broker is to run as an account that does not exist here[[: {user}]].',
      zh: 'Broker 要使用的账户不存在[[：{user}]]。',
    },
    fix: {
      en: 'Make it with `sudo useradd --system mosquitto`, or name another account with `user` in mosquitto.conf.',
      zh: '请用 `sudo useradd --system mosquitto` 新建账户，或在 mosquitto.conf 里用 `user` 指定别的账户。',
    },
  },
  'log-socket-forbidden': {
    stage: 'tcp',
    message: {
      en: 'The system does not let the broker open any network connection; no listener stands.',
      zh: '系统不允许 Broker 打开任何网络连接，没有一个监听成功。',
    },
    fix: {
      en: 'In a container an old Docker or libseccomp on the host does that to newer images: update both (Raspbian 10: `libseccomp2` from backports), or try `--security-opt seccomp=unconfined` to be sure.',
      zh: '在容器里，宿主机上过旧的 Docker 或 libseccomp 会这样限制较新的镜像：请升级两者（Raspbian 10 从 backports 安装 `libseccomp2`），或先用 `--security-opt seccomp=unconfined` 确认。',
    },
  },
  'log-clock': {
    stage: 'tcp',
    message: {
      en: 'The system does not let the broker read its clock.',
      zh: '系统不允许 Broker 读取时钟。',
    },
    fix: {
      en: 'In a container an old Docker or libseccomp on the host does that to newer images: update both (Raspbian 10: `libseccomp2` from backports), or try `--security-opt seccomp=unconfined` to be sure.',
      zh: '在容器里，宿主机上过旧的 Docker 或 libseccomp 会这样限制较新的镜像：请升级两者（Raspbian 10 从 backports 安装 `libseccomp2`），或先用 `--security-opt seccomp=unconfined` 确认。',
    },
  },
  'log-privileges': {
    stage: 'tcp',
    message: {
      en: 'The broker could not become its own process or account[[: {why}]].',
      zh: 'Broker 无法切换到自己的进程或账户[[：{why}]]。',
    },
    fix: {
      en: 'Start it as root (it changes to its account by itself), or already as that account; in a container without `user:`, or with one that may read all its files.',
      zh: '请以 root 启动（它会自行切换账户），或直接以该账户启动；容器里不要写 `user:`，或使用能读取全部文件的账户。',
    },
  },
  'log-service-failed': {
    stage: 'tcp',
    message: {
      en: 'The service of the broker failed; the reason does not stand in these lines.',
      zh: 'Broker 的服务启动失败；这几行里没有写原因。',
    },
    fix: {
      en: 'Start it by hand to see the reason: `sudo -u mosquitto mosquitto -v -c /etc/mosquitto/mosquitto.conf`, or read its own log, `/var/log/mosquitto/mosquitto.log`.',
      zh: '请手动启动以查看原因：`sudo -u mosquitto mosquitto -v -c /etc/mosquitto/mosquitto.conf`，或查看它自己的日志 `/var/log/mosquitto/mosquitto.log`。',
    },
    windowsFix: {
      en: 'Start it by hand to see the reason, in the folder of Mosquitto: `.\\mosquitto.exe -v -c mosquitto.conf`.',
      zh: '请在 Mosquitto 的文件夹里手动启动以查看原因：`.\\mosquitto.exe -v -c mosquitto.conf`。',
    },
  },
} as const satisfies Record<string, LogCause>
