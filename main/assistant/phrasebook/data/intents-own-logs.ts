import type { IntentEntry } from '../entry-types.ts'
import { ASKED, short } from './short-intents.ts'

/** Files that a program logs into, words of a log and spans of it. */
export const OWN_LOG_INTENTS: readonly IntentEntry[] = [
  short(
    'own-log',
    ['Log file of a program', '程序自己的日志文件'],
    [
      'tail -n {count} {errfile}; journalctl -u {service} --since {since} --until {until} --no-pager',
      'tail -n {count} {errfile}; journalctl -u {service} --since {since} --no-pager',
      'tail -n {count} {errfile} || journalctl -u {service} -n {count} --no-pager',
      ...['--since {since} --until {until} ', '--since {since} ', '-n {count} '].map(
        (span) => `journalctl -u {service} ${span}--no-pager -g "error|fail|fatal|exception|critical"`,
      ),
    ],
    [
      'log error <service> -<from> -container|how-many|how-often +own-log +service +recent +lines +contents +<count> *1.2',
      'own-log <service> -<from> +log +error +service +recent +lines +contents +<count> *1.2',
    ],
    ['nginx error log', 'nginx 错误日志'],
    {
      explanation: [
        'Shows the last {count} lines of its log of errors, or of its journal where it keeps none.',
        '显示它的错误日志文件的最后 {count} 行；没有该文件时显示系统日志中的记录。',
      ],
      defaults: { count: '50' },
    },
  ),
  short(
    'own-log-search',
    ['Word in the log of errors', '在错误日志中查找'],
    'tail -n {count} {errfile} | grep -iF -e {text}',
    ['log error <service> <text> -<since> -<from> -how-often +service +recent +lines +contain +exists +<count> *1.4'],
    ['nginx error log with timeout', 'nginx 错误日志里有没有出现 timeout'],
    { defaults: { count: '1000' } },
  ),
  short(
    'access-log',
    ['Log of requests', '访问日志'],
    'tail -n {count} {accessfile}',
    [`access-log <service> -<since> ${ASKED} +service +recent +lines +contents +<count> *1.4`],
    ['nginx access log', 'nginx 访问日志'],
    { defaults: { count: '50' } },
  ),
  short(
    'log-word-count',
    ['Lines with a word in the log', '日志中某词的次数'],
    [
      'journalctl -u {service} --since {since} --until {until} -q --no-pager -g {pattern} | wc -l',
      'journalctl -u {service} --since {since} -q --no-pager -g {pattern} | wc -l',
      'journalctl --since {since} --until {until} -q --no-pager -g {pattern} | wc -l',
      'journalctl --since {since} -q --no-pager -g {pattern} | wc -l',
    ],
    ['log|system-log how-often <text> <since> +recent +exists +service +contain +how-many +error *1.6'],
    ['how often is timeout in the log in the last hour', '最近一小时日志里 timeout 出现几次'],
    {
      explanation: [
        'Counts the lines of the journal since then with “{text}”.',
        '统计这段时间系统日志中含有“{text}”的行数。',
      ],
    },
  ),
  short(
    'log-between',
    ['Log of yesterday between two times', '昨天某段时间的日志'],
    [
      'journalctl -u {service} --since yesterday --until today --no-pager',
      'journalctl --since yesterday --until today --no-pager',
    ].map((read) => `${read} | awk -v a={from} -v b={to} '$3 >= a && $3 < b'`),
    [
      'log <service> <from> <to> -error|warning|how-often|kernel|container +service *1.35',
      'log|system-log <from> <to> -error|warning|how-often|kernel|container +service *1.3',
    ],
    ['log 昨天 15:00-16:00', '昨天 15:00 到 16:00 的日志'],
  ),
  short(
    'errors-between',
    ['Errors of yesterday between two times', '昨天某段时间的错误'],
    "journalctl -p err --since yesterday --until today --no-pager | awk -v a={from} -v b={to} '$3 >= a && $3 < b'",
    ['error <from> <to> -how-often|container +log +system-log +exists *1.3'],
    ['log error 昨天 15:00-16:00', '昨天 15:00 到 16:00 有没有报错'],
  ),
]
