import type { MqttObserver } from '../../support/brokers/mqtt-observer.ts'
import { AgentOperator } from '../../support/devices/agent-process.ts'
import type { SystemdMachine } from '../../support/devices/systemd-machine.ts'

/** Files of the machine, and what its systemd knows. */
export async function traces(machine: SystemdMachine): Promise<readonly string[]> {
  const known = [
    // Their columns are as wide as what a session brings, and a session is a unit of its own.
    "systemctl list-unit-files --no-legend --no-pager | sed 's/  */ /g' | grep -vE ' (transient|generated) '",
    'systemctl list-units --all --no-legend --no-pager --plain "waypost*" "rpi*"',
    'systemctl list-units --failed --no-legend --no-pager --plain',
  ]
  return [...(await machine.changes()), ...(await machine.run(known.join('; '))).split('\n')]
}

/** Properties of a unit by their names. */
export const shown = async (machine: SystemdMachine, unit: string, ...names: string[]) => {
  const text = await machine.run(`systemctl show ${unit} ${names.map((name) => `-p ${name}`).join(' ')}`)
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  )
}

/** An operator whom the agent on the machine trusts from now on. */
export async function trustedOperator(machine: SystemdMachine, deviceId: string, observer: MqttObserver) {
  const operator = new AgentOperator(deviceId, observer)
  const pem = Buffer.from(operator.key.public.pem).toString('base64')
  const agent = '/usr/bin/python3 -E /usr/local/lib/waypost/waypost_agent.py'
  await machine.run(`echo ${pem} | base64 -d >/run/operator.pub && ${agent} trust add /run/operator.pub`)
  return operator
}
