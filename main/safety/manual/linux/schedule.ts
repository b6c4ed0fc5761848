/** Programs of things that run later: cron, at, log rotation, and the check of sudo rules. */
export const SCHEDULE_MANUAL = String.raw`
crontab | shows the jobs of cron | 查看 cron 任务
  from cron 3.0pl1 crontab(1); busybox 1.35 crontab; cronie 1.6 crontab(1)
  -l !needed | lists | 列出
  -u=name | of this user | 指定用户
  = crontab -l
  = crontab -l -u pi
  = crontab -u root -l
  ! crontab
  ! crontab -
  ! crontab -r
  ! crontab -l -r
  ! crontab -lr
  ! crontab -e
  ! crontab -l x
  ! crontab -u pi x
  ! crontab -c /tmp -l
  ! crontab -li

atq | shows waiting jobs | 查看等待执行的任务
  from at 3.2.5 at(1)
  -q=/[A-Za-z=]/ | queue | 队列
  -o=text | format of the time | 时间格式
  operands /\d+/*
  = atq
  = atq -q a
  ! atq -r 5
  ! atq -f x now

# at -c shows the environment of the job, which may hold secrets.
at | shows waiting jobs | 查看等待执行的任务
  from at 3.2.5 at(1)
  -l !needed | lists | 列出
  -q=/[A-Za-z=]/ | queue | 队列
  -o=text | format of the time | 时间格式
  operands /\d+/*
  = at -l
  = at -l -q a
  ! at now
  ! at -c 5
  ! at -l -r 5
  ! at -lr 5
  ! at -d 5
  ! at -l now
  ! at -f x now

run-parts | shows scripts that would run | 查看将要运行的脚本
  from debianutils 5.7 run-parts(8); busybox 1.35 run-parts; crontabs run-parts
  --test --list !needed | names only, runs nothing | 仅列出名称
  --regex=text | names that fit | 匹配的名称
  --lsbsysinit | names of LSB | LSB 命名
  --reverse | in reverse order | 倒序
  operands path
  = run-parts --test /etc/cron.daily
  = run-parts --list /etc/cron.daily
  = run-parts --test --reverse /etc/cron.weekly
  ! run-parts /etc/cron.daily
  ! run-parts --report /etc/cron.daily
  ! run-parts -v /etc/cron.daily
  ! run-parts --test -a x /etc/cron.daily
  ! run-parts --tes /etc/cron.daily

anacron | checks the table of anacron | 检查 anacron 配置
  from anacron 2.3 anacron(8)
  -T !needed | checks only | 仅检查
  -t=file | this table | 指定配置文件
  = anacron -T
  = anacron -T -t /etc/anacrontab
  ! anacron
  ! anacron -f
  ! anacron -T -f
  ! anacron -T -u
  ! anacron -Tn
  ! anacron -S /tmp -T

# With -d nothing is rotated and no script runs; a log (-l) and a state file (-s) would be written.
logrotate | tells what the rotation of logs would do | 预演日志轮转
  from logrotate 3.21 logrotate(8)
  -d --debug !needed | changes nothing | 不做任何更改
  -v --verbose | in detail | 详细输出
  operands file+
  = logrotate -d /etc/logrotate.conf
  = logrotate -dv /etc/logrotate.d/mosquitto
  = logrotate --debug /etc/logrotate.conf
  ! logrotate /etc/logrotate.conf
  ! logrotate -f /etc/logrotate.conf
  ! logrotate -v /etc/logrotate.conf
  ! logrotate -d -l /home/pi/app.db /etc/logrotate.conf
  ! logrotate --debug --log=/home/pi/app.db /etc/logrotate.conf
  ! logrotate -d -s /home/pi/app.db /etc/logrotate.conf
  ! logrotate -d -m reboot /etc/logrotate.conf
  ! logrotate -df /etc/logrotate.conf

visudo | checks the rules of sudo | 检查 sudo 规则
  from sudo 1.9.13 visudo(8)
  -c --check !needed | checks only | 仅检查
  -f --file=file | this file | 指定文件
  -q --quiet | no output | 不输出
  -s --strict | in a strict way | 严格检查
  = visudo -c
  = visudo -cf /etc/sudoers.d/pi
  = visudo --check
  ! visudo
  ! visudo -f /etc/sudoers
  ! visudo -c -x /tmp/x
  ! visudo -c -O
  ! visudo -cP
  ! visudo -c --export=/tmp/x
`
