import type { Rule } from './rule.ts'

/** Programs about disks and file systems. */
export const DISK_RULES: readonly Rule[] = [
  {
    id: 'disk.format',
    programs:
      'mkfs mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.btrfs mkfs.vfat mkfs.fat mkfs.msdos mkfs.exfat mkfs.ntfs mkfs.f2fs mkfs.minix mkfs.cramfs mkfs.bfs mke2fs mkdosfs mkntfs mkswap mkudffs newfs',
    class: 'destructive',
    reason: { en: 'formats a disk', zh: '格式化磁盘' },
    match: ['mkfs.ext4 /dev/sda1', 'mkfs -t ext4 /dev/sda', 'mkswap /dev/sda2'],
    noMatch: ['lsblk'],
  },
  {
    id: 'disk.wipe',
    programs: 'wipefs',
    class: 'destructive',
    reason: { en: 'erases file system signatures', zh: '清除文件系统签名' },
    match: ['wipefs -a /dev/sda'],
    noMatch: ['lsblk'],
  },
  {
    id: 'disk.partition',
    programs:
      'cfdisk cgdisk gparted partprobe partx kpartx fatlabel e2label resize2fs xfs_growfs xfs_admin growpart lvcreate lvremove lvextend lvreduce lvresize lvchange lvconvert lvrename vgcreate vgremove vgextend vgreduce vgchange pvcreate pvremove pvmove pvresize pvchange raspi-expand debugfs e2image',
    class: 'destructive',
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['cfdisk /dev/sda', 'lvremove x'],
    noMatch: ['lsblk', 'fdisk -l'],
  },
  {
    id: 'disk.partition.edit',
    programs: 'fdisk sfdisk gdisk sgdisk tune2fs',
    when: { without: 'l list p print d dump' },
    class: 'destructive',
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['fdisk /dev/sda', 'tune2fs -c 1 /dev/sda1'],
    noMatch: ['fdisk -l'],
  },
  {
    id: 'disk.parted.edit',
    programs: 'parted',
    when: { arg: /^(?:mk|rm|res|move|set|name|toggle|disk_|select|align_|cp|type)/ },
    class: 'destructive',
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['parted /dev/sda mklabel gpt', 'parted -s /dev/sda print rm 1'],
    noMatch: ['parted /dev/sda print'],
  },
  {
    id: 'disk.parted.interactive',
    programs: 'parted',
    when: { noArg: /^(?:print|p|-l|--list)$/ },
    class: 'destructive',
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['parted /dev/sda'],
    noMatch: ['parted -l', 'parted /dev/sda print'],
  },
  {
    id: 'disk.volume.edit',
    programs: 'losetup cryptsetup dmsetup mdadm btrfs zfs zpool debugfs e2image',
    when: {
      noArg:
        /^(?:-[aDQE]|--(?:detail|query|examine|list|all|scan)|list|status|get|iostat|history|show|df|usage|stats|ls|info|table|deps|luksDump|luksUUID|isLuks)$/,
    },
    class: 'destructive',
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['losetup /dev/loop0 x', 'zpool destroy x', 'cryptsetup luksFormat /dev/sda'],
    noMatch: ['zpool status', 'mdadm --detail /dev/md0'],
  },
  {
    id: 'disk.volume.edit.named',
    programs: 'losetup cryptsetup dmsetup mdadm btrfs zfs zpool debugfs e2image',
    when: {
      arg: /^(?:destroy|create|remove|delete|-d|-D|--(?:detach.*|create|stop|fail|remove|zero-superblock|add|grow|assemble|manage)|luksFormat|erase|luks(?:Erase|Kill.*|Remove.*|Add.*|Change.*|Close|Open)|open|close|set|rollback|detach|offline|replace|clear|export|import|labelclear|snapshot|-w|-S|-C|-f|-r)$/,
      noArg: /^--detail$|^-D$/,
    },
    class: 'destructive',
    isFallback: true,
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['zfs destroy list', 'mdadm --stop /dev/md0'],
    noMatch: ['zpool status', 'mdadm --detail /dev/md0'],
  },
  {
    id: 'disk.partition.write',
    programs: 'sgdisk sfdisk',
    when: { flags: 'Z z o n d D zap zap-all clear new delete delete-part mbrtogpt load-backup g t s e m u G c' },
    class: 'destructive',
    isFallback: true,
    reason: { en: 'changes partitions', zh: '更改分区' },
    match: ['sgdisk -Z /dev/sda', 'sgdisk -p -Z /dev/sda'],
    noMatch: ['sgdisk -p /dev/sda'],
  },
  {
    id: 'disk.loop.detach',
    programs: 'losetup',
    when: { flags: 'd D detach detach-all' },
    class: 'destructive',
    reason: { en: 'changes partitions or volumes', zh: '更改分区或卷' },
    match: ['losetup -D'],
    noMatch: ['losetup -a'],
  },
]
