/** Partitions, mounts, volumes, RAID, and the file systems on them. */
export const VOLUME_MANUAL = String.raw`
# A disk: a device file, never a path that could leave /dev.
fdisk | shows partitions | 查看分区
  from util-linux 2.38.1 fdisk(8); busybox 1.35 fdisk
  -l --list !needed | lists them | 列出分区
  -x --list-details !needed | with details | 显示详细信息
  -u --units[={cylinders,sectors}] | in sectors or cylinders | 单位
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  -L --color[={auto,always,never}] | in colour | 彩色显示
  --bytes | in bytes | 以字节显示
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/*
  = fdisk -l
  = fdisk -l /dev/mmcblk0
  = fdisk -lu /dev/sda
  = fdisk -x /dev/sda
  ! fdisk /dev/sda
  ! fdisk -w always /dev/sda
  ! fdisk -l -W always /dev/sda
  ! fdisk -l /dev/../etc/shadow

sfdisk | shows partitions | 查看分区
  from util-linux 2.38.1 sfdisk(8)
  -l --list !needed | lists them | 列出分区
  -F --list-free !needed | free space | 未用空间
  -d --dump !needed | as a script | 脚本形式
  -J --json !needed | as JSON | JSON 输出
  -g --show-geometry !needed | geometry | 几何参数
  -s --show-size !needed | size | 大小
  -T --list-types !needed | kinds of partitions | 分区类型
  -V --verify !needed | checks them | 校验
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  -q --quiet | less | 减少输出
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/*
  = sfdisk -l
  = sfdisk -d /dev/sda
  = sfdisk -F /dev/mmcblk0
  ! sfdisk /dev/sda
  ! sfdisk --delete /dev/sda 1
  ! sfdisk -l --delete /dev/sda
  ! sfdisk -A /dev/sda 1
  ! sfdisk -lO /tmp/x /dev/sda
  ! sfdisk --wipe always /dev/sda
  ! sfdisk --part-type /dev/sda 1 83

gdisk | shows partitions | 查看分区
  from gdisk 1.0.9 gdisk(8)
  -l !needed | lists them | 列出分区
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = gdisk -l /dev/sda
  = gdisk -l /dev/nvme0n1
  ! gdisk /dev/sda

sgdisk | shows partitions | 查看分区
  from gdisk 1.0.9 sgdisk(8)
  -p --print !needed | lists them | 列出分区
  -i --info=/\d+/ !needed | about this one | 指定分区信息
  -v --verify !needed | checks them | 校验
  -O --print-mbr !needed | the old table | MBR 分区表
  -D --display-alignment !needed | alignment | 对齐
  -f --first-in-largest -F --first-aligned-in-largest -E --end-of-largest !needed
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = sgdisk -p /dev/sda
  = sgdisk -i 1 /dev/sda
  ! sgdisk -Z /dev/sda
  ! sgdisk -pZ /dev/sda
  ! sgdisk -b /home/pi/x /dev/sda
  ! sgdisk -p -d 1 /dev/sda
  ! sgdisk -n 0:0:0 /dev/sda
  ! sgdisk -e /dev/sda

# What stands behind print is the next command of parted, in any abbreviation.
common parted
  from parted 3.5 parted(8)
  -s --script | never asks | 不询问
  -m --machine | to be parsed | 便于解析的输出
  -j --json | as JSON | JSON 输出
parted | lists partitions of all disks | 列出所有磁盘分区
  -l --list !needed | of all disks | 所有磁盘
  = parted -l
  = parted -lm
  ! parted
  ! parted -l /dev/sda mklabel gpt
  ! parted -lf
parted | shows partitions | 查看分区
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/ {print,p} /free|all|list|devices|\d+/?
  = parted /dev/mmcblk0 print
  = parted -s /dev/sda print free
  = parted -m /dev/sda print
  ! parted -s /dev/sda print tog 1 boot
  ! parted -s /dev/sda print t 1 boot
  ! parted /dev/sda mklabel gpt
  ! parted -s /dev/sda rm 1
  ! parted /dev/sda
  ! parted -f /dev/sda print
  ! parted /dev/sda print free rm 1
parted | shows partitions in a unit | 按单位查看分区
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/ {unit,u} {s,b,kb,mb,gb,tb,kib,mib,gib,tib,compact,%,cyl,chs} {print,p} {free}?
  = parted -s /dev/sda unit MiB print
  = parted /dev/mmcblk0 unit s print free
  ! parted /dev/sda unit s rm 1
  ! parted /dev/sda unit s print rm
parted | checks how a partition is aligned | 检查分区对齐
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/ {align-check} {opt,optimal,min,minimal} /\d+/
  = parted /dev/sda align-check opt 1
  = parted -s /dev/sda align-check minimal 2
  ! parted /dev/sda align-check opt 1 rm 1

blkid | shows ids and file systems of devices | 查看设备标识与文件系统
  from util-linux 2.38.1 blkid(8); busybox 1.35 blkid
  -o --output={full,value,list,device,udev,export} | form of the output | 输出格式
  -s --match-tag=/\w+/ | this value | 指定标签
  -t --match-token=/\w+=.*/ | with this value | 匹配标签值
  -L --label=/[^-].*/ | with this label | 按卷标查找
  -U --uuid=/(?!-)[\w-]+/ | with this id | 按 UUID 查找
  -l --list-one | one only | 仅一个
  -p --probe | asks the device itself | 底层探测
  -i --info | limits | I/O 限制
  -k --list-filesystems | kinds it knows | 已知文件系统
  -c --cache-file={/dev/null} | no cache | 不用缓存
  -d --no-encoding -D --no-part-details
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/*
  = blkid
  = blkid /dev/mmcblk0p1
  = blkid -s UUID -o value /dev/sda1
  = blkid -c /dev/null
  ! blkid -g
  ! blkid -c /home/pi/x
  ! blkid --garbage-collect

findfs | finds a device by label or id | 按卷标或 UUID 查找设备
  from util-linux 2.38.1 findfs(8); busybox 1.35 findfs
  operands /(?:LABEL|UUID|PARTLABEL|PARTUUID)=.+/
  = findfs LABEL=boot
  = findfs UUID=1234-ABCD
  ! findfs --exec

findmnt | shows mounts | 查看挂载
  from util-linux 2.38.1 findmnt(8)
  -A --all -a --ascii -b --bytes -C --nocanonicalize -c --canonicalize --deleted -e --evaluate -f --first-only -i --invert -k --kernel -m --mtab -n --noheadings --output-all -P --pairs --pseudo -r --raw --real --shadow --shadowed --tree -U --uniq -u --notruncate -v --nofsroot --vfs-all -y --shell --verbose
  -D --df | like df | 类似 df
  -J --json | as JSON | JSON 输出
  -l --list | as a list | 列表输出
  -s --fstab | from fstab | 来自 fstab
  -R --submounts | with those below | 包括子挂载
  -x --verify | checks fstab | 校验 fstab
  -t --types=/[\w,.]+/ | these kinds | 指定类型
  -o --output=/(?!-)[\w,+%-]+/ | these columns | 指定列
  -O --options=/[\w,=.\/]+/ | with these options | 指定挂载选项
  -S --source=/(?!-)[\w\/=.:@-]+/ | of this device | 指定设备
  -T --target=path | of this path | 指定路径
  -M --mountpoint=path | at this place | 指定挂载点
  -d --direction={forward,backward} | direction | 方向
  -N --task=number | as this process sees it | 指定进程视角
  -p --poll[=/[a-z,]+/] !endless | waits for changes | 等待变化
  operands /[\w\/=.:@-]+/*
  = findmnt
  = findmnt /
  = findmnt -t ext4
  = findmnt -lo TARGET,SOURCE,FSTYPE,OPTIONS
  = findmnt --poll
  = findmnt -n -o SOURCE --target /home
  ! findmnt -F /etc/shadow
  ! findmnt --exec
  ! findmnt --tab-file /tmp/x

mount | lists mounts | 列出挂载
  from util-linux 2.38.1 mount(8); busybox 1.35 mount
  -l --show-labels | with labels | 显示卷标
  -t --types=/[\w,.]+/ | these kinds | 指定类型
  = mount
  = mount -l
  = mount -t ext4
  = mount -l -t vfat
  ! mount -a
  ! mount /dev/sda1 /mnt
  ! mount --target=/mnt/usb
  ! mount --rbind --source=/tmp/x --target=/etc/cron.d
  ! mount --label=DATA
  ! mount -LDISK
  ! mount -o remount,rw /
  ! mount -t tmpfs x /etc
  ! mount -la
  ! mount --source=/dev/sda1
  ! mount -T /tmp/x -a

swapon | shows swap space | 查看交换空间
  from util-linux 2.38.1 swapon(8)
  -s --summary !needed | in use | 使用中的
  --show[=/[\w,]+/] !needed | in use | 使用中的
  --noheadings | no header | 不显示表头
  --raw | raw table | 原始表格
  --bytes | in bytes | 以字节显示
  --output-all | all columns | 所有列
  = swapon --show
  = swapon -s
  = swapon --show=NAME,SIZE,USED --bytes
  ! swapon -a
  ! swapon /swapfile
  ! swapon -sa
  ! swapon --show /swapfile
  ! swapon -L x

zramctl | shows compressed memory | 查看 zram 设备
  from util-linux 2.38.1 zramctl(8)
  -b --bytes | in bytes | 以字节显示
  -n --noheadings | no header | 不显示表头
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  --output-all | all columns | 所有列
  --raw | raw table | 原始表格
  operands /\/dev\/zram\d+/?
  = zramctl
  = zramctl /dev/zram0
  ! zramctl --reset /dev/zram0
  ! zramctl -r /dev/zram0
  ! zramctl -f -s 1G
  ! zramctl -nr /dev/zram0

set lvm-look
  -v --verbose | with details | 显示详细信息
  -q --quiet | fewer notes | 减少提示
  -a --all | also hidden ones | 包括隐藏项
  -o --options=/(?!-)[\w,+#-]+/ | these columns | 指定列
  -S --select=/[a-z][\s\S]*/ | matching these | 筛选条件
  -O --sort=/(?!-)[\w,+-]+/ | order | 排序
  --units=/[\d.]*[a-z]/ | unit | 单位
  --noheadings | no header | 不显示表头
  --nosuffix | no units | 不显示单位
  --separator=/[^-]/ | sign between | 分隔符
  --reportformat={basic,json} | form of the output | 输出格式
  --segments --aligned --binary --rows --nameprefixes --unquoted --readonly --unbuffered --foreign --shared
lvs, vgs, pvs | shows logical volumes, groups or physical volumes | 查看逻辑卷、卷组或物理卷
  from lvm2 2.03.16 lvs(8), vgs(8), pvs(8)
  use lvm-look
  operands /[\w@.+\/][\w@.+\/-]*/*
  = lvs
  = lvs -a -o +devices
  = lvs --units g --noheadings vg0
  ! lvs --config 'log { file="/home/pi/app.db" level=7 }'
  ! lvs --profile x
  ! lvs --commandprofile x
  ! lvs --devicesfile x
  ! lvs -y --journal command
lvdisplay, vgdisplay, pvdisplay | shows logical volumes, groups or physical volumes | 查看逻辑卷、卷组或物理卷
  from lvm2 2.03.16 lvdisplay(8), vgdisplay(8), pvdisplay(8)
  -v --verbose | with details | 显示详细信息
  -c --colon | with colons | 冒号分隔
  --units=/[\d.]*[a-z]/ | unit | 单位
  --readonly
  operands /[\w@.+\/][\w@.+\/-]*/*
  = lvdisplay
  = lvdisplay /dev/vg0/root
  ! lvdisplay --config x
  ! lvdisplay --driverloaded n
pvscan, vgscan, lvscan, lvmdiskscan | looks for volumes | 扫描卷
  from lvm2 2.03.16 pvscan(8), vgscan(8), lvscan(8), lvmdiskscan(8)
  -v --verbose | with details | 显示详细信息
  = pvscan
  = pvscan -v
  ! pvscan --cache -aay
  ! pvscan --cache
  ! vgscan --mknodes
  ! pvscan --config x

mdadm | shows software RAID | 查看软件 RAID
  from mdadm 4.2 mdadm(8)
  -D --detail !needed | of arrays | 阵列详情
  -E --examine !needed | of members | 成员详情
  -Q --query !needed | what it is | 查询类型
  -X --examine-bitmap !needed | of the bitmap | 位图
  --detail-platform !needed | of the controller | 平台信息
  -s --scan | all there are | 全部
  -v --verbose | with details | 显示详细信息
  --brief | short | 简短
  -Y --export | as NAME=value | 以 NAME=value 输出
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/*
  = mdadm --detail /dev/md0
  = mdadm --detail --scan
  = mdadm -E /dev/sda1
  = mdadm -Ds
  ! mdadm --stop /dev/md0
  ! mdadm -S /dev/md0
  ! mdadm --zero-superblock /dev/sda1
  ! mdadm -D --stop /dev/md0
  ! mdadm /dev/md0 --fail /dev/sda1
  ! mdadm -As
  ! mdadm --monitor --scan --program /tmp/x
  ! mdadm -E --dump=/tmp/x /dev/sda1

tune2fs | shows settings of a file system | 查看文件系统参数
  from e2fsprogs 1.47 tune2fs(8); busybox 1.35 tune2fs
  -l !needed | lists them | 列出参数
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = tune2fs -l /dev/sda1
  = tune2fs -l /dev/mmcblk0p2
  ! tune2fs -m 0 /dev/sda1
  ! tune2fs -l -c 1 /dev/sda1
  ! tune2fs -lf /dev/sda1
  ! tune2fs -L x /dev/sda1

dumpe2fs | shows a file system | 查看文件系统结构
  from e2fsprogs 1.47 dumpe2fs(8)
  -h | head only | 仅超级块
  -b | bad blocks | 坏块
  -f | even if unknown | 强制显示
  -g | to be parsed | 便于解析的输出
  -x | hexadecimal | 十六进制
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = dumpe2fs -h /dev/sda1
  = dumpe2fs /dev/mmcblk0p2
  ! dumpe2fs -i /etc/shadow

e2label, fatlabel, dosfslabel, exfatlabel, ntfslabel, swaplabel, xfs_info, e2freefrag | shows the label or layout of a file system | 查看文件系统卷标或布局
  from e2fsprogs 1.47 e2label(8); dosfstools 4.2 fatlabel(8); exfatprogs 1.2; ntfs-3g 2022.10; util-linux 2.38.1 swaplabel(8); xfsprogs 6.1 xfs_info(8)
  operands /\/(?:(?!\.\.)[\w\/.:-])*/
  = e2label /dev/sda1
  = e2label /dev/mmcblk0p2
  ! e2label /dev/sda1 DATA
  ! e2label /dev/sda1 ''
  ! fatlabel -i /dev/sda1 1234

e2fsck, fsck.ext2, fsck.ext3, fsck.ext4 | checks a file system without changing it | 只读检查文件系统
  from e2fsprogs 1.47 e2fsck(8)
  -n !needed | changes nothing | 不修改
  -f | even if clean | 强制检查
  -v | with details | 显示详细信息
  -t | with times | 显示耗时
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = e2fsck -n /dev/sda1
  = e2fsck -fn /dev/sda1
  ! e2fsck -y /dev/sda1
  ! e2fsck -p /dev/sda1
  ! e2fsck -nc /dev/sda1
  ! e2fsck -n -l /tmp/x /dev/sda1
  ! e2fsck -n -z /home/pi/x /dev/sda1
  ! e2fsck -nD /dev/sda1
fsck.fat, fsck.vfat, fsck.msdos, dosfsck | checks a file system without changing it | 只读检查文件系统
  from dosfstools 4.2 fsck.fat(8)
  -n !needed | changes nothing | 不修改
  -v | with details | 显示详细信息
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = fsck.fat -n /dev/mmcblk0p1
  = fsck.fat -nv /dev/sda1
  ! fsck.fat -a /dev/sda1
  ! fsck.fat -nw /dev/sda1
  ! fsck.fat -n -d x /dev/sda1
fsck | shows which checks would run | 查看将执行的检查
  from util-linux 2.38.1 fsck(8); busybox 1.35 fsck
  -N !needed | runs nothing | 不执行
  -A | all of fstab | fstab 中全部
  -T | no title | 不显示标题
  -V | with details | 显示详细信息
  -t=/[\w,]+/ | these kinds | 指定类型
  operands /\/(?:(?!\.\.)[\w\/.:-])*/*
  = fsck -N /dev/sda1
  = fsck -AN
  ! fsck /dev/sda1
  ! fsck -A
  ! fsck -y /dev/sda1
  ! fsck -a /dev/sda1

set btrfs-look
  -h -H -b -k -m -g -t -T --raw --human-readable --iec --si --kbytes --mbytes --gbytes --tbytes
btrfs: filesystem show, filesystem df, filesystem usage, filesystem label, fi show, fi df, fi usage, fi label, device usage, dev usage | shows Btrfs file systems | 查看 Btrfs 文件系统
  from btrfs-progs 6.2 btrfs(8)
  use btrfs-look
  operands /[\w\/][\w\/.:-]*/?
  = btrfs filesystem show
  = btrfs filesystem usage -h /
  = btrfs fi df /
  ! btrfs filesystem label / x
  ! btrfs filesystem resize max /
  ! btrfs filesystem defragment /
  ! btrfs device delete /dev/sda /
btrfs: filesystem du, fi du | shows space of Btrfs | 查看 Btrfs 空间占用
  use btrfs-look
  tree
  -s --summarize | sums only | 仅汇总
  operands path+
  = btrfs filesystem du -s /home
  = btrfs fi du -s --raw /home
  ! btrfs filesystem sync /
btrfs: subvolume list, subvolume show, subvolume get-default, sub list, sub show, sub get-default, su list, su show | shows subvolumes | 查看子卷
  -a -p -u -q -r -s -o -g -c -d -t -R
  operands path
  = btrfs subvolume list /
  = btrfs subvolume list -t /
  ! btrfs subvolume delete /x
  ! btrfs subvolume set-default 5 /
  ! btrfs subvolume snapshot / /x
btrfs: device stats, dev stats, scrub status, balance status, bal status | shows the health of Btrfs | 查看 Btrfs 健康状态
  -T -c --check -d -R -v --raw
  operands path
  = btrfs device stats /
  = btrfs scrub status /
  = btrfs balance status /
  ! btrfs device stats -z /
  ! btrfs device stats --reset /
  ! btrfs device stats -cz /
  ! btrfs scrub start /
  ! btrfs balance start /

common zpool
  from zfs 2.1.11 zpool(8)
zpool: status, list, history, version | shows ZFS pools | 查看 ZFS 存储池
  -v -x -L -P -g -H -p -i -l -s -t -D
  -T={d,u} | with the time | 显示时间
  -o=/[a-z,]+/ | these columns | 指定列
  operands /[a-z][\w.:-]*/*
  = zpool status
  = zpool status -v tank
  = zpool list -o name,size,health
  ! zpool status -c /tmp/x
  ! zpool scrub tank
  ! zpool status -vc upath
  ! zpool clear tank
  ! zpool destroy tank
zpool: get | shows properties of ZFS pools | 查看存储池属性
  -H -p
  -o=/[a-z,]+/ | these columns | 指定列
  operands /[a-z@][\w,@.:-]*/ /[a-z][\w.:-]*/*
  = zpool get all tank
  = zpool get -H health
  ! zpool set autotrim=on tank
zpool: iostat | shows load of ZFS pools | 查看存储池负载
  -v -L -P -g -H -p -l -q -r -w -y
  operands /[a-z][\w.:-]*/* /\d+/ /[1-9]\d*/
  = zpool iostat 1 3
  = zpool iostat -v tank 1 5
  ! zpool iostat -c /tmp/x 1 1
zpool: iostat | shows load of ZFS pools | 查看存储池负载
  -v -L -P -g -H -p -l -q -r -w -y
  operands /[a-z][\w.:-]*/*
  = zpool iostat
  = zpool iostat -v tank
  ! zpool iostat -vc x
zpool: iostat, status, list | shows ZFS pools again and again | 反复查看存储池
  endless | never ends: use zpool iostat 1 5 | 不会结束：请使用 zpool iostat 1 5
  -v -L -P -g -H -p
  operands /[a-z][\w.:-]*/* /\d+/
  = zpool iostat 1
  = zpool status tank 5
  ! zpool iostat 1 -c x

common zfs
  from zfs 2.1.11 zfs(8)
zfs: list | lists ZFS file systems | 列出 ZFS 文件系统
  -H -p -r
  -d=number | levels | 层数
  -o=/[\w,:.@]+/ | these columns | 指定列
  -s=/[\w:.]+/ | order | 排序
  -S=/[\w:.]+/ | other order | 逆序
  -t={filesystem,snapshot,snap,volume,bookmark,all} | these kinds | 指定类型
  operands /[a-z\/][\w.:@\/#-]*/*
  = zfs list
  = zfs list -t snapshot -o name,used
  = zfs list -r tank
  ! zfs destroy tank
  ! zfs rollback tank@x
zfs: get | shows properties of ZFS | 查看 ZFS 属性
  -H -p -r
  -d=number | levels | 层数
  -o=/[\w,]+/ | these columns | 指定列
  -s=/[a-z,]+/ | from these sources | 指定来源
  -t={filesystem,snapshot,snap,volume,bookmark,all} | these kinds | 指定类型
  operands /[a-z][\w,@.:-]*/ /[a-z\/][\w.:@\/#-]*/*
  = zfs get all tank
  = zfs get -H compressratio tank/data
  ! zfs set compression=on tank
  ! zfs inherit -r compression tank
zfs: version, mount | shows ZFS | 查看 ZFS 版本与挂载
  = zfs version
  = zfs mount
  ! zfs mount -a
  ! zfs mount tank/data

dmsetup: ls, info, status, table, deps, targets, version | shows mapped devices | 查看设备映射
  from dmsetup 1.02.185 dmsetup(8)
  --target=/[a-z][\w-]*/ | this kind | 指定类型
  --tree | as a tree | 树形显示
  -c -C --columns | as a table | 表格输出
  -o --options=/(?!-)[\w,+-]+/ | these columns | 指定列
  --noheadings | no header | 不显示表头
  --noflush --inactive
  -v --verbose | with details | 显示详细信息
  operands /[\w.+][\w.+-]*|\/dev\/mapper\/[\w.+-]+/*
  = dmsetup ls
  = dmsetup info -c
  = dmsetup ls --tree
  = dmsetup table
  ! dmsetup table --showkeys
  ! dmsetup ls --target linear --exec reboot
  ! dmsetup ls --exec reboot
  ! dmsetup remove x
  ! dmsetup remove_all
  ! dmsetup wipe_table x
  ! dmsetup ls --target linear --exe reboot

losetup | lists loop devices | 列出回环设备
  from util-linux 2.38.1 losetup(8); busybox 1.35 losetup
  -a --all | all | 全部
  -l --list | as a table | 表格输出
  -j --associated=path | of this file | 关联文件
  -O --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  --output-all | all columns | 所有列
  -n --noheadings | no header | 不显示表头
  --raw | raw table | 原始表格
  -J --json | as JSON | JSON 输出
  operands /\/dev\/loop\d+/?
  = losetup -a
  = losetup -l
  = losetup
  = losetup -j /home/pi/disk.img
  ! losetup -d /dev/loop0
  ! losetup -D
  ! losetup /dev/loop0 /home/pi/disk.img
  ! losetup -f --show /home/pi/disk.img
  ! losetup -lD
  ! losetup -c /dev/loop0

cryptsetup: status, luksDump, isLuks, luksUUID | shows an encrypted volume | 查看加密卷
  from cryptsetup 2.6.1 cryptsetup(8)
  -v --verbose | with details | 显示详细信息
  operands /[\w\/](?:(?!\.\.)[\w\/.:-])*/
  = cryptsetup status crypt
  = cryptsetup luksDump /dev/sda2
  = cryptsetup isLuks -v /dev/sda2
  ! cryptsetup luksDump --dump-master-key /dev/sda2
  ! cryptsetup luksDump --dump-volume-key --volume-key-file /home/pi/x /dev/sda2
  ! cryptsetup luksUUID --uuid x /dev/sda2
  ! cryptsetup close crypt
  ! cryptsetup luksFormat /dev/sda2
  ! cryptsetup luksErase /dev/sda2

quota | shows limits of disk space | 查看磁盘配额
  from quota 4.06 quota(1)
  -u --user -g --group -v --verbose -p --raw-grace -w --no-wrap -q --quiet -l --local-only -i --no-autofs
  -s --human-readable | sizes for people | 以易读单位显示
  operands /[\w.][\w.-]*/*
  = quota
  = quota -su pi
  ! quota --exec
repquota | shows limits of disk space of all users | 查看所有用户磁盘配额
  from quota 4.06 repquota(8)
  -a --all -u --user -g --group -v --verbose -n --no-names -t --truncate-names -p --raw-grace -i --no-autofs
  -s --human-readable | sizes for people | 以易读单位显示
  operands /\/(?:(?!\.\.)[\w\/.:-])*/*
  = repquota -a
  = repquota -su /home
  ! repquota --exec

multipath | shows paths to disks | 查看多路径设备
  from multipath-tools 0.9 multipath(8)
  -l !needed | lists them | 列出
  -v=/[0-4]/ | how much | 详细程度
  operands /[\w.:][\w.:-]*/?
  = multipath -ll
  = multipath -l
  = multipath -v2 -ll
  ! multipath -F
  ! multipath -f x
  ! multipath -llF
  ! multipath -r
  ! multipath

iscsiadm | lists iSCSI sessions and nodes | 列出 iSCSI 会话与节点
  from open-iscsi 2.1 iscsiadm(8)
  -m --mode={session,node,iface,host} !needed | what to list | 列出类型
  -P --print=/\d/ | how much | 详细程度
  = iscsiadm -m session
  = iscsiadm -m session -P 3
  = iscsiadm -m node
  ! iscsiadm -m node --logoutall=all
  ! iscsiadm -m session -u
  ! iscsiadm -m node -l
  ! iscsiadm -m session -R
  ! iscsiadm -m discovery -t st -p evil.example
  ! iscsiadm -k 0

wipefs | shows signatures of a device | 查看设备签名
  from util-linux 2.38.1 wipefs(8)
  -J --json | as JSON | JSON 输出
  -i --noheadings | no header | 不显示表头
  -O --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  -p --parsable | to be parsed | 便于解析的输出
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/+
  = wipefs /dev/sda
  = wipefs -J /dev/sda1
  ! wipefs -a /dev/sda
  ! wipefs -ia /dev/sda
  ! wipefs -o 0x0 /dev/sda
  ! wipefs --all --force /dev/sda

blockdev | shows facts of a block device | 查看块设备参数
  from util-linux 2.38.1 blockdev(8); busybox 1.35 blockdev
  --getro !needed | read-only or not | 是否只读
  --getss --getpbsz --getbsz !needed | size of blocks | 块大小
  --getsz --getsize64 --getsize !needed | size | 容量
  --getra --getfra !needed | read-ahead | 预读
  --getalignoff --getiomin --getioopt --getmaxsect --getdiscardzeroes !needed
  --report !needed | everything | 全部
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/*
  = blockdev --getsize64 /dev/sda
  = blockdev --report
  = blockdev --getss --getpbsz /dev/mmcblk0
  ! blockdev --flushbufs /dev/sda
  ! blockdev --setro /dev/sda
  ! blockdev --getro --setrw /dev/sda
  ! blockdev --rereadpt /dev/sda

partx | shows partitions | 查看分区
  from util-linux 2.38.1 partx(8)
  -s --show !needed | lists them | 列出分区
  -l --list !needed | lists them | 列出分区
  -g --noheadings -b --bytes -P --pairs -r --raw --output-all
  -o --output=/(?!-)[\w,+-]+/ | these columns | 指定列
  operands /\/dev\/(?:(?!\.\.)[\w\/.:-])+/
  = partx -s /dev/sda
  = partx --show -o NR,SIZE /dev/mmcblk0
  ! partx -a /dev/sda
  ! partx -d /dev/sda
  ! partx -sd /dev/sda
  ! partx -u /dev/sda

nfsstat | shows counters of NFS | 查看 NFS 统计
  from nfs-common 2.6 nfsstat(8)
  -s --server -c --client -n --nfs -r --rpc -v --all -2 -3 -4 -l --list
  -m --mounts | mounts | 挂载
  -o={nfs,rpc,net,fh,rc,io,ra,all} | these counters | 指定计数器
  = nfsstat
  = nfsstat -m
  = nfsstat -c -4
  ! nfsstat -Z
  ! nfsstat --sleep=1
  ! nfsstat -S /etc/shadow

drbdadm: status, role, dstate, cstate | shows replicated disks | 查看复制磁盘状态
  from drbd-utils 9.22 drbdadm(8)
  operands /[\w.][\w.-]*/?
  = drbdadm status
  = drbdadm role r0
  ! drbdadm primary --force r0
  ! drbdadm -c /tmp/x status
  ! drbdadm down all
`
