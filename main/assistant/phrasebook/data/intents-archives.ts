import type { IntentEntry } from '../entry-types.ts'

const OPTIONS =
  '+file +folder +known-file +known-folder +archive-file +filler +whole +together +beforehand +log +contents +archive-word'

/** Archives, checksums, comparisons, rights and links, and what stands on single lines of a file. */
export const ARCHIVE_INTENTS: readonly IntentEntry[] = [
  {
    id: 'pack-files',
    title: ['Pack', '打包'],
    explanation: [
      'Packs {packed} into an archive; without another name it lies beside the folder. One of the same name is replaced.',
      '把 {packed} 打包成压缩包；没有指定名字时放在它旁边。同名的压缩包会被替换。',
    ],
    expectedClass: 'change',
    timeoutS: 900,
    linux: [
      'zip -qr {zipfile} {packed}',
      'tar -czf {tgz} {packed}',
      'tar -caf {tarfile} {packed}',
      'gzip -k {gzipped}',
    ],
    asRootIn: ['packed', 'second'],
    when: [
      `pack <path> <second> +backup +usb-stick ${OPTIONS} *1.3`,
      `pack <path> <format> +backup ${OPTIONS} *1.25`,
      `pack <path> -<second> -<size> +backup ${OPTIONS} *1.2`,
      `shrink-to <path> <second> -<size> ${OPTIONS} *1.2`,
      `backup pack <path> <second> +usb-stick ${OPTIONS} *1.3`,
    ],
    examples: [
      'pack /opt/app into /tmp/app.tar.gz',
      ['把 /var/log 打包成 /tmp/logs.tar.gz', '把 /etc/nginx 压缩成 zip'],
    ],
  },
  {
    id: 'unpack-files',
    title: ['Unpack', '解压'],
    explanation: [
      'Unpacks {packed}; without another folder into the one where it lies. Files of the same name there are replaced.',
      '解压 {packed}；没有指定目录时解压到它所在的目录。同名文件会被替换。',
    ],
    expectedClass: 'change',
    timeoutS: 900,
    linux: [
      'mkdir -p {second} && tar -xf {tarball} -C {second}',
      'tar -xf {tarball} -C {into}',
      'tar -xf {tarball}',
      'unzip -oq {unzipped} -d {into}',
      'unzip -oq {unzipped}',
      'gzip -dk {gunzipped}',
    ],
    asRootIn: ['into'],
    when: [`unpack <path> <second> ${OPTIONS} *1.3`, `unpack <path> -<second> ${OPTIONS} *1.2`],
    examples: ['extract update.zip to /opt/update', ['解压 firmware.tar.gz', '把 update.zip 解压到 /opt/update']],
  },
  {
    id: 'archive-contents',
    title: ['What is in an archive', '压缩包内容'],
    explanation: [
      'Lists at most 100 entries of {packed} and unpacks nothing.',
      '列出 {packed} 中最多 100 个条目，不解压。',
    ],
    timeoutS: 60,
    linux: ['tar -tvf {tarball} | head -n 100', 'unzip -l {unzipped} | head -n 100'],
    when: [
      'archive-file inside|list|contents|contain|files|file <path> +how-many +pack +look-inside +archive-word -find|search|name *1.4',
    ],
    examples: ['list the contents of backup.tar.gz', '看看 backup.tar.gz 里面有什么'],
  },
  ...(['md5', 'sha1', 'sha256'] as const).map(
    (sum): IntentEntry => ({
      id: `${sum}-sum`,
      title: [`Checksum (${sum})`, `校验值（${sum}）`],
      explanation: [`Calculates the ${sum} checksum of {path}.`, `计算 {path} 的 ${sum} 校验值。`],
      expectedClass: 'read',
      timeoutS: 120,
      linux: `${sum}sum {path}`,
      powershell: `Get-FileHash -Algorithm ${sum.toUpperCase()} -LiteralPath {path}`,
      when: [`${sum} <path> +sum-up +file +known-file +archive-file +question +contents +md5 -known-folder *1.3`],
      examples: [`${sum} of /tmp/fw.bin`, `算一下 /tmp/fw.bin 的 ${sum}`],
    }),
  ),
  {
    id: 'compare-files',
    title: ['Compare two files', '比较两个文件'],
    explanation: [
      'Shows at most 200 lines in which {packed} and {target} differ; nothing where they are the same.',
      '显示 {packed} 与 {target} 的不同之处，最多 200 行；相同则没有输出。',
    ],
    timeoutS: 60,
    linux: 'diff -u {packed} {second} | head -n 200',
    when: [
      'compare <path> <second> +file +files +folder +known-file +archive-file +known-folder +contents +config +inside *1.3',
    ],
    examples: ['compare /etc/hosts with /etc/hosts.bak', '比较 a.conf 和 b.conf'],
  },
  {
    id: 'set-mode',
    title: ['Set the rights of a file', '修改文件权限'],
    explanation: ['Sets the rights of {packed} to {mode}.', '把 {packed} 的权限改成 {mode}。'],
    expectedClass: 'change',
    linux: 'chmod {mode} {owned}',
    asRootIn: ['owned'],
    when: [
      'set file-details <path> <mode> +file +known-file -known-folder|whole *1.3',
      'chmod <path> <mode> +file-details +file +known-file -known-folder|whole *1.3',
    ],
    examples: ['chmod 600 /opt/key.pem', '把 /opt/key.pem 权限改成 600'],
  },
  {
    id: 'set-mode-of-folder',
    title: ['Set the rights of a folder', '修改目录权限'],
    explanation: [
      'Sets the rights of the folder {packed} itself to {mode}; what lies in it keeps its own.',
      '把目录 {packed} 本身的权限改成 {mode}；其中的内容不变。',
    ],
    expectedClass: 'change',
    linux: 'chmod {mode} {owned}',
    asRootIn: ['owned'],
    when: ['set|chmod folder|known-folder <path> <mode> +folder +file-details +known-folder -whole *1.35'],
    examples: ['set the permissions of the folder /opt/app to 755', '把 /opt/app 目录的权限改成 755'],
  },
  {
    id: 'set-owner',
    title: ['Set the owner of a file', '修改属主'],
    explanation: ['Gives {packed} to {owner}.', '把 {packed} 的属主改成 {owner}。'],
    expectedClass: 'change',
    linux: 'sudo -n chown {owner} {owned}',
    when: [
      'set <path> <owner> +file-details +user +file +known-file -known-folder|whole *1.2',
      'set file-details <path> <owner> +user +file +known-file -known-folder|whole *1.3',
      'chown <path> <owner> +user +file +known-file +file-details -known-folder|whole *1.3',
    ],
    examples: ['change the owner of /opt/app.log to pi', '把 /opt/app.log 的属主改成 pi'],
  },
  {
    id: 'set-owner-of-folder',
    title: ['Set the owner of a folder', '修改目录属主'],
    explanation: [
      'Gives the folder {packed} with everything in it to {owner}.',
      '把目录 {packed} 及其中的全部内容的属主改成 {owner}。',
    ],
    expectedClass: 'destructive',
    timeoutS: 120,
    linux: 'sudo -n chown -R {owner} {owned}',
    when: ['set|chown folder|whole|known-folder <path> <owner> +user +file-details +known-folder +folder +whole *1.35'],
    examples: ['change the owner of the folder /opt/app to pi', '把 /opt/app 目录的属主改成 pi'],
  },
  {
    id: 'make-link',
    title: ['Make a link', '建软链接'],
    explanation: ['Makes {second} a link that points to {packed}.', '建立软链接 {second}，指向 {packed}。'],
    expectedClass: 'change',
    linux: 'ln -s {packed} {second}',
    asRootIn: ['second'],
    when: [
      'link-to <path> <second> +create +set +name +link-target +file +folder +known-file +known-folder +archive-file *1.3',
    ],
    examples: ['create a symlink /opt/app pointing to /opt/app-1.2', '把 /opt/app-1.2 软链接到 /opt/app'],
  },
  {
    id: 'link-target',
    title: ['Where a link leads', '链接指向哪里'],
    explanation: ['Shows the file at the end of the link {path}.', '显示链接 {path} 最终指向的文件。'],
    linux: 'readlink -f {path}',
    when: [
      'link-target device-file <path> +serial +usb *1.5',
      'link-target <path> +file +link-to +known-file +known-folder +folder *1.3',
    ],
    examples: ['what does /usr/bin/python point to', '/usr/bin/python 指向哪里'],
  },
  {
    id: 'folder-empty',
    title: ['Whether a folder is empty', '目录是否为空'],
    explanation: ['Counts what lies in {path}.', '统计 {path} 中有多少个条目。'],
    linux: 'ls -A {path} | wc -l',
    when: ['is-empty <path> +folder +known-folder +inside -known-file *1.3'],
    examples: ['the folder /tmp/upload, is it empty', '/tmp/upload 目录是空的吗'],
  },
  {
    id: 'show-lines',
    title: ['Lines of a file', '文件的某几行'],
    explanation: ['Shows the lines {line} to {lineto} of {path}.', '显示 {path} 的第 {line} 到 {lineto} 行。'],
    linux: 'sed -n {line},{lineto}p {path}',
    when: ['<line> <path> +file +known-file +contents +lines +log +inside +cat +config -known-folder *1.3'],
    examples: ['show lines 10 to 20 of /etc/fstab', '看 /etc/hosts 第 10 到 20 行'],
  },
  {
    id: 'count-text',
    title: ['How often a word stands in a file', '某个词出现的次数'],
    explanation: [
      'Counts how often “{text}” stands in {path}, as it is written, with capitals and small letters apart.',
      '统计“{text}”在 {path} 中出现的次数，按原样匹配，区分大小写。',
    ],
    timeoutS: 60,
    linux: 'grep -oF -e {text} {path} | wc -l',
    when: [
      'how-many <text> <path> +contain +error +log +known-file -known-folder|number *1.3',
      'occurrences <text> <path> +contain +file +known-file +log +error +contents -known-folder *1.4',
    ],
    examples: ['how often does error occur in /var/log/app.log', 'error 在 /var/log/app.log 里出现了多少次'],
  },
  {
    id: 'count-text-lines',
    title: ['Lines with a word', '包含某个词的行数'],
    explanation: [
      'Counts the lines of {path} that hold “{text}”, as it is written, with capitals and small letters apart.',
      '统计 {path} 中包含“{text}”的行数，按原样匹配，区分大小写。',
    ],
    timeoutS: 60,
    linux: 'grep -F -e {text} {path} | wc -l',
    when: ['line-count <text> <path> +exists +contain +file +known-file +log +error -known-folder *1.4'],
    examples: ['how many lines contain error in /var/log/app.log', '/var/log/app.log 有多少行包含 error'],
  },
  {
    id: 'word-count',
    title: ['Words of a file', '文件的字数'],
    explanation: ['Counts the lines, words and characters of {path}.', '统计 {path} 的行数、单词数和字符数。'],
    linux: 'wc -lwm {path}',
    when: ['word-count <path> +file +known-file +contents -known-folder *1.3'],
    examples: ['how many words are in /etc/motd', '/etc/motd 有多少个字'],
  },
]
