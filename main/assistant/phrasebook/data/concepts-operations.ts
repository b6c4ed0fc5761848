import type { ConceptEntry } from '../entry-types.ts'

const named = (kind: ConceptEntry[1], ids: string): readonly ConceptEntry[] =>
  ids.split(' ').map((id): ConceptEntry => [id, kind, '', ''])

/** Concepts of phrases that are found by their pattern (`slot-patterns-*.ts`) and by no list of words. */
export const OPERATION_CONCEPTS: readonly ConceptEntry[] = [
  // Users and groups.
  ...named('action', 'user-password add-user drop-user lock-user unlock-user into-group from-group grant revoke'),
  ...named('topic', 'who-rebooted user-groups group-members all-groups group sudo-rights how-often-logged'),
  ...named('modifier', 'with-home keep-home system-account'),
  // Pins, parts of the board, camera, sound, radio.
  ...named('action', 'drive-high drive-low pin-input board-on board-off ssh-on ssh-off photo video record-sound'),
  ...named('action', 'play-sound set-volume louder quieter mute unmute'),
  ...named(
    'topic',
    'board-part board-state i2c-bus onewire-sensors volume bluetooth-scan bluetooth-paired bluetooth-radio',
  ),
  ...named('modifier', 'pull-up pull-down saved-as'),
  // Messages of the broker.
  ...named('action', 'publish clear-retained'),
  ...named('topic', 'subscribe mqtt-topic the-broker retained'),
  ...named('modifier', 'qos-word'),
  // Jobs, priorities, swap, language.
  ...named('action', 'run-job add-job drop-job set-priority'),
  ...named('topic', 'job priority locale-word swap-word'),
  // Packages, units, containers, the firewall.
  ...named('action', 'uninstall pip-install pip-remove hold unhold autoremove upgrade-one mask-unit unmask-unit'),
  ...named('action', 'boot-off daemon-reload reset-failed compose-up compose-down new-container'),
  ...named('action', 'firewall-allow firewall-deny firewall-undo'),
  ...named('topic', 'owning-package package-files candidate held pip-show compose-list'),
  ...named('modifier', 'purge keep-version by-force with-pip'),
  // What is limited to a time, or set of a container, a volume or the broker.
  ...named('topic', 'untouched volume-path port-map anonymous load-spans'),
  ...named('modifier', 'time-limit docker-word'),
  // Parts of the machine and what the kernel knows.
  ...named('topic', 'display resolution raid card-id card-word video-formats chip power-save handshake by-id adapter'),
  ...named('topic', 'root-disk boot-source kernel-key kernel-params boot-args is-newest eeprom'),
  ...named('action', 'console-off'),
  ...named('modifier', 'temporary keep-serial'),
  ...named('topic', 'probe-reading library'),
  // What programs keep, use and are set to.
  ...named('topic', 'uncommitted branch commits repo-word config-test at-jobs compose-word net-share proxy open-files'),
  ...named('topic', 'ssh-setting database newer-kernel every-container client-count which-time-server let-through'),
  // What is asked of a thing that is named.
  ...named('topic', 'timer-runs run-result smart-drive mounted-there wireguard lines-about log-about newest-of'),
  ...named('modifier', 'no-comments'),
  ...named('topic', 'access-log how-often swap-file ufw-word'),
  ...named('action', 'git-pull reload-if-right compose-update mount-here mount-all flush-dns'),
  ...named(
    'modifier',
    'picture no-password come-from no-break as-guest is-mounted with-time-server own-log rest-away not-deleted',
  ),
]
