import type { IntentEntry } from '../entry-types.ts'

const OPTIONS =
  '+file +files +folder +known-file +known-folder +contents +filler +whole +together +beforehand +log +config'

/** Files and folders that are copied, moved, kept a copy of, made and taken away; never more than what is named. */
export const MOVING_INTENTS: readonly IntentEntry[] = [
  {
    id: 'copy-file',
    title: ['Copy', '复制'],
    explanation: [
      'Copies {packed} to {target}, a folder with all in it; a file of that name there is replaced.',
      '把 {packed} 复制到 {target}，目录会连同内容一起复制；目标处的同名文件会被替换。',
    ],
    expectedClass: 'change',
    timeoutS: 600,
    linux: ['cp {plain} {target}', 'cp -r {packed} {target}'],
    asRootIn: ['target'],
    when: [`copy <path> <second> ${OPTIONS} +usb-stick *1.2`],
    examples: ['copy /etc/hosts to /tmp/hosts.old', '把 /opt/a.txt 复制到 /tmp'],
  },
  {
    id: 'move-file',
    title: ['Move', '移动'],
    explanation: [
      'Moves {packed} to {target}; a file of that name there is replaced.',
      '把 {packed} 移动到 {target}；目标处的同名文件会被替换。',
    ],
    expectedClass: 'change',
    timeoutS: 600,
    linux: 'mv {gone} {target}',
    asRootIn: ['gone', 'target'],
    when: [`move <path> <second> ${OPTIONS} +usb-stick *1.2`],
    examples: ['move /tmp/fw.bin to /opt/fw.bin', '把 /tmp/fw.bin 移动到 /opt'],
  },
  {
    id: 'rename-file',
    title: ['Rename a file or folder', '重命名文件或目录'],
    explanation: [
      'Renames {packed} to {target}; a file of that name is replaced.',
      '把 {packed} 改名为 {target}；已有的同名文件会被替换。',
    ],
    expectedClass: 'change',
    linux: 'mv {gone} {target}',
    asRootIn: ['gone'],
    when: [`rename <path> <second> +name ${OPTIONS} *1.2`, `set name <path> <second> ${OPTIONS} *1.2`],
    examples: ['rename a.txt to b.txt', '把 old.txt 改名为 new.txt'],
  },
  {
    id: 'backup-file',
    title: ['Keep a copy', '备份文件或目录'],
    explanation: [
      'Copies {packed} with its owner and times; without another name the copy gets “.bak”. A copy of the same name is replaced.',
      '把 {packed} 连同属主和时间复制一份；没有指定名字时副本加上“.bak”。同名的旧副本会被替换。',
    ],
    expectedClass: 'change',
    timeoutS: 600,
    linux: ['cp -a {packed} {target}', 'cp -a {packed} {bak}'],
    asRootIn: ['target', 'bak'],
    when: [
      `backup <path> <second> ${OPTIONS} +usb-stick *1.2`,
      `backup <path> -<second> ${OPTIONS} *1.1`,
      'pack backup <path> <second> +file ~ *0.5',
    ],
    examples: ['back up /etc/hosts', ['把 config.txt 备份成 config.txt.bak', '改之前先备份一份 /etc/hosts']],
  },
  {
    id: 'backup-config',
    title: ['Keep a copy of the settings', '备份服务配置'],
    explanation: [
      'Copies {conffile} to a file of that name with “.bak”; an older one is replaced.',
      '把 {conffile} 复制为同名加“.bak”的文件；旧的备份会被替换。',
    ],
    expectedClass: 'change',
    linux: 'cp -a {conffile} {conffile}.bak',
    asRootIn: ['conffile'],
    when: ['backup config <service> +service +file +filler +beforehand -<path> -<second> *1.2'],
    examples: ['back up the mosquitto config', '备份一下 nginx 的配置文件'],
  },
  {
    id: 'create-file',
    title: ['Create an empty file', '新建空文件'],
    explanation: [
      'Creates {packed}; one that is there keeps its contents and gets the present time.',
      '新建 {packed}；如果文件已存在，内容不变，只更新时间。',
    ],
    expectedClass: 'change',
    linux: 'touch {packed}',
    asRootIn: ['packed'],
    when: [
      'create empty-file <path> +file +name -known-folder *1.2',
      'create file <path> +empty-file +name -known-folder *1.1',
      'create known-file <path> +file +empty-file +name +known-folder *1.1',
      'touch <path> +file -known-folder',
    ],
    examples: ['create an empty file /tmp/a.txt', '新建一个空文件 /tmp/a.txt'],
  },
  {
    id: 'delete-file',
    title: ['Delete a file', '删除文件'],
    explanation: [
      'Deletes the file {packed}; it is gone for good. A folder stays.',
      '删除文件 {packed}，无法恢复；目录不会被删除。',
    ],
    expectedClass: 'change',
    linux: 'rm {gone}',
    asRootIn: ['gone'],
    when: [
      'delete known-file <path> +file +log +log-file +backup +config +together +for-good -whole|tidy|empty-out|uninstall *1.2',
      'delete file <path> +log +log-file +config +together +for-good -whole|tidy|empty-out|uninstall *1.2',
      'delete <file> +file +log +log-file +config +together +for-good -whole|tidy|empty-out|uninstall *1.1',
      'delete <path> +log +for-good -whole|known-file|known-folder|tidy|empty-out|uninstall ~ *1.2',
    ],
    examples: ['delete /tmp/test.log', '删除 /tmp/test.log'],
  },
  {
    id: 'delete-folder',
    title: ['Delete a folder', '删除目录'],
    explanation: [
      'Deletes the folder {packed} with everything in it; it is gone for good.',
      '删除目录 {packed} 及其中的全部内容，无法恢复。',
    ],
    expectedClass: 'destructive',
    timeoutS: 120,
    linux: 'rm -r {gone}',
    asRootIn: ['gone'],
    when: [
      'delete folder|whole <path> +folder +whole +together +for-good +known-folder -tidy|empty-out|uninstall *1.2',
      'delete known-folder <path> +together +for-good +whole -tidy|empty-out|uninstall *1.2',
      'delete <path> +for-good -whole|known-file|known-folder|tidy|empty-out|uninstall -<file> ~ *1.2',
    ],
    examples: ['delete the folder /opt/old', '删除 /opt/old 目录'],
  },
  {
    id: 'delete-empty-folder',
    title: ['Delete an empty folder', '删除空目录'],
    explanation: [
      'Deletes the folder {packed} if it is empty, and fails if it is not.',
      '目录 {packed} 为空时删除它，不为空时会失败。',
    ],
    expectedClass: 'change',
    linux: 'rmdir {gone}',
    asRootIn: ['gone'],
    when: ['delete empty-folder <path> +folder +known-folder -tidy|uninstall *1.3'],
    examples: ['delete the empty folder /tmp/a', '删除空目录 /tmp/a'],
  },
  {
    id: 'empty-file',
    title: ['Empty a file', '清空文件'],
    explanation: [
      'Empties {packed}: the file stays, its contents are gone for good.',
      '清空 {packed}：文件保留，内容全部清除且无法恢复。',
    ],
    expectedClass: 'destructive',
    linux: 'truncate -s 0 {gone}',
    asRootIn: ['gone'],
    when: [
      'empty-out known-file <path> +big +full +space-hog +file +contents +log +log-file +not-deleted -known-folder *1.2',
      'empty-out file <path> +contents +log +log-file +not-deleted -known-folder *1.2',
      'tidy contents known-file|file <path> +contents +file +log +log-file -known-folder *1.2',
      'empty-out <file> +file +contents +log +log-file *1.1',
    ],
    examples: ['empty the file /var/log/app.log', '清空 /var/log/app.log'],
  },
]
