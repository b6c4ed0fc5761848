import { isIP } from 'node:net'
import { column, type Formatter, linesOf, reading } from '../reading.ts'

/** "Name" before an answer, in the languages of Windows; elsewhere it is English. */
const NAME = /^(?:Name|Nom|Nombre|Nome|Nazwa|Naam|Имя|Имя \(имена\)|名称|名稱|名前) ?[:：]\s{0,20}(\S{1,253})$/u
const ADDRESS = /^Address(?:es)?(?: \d{1,2})?:\s{0,20}(\S{1,60})(?: \S{1,253})?$/u

/**
 * `nslookup NAME`, of BIND, busybox and Windows: what stands behind a name. The address before the first name is that of
 * the server that was asked.
 */
export const readLookup: Formatter = (stdout) => {
  const lines = linesOf(stdout)
  const rows: [name: string, address: string][] = []
  let name: string | null = null
  let isList = false
  for (const line of lines) {
    const text = line.trim()
    name = text.match(NAME)?.[1] ?? name
    const address: string | undefined = text.match(ADDRESS)?.[1] ?? (isList && /^\s/u.test(line) ? text : undefined)
    isList = address !== undefined && isIP(address) !== 0
    if (name !== null && address !== undefined && isList) rows.push([name, address])
    else if (name !== null && address !== undefined) return null
  }
  const [first] = rows
  if (first === undefined) return unknownName(lines)
  if (rows.some(([other]) => other !== first[0])) return null
  const version4 = rows.find(([, address]) => isIP(address) === 4) ?? first
  return reading(`${first[0]} is ${version4[1]}.`, `${first[0]} 的地址为 ${version4[1]}。`, {
    columns: [column('Name', '域名'), column('Address', '地址')],
    rows,
  })
}

/** Only NXDOMAIN says that there is no such name; another failure says nothing of it. */
function unknownName(lines: readonly string[]) {
  const failures = lines.filter((line) => line.startsWith('**'))
  const name = failures[0]?.match(/^\*\* server can't find ([\w.-]{1,253}): NXDOMAIN$/u)?.[1]
  if (name === undefined || failures.some((line) => line !== failures[0])) return null
  return reading(`The DNS server knows no name ${name}.`, `DNS 服务器中没有 ${name} 这个域名。`, { isWarning: true })
}

/** `journalctl` where nothing matches; entries stay as they are. */
export const readNoEntries: Formatter = (stdout) => {
  const lines = linesOf(stdout).filter((line) => !/^-- (?:Logs begin|Journal begins) at .{1,160} --$/u.test(line))
  return lines.length === 1 && lines[0] === '-- No entries --'
    ? reading('The journal has no such entries.', '日志中没有符合条件的条目。')
    : null
}
