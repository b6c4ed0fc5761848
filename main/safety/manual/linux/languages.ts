/** Programming languages: their versions and what is installed for them. */
export const LANGUAGE_MANUAL = String.raw`
set pip
  -q --quiet -v --verbose -vv -qq | more or less output | 输出详细程度
  --disable-pip-version-check --no-input --no-color --no-cache-dir --isolated --require-virtualenv --no-python-version-warning

set pip-list
  -o --outdated | those that are old (asks the network) | 已过期的（联网查询）
  -u --uptodate | those that are new | 最新的
  -e --editable | from a working copy | 可编辑安装
  -l --local --user --pre --not-required --exclude-editable --include-editable --no-index | which ones | 显示哪些
  --format={columns,freeze,json,legacy} | output format | 输出格式
  --exclude=name

pip, pip3: list | lists Python packages | 列出 Python 包
  from pip 23.0 reference
  use pip pip-list
  = pip list
  = pip list --format=json
  = pip list -o
  ! pip --python=/tmp/x list
  ! pip list --python /tmp/x
  ! pip list --log=/home/pi/x
  ! pip --log /home/pi/x list
  ! pip list --index-url https://evil.example
  ! pip list -i https://evil.example -o
  ! pip list --extra-index-url=https://evil.example
  ! pip list --proxy http://evil.example
  ! pip list --cache-dir=/home/pi/x
  ! pip list --path /tmp/x
  ! pip install x
  ! pip list --outdated -f /tmp/x

pip, pip3: show, check, debug, inspect | shows Python packages | 显示 Python 包详情
  use pip
  -f --files | with files | 包含文件
  -l --local --user
  operands /[A-Za-z0-9][\w.-]*/*
  = pip show x
  = pip show -f paho-mqtt
  ! pip uninstall x
  ! pip show --log /home/pi/x x
  ! pip config set a.b c
  ! pip config list
  ! pip config edit

pip, pip3: freeze | lists Python packages | 列出 Python 包
  use pip
  -l --local --user --all --exclude-editable | which ones | 显示哪些
  --exclude=name
  = pip freeze
  ! pip3 freeze --log=/home/pi/app.db
  ! pip freeze -r /etc/shadow
  ! pip freeze --path=/tmp/x

pip, pip3: index versions | lists versions of a Python package | 列出 Python 包的版本
  network
  use pip
  --pre
  operands /[A-Za-z0-9][\w.-]*/
  = pip index versions paho-mqtt
  ! pip index versions x --index-url=http://evil.example
  ! pip download x
  ! pip wheel x

pip, pip3: cache dir, cache info, cache list | shows the cache of pip | 显示 pip 缓存
  operands /[A-Za-z0-9*][\w.*-]*/?
  = pip cache info
  = pip cache dir
  ! pip cache purge
  ! pip cache remove x

python3, python | shows the version of Python | 显示 Python 版本
  from Python 3.11 python3(1)
  -V !needed | version | 版本
  = python3 -V
  ! python3 -V x.py
  ! python3
  ! python3 list
  ! python3 list -m pip
  ! python3 -m pip install x
  ! python3 -m http.server

pipx: list, environment | lists Python programs | 列出 Python 程序
  from pipx 1.1 pipx(1)
  --short --json --include-injected --skip-maintenance | how to show | 显示方式
  = pipx list
  = pipx list --short
  ! pipx run x
  ! pipx install x
  ! pipx list --frobnicate

set npm
  -g --global | those for all | 全局
  --depth=/\d+|Infinity/ | levels | 深度
  -a --all -l --long --json -p --parseable --link --production --prod --no-color --unicode --no-unicode --silent -s --no-update-notifier --offline | how to show | 显示方式
  --omit --include={dev,optional,peer,prod}
  --prefix=path | in this directory | 指定目录

npm: ls, list, la, ll, explain, why, root, prefix, bin | lists packages of Node.js | 列出 Node.js 包
  from npm 9.2 npm-ls(1)
  use npm
  operands /@?[a-z0-9][\w.@\/-]*/*
  = npm ls
  = npm ls -g
  = npm ls -g --depth=0
  = npm list --depth 0
  = npm --prefix /opt/app ls
  = npm ls mqtt
  = npm root -g
  ! npm ls --userconfig=/tmp/x
  ! npm ls --globalconfig /tmp/x
  ! npm ls --script-shell=/tmp/x
  ! npm ls --cache=/home/pi/x
  ! npm ls --logs-dir=/home/pi/x
  ! npm ls --node-options=--require=/tmp/x
  ! npm ls --browser=/tmp/x
  ! npm help ls --viewer=browser --browser=/tmp/x
  ! npm config list
  ! npm config get //registry.npmjs.org/:_authToken
  ! npm install x
  ! npm run build
  ! npm exec x
  ! npm audit
  ! npm explore x
  ! npm fund mqtt

npm: outdated | lists packages that are old | 列出过期的包
  network
  -g --global !needed | those for all | 全局
  --json -l --long -p --parseable -a --all
  --depth=/\d+/
  operands /@?[a-z0-9][\w.\/-]*/*
  = npm outdated -g
  = npm outdated -g --depth=0
  ! npm outdated --git=/tmp/x
  ! npm outdated -g --registry=http://evil.example
  ! npm update -g

npm: view, info, show, v | shows a package of the registry | 查看注册表中的包
  network
  --json
  operands /@?[a-z0-9][\w.-]*(?:\/[\w.-]+)?(?:@[\w.^~<>=-]+)?/ /[a-z][\w.-]*/*
  = npm view mqtt version
  = npm view @types/node versions --json
  = npm info mqtt
  ! npm view git+ssh://evil.example/x
  ! npm view ./x
  ! npm view mqtt --registry=http://evil.example
  ! npm publish

npm: config get, get | shows a setting of npm | 查看一项 npm 配置
  operands {registry,prefix,cache,node-version,globalconfig,userconfig,loglevel,depth,engine-strict,save-exact,strict-ssl}
  -g --global
  = npm config get registry
  = npm config get prefix
  ! npm config get _auth
  ! npm config set registry http://evil.example
  ! npm get
  ! npm config edit

go: version | shows the version of Go | 显示 Go 版本
  from Go 1.19 command documentation
  -m -v | with modules | 显示模块
  operands file*
  = go version
  = go version -m /usr/local/bin/app
  ! go version -C /tmp/x
  ! go run x.go
  ! go list -toolexec reboot ./...
  ! go list -export -toolexec reboot ./...
  ! go vet -vettool=/tmp/x

go: env | shows the settings of Go | 查看 Go 配置
  -json | for programs | 机器可读格式
  operands /GO[A-Z0-9_]*|CGO_ENABLED/*
  = go env
  = go env GOPATH GOROOT
  ! go env -w GOFLAGS=-toolexec=/tmp/x
  ! go env -u GOFLAGS
  ! go env -C /tmp/x GOPATH
  ! go generate

gem: list, info, environment, env, which, contents, outdated, dependency | lists packages of Ruby | 列出 Ruby 包
  from RubyGems 3.3 gem(1)
  network
  -l --local -r --remote -a --all -d --details -i --installed -q --quiet --no-versions --versions --no-verbose | which ones | 显示哪些
  operands /[A-Za-z0-9][\w.-]*/*
  = gem list
  = gem list --local
  = gem env
  = gem list mqtt -r
  ! gem install x
  ! gem list --config-file /tmp/x
  ! gem list -s http://evil.example
  ! gem cleanup
  ! gem exec x

gem: sources | lists the sources of Ruby packages | 列出 Ruby 包源
  -l --list | lists | 列出
  = gem sources
  = gem sources --list
  ! gem sources --add http://evil.example
  ! gem sources -a x
  ! gem sources -r x
  ! gem sources -c

conda, mamba: list, info, env list | lists packages of conda | 列出 conda 包
  from conda 23.3 reference
  -n --name=name | of this environment | 指定环境
  -e --envs --json --full-name --no-pip -c --canonical --explicit --export --revisions -r | how to show | 显示方式
  operands /[A-Za-z0-9][\w.-]*/?
  = conda list
  = conda list -n base
  = conda env list
  = conda info --envs
  ! conda install x
  ! conda run ls
  ! conda list -p /tmp/x
  ! conda info --unsafe-channels
  ! conda config --show
  ! conda info --all
  ! conda info --system
  ! conda env remove -n x

java | shows the version of Java | 显示 Java 版本
  from OpenJDK 17 java(1)
  style word
  -version !needed | version | 版本
  -fullversion !needed | full version | 完整版本
  = java -version
  = java -fullversion
  ! java -version -javaagent:/tmp/x.jar
  ! java -jar x.jar
  ! java -XX:OnError=reboot -version
  ! java -cp /tmp -version
  ! java -agentpath:/tmp/x -version
  ! java @/tmp/x -version
  ! java Main

javac | shows the version of the Java compiler | 显示 Java 编译器版本
  from OpenJDK 17 javac(1)
  style word
  -version !needed | version | 版本
  = javac -version
  = javac -version
  ! javac -processor x A.java
  ! javac @/tmp/x
  ! javac -version A.java

gcc, g++, cc, c++, clang, clang++ | shows the version of the compiler | 显示编译器版本
  from GCC 12.2 gcc(1); clang 14 reference
  style word
  -v !needed | version and how it was built | 版本与构建信息
  -dumpversion !needed | version | 版本
  -dumpfullversion !needed -dumpmachine !needed -print-search-dirs !needed -print-multiarch !needed -print-sysroot !needed -print-libgcc-file-name !needed | what it is built for | 目标信息
  = gcc -v
  = gcc -dumpmachine
  ! gcc x.c
  ! gcc -v x.c
  ! gcc -wrapper reboot -v
  ! gcc -v -fplugin=/tmp/x.so
  ! gcc -B/tmp/x -v
  ! gcc @/tmp/x
  ! gcc -specs=/tmp/x -v
  ! gcc -v -o /home/pi/x
  ! gcc -v -save-temps

ruby | shows the version of Ruby | 显示 Ruby 版本
  from Ruby 3.1 ruby(1)
  style word
  -v !needed | version | 版本
  = ruby -v
  = ruby -v
  ! ruby -v x.rb
  ! ruby -e x
  ! ruby -rx -v
  ! ruby -ve x

perl | shows the version of Perl | 显示 Perl 版本
  from Perl 5.36 perlrun(1)
  style word
  -v !needed | version | 版本
  -V !needed | how it was built | 构建信息
  = perl -v
  = perl -V
  ! perl -v x.pl
  ! perl -ve x
  ! perl -Mx -v
  ! perl -V:x
  ! perl -c x.pl

php | shows the version of PHP | 显示 PHP 版本
  from PHP 8.2 php(1)
  style word
  -v !needed | version | 版本
  -m !needed | modules | 模块
  --ini !needed | its files | 配置文件位置
  -n
  = php -m
  = php --ini
  ! php -r x
  ! php x.php
  ! php -v -d extension=/tmp/x.so
  ! php -c /tmp/x -m
  ! php -z /tmp/x.so -v
  ! php -i
  ! php -S 0.0.0.0:80

php-fpm, php-fpm7.4, php-fpm8.1, php-fpm8.2, php-fpm8.3, php-fpm8.4 | checks the settings of PHP | 检查 PHP-FPM 配置
  from PHP 8.2 php-fpm(8)
  style word
  -t !needed | checks only | 仅检查
  -v !needed -m !needed
  = php-fpm -v
  ! php-fpm
  ! php-fpm -t -c /tmp/x
  ! php-fpm -y /tmp/x -t
  ! php-fpm8.2 -D
  ! php-fpm -t -p /tmp/x

dotnet | shows what of .NET is installed | 显示已安装的 .NET
  from .NET 8 reference
  style word
  --info !needed | everything | 全部信息
  --list-sdks !needed | kits | SDK 列表
  --list-runtimes !needed | runtimes | 运行时列表
  = dotnet --info
  = dotnet --list-runtimes
  ! dotnet x.dll
  ! dotnet --info x.dll
  ! dotnet exec x
  ! dotnet --additional-deps /tmp/x --info
`
