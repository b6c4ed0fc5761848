import type { IntentEntry } from '../entry-types.ts'

/** Drives that are plugged in and taken out, what containers leave over, and files that come from or go to elsewhere. */
export const STORAGE_INTENTS: readonly IntentEntry[] = [
  {
    id: 'usb-storage',
    title: ['USB sticks and drives', 'U 盘与磁盘'],
    explanation: [
      'Lists drives and partitions with connection, file system, name and mount point; “usb” marks a stick.',
      '列出磁盘和分区，以及接口、文件系统、卷标和挂载点；接口为 usb 的是 U 盘。',
    ],
    linux: [
      'lsblk -o NAME,SIZE,TRAN,FSTYPE,LABEL,MOUNTPOINT {path}',
      'lsblk -o NAME,SIZE,TRAN,FSTYPE,LABEL,MOUNTPOINT',
    ],
    powershell: 'Get-Disk',
    when: [
      'usb-sticks -mount|error|recent|free|space|usage|full|kernel-log|log +connected +how-many +exists *1.3',
      'list usb-stick -mount|error|recent|free|space|usage|full|log|kernel-log +connected *1.4',
      'mounted-there device-file <path> -<second> +disk +usb-stick +folder +status *1.6',
      'mount device-file <path> question|find -<second> +disk +usb-stick +folder +status *1.4',
      'mount|set|mount-it usb-stick +<second> +folder +filler ~',
      'unmount|eject|uninstall usb-stick +filler +disk +device +system ~',
      'unmount|eject disk -<path> +filler +usb ~',
    ],
    examples: ['which usb sticks are plugged in', '插了哪些 U 盘'],
  },
  {
    id: 'usb-space',
    title: ['Space on USB sticks', 'U 盘剩余空间'],
    explanation: [
      'Lists drives with what is free on those that are mounted; “usb” marks a stick.',
      '列出磁盘以及已挂载部分的剩余空间；接口为 usb 的是 U 盘。',
    ],
    linux: 'lsblk -o NAME,SIZE,FSAVAIL,TRAN,MOUNTPOINT',
    when: ['usb-stick|usb-sticks free|space|size|usage|full -<path> -delete|error +disk +total +how-many +inside *1.4'],
    examples: ['how much space is left on the usb stick', 'U 盘还剩多少空间'],
  },
  {
    id: 'file-system-type',
    title: ['File system of a partition', '分区的文件系统'],
    explanation: ['Shows the file systems of partitions.', '显示分区的文件系统。'],
    linux: ['lsblk -f {path}', 'lsblk -f'],
    when: [
      'file-system-name device-file <path> question +disk +usb-stick +file-system-type *1.4',
      'file-system-type device-file <path> +disk +usb-stick *1.4',
      'file-system-type disk|block-device|usb-stick|each -<path> *1.3',
    ],
    examples: ['what file system is on /dev/sda1', '/dev/sda1 是什么文件系统'],
  },
  {
    id: 'mount-device',
    title: ['Mount a partition', '挂载分区'],
    explanation: [
      'Mounts {path} on {mountpoint}; the folder is made where it is missing.',
      '把 {path} 挂载到 {mountpoint}，目录不存在时会先创建。',
    ],
    expectedClass: 'destructive',
    linux: 'sudo -n mkdir -p {mountpoint} && sudo -n mount {partition} {mountpoint}',
    when: ['mount|set|mount-it device-file <path> <second> +disk +usb-stick +folder +filler *1.3'],
    examples: ['mount /dev/sda1 on /mnt/usb', '把 /dev/sda1 挂载到 /mnt/usb'],
  },
  {
    id: 'unmount',
    title: ['Unmount', '卸载磁盘'],
    explanation: [
      'Writes out what is pending and unmounts {packed}; a stick can be pulled out after that. It fails while something uses it.',
      '写完缓存并卸载 {packed}，之后可以拔出；正在被使用时会失败。',
    ],
    expectedClass: 'destructive',
    timeoutS: 120,
    linux: ['sudo -n umount {partition}', 'sudo -n eject {drive}', 'sudo -n umount {mounted}'],
    when: [
      'unmount|eject device-file <path> +usb-stick +disk +filler +unmount +eject *1.3',
      'unmount|eject <path> +usb-stick +disk +folder +known-folder +mount +unmount +eject +filler -device-file *1.3',
    ],
    examples: [
      ['unmount /mnt/usb', 'safely eject /dev/sda'],
      ['安全弹出 /mnt/usb', '卸载 /dev/sda1'],
    ],
  },
  {
    id: 'mount-of-folder',
    title: ['What is mounted there', '该目录挂载的磁盘'],
    explanation: [
      'Shows the file system on which {path} lies; where nothing is mounted there, that of the folder above.',
      '显示 {path} 所在的文件系统；没有单独挂载时显示上级目录所在的文件系统。',
    ],
    linux: 'findmnt --target {path}',
    when: [
      'mounted-there <path> -device-file|known-file +disk +usb-stick +folder +known-folder +exists +connected -<second> *1.6',
      'mount|unmount <path> question|status|well|inside +net-share +usb-stick +disk +folder +known-folder +exists +connected -device-file|known-file -<second> *1.3',
    ],
    examples: ['is /mnt/usb mounted', '/mnt/usb 挂载了吗'],
  },
  {
    id: 'boot-mounts',
    title: ['Mounted at the start', '开机挂载的磁盘'],
    explanation: ['Shows what is to be mounted at the start.', '显示开机时要挂载的内容。'],
    linux: 'cat /etc/fstab',
    when: ['mounted-at-boot -<path> +disk +usb-stick +how-many +block-device *1.3'],
    examples: ['what is mounted at boot', '开机自动挂载了哪些盘'],
  },
  {
    id: 'image-prune',
    title: ['Remove unused images', '清理无用镜像'],
    explanation: [
      'Removes images that have no name any more and that no container uses; named ones stay.',
      '删除没有标签且没有容器使用的镜像；有标签的镜像保留。',
    ],
    expectedClass: 'destructive',
    timeoutS: 300,
    linux: 'docker image prune -f',
    powershell: 'docker image prune -f',
    cmd: 'docker image prune -f',
    when: ['delete unused-images +all +container +build-cache +filler -<path> *1.3'],
    examples: ['prune unused docker images', '没用的 docker 镜像清理一下'],
  },
  {
    id: 'docker-prune',
    title: ['Clean up docker', '清理 docker'],
    explanation: [
      'Removes stopped containers, unused networks, images without a name and the build cache; volumes and named images stay.',
      '删除已停止的容器、未使用的网络、无标签的镜像和构建缓存；数据卷和有标签的镜像保留。',
    ],
    expectedClass: 'destructive',
    timeoutS: 300,
    linux: 'docker system prune -f',
    powershell: 'docker system prune -f',
    cmd: 'docker system prune -f',
    when: [
      'tidy build-cache +space +disk +usage +space-hog +size +filler -<path> *1.3',
      'delete build-cache +space +disk +filler -<path>',
    ],
    examples: ['clean up the docker cache', '清理 docker 缓存'],
  },
  {
    id: 'download-file',
    title: ['Download a file', '下载文件'],
    explanation: [
      'Downloads {url} to {saved}, for at most ten minutes; a file of that name is replaced.',
      '把 {url} 下载到 {saved}，最多十分钟；同名文件会被替换。',
    ],
    expectedClass: 'change',
    timeoutS: 620,
    linux: 'curl -fsSL -m 600 --create-dirs -o {saved} {url}',
    asRootIn: ['saved'],
    when: [
      'download <url> <second> +boot-loader +package +write +web-page +file +folder +known-file +filler *1.3',
      'download <url> -<path> -<second> +boot-loader +package +web-page +file +filler *1.2',
    ],
    examples: ['download http://192.0.2.10/fw.bin to /tmp/fw.bin', '把 http://192.0.2.10/fw.bin 下载到 /tmp'],
  },
  {
    id: 'sync-folder',
    title: ['Make a folder like another', '同步目录'],
    explanation: [
      'Copies what is new or changed in {packed} into {second} by rsync; what is only in {second} stays.',
      '用 rsync 把 {packed} 中新增和改动的内容复制到 {second}；只存在于 {second} 的内容保留。',
    ],
    expectedClass: 'change',
    timeoutS: 900,
    linux: 'rsync -a {packed}/ {second}/',
    asRootIn: ['second'],
    when: ['sync-to <path> <second> +folder +known-folder +contents +filler +usb-stick -known-file *1.3'],
    examples: ['rsync /opt/data to /mnt/backup', '同步 /opt/data 到 /mnt/backup'],
  },
  {
    id: 'send-file',
    title: ['Copy to another machine', '复制到另一台机器'],
    explanation: [
      'Copies {packed} to “{remote}” by scp. It asks for no password: the device needs a key for that login there.',
      '用 scp 把 {packed} 复制到“{remote}”。不会询问密码：设备上必须已有登录那台机器的密钥。',
    ],
    expectedClass: 'unknown',
    timeoutS: 620,
    linux: ['timeout 600 scp -B {plain} {remote}', 'timeout 600 scp -B -r {packed} {remote}'],
    when: [
      'send-to|copy|sync-to|backup <path> <remote> +send-to +file +folder +known-file +known-folder +archive-file +filler +whole *1.3',
    ],
    examples: ['copy /tmp/fw.bin to pi@192.0.2.20:/tmp', '把 /tmp/fw.bin 传到 192.0.2.20 的 /srv'],
  },
]
