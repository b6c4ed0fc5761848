import type { IntentEntry } from '../entry-types.ts'

/** Files as they are listed, packed, copied and taken away, and how wide the words of the system are. */
export const HANDLING_INTENTS: readonly IntentEntry[] = [
  {
    id: 'architecture',
    title: ['Architecture and word size', '架构与位数'],
    explanation: [
      'Shows the architecture of the kernel, then whether the programs are of 32 or 64 bits.',
      '显示内核的架构，以及系统程序是 32 位还是 64 位。',
    ],
    linux: 'uname -m; getconf LONG_BIT',
    powershell: 'Get-CimInstance -ClassName Win32_OperatingSystem | Select-Object -Property OSArchitecture',
    cmd: 'wmic os get osarchitecture',
    when: ['architecture +cpu +os'],
    examples: ['is it 32 or 64 bit', '系统是 64 位吗'],
  },
  {
    id: 'ordinary-users',
    title: ['Ordinary users', '普通用户'],
    explanation: [
      'Lists the accounts of people: those with a user id from 1000 to 59999.',
      '列出普通用户账号，即用户编号在 1000 到 59999 之间的账号。',
    ],
    linux: "getent passwd | awk -F: '$3 >= 1000 && $3 < 60000'",
    powershell: 'Get-LocalUser',
    when: ['ordinary-users +exists +inside +how-many'],
    examples: ['list the regular users', '有哪些普通用户'],
  },
  {
    id: 'list-by-time',
    title: ['Folder by time', '按时间列出目录'],
    explanation: ['Lists the folder, newest first.', '列出目录内容，最新的在前。'],
    linux: ['ls -lt {path} | head -n {rows}', 'ls -lt {path}', 'ls -lt'],
    powershell: [
      'Get-ChildItem -LiteralPath {path} | Sort-Object -Property LastWriteTime -Descending',
      'Get-ChildItem | Sort-Object -Property LastWriteTime -Descending',
    ],
    when: [
      // Which of them is to go: asked, beside what there is.
      'delete file|folder -<path> -<file> -<service> -<process> -all|tidy|uninstall|empty-out ~',
      'by-time <path> <count> +recent +file|files +known-folder +folder +inside *1.3',
      'by-time <path> known-folder|folder|file|files|list|inside +contents *1.2',
      'by-time folder|file|files +contents +inside *1.15',
    ],
    examples: ['list the files in /tmp sorted by time', '列出 /var/log 下的文件，按时间排序'],
  },
  {
    id: 'largest-files-of',
    title: ['Largest files of a folder', '目录中最大的文件'],
    explanation: [
      'Lists the {count} largest files below {path} with their sizes in bytes, however small they are.',
      '列出 {path} 下最大的 {count} 个文件及其字节数，不限大小。',
    ],
    timeoutS: 60,
    linux: "find {path} -xdev -type f -printf '%s %p\\n' 2>/dev/null | sort -rn | head -n {count}",
    powershell:
      'Get-ChildItem -LiteralPath {path} -Recurse -File -Force -ErrorAction SilentlyContinue | Sort-Object -Property Length -Descending | Select-Object -First {count} -Property Length,FullName',
    when: [
      'file|files big|space-hog <path> <count> +space-hog +by-size +space +disk +usage +most +size +inside +known-folder -<size> -known-file +how-many *1.05',
    ],
    examples: ['10 largest files in /var/log', '/var/log 里最大的 10 个文件'],
  },
]
