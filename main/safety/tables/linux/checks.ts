import type { Rule } from '../rule.ts'

/** Archives, configurations and servers: forms that only look, and their opposites. */
export const CHECK_RULES: readonly Rule[] = [
  {
    id: 'look.archive.erase',
    programs: '7z 7za 7zr rar',
    when: { arg: /^(?:d|-sdel|-df|-dr|m|mf)$/ },
    class: 'destructive',
    reason: { en: 'deletes files of or after an archive', zh: '删除压缩包内或已归档的文件' },
    match: ['7z d x.7z y', '7z a -sdel x y'],
    noMatch: ['7z l x.7z'],
  },
  {
    id: 'look.archive.move',
    programs: 'zip',
    when: { flags: 'm d move delete' },
    class: 'destructive',
    reason: { en: 'deletes files of or after an archive', zh: '删除压缩包内或已归档的文件' },
    match: ['zip -m x.zip y', 'zip -rm x.zip y'],
    noMatch: ['zip x.zip y'],
  },
  {
    id: 'look.server.stop',
    programs: 'nginx apachectl apache2ctl httpd',
    when: { arg: /^(?:stop|quit|graceful-stop)$/ },
    class: 'destructive',
    reason: { en: 'stops a service', zh: '停止服务' },
    match: ['nginx -s stop', 'apachectl stop'],
    noMatch: ['nginx -t'],
  },
]
