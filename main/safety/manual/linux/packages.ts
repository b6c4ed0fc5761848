/** Packages of Linux distributions: apt, dpkg, rpm and their kin. */
export const PACKAGES_MANUAL = String.raw`
set apt-quiet
  -q --quiet -qq | less output | 减少输出
  -y --yes --assume-yes | answers yes | 自动回答是
  --no-install-recommends | without recommended packages | 不含推荐的包
  --install-recommends --install-suggests | with recommended packages | 包含推荐的包
  -V --verbose-versions | with versions | 显示版本
  -u --show-upgraded | what would be upgraded | 显示可升级的包
  -f --fix-broken | would repair dependencies | 模拟修复依赖
  -m --fix-missing --ignore-missing
  -t --target-release --default-release=/[\w][\w.+:~\/*-]*/ | from this release | 目标发行版
  --purge | would also remove configuration | 模拟清除配置
  --auto-remove --autoremove | would also remove what is not needed | 模拟自动移除
  --reinstall --no-upgrade --only-upgrade --with-new-pkgs --no-remove --ignore-hold --assume-no --allow-downgrades --trivial-only

apt-get, apt: install, upgrade, dist-upgrade, full-upgrade, remove, purge, autoremove, autopurge, reinstall, dselect-upgrade, build-dep | shows what a change of packages would do | 模拟软件包变更
  from APT 2.6.1 apt(8), apt-get(8)
  use apt-quiet
  -s --simulate --just-print --dry-run --recon --no-act !needed | only shows what would be done | 仅模拟，不执行
  operands /(?!(?:no|false|without|off|disable|0|yes|true|with|on|enable|1)$)(?:[a-z0-9][\w.+:~*-]*(?:[=\/][\w.+:~*-]+)?|(?:\.{1,2})?\/[\w.+~:%\/-]+\.deb)/*
  ! apt-get upgrade -y -s no
  ! apt-get install mosquitto -y -s 0
  = apt-get -s upgrade
  = apt-get -s install mosquitto
  = apt-get --just-print upgrade
  = apt-get -s -y dist-upgrade
  = apt-get install -s --no-install-recommends mosquitto=2.0.11-1
  = apt-get --dry-run autoremove --purge
  = apt-get -qq -s upgrade
  = apt-get -s -V upgrade
  = apt-get install -s ./waypost_1.0_arm64.deb
  ! apt-get upgrade
  ! apt-get -y upgrade
  ! apt-get -s=no upgrade
  ! apt-get -s --no-simulate upgrade
  ! apt-get -s --simulate=false upgrade
  ! apt-get -s -o APT::Get::Simulate=false upgrade
  ! apt-get -s -oDpkg::Pre-Invoke::=reboot upgrade
  ! apt-get -s -c /tmp/apt.conf upgrade
  ! apt-get -s update
  ! apt-get --print-uris install bash
  ! apt-get -sd upgrade

apt-get, apt: check, indextargets | checks for broken dependencies | 检查依赖是否损坏
  -q --quiet | less output | 减少输出
  = apt-get check
  = apt-get -q check
  = apt-get indextargets
  ! apt-get update
  ! apt-get clean
  ! apt-get check -o Dir::Bin::dpkg=/tmp/x
  ! apt-get download bash
  ! apt-get source bash
  ! apt-get changelog bash

set apt-names
  -q --quiet -qq | less output | 减少输出
  -a --all-versions | all versions | 所有版本
  -t --target-release --default-release=/[\w][\w.+:~\/*-]*/ | of this release | 目标发行版

apt: list | lists packages | 列出软件包
  use apt-names
  --installed -i | those that are installed | 已安装的
  --upgradable --upgradeable | those that can be upgraded | 可升级的
  --manual-installed | those that a person installed | 手动安装的
  -v --verbose | with a summary | 附带摘要
  operands /(?!(?:no|false|without|off|disable|0|yes|true|with|on|enable|1)$)[a-z0-9*?~(\[][\w.+:~*?()\[\],!|^$=-]*(?:\/[\w.-]+)?/*
  = apt list --installed
  = apt list --upgradable
  = apt list --installed 'mosquitto*'
  = apt list -a nginx
  = apt -qq list --upgradable
  = apt list '?obsolete'
  ! apt list -o APT::Cache::x=y
  ! apt list --installed -c /tmp/x
  ! apt list --installed=x

apt: show, info, showsrc | shows details of packages | 显示软件包详情
  use apt-names
  --no-all-versions
  operands /(?!(?:no|false|without|off|disable|0|yes|true|with|on|enable|1)$)[a-z0-9][\w.+:~*-]*(?:[=\/][\w.+:~*-]+)?/+
  = apt show nginx
  = apt show -a mosquitto
  = apt show mosquitto mosquitto-clients
  ! apt show -o Dir::Bin::apt-key=/tmp/x nginx
  ! apt edit-sources
  ! apt changelog nginx

apt: search | searches packages | 搜索软件包
  use apt-names
  -n --names-only | in names only | 仅搜索名称
  -f --full | with all details | 显示完整信息
  operands text+
  = apt search mqtt
  = apt search --names-only mosquitto
  = apt search -n '^lib.*mosquitto'
  ! apt search -o x=y mqtt
  ! apt search mqtt --option=x=y

apt: policy, depends, rdepends, madison | shows versions and dependencies of packages | 显示软件包版本与依赖
  use apt-names
  --installed | those that are installed | 已安装的
  --recurse -i --important --no-pre-depends --no-depends --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances | which dependencies | 依赖类型
  operands /(?!(?:no|false|without|off|disable|0|yes|true|with|on|enable|1)$)[a-z0-9][\w.+:~*-]*(?:[=\/][\w.+:~*-]+)?/*
  = apt policy
  = apt policy mosquitto
  = apt depends nginx
  = apt rdepends --installed libssl3
  ! apt policy -o x=y
  ! apt policy -c=/tmp/x
  ! apt install mosquitto
  ! apt update

apt-cache: policy, show, showpkg, showsrc, depends, rdepends, madison, stats, unmet, pkgnames, search | shows what apt knows of packages | 显示软件包信息
  from APT 2.6.1 apt-cache(8)
  use apt-names
  -i --important --installed --recurse --implicit --no-pre-depends --no-depends --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances | which dependencies | 依赖类型
  -n --names-only | in names only | 仅搜索名称
  -f --full | with all details | 显示完整信息
  --all-names --no-all-versions --no-generate
  operands text*
  = apt-cache policy mosquitto
  = apt-cache search mqtt
  = apt-cache search -n '^mosquitto'
  = apt-cache showpkg nginx
  = apt-cache madison nginx
  = apt-cache depends --recurse --no-recommends nginx
  = apt-cache rdepends --installed libssl3
  = apt-cache stats
  = apt-cache pkgnames mosq
  ! apt-cache gencaches
  ! apt-cache -p /home/pi/x policy
  ! apt-cache --pkg-cache=/home/pi/x stats
  ! apt-cache -s /home/pi/x stats
  ! apt-cache -o Dir::Cache::pkgcache=/home/pi/x stats
  ! apt-cache -c /tmp/x stats
  ! apt-cache --with-source=/tmp/x stats

apt-mark: showhold, showmanual, showauto, showinstall, showremove, showpurge, showheld, showholds | shows marks of packages | 显示软件包标记
  from APT 2.6.1 apt-mark(8)
  operands name*
  = apt-mark showhold
  = apt-mark showmanual mosquitto
  = apt-mark showauto
  ! apt-mark hold mosquitto
  ! apt-mark manual x
  ! apt-mark showhold -o Dir::State=/tmp/x
  ! apt-mark showhold -f /tmp/x
  ! apt-mark minimize-manual

apt-config: dump | shows the settings of apt | 显示 apt 配置
  from APT 2.6.1 apt-config(8)
  --empty --no-empty | also empty ones | 包括空项
  operands name*
  = apt-config dump
  = apt-config dump --no-empty Acquire
  ! apt-config dump -o x=y
  ! apt-config dump -c /tmp/x
  ! apt-config shell X Y

apt-key: list, finger, fingerprint | shows the keys that apt trusts | 显示 apt 信任的密钥
  from APT 2.6.1 apt-key(8)
  = apt-key list
  = apt-key finger
  ! apt-key add x
  ! apt-key del x
  ! apt-key adv --recv-keys x
  ! apt-key --keyring /tmp/x list
  ! apt-key update

apt-file: search, find, list, show | finds the package of a file | 查找文件所属的软件包
  from apt-file 3.3 apt-file(1)
  -a --architecture=name | of this architecture | 指定架构
  -F --fixed-string | plain text | 固定字符串
  -i --ignore-case | in any case | 忽略大小写
  -l --package-only | names of packages only | 仅包名
  -x --regexp | by expression | 正则表达式
  -v --verbose
  operands /(?!-)[^|<>]+/+
  = apt-file search bin/mosquitto_sub
  = apt-file list nginx-common
  = apt-file search -l -x '/mosquitto_pub$'
  ! apt-file update
  ! apt-file purge
  ! apt-file -o Dir::Bin::x=/tmp/x search y
  ! apt-file -c /tmp/apt.conf search x
  ! apt-file search -f /tmp/list

aptitude: search, show, versions, why, why-not | shows packages | 显示软件包
  from aptitude 0.8 aptitude(8)
  -v --verbose | more details | 更多详情
  -q --quiet --disable-columns | how to show | 显示方式
  -w --width=number
  --sort=/[\w,~]+/ -O=/[\w,~]+/ | order | 排序方式
  operands text+
  = aptitude search mosquitto
  = aptitude search '~i ~n mosquitto'
  = aptitude why libssl3
  = aptitude versions nginx
  ! aptitude install x
  ! aptitude -o x=y search z
  ! aptitude search -S /tmp/x y
  ! aptitude changelog x
  ! aptitude

debconf-show | shows the settings of a package | 显示软件包设置
  from debconf 1.5.82 debconf-show(1)
  --listowners --listdbs
  operands name*
  = debconf-show tzdata
  = debconf-show mosquitto
  ! debconf-show --db=/tmp/x tzdata
  ! debconf-show --frobnicate

set dpkg-global
  --no-pager | at once | 不分页
  --admindir=path

dpkg | lists packages | 列出软件包
  from dpkg 1.21.22 dpkg(1)
  use dpkg-global
  -l --list !needed | lists packages | 列出软件包
  operands text*
  = dpkg -l
  = dpkg -l mosquitto
  = dpkg --list 'python3*'
  = dpkg -l --no-pager
  = dpkg -l 'linux-image-*' raspberrypi-kernel
  ! dpkg -l -i x.deb
  ! dpkg -li x.deb
  ! dpkg --list --pre-invoke=reboot
  ! dpkg -l --log=/home/pi/x
  ! dpkg --status-logger=reboot -l
  ! dpkg -l --root=/tmp/x

dpkg | shows details of packages | 显示软件包详情
  use dpkg-global
  -s --status !needed | state and details | 状态与详情
  -L --listfiles !needed | files of the package | 包内文件
  -p --print-avail !needed | what is known of it | 可用信息
  operands name+
  = dpkg -s openssh-server
  = dpkg -L mosquitto
  = dpkg --status mosquitto mosquitto-clients
  = dpkg -p bash
  ! dpkg -r mosquitto
  ! dpkg -P mosquitto
  ! dpkg -sr mosquitto
  ! dpkg -s -r mosquitto
  ! dpkg --purge mosquitto

dpkg | finds the package of a file | 查找文件所属的软件包
  use dpkg-global
  -S --search !needed | by file name | 按文件名查找
  operands /(?!-)[\s\S]+/+
  = dpkg -S /bin/ls
  = dpkg --search '*/mosquitto.conf'
  ! dpkg -S -x x.deb /
  ! dpkg -Sx x.deb

dpkg | checks installed packages | 检查已安装的软件包
  use dpkg-global
  -C --audit !needed | finds broken packages | 查找损坏的软件包
  -V --verify !needed | compares files with the package | 校验文件
  --verify-format={rpm}
  --yet-to-unpack !needed
  --get-selections !needed | selected packages | 已选择的软件包
  operands text*
  = dpkg --audit
  = dpkg -V openssh-server
  = dpkg --get-selections
  = dpkg --get-selections 'mosquitto*'
  = dpkg -C
  ! dpkg --set-selections
  ! dpkg --clear-selections
  ! dpkg --configure -a
  ! dpkg -a --configure
  ! dpkg -C --force-all -i x.deb

dpkg | shows what dpkg is set to | 显示 dpkg 设置
  --print-architecture !needed | architecture | 架构
  --print-foreign-architectures !needed | other architectures | 其他架构
  --force-help --assert-help
  = dpkg --print-architecture
  = dpkg --print-foreign-architectures
  ! dpkg --add-architecture armhf
  ! dpkg --remove-architecture armhf
  ! dpkg --print-architecture x.deb

dpkg | compares two versions | 比较版本号
  --compare-versions !needed | compares versions | 比较版本
  operands /[\w.+:~-]+/ {lt,le,eq,ne,ge,gt,lt-nl,le-nl,ge-nl,gt-nl} /[\w.+:~-]+/
  = dpkg --compare-versions 2.0.11 ge 2.0.0
  = dpkg --compare-versions 1.0-1 lt 1.1
  ! dpkg --compare-versions 1 lt 2 -i x.deb

dpkg-deb, dpkg | shows what a package file holds | 显示软件包文件内容
  from dpkg 1.21.22 dpkg(1), dpkg-deb(1)
  -c --contents !needed | its files | 文件列表
  -I --info !needed | its description | 描述信息
  -f --field !needed | its fields | 字段
  -v --verbose
  operands file /[A-Za-z][\w-]*/*
  = dpkg-deb --info waypost_1.0_arm64.deb
  = dpkg-deb -f x.deb Version
  = dpkg-deb -c x.deb
  ! dpkg-deb -x x.deb /
  ! dpkg-deb -b dir x.deb
  ! dpkg -x x.deb /
  ! dpkg -e x.deb
  ! dpkg-deb -R x.deb /
  ! dpkg-deb --control x.deb /etc
  ! dpkg -I x.deb -i

dpkg-deb | shows name and version of package files | 显示软件包文件的名称与版本
  -W --show !needed | name and version | 名称与版本
  --showformat=text | how to show | 显示格式
  operands file+
  = dpkg-deb -W x.deb
  = dpkg-deb --show x.deb y.deb
  ! dpkg-deb -X x.deb /
  ! dpkg-deb --build x

dpkg-query | shows packages | 显示软件包
  from dpkg 1.21.22 dpkg-query(1)
  use dpkg-global
  -l --list !needed | lists packages | 列出软件包
  -W --show !needed | name and version | 名称与版本
  -s --status !needed | state and details | 状态与详情
  -L --listfiles !needed | files of the package | 包内文件
  -S --search !needed | package of a file | 按文件名查找
  -p --print-avail !needed | what is known of it | 可用信息
  --control-list !needed | names of its scripts | 控制文件列表
  -f --showformat=text | how to show | 显示格式
  --load-avail --no-pager
  operands text*
  = dpkg-query -l
  = dpkg-query -W
  = dpkg-query -W -f='x\n' bash
  = dpkg-query -s mosquitto
  = dpkg-query -L mosquitto
  = dpkg-query -S /bin/ls
  ! dpkg-query --frobnicate
  ! dpkg-query -W --root=/tmp/x
  ! dpkg-query -e x

dpkg-divert | shows diverted files | 显示转移的文件
  from dpkg 1.21.22 dpkg-divert(1)
  --list !needed | lists diversions | 列出转移
  --truename !needed --listpackage !needed
  operands text*
  = dpkg-divert --list
  = dpkg-divert --truename /bin/sh
  ! dpkg-divert --add /bin/sh
  ! dpkg-divert /bin/sh
  ! dpkg-divert --list --rename --remove /bin/sh

dpkg-statoverride | shows overridden rights | 显示权限覆盖
  from dpkg 1.21.22 dpkg-statoverride(1)
  --list !needed | lists overrides | 列出覆盖项
  operands text*
  = dpkg-statoverride --list
  = dpkg-statoverride --list '/usr/*'
  ! dpkg-statoverride --add root root 4755 /bin/sh
  ! dpkg-statoverride --list --update --remove x

dpkg-architecture | shows architectures | 显示架构
  from dpkg-dev 1.21.22 dpkg-architecture(1)
  -l --list | all values | 所有值
  -L --list-known | known names | 已知名称
  -q --query=name | one value | 查询单个值
  -s --print-set -u --print-unset
  = dpkg-architecture
  = dpkg-architecture -q DEB_HOST_ARCH
  ! dpkg-architecture -c reboot
  ! dpkg-architecture --command=reboot
  ! dpkg-architecture -l -creboot

update-alternatives | shows alternatives | 显示替代项
  from dpkg 1.21.22 update-alternatives(1)
  --list !needed | choices | 可选项
  --display !needed | choices with details | 详细信息
  --query !needed | choices for programs | 机器可读信息
  operands /[\w.+][\w.+-]*/
  = update-alternatives --list python
  = update-alternatives --display editor
  = update-alternatives --query x-www-browser
  ! update-alternatives --set editor /bin/nano
  ! update-alternatives --config editor
  ! update-alternatives --install /a b c 1
  ! update-alternatives --auto editor
  ! update-alternatives --remove editor /bin/nano
  ! update-alternatives --list editor --log /home/pi/x
  ! update-alternatives --display editor --set editor

update-alternatives | shows all alternatives that are set | 显示所有替代项
  --get-selections !needed | all that are set | 所有选择
  = update-alternatives --get-selections
  ! update-alternatives --set-selections
  ! update-alternatives --all
  ! update-alternatives --get-selections --log=/home/pi/x

debsums | compares installed files with their packages | 校验已安装文件
  from debsums 3.0.2 debsums(1)
  -a --all | also configuration | 包括配置文件
  -e --config | configuration only | 仅配置文件
  -c --changed | those that differ | 仅已更改的
  -l --list-missing | packages without sums | 缺少校验和的包
  -s --silent | faults only | 仅显示错误
  --no-locale-purge --no-prelink --ignore-permissions --ignore-obsolete
  operands name*
  = debsums -c
  = debsums -s mosquitto
  = debsums -ca
  ! debsums -g mosquitto
  ! debsums --generate=all,keep mosquitto
  ! debsums -cagp /tmp
  ! debsums -r /tmp/x
  ! debsums -m /tmp/x x.deb

deborphan | lists packages that nothing needs | 列出孤立软件包
  from deborphan 1.7.35 deborphan(1)
  -d --show-deps | who needs them | 显示依赖者
  -P --show-priority | priority | 优先级
  -s --show-section | section | 分类
  -z --show-size | size | 大小
  -a --all-packages | all packages | 所有软件包
  -H --force-hold --ignore-suggests --ignore-recommends -n --nice-mode --find-config --libdevel --no-show-section -L --list-keep
  --guess-all --guess-common --guess-data --guess-debug --guess-dev --guess-doc --guess-dummy --guess-kernel --guess-perl --guess-python --guess-ruby --guess-section --guess-interpreters
  operands name*
  = deborphan
  = deborphan --guess-all
  = deborphan -z
  ! deborphan --add-keep libfoo
  ! deborphan -A libfoo
  ! deborphan -R libfoo
  ! deborphan -Z
  ! deborphan -k /home/pi/x
  ! deborphan -f /etc/shadow

needrestart | shows what must be started again | 显示需要重启的服务
  from needrestart 3.6 needrestart(1)
  -b !needed | for programs | 批处理模式
  -p !needed | for monitoring | 监控插件模式
  -k -l -w | which checks | 检查项
  -r={l} !needed | lists only | 仅列出
  -m={e,a}
  -n -q -v | how to show | 显示方式
  = needrestart -b
  = needrestart -r l
  = needrestart -b -k
  ! needrestart
  ! needrestart -r a
  ! needrestart -ra
  ! needrestart -b -r a
  ! needrestart -b -c /tmp/x.conf
  ! needrestart -u NeedRestart::UI::stdio

checkrestart | shows what must be started again | 显示需要重启的服务
  from debian-goodies 0.88 checkrestart(1)
  -v --verbose | more details | 更多详情
  -p --package | files of packages only | 仅软件包文件
  -a --all | all files | 所有文件
  -m --machine | for programs | 机器可读格式
  -n --nolsof | without lsof | 不使用 lsof
  -t --terse
  = checkrestart
  = checkrestart -v
  = checkrestart -a -p
  ! checkrestart -b /etc/shadow
  ! checkrestart --frobnicate

dpigs | shows the largest packages | 显示最大的软件包
  from debian-goodies 0.88 dpigs(1)
  -n --lines=number | how many | 显示数量
  -H --human-readable | in units for people | 易读单位
  -S --source
  = dpigs
  = dpigs -H -n 20
  ! dpigs -s /etc/shadow
  ! dpigs --status=/etc/shadow

linux-version: list | lists installed kernels | 列出已安装的内核
  from linux-base 4.9 linux-version(1)
  --paths | with paths | 显示路径
  = linux-version list
  = linux-version list --paths
  ! linux-version --exec x

set rpm-query
  -i --info | details | 详情
  -l --list | files | 文件列表
  -c --configfiles | configuration files | 配置文件
  -d --docfiles | documentation | 文档
  -s --state | state of files | 文件状态
  -R --requires | what it needs | 依赖项
  -P --provides | what it provides | 提供项
  -v --verbose
  --conflicts --obsoletes --recommends --suggests --supplements --enhances --scripts --triggers --filetriggers --dump --filesbypkg --fileclass --licensefiles | which details | 显示哪些信息
  --changelog --changes | changes | 变更记录
  --last | by date | 按日期
  --qf --queryformat=/(?!-)(?![\s\S]*expand)[\s\S]+/ | how to show | 显示格式
  --nodigest --nosignature

rpm | shows installed packages | 显示已安装的软件包
  from RPM 4.18 rpm(8)
  use rpm-query
  -q --query !needed | asks | 查询
  -a --all | all packages | 所有软件包
  --whatprovides --whatrequires --whatconflicts --whatobsoletes --whatrecommends --whatsuggests !needed | by this need | 按依赖查询
  operands /(?!-)[^:%\s]+/*
  = rpm -qa
  = rpm -qi bash
  = rpm -ql mosquitto
  = rpm -qa --last
  = rpm -q --changelog kernel
  = rpm -qa --qf '%{NAME} %{VERSION}\n'
  = rpm -q --whatrequires openssl
  ! rpm -qa --define '_dbpath %(reboot)'
  ! rpm -qa -D '_dbpath %(reboot)'
  ! rpm -qa --eval '%(reboot)'
  ! rpm -qa -E '%(reboot)'
  ! rpm -qa --macros=/tmp/x
  ! rpm -qa --rcfile=/tmp/x
  ! rpm -qa --pipe reboot
  ! rpm -qa --dbpath /tmp/x
  ! rpm -qa --root /tmp/x
  ! rpm -q --qf '%{SUMMARY:expand}' x
  ! rpm -q --specfile x.spec
  ! rpm -qa --load=/tmp/x
  ! rpm -qe bash
  ! rpm -e bash
  ! rpm -V bash
  ! rpm -i x.rpm
  ! rpm -Uvh x.rpm
  ! rpm --import x
  ! rpm --rebuilddb

rpm | shows what a package file holds | 显示软件包文件内容
  use rpm-query
  -q --query | asks | 查询
  -p --package !needed | of a file | 针对文件
  -K --checksig !needed | checks the signature | 检查签名
  operands /(?!-)[^:%\s]+\.rpm/+
  = rpm -qpl x.rpm
  = rpm -qip x.rpm
  = rpm -K x.rpm
  ! rpm -qpl http://evil.example/x.rpm
  ! rpm -Fvh x.rpm
  ! rpm -ip x.rpm --install
  ! rpm -qp /etc/shadow

rpm | finds the package of a file | 查找文件所属的软件包
  use rpm-query
  -q --query | asks | 查询
  -f --file !needed | of this file | 针对此文件
  operands path+
  = rpm -qf /bin/ls
  = rpm -qif /usr/sbin/sshd
  ! rpm -ef /bin/ls
  ! rpm --setperms -f /bin/ls

rpm | shows the settings of rpm | 显示 rpm 设置
  --showrc !needed | settings | 设置
  --querytags !needed | known fields | 可用字段
  = rpm --showrc
  = rpm --querytags
  ! rpm --showrc --define x

rpmquery | shows installed packages | 显示已安装的软件包
  from RPM 4.18 rpm(8)
  use rpm-query
  -a --all | all packages | 所有软件包
  operands /(?!-)[^:%\s]+/*
  = rpmquery -a
  = rpmquery -i bash
  ! rpmquery --pipe reboot -a
  ! rpmquery -a --define x
  ! rpmquery -a -D x

common dnf, yum
  -q --quiet | less output | 减少输出
  -C --cacheonly | without the network | 仅使用缓存
  --enablerepo --disablerepo --repo --repoid=/[\w.*][\w.*,-]*/ | from these sources | 指定软件源
  --showduplicates | all versions | 所有版本

dnf, yum: list, info, search, provides, whatprovides, repolist, check-update, check, grouplist, group list, groupinfo, group info, module list, deplist, repoquery, repoinfo, updateinfo, updateinfo list | shows packages | 显示软件包
  from dnf 4.14 dnf(8)
  network
  --installed --available --upgrades --updates --extras --obsoletes --recent --autoremove --all --enabled --disabled -v --verbose | which ones | 显示哪些
  operands /(?!-)[^\s;:%]+/*
  = dnf list installed
  = dnf list --upgrades
  = dnf info nginx
  = dnf search mqtt
  = dnf provides '*/mosquitto_sub'
  = dnf repolist all
  = dnf check-update
  ! dnf install nginx
  ! dnf list --setopt=pluginpath=/tmp/x
  ! dnf -c /tmp/x list
  ! dnf list --config=/tmp/x
  ! dnf list --installroot=/tmp/x
  ! dnf repolist --repofrompath=x,http://evil.example
  ! dnf -y update
  ! dnf clean all
  ! dnf makecache

dnf, yum: history, history list, history info | shows what was installed when | 显示安装历史
  operands /last|all|\d[\d.]*/*
  = dnf history
  = dnf history info 12
  ! dnf history undo 5
  ! dnf history rollback 5
  ! yum history new
  ! dnf history store x

# Before the sub-command -p, -s and others take a value.
common zypper
  before
  -n --non-interactive -q --quiet --no-refresh | less output | 减少输出

zypper: search, se, info, if, list-updates, lu, list-patches, lp, patch-check, pchk, repos, lr, packages, pa, patterns, pt, products, pd, services, ls, locks, ll, what-provides, wp | shows packages | 显示软件包
  from zypper 1.14 zypper(8)
  network
  -i --installed-only -u --not-installed-only -s --details -x --match-exact --provides --requires --orphaned --unneeded -d --sort-by-name -u --uri -p --priority | which ones | 显示哪些
  operands /(?!-)[^\s\/:]+/*
  = zypper se mosquitto
  = zypper lr -d
  = zypper info nginx
  = zypper lu
  ! zypper in x
  ! zypper lr -e /home/pi/x
  ! zypper --root /tmp/x se y
  ! zypper --config=/tmp/x lr
  ! zypper --plus-repo=http://evil.example se x
  ! zypper up
  ! zypper -p lr in x
  ! zypper -s lr in x

pacman | shows installed packages | 显示已安装的软件包
  from pacman 6.0 pacman(8)
  -Q --query !needed | asks | 查询
  -c --changelog -d --deps -e --explicit -g --groups -i --info -k --check -l --list -m --foreign -n --native -q --quiet -s --search -t --unrequired -u --upgrades -v --verbose | which ones | 显示哪些
  -o --owns | package of a file | 文件所属的包
  --color={always,auto,never}
  operands text*
  = pacman -Q
  = pacman -Qi bash
  = pacman -Qdt
  = pacman -Qo /usr/bin/ls
  = pacman -Qqe
  ! pacman -R bash
  ! pacman -QR bash
  ! pacman -Q --config /tmp/x
  ! pacman -Q --hookdir /tmp/x
  ! pacman -Q --logfile=/home/pi/x
  ! pacman -Q -b /tmp/x
  ! pacman -D --asdeps x
  ! pacman -Syu
  ! pacman -U x.pkg

pacman | shows packages of the sources | 显示软件源中的软件包
  -S --sync | of the sources | 软件源
  -s --search !needed | searches | 搜索
  -i --info !needed | details | 详情
  -l --list !needed | lists | 列表
  -g --groups !needed | groups | 组
  -q --quiet -v --verbose
  operands text*
  = pacman -Ss mosquitto
  = pacman -Si mosquitto
  = pacman -Sl core
  ! pacman -S mosquitto
  ! pacman -Sy
  ! pacman -Sc
  ! pacman -Ssy x
  ! pacman -Sis -u
  ! pacman -Sw x

apk: info, list, search, policy, version, stats | shows packages | 显示软件包
  from apk-tools 2.14 apk(8)
  -v --verbose -vv -q --quiet --no-network | more or less output | 输出详细程度
  -a --all -d --description -w --webpage -s --size -r --rdepends -R --depends -L --contents -e --exists --exact -I --installed -u --upgradable -o --orphaned --available -W --who-owns | which ones | 显示哪些
  operands text*
  = apk info
  = apk info -vv
  = apk list -I
  = apk policy mosquitto
  = apk version
  = apk search mosquitto
  = apk info -L mosquitto
  ! apk add x
  ! apk del x
  ! apk info -X http://evil.example
  ! apk --root /tmp/x info
  ! apk -U info
  ! apk --update-cache list
  ! apk --keys-dir /tmp/x info
  ! apk fetch x

opkg: list, list-installed, list-upgradable, info, status, find, files, search, depends, whatdepends, whatprovides, print-architecture, list-changed-conffiles, compare-versions | shows packages | 显示软件包
  from opkg 0.6 opkg(1); OpenWrt opkg
  -A --size | all packages | 所有软件包
  operands text*
  = opkg list-installed
  = opkg list 'kmod-*'
  = opkg status mosquitto
  = opkg files mosquitto
  ! opkg install x
  ! opkg -f /tmp/x list
  ! opkg -o /tmp/x list
  ! opkg update
  ! opkg list --tmp-dir=/tmp/x
  ! opkg -l /tmp/x list

set snap-view
  --color --unicode={auto,never,always}
  --abs-time | with full times | 完整时间

snap: list, info, find, search, changes, tasks, change, services, connections, interfaces, version, warnings, saved, aliases, model, whoami | shows snap packages | 显示 snap 软件包
  from snapd 2.57 snap(8)
  use snap-view
  --all | all versions | 所有版本
  --verbose | more details | 更多详情
  --last=name | the last of a kind | 最近一次
  operands /[\w][\w.+-]*/*
  = snap list
  = snap list --all
  = snap info mosquitto
  = snap changes
  = snap services
  = snap tasks 12
  = snap tasks --last=refresh
  ! snap install x
  ! snap get system
  ! snap set x y=z
  ! snap info ./x.snap
  ! snap run x
  ! snap download x
  ! snap known account-key

snap: refresh | shows what would be refreshed | 显示可更新的 snap
  --list !needed | lists only | 仅列出
  --time !needed | when | 更新时间
  --abs-time
  = snap refresh --list
  = snap refresh --time
  ! snap refresh
  ! snap refresh --hold
  ! snap refresh --list --hold=24h
  ! snap refresh x --list

snap: logs | shows the log of snap services | 显示 snap 服务日志
  use snap-view
  -n=/\d+|all/ | how many lines | 行数
  -f !endless | follows | 持续跟踪
  operands /[\w][\w.+-]*/
  = snap logs mosquitto
  = snap logs -n 50 mosquitto
  ! snap logs
  ! snap logs x --exec=y

flatpak: list, info, remotes, remote-list, history, ps | shows flatpak packages | 显示 flatpak 软件包
  from flatpak 1.14 flatpak(1)
  --user --system --app --runtime -d --show-details -a --all -r --show-ref -o --show-origin -c --show-commit -s --show-size -m --show-metadata -M --show-permissions -l --show-location | which ones | 显示哪些
  --columns=/[a-z][a-z,:-]*/ | which columns | 显示列
  --arch=name
  operands /[\w][\w.\/-]*/*
  = flatpak list
  = flatpak list --app --columns=application,version
  = flatpak info org.gnome.Calculator
  = flatpak remotes -d
  ! flatpak install x
  ! flatpak run x
  ! flatpak override x
  ! flatpak update
  ! flatpak config --set x y

flatpak: remote-ls | shows packages of a source | 显示远程源的软件包
  network
  --user --system --app --runtime -d --show-details -a --all --updates --cached | which ones | 显示哪些
  --columns=/[a-z][a-z,:-]*/ | which columns | 显示列
  operands name?
  = flatpak remote-ls flathub
  = flatpak remote-ls --updates
  ! flatpak remote-add x y
  ! flatpak remote-ls file:///tmp/x
`
