/** Words for what is wrong on the device itself. */
export const DEVICE_WORDS = {
  'not-linux': {
    message: { en: '{address} is no Linux that this console knows.', zh: '{address} 不是本控制台支持的 Linux。' },
    fix: {
      en: 'Install the agent by hand: Settings → Signed commands → Save the agent.',
      zh: '请手动安装代理程序：设置 → 已签名的命令 → 保存代理程序。',
    },
  },
  'look-unreadable': {
    message: { en: 'What {address} answered cannot be read.', zh: '无法读取 {address} 的应答。' },
    fix: {
      en: 'The account may have a shell of its own kind. Log in by another account.',
      zh: '该账户的 Shell 可能比较特殊。请换一个账户登录。',
    },
  },
  'no-sudo': {
    message: { en: 'This account may not act as root.', zh: '此账户无权以 root 身份操作。' },
    fix: {
      en: 'Log in as an account that may use sudo, or add it: usermod -aG sudo NAME, as root.',
      zh: '请使用可用 sudo 的账户，或以 root 执行 usermod -aG sudo 账户名。',
    },
  },
  'sudo-password': {
    message: { en: 'sudo refused the password.', zh: 'sudo 拒绝了密码。' },
    fix: {
      en: 'Type the password of this account in “Password for sudo”. After a login by key it is always needed.',
      zh: '请在“sudo 密码”中输入此账户的密码。用密钥登录时必须填写。',
    },
  },
  'no-python': {
    message: {
      en: 'The device has no Python 3, and no apt-get to install it.',
      zh: '设备没有 Python 3，也没有可用于安装的 apt-get。',
    },
    fix: {
      en: 'Install python3 (3.8 or newer), paho-mqtt and openssl by the package manager of the device, then look again.',
      zh: '请用设备的包管理器安装 python3（3.8 或更新）、paho-mqtt 和 openssl，然后重新查看。',
    },
  },
  'python-old': {
    message: { en: 'The Python of the device is older than 3.8.', zh: '设备的 Python 低于 3.8。' },
    fix: {
      en: 'Bring the device to Debian 11, Raspberry Pi OS 11 or newer.',
      zh: '请将设备升级到 Debian 11、Raspberry Pi OS 11 或更新版本。',
    },
  },
  'clock-wrong': {
    message: {
      en: 'The clock of the device is wrong by more than a day, so that it takes no certificate for valid.',
      zh: '设备时钟误差超过一天，证书会被视为无效。',
    },
    fix: {
      en: 'Let it reach a time server (timedatectl set-ntp true), or set it: sudo date -s "2030-01-31 12:00".',
      zh: '请让它连上时间服务器（timedatectl set-ntp true），或手动设置：sudo date -s "2030-01-31 12:00"。',
    },
  },
  'disk-full': {
    message: { en: 'The disk of the device is full.', zh: '设备磁盘已满。' },
    fix: {
      en: 'Free 100 MB (sudo apt-get clean, sudo journalctl --vacuum-size=50M), then try again.',
      zh: '请释放 100 MB（sudo apt-get clean、sudo journalctl --vacuum-size=50M）后重试。',
    },
  },
  'read-only': {
    message: { en: 'The file system of the device cannot be written.', zh: '设备文件系统不可写。' },
    fix: {
      en: 'It is mounted read-only, often because the SD card is failing. Check the card.',
      zh: '文件系统为只读，常见原因是 SD 卡损坏。请检查存储卡。',
    },
  },
  'no-source': {
    message: { en: 'The device cannot fetch packages.', zh: '设备无法获取软件包。' },
    fix: {
      en: 'Give it internet access or a package source, or install python3-paho-mqtt from a file, then try again.',
      zh: '请让它接入互联网或配置软件源，或从文件安装 python3-paho-mqtt 后重试。',
    },
  },
  'apt-locked': {
    message: {
      en: 'Another program installs packages on the device at the moment.',
      zh: '设备上正有其他程序安装软件包。',
    },
    fix: { en: 'Wait some minutes, then try again.', zh: '请等待几分钟后重试。' },
  },
  'package-failed': {
    message: { en: 'The packages could not be installed.', zh: '软件包安装失败。' },
    fix: {
      en: 'Read what apt-get said below; often sudo dpkg --configure -a helps.',
      zh: '请查看下方 apt-get 的信息；通常可执行 sudo dpkg --configure -a。',
    },
  },
  'no-sftp': {
    message: { en: 'The device takes no files over SSH (SFTP).', zh: '设备不接受通过 SSH 传输文件（SFTP）。' },
    fix: {
      en: 'Turn the sftp subsystem on in sshd_config, or use the kit for a USB stick.',
      zh: '请在 sshd_config 中启用 sftp 子系统，或改用 U 盘安装包。',
    },
  },
  'step-failed': {
    message: { en: 'A step failed on the device.', zh: '设备上的某一步失败。' },
    fix: { en: 'Read what the device said below, fix it, then try again.', zh: '请查看下方设备的信息，处理后重试。' },
  },
  'undo-failed': {
    message: { en: 'Not everything could be taken away.', zh: '未能全部移除。' },
    fix: {
      en: 'Read what the device said below, then run the undo script on it as root: it may be run again.',
      zh: '请查看下方设备的信息，然后在设备上以 root 运行撤销脚本；可重复运行。',
    },
  },
  'id-invalid': {
    message: { en: 'This name cannot be a device id.', zh: '此名称不能作为设备 ID。' },
    fix: {
      en: 'Use letters, digits, dot, dash and underscore, at most 64, without spaces.',
      zh: '请使用字母、数字、点、短横线和下划线，最多 64 个，不含空格。',
    },
  },
  'id-taken': {
    message: { en: 'Two devices would have the same id.', zh: '两台设备的 ID 会相同。' },
    fix: { en: 'Give each device an id of its own.', zh: '请为每台设备取不同的 ID。' },
  },
} as const
