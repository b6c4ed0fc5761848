import type { SimulatedMachine } from '../machine.ts'
import { linesOf, readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const PASSWD = '/etc/passwd'
const GROUP = '/etc/group'

const linesIn = (machine: SimulatedMachine, path: string) => linesOf(machine.files.read(path) ?? '')
const nameOf = (line: string) => line.split(':')[0] ?? ''
const has = (machine: SimulatedMachine, path: string, name: string) =>
  linesIn(machine, path).some((line) => nameOf(line) === name)

/** Members of a group, as the last field of its line holds them. */
const membersOf = (line: string) => (line.split(':')[3] ?? '').split(',').filter(Boolean)

function nextId(machine: SimulatedMachine, from: number): number {
  const ids = [PASSWD, GROUP].flatMap((path) => linesIn(machine, path).map((line) => Number(line.split(':')[2])))
  let id = from
  while (ids.includes(id)) id += 1
  return id
}

const adduser: SimulatedCommand = ({ machine, args, now }) => {
  const isSystem = args.includes('--system')
  const name = args.at(-1) ?? ''
  if (has(machine, PASSWD, name)) return { stderr: `fatal: The user \`${name}' already exists.\n`, exitCode: 1 }
  const id = nextId(machine, isSystem ? 110 : 1001)
  const user = isSystem
    ? `${name}:x:${id}:${id}::/nonexistent:/usr/sbin/nologin`
    : `${name}:x:${id}:${id}:,,,:/home/${name}:/bin/bash`
  machine.files.write(PASSWD, textOf([...linesIn(machine, PASSWD), user]), now)
  machine.files.write(GROUP, textOf([...linesIn(machine, GROUP), `${name}:x:${id}:`]), now)
  if (!isSystem) machine.files.makeFolder(`/home/${name}`, true, now)
  return { stdout: `Adding user \`${name}' ...\nAdding new group \`${name}' (${id}) ...\n` }
}

const userdel: SimulatedCommand = ({ machine, args, now }) => {
  const { flags, rest } = readArguments(args)
  const [name = ''] = rest
  if (!has(machine, PASSWD, name)) return { stderr: `userdel: user '${name}' does not exist\n`, exitCode: 6 }
  const without = (path: string) => textOf(linesIn(machine, path).filter((line) => nameOf(line) !== name))
  machine.files.write(PASSWD, without(PASSWD), now)
  machine.files.write(GROUP, without(GROUP), now)
  if (flags.has('-r')) machine.files.remove(`/home/${name}`, true)
  return {}
}

/** Rewrites the members of one group. */
function setMembers(machine: SimulatedMachine, group: string, change: (members: string[]) => string[], now: number) {
  const lines = linesIn(machine, GROUP).map((line) => {
    if (nameOf(line) !== group) return line
    return [...line.split(':').slice(0, 3), change(membersOf(line)).join(',')].join(':')
  })
  machine.files.write(GROUP, textOf(lines), now)
}

const usermod: SimulatedCommand = ({ machine, args, now }) => {
  const { values, rest } = readArguments(args, ['-G', '-e'])
  const [name = ''] = rest
  const group = values.get('-G')
  if (!has(machine, PASSWD, name)) return { stderr: `usermod: user '${name}' does not exist\n`, exitCode: 6 }
  if (group === undefined) return {}
  if (!has(machine, GROUP, group)) return { stderr: `usermod: group '${group}' does not exist\n`, exitCode: 6 }
  setMembers(machine, group, (members) => [...new Set([...members, name])], now)
  return {}
}

const gpasswd: SimulatedCommand = ({ machine, args, now }) => {
  const [, name = '', group = ''] = args
  const line = linesIn(machine, GROUP).find((entry) => nameOf(entry) === group)
  if (line === undefined) return { stderr: `gpasswd: group '${group}' does not exist in /etc/group\n`, exitCode: 3 }
  if (!membersOf(line).includes(name)) {
    return { stderr: `gpasswd: user '${name}' is not a member of '${group}'\n`, exitCode: 3 }
  }
  setMembers(machine, group, (members) => members.filter((member) => member !== name), now)
  return { stdout: `Removing user ${name} from group ${group}\n` }
}

const groupadd: SimulatedCommand = ({ machine, args, now }) => {
  const name = args.at(-1) ?? ''
  if (has(machine, GROUP, name)) return { stderr: `groupadd: group '${name}' already exists\n`, exitCode: 9 }
  const line = `${name}:x:${nextId(machine, 1001)}:`
  machine.files.write(GROUP, textOf([...linesIn(machine, GROUP), line]), now)
  return {}
}

const groupdel: SimulatedCommand = ({ machine, args, now }) => {
  const name = args.at(-1) ?? ''
  if (!has(machine, GROUP, name)) return { stderr: `groupdel: group '${name}' does not exist\n`, exitCode: 6 }
  machine.files.write(GROUP, textOf(linesIn(machine, GROUP).filter((line) => nameOf(line) !== name)), now)
  return {}
}

const id: SimulatedCommand = ({ machine, args }) => {
  const [name = 'root'] = args
  const user = linesIn(machine, PASSWD).find((line) => nameOf(line) === name)
  if (user === undefined) return { stderr: `id: '${name}': no such user\n`, exitCode: 1 }
  const [, , uid = '', gid = ''] = user.split(':')
  const own = linesIn(machine, GROUP).filter((line) => line.split(':')[2] === gid || membersOf(line).includes(name))
  const groups = own.map((line) => `${line.split(':')[2]}(${nameOf(line)})`)
  const shown = groups.length === 0 ? `${gid}(${name})` : groups.join(',')
  return { stdout: `uid=${uid}(${name}) gid=${gid}(${name}) groups=${shown}\n` }
}

/** Lines of the groups, or the one that is asked for; null where `getent` is asked for something else. */
export function groupEntries(machine: SimulatedMachine, args: readonly string[]): ReturnType<SimulatedCommand> | null {
  if (args[0] !== 'group') return null
  const lines = linesIn(machine, GROUP).filter((line) => args[1] === undefined || nameOf(line) === args[1])
  return lines.length === 0 ? { exitCode: 2 } : { stdout: textOf(lines) }
}

/** Commands for users and groups. */
export const ACCOUNT_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  adduser,
  userdel,
  usermod,
  gpasswd,
  groupadd,
  groupdel,
  id,
}
