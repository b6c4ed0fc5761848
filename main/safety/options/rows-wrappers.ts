import type { OptionRow } from './option-row.ts'

/** Programs that run another one: their own options end where it begins. */
export const WRAPPER_ROWS: readonly OptionRow[] = [
  { programs: 'command', isNamesOnly: true, switches: '-p', idle: '-v -V' },
  { programs: 'sshpass', secrets: '-p', endsAtOperand: true, values: '-f -d -P', switches: '-e -v' },
  {
    programs: 'sudo doas',
    values:
      '-C -c -D -g -p -R -r -T -t -U -u -a --close-from --chdir --group --prompt --chroot --role --command-timeout --type --other-user --user --host',
    switches:
      '-A -b -B -E -e -H -K -k -l -N -n -P -S -V -v --askpass --background --bell --preserve-env --edit --set-home --non-interactive --stdin --validate --reset-timestamp --remove-timestamp --preserve-groups --no-update --list',
    startsShell: '-s -i --shell --login',
  },
  { programs: 'pkexec', values: '--user', switches: '--disable-internal-agent --keep-cwd' },
  { programs: 'nice', values: '-n --adjustment', switches: '-0 -1 -2 -3 -4 -5 -6 -7 -8 -9' },
  { programs: 'ionice', values: '-c -n --class --classdata', switches: '-t --ignore', idle: '-p -P -u' },
  {
    programs: 'timeout',
    values: '-k -s --kill-after --signal',
    switches: '-f -p -v --foreground --preserve-status --verbose',
  },
  { programs: 'nohup setsid', switches: '-c -f -w --ctty --fork --wait' },
  { programs: 'time', values: '-f --format', switches: '-p -v -V -a -q --portability --verbose --append --quiet' },
  { programs: 'builtin', switches: '-p', idle: '-v -V' },
  { programs: 'stdbuf', values: '-i -o -e --input --output --error' },
  { programs: 'busybox toybox', idle: '--list --list-full --install --help' },
  { programs: 'taskset', idle: '-p --pid' },
  { programs: 'chrt', values: '-T -P -D', switches: '-b -d -f -i -o -r -R', idle: '-p --pid -m --max' },
  {
    programs: 'watch',
    endless: '*',
    values: '-n -q -s --interval --equexit',
    switches:
      '-b -c -d -e -g -h -p -t -w -x --beep --color --differences --errexit --chgexit --no-title --precise --no-wrap --exec',
  },
  {
    programs: 'env',
    values: '-u -C -a --unset --chdir --argv0',
    switches: '-i -0 -v --ignore-environment --null --debug',
    shellText: '-S --split-string',
  },
  { programs: 'ssh-agent', values: '-a -E -P -t -O', switches: '-c -s -D -d', idle: '-k' },
  {
    programs: 'xargs',
    values: '-a -E -I -L -n -P -s -d --arg-file --delimiter --max-args --max-procs --max-chars --max-lines --replace',
    switches: '-0 -r -t -p -x -o -i -l -e --null --no-run-if-empty --verbose --interactive --exit',
  },
  { programs: 'parallel', values: '-j -N -n -I -a -s', switches: '-0 -r -k -t -v -X' },
  { programs: 'exec', values: '-a', switches: '-c -l' },
  {
    programs: 'ssh',
    values: '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -p -P -Q -R -S -W -w',
    switches: '-1 -2 -4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -v -X -x -Y -y',
    shellText: '-o',
  },
  {
    programs: 'mosh rsh slogin',
    values: '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -p -P -Q -R -S -W -w',
    switches: '-1 -2 -4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x -Y -y',
    shellText: '-o',
  },
  {
    programs: 'su runuser',
    values: '-g -G -s -w -u --group --supp-group --shell --whitelist-environment --user',
    switches: '-l -m -p -f -P --login --preserve-environment --fast --pty',
    shellText: '-c --command --session-command',
  },
  { programs: 'sg newgrp', shellText: '-c' },
  {
    programs: 'script scriptreplay',
    values: '-T -I -O -B -m -E -o',
    switches: '-a -e -f -q',
    shellText: '-c --command',
  },
  { programs: 'flock', values: '-w -E', switches: '-s -x -u -n -o -e -F', shellText: '-c --command' },
  { programs: 'chroot', values: '--userspec --groups', switches: '--skip-chdir' },
  {
    programs:
      'unshare nsenter setpriv setarch linux32 linux64 firejail bwrap fakeroot proot systemd-inhibit systemd-cat dbus-run-session dbus-launch unbuffer rlwrap torsocks proxychains proxychains4 torify xvfb-run catchsegv choom prlimit numactl cpulimit faketime chronic nsjail capsh gtimeout start-stop-daemon logsave cgexec ld.so ltrace valgrind perf gosu su-exec setuidgid chpst softlimit envdir s6-setuidgid tini dumb-init ts sem exec-with-piped-output run-one',
    values: '--exec --startas --pidfile --chuid --user',
  },
  {
    programs: 'strace',
    values: '-a -b -e -E -I -O -P -p -s -S -u -U -X',
    switches: '-c -C -d -f -F -h -i -k -q -r -t -T -v -V -w -x -y -Y -z -Z',
    shellText: '-o --output',
  },
  {
    programs: 'systemd-run',
    values:
      '-E -p -u -H -M --unit --property --description --slice --uid --gid --nice --working-directory --setenv --on-active --on-boot --on-calendar',
    switches:
      '-G -P -q -r -t -d -S --scope --user --system --pty --pipe --wait --quiet --collect --no-block --shell --remain-after-exit --same-dir',
  },
  {
    programs: 'screen',
    values: '-S -c -e -h -s -t -T -p -X',
    switches: '-d -D -m -r -R -x -q -A -a -U -L',
    idle: '--list --wipe',
  },
  { programs: 'tmux', version: '-V', values: '-c -f -s', switches: '-C -l -v -V -N -D -d -A -E -P -X' },
  { programs: 'at', values: '-f -t', switches: '-m -M -b -k -v', idle: '-l -c -V' },
  { programs: 'batch', values: '-q -f -t', switches: '-m -M -b -k -v', idle: '-l -c -V' },
  {
    programs: 'docker podman nerdctl docker-compose podman-compose kubectl k3s lxc machinectl flatpak snap',
    subs: 'exec|run|shell|container exec|container run|compose exec|compose run',
    values:
      '-e -u -w -n -c -l -p --env --user --workdir --env-file --name --network --volume --mount --publish --entrypoint --hostname --index --context --namespace --container --detach-keys --restart --label --cpus --memory',
    switches:
      '-d -i -t -T -q -D --detach --interactive --tty --privileged --rm --quiet --init --no-healthcheck --read-only',
  },
]
