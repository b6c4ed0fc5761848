/** Space, mounts, block devices and their health. */
export const DISK_MANUAL = `
df | shows the space on file systems | 查看磁盘空间
  from GNU coreutils 9.1 df(1); busybox 1.35 df
  -a --all | also file systems without blocks | 包括没有数据块的文件系统
  -h --human-readable | sizes for people | 以易读单位显示
  -H --si | sizes in powers of 1000 | 以 1000 进制显示
  -i --inodes | inodes instead of blocks | 显示 inode
  -k | in KiB | 以 KiB 显示
  -m | in MiB | 以 MiB 显示
  -l --local | local file systems only | 仅本地文件系统
  -P --portability | one line each | 每个文件系统一行
  -T --print-type | with the type | 显示文件系统类型
  -B --block-size=number | size of a block | 块大小
  -t --type=name | only this type | 仅此类型
  -x --exclude-type=name | not this type | 排除此类型
  --output[={source,fstype,itotal,iused,iavail,ipcent,size,used,avail,pcent,file,target}] | these columns | 指定列
  --total | with a sum | 显示总计
  --no-sync | without writing caches first | 不先同步
  operands path*
  = df -h
  = df -hT / /home
  = df --output=pcent,target
  ! df --frobnicate
`
