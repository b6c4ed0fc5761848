import type { OptionRow } from './option-row.ts'

/** Programs that manage disks, services, packages, users and hardware. */
export const SYSTEM_ROWS: readonly OptionRow[] = [
  {
    programs:
      'smartctl hdparm sdparm blkid fdisk sfdisk gdisk sgdisk parted nvme tune2fs dumpe2fs badblocks mount umount mkfs wipefs fsck e2fsck lvs pvs vgs mdadm btrfs swapon swapoff zpool zfs losetup cryptsetup blkdiscard fstrim eject',
    isNamesOnly: true,
  },
  {
    programs:
      'stty hddtemp mmc setserial pinout service vmstat iostat mpstat pidstat sar udevadm i2cdetect i2cdump i2cget i2cset gpioget gpioset vcgencmd pinctrl raspi-gpio gpio',
    isNamesOnly: true,
  },
  { programs: 'gpiomon', isNamesOnly: true, endless: '*', ends: '-n --num-events --idle-timeout' },
  { programs: 'lnstat rtstat ctstat', endless: '*', ends: '-c --count -d --dump' },
  { programs: 'btop bpytop bashtop jnettop powertop', endless: '*' },
  { programs: 'amixer aplay arecord busctl ffmpeg ffprobe nvidia-smi', isWordStyle: true },
  { programs: 'nmon', ends: '-f -F -x -X' },
  { programs: 'node nodejs npm yarn pnpm php pm2', version: '-v' },
  { programs: 'crontab', values: '-c' },
  { programs: 'dpkg', shellText: '--pre-invoke --post-invoke --status-logger' },
  { programs: 'logrotate', values: '-s -m -l' },
  { programs: 'chage', values: '-d -E -I -m -M -R -W' },
  { programs: 'auditctl', isNamesOnly: true, values: '-a -A -d -k -w -W -p -S -F -b -r -f -e -R -C -t' },
  { programs: 'virsh', values: '-c -d -e -k -l' },
  {
    programs: 'systemctl',
    isNamesOnly: true,
    values:
      '-H -M -n -o -p -P -s -t --host --machine --lines --output --property --state --type --signal --root --image --job-mode --kill-who --kill-whom --what --timestamp --when',
  },
  { programs: 'journalctl', values: '-M --machine' },
  {
    programs: 'apt apt-get aptitude apt-cache',
    values: '-c -t --config-file --target-release --default-release --host-architecture',
    shellText: '-o --option',
    switches: '--no-install-recommends',
  },
  {
    programs: 'docker podman',
    isNamesOnly: true,
    version: '-v',
    values: '-H -c -l --host --config --context --log-level --format --filter --tail --since --until',
  },
  { programs: 'docker podman buildah helm skopeo az', subs: 'login', secrets: '-p --password' },
  {
    programs: 'skopeo podman buildah',
    subs: 'copy|inspect|delete|list-tags|sync|push|pull',
    secrets: '--src-registry-token --dest-registry-token --registry-token --src-password --dest-password --password',
    secretPairs: [{ options: '--creds --src-creds --dest-creds --decryption-key', sign: ':' }],
  },
  { programs: 'date', isNamesOnly: true, values: '-f -s --file --set' },
  { programs: 'dmesg', values: '-n --console-level' },
  {
    programs: 'openssl',
    isWordStyle: true,
    secrets:
      '-passin -passout -pass -password -dpass -keypass -otherpass -newkeypass -proxy_pass -tls_keypass -srv_keypass -srv_secret -secret -secretkey -pwri_password -k -K -psk -srppass -hmac',
    secretPairs: [{ options: '-macopt', sign: ':' }],
  },
  { programs: 'openssl', subs: 'passwd', isLastSecret: true },
  { programs: 'gpg gpg2', secrets: '--passphrase' },
  {
    programs: 'keytool',
    secrets: '-storepass -keypass -signerkeypass -srcstorepass -srckeypass -deststorepass -destkeypass -new',
  },
  { programs: 'useradd usermod groupadd groupmod', secrets: '-p --password' },
  { programs: 'mosquitto_passwd htpasswd', lastSecretWith: '-b' },
  { programs: 'raspi-config', secretOperands: [3] },
]
