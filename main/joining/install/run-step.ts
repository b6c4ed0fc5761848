import { JoinFault } from '../failures/join-fault.ts'
import type { DeviceShell } from '../ssh/root-shell.ts'
import type { Ran } from '../ssh/ssh-session.ts'
import type { InstallStep } from './install-steps.ts'

/** Sends the files of a step, runs its lines, and returns what they printed. Rejects with `JoinFault`. */
export async function runStep(shell: DeviceShell, step: InstallStep, folder: string): Promise<string> {
  for (const { name, text } of step.files) await shell.put(`${folder}/${name}`, text, 0o600)
  const { name, commands, isRoot, timeoutMs } = step
  const ran = isRoot
    ? await shell.runAsRoot(stageOf(name), commands, timeoutMs)
    : await shell.run(stageOf(name), commands, timeoutMs)
  if (ran.code === 0) return ran.stdout
  throw faultOf(name, ran)
}

function stageOf(name: InstallStep['name']) {
  return name === 'prepare' || name === 'keep' ? 'files' : name === 'stop-executor' ? 'service' : name
}

/** Names what a step says of its failure, by the words of the tools in the C locale. */
function faultOf(name: InstallStep['name'], { stdout, stderr }: Ran): JoinFault {
  const stage = stageOf(name)
  const words = `${stderr}\n${stdout}`
  if (/no space left on device|not enough free space/i.test(words))
    return new JoinFault(stage, 'disk-full', lastLines(stderr))
  if (/read-only file system/i.test(words)) return new JoinFault(stage, 'read-only', lastLines(stderr))
  if (name === 'package') return packageFault(words)
  if (name === 'service') return checkFault(words)
  return new JoinFault(stage, 'step-failed', lastLines(stderr) || lastLines(stdout))
}

function packageFault(words: string): JoinFault {
  const detail = lastLines(words)
  if (/could not get lock|unable to acquire the dpkg/i.test(words))
    return new JoinFault('package', 'apt-locked', detail)
  const isWithout =
    /unable to locate|has no installation candidate|could not resolve|failed to fetch|unable to fetch|could not connect/i
  return new JoinFault('package', isWithout.test(words) ? 'no-source' : 'package-failed', detail)
}

/** Reads the lines of `waypost-agent check`. */
function checkFault(words: string): JoinFault {
  const faults = words.split('\n').filter((line) => line.startsWith('FAULT'))
  const broker = faults.find((line) => line.startsWith('FAULT broker '))
  const detail = faults.join(' · ') || lastLines(words)
  if (broker === undefined) return new JoinFault('service', 'agent-check', detail)
  if (/user name or password|not authorised/.test(broker)) return new JoinFault('broker', 'broker-login', detail)
  if (/hostname mismatch|ip address mismatch/i.test(broker)) return new JoinFault('broker', 'certificate-name', detail)
  if (/not yet valid|has expired/i.test(broker)) return new JoinFault('broker', 'certificate-time', detail)
  if (/certificate verify failed/i.test(broker)) return new JoinFault('broker', 'certificate-ca', detail)
  if (/refused/i.test(broker)) return new JoinFault('broker', 'broker-refused', detail)
  if (/timed out/i.test(broker)) return new JoinFault('broker', 'broker-filtered', detail)
  if (/name or service not known|name resolution/i.test(broker)) return new JoinFault('broker', 'broker-name', detail)
  return new JoinFault('broker', 'broker-unreachable', detail)
}

function lastLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' · ')
}
