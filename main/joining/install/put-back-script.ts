import type { FoundExecutor } from '../look/read-look.ts'
import { PLACES, RUN_LINE, type Service } from './agent-files.ts'
import { stopAgent } from './install-steps.ts'
import { restoreExecutor } from './old-executor.ts'
import { leaveAgentLines } from './undo-script.ts'

/** What an upgrade changes on a device, by its name in the folder that keeps the earlier one. */
const KEPT = {
  'waypost_agent.py': PLACES.program,
  'agent.json': PLACES.config,
  'waypost-agent.service': PLACES.unit,
  'waypost-agent.cron': PLACES.cron,
  packages: PLACES.packages,
} as const

/** Keeps what an upgrade will change. One that was begun and never ended is no earlier state, so that its copy stays. */
export function keepLines(): string[] {
  const fresh = `${PLACES.before}.new`
  return [
    `if [ ! -d ${PLACES.before} ] || [ -e ${PLACES.before}/done ]; then`,
    `  rm -rf ${PLACES.before} ${fresh}`,
    `  mkdir -m 700 ${fresh}`,
    ...Object.entries(KEPT).map(([name, place]) => `  if [ -e ${place} ]; then cp -p ${place} ${fresh}/${name}; fi`),
    `  mv ${fresh} ${PLACES.before}`,
    'fi',
  ]
}

/** Marks an upgrade that came to its end: the next one keeps what this one brought. */
export const UPGRADED = `touch ${PLACES.before}/done`

/**
 * Puts back the agent from before an upgrade with its configuration and its start, takes away what the upgrade brought, and
 * starts a stopped executor again. Lies on the device, so that nobody needs this console for it; may be run again.
 */
export function putBackScript({
  service,
  executor,
}: {
  readonly service: Service
  readonly executor: FoundExecutor | null
}): string {
  const isSystemd = service === 'systemd'
  return [
    '#!/bin/sh',
    '# Puts back the Waypost agent from before its last upgrade, with its configuration. Run it as root.',
    'set -u',
    '[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo sh $0" >&2; exit 1; }',
    'PATH="$PATH:/usr/sbin:/sbin"',
    `if [ ! -d ${PLACES.before} ]; then rm -f ${PLACES.putBack}; echo "Nothing was upgraded."; exit 0; fi`,
    ...leaveAgentLines(service),
    ...(isSystemd ? ['systemctl stop waypost-agent'] : stopAgent()),
    `packages=$(cat ${PLACES.packages} 2>/dev/null | grep -vxF "$(cat ${PLACES.before}/packages 2>/dev/null || echo -)" | tr '\\n' ' ')`,
    'if [ -n "$packages" ]; then DEBIAN_FRONTEND=noninteractive apt-get purge -y $packages; fi',
    'put() {',
    `  if [ -e "${PLACES.before}/$1" ]; then cp -p "${PLACES.before}/$1" "$2.new" && mv -f "$2.new" "$2" || exit 1; else rm -f "$2"; fi`,
    '}',
    ...Object.entries(KEPT).map(([name, place]) => `put ${name} ${place}`),
    ...(isSystemd
      ? ['systemctl daemon-reload', 'systemctl restart waypost-agent || exit 1']
      : [`nohup setsid ${RUN_LINE} </dev/null &`]),
    ...(executor === null ? [] : restoreExecutor(executor)),
    `rm -rf ${PLACES.before} ${PLACES.before}.new ${PLACES.putBack}`,
    'echo "The Waypost agent from before is back."',
    '',
  ].join('\n')
}
