import type { FoundExecutor } from '../look/read-look.ts'
import { PLACES, type Service } from './agent-files.ts'
import { stopAgent } from './install-steps.ts'
import { restoreExecutor } from './old-executor.ts'

/**
 * Lines that move a script out of the agent's own unit, where it was given as a command: with the agent systemd would end the
 * script too, in the middle of its work.
 */
export function leaveAgentLines(service: Service): string[] {
  if (service !== 'systemd') return []
  return [
    'if grep -q "/waypost-agent.service$" /proc/self/cgroup; then',
    '  echo "Goes on apart from the agent: see journalctl -u waypost-undo."',
    '  exec systemd-run --quiet --collect --unit=waypost-undo /bin/sh "$(readlink -f "$0")"',
    'fi',
  ]
}

/**
 * Takes the agent away with everything that its installation brought, and puts a stopped executor back. Lies on the device, so
 * that nobody needs this console for it; may be run again.
 */
export function undoScript({
  service,
  executor,
}: {
  readonly service: Service
  readonly executor: FoundExecutor | null
}): string {
  return [
    '#!/bin/sh',
    '# Takes the Waypost agent off this device, with all that its installation brought. Run it as root.',
    'set -u',
    '[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo sh $0" >&2; exit 1; }',
    'PATH="$PATH:/usr/sbin:/sbin"',
    ...leaveAgentLines(service),
    ...(service === 'systemd'
      ? [
          'systemctl disable --now waypost-agent',
          `rm -f ${PLACES.unit} ${PLACES.readsOnly}`,
          // A file that the operator put there stays.
          `rmdir ${PLACES.dropIns} 2>/dev/null`,
          'systemctl daemon-reload',
        ]
      : stopAgent()),
    `rm -f ${PLACES.cron}`,
    `packages=$(cat ${PLACES.packages} 2>/dev/null | tr '\\n' ' ')`,
    `rm -rf ${PLACES.configFolder} ${PLACES.state} ${PLACES.folder} /tmp/waypost-agent-*`,
    'if [ -n "$packages" ]; then DEBIAN_FRONTEND=noninteractive apt-get purge -y $packages; fi',
    ...(executor === null ? [] : restoreExecutor(executor)),
    `for left in ${[PLACES.configFolder, PLACES.state, PLACES.folder, PLACES.cron, PLACES.unit, PLACES.readsOnly].join(' ')}; do`,
    '  if [ -e "$left" ]; then echo "still there: $left" >&2; exit 1; fi',
    'done',
    'echo "The Waypost agent is gone."',
    '',
  ].join('\n')
}
