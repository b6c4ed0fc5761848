import type { Rule } from '../rule.ts'

/** Interpreters, builtins of the shell and its environment. */
export const SHELL_RULES: readonly Rule[] = [
  {
    id: 'text.ulimit.set',
    programs: 'ulimit',
    when: { min: 1 },
    class: 'unknown',
    reason: { en: 'cannot be judged: changes the state of the shell', zh: '无法判断：改变 shell 的状态' },
    match: ['ulimit -n 10'],
    noMatch: ['ulimit -a'],
  },
  {
    id: 'text.code',
    programs:
      'python python2 python3 pypy perl ruby node nodejs deno bun php lua luajit tclsh wish expect Rscript julia osascript gdb make cmake gcc g++ cc ghc jshell java m4 bpython ipython pwsh dc',
    when: { notOnly: /^(?:--version|-V|-version)$/ },
    class: 'unknown',
    reason: { en: 'cannot be judged: code of another language', zh: '无法判断：其他语言的代码' },
    match: ["python3 -c 'print(1)'", 'perl x.pl'],
    noMatch: ['awk 1 x'],
  },
  {
    id: 'text.shell.state',
    programs:
      'export declare typeset local readonly unset set shopt read mapfile readarray let getopts trap complete alias unalias enable bind fc return break continue shift wait exit logout disown bg fg times caller dirs popd pushd',
    class: 'unknown',
    reason: { en: 'cannot be judged: changes the state of the shell', zh: '无法判断：改变 shell 的状态' },
    match: ['export A=1', "alias ls='rm'", 'set -e'],
    noMatch: ['echo set'],
  },
  {
    id: 'text.shell.umask.set',
    programs: 'umask',
    when: { min: 1 },
    class: 'unknown',
    reason: { en: 'cannot be judged: changes the state of the shell', zh: '无法判断：改变 shell 的状态' },
    match: ['umask 0'],
    noMatch: ['umask'],
  },
  {
    id: 'text.shell.hash',
    programs: 'hash',
    when: { flags: 'p r d' },
    class: 'unknown',
    reason: { en: 'cannot be judged: changes the state of the shell', zh: '无法判断：改变 shell 的状态' },
    match: ['hash -p /tmp/x ls'],
    noMatch: ['hash'],
  },
  {
    id: 'text.shell.history.erase',
    programs: 'history',
    when: { flags: 'c d w r a n s p' },
    class: 'destructive',
    reason: { en: 'erases or rewrites the history', zh: '清除或改写历史记录' },
    match: ['history -c'],
    noMatch: ['history'],
  },
  {
    id: 'text.env',
    programs: 'env printenv',
    when: { max: 0 },
    class: 'change',
    reason: { en: 'shows the whole environment, which may hold secrets', zh: '显示全部环境变量，可能含有机密' },
    match: ['env', 'printenv'],
    noMatch: ['printenv HOME'],
  },
  {
    id: 'text.printenv.secret',
    programs: 'printenv',
    when: { operand: /PASS|SECRET|TOKEN|KEY|CRED|AUTH/i },
    class: 'change',
    reason: { en: 'shows a variable that holds a secret', zh: '显示含有机密的变量' },
    match: ['printenv API_TOKEN'],
    noMatch: ['printenv HOME'],
  },
]
