import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../../../main/assistant/formatters/read-answer.ts'
import { LOCALES } from './locales.ts'

function sentenceOf(command: string, stdout: string): string | undefined {
  return read(command, stdout)?.sentence.en
}

function read(command: string, stdout: string) {
  const source = { kind: 'phrasebook', name: '' } as const
  return readAnswer({ command, source, system: 'linux' }, { isSuccess: true, stdout, stderr: '' })
}

type Locale = (typeof LOCALES)[number]

/** Writes the decimal points of a text as the locale does. */
const local = (locale: Locale, text: string) => text.replace(/(\d)\.(?=\d)/g, `$1${locale.decimal}`)

const free = (locale: Locale, memory: string) =>
  [locale.free, `${locale.labels[0]}   ${local(locale, memory)}`, `${locale.labels[1]}   0B   0B   0B`, ''].join('\n')

const df = (locale: Locale) =>
  local(
    locale,
    `${locale.df}
udev                      1.6G       0  1.6G   0% /dev
/dev/mmcblk0p2             29G     13G   15G  47% /
tmpfs                     400M    400M     0 100% /var/log
overlay                    29G     13G   15G  47% /var/lib/docker/overlay2/f1/merged
/dev/mmcblk0p1            253M     65M  188M  26% /boot
`,
  )

const inodes = (locale: Locale) => `${locale.inodes}
/dev/mmcblk0p2           1900000 1805000   95000  95% /
tmpfs                     480000       1  479999   1% /dev/shm
`

function top(locale: Locale, figures: readonly string[]): string {
  const shares = locale.shares.map((label, index) => `${figures[index]} ${label}`).join(', ')
  return local(
    locale,
    `top - 14:05:33 up 3 days,  3:41,  1 user,  load average: 0.15, 0.22, 0.19
${locale.cpu} ${shares}
MiB Mem :   3792.2 total,   1945.1 free,    465.4 used,   1381.7 buff/cache

${locale.top}
   2211 pi        20   0  510.2g  80112  31220 R   4.1   2.1  10:22.10 python3
`,
  )
}

const IDLE = ['5.3', '1.2', '0.0', '93.3', '0.0', '0.0', '0.2', '0.0']

describe.each(LOCALES)('under the locale $locale', (locale) => {
  it('free is read with its decimal sign', () => {
    expect(sentenceOf('free -h', free(locale, '3.7Gi 2.6Gi 0.2Gi 45Mi 0.9Gi 0.9Gi'))).toBe(
      '2.6Gi of 3.7Gi memory is in use; 0.9Gi is available.',
    )
    expect(read('free -h', free(locale, '3.7Gi 3.4Gi 0.1Gi 45Mi 0.2Gi 0.2Gi'))?.isWarning).toBe(true)
  })

  it('df is read by what its columns hold', () => {
    const reading = read('df -h', df(locale))
    expect(reading?.sentence.en).toBe('/ is 47% full; 15G of 29G is free. Almost full: /var/log.')
    expect(reading?.table?.rows.map(([place]) => place)).toEqual(['/', '/var/log', '/boot'])
  })

  it('df counts inodes where its heading or the command says so', () => {
    const sentence = '/ uses 95% of its inodes; 95000 of 1900000 are free. Almost out of inodes: /.'
    expect(sentenceOf('df -i', inodes(locale))).toBe(sentence)
    expect(sentenceOf('df -h', inodes(locale))).toBe(sentence)
  })

  it('top tells the share in use', () => {
    const reading = read('top -b -n 1 | head -n 20', top(locale, IDLE))
    expect(reading?.sentence.en).toBe('The CPU is 6.7 % in use; load 0.15.')
    expect(reading?.isWarning).toBe(false)
    expect(reading?.table?.rows).toEqual([['2211', 'python3', '4.1', '2.1']])
    const busy = top(locale, ['90.1', '4.2', '0.0', '5.7', '0.0', '0.0', '0.0', '0.0'])
    expect(read('top -b -n 1 | head -n 20', busy)?.isWarning).toBe(true)
  })

  it('top tells nothing where a share is missing or they do not add up', () => {
    expect(read('top -b -n 1 | head -n 20', top(locale, [...IDLE.slice(0, 3), '9.3', ...IDLE.slice(4)]))).toBeNull()
    const cut = top(locale, IDLE).replace(local(locale, `93.3 ${locale.shares[3]},`), '')
    expect(read('top -b -n 1 | head -n 20', cut)).toBeNull()
  })

  it('uptime and du are read', () => {
    const uptime = local(locale, ' 14:05:33 up 12 days,  3:41,  1 user,  load average: 0.15, 0.22, 0.19\n')
    expect(sentenceOf('uptime', uptime)).toBe('Running for 12 days 3 hours; load 0.15 over one minute.')
    expect(sentenceOf('du -sh /etc', local(locale, '3.4M\t/etc\n'))).toBe('/etc takes 3.4M.')
    const list = local(locale, '2.4G\t/var\n2.3G\t/var/cache\n92M\t/var/lib\n')
    expect(sentenceOf('du -xh --max-depth=1 /var 2>/dev/null | sort -rh | head -n 3', list)).toBe(
      '/var takes 2.4G; most of it, 2.3G, is in /var/cache.',
    )
  })

  it('apt lists updates, or says that there are none', () => {
    const line = `openssl/stable-security 3.0.15-1 arm64 [${locale.upgradable.replace('VERSION', '3.0.14-1')}]`
    const reading = read('apt list --upgradable 2>/dev/null', `${locale.listing}\n${line}\n`)
    expect(reading?.table?.rows).toEqual([['openssl', '3.0.14-1', '3.0.15-1']])
    expect(sentenceOf('apt list --upgradable', `${locale.listing}\n`)).toBe(
      'No updates are known; the lists may be old.',
    )
    expect(read('apt list --upgradable', `${locale.listing}\nopenssl/stable 3.0.15-1 arm64 [installed]\n`)).toBeNull()
  })
})
