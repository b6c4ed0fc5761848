import { shapesOf } from './shape.ts'

const TYPES = 'Filesystem     Type      Size  Used Avail Use% Mounted on\n'
const INODES = 'Filesystem     Inodes IUsed IFree IUse% Mounted on\n'

/** Answers of `df` with types and inodes, and of the programs that measure folders. */
export const FILE_SYSTEM_SHAPES = [
  ...shapesOf('df -hT', [
    [
      'of Raspberry Pi OS Bookworm',
      `${TYPES}udev           devtmpfs  1.6G     0  1.6G   0% /dev\n/dev/mmcblk0p2 ext4       29G  4.6G   23G  17% /\ntmpfs          tmpfs     1.9G     0  1.9G   0% /dev/shm\n/dev/mmcblk0p1 vfat      510M   64M  447M  13% /boot/firmware\n`,
      '/ is 17% full; 23G of 29G is free.',
    ],
    [
      'of Ubuntu Core, whose root is a snap',
      `${TYPES}/dev/loop0     squashfs   64M   64M     0 100% /\n/dev/mmcblk0p4 ext4       29G  3.2G   25G  12% /writable\n/dev/loop1     squashfs   41M   41M     0 100% /snap/snapd/20298\n`,
      '/writable is 12% full; 25G of 29G is free.',
    ],
    [
      'in German',
      'Dateisystem    Typ       Größe Benutzt Verf. Verw% Eingehängt auf\n/dev/sda1      ext4       109G     98G  5,4G   95% /\n',
      '/ is 95% full; 5.4G of 109G is free. Almost full: /.',
      true,
    ],
    [
      'in Chinese',
      '文件系统       类型      大小  已用  可用 已用% 挂载点\n/dev/sda1      xfs        50G   20G   31G   40% /\n',
      '/ is 40% full; 31G of 50G is free.',
    ],
    [
      'of busybox',
      'Filesystem           Type            Size      Used Available Use% Mounted on\n/dev/sda3            ext4           28.7G      1.2G     26.0G   4% /\n',
      '/ is 4% full; 26.0G of 28.7G is free.',
    ],
    [
      'with a pool of ZFS',
      `${TYPES}rpool/ROOT/debian zfs    220G   12G  208G   6% /\nrpool          zfs       208G  128K  208G   1% /rpool\n`,
      '/ is 6% full; 208G of 220G is free.',
    ],
    [
      'with a share over SSH that is full',
      `${TYPES}/dev/sda1      ext4       30G   20G  9.0G  69% /\npi@nas:/data   fuse.sshfs 916G  870G   46G  95% /mnt/nas\n`,
      '/ is 69% full; 9.0G of 30G is free. Almost full: /mnt/nas.',
      true,
    ],
    [
      'with a share that no longer answers',
      `${TYPES}/dev/sda1      ext4       30G   20G  9.0G  69% /\ndf: /mnt/nas: Stale file handle\n`,
      null,
    ],
    ['cut off', `${TYPES}/dev/sda1      ext4       30G   20G`, null],
  ]),
  ...shapesOf('df -hi', [
    [
      'of a Pi, whose boot partition has none',
      `${INODES}/dev/mmcblk0p2   1.9M   58K  1.8M    4% /\n/dev/mmcblk0p1      0     0     0     - /boot/firmware\n`,
      '/ uses 4% of its inodes; 1.8M of 1.9M are free.',
    ],
    [
      'in German',
      'Dateisystem    Inodes IBenutzt IFrei IUse% Eingehängt auf\n/dev/sda1        1,9M     1,8M  100K   95% /\n',
      '/ uses 95% of its inodes; 100K of 1.9M are free. Almost out of inodes: /.',
      true,
    ],
    [
      'with a folder of sessions that used all',
      `${INODES}/dev/sda1        1.9M  200K  1.7M   11% /\n/dev/sda2         64K   64K     0  100% /var/spool\n`,
      '/ uses 11% of its inodes; 1.7M of 1.9M are free. Almost out of inodes: /var/spool.',
      true,
    ],
    ['of a file system that counts none', `${INODES}/dev/sda2            0     0     0     - /\n`, null],
    ['of busybox without the option', 'df: invalid option -- i\n', null],
  ]),
  ...shapesOf('du -xh --max-depth=1 /srv 2>/dev/null | sort -rh | head -n 20', [
    [
      'of Debian',
      '1.2G\t/srv\n800M\t/srv/films\n12K\t/srv/empty\n',
      '/srv takes 1.2G; most of it, 800M, is in /srv/films.',
    ],
    ['of busybox', '12.5M\t/srv\n8.0M\t/srv/log\n', '/srv takes 12.5M; most of it, 8.0M, is in /srv/log.'],
    ['of the root', '15G\t/\n8.1G\t/usr\n4.0K\t/mnt\n', '/ takes 15G; most of it, 8.1G, is in /usr.'],
    ['of the folder one is in', '3.0G\t.\n2.1G\t./data\n', '. takes 3.0G; most of it, 2.1G, is in ./data.'],
    [
      'of names in Chinese with spaces',
      '3.0G\t/srv\n2.1G\t/srv/电影 新\n',
      '/srv takes 3.0G; most of it, 2.1G, is in /srv/电影 新.',
    ],
    ['of an empty folder', '4.0K\t/srv\n', null],
    ['of nothing', '', null],
    ['of busybox, which cannot sort sizes', "sort: unrecognized option: 'h'\n", null],
    ['with grouped digits', '1.234M\t/srv\n1,200M\t/srv/a\n', null],
  ]),
  ...shapesOf("find /srv -xdev -type f -size +100M -printf '%s %p\\n' 2>/dev/null | sort -rn | head -n 20", [
    [
      'of three',
      '9663676416 /srv/a.img\n734003200 /srv/b c.mp4\n104857601 /srv/c\n',
      'The largest file is /srv/a.img with 9.0 GiB; 3 files found.',
    ],
    [
      'of more than are listed',
      Array.from({ length: 20 }, (_, index) => `${209715200 - index} /srv/${index}\n`).join(''),
      'The largest file is /srv/0 with 200.0 MiB; the 20 largest are listed.',
    ],
    [
      'of a sparse file',
      '1099511627776 /srv/disk.img\n',
      'The largest file is /srv/disk.img with 1.0 TiB; 1 file found.',
    ],
    [
      'of two that are as large',
      '734003200 /srv/a\n734003200 /srv/b\n',
      'The largest file is /srv/a with 700.0 MiB; 2 files found.',
    ],
    ['with a name that breaks its line', '734003200 /srv/a\nb.mp4\n', null],
    ['without a name', '734003200\n', null],
    ['that may not look', "find: '/srv/x': Permission denied\n734003200 /srv/a\n", null],
    ['with grouped digits', '734.003.200 /srv/a\n', null],
  ]),
  ...shapesOf('ls -A /srv | wc -l', [
    ['of none', '0\n', 'The folder has 0 entries.'],
    ['of many', '120345\n', 'The folder has 120345 entries.'],
    ['with the line ends of Windows', '26\r\n', 'The folder has 26 entries.'],
    ['with grouped digits', '1,234\n', null],
    ['in digits of full width', '２６\n', null],
    ['after an error', "ls: cannot open directory '/srv': Permission denied\n0\n", null],
    ['of two folders', '26\n27\n', null],
    ['of lines and letters', '26 104 722\n', null],
    ['of nothing', '', null],
  ]),
]
