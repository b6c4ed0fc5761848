import type { Rule } from '../rule.ts'

/** Programs that are not part of Windows: tools of developers. */
export const CMD_TOOL_RULES: readonly Rule[] = [
  {
    id: 'cmd.tools.run',
    programs: 'python python3 py node npm pip pip3 java dotnet go ruby php',
    when: { notOnly: /^(?:--version|-V|-version|--info)$/, noArg: /^(?:list|freeze|show|ls|-v|version)$/ },
    class: 'unknown',
    reason: { en: 'cannot be judged: code of another language', zh: '无法判断：其他语言的代码' },
    match: ['python x.py'],
    noMatch: ['python --version'],
  },
  {
    id: 'cmd.pip.remove',
    programs: 'pip pip3 npm',
    when: { operand: /^(?:uninstall|remove|rm|un|prune)$/ },
    class: 'destructive',
    reason: { en: 'removes packages', zh: '卸载软件包' },
    match: ['pip uninstall x'],
    noMatch: ['pip list'],
  },
  {
    id: 'cmd.docker.remove',
    programs: 'docker podman kubectl helm',
    when: { operand: /^(?:rm|rmi|prune|kill|stop|down|leave|delete|drain|uninstall)$/ },
    class: 'destructive',
    reason: { en: 'removes or stops containers or their data', zh: '删除或停止容器及其数据' },
    match: ['docker rm x', 'docker system prune -f'],
    noMatch: ['docker ps'],
  },
  {
    id: 'cmd.git.remove',
    programs: 'git',
    when: { arg: /^(?:clean|reset|restore|-D|-d|--force|-f|--hard|drop|rm|filter-branch)$/ },
    class: 'destructive',
    reason: { en: 'discards changes that were not committed', zh: '丢弃未提交的更改' },
    match: ['git clean -fd', 'git reset --hard'],
    noMatch: ['git status'],
  },
  {
    id: 'cmd.wsl.stop',
    programs: 'wsl',
    when: { arg: /^--(?:shutdown|unregister|terminate|uninstall|unmount)$|^-t$/ },
    class: 'destructive',
    reason: { en: 'stops or deletes a Linux system', zh: '停止或删除 Linux 系统' },
    match: ['wsl --shutdown'],
    noMatch: ['wsl --list'],
  },
]
