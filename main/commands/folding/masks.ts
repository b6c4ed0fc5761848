/** A part of an output that differs between devices whose answers mean the same, and the token put in its place. */
export interface Mask {
  readonly name: string
  /** Tried at one place, from which a device can make it look no further than its bounds. */
  readonly pattern: RegExp
  readonly token: string
  /**
   * What may stand behind the digits that it begins with: characters, `hex` for a letter up to F, `letter` for the others,
   * `end` for all else. Empty where it begins with no digit. The scanner tries it nowhere else.
   */
  readonly behindDigits: readonly string[]
  /** Number of those digits, where no hexadecimal letter follows them; absent where it begins with none. */
  readonly digits?: readonly [min: number, max: number]
  /** First characters of the words behind the number, after one blank at most; absent where none has to be there. */
  readonly units?: string
  /** Last letters of the words that stand up to three separators before the number; absent where none has to. */
  readonly behindWord?: string
  /** Pairs of a text and what the mask alone makes of it. */
  readonly examples: readonly (readonly [text: string, masked: string])[]
}

const UNITS =
  '%|°C|°F|℃|[kMGTP]i?B?|[kMGT]bit|[kMG]?bps|[kMGT]i?B/s|bytes?|[kKMGT]?Hz|m?V|m?A|m?W|dBm?|rpm|pkts?|packets?|pages?|blocks?|jiffies'
const SPANS =
  'ns|us|µs|ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?|秒|分钟?|小时|天'
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const DAYS = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun'

/** Lists the characters with which alternatives may begin that are letters, classes of them, and optional ones. */
function firstsOf(alternatives: string): string {
  const firstOf = (alternative: string): string => {
    const [head = '', several, one = '', optional = ''] = /^(?:\[([^\]]+)\]|(.))(\?)?/u.exec(alternative) ?? []
    return (several ?? one) + (optional === '' ? '' : firstOf(alternative.slice(head.length)))
  }
  return alternatives.split('|').map(firstOf).join('')
}

/** Masks in the order in which they apply: a long form before the shorter ones that are parts of it. Quantifiers are bounded, because a device writes the text. */
export const MASKS: readonly Mask[] = [
  {
    name: 'uuid',
    pattern: /\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b/y,
    token: '<uuid>',
    behindDigits: ['-', 'hex'],
    digits: [8, 8],
    examples: [['PARTUUID=9F3c1a2b-0d1e-4f5a-8b6c-7d8e9f0a1b2c ok', 'PARTUUID=<uuid> ok']],
  },
  {
    name: 'mac',
    pattern: /\b[0-9a-fA-F]{2}(?:[:-][0-9a-fA-F]{2}){5}\b/y,
    token: '<mac>',
    behindDigits: [':', '-', 'hex'],
    digits: [2, 2],
    examples: [
      ['link/ether dc:a6:32:01:02:0f brd', 'link/ether <mac> brd'],
      ['00-1A-2B-3C-4D-5E', '<mac>'],
    ],
  },
  {
    name: 'date',
    pattern: /\b\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?:(?=\D)|$|(?=T))/y,
    token: '<date>',
    behindDigits: ['-', '/', '.'],
    digits: [4, 4],
    examples: [
      ['on 2026-11-29 at', 'on <date> at'],
      ['2026/1/5', '<date>'],
    ],
  },
  {
    name: 'date in words',
    pattern: new RegExp(
      `\\b(?:(?:${DAYS}),? {1,2})?(?:(?:${MONTHS})[a-z]{0,6} {1,2}\\d{1,2}|\\d{1,2} (?:${MONTHS})[a-z]{0,6})(?:,? \\d{4})?\\b`,
      'y',
    ),
    token: '<date>',
    behindDigits: [' '],
    digits: [1, 2],
    units: firstsOf(MONTHS),
    examples: [
      ['Sun Nov 29 up', '<date> up'],
      ['Mon, 05 Jan 2026', '<date>'],
      ['-rw-r--r-- Nov  3', '-rw-r--r-- <date>'],
    ],
  },
  {
    name: 'time',
    pattern:
      /(?:(?<![\w:.])|(?<=\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?=T))T?(?:\d{1,3}-)?\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?(?![\w:])/y,
    token: '<time>',
    behindDigits: [':', '-'],
    digits: [1, 3],
    examples: [
      ['at 06:54:51', 'at <time>'],
      ['up 3-04:05:06', 'up <time>'],
      ['<date>T06:54:51.123Z', '<date><time>'],
      ['17:02, 3 users', '<time>, 3 users'],
    ],
  },
  {
    name: 'IPv4 address',
    pattern: /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\w.]\d)/y,
    token: '<ip>',
    behindDigits: ['.'],
    digits: [1, 3],
    examples: [
      ['inet 10.0.0.17/24 brd', 'inet <ip> brd'],
      ['from 192.168.1.2.', 'from <ip>.'],
    ],
  },
  {
    name: 'IPv6 address',
    pattern:
      /(?<![\w:])(?:(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}|(?:[0-9a-fA-F]{1,4}:){2,7}:|::(?:[0-9a-fA-F]{1,4}:){0,6}[0-9a-fA-F]{1,4})(?:%\w{1,15})?(?:\/\d{1,3})?(?![\w:])/y,
    token: '<ip>',
    behindDigits: [':', 'hex'],
    digits: [1, 4],
    examples: [
      ['inet6 fe80::dea6:32ff:fe01:20f/64 scope', 'inet6 <ip> scope'],
      ['2001:db8:0:1:2:3:4:5', '<ip>'],
      ['std::string', 'std::string'],
    ],
  },
  {
    name: 'hexadecimal with 0x',
    pattern: /\b0[xX][0-9a-fA-F]{4,512}\b/y,
    token: '<hex>',
    behindDigits: ['letter'],
    digits: [1, 1],
    examples: [['at 0xffff8000', 'at <hex>']],
  },
  {
    name: 'hexadecimal',
    pattern: /\b(?=[0-9a-fA-F]{0,7}\d)[0-9a-fA-F]{8,512}\b/y,
    token: '<hex>',
    behindDigits: ['hex', 'end', ' ', ':', '-', '/', '.', ','],
    digits: [8, 512],
    examples: [
      ['commit 81fb930aa12c', 'commit <hex>'],
      ['deadline', 'deadline'],
      ['defaced', 'defaced'],
    ],
  },
  {
    name: 'process id',
    pattern: /(?<=\b(?:[pP]{1,2}[iI][dD]|[pP]rocess)[ =:#]{1,3})\d{1,10}\b|(?<=\w)\[\d{1,10}\]/y,
    token: '<pid>',
    behindDigits: ['end', ' ', ':', '-', '/', '.', ','],
    digits: [1, 10],
    behindWord: 'dDs',
    examples: [
      ['Main PID: 812 (sshd)', 'Main PID: <pid> (sshd)'],
      ['sshd[812]: Accepted', 'sshd<pid>: Accepted'],
    ],
  },
  {
    name: 'duration',
    pattern: new RegExp(`(?<![\\w.])\\d{1,15}(?:[.,]\\d{1,9})? ?(?:${SPANS})(?![\\w])`, 'y'),
    token: '<span>',
    behindDigits: ['hex', 'letter', 'end', ' ', '.', ','],
    digits: [1, 15],
    units: firstsOf(SPANS),
    examples: [
      ['time=0.412 ms', 'time=<span>'],
      ['up 12 days', 'up <span>'],
      ['3 shells', '3 shells'],
    ],
  },
  {
    name: 'number with a unit',
    pattern: new RegExp(`(?<![\\w.])[+-]?\\d{1,15}(?:[.,]\\d{1,9})? ?(?:${UNITS})(?![\\w])`, 'y'),
    token: '<number>',
    behindDigits: ['hex', 'letter', 'end', ' ', '.', ','],
    digits: [1, 15],
    units: firstsOf(UNITS),
    examples: [
      ['temp=47.8°C', 'temp=<number>'],
      ['/dev/root 29G 4.1G 14% /', '/dev/root <number> <number> <number> /'],
      ['Mem: 512 MiB', 'Mem: <number>'],
      ['version 12.4', 'version 12.4'],
    ],
  },
]
