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
  if (args[0] !== 'ps') return { stderr: `docker: '${args[0] ?? ''}' is not simulated\n`, exitCode: 1 }
  return {
    stdout: textOf([
      'CONTAINER ID   IMAGE              COMMAND      STATUS      PORTS     NAMES',
      '5d1c0f2a9b7e   influxdb:2.7       "influxd"    Up 3 days   8086/tcp  influxdb',
      'a81f44c6e013   grafana/grafana    "/run.sh"    Up 3 days   3000/tcp  grafana',
    ]),
  }
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
