import { readLastLogins, readWho } from '../../formatters/services.ts'
import type { Intent } from '../entry-types.ts'

/** Accounts and logins. */
export const USERS_INTENTS: readonly Intent[] = [
  {
    id: 'logged-in-users',
    title: { en: 'Logged-in users', zh: '登录的用户' },
    explanation: { en: 'Shows who is logged in now.', zh: '显示当前登录的用户。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'who',
    powershell: 'quser',
    cmd: 'query user',
    formatters: [readWho],
    when: [
      'user internet +device +running +question *0.85',
      'user ~',
      'culprit device|system +login|user|running|connected -process',
      'user device|system +running +connected +question -process *0.85',
      'login question|user -recent -failed +running +connected +device +list',
      'login question|show|list -recent -failed -error +device *0.85',
      'user running|connected|question|list|device|free -process -login *0.85',
    ],
    examples: { en: ['who is logged in'], zh: ['谁在登录', '查看在线用户'] },
  },
  {
    id: 'user-accounts',
    title: { en: 'User accounts', zh: '用户账户' },
    explanation: { en: 'Lists the accounts of the system.', zh: '列出系统中的账户。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'getent passwd',
    powershell: 'Get-LocalUser',
    cmd: 'net user',
    when: [
      'account +list +system +device +user +exists +all',
      'users question|list|show|how-many|inside +list +system +device +exists +all +inside +how-many +number -login|running|connected|whoami|process|internet|recent|past-day',
      'users ~',
    ],
    examples: { en: ['list the user accounts'], zh: ['系统里有哪些账号'] },
  },
  {
    id: 'last-logins',
    title: { en: 'Last logins', zh: '最近登录' },
    explanation: { en: 'Shows the last logins.', zh: '显示最近的登录记录。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: 'last -n {count}',
    powershell: 'Get-EventLog -LogName Security -InstanceId 4624 -Newest {count}',
    formatters: [readLastLogins],
    defaults: { count: '20' },
    when: [
      'user recent|past-day +recent +login|question|time|device|system +<count> -failed -process -error *1.05',
      'login recent|past-day|log|info +user|question +time +recent +device +log +<count> -failed *1.05',
      'login-history +past-day +user|time|recent|device|log|lines|list|question|login +<count> -failed *1.05',
    ],
    examples: { en: ['show the last logins', 'who logged in recently'], zh: ['最近的登录记录', '最近谁登录过'] },
  },
  {
    id: 'failed-logins',
    title: { en: 'Failed logins', zh: '失败的登录' },
    explanation: { en: 'Shows failed logins over SSH.', zh: '显示 SSH 登录失败记录。' },
    expectedClass: 'read',
    timeoutS: null,
    linux: [
      'journalctl -t sshd -g Failed --since {since} --no-pager',
      'journalctl -t sshd -g Failed -n {count} --no-pager',
    ],
    powershell: 'Get-EventLog -LogName Security -InstanceId 4625 -Newest {count}',
    defaults: { count: '50' },
    when: [
      'failed-login +how-many +user +number +recent +log +<count> +<service>',
      'login failed +recent +log +user +<count> +<service>',
    ],
    examples: { en: ['show failed logins'], zh: ['查看登录失败记录'] },
  },
]
