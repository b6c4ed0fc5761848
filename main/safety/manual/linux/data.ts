/** Databases, servers, copies, keys and terminals: checks and state only. */
export const DATA_MANUAL = String.raw`
set pg-host
  -h --host=/[\w.\/][\w.\/-]*/ | this server | 指定服务器
  -p --port=number | this port | 指定端口
  -U --username=name | as this user | 指定用户

pg_isready | tells whether PostgreSQL answers | 检查 PostgreSQL 是否就绪
  from PostgreSQL 15 pg_isready(1)
  network
  use pg-host
  -d --dbname=/\w[\w-]*/ | this database | 指定数据库
  -q --quiet | no output | 不输出
  -t --timeout=number | waits at most | 超时秒数
  = pg_isready
  = pg_isready -h localhost -p 5432
  = pg_isready -q -t 3
  ! pg_isready -d 'host=evil.example password=x'
  ! pg_isready --frobnicate

pg_lsclusters | lists PostgreSQL servers | 列出 PostgreSQL 集群
  from postgresql-common 248 pg_lsclusters(1)
  -h --no-header -j --json -s --start-conf | how to show | 显示方式
  operands name*
  = pg_lsclusters
  = pg_lsclusters -h
  ! pg_lsclusters --frobnicate
  ! pg_lsclusters -o x

pg_config | shows how PostgreSQL was built | 显示 PostgreSQL 构建信息
  from PostgreSQL 15 pg_config(1)
  --bindir --libdir --sharedir --configure --includedir --pkglibdir --sysconfdir
  = pg_config
  = pg_config --bindir
  ! pg_config --frobnicate

psql | lists PostgreSQL databases | 列出 PostgreSQL 数据库
  from PostgreSQL 15 psql(1)
  network
  use pg-host
  -l --list !needed | databases | 数据库列表
  -t --tuples-only -q --quiet -A --no-align -x --expanded -w --no-password -X --no-psqlrc | how to show | 显示方式
  = psql -l
  = psql -lqt
  = psql -U postgres -h localhost -l
  ! psql
  ! psql -l -o /home/pi/x
  ! psql -lo /home/pi/x
  ! psql -l -L /home/pi/x
  ! psql -c 'DROP TABLE x'
  ! psql -l -c 'DROP TABLE x'
  ! psql -f /tmp/x.sql
  ! psql -l -v x=y
  ! psql 'service=x' -l

psql | shows the version of PostgreSQL | 显示 PostgreSQL 版本
  -V !needed | version | 版本
  = psql -V
  = psql -V
  ! psql -V -f x

set mysql-host
  -h --host=host | this server | 指定服务器
  -P --port=number | this port | 指定端口
  -u --user=name | as this user | 指定用户
  -s --silent -v --verbose -b --no-beep -C --compress | how to show | 显示方式
  --protocol={tcp,socket}
  --connect-timeout --connect_timeout=number

mysqladmin, mariadb-admin: status, ping, version, extended-status, variables, processlist | shows the state of MySQL | 显示 MySQL 状态
  from MariaDB 10.11 mysqladmin(1); MySQL 8.0 mysqladmin(1)
  network
  use mysql-host
  = mysqladmin status
  = mysqladmin ping
  = mysqladmin -u root -h localhost version
  ! mysqladmin status shutdown
  ! mysqladmin shutdown
  ! mysqladmin drop x
  ! mysqladmin -psecret status
  ! mysqladmin --defaults-file=/tmp/x status
  ! mysqladmin --plugin-dir=/tmp/x status
  ! mysqladmin -i 1 status
  ! mysqladmin flush-hosts
  ! mysqladmin password x
  ! mysqladmin -S /tmp/x status

mysqlshow, mariadb-show | lists databases and tables of MySQL | 列出 MySQL 数据库与表
  from MariaDB 10.11 mysqlshow(1)
  network
  use mysql-host
  --count -k --keys -i --status -t --show-table-type | what to show | 显示内容
  operands name*
  = mysqlshow
  = mysqlshow -u root app
  ! mysqlshow -psecret
  ! mysqlshow --plugin-dir=/tmp/x
  ! mysqlshow --defaults-extra-file=/tmp/x
  ! mysqlshow --debug=d:t:o,/home/pi/x

mysql, mariadb | shows the version of MySQL | 显示 MySQL 版本
  from MariaDB 10.11 mysql(1)
  -V !needed | version | 版本
  = mysql -V
  ! mysql -V -e 'DROP DATABASE x'
  ! mysql -e x

sqlite3 | shows the version of SQLite | 显示 SQLite 版本
  from SQLite 3.40 sqlite3(1)
  style word
  -version !needed | version | 版本
  = sqlite3 -version
  = sqlite3 -version
  ! sqlite3 x.db
  ! sqlite3 -version -cmd '.shell reboot'
  ! sqlite3 -init /tmp/x -version
  ! sqlite3 :memory: '.shell reboot'
  ! sqlite3 x.db 'DROP TABLE x'

# Options stand before the command; behind it they would be words for the server.
common redis-cli, valkey-cli
  before
  -h=host | this server | 指定服务器
  -p=number | this port | 指定端口
  -n=number | this database | 指定数据库
  -3 --raw --no-raw --csv --json --no-auth-warning | how to show | 显示方式

redis-cli, valkey-cli: ping, PING, info, INFO, dbsize, DBSIZE, time, TIME, lastsave, LASTSAVE, role, ROLE, client list, CLIENT LIST, client info, memory stats, MEMORY STATS, memory doctor, MEMORY DOCTOR, latency latest, latency doctor, slowlog len, cluster info, CLUSTER INFO, cluster nodes, CLUSTER NODES, command count, module list | shows the state of Redis | 显示 Redis 状态
  from Redis 7.0 redis-cli(1); Redis 7.0 command reference
  network
  operands {server,clients,memory,persistence,stats,replication,cpu,commandstats,latencystats,cluster,keyspace,modules,errorstats,all,default,everything}?
  = redis-cli ping
  = redis-cli info
  = redis-cli -h 10.0.0.5 -p 6379 info memory
  = redis-cli dbsize
  = redis-cli INFO replication
  ! redis-cli
  ! redis-cli -a secret ping
  ! redis-cli flushall
  ! redis-cli FLUSHALL
  ! redis-cli config set dir /tmp
  ! redis-cli config get requirepass
  ! redis-cli shutdown
  ! redis-cli --eval /tmp/x.lua
  ! redis-cli -x set a
  ! redis-cli --rdb /home/pi/x
  ! redis-cli -r -1 ping
  ! redis-cli -u redis://user:secret@evil.example ping
  ! redis-cli module load /tmp/x.so
  ! redis-cli --pipe
  ! redis-cli latency reset
  ! redis-cli client kill x

redis-cli, valkey-cli: exists, EXISTS, type, TYPE, ttl, TTL, llen, LLEN, scard, SCARD, hlen, HLEN, strlen, STRLEN, zcard, ZCARD | asks about a key of Redis | 查询 Redis 键信息
  network
  operands name
  = redis-cli ttl x
  = redis-cli type session:1
  ! redis-cli del x
  ! redis-cli set x y
  ! redis-cli getdel x

influx: version | shows the version of InfluxDB | 显示 InfluxDB 版本
  from InfluxDB 2.7 reference
  = influx version
  ! influx version x
  ! influx delete
  ! influx -execute 'drop database x'

grafana-server | shows the version of Grafana | 显示 Grafana 版本
  from Grafana 10 documentation
  -v !needed | version | 版本
  = grafana-server -v
  ! grafana-server
  ! grafana-server -v -homepath /tmp

influxd: version | shows the version of InfluxDB | 显示 InfluxDB 版本
  from InfluxDB 1.8 and 2.7 reference
  = influxd version
  = influxd version
  ! influxd
  ! influxd -config /tmp/x
  ! influxd backup x

set rabbit
  -q --quiet -s --silent --no-table-headers -l --longnames | how to show | 显示方式
  -n --node=name | this node | 指定节点
  -t --timeout=number | waits at most | 超时
  -p --vhost=/[\w.\/][\w.\/-]*/ | this virtual host | 虚拟主机
  --formatter={json,table,pretty_table,csv}

rabbitmqctl: status, cluster_status, ping, version, list_queues, list_exchanges, list_bindings, list_connections, list_channels, list_consumers, list_vhosts, list_users, list_permissions, list_user_permissions, list_policies, list_feature_flags, list_ciphers, list_hashes | shows the state of RabbitMQ | 显示 RabbitMQ 状态
  from RabbitMQ 3.10 rabbitmqctl(8)
  use rabbit
  --online --offline --local | which ones | 显示哪些
  operands /[a-z][a-z_]*/*
  = rabbitmqctl status
  = rabbitmqctl list_queues name messages
  = rabbitmqctl list_queues -p / --formatter json
  = rabbitmqctl cluster_status
  ! rabbitmqctl eval 'os:cmd("reboot").'
  ! rabbitmqctl stop
  ! rabbitmqctl --erlang-cookie x status
  ! rabbitmqctl add_user x y
  ! rabbitmqctl environment
  ! rabbitmqctl list_parameters
  ! rabbitmqctl report
  ! rabbitmqctl --script-name x exec y
  ! rabbitmqctl reset

rabbitmq-diagnostics: status, ping, check_running, check_local_alarms, check_port_connectivity, check_virtual_hosts, listeners, alarms, memory_breakdown, server_version, erlang_version, is_running, is_booting, cluster_status | checks RabbitMQ | 检查 RabbitMQ
  from RabbitMQ 3.10 rabbitmq-diagnostics(8)
  use rabbit
  --unit={MB,GB,bytes}
  = rabbitmq-diagnostics ping
  = rabbitmq-diagnostics -q check_running
  ! rabbitmq-diagnostics observer
  ! rabbitmq-diagnostics maybe_stuck --erlang-cookie x
  ! rabbitmq-diagnostics environment

rabbitmq-plugins: list | lists plugins of RabbitMQ | 列出 RabbitMQ 插件
  from RabbitMQ 3.10 rabbitmq-plugins(8)
  -q --quiet -s --silent -v --verbose -m --minimal -E --enabled -e | which ones | 显示哪些
  operands name?
  = rabbitmq-plugins list
  = rabbitmq-plugins list -E -m
  ! rabbitmq-plugins enable x
  ! rabbitmq-plugins disable x

nginx | checks the settings of nginx | 检查 nginx 配置
  from nginx 1.22 nginx(8)
  -t !needed | checks only | 仅检查
  -T !needed | checks and shows | 检查并显示
  -v !needed -V !needed | version | 版本
  -q | faults only | 仅显示错误
  = nginx -t
  = nginx -T
  = nginx -V
  = nginx -tq
  ! nginx
  ! nginx -q
  ! nginx -t -c /tmp/x
  ! nginx -tc /tmp/x
  ! nginx -t -g 'user root;'
  ! nginx -t -s reload
  ! nginx -ts reload
  ! nginx -t -p /tmp/x
  ! nginx -t -e /home/pi/x

apachectl, apache2ctl, httpd, apache2 | checks the settings of Apache | 检查 Apache 配置
  from Apache 2.4 apachectl(8), apache2ctl(8), httpd(8)
  style word
  -t !needed | checks only | 仅检查
  -S !needed | sites | 虚拟主机
  -M !needed -l !needed | modules | 模块
  -v !needed -V !needed | version | 版本
  -D={DUMP_VHOSTS,DUMP_MODULES,DUMP_INCLUDES,DUMP_RUN_CFG} | what to show | 显示内容
  = apachectl -t
  = apachectl -S
  = apachectl -t -D DUMP_VHOSTS
  ! apachectl
  ! apachectl -D DUMP_VHOSTS
  ! apachectl -t -f /tmp/x
  ! apachectl -t -d /tmp/x
  ! apachectl -t -C 'LoadModule x /tmp/x.so'
  ! apachectl -t -c x
  ! apachectl -k stop
  ! apachectl graceful
  ! apachectl -t -E /home/pi/x
  ! apachectl restart

apachectl, apache2ctl: configtest | checks the settings of Apache | 检查 Apache 配置
  = apachectl configtest
  ! apachectl stop
  ! apachectl configtest -f /tmp/x

a2query | shows what of Apache is enabled | 查询 Apache 启用项
  from Apache 2.4 a2query(1)
  -m -s -c[=name] !next | modules, sites or settings | 模块、站点或配置
  -M -v -a -d -q
  = a2query -m
  = a2query -s 000-default
  ! a2query --frobnicate
  ! a2ensite x

lighttpd | checks the settings of lighttpd | 检查 lighttpd 配置
  from lighttpd 1.4.69 lighttpd(8)
  -t -tt !needed | checks only | 仅检查
  -v -V !needed | version | 版本
  -f=/\/etc\/lighttpd\/lighttpd\.conf/ | its own file | 默认配置文件
  = lighttpd -t -f /etc/lighttpd/lighttpd.conf
  = lighttpd -tt -f /etc/lighttpd/lighttpd.conf
  = lighttpd -v
  ! lighttpd -t -f /tmp/x
  ! lighttpd -f /etc/lighttpd/lighttpd.conf
  ! lighttpd -D -f /etc/lighttpd/lighttpd.conf
  ! lighttpd -t -m /tmp/x

haproxy | checks the settings of HAProxy | 检查 HAProxy 配置
  from HAProxy 2.6 haproxy(1)
  -c !needed | checks only | 仅检查
  -v -vv !needed | version | 版本
  -V -q
  -f=/\/etc\/haproxy\/haproxy\.cfg/ | its own file | 默认配置文件
  = haproxy -c -f /etc/haproxy/haproxy.cfg
  = haproxy -vv
  ! haproxy -c -f /tmp/x
  ! haproxy -f /etc/haproxy/haproxy.cfg
  ! haproxy -D -f /etc/haproxy/haproxy.cfg
  ! haproxy -c -C /tmp/x -f /etc/haproxy/haproxy.cfg

named-checkconf | checks the settings of BIND | 检查 BIND 配置
  from BIND 9.18 named-checkconf(1)
  -z -j -l -c -i -x | what to check | 检查内容
  -v | version | 版本
  operands /\/etc\/bind\/named\.conf[\w.-]*/?
  = named-checkconf
  = named-checkconf -z
  = named-checkconf /etc/bind/named.conf
  ! named-checkconf -p
  ! named-checkconf -t /tmp/x
  ! named-checkconf /tmp/named.conf

named-checkzone | checks a zone of BIND | 检查 BIND 区域文件
  from BIND 9.18 named-checkzone(1)
  -q -d -v | how to show | 显示方式
  operands name file
  = named-checkzone example.com /etc/bind/db.example
  = named-checkzone -q lan /etc/bind/db.lan
  ! named-checkzone -o /home/pi/x lan db.lan
  ! named-checkzone -t /tmp/x lan db.lan
  ! named-compilezone -o x lan db.lan

rndc: status | shows the state of BIND | 显示 BIND 状态
  from BIND 9.18 rndc(8)
  = rndc status
  = rndc status
  ! rndc stop
  ! rndc -k /tmp/x status
  ! rndc reload
  ! rndc -s evil.example status

unbound-checkconf | checks the settings of Unbound | 检查 Unbound 配置
  from Unbound 1.17 unbound-checkconf(8)
  = unbound-checkconf
  = unbound-checkconf
  ! unbound-checkconf /etc/shadow
  ! unbound-checkconf -o tls-service-key

unbound-control: status, stats_noreset, list_forwards, list_local_zones, list_stubs | shows the state of Unbound | 显示 Unbound 状态
  from Unbound 1.17 unbound-control(8)
  = unbound-control status
  = unbound-control stats_noreset
  ! unbound-control stats
  ! unbound-control stop
  ! unbound-control -c /tmp/x status
  ! unbound-control load_cache
  ! unbound-control flush x

postconf | shows the settings of Postfix | 显示 Postfix 配置
  from Postfix 3.7 postconf(1)
  -n | those that were set | 已设置的
  -d | defaults | 默认值
  -M | services | 服务
  -h -H -f -x -o -m -l -a -A -p | how to show | 显示方式
  operands /[a-z][a-z0-9_]*/*
  = postconf -n
  = postconf mydestination
  = postconf -h myhostname relayhost
  ! postconf -e x=y
  ! postconf x=y
  ! postconf -X x
  ! postconf '-#' x
  ! postconf -c /tmp/x
  ! postconf -nc /tmp/x
  ! postconf -b /etc/shadow

postqueue | lists waiting mail | 列出邮件队列
  from Postfix 3.7 postqueue(1)
  -p !needed | list | 列表
  -j !needed | list as JSON | JSON 列表
  -v
  = postqueue -p
  = postqueue -j
  ! postqueue -f
  ! postqueue -pf
  ! postqueue -i x
  ! postqueue -s x
  ! postqueue -c /tmp/x -p

mailq | lists waiting mail | 列出邮件队列
  from Postfix 3.7 mailq(1); Exim 4.96 exim4(8)
  = mailq
  = mailq
  ! mailq -q
  ! mailq -bd
  ! mailq -C /tmp/x

exim, exim4 | lists waiting mail | 列出邮件队列
  from Exim 4.96 exim4(8)
  style word
  -bp !needed | list | 列表
  -bpc !needed | number | 数量
  -bpr -bpu -bpa !needed -bV !needed
  = exim -bpc
  ! exim -bp -C /tmp/x
  ! exim -be x
  ! exim -Mrm x
  ! exim -bp -D x=y
  ! exim -qff
  ! exim -bp -oMr x

postfix: status | shows whether Postfix runs | 显示 Postfix 是否运行
  from Postfix 3.7 postfix(1)
  = postfix status
  = postfix status
  ! postfix stop
  ! postfix check
  ! postfix -c /tmp/x status
  ! postfix flush

doveconf, dovecot | shows the settings of Dovecot | 显示 Dovecot 配置
  from Dovecot 2.3 doveconf(1)
  -n !needed | those that were set | 已设置的
  -a !needed | all | 全部
  -S -N
  = doveconf -n
  ! dovecot
  ! doveconf -nP
  ! doveconf -n -c /tmp/x
  ! dovecot -F
  ! doveconf -n -e reboot

sshd | checks the settings of the SSH server | 检查 SSH 服务器配置
  from OpenSSH 9.2 sshd(8)
  -t !needed | checks only | 仅检查
  -T !needed | checks and shows | 检查并显示
  -q -4 -6
  -C=/\w[\w=,.:@-]*/ | for this connection | 针对此连接
  = sshd -t
  = sshd -T
  = sshd -T -C user=pi,host=x,addr=10.0.0.1
  ! sshd
  ! sshd -D
  ! sshd -t -f /tmp/x
  ! sshd -tf /tmp/x
  ! sshd -T -o x=y
  ! sshd -T -E /home/pi/x
  ! sshd -p 2222

squid | checks the settings of Squid | 检查 Squid 配置
  from Squid 5.7 squid(8)
  -k={parse} !needed | checks only | 仅检查
  -v !needed | version | 版本
  = squid -k parse
  = squid -v
  ! squid
  ! squid -k reconfigure
  ! squid -k parse -f /tmp/x
  ! squid -z

supervisorctl: status, avail, version, pid | shows programs of Supervisor | 显示 Supervisor 进程
  from Supervisor 4.2 reference
  operands /[\w][\w.:*-]*/*
  = supervisorctl status
  = supervisorctl status app
  ! supervisorctl
  ! supervisorctl -c /tmp/x status
  ! supervisorctl stop app
  ! supervisorctl -p secret status
  ! supervisorctl -s http://evil.example status
  ! supervisorctl -i status

monit: status, summary, report | shows what Monit watches | 显示 Monit 监控状态
  from Monit 5.33 monit(1)
  -B | without colour | 无颜色
  -g=name
  operands name?
  = monit status
  = monit summary
  ! monit
  ! monit -c /tmp/x status
  ! monit stop all
  ! monit -l /home/pi/x status
  ! monit reload

monit | checks the settings of Monit | 检查 Monit 配置
  -t !needed | checks only | 仅检查
  -V !needed
  = monit -t
  = monit -V
  ! monit -t -c /tmp/x

set rsync
  -a --archive | with everything | 归档模式
  -v --verbose -vv | more details | 更多详情
  -q --quiet | less output | 减少输出
  -r --recursive | with all directories below | 包括子目录
  -c --checksum | compares contents | 比较校验和
  -i --itemize-changes | what would change | 列出变更项
  -h --human-readable | in units for people | 易读单位
  -l --links -L --copy-links -k --copy-dirlinks -K --keep-dirlinks -H --hard-links -p --perms -E --executability -A --acls -X --xattrs -o --owner -g --group -D --devices --specials -t --times -U --atimes -O --omit-dir-times -J --omit-link-times -S --sparse -x --one-file-system -R --relative -d --dirs -W --whole-file -z --compress -u --update -I --ignore-times -y --fuzzy -m --prune-empty-dirs -C --cvs-exclude --numeric-ids --safe-links --copy-unsafe-links --no-perms --no-owner --no-group --no-times --no-links --no-o --no-g --no-p --no-t | what would be copied | 复制范围
  -P --partial --progress --stats --no-human-readable -8 --8-bit-output | how to show | 显示方式
  --delete --del --delete-before --delete-during --delete-delay --delete-after --delete-excluded --force | would also delete | 模拟删除
  --existing --ignore-existing --ignore-non-existing --size-only --inplace --append --ignore-errors | what would be copied | 复制范围
  --exclude --include=/[\s\S]+/ | which names | 排除或包含
  --exclude-from --include-from=file | names from a file | 从文件读取
  --max-size --min-size --bwlimit --modify-window --max-delete --timeout=number
  --compare-dest=/(?!-)[^:]+/
  --info --debug=/[a-z0-9_,]+/
  --out-format=text

# A colon starts ssh or speaks to another computer, so operands have none.
rsync | shows what a copy would do | 模拟复制
  from rsync 3.2.7 rsync(1)
  use rsync
  -n --dry-run !needed | only shows what would be done | 仅模拟，不执行
  --list-only !needed | lists only | 仅列出
  operands /(?!-)[^:]+/+
  = rsync -avn /src/ /dst/
  = rsync -n -a a b
  = rsync --dry-run -av --delete /home/pi/app/ /mnt/backup/app/
  = rsync -avnc --itemize-changes --exclude '*.log' /opt/app/ /mnt/usb/app/
  = rsync --list-only /mnt/backup/
  ! rsync -av a b
  ! rsync -avne reboot a b
  ! rsync -an -e reboot a host:b
  ! rsync -an --rsh=reboot a b
  ! rsync -an --rsync-path=reboot a host:b
  ! rsync -an a host:b
  ! rsync -an a rsync://evil.example/x
  ! rsync -an host::x b
  ! rsync -an --log-file=/home/pi/x a b
  ! rsync -an --write-batch=/home/pi/x a b
  ! rsync -an --only-write-batch=/home/pi/x a b
  ! rsync -n --no-dry-run -a a b
  ! rsync -n --no-n -a a b
  ! rsync -an --read-batch=/tmp/x b
  ! rsync -an --password-file=/etc/shadow a b
  ! rsync -an --filter='merge /etc/shadow' a b
  ! rsync -an -f '. /etc/shadow' a b
  ! rsync --daemon --config=/tmp/x -n
  ! rsync -an -M--log-file=/home/pi/x a b
  ! rsync -an --files-from=host:/etc/shadow a b
  ! rsync -an -T /home/pi a b
  ! rsync -an --temp-dir=/home/pi a b
  ! rsync -a --remove-source-files a b

common rclone
  before
  -v --verbose -q --quiet

# A remote is one of those that are set up, without options: “:sftp,ssh=…:” would run a program.
rclone: ls, lsd, lsl, lsf, lsjson, size, about | lists files of a remote store | 列出远程存储文件
  from rclone 1.60 rclone(1)
  network
  --max-depth=number | levels | 深度
  -R --recursive --human-readable --json --fast-list -v --verbose -q --quiet --files-only --dirs-only --full -l --long | how to show | 显示方式
  --include --exclude=/(?!-)[\s\S]+/ | which names | 排除或包含
  --max-age --min-age --max-size --min-size=number
  --format=/[a-zA-Z]+/
  operands /[\w][\w\s-]*:[^,:]*|[.~\/\w][^:,]*/
  = rclone ls remote:
  = rclone lsd remote:backup
  = rclone size remote:backup --json
  = rclone about remote:
  ! rclone ls ':sftp,ssh=reboot:x'
  ! rclone ls 'remote,ssh=reboot:x'
  ! rclone ls ':http,url=http://evil.example:'
  ! rclone ls remote: --config /tmp/x
  ! rclone ls remote: --password-command reboot
  ! rclone ls remote: --log-file=/home/pi/x
  ! rclone ls remote: --sftp-ssh reboot
  ! rclone ls remote: --rc
  ! rclone ls remote: --dump headers
  ! rclone ls remote: --cpuprofile /home/pi/x
  ! rclone config show
  ! rclone --json ls selfupdate
  ! rclone sync a b
  ! rclone delete remote:x
  ! rclone cat remote:x

rclone: listremotes, version, config file, config paths, config providers | shows how rclone is set up | 显示 rclone 配置
  --long
  = rclone listremotes
  = rclone version
  = rclone config file
  ! rclone config
  ! rclone config dump
  ! rclone config show remote
  ! rclone config password x
  ! rclone selfupdate

ssh | shows the version of SSH | 显示 SSH 版本
  from OpenSSH 9.2 ssh(1)
  -V !needed | version | 版本
  = ssh -V
  = ssh -V
  ! ssh -V host
  ! ssh -oProxyCommand=reboot -V
  ! ssh -G host
  ! ssh host ls

ssh-keygen | shows fingerprints of keys | 显示密钥指纹
  from OpenSSH 9.2 ssh-keygen(1)
  -l !needed | fingerprint | 指纹
  -B !needed | in words | 可读指纹
  -L !needed | certificate | 证书
  -f=file | of this file | 指定文件
  -F=name !needed | of this host | 指定主机
  -E={sha256,md5,sha1} | kind of fingerprint | 指纹算法
  -v | as a picture | 显示图形
  = ssh-keygen -l -f x.pub
  = ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
  = ssh-keygen -F 10.0.0.5
  = ssh-keygen -l -E md5 -f x.pub
  = ssh-keygen -lvf x.pub
  ! ssh-keygen
  ! ssh-keygen -f x
  ! ssh-keygen -t ed25519 -f x
  ! ssh-keygen -R host
  ! ssh-keygen -H -f x
  ! ssh-keygen -lD /tmp/x.so
  ! ssh-keygen -D /tmp/x.so -l
  ! ssh-keygen -y -f /root/.ssh/id_rsa
  ! ssh-keygen -p -f x
  ! ssh-keygen -l -w /tmp/x.so -f y
  ! ssh-keygen -A
  ! ssh-keygen -F x -H
  ! ssh-keygen -s ca -I x y.pub

ssh-add | lists keys of the SSH agent | 列出 SSH 代理中的密钥
  from OpenSSH 9.2 ssh-add(1)
  -l !needed | fingerprints | 指纹
  -E={sha256,md5,sha1} | kind of fingerprint | 指纹算法
  -q -v
  = ssh-add -l
  = ssh-add -l -E md5
  ! ssh-add
  ! ssh-add x
  ! ssh-add -D
  ! ssh-add -lD
  ! ssh-add -s /tmp/x.so
  ! ssh-add -x

set gpg-view
  --with-colons --with-fingerprint --with-keygrip --with-subkey-fingerprint --with-sig-list --with-key-data --batch --no-tty -q --quiet -v --verbose -n --dry-run --no-auto-key-retrieve --no-options --no-default-keyring | how to show | 显示方式
  --keyid-format={short,long,0xshort,0xlong,none} | how to show keys | 密钥 ID 格式
  --keyring=/(?:\/usr\/share\/keyrings|\/etc\/apt)\/[\w.\/-]+/f | of this key ring | 指定密钥环

gpg, gpg2 | lists keys of GnuPG | 列出 GnuPG 密钥
  from GnuPG 2.2.40 gpg(1)
  use gpg-view
  -k --list-keys --list-public-keys !needed | public keys | 公钥
  -K --list-secret-keys !needed | which secret keys there are | 私钥列表
  --list-sigs --list-signatures !needed | signatures | 签名
  --fingerprint !needed | fingerprints | 指纹
  operands text*
  = gpg --list-keys
  = gpg -k
  = gpg --list-secret-keys --keyid-format long
  = gpg --fingerprint pi@example.com
  = gpg --no-default-keyring --keyring /usr/share/keyrings/debian-archive-keyring.gpg --list-keys
  ! gpg
  ! gpg x.gpg
  ! gpg --export-secret-keys
  ! gpg -k -o /home/pi/x
  ! gpg -ko /home/pi/x
  ! gpg --homedir /tmp/x -k
  ! gpg --options /tmp/x -k
  ! gpg -k --agent-program /tmp/x
  ! gpg -k --list-options show-photos --photo-viewer reboot
  ! gpg --delete-keys x
  ! gpg --recv-keys x
  ! gpg --logger-file=/home/pi/x -k
  ! gpg -k --exec-path /tmp/x
  ! gpg --import x
  ! gpg --edit-key x
  ! gpg --locate-keys x
  ! gpg --refresh-keys

gpg, gpg2 | checks a signature | 校验签名
  use gpg-view
  --verify !needed | checks | 校验
  operands file file?
  = gpg --verify SHA256SUMS.asc SHA256SUMS
  = gpg --verify x.sig
  ! gpg --verify x.sig -o /home/pi/x
  ! gpg --verify --auto-key-retrieve x.sig
  ! gpg -d x.gpg
  ! gpg --decrypt x.gpg

gpg, gpg2 | shows keys of a file | 显示文件中的密钥
  use gpg-view
  --show-keys !needed | shows only | 仅显示
  operands file+
  = gpg --show-keys x.asc
  = gpg --show-keys --with-fingerprint /usr/share/keyrings/x.gpg
  ! gpg --show-keys --import x.asc

gpgv | checks a signature | 校验签名
  from GnuPG 2.2.40 gpgv(1)
  -q --quiet -v --verbose
  --keyring=/(?:\/usr\/share\/keyrings|\/etc\/apt)\/[\w.\/-]+/f | of this key ring | 指定密钥环
  operands file file?
  = gpgv --keyring /usr/share/keyrings/x.gpg SHA256SUMS.gpg SHA256SUMS
  = gpgv x.sig x
  ! gpgv -o /home/pi/x x.sig
  ! gpgv --homedir /tmp/x x.sig
  ! gpgv --status-file=/home/pi/x x.sig

gpgconf | shows how GnuPG is set up | 显示 GnuPG 设置
  from GnuPG 2.2.40 gpgconf(1)
  --list-dirs !needed | directories | 目录
  --list-components !needed | programs | 组件
  operands name*
  = gpgconf --list-dirs
  = gpgconf --list-components
  ! gpgconf --kill gpg-agent
  ! gpgconf --reload
  ! gpgconf --homedir /tmp/x --list-dirs
  ! gpgconf -o /home/pi/x --list-dirs
  ! gpgconf --apply-defaults

# Formats may hold #(command), so only plain names of variables are known.
common tmux
  before
  -L=name | this server | 指定服务器
  -S=path | this socket | 指定套接字
  -u -2

tmux: ls, list-sessions, list-windows, lsw, list-panes, lsp, list-clients, lsc, has-session, has | lists terminals of tmux | 列出 tmux 会话
  from tmux 3.3 tmux(1)
  -F=/(?!-)(?:[^#(;]|#\{[\w@]+\}|#[A-Z])+/ | how to show | 显示格式
  -t=/[\w.:%$@=]+/ | of this session | 指定会话
  -a -s | of all sessions | 所有会话
  = tmux ls
  = tmux list-sessions
  = tmux list-windows -a
  = tmux list-panes -t main
  = tmux ls -F '#{session_name} #{session_windows}'
  ! tmux
  ! tmux ls -F '#(reboot)'
  ! tmux ls -F'#(reboot)'
  ! tmux ls -F '#{E:@x}'
  ! tmux ls ';' kill-server
  ! tmux ls -F 'x;' kill-server
  ! tmux -f /tmp/x ls
  ! tmux kill-server
  ! tmux -c reboot
  ! tmux new -d reboot
  ! tmux send-keys x
  ! tmux run-shell reboot
  ! tmux display-message -p '#(reboot)'
  ! tmux ls -f '#(reboot)'

tmux: capture-pane, capturep | shows the screen of a terminal | 显示 tmux 屏幕内容
  -p !needed | to the output | 输出到标准输出
  -t=/[\w.:%$@=]+/ | of this session | 指定会话
  -S -E=/-|-?\d+/ | these lines | 行范围
  -J -e -q -N -C
  = tmux capture-pane -p
  = tmux capture-pane -p -t main -S -100
  ! tmux capture-pane
  ! tmux capture-pane -p -b x
  ! tmux save-buffer /home/pi/x

screen | lists terminals of screen | 列出 screen 会话
  from screen 4.9 screen(1)
  style word
  -ls !needed | list | 列表
  -list !needed | list | 列表
  operands name?
  = screen -ls
  = screen -list
  ! screen
  ! screen -ls -c /tmp/x
  ! screen -dmS x reboot
  ! screen -wipe
  ! screen -S x -X quit
  ! screen -ls -L
  ! screen -r

fail2ban-client: status, ping, version, banned | shows what Fail2ban bans | 显示 Fail2ban 状态
  from Fail2ban 1.0 fail2ban-client(1)
  -v -q
  operands name?
  = fail2ban-client status
  = fail2ban-client status sshd
  = fail2ban-client ping
  ! fail2ban-client -c /tmp/x status
  ! fail2ban-client -s /tmp/x status
  ! fail2ban-client stop
  ! fail2ban-client set sshd banip 1.2.3.4
  ! fail2ban-client unban --all
  ! fail2ban-client -x start
  ! fail2ban-client reload

fail2ban-client: get | shows a setting of Fail2ban | 查看 Fail2ban 设置
  operands name {banip,bantime,findtime,maxretry,ignoreip,logpath,failregex,ignoreregex,actions,usedns}
  = fail2ban-client get sshd bantime
  = fail2ban-client get sshd banip
  ! fail2ban-client get dbfile x y
  ! fail2ban-client set sshd bantime 1

# The first word that names a verb is the verb, even as a value.
common certbot
  before
  -n --non-interactive

certbot: certificates | lists certificates of certbot | 列出 certbot 证书
  from certbot 2.1 certbot(1)
  -d --domains --cert-name=name | of this name | 指定域名
  -q --quiet -v --verbose -n --non-interactive
  = certbot certificates
  = certbot certificates -d example.com
  ! certbot renew
  ! certbot certificates --config-dir /tmp/x
  ! certbot certificates -c /tmp/x
  ! certbot certificates --logs-dir=/home/pi/x
  ! certbot certificates --deploy-hook reboot
  ! certbot delete
  ! certbot -d renew certificates
  ! certbot

pihole: status, version | shows the state of Pi-hole | 显示 Pi-hole 状态
  from Pi-hole 5 and 6 command reference
  = pihole status
  = pihole version
  ! pihole disable
  ! pihole restartdns
  ! pihole -up
  ! pihole -g
  ! pihole -a -p secret
  ! pihole uninstall
  ! pihole -w example.com
  ! pihole -r
  ! pihole -f version
  ! pihole -w version

set ha-view
  --raw-json --no-progress | how to show | 显示方式

# An unknown option before the sub-command would take the sub-command as its value.
common ha
  before
  use ha-view

ha: info, core info, core stats, supervisor info, supervisor stats, os info, host info, network info, hardware info, dns info, dns stats, audio info, multicast info, observer info, cli info, resolution info, jobs info, addons, addons list, apps, apps list, backups, backups list, available-updates, banner, store addons | shows Home Assistant | 显示 Home Assistant 状态
  from Home Assistant CLI 4.30 reference
  use ha-view
  = ha info
  = ha core info
  = ha supervisor info --raw-json
  = ha addons
  ! ha core restart
  ! ha host reboot
  ! ha info --endpoint evil.example
  ! ha info --api-token x
  ! ha info --config /tmp/x
  ! ha os update
  ! ha addons info x
  ! ha backups new

ha: core logs, supervisor logs, host logs, dns logs, audio logs, multicast logs, observer logs | shows logs of Home Assistant | 显示 Home Assistant 日志
  use ha-view
  -f --follow !endless | follows | 持续跟踪
  -n --lines=number | how many lines | 行数
  = ha core logs
  = ha supervisor logs -n 100
  ! ha core logs --endpoint evil.example
  ! ha core stop

# An unknown option before the sub-command would take the sub-command as its value.
common pm2
  before
  -s --silent

pm2: list, ls, l, ps, status | lists programs of PM2 | 列出 PM2 进程
  from PM2 5.3 reference
  -m --mini-list
  = pm2 list
  = pm2 status
  ! pm2 jlist
  ! pm2 env 0
  ! pm2 stop all
  ! pm2 start x.js
  ! pm2 list --interpreter /tmp/x
  ! pm2 kill

pm2: show, describe, desc, info, id, pid | shows a program of PM2 | 显示 PM2 进程详情
  operands name?
  = pm2 show app
  = pm2 describe 0
  ! pm2 delete app
  ! pm2 set x y

pm2: logs, log | shows logs of PM2 | 显示 PM2 日志
  endless | never ends: add --nostream | 不会结束：请加 --nostream
  --nostream !ends | once only | 仅一次
  --lines=number | how many lines | 行数
  --err --out --raw --timestamp --json | which ones | 显示哪些
  operands name?
  = pm2 logs --nostream
  = pm2 logs app --lines 50 --nostream
  ! pm2 flush
  ! pm2 --nostream logs kill
  ! pm2 reloadLogs

tailscale: status | shows the state of Tailscale | 显示 Tailscale 状态
  from Tailscale 1.50 reference
  --json --active --self | what to show | 显示内容
  --peers={true,false}
  = tailscale status
  = tailscale status --json
  ! tailscale status --web
  ! tailscale status --web --listen 0.0.0.0:80
  ! tailscale --socket=/tmp/x status
  ! tailscale up
  ! tailscale down
  ! tailscale logout

tailscale: ip, whois, dns status, lock status, serve status, funnel status, exit-node list, netcheck, version | shows the network of Tailscale | 显示 Tailscale 网络信息
  network
  -4 -6 -1 --json --daemon --upstream | what to show | 显示内容
  operands /[\w][\w.:-]*/?
  = tailscale ip -4
  = tailscale netcheck
  = tailscale version
  = tailscale whois 100.64.0.5
  ! tailscale netcheck --every 5s
  ! tailscale serve reset
  ! tailscale funnel 80
  ! tailscale file cp x y:
  ! tailscale ssh x

tailscale: ping | reaches a device of Tailscale | 测试 Tailscale 设备连通性
  network
  -c --c=/[1-9]\d{0,3}/ | how many times | 次数
  --verbose --tsmp --icmp --peerapi
  --timeout=/\d+[ms]+/
  operands host
  = tailscale ping pi4
  = tailscale ping -c 3 100.64.0.5
  ! tailscale ping --c=0 pi4
  ! tailscale set --ssh

zerotier-cli: info, status, listnetworks, listpeers, peers, listmoons | shows the network of ZeroTier | 显示 ZeroTier 网络
  from ZeroTier One 1.10 zerotier-cli(1)
  -j | for programs | 机器可读格式
  = zerotier-cli info
  = zerotier-cli listnetworks
  = zerotier-cli -j listpeers
  ! zerotier-cli join 0123456789abcdef
  ! zerotier-cli leave 0123456789abcdef
  ! zerotier-cli -D/tmp/x info
  ! zerotier-cli -T x info
  ! zerotier-cli set x allowManaged=0
  ! zerotier-cli dump

cloudflared: tunnel list, tunnel info, version | shows tunnels of Cloudflare | 显示 Cloudflare 隧道
  from cloudflared 2023.10 reference
  network
  operands name?
  = cloudflared tunnel list
  = cloudflared version
  ! cloudflared tunnel run x
  ! cloudflared tunnel --config /tmp/x list
  ! cloudflared tunnel token x
  ! cloudflared update
  ! cloudflared tunnel delete x

grafana-cli: plugins ls | lists plugins of Grafana | 列出 Grafana 插件
  from Grafana 10 reference
  = grafana-cli plugins ls
  = grafana-cli plugins ls
  ! grafana-cli plugins install x
  ! grafana-cli --pluginsDir /tmp/x plugins ls
  ! grafana-cli admin reset-admin-password x

uprecords | shows how long the device ran | 显示运行时间记录
  from uptimed 0.4.6 uprecords(1)
  -a -b -B -c -k -K -M -s -v | how to show | 显示方式
  -m=number | how many | 显示数量
  = uprecords
  = uprecords -a -m 20
  ! uprecords -f
  ! uprecords -i 1
  ! uprecords -af

varnishstat | shows counters of Varnish | 显示 Varnish 计数
  from Varnish 7.1 varnishstat(1)
  -1 !needed | once | 仅一次
  -j !needed -x !needed | once, for programs | 机器可读
  -f=/[\w.*^][\w.*^,-]*/
  = varnishstat -1
  = varnishstat -1 -f MAIN.cache_hit
  ! varnishstat
  ! varnishstat -n /tmp/x -1
`
