import { absolutePath } from '../file-tree.ts'
import type { SimulatedMachine } from '../machine.ts'
import { readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const docker: SimulatedCommand = ({ machine, args }) => {
  const service = machine.services.get('docker')
  if (service === undefined) return { stderr: 'sh: 1: docker: not found\n', exitCode: 127 }
  if (args[0] === '--version') return { stdout: 'Docker version 24.0.7, build afdd53b\n' }
  if (service.state !== 'active') {
    return {
      stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
      exitCode: 1,
    }
  }
  if (args[0] === 'logs') return containerLogs(args.slice(1))
  if (args[0] === 'compose') return compose(args, machine)
  if (args[0] === 'ps' && args[1] === '-q') return { stdout: '5d1c0f2a9b7e\na81f44c6e013\n' }
  if (args[0] === 'stop' && args.length > 2) return { stdout: textOf(args.slice(1)), durationMs: 4_000 }
  if (/^(?:restart|stop|start|rm)$/.test(args[0] ?? ''))
    return CONTAINER_LOGS.has(args[1] ?? '') ? { stdout: `${args[1]}\n`, durationMs: 2_000 } : noContainer(args[1])
  if (args[0] === 'port') return containerPorts(args[1])
  if (args[0] === 'volume' && args[1] === 'inspect')
    return { stderr: `Error response from daemon: get ${args.at(-1)}: no such volume\n`, exitCode: 1 }
  if (args[1] === 'prune') return { stdout: 'Total reclaimed space: 0B\n', durationMs: 400 }
  if (args[0] === 'pull') return { stdout: `Status: Downloaded newer image for ${args[1]}\n`, durationMs: 8_000 }
  if (args[0] === 'inspect') {
    const name = args.at(-1) ?? ''
    if (args.includes('{{json .Mounts}}') && CONTAINER_LOGS.has(name)) return { stdout: '[]\n' }
    return CONTAINER_LOGS.has(name) ? { stdout: '0 2026-03-01T04:12:40.118Z running 0\n' } : noContainer(name)
  }
  const only = args[0] === 'stats' ? args.slice(1).find((word) => !word.startsWith('-')) : undefined
  if (only !== undefined && !CONTAINER_LOGS.has(only)) return noContainer(only)
  const shown = DOCKER_LISTS[args[0] ?? '']
  if (shown !== undefined)
    return { stdout: textOf(shown.filter((row, at) => at === 0 || only === undefined || row.includes(only))) }
  if (args[0] !== 'ps') return { stderr: `docker: '${args[0] ?? ''}' is not simulated\n`, exitCode: 1 }
  return {
    stdout: textOf([
      'CONTAINER ID   IMAGE              COMMAND      STATUS      PORTS     NAMES',
      '5d1c0f2a9b7e   influxdb:2.7       "influxd"    Up 3 days   8086/tcp  influxdb',
      'a81f44c6e013   grafana/grafana    "/run.sh"    Up 3 days   3000/tcp  grafana',
    ]),
  }
}

/** What is listed of the containers that `docker ps` names, by subcommand. */
const DOCKER_LISTS: Readonly<Record<string, readonly string[]>> = {
  images: [
    'REPOSITORY        TAG       IMAGE ID       CREATED       SIZE',
    'influxdb          2.7       0c1f5d3b9a42   5 weeks ago   361MB',
    'grafana/grafana   latest    7f2b8e6d1c35   6 weeks ago   448MB',
  ],
  system: [
    'TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE',
    'Images          2         2         809MB     0B (0%)',
    'Containers      2         2         1.2MB     0B (0%)',
    'Local Volumes   2         2         3.4GB     0B (0%)',
    'Build Cache     0         0         0B        0B',
  ],
  stats: [
    'CONTAINER ID   NAME       CPU %     MEM USAGE / LIMIT     MEM %     NET I/O           BLOCK I/O         PIDS',
    '5d1c0f2a9b7e   influxdb   1.82%     212.4MiB / 3.82GiB    5.43%     1.2GB / 640MB     3.1GB / 9.8GB     14',
    'a81f44c6e013   grafana    0.41%     96.7MiB / 3.82GiB     2.47%     88MB / 310MB      120MB / 45MB      17',
  ],
}

/** Last lines of the containers that `docker ps` names. */
const CONTAINER_LOGS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'influxdb',
    [
      'ts=2026-05-04T05:58:11Z lvl=info msg="Retention policy deletion check (start)" service=retention',
      'ts=2026-05-04T05:58:11Z lvl=info msg="Retention policy deletion check (end)" service=retention op_elapsed=0.164ms',
    ],
  ],
  ['grafana', ['logger=cleanup t=2026-05-04T05:57:40Z level=info msg="Completed cleanup jobs" duration=12.5ms']],
])

/** Ports of the host that lead into a container, as `docker port` lists them. */
const CONTAINER_PORTS: ReadonlyMap<string, string> = new Map([
  ['influxdb', '8086'],
  ['grafana', '3000'],
])

function containerPorts(name = ''): ReturnType<SimulatedCommand> {
  const port = CONTAINER_PORTS.get(name)
  return port === undefined ? noContainer(name) : { stdout: `${port}/tcp -> 0.0.0.0:${port}\n` }
}

function containerLogs(args: readonly string[]): ReturnType<SimulatedCommand> {
  const [name = ''] = readArguments(args, ['-n', '--tail', '--since', '--until']).rest
  const lines = CONTAINER_LOGS.get(name)
  return lines === undefined ? noContainer(name) : { stdout: textOf(lines) }
}

/** One project runs; a folder without a compose file has none to start. */
function compose(args: readonly string[], machine: SimulatedMachine): ReturnType<SimulatedCommand> {
  const { values, rest } = readArguments(args, ['--project-directory'])
  if (rest[1] === 'ls') {
    return {
      stdout: textOf(['NAME       STATUS      CONFIG FILES', 'metrics    running(2)  /opt/metrics/compose.yml']),
    }
  }
  const folder = values.get('--project-directory') ?? ''
  return machine.files.has(`${folder}/compose.yml`)
    ? { stderr: ` Project ${folder} done\n` }
    : { stderr: 'no configuration file provided: not found\n', exitCode: 14 }
}

function noContainer(name = ''): ReturnType<SimulatedCommand> {
  return { stderr: `Error response from daemon: No such container: ${name}\n`, exitCode: 1 }
}

function tellVersion(args: readonly string[], version: string): ReturnType<SimulatedCommand> {
  return args[0] === '--version' ? { stdout: `${version}\n` } : { stderr: 'not simulated\n', exitCode: 1 }
}

/** The head of a page: of a service of this machine by its port, and of any page elsewhere. */
const curl: SimulatedCommand = ({ machine, args, folder, now }) => {
  const [, host = '', typedPort = ''] = /^https?:\/\/([^/:]+)(?::(\d+))?/.exec(args.at(-1) ?? '') ?? []
  const saved = args[args.indexOf('-o') + 1]
  const isDownload = args.includes('-o') && saved !== undefined
  if (host === '') return tellVersion(args, 'curl 7.88.1 (aarch64-unknown-linux-gnu) libcurl/7.88.1')
  // From where it comes, in the documentation range.
  if (host === 'api.ipify.org') return { stdout: '198.51.100.7' }
  const port = Number(typedPort || (args.at(-1)?.startsWith('https') ? 443 : 80))
  const isOwn = host === 'localhost' || host === '127.0.0.1' || host === machine.facts.ipAddress
  const server = [...machine.services].find(([, service]) => service.port === port && service.state === 'active')
  if (isOwn && server === undefined) {
    return {
      stderr: `curl: (7) Failed to connect to ${host} port ${port} after 0 ms: Couldn't connect to server\n`,
      exitCode: 7,
    }
  }
  if (isDownload) {
    const path = absolutePath(saved, folder)
    machine.files.makeFolder(path.slice(0, path.lastIndexOf('/')) || '/', true, now)
    const problem = machine.files.write(path, `From ${args.at(-1)}\n`, now)
    return problem === null ? { durationMs: 900 } : { stderr: `curl: (23) ${saved}: ${problem}\n`, exitCode: 23 }
  }
  if (!args.some((arg) => /^-[a-zA-Z]*I/.test(arg))) return { stdout: '<html><body>Welcome</body></html>\n' }
  return {
    stdout: textOf(['HTTP/1.1 200 OK', `Server: ${isOwn ? server?.[0] : 'nginx'}`, 'Content-Type: text/html', '']),
  }
}

/** Debian 12 keeps pip from changing what belongs to the system. */
function pipChange(args: readonly string[]): ReturnType<SimulatedCommand> {
  const name = args.at(-1) ?? ''
  if (args[0] === 'show') {
    return name === 'paho-mqtt'
      ? { stdout: textOf(['Name: paho-mqtt', 'Version: 1.6.1', 'Location: /usr/lib/python3/dist-packages']) }
      : { stderr: `WARNING: Package(s) not found: ${name}\n`, exitCode: 1 }
  }
  return { stderr: 'error: externally-managed-environment\n', exitCode: 1 }
}

const pkill: SimulatedCommand = ({ machine, args, now }) => {
  const { rest } = readArguments(args, ['-s'])
  const name = rest[0] ?? ''
  if (machine.services.get(name)?.state !== 'active') return { exitCode: 1 }
  machine.setService(name, 'stop', now)
  return {}
}

/** Commands of programs that only some of the machines have. */
export const PROGRAM_COMMANDS: Readonly<Record<string, SimulatedCommand>> = {
  docker,
  pkill,
  python3: ({ args }) =>
    args[0] === '--version' || args[0] === '-V'
      ? { stdout: 'Python 3.11.2\n' }
      : { stderr: 'python3: scripts are not simulated\n', exitCode: 1 },
  printenv: ({ args }) =>
    args[0]?.endsWith('_proxy') === true
      ? { exitCode: 1 }
      : { stdout: 'HOME=/root\nLANG=C.UTF-8\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\nUSER=root\n' },
  pip3: ({ args }) =>
    /^(?:install|uninstall|show)$/.test(args[0] ?? '')
      ? pipChange(args)
      : args[0] === 'list'
        ? {
            stdout: textOf([
              'Package    Version',
              '---------- -------',
              'paho-mqtt  1.6.1',
              'pip        23.0.1',
              'setuptools 66.1.1',
            ]),
          }
        : tellVersion(args, 'pip 23.0.1 from /usr/lib/python3/dist-packages/pip (python 3.11)'),
  curl,
  bash: ({ args }) => tellVersion(args, 'GNU bash, version 5.2.15(1)-release (aarch64-unknown-linux-gnu)'),
  findmnt: ({ machine: { facts }, args }) =>
    args[0] === '-t'
      ? { exitCode: 1 }
      : {
          stdout: textOf([
            'TARGET SOURCE          FSTYPE OPTIONS',
            `/      ${facts.diskDevice.padEnd(15)} ext4   rw,noatime`,
          ]),
        },
}
