import { type DeviceFile, PLACES, RUN_LINE } from '../install/agent-files.ts'
import { stopAgent } from '../install/install-steps.ts'
import { quoted } from '../install/shell-words.ts'
import { undoScript } from '../install/undo-script.ts'

const AGENT = `/usr/bin/python3 -E ${PLACES.program}`
const KEY_FILE = 'device.pub'
const UNDER_SYSTEMD: ReadonlySet<string> = new Set([PLACES.unit, PLACES.readsOnly])

/**
 * The script of a kit: the same steps as over SSH, run by hand at the device. `--undo` takes all of it away. Works from a file
 * system that keeps no modes, as that of a stick is.
 */
export function installScript(files: readonly DeviceFile[]): string {
  const common = files.filter(({ target }) => !UNDER_SYSTEMD.has(target) && target !== PLACES.cron)
  return [
    '#!/bin/sh',
    '# Installs the Waypost agent on this device: sudo sh install.sh. Takes it away again: sudo sh install.sh --undo',
    'set -eu',
    'cd "$(dirname "$0")"',
    '[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo sh install.sh" >&2; exit 1; }',
    'PATH="$PATH:/usr/sbin:/sbin"',
    'has_systemd() { [ -d /run/systemd/system ]; }',
    'undo() {',
    '  if has_systemd; then',
    heredoc(undoScript({ service: 'systemd', executor: null })),
    '  else',
    heredoc(undoScript({ service: 'cron', executor: null })),
    '  fi',
    '}',
    'if [ "$*" = --undo ]; then',
    `  if [ -e ${PLACES.undo} ]; then sh ${PLACES.undo}; else undo >/tmp/waypost-undo.$$; sh /tmp/waypost-undo.$$; rm /tmp/waypost-undo.$$; fi`,
    '  exit',
    'fi',
    `for file in ${files.map(({ name }) => quoted(name)).join(' ')}; do`,
    '  [ -f "$file" ] || { echo "$file is missing: copy the whole folder." >&2; exit 1; }',
    'done',
    `install -d -m 755 ${PLACES.folder}`,
    'has_all() { [ -x /usr/bin/python3 ] && /usr/bin/python3 -E -c "import paho.mqtt" 2>/dev/null && command -v openssl >/dev/null; }',
    'if ! has_all; then',
    `  dpkg-query -W -f '\${Package}\\n' | sort >${PLACES.packages}.before`,
    '  packages="python3 python3-paho-mqtt openssl"',
    '  apt-get install -y --no-install-recommends $packages || apt-get update',
    '  apt-get install -y --no-install-recommends $packages',
    `  dpkg-query -W -f '\${Package}\\n' | sort | comm -13 ${PLACES.packages}.before - >>${PLACES.packages}`,
    `  rm ${PLACES.packages}.before`,
    'fi',
    `install -d -m 700 ${PLACES.configFolder} ${PLACES.state}`,
    'place() { install -m "$1" "$2" "$3.new"; mv -f "$3.new" "$3"; }',
    ...common.map(place),
    `undo >${PLACES.undo}`,
    `chmod 755 ${PLACES.undo}`,
    `${AGENT} key >${KEY_FILE}`,
    `echo "The public key of this device is in $(pwd)/${KEY_FILE}: take it to the console."`,
    `${AGENT} check || echo "The agent starts all the same and tries again; mend what is marked FAULT." >&2`,
    'if has_systemd; then',
    ...files.filter(({ target }) => target === PLACES.readsOnly).map(() => `  install -d -m 755 ${PLACES.dropIns}`),
    ...files.filter(({ target }) => UNDER_SYSTEMD.has(target)).map((file) => `  ${place(file)}`),
    '  systemctl daemon-reload',
    '  systemctl enable waypost-agent',
    '  systemctl restart waypost-agent',
    'else',
    '  if [ -d /etc/cron.d ]; then',
    ...files.filter(({ target }) => target === PLACES.cron).map((file) => `    ${place(file)}`),
    '  fi',
    ...stopAgent().map((line) => `  ${line}`),
    `  nohup setsid ${RUN_LINE} </dev/null &`,
    'fi',
    'echo "The agent runs. Delete this folder from the stick: it holds the login of the device."',
    '',
  ].join('\n')
}

function place({ name, target, mode }: DeviceFile): string {
  return `place ${mode.toString(8).padStart(3, '0')} ${quoted(name)} ${target}`
}

function heredoc(text: string): string {
  return `cat <<'UNDO'\n${text}UNDO`
}
