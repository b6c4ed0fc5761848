import { shapesOf } from './shape.ts'

const HEAD = 'Filesystem      Size  Used Avail Use% Mounted on\n'

export const DISK_SHAPES = [
  ...shapesOf('df -h', [
    [
      'of Home Assistant OS, whose root is an image',
      'Filesystem                Size      Used Available Use% Mounted on\n/dev/root               101.4M    101.4M         0 100% /\ntmpfs                     1.9G         0      1.9G   0% /dev/shm\n/dev/mmcblk0p7           89.0M      1.7M     80.5M   2% /mnt/overlay\n/dev/mmcblk0p1           31.9M      3.1M     28.8M  10% /mnt/boot\n/dev/mmcblk0p8           28.7G     12.4G     15.1G  45% /mnt/data\n',
      '/mnt/data is 45% full; 15.1G of 28.7G is free.',
    ],
    [
      'of a Pi with an overlay root',
      'Filesystem      Size  Used Avail Use% Mounted on\nudev             80M     0   80M   0% /dev\ntmpfs            43M  796K   43M   2% /run\noverlay         215M  209M  6.0M  98% /\n/dev/mmcblk0p1  253M   65M  188M  26% /boot\n',
      '/ is 98% full; 6.0M of 215M is free. Almost full: /.',
      true,
    ],
    [
      'with a full tmpfs and a snap',
      'Filesystem      Size  Used Avail Use% Mounted on\n/dev/root        29G   12G   16G  43% /\ntmpfs           400M  400M     0 100% /var/log\n/dev/loop1       54M   54M     0 100% /snap/core20/1825\n',
      '/ is 43% full; 16G of 29G is free. Almost full: /var/log.',
      true,
    ],
    [
      'of OpenWrt',
      'Filesystem                Size      Used Available Use% Mounted on\n/dev/root                 2.5M      2.5M         0 100% /rom\ntmpfs                    29.2M    196.0K     29.0M   1% /tmp\n/dev/mtdblock6            3.8M      1.1M      2.7M  29% /overlay\noverlayfs:/overlay        3.8M      1.1M      2.7M  29% /\ntmpfs                   512.0K         0    512.0K   0% /dev\n',
      '/ is 29% full; 2.7M of 3.8M is free.',
    ],
    [
      'of WSL 2',
      `${HEAD}none            7.8G  4.0K  7.8G   1% /mnt/wsl\nnone            7.8G     0  7.8G   0% /usr/lib/wsl/lib\ndrivers         476G  300G  176G  64% /usr/lib/wsl/drivers\n/dev/sdc        251G   10G  229G   5% /\nrootfs          7.8G  1.9M  7.8G   1% /init\nsnapfuse        128K  128K     0 100% /snap/bare/5\nC:\\             476G  300G  176G  64% /mnt/c\n`,
      '/ is 5% full; 229G of 251G is free.',
    ],
    [
      'of WSL 2 whose Windows disk is full',
      `${HEAD}/dev/sdc        251G   10G  229G   5% /\nC:\\             476G  470G  6.0G  99% /mnt/c\n`,
      '/ is 5% full; 229G of 251G is free. Almost full: /mnt/c.',
      true,
    ],
    [
      'of a container',
      `${HEAD}overlay          50G   30G   18G  63% /\ntmpfs            64M     0   64M   0% /dev\nshm              64M     0   64M   0% /dev/shm\n/dev/sda1        50G   30G   18G  63% /etc/hosts\n`,
      '/ is 63% full; 18G of 50G is free.',
    ],
    [
      'of a host of containers, whose layers are counted once',
      `${HEAD}/dev/sda1        50G   46G  1.5G  97% /\noverlay          50G   46G  1.5G  97% /var/lib/docker/overlay2/ab/merged\noverlay          50G   46G  1.5G  97% /var/lib/docker/overlay2/cd/merged\n`,
      '/ is 97% full; 1.5G of 50G is free. Almost full: /.',
      true,
    ],
    [
      'with lines wrapped after a long name',
      `${HEAD}/dev/mapper/vg-root\n                 29G   13G   15G  47% /\n/dev/sda1       253M   65M  188M  26% /boot\n`,
      '/ is 47% full; 15G of 29G is free.',
    ],
    [
      'with a root on NFS',
      `${HEAD}192.0.2.10:/export/pi-1   916G  340G  530G  40% /\ndevtmpfs                  460M     0  460M   0% /dev\n`,
      '/ is 40% full; 530G of 916G is free.',
    ],
    [
      'with a full log in memory under the name of its program',
      `${HEAD}/dev/mmcblk0p2   29G   13G   15G  47% /\nlog2ram         128M  128M     0 100% /var/log\n`,
      '/ is 47% full; 15G of 29G is free. Almost full: /var/log.',
      true,
    ],
    [
      'with the variables of the firmware, which are always nearly full',
      `${HEAD}/dev/nvme0n1p2  234G   60G  163G  27% /\nefivarfs        128K  125K     0 100% /sys/firmware/efi/efivars\n`,
      '/ is 27% full; 163G of 234G is free.',
    ],
    [
      'with a compact disc and a network share with a space in its name',
      `${HEAD}/dev/sda2       109G   98G  5.4G  95% /\n/dev/sr0        3.8G  3.8G     0 100% /media/cdrom\n//192.0.2.9/Plant files  916G  340G  576G  38% /mnt/plant\n`,
      '/ is 95% full; 5.4G of 109G is free. Almost full: /.',
      true,
    ],
    [
      'with a disk that is full to the last byte',
      `${HEAD}/dev/sda1        30G   30G     0 100% /\ntmpfs           1.9G     0  1.9G   0% /dev/shm\n`,
      '/ is 100% full; 0 of 30G is free. Almost full: /.',
      true,
    ],
    ['of one small root alone, which may be an image', `${HEAD}/dev/root       101M  101M     0 100% /\n`, null],
    ['with a line that is no file system', `${HEAD}/dev/sda1        30G   20G  9.0G  69% /\ndf: /mnt: error\n`, null],
    ['whose columns are in another order', `${HEAD}/dev/sda1        20G  9.0G   30G  69% /\n`, null],
    ['without one of its columns', 'Filesystem  Used Avail Use% Mounted on\n/dev/sda1   20G  9.0G  69% /\n', null],
    ['with grouped digits', `${HEAD}/dev/sda1  30,123 20,100 9,023 69% /\n`, null],
    ['in plain numbers of an unknown unit', `${HEAD}/dev/sda1  3012300 2010000 1002300 67% /\n`, null],
  ]),
  ...shapesOf('df -hT', [
    [
      'with types',
      'Filesystem     Type      Size  Used Avail Use% Mounted on\n/dev/root      squashfs  101M  101M     0 100% /\ntmpfs          tmpfs     1.9G     0  1.9G   0% /dev/shm\n/dev/mmcblk0p8 ext4       29G   13G   15G  47% /data\n',
      '/data is 47% full; 15G of 29G is free.',
    ],
  ]),
  ...shapesOf('df -hi', [
    [
      'in an unknown language',
      'Xx  Yy  Zz Aa B% Cc Dd\n/dev/sda1  1.9M  1.8M  100K  95% /\n',
      '/ uses 95% of its inodes; 100K of 1.9M are free. Almost out of inodes: /.',
      true,
    ],
  ]),
  ...shapesOf('du -sh /var/log', [
    ['with a decimal comma', '3,4M\t/var/log\n', '/var/log takes 3.4M.'],
    ['of busybox', '12.0K\t/var/log\n', '/var/log takes 12.0K.'],
    ['of an empty folder', '0\t/var/log\n', '/var/log takes 0.'],
    ['of a path with spaces', '1.1G\t/home/pi/My films\n', '/home/pi/My films takes 1.1G.'],
    ['in whole units', '121M\t/var/log\n', '/var/log takes 121M.'],
    ['of a large folder', '1.3T\t/srv\n', '/srv takes 1.3T.'],
    ['without a unit', '12345\t/var/log\n', null],
    ['with grouped digits', '1,234K\t/var/log\n', null],
    ['of two paths', '1.0M\t/a\n2.0M\t/b\n', null],
    ['that failed within the output', 'du: cannot read\n', null],
    ['without a path', '121M\n', null],
  ]),
  ...shapesOf('du -xh --max-depth=1 /srv 2>/dev/null | sort -rh | head -n 20', [
    ['beside a part as large', '4.0K\t/srv/a\n4.0K\t/srv\n', '/srv takes 4.0K; most of it, 4.0K, is in /srv/a.'],
    ['with a decimal comma', '2,4G\t/srv\n2,3G\t/srv/x\n', '/srv takes 2.4G; most of it, 2.3G, is in /srv/x.'],
    ['that is not sorted', '1.0M\t/srv\n2.0G\t/srv/x\n', null],
    ['without the whole', '2.0G\t/srv/a\n1.0G\t/srv/b\n', null],
  ]),
  ...shapesOf('ls -A /srv | wc -l', [
    ['of several', '26\n', 'The folder has 26 entries.'],
    ['of one', '1\n', 'The folder has 1 entry.'],
    ['padded, as BSD counts', '      3\n', 'The folder has 3 entries.'],
    ['that is no count', 'many\n', null],
  ]),
]
