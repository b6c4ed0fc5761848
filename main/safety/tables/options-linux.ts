import type { OptionSpec } from './rule.ts'

/** How Linux programs read their arguments; only what differs from plain options without values. */
export const LINUX_OPTIONS: readonly OptionSpec[] = [
  {
    programs:
      'smartctl hdparm sdparm blkid fdisk sfdisk gdisk sgdisk parted nvme tune2fs dumpe2fs badblocks mount umount mkfs wipefs fsck e2fsck lvs pvs vgs mdadm btrfs swapon swapoff zpool zfs losetup cryptsetup blkdiscard fstrim eject stty setserial',
    isNamesOnly: true,
  },
  { programs: 'find gfind', isWordStyle: true, isNamesOnly: true },
  {
    programs: 'dd ip iw tc bridge ss nft openssl ffmpeg ffprobe test [ amixer aplay arecord busctl',
    isWordStyle: true,
  },
  {
    programs:
      'ls dir vdir stat file du df tree dirname basename realpath readlink which whereis type echo printf namei locate plocate lsattr getfacl pathchk test [ : true false seq command hash help mountpoint findmnt lsblk lsof fuser id groups getent pgrep pidof ps',
    isNamesOnly: true,
  },
  {
    programs: 'ip',
    isWordStyle: true,
    isAbbreviating: true,
    isNamesOnly: true,
    longValues: '-f -family -n -netns -rc -rcvbuf -b -batch -l -loops',
  },
  {
    programs: 'nmcli',
    values: 'fgwemc',
    longValues: 'fields get-values wait mode colors escape',
    isAbbreviating: true,
  },
  { programs: 'head', values: 'nc', longValues: 'lines bytes', endsOnDevices: true },
  { programs: 'tail', values: 'ncs', longValues: 'lines bytes pid sleep-interval' },
  { programs: 'od hexdump hd xxd', values: 'jNnsltwAS', endsOnDevices: false },
  {
    programs: 'grep egrep fgrep zgrep rg ag',
    values: 'efmABCdD',
    longValues: 'regexp file max-count after-context before-context context include exclude exclude-dir',
    scriptUnless: 'e f regexp file',
    recursive: 'r R recursive dereference-recursive',
  },
  {
    programs: 'sed gsed',
    values: 'efl',
    longValues: 'expression file line-length',
    scriptUnless: 'e f expression file',
  },
  {
    programs: 'awk gawk mawk nawk',
    values: 'Fvf',
    longValues: 'field-separator assign file',
    scriptUnless: 'f file E exec',
  },
  { programs: 'jq yq', values: 'fL', longValues: 'from-file indent', scriptUnless: 'f from-file' },
  {
    programs: 'sort',
    values: 'ktSToR',
    longValues: 'key field-separator buffer-size temporary-directory parallel output sort files0-from batch-size',
    textFlags: 'compress-program',
  },
  { programs: 'uniq', values: 'fsw', longValues: 'skip-fields skip-chars check-chars' },
  {
    programs: 'cut',
    values: 'bcdf',
    longValues: 'bytes characters delimiter fields output-delimiter',
    isNamesOnly: false,
  },
  { programs: 'diff cmp comm', recursive: 'r recursive' },
  {
    programs: 'tar bsdtar',
    values: 'fCTXbIF',
    longValues: 'file directory',
    isBareFirst: true,
    textFlags:
      'to-command checkpoint-action use-compress-program I info-script rmt-command rsh-command F new-volume-script',
  },
  { programs: 'rsync', values: 'ef', longValues: 'rsh exclude include', textFlags: 'rsh e rsync-path' },
  { programs: 'scp sftp', values: 'cFiJloPSDsBRX', textFlags: 'S D o' },
  { programs: 'zip', textFlags: 'unzip-command TT' },
  { programs: 'split', values: 'abClnt', textFlags: 'filter' },
  { programs: 'tcpdump', values: 'BcCDEFGijMmrsTVwWyzZ', textFlags: 'z' },
  {
    programs: 'man',
    values: 'CRLmMSserEpPH',
    longValues: 'config-file sections pager',
    textFlags: 'P pager H html',
    isNamesOnly: true,
  },
  {
    programs: 'git',
    values: 'Cc',
    longValues: 'git-dir work-tree namespace exec-path config-env',
    textFlags: 'c config-env upload-pack receive-pack exec',
    longs: 'no-pager pager',
  },
  {
    programs: 'systemctl',
    values: 'HMnopPst',
    longValues:
      'host machine lines output property state type signal root image job-mode kill-who kill-whom what timestamp when',
    isNamesOnly: true,
    longs: 'no-pager',
  },
  {
    programs: 'journalctl',
    values: 'unopgpDMSUctbF',
    longValues:
      'unit lines output since until priority grep directory machine boot identifier field file cursor facility user-unit',
    longs: 'no-pager',
  },
  { programs: 'service', isNamesOnly: true },
  {
    programs: 'apt apt-get aptitude apt-cache',
    values: 'octa',
    longValues: 'option config-file target-release default-release host-architecture',
    textFlags: 'o option',
    longs: 'no-install-recommends',
  },
  {
    programs: 'docker podman',
    values: 'Hcl',
    longValues: 'host config context log-level format filter tail since until',
    isNamesOnly: true,
  },
  { programs: 'docker-compose', values: 'fp', longValues: 'file project-name project-directory' },
  { programs: 'date', values: 'dfrs', longValues: 'date file reference set', isNamesOnly: true },
  { programs: 'ping ping4 ping6', values: 'cCiIlmMpQsStTwWnNF' },
  {
    programs: 'curl',
    values: 'AbcCdDeEFhHIKmoPQrtTuUwxXyYz',
    longValues:
      'user-agent max-time connect-timeout header url write-out retry retry-delay range referer resolve interface cacert',
  },
  { programs: 'top', values: 'dnpuUowE' },
  { programs: 'vmstat iostat mpstat pidstat sar', values: 'SpPI', isNamesOnly: true },
  { programs: 'who last lastb w users', values: 'fnst' },
  {
    programs: 'dmesg',
    values: 'flnFs',
    longValues: 'facility level console-level file buffer-size since until time-format',
  },
  {
    programs: 'mosquitto_sub mosquitto_pub mosquitto_rr',
    values: 'ACdhiIkLmMpPqstTuUVWDFexRE',
    longValues: 'cafile capath cert key ciphers tls-version will-topic will-payload',
  },
  { programs: 'ssh-keygen', values: 'abBCEfFIlmMnNOPrRstTUVwWYzZ' },
  {
    programs: 'udevadm i2cdetect i2cdump i2cget i2cset gpioget gpioset gpiomon vcgencmd pinctrl raspi-gpio gpio',
    isNamesOnly: true,
  },
]
