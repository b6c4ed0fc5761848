import type { IntentEntry } from '../entry-types.ts'

/** Accounts and logins. */
export const USERS_INTENTS: readonly IntentEntry[] = [
  {
    id: 'whoami',
    title: ['User of the agent', '当前用户'],
    explanation: ['Shows as which user commands run.', '显示命令以哪个用户执行。'],
    linux: 'id',
    powershell: 'whoami',
    cmd: 'whoami',
    when: ['whoami +login +name +user +running', 'agent user'],
    examples: ['which user am I', '当前是哪个用户'],
  },
  {
    id: 'logged-in-users',
    title: ['Logged-in users', '登录的用户'],
    explanation: ['Shows who is logged in now.', '显示当前登录的用户。'],
    linux: 'who',
    powershell: 'quser',
    cmd: 'query user',
    when: [
      'user internet +running +how-many *0.85',
      'user +how-many ~',
      'culprit device|system +login|user|running|connected -process +how-many',
      'user device|system +running +connected -process +how-many *0.85',
      'login question|user -recent -failed +come-from +running +connected +how-many',
      'login question|show|list -recent -failed -error +how-many *0.85',
      'user running|connected|question|list|device|free -process +how-many *0.85',
    ],
    examples: ['who is logged in', ['谁在登录', '查看在线用户']],
  },
  {
    id: 'user-accounts',
    title: ['User accounts', '用户账户'],
    explanation: ['Lists the accounts of the system.', '列出系统中的账户。'],
    linux: 'getent passwd',
    powershell: 'Get-LocalUser',
    cmd: 'net user',
    when: [
      'account +user +exists',
      'users question|list|show|how-many|inside +exists +number -running|connected|process|recent|past-day',
      'users ~',
    ],
    examples: ['list the user accounts', '系统里有哪些账号'],
  },
  {
    id: 'last-logins',
    title: ['Last logins', '最近登录'],
    explanation: ['Shows the last logins.', '显示最近的登录记录。'],
    linux: ['last -s {day} -t {until}', 'last -s {day}', 'last -n {count}'],
    powershell: 'Get-EventLog -LogName Security -InstanceId 4624 -Newest {count}',
    defaults: { count: '20' },
    when: [
      'login <day> +user +recent +login-history +log -failed +how-many *1.1',
      'login-history <day> +user +recent +login +log -failed +how-many *1.1',
      'user recent|past-day +login|time +<count> -failed -process -error +how-many *1.05',
      'login recent|past-day|log|info -config +user +time +<count> -failed +how-many *1.05',
      'login-history +past-day +user|time|recent|log|lines|login +<count> -failed +how-many *1.05',
    ],
    examples: [
      ['show the last logins', 'who logged in recently'],
      ['最近的登录记录', '最近谁登录过'],
    ],
  },
  {
    id: 'failed-logins',
    title: ['Failed logins', '失败的登录'],
    explanation: ['Shows failed logins over SSH.', '显示 SSH 登录失败记录。'],
    linux: [
      'journalctl -t sshd -g Failed --since {since} --until {until} --no-pager',
      'journalctl -t sshd -g Failed --since {since} --no-pager',
      'journalctl -t sshd -g Failed -n {count} --no-pager',
    ],
    powershell: 'Get-EventLog -LogName Security -InstanceId 4625 -Newest {count}',
    defaults: { count: '50' },
    when: [
      'failed-login +how-many +user +number +recent +log +<count> +<service>',
      'login failed +recent +log +user +<count> +<service>',
    ],
    examples: ['show failed logins', '查看登录失败记录'],
  },
  {
    id: 'failed-login-count',
    title: ['How many logins failed', '登录失败次数'],
    explanation: ['Counts the failed logins over SSH of that time.', '统计该时段 SSH 登录失败的次数。'],
    linux: [
      "journalctl -q -t sshd -t sshd-session -g 'Failed password' --since {since} --until {until} --no-pager | wc -l",
      "journalctl -q -t sshd -t sshd-session -g 'Failed password' --since {since} --no-pager | wc -l",
    ],
    when: ['login failed how-many <since> +number -user *1.2', 'failed-login how-many <since> +number -user *1.2'],
    examples: ['how many failed logins today', '今天登录失败多少次'],
  },
]
