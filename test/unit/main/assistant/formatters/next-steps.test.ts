import { describe, expect, it } from 'vitest'
import { aftermathOf } from '../../../../../main/assistant/formatters/aftermath.ts'
import { readFailure } from '../../../../../main/assistant/formatters/failure.ts'
import { Classifier } from '../../../../../main/safety/classifier/classifier.ts'
import type { DeviceSystem, Shell } from '../../../../../preload/contract/models/safety/safety.ts'

const SHELLS: Readonly<Record<DeviceSystem, Shell>> = {
  linux: 'bash',
  raspberrypi: 'bash',
  'windows-cmd': 'cmd',
  'windows-powershell': 'powershell',
}
const SYSTEMS = Object.keys(SHELLS) as DeviceSystem[]
const classifier = new Classifier()

const readAfter = (stderr: string, system: DeviceSystem = 'linux') =>
  readFailure({ exitCode: 1, stdout: '', stderr, system })?.nextRead?.command ?? null

const FAILURES = [
  ['bash: docker: command not found', 'command -v docker'],
  ['E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1', /^fuser -v/],
  ["touch: cannot touch '/x': Read-only file system", /^findmnt/],
  ["cp: error writing '/x': No space left on device", 'df -h'],
  ['Cannot allocate memory', 'free -h'],
  ['cat: /etc/shadow: Permission denied', 'id'],
  ['ping: deb.debian.org: Temporary failure in name resolution', 'cat /etc/resolv.conf'],
  ['ping: connect: Network is unreachable', 'ip route'],
  ['curl: (7) Failed to connect to 192.0.2.1 port 80: Connection refused', 'ss -tln'],
  ['Unit foo.service could not be found.', /^systemctl list-units/],
  ['Job for nginx.service failed because the control process exited with error code.', /^systemctl status nginx /],
] as const

describe('the read proposed for a failure', () => {
  it.each(FAILURES)('of %j is %s', (text, command) => {
    expect(readAfter(text)).toEqual(typeof command === 'string' ? command : expect.stringMatching(command))
  })

  it('changes nothing on any system', () => {
    for (const system of SYSTEMS) {
      for (const [text] of FAILURES) {
        const command = readAfter(text, system)
        if (command !== null)
          expect([command, classifier.classify(command, SHELLS[system]).class]).toEqual([command, 'read'])
      }
    }
  })

  it('takes no name from the device that is more than a plain word', () => {
    expect(readAfter('bash: -rf: command not found')).toBeNull()
    expect(readAfter("'x & del c:' is not recognized as an internal or external command,", 'windows-cmd')).toBeNull()
    expect(readAfter("The term '$(x)' is not recognized as the name", 'windows-powershell')).toBeNull()
  })

  it('is absent where the cause is not known', () => {
    expect(readAfter('something went wrong')).toBeNull()
  })
})

describe('the aftermath of a command', () => {
  it.each([
    ['sudo reboot', 'linux', 'reboot', 'uptime'],
    ['systemctl reboot', 'raspberrypi', 'reboot', 'uptime'],
    ['sudo -n shutdown -r now', 'linux', 'reboot', 'uptime'],
    ['shutdown /r /t 0', 'windows-cmd', 'reboot', 'systeminfo'],
    ['Restart-Computer -Force', 'windows-powershell', 'reboot', 'systeminfo'],
    ['sudo systemctl restart nginx', 'linux', 'service', 'systemctl status nginx --no-pager'],
    ['service mosquitto restart', 'linux', 'service', 'systemctl status mosquitto --no-pager'],
    ['Restart-Service -Name Spooler', 'windows-powershell', 'service', 'Get-Service Spooler'],
    ['docker restart web', 'linux', 'service', 'docker ps -a'],
  ] as const)('%s on %s: %s, looked at by %s', (command, system, kind, check) => {
    expect(aftermathOf(command, system)).toEqual({ kind, check })
    expect(classifier.classify(check, SHELLS[system]).class).toBe('read')
  })

  it.each([
    'systemctl status nginx',
    'systemctl restart a; rm -rf /',
    'systemctl restart -f',
    'echo reboot',
    'shutdown -h now',
  ])('is nothing after %s', (command) => {
    expect(aftermathOf(command, 'linux')).toBeNull()
  })
})
