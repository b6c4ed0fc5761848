import { readArguments, type SimulatedCommand, textOf } from '../simulated-command.ts'

const docker: SimulatedCommand = ({ machine, args }) => {
  const service = machine.services.get('docker')
  if (service === undefined) return { stderr: 'sh: 1: docker: not found\n', exitCode: 127 }
  if (service.state !== 'active') {
    return {
      stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
      exitCode: 1,
    }
  }
  if (args[0] === 'logs') return containerLogs(args.slice(1))
  if (args[0] === 'restart')
    return CONTAINER_LOGS.has(args[1] ?? '') ? { stdout: `${args[1]}\n`, durationMs: 2_000 } : noContainer(args[1])
  if (args[0] !== 'ps') return { stderr: `docker: '${args[0] ?? ''}' is not simulated\n`, exitCode: 1 }
  return {
    stdout: textOf([
      'CONTAINER ID   IMAGE              COMMAND      STATUS      PORTS     NAMES',
      '5d1c0f2a9b7e   influxdb:2.7       "influxd"    Up 3 days   8086/tcp  influxdb',
      'a81f44c6e013   grafana/grafana    "/run.sh"    Up 3 days   3000/tcp  grafana',
    ]),
  }
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

function containerLogs(args: readonly string[]): ReturnType<SimulatedCommand> {
  const [name = ''] = readArguments(args, ['-n', '--tail', '--since', '--until']).rest
  const lines = CONTAINER_LOGS.get(name)
  return lines === undefined ? noContainer(name) : { stdout: textOf(lines) }
}

function noContainer(name = ''): ReturnType<SimulatedCommand> {
  return { stderr: `Error response from daemon: No such container: ${name}\n`, exitCode: 1 }
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
  crontab: ({ args }) =>
    args[0] === '-l'
      ? { stdout: '15 3 * * * /usr/sbin/logrotate /etc/logrotate.conf\n' }
      : { stderr: 'crontab: editing is not simulated\n', exitCode: 1 },
  python3: ({ args }) =>
    args[0] === '--version' || args[0] === '-V'
      ? { stdout: 'Python 3.11.2\n' }
      : { stderr: 'python3: scripts are not simulated\n', exitCode: 1 },
  printenv: () => ({ stdout: 'HOME=/root\nLANG=C.UTF-8\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\nUSER=root\n' }),
  findmnt: ({ machine: { facts } }) => ({
    stdout: textOf([
      'TARGET SOURCE          FSTYPE OPTIONS',
      `/      ${facts.diskDevice.padEnd(15)} ext4   rw,noatime`,
    ]),
  }),
}
