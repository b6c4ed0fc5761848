import type { LogCause } from '../log-causes.ts'

/** Causes that the service manager, the kernel or the container engine around the broker tells, before or after its own words. */
export const SERVICE_CAUSES = {
  'log-crashed': {
    stage: 'tcp',
    message: {
      en: 'The program of the broker crashed[[ ({signal})]]. That is a fault of the program or of a plugin, not of mosquitto.conf.',
      zh: 'Broker 程序崩溃[[（{signal}）]]。这是程序本身或插件的故障，不是 mosquitto.conf 的问题。',
    },
    fix: {
      en: 'Update Mosquitto, take out plugins that were built for another version, and move an old `mosquitto.db` away to try without it. If it goes on, its log with `log_type all` shows what it did last.',
      zh: '请升级 Mosquitto，去掉为其他版本编译的插件，并把旧的 `mosquitto.db` 移走再试。如果仍然崩溃，用 `log_type all` 记录的日志会显示最后的操作。',
    },
  },
  'log-architecture': {
    stage: 'tcp',
    message: {
      en: 'The program or image of the broker was built for another processor.',
      zh: 'Broker 的程序或镜像是为另一种处理器编译的。',
    },
    fix: {
      en: 'Compare `uname -m` with the image: `docker image inspect --format {{.Architecture}} IMAGE`. Take the image for this processor, for example with `--platform linux/arm64`; an old Raspberry Pi needs arm/v6 or arm/v7.',
      zh: '请比较 `uname -m` 与镜像的架构：`docker image inspect --format {{.Architecture}} 镜像`。改用适合本机处理器的镜像，例如加 `--platform linux/arm64`；旧的树莓派需要 arm/v6 或 arm/v7。',
    },
  },
  'log-service-exec': {
    stage: 'tcp',
    message: {
      en: 'The service cannot run the program of the broker[[: {file}]].',
      zh: '服务无法运行 Broker 的程序[[：{file}]]。',
    },
    fix: {
      en: '`which mosquitto` shows where the program is (a build of your own goes to /usr/local/sbin). Correct `ExecStart` with `sudo systemctl edit --full mosquitto`, then `sudo systemctl restart mosquitto`.',
      zh: '用 `which mosquitto` 查看程序的位置（自己编译的在 /usr/local/sbin）。用 `sudo systemctl edit --full mosquitto` 改正 `ExecStart`，再执行 `sudo systemctl restart mosquitto`。',
    },
  },
  'log-service-timeout': {
    stage: 'tcp',
    message: {
      en: 'The service manager waited in vain for the broker to say that it runs, and ended it.',
      zh: '服务管理器一直没有等到 Broker 报告已启动，于是结束了它。',
    },
    fix: {
      en: 'A build without systemd support never says so: put `Type=simple` into the unit (`sudo systemctl edit mosquitto`) and start it without `-d`, and leave `PIDFile` out. Otherwise its own log shows what it waited for, such as a large database.',
      zh: '编译时没有 systemd 支持的版本不会报告：请在服务单元里写 `Type=simple`（`sudo systemctl edit mosquitto`），启动命令不要带 `-d`，并去掉 `PIDFile`。否则请看它自己的日志，例如正在读取很大的数据库。',
    },
  },
  'log-service-stop': {
    stage: 'tcp',
    message: {
      en: 'The broker did not end in time when it was told to, and was killed: what it had not saved is lost.',
      zh: 'Broker 没有在限定时间内结束，被强制终止：尚未保存的内容会丢失。',
    },
    fix: {
      en: 'Saving a large database or a dead bridge may take that long: set `TimeoutStopSec=60` with `sudo systemctl edit mosquitto`, and look whether the disk is slow. If it is always so, update Mosquitto.',
      zh: '保存很大的数据库或等待失效的桥接可能需要更久：用 `sudo systemctl edit mosquitto` 设置 `TimeoutStopSec=60`，并检查磁盘是否过慢。如果总是这样，请升级 Mosquitto。',
    },
  },
  'log-service-absent': {
    stage: 'tcp',
    message: {
      en: 'This computer has no service of that name: {absent|mosquitto}.',
      zh: '这台机器上没有这个名称的服务：{absent|mosquitto}。',
    },
    fix: {
      en: 'Check the spelling (`mosquitto`). If it is right, the broker is not installed, runs in a container (`docker ps`), or was built by hand without a unit.',
      zh: '请检查拼写（`mosquitto`）。如果没有写错，则 Broker 没有安装、运行在容器里（`docker ps`），或是自己编译而没有服务单元。',
    },
    windowsFix: {
      en: '`Get-Service *mosquitto*` shows its name. If there is none, install it from the folder of Mosquitto, as administrator: `.\\mosquitto.exe install`.',
      zh: '用 `Get-Service *mosquitto*` 查看服务名。如果没有，请以管理员身份在 Mosquitto 的文件夹里安装：`.\\mosquitto.exe install`。',
    },
  },
  'log-service-rights': {
    stage: 'tcp',
    message: {
      en: 'The account that was used may not start or stop the service[[ {unit}]].',
      zh: '所用的账户无权启动或停止服务[[ {unit}]]。',
    },
    fix: {
      en: 'Put `sudo` before the command: `sudo systemctl restart {unit|mosquitto}`.',
      zh: '请在命令前加 `sudo`：`sudo systemctl restart {unit|mosquitto}`。',
    },
    windowsFix: {
      en: 'Open the terminal with "Run as administrator", then `net start mosquitto`.',
      zh: '请用“以管理员身份运行”打开终端，再执行 `net start mosquitto`。',
    },
  },
  'log-service-masked': {
    stage: 'tcp',
    message: {
      en: 'The service {unit|mosquitto.service} is masked: nothing can start it.',
      zh: '服务 {unit|mosquitto.service} 已被屏蔽（masked），无法启动。',
    },
    fix: {
      en: '`sudo systemctl unmask mosquitto`, then `sudo systemctl start mosquitto`.',
      zh: '请执行 `sudo systemctl unmask mosquitto`，再执行 `sudo systemctl start mosquitto`。',
    },
  },
  'log-service-unit': {
    stage: 'tcp',
    message: {
      en: 'The unit file of the service {unit|mosquitto.service} is wrong, so that systemd does not start it.',
      zh: '服务 {unit|mosquitto.service} 的单元文件有误，systemd 无法启动它。',
    },
    fix: {
      en: '`systemd-analyze verify {unit|mosquitto.service}` names the line. After a change: `sudo systemctl daemon-reload`. `sudo systemctl revert mosquitto` takes back what was edited.',
      zh: '`systemd-analyze verify {unit|mosquitto.service}` 会指出有误的行。修改后执行 `sudo systemctl daemon-reload`。`sudo systemctl revert mosquitto` 可以撤销所做的修改。',
    },
  },
  'log-library': {
    stage: 'tcp',
    message: {
      en: 'The program of the broker needs a library that is missing here or of another version[[: {file}]][[: {dll}]].',
      zh: 'Broker 程序需要的库在这里不存在或版本不对[[：{file}]][[：{dll}]]。',
    },
    fix: {
      en: 'Install Mosquitto from the packages of this very system (`sudo apt install --reinstall mosquitto`), not one that was built for a newer one. After a build of your own: `sudo ldconfig`. `ldd $(which mosquitto)` lists what is missing.',
      zh: '请安装为本系统提供的 Mosquitto 软件包（`sudo apt install --reinstall mosquitto`），不要用为更新的系统编译的版本。自己编译后请执行 `sudo ldconfig`。`ldd $(which mosquitto)` 会列出缺少的库。',
    },
    windowsFix: {
      en: 'Install the Visual C++ runtime of Microsoft (vc_redist.x64.exe), or run the installer of Mosquitto again and let it put its libraries beside mosquitto.exe.',
      zh: '请安装微软的 Visual C++ 运行库（vc_redist.x64.exe），或重新运行 Mosquitto 安装程序，让它把所需的库放到 mosquitto.exe 旁边。',
    },
  },
  'log-command-absent': {
    stage: 'tcp',
    message: {
      en: 'The shell does not find the program mosquitto: it is not installed, or its folder is not in PATH.',
      zh: 'Shell 找不到 mosquitto 程序：没有安装，或它所在的目录不在 PATH 里。',
    },
    fix: {
      en: 'Try the whole path, `/usr/sbin/mosquitto -h` (of your own build: `/usr/local/sbin/mosquitto`). If it is not there: `sudo apt install mosquitto`.',
      zh: '请用完整路径试一下：`/usr/sbin/mosquitto -h`（自己编译的是 `/usr/local/sbin/mosquitto`）。如果不存在：`sudo apt install mosquitto`。',
    },
    windowsFix: {
      en: 'Go to its folder first, `cd "C:\\Program Files\\mosquitto"`, then `.\\mosquitto.exe -v -c mosquitto.conf`.',
      zh: '请先进入它的文件夹 `cd "C:\\Program Files\\mosquitto"`，再执行 `.\\mosquitto.exe -v -c mosquitto.conf`。',
    },
  },
  'log-confined': {
    stage: 'tcp',
    message: {
      en: 'A rule of the system (AppArmor, SELinux) forbids the broker what its configuration asks for[[: {file}]][[: port {port}]].',
      zh: '系统的安全规则（AppArmor、SELinux）禁止 Broker 执行配置所要求的操作[[：{file}]][[：端口 {port}]]。',
    },
    fix: {
      en: 'AppArmor: allow the path in /etc/apparmor.d/local/usr.sbin.mosquitto, then `sudo systemctl reload apparmor`. SELinux: `sudo semanage port -a -t mqtt_port_t -p tcp PORT` for a port, `sudo restorecon -Rv /etc/mosquitto` for files. Or use a path that the rules know.',
      zh: 'AppArmor：在 /etc/apparmor.d/local/usr.sbin.mosquitto 里放行该路径，再执行 `sudo systemctl reload apparmor`。SELinux：端口用 `sudo semanage port -a -t mqtt_port_t -p tcp 端口`，文件用 `sudo restorecon -Rv /etc/mosquitto`。也可以改用规则允许的路径。',
    },
  },
  'log-mount': {
    stage: 'tcp',
    message: {
      en: 'The container cannot start, because a file is to be mounted where the other side is a folder[[: {file}]]. Docker makes a folder where the file is not there on the host.',
      zh: '容器无法启动：要挂载的是文件，而另一侧是目录[[：{file}]]。宿主机上没有该文件时，Docker 会建一个同名目录。',
    },
    fix: {
      en: 'Look at the path on the host with `ls -ld`. Remove the folder, put the file mosquitto.conf there, and give the whole path on both sides: `-v /opt/mosquitto/mosquitto.conf:/mosquitto/config/mosquitto.conf`.',
      zh: '请用 `ls -ld` 查看宿主机上的路径。删除那个目录，把 mosquitto.conf 文件放到那里，并在两侧都写完整路径：`-v /opt/mosquitto/mosquitto.conf:/mosquitto/config/mosquitto.conf`。',
    },
  },
  'log-mount-denied': {
    stage: 'tcp',
    message: {
      en: 'Docker Desktop may not read the folder that is to be mounted[[: {file}]].',
      zh: 'Docker Desktop 无权读取要挂载的目录[[：{file}]]。',
    },
    fix: {
      en: 'Add {file|the folder} under "File sharing" in the settings of Docker Desktop (part "Resources"), and restart it. Or put the files below your home folder, which is shared already.',
      zh: '请在 Docker Desktop 设置的 Resources 部分里，把 {file|该目录} 加入 File sharing，然后重启它。也可以把文件放到你的用户目录下，它默认已共享。',
    },
  },
  'log-container-setup': {
    stage: 'tcp',
    message: {
      en: 'Docker could not make or start the container[[: {why}]].',
      zh: 'Docker 无法创建或启动容器[[：{why}]]。',
    },
    fix: {
      en: 'A network that is not found: `docker network create NAME`. A path that does not exist: make the folder on the host first. An image that is not found: its name is `eclipse-mosquitto`. Then start it again.',
      zh: '找不到网络：`docker network create 名称`。路径不存在：先在宿主机上新建该目录。找不到镜像：镜像名是 `eclipse-mosquitto`。然后重新启动。',
    },
  },
  'log-container-name': {
    stage: 'tcp',
    message: {
      en: 'A container with that name is there already[[: {name}]].',
      zh: '已经有同名的容器[[：{name}]]。',
    },
    fix: {
      en: '`docker ps -a` shows it. Start it with `docker start {name|NAME}`, or remove it first: `docker rm -f {name|NAME}` (what lies in volumes stays).',
      zh: '用 `docker ps -a` 查看。可以直接启动：`docker start {name|名称}`，或先删除：`docker rm -f {name|名称}`（卷里的数据会保留）。',
    },
  },
  'log-engine': {
    stage: 'tcp',
    message: {
      en: 'Docker itself cannot be reached: it is not running, or this account may not use it.',
      zh: '无法连接 Docker：它没有运行，或当前账户无权使用。',
    },
    fix: {
      en: 'Start it with `sudo systemctl start docker` (on a desktop: Docker Desktop). For "permission denied" put `sudo` in front, or `sudo usermod -aG docker $USER` and log in again.',
      zh: '请用 `sudo systemctl start docker` 启动（桌面系统：Docker Desktop）。提示 permission denied 时在前面加 `sudo`，或执行 `sudo usermod -aG docker $USER` 后重新登录。',
    },
  },
  'log-killed': {
    stage: 'tcp',
    message: {
      en: 'The broker was killed from outside (SIGKILL), and not by a fault of its own.',
      zh: 'Broker 是被外部强行结束的（SIGKILL），并非自身出错。',
    },
    fix: {
      en: 'Most often for want of memory: `dmesg | grep -i oom`, in Docker `docker inspect -f {{.State.OOMKilled}} NAME`. Else somebody killed it, or it took longer to stop than `docker stop` or systemd wait.',
      zh: '最常见的原因是内存不足：`dmesg | grep -i oom`，Docker 用 `docker inspect -f {{.State.OOMKilled}} 容器` 查看。否则是有人强行结束，或停止所需的时间超过了 `docker stop` 或 systemd 的等待时间。',
    },
  },
  'log-service-folder': {
    stage: 'tcp',
    message: {
      en: 'The service cannot start, because a folder that its unit names is not there or may not be used[[: {file}]].',
      zh: '服务无法启动，因为它的单元文件指定的目录不存在或不能使用[[：{file}]]。',
    },
    fix: {
      en: 'Make it: `sudo mkdir -p {file|FOLDER}` and `sudo chown mosquitto: {file|FOLDER}`. Or take it out of `ReadWritePaths=`, `WorkingDirectory=` or the like with `sudo systemctl edit --full mosquitto`.',
      zh: '请建好目录：`sudo mkdir -p {file|目录}`，再执行 `sudo chown mosquitto: {file|目录}`。或用 `sudo systemctl edit --full mosquitto` 把它从 `ReadWritePaths=`、`WorkingDirectory=` 等行里去掉。',
    },
  },
} as const satisfies Record<string, LogCause>
