import { shapesOf } from './shape.ts'

const FREE = '               total        used        free      shared  buff/cache   available\n'

export const SYSTEM_SHAPES = [
  ...shapesOf('free -h', [
    [
      'with a decimal comma',
      `${FREE}Mem:           3,7Gi       2,6Gi       0,2Gi        45Mi       0,9Gi       0,9Gi\nSwap:           99Mi          0B        99Mi\n`,
      '2.6Gi of 3.7Gi memory is in use; 0.9Gi is available.',
    ],
    [
      'of busybox',
      'total        used        free      shared  buff/cache   available\nMem:          23.5G      228.1M       21.3G        8.7M        2.0G       23.0G\nSwap:             0           0           0\n',
      '228.1M of 23.5G memory is in use; 23.0G is available.',
    ],
    [
      'without swap',
      `${FREE}Mem:           926Mi       850Mi        20Mi        12Mi        56Mi        41Mi\n`,
      '850Mi of 926Mi memory is in use; 41Mi is available, which is little.',
      true,
    ],
    [
      'of an older procps with units of one letter',
      '              total        used        free      shared  buff/cache   available\nMem:           976M        120M        300M         12M        555M        790M\nSwap:           99M          0B         99M\n',
      '120M of 976M memory is in use; 790M is available.',
    ],
    [
      'with buffers and cache apart',
      '               total        used        free      shared     buffers       cache   available\nMem:           3.7Gi       1.2Gi       1.1Gi        42Mi       0.1Gi       1.3Gi       2.3Gi\n',
      '1.2Gi of 3.7Gi memory is in use; 2.3Gi is available.',
    ],
    [
      'of a large server',
      `${FREE}Mem:           503Gi        80Gi       300Gi       1.0Gi       123Gi       418Gi\nSwap:             0B          0B          0B\n`,
      '80Gi of 503Gi memory is in use; 418Gi is available.',
    ],
    [
      'of WSL',
      `${FREE}Mem:            15Gi       519Mi        14Gi       3.0Mi       228Mi        14Gi\nSwap:          4.0Gi          0B       4.0Gi\n`,
      '519Mi of 15Gi memory is in use; 14Gi is available.',
    ],
    [
      'of procps before it told what is available',
      '             total       used       free     shared    buffers     cached\nMem:          926M       850M        76M         0B        20M       300M\n-/+ buffers/cache:       530M       396M\nSwap:          99M         0B        99M\n',
      null,
    ],
    ['in an unknown language', '   aa  bb  cc  dd  ee  ff\nMem: 3.7Gi 2.6Gi 0.2Gi 45Mi 0.9Gi 0.9Gi\n', null],
    ['without a column', 'total used free shared available\nMem: 3.7Gi 2.6Gi 0.2Gi 0.9Gi\n', null],
    ['with a column too few in its line', `${FREE}Mem: 3.7Gi 2.6Gi 0.2Gi 45Mi 0.9Gi\n`, null],
    ['whose parts are more than the whole', `${FREE}Mem: 1.7Gi 2.6Gi 0.2Gi 45Mi 0.9Gi 0.9Gi\n`, null],
  ]),
  ...shapesOf('uptime', [
    [
      'with decimal commas',
      ' 09:12:21 up 11:57,  0 user,  load average: 2,36, 2,81, 3,45\n',
      'Running for 11 hours 57 minutes; load 2.36 over one minute.',
    ],
    [
      'of busybox',
      ' 09:12:47 up 11:57,  0 users,  load average: 2.16, 2.72, 3.40\n',
      'Running for 11 hours 57 minutes; load 2.16 over one minute.',
    ],
    [
      'of an old busybox',
      ' 09:12:47 up 3 days,  1:02, load average: 0.00, 0.01, 0.05\n',
      'Running for 3 days 1 hour; load 0.00 over one minute.',
    ],
    [
      'after a day and minutes',
      ' 10:00:00 up 1 day, 3 min,  2 users,  load average: 0.10, 0.20, 0.30\n',
      'Running for 1 day; load 0.10 over one minute.',
    ],
    [
      'at the start',
      ' 10:00:00 up 0 min,  1 user,  load average: 1.10, 0.20, 0.30\n',
      'Running for 0 minutes; load 1.10 over one minute.',
    ],
    [
      'of a Mac',
      '10:00  up 2 days,  4:11, 3 users, load averages: 1.52 1.80 1.71\n',
      'Running for 2 days 4 hours; load 1.52 over one minute.',
    ],
    [
      'after minutes',
      ' 10:00:00 up 42 min,  1 user,  load average: 12.10, 9.20, 4.30\n',
      'Running for 42 minutes; load 12.10 over one minute.',
    ],
    [
      'after years',
      ' 10:00:00 up 1203 days,  4:11,  1 user,  load average: 0.00, 0.00, 0.00\n',
      'Running for 1203 days 4 hours; load 0.00 over one minute.',
    ],
    [
      'with days in an unknown language',
      ' 10:00:00 up 3 zile,  2:15,  1 user,  load average: 0.00, 0.00, 0.00\n',
      null,
    ],
    ['without the loads', ' 10:00:00 up 3 days,  2:15,  1 user\n', null],
    ['with a load missing', ' 10:00:00 up 3 days,  2:15,  1 user,  load average: 0.00, 0.10\n', null],
  ]),
  ...shapesOf('top -b -n 1 | head -n 20', [
    [
      'with decimal commas',
      'top - 10:00:00 up 3 days,  2:15,  1 user,  load average: 0,00, 0,01, 0,05\n%Cpu(s):  5,3 us,  1,2 sy,  0,0 ni, 93,3 id,  0,0 wa,  0,0 hi,  0,2 si,  0,0 st\n',
      'The CPU is 6.7 % in use; load 0.00.',
    ],
    [
      'of procps 3.2',
      'top - 10:00:00 up 3 days,  2:15,  1 user,  load average: 0.10, 0.01, 0.05\nCpu(s):  5.3%us,  1.2%sy,  0.0%ni, 93.3%id,  0.0%wa,  0.0%hi,  0.2%si,  0.0%st\n',
      'The CPU is 6.7 % in use; load 0.10.',
    ],
    [
      'of busybox',
      'Mem: 2345464K used, 22338156K free, 8952K shrd, 269392K buff, 913804K cached\nCPU:   0% usr   4% sys   0% nic  95% idle   0% io   0% irq   0% sirq\nLoad average: 2.17 2.73 3.41 1/102 12012\n  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND\n12011 12009 root     R     3284   0%   0% top -b -n 1\n',
      'The CPU is 5.0 % in use; load 2.17.',
    ],
    [
      'of a busybox with decimals',
      'Mem: 2345K used, 22338K free, 8K shrd, 26K buff, 91K cached\nCPU:  90.5% usr  4.5% sys  0.0% nic  5.0% idle  0.0% io  0.0% irq  0.0% sirq\nLoad average: 2.17 2.73 3.41 1/102 12\n',
      'The CPU is 95.0 % in use; load 2.17.',
      true,
    ],
    [
      'whose label touches the figure',
      'top - 10:00:00 up 2:15,  1 user,  load average: 1.00, 0.01, 0.05\n%Cpu(s):100.0 us,  0.0 sy,  0.0 ni,  0.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n',
      'The CPU is 100.0 % in use; load 1.00.',
      true,
    ],
    [
      'that is idle',
      'top - 10:00:00 up 2:15,  1 user,  load average: 0.00, 0.01, 0.05\n%Cpu(s):  0.0 us,  0.0 sy,  0.0 ni,100.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n',
      'The CPU is 0.0 % in use; load 0.00.',
    ],
    [
      'with Polish labels',
      'top - 10:00:00 up 2:15,  1 user,  load average: 0,50, 0,01, 0,05\n%CPU:    40,0 uż, 10,0 sy,  0,0 ni, 50,0 be,  0,0 io,  0,0 hi,  0,0 si,  0,0 sk\n',
      'The CPU is 50.0 % in use; load 0.50.',
    ],
    [
      'with a line for each processor',
      'top - 10:00:00 up 2:15,  1 user,  load average: 0.50, 0.01, 0.05\n%Cpu0  : 40.0 us, 10.0 sy,  0.0 ni, 50.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n%Cpu1  :  0.0 us,  0.0 sy,  0.0 ni,100.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n',
      null,
    ],
    [
      'with labels in an unknown order',
      'top - 10:00:00 up 2:15,  1 user,  load average: 0.50, 0.01, 0.05\n%Cpu(s): 40.0 aa, 50.0 bb,  0.0 cc, 10.0 dd,  0.0 ee,  0.0 ff,  0.0 gg,  0.0 hh\n',
      null,
    ],
    [
      'whose shares are no hundred',
      'top - 10:00:00 up 2:15,  1 user,  load average: 0.50, 0.01, 0.05\n%Cpu(s): 40.0 us, 10.0 sy,  0.0 ni, 93.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st\n',
      null,
    ],
    [
      'with another decimal sign',
      'top - 10:00:00 up 2:15,  1 user,  load average: 0٫50, 0٫01, 0٫05\n%Cpu(s): 40٫0 us, 10٫0 sy,  0٫0 ni, 50٫0 id,  0٫0 wa,  0٫0 hi,  0٫0 si,  0٫0 st\n',
      null,
    ],
  ]),
  ...shapesOf('uname -a', [
    [
      'of a Pi',
      'Linux pi 6.6.31+rpt-rpi-v8 #1 SMP PREEMPT Debian 1:6.6.31-1+rpt1 (2024-05-29) aarch64 GNU/Linux\n',
      'Kernel 6.6.31+rpt-rpi-v8 on aarch64 (64 bit), host pi.',
    ],
    [
      'of an old Pi',
      'Linux pi 5.10.103-v7+ #1529 SMP Tue Mar 8 12:21:37 GMT 2022 armv7l GNU/Linux\n',
      'Kernel 5.10.103-v7+ on armv7l (32 bit), host pi.',
    ],
    [
      'of the first Pi',
      'Linux pi 4.19.66+ #1253 Thu Aug 15 11:37:30 BST 2019 armv6l GNU/Linux\n',
      'Kernel 4.19.66+ on armv6l (32 bit), host pi.',
    ],
    [
      'of WSL',
      'Linux PC 5.15.153.1-microsoft-standard-WSL2 #1 SMP Fri Mar 29 23:14:13 UTC 2024 x86_64 x86_64 x86_64 GNU/Linux\n',
      'Kernel 5.15.153.1-microsoft-standard-WSL2 on x86_64 (64 bit), host PC.',
    ],
    [
      'of OpenWrt',
      'Linux OpenWrt 5.15.150 #0 Fri Mar 22 22:09:42 2024 mips GNU/Linux\n',
      'Kernel 5.15.150 on mips (32 bit), host OpenWrt.',
    ],
    [
      'of Alpine',
      'Linux box 6.6.7-0-lts #1-Alpine SMP x86_64 Linux\n',
      'Kernel 6.6.7-0-lts on x86_64 (64 bit), host box.',
    ],
    [
      'of a 32-bit PC',
      'Linux box 4.19.0-27-686 #1 SMP Debian 4.19.316-1 i686 GNU/Linux\n',
      'Kernel 4.19.0-27-686 on i686 (32 bit), host box.',
    ],
    [
      'of RISC-V',
      'Linux visionfive 5.15.0-starfive #1 SMP riscv64 GNU/Linux\n',
      'Kernel 5.15.0-starfive on riscv64 (64 bit), host visionfive.',
    ],
    ['of a Mac', 'Darwin mac.local 23.4.0 Darwin Kernel Version 23.4.0 arm64\n', null],
    ['without a machine', 'Linux box 6.1.0\n', null],
  ]),
  ...shapesOf('hostname', [
    ['in ASCII', 'rpi_001\n', 'The host name is rpi_001.'],
    ['in Chinese', '张三-PC\n', 'The host name is 张三-PC.'],
    ['with an error', 'hostname: command not found\n', null],
    ['of signs', '----\n', null],
  ]),
]
