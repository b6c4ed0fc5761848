/** Version control: git, Subversion, Mercurial. */
export const GIT_MANUAL = String.raw`
# Settings of a repository may name programs: diff runs diff.external; log -p, show, diff and blame run textconv; whatever
# looks at the working tree (status, diff, grep, ls-files) runs core.fsmonitor. That is the choice of the account itself: since
# 2.35.2 git refuses a repository of another account (git-config(1), safe.directory). The pager runs on a terminal only.
# Whatever chooses other settings or another repository's files is left out: -c, --git-dir, --work-tree, --exec-path, -p.
common git
  before
  -C=path | in this directory | 在此目录
  --no-pager -P | at once | 不分页
  --no-optional-locks --no-replace-objects --literal-pathspecs --icase-pathspecs --no-lazy-fetch

# %G… runs the program that checks signatures.
set git-format
  --oneline | one line each | 每条一行
  --format --pretty=/(?!-)(?![\s\S]*%[+\s-]?G[?GSKFPT])[\s\S]+/ | how to show | 显示格式
  --abbrev-commit --no-abbrev-commit | short names | 短哈希
  --abbrev[=number] --no-abbrev
  --date=/[a-z][\s\S]*/ | how to show dates | 日期格式
  --relative-date

set git-diff
  -p -u --patch | with changes | 显示改动内容
  -s --no-patch | without changes | 不显示改动
  --stat[=/[\d,]+/] | how much | 改动统计
  --numstat --shortstat --dirstat --summary --compact-summary --patch-with-stat --cumulative | how much | 改动统计
  --name-only | names only | 仅文件名
  --name-status | names and kinds | 文件名与状态
  -U --unified=/\d+/ | lines around | 前后行数
  -w --ignore-all-space -b --ignore-space-change --ignore-space-at-eol --ignore-blank-lines --ignore-cr-at-eol | ignores blanks | 忽略空白
  -M --find-renames[=/\d+%?/] | finds renames | 检测重命名
  -C --find-copies[=/\d+%?/] | finds copies | 检测复制
  --no-renames --full-index --binary --raw --minimal --patience --histogram -R -a --text -z --check --exit-code --quiet --function-context -W --irreversible-delete --find-copies-harder
  --diff-filter=/[A-Za-z*]+/ | which kinds | 变更类型
  --diff-algorithm={patience,minimal,histogram,myers,default}
  --word-diff[={color,plain,porcelain,none}] | word by word | 逐词比较
  --color-words
  --color[={always,never,auto}] --no-color | in colour | 彩色显示
  --no-ext-diff --no-textconv
  --relative[=path] --no-prefix
  --submodule[={short,log,diff}]
  --ignore-submodules[={none,untracked,dirty,all}]

set git-commits
  -n --max-count=number | at most | 最多条数
  -# | at most | 最多条数
  --skip=number
  --since --after --until --before=text | from or to this time | 时间范围
  --author --committer=text | by this person | 按作者
  --grep=text | with this message | 按提交说明
  -i --regexp-ignore-case -E --extended-regexp -F --fixed-strings --all-match --invert-grep | how to search | 搜索方式
  --all | all branches | 所有分支
  --branches[=text] --tags[=text] --remotes[=text] | branches or tags | 分支或标签
  --merges --no-merges --first-parent --reverse --no-walk | which ones | 筛选提交
  --topo-order --date-order --author-date-order | order | 排序
  --left-right --cherry-pick --cherry-mark --cherry --left-only --right-only --boundary --simplify-by-decoration --full-history --ancestry-path --dense --sparse --parents --children -g --walk-reflogs

set git-log
  --graph | as a graph | 图形显示
  --decorate[={short,full,auto,no}] --no-decorate | with names of branches | 显示分支名
  --follow | across renames | 跟踪重命名
  -S -G=text | that changed this text | 改动包含此文本
  -L=/(?!-)[\s\S]*/f | of these lines | 指定行范围
  -m -c --cc --source --use-mailmap --no-mailmap --full-diff --log-size --pickaxe-all --pickaxe-regex --no-notes --show-pulls

git: log, whatchanged | shows the history of a repository | 查看仓库历史
  from git 2.39 git(1), git-log(1)
  use git-format git-diff git-commits git-log
  operands file*
  = git log --oneline -5
  = git log -1
  = git log --oneline --graph -10
  = git -C /opt/app log -1 --format=%H
  = git log -p -n 2
  = git log --since '2 days ago' --author pi config.json
  = git log --all --decorate --oneline
  = git --no-pager log -3 --stat
  = git log origin/main..HEAD
  = git log -S listener --oneline
  ! git -c core.pager=reboot log
  ! git -ccore.pager=reboot log
  ! git --config-env=core.pager=X log
  ! git --exec-path=/tmp/x log
  ! git -p log
  ! git --paginate log
  ! git --git-dir=/tmp/x log
  ! git --work-tree=/tmp log
  ! git log --output=/home/pi/x
  ! git log --outp=/home/pi/x
  ! git log --ext-diff
  ! git log --textconv
  ! git log -O/etc/shadow
  ! git log --show-signature
  ! git log --format=%G?
  ! git log --format='%h %GG'
  ! git log --pretty=format:%G?

git: diff | shows changes | 查看改动
  use git-diff
  --cached --staged | of what is staged | 暂存区
  --merge-base --no-index --base --ours --theirs -c --cc
  -S -G=text | that changed this text | 改动包含此文本
  operands file*
  = git diff
  = git diff --stat
  = git diff HEAD~1
  = git diff --cached
  = git diff --name-only HEAD~1 HEAD
  = git diff -w config.json
  = git diff origin/main...HEAD
  = git diff -c
  ! git diff --output=/home/pi/x
  ! git diff --output /home/pi/x
  ! git diff --ext-diff
  ! git diff --textconv
  ! git diff --output-indicator-new=x
  ! git difftool
  ! git difftool -x reboot

git: diff-tree, diff-index, diff-files | shows changes | 查看改动
  use git-diff git-format
  -r -t --root -m -c --cc --cached --no-commit-id | which ones | 显示方式
  operands file*
  = git diff-tree --no-commit-id --name-only -r HEAD
  = git diff-index --quiet HEAD
  = git diff-files --name-only
  ! git diff-tree --output=x HEAD
  ! git diff-index --ext-diff HEAD

git: show | shows a commit or a file of it | 查看提交
  use git-format git-diff git-log
  operands file*
  = git show HEAD
  = git show --stat
  = git show HEAD:config.json
  = git show -s --format=%ci HEAD
  = git show --name-only v1.0
  ! git show --output=/home/pi/x
  ! git show --ext-diff
  ! git show --textconv HEAD:x
  ! git show -s --format=%GG HEAD

git: status | shows the state of a working tree | 查看工作区状态
  -s --short | short | 简短
  -b --branch | with the branch | 显示分支
  --porcelain[={v1,v2,1,2}] | for programs | 机器可读格式
  --long -z
  -u --untracked-files[={no,normal,all}] | untracked files | 未跟踪文件
  --ignored[={traditional,no,matching}] | ignored files | 忽略的文件
  --ignore-submodules[={none,untracked,dirty,all}]
  -v --verbose --show-stash --ahead-behind --no-ahead-behind --renames --no-renames --no-column
  operands path*
  = git status
  = git -C /opt/app status -sb
  = git status --porcelain
  = git status -uno
  = git status --short --branch
  ! git -c core.fsmonitor=reboot status
  ! git --git-dir=/tmp/x status
  ! git status --exec-path=/tmp/x
  ! git commit -m x

git: shortlog | sums up the history | 汇总提交历史
  use git-commits
  -s --summary | numbers only | 仅计数
  -e --email | with addresses | 显示邮箱
  -n --numbered | by number | 按数量排序
  -c --committer
  operands /(?!-)[\s\S]+/*
  = git shortlog -sn HEAD
  = git shortlog -sne --since '1 month ago' --all
  ! git shortlog --output=/home/pi/x

git: branch | lists branches | 列出分支
  -a --all | also those of remotes | 包括远程分支
  -r --remotes | those of remotes | 远程分支
  -v -vv --verbose | with commits | 显示提交
  -l --list | lists | 列出
  --show-current | the one in use | 当前分支
  --contains --no-contains --merged --no-merged[=/(?!-)[\s\S]+/] !next | with this commit | 包含此提交
  --points-at=text
  --sort=/-?(?:v:|version:)?[a-z]{5}[\w:()*.]*/ | order | 排序
  --format=/(?!-)(?![\s\S]*signature)[\s\S]+/ | how to show | 显示格式
  -i --ignore-case --no-column --no-color
  --abbrev[=number]
  --color[={always,never,auto}] | in colour | 彩色显示
  = git branch
  = git branch -a
  = git branch -vv
  = git branch --contains HEAD
  = git branch -r --merged origin/main
  = git branch --show-current
  = git branch -a --sort=-committerdate
  ! git branch x
  ! git branch -a x
  ! git branch -l x
  ! git branch -D x
  ! git branch -aD x
  ! git branch --list -d x
  ! git branch -v -m x y
  ! git branch --edit-description
  ! git branch --set-upstream-to=origin/main
  ! git branch --unset-upstream
  ! git branch -u origin/main

git: branch | lists branches | 列出分支
  --list !needed | those of this name | 按名称列出
  -a --all -r --remotes -v -vv --verbose -i --ignore-case --no-column | which ones | 显示哪些
  --sort=/-?(?:v:|version:)?[a-z]{5}[\w:()*.]*/ | order | 排序
  --format=/(?!-)(?![\s\S]*signature)[\s\S]+/ | how to show | 显示格式
  operands text*
  = git branch --list 'feature/*'
  = git branch -r --list 'origin/*'
  ! git branch --list -M x
  ! git branch --list x --force

git: tag | lists tags | 列出标签
  -l --list | lists | 列出
  -n[=/\d+/] | with lines of the message | 显示说明
  --contains --no-contains --merged --no-merged[=/(?!-)[\s\S]+/] !next | with this commit | 包含此提交
  --points-at=text
  --sort=/-?(?:v:|version:)?[a-z]{5}[\w:()*.]*/ | order | 排序
  --format=/(?!-)(?![\s\S]*signature)[\s\S]+/ | how to show | 显示格式
  -i --ignore-case --no-column
  = git tag
  = git tag -l
  = git tag --sort=-creatordate
  = git tag -n3
  = git tag --contains HEAD
  ! git tag v1
  ! git tag -d v1
  ! git tag -a v1 -m x
  ! git tag -s v1
  ! git tag -v v1
  ! git tag -n v1
  ! git tag -f v1

git: tag | lists tags | 列出标签
  -l --list !needed | those of this name | 按名称列出
  -n[=/\d+/] | with lines of the message | 显示说明
  --sort=/-?(?:v:|version:)?[a-z]{5}[\w:()*.]*/ | order | 排序
  -i --ignore-case --no-column
  operands text*
  = git tag -l "v1*"
  = git tag --list 'v*' --sort=-v:refname
  ! git tag -l v1 -d v2
  ! git tag -ld v1
  ! git tag -l --force v1

git: remote | lists remotes | 列出远程仓库
  -v --verbose | with addresses | 显示地址
  = git remote
  = git remote -v
  ! git remote add x y
  ! git remote -v update
  ! git remote prune origin
  ! git remote remove origin

git: remote get-url | shows the address of a remote | 查看远程地址
  --push --all | which addresses | 哪些地址
  operands name
  = git remote get-url origin
  = git remote get-url --all origin
  ! git remote set-url origin x

git: remote show | shows a remote | 查看远程仓库
  network
  -n | without asking it | 不联网查询
  operands /[\w][\w.-]*/?
  = git remote show origin
  = git remote show -n origin
  ! git remote show ext::sh
  ! git remote show ssh://-oProxyCommand=x/y
  ! git remote set-head origin -a

set git-remote-refs
  --heads -h --tags -t --refs -q --quiet --exit-code --get-url --symref | which ones | 显示哪些
  --sort=/-?(?:v:|version:)?[a-z]{5}[\w:()*.]*/ | order | 排序

# Only a remote by its name or https: other addresses start programs (ssh, ext::).
git: ls-remote | lists branches of a remote | 列出远程分支
  network
  use git-remote-refs
  operands /https:\/\/[\w][^\s]*|[\w][\w.-]*/?
  = git ls-remote --heads origin
  = git ls-remote --tags https://github.com/eclipse/mosquitto.git
  = git ls-remote
  ! git ls-remote --upload-pack=reboot origin
  ! git ls-remote --upl=reboot origin
  ! git ls-remote --exec=reboot origin
  ! git ls-remote ext::reboot
  ! git ls-remote 'ext::sh -c reboot'
  ! git ls-remote ssh://-oProxyCommand=reboot/x
  ! git ls-remote -o x origin
  ! git ls-remote user@evil.example:x
  ! git ls-remote /tmp/x

git: ls-remote | lists branches of a remote | 列出远程分支
  network
  use git-remote-refs
  operands /https:\/\/[\w][^\s]*|[\w][\w.-]*/ /[\w*][\w.*\/-]*/+
  = git ls-remote origin main
  = git ls-remote --tags origin 'v1*'
  ! git ls-remote ext::x main
  ! git ls-remote ../x main --upload-pack=reboot

set git-config
  --global --system --local --worktree | whose settings | 配置范围
  --show-origin --show-scope -z --null --includes --no-includes | how to show | 显示方式
  --type={bool,int,bool-or-int,path,expiry-date,color}
  --bool --int --path
  -f --file=file | of this file | 指定文件

git: config | shows the settings of git | 查看 git 配置
  use git-config
  -l --list !needed | lists | 列出
  --name-only
  = git config --list
  = git config -l --show-origin
  = git config --global --list
  ! git config --list --edit
  ! git config -e
  ! git config --edit
  ! git config --unset user.name
  ! git config --blob x -l
  ! git config --remove-section user
  ! git config --global --replace-all a.b c

# One name only: a name with a value writes.
git: config | shows a setting of git | 查看一项 git 配置
  use git-config
  --get --get-all | its value | 读取值
  --default=text
  operands /(?!.*(?:extraheader|passw|token|secret|credential|cookie))[a-z][\w-]*\.[\w.:\/@*-]+/
  = git config user.name
  = git config --get remote.origin.url
  = git config --global user.email
  = git config --get-all remote.origin.fetch
  ! git config user.name pi
  ! git config alias.x '!reboot'
  ! git config core.pager reboot
  ! git config --add a.b c
  ! git config --unset-all a.b
  ! git config --get http.https://x.extraheader
  ! git config --get-regexp .*
  ! git config --get credential.helper
  ! git config --rename-section a.b c

git: rev-parse | shows names of commits and directories | 解析提交与目录
  --short[=number] | short name | 短哈希
  --abbrev-ref[={strict,loose}] | name of the branch | 分支名
  --verify -q --quiet --symbolic --symbolic-full-name --show-toplevel --git-dir --absolute-git-dir --git-common-dir --is-inside-work-tree --is-inside-git-dir --is-bare-repository --is-shallow-repository --show-cdup --show-prefix --show-superproject-working-tree --all --show-object-format | what to show | 显示内容
  --branches[=text] --tags[=text] --remotes[=text]
  --git-path=path
  operands /(?!-)[\s\S]+/*
  = git rev-parse HEAD
  = git rev-parse --abbrev-ref HEAD
  = git rev-parse --short HEAD
  = git rev-parse --show-toplevel
  = git -C /opt/app rev-parse --short=8 HEAD
  ! git rev-parse --frobnicate
  ! git --exec-path=/tmp rev-parse HEAD

git: rev-list | lists commits | 列出提交
  use git-format git-commits
  --count | number only | 仅计数
  --objects --disk-usage --timestamp --no-commit-header --header
  --max-age --min-age=number
  operands /(?!-)[\s\S]+/*
  = git rev-list --count HEAD
  = git rev-list --left-right --count origin/main...HEAD
  ! git rev-list --format=%G? HEAD
  ! git rev-list --output=x HEAD

git: describe | names a commit by its tag | 用标签描述提交
  --tags --all --always --long --exact-match --first-parent --contains --debug | how to name | 命名方式
  --dirty --broken[=/[\w.+][\w.+-]*/] | marks local changes | 标记本地改动
  --abbrev=number --candidates=number
  --match --exclude=text
  operands /(?!-)[\s\S]+/*
  = git describe --tags
  = git describe --tags --always --dirty
  = git -C /opt/app describe --long HEAD
  ! git describe --frobnicate

git: ls-files | lists files of a repository | 列出仓库文件
  -c --cached -d --deleted -m --modified -o --others -i --ignored -s --stage -u --unmerged -k --killed -t -v -z --exclude-standard --directory --no-empty-directory --error-unmatch --full-name --eol --deduplicate --debug --recurse-submodules | which ones | 显示哪些
  -x --exclude=text
  --abbrev[=number]
  --with-tree=text
  operands path*
  = git ls-files
  = git ls-files -o --exclude-standard
  = git ls-files -m src
  ! git ls-files -X /etc/shadow
  ! git ls-files --exclude-from=/etc/shadow

git: ls-tree | lists files of a commit | 列出提交中的文件
  -r -t -d -l --long -z --name-only --name-status --object-only --full-name --full-tree | how to show | 显示方式
  --abbrev[=number]
  operands /(?!-)[\s\S]+/ path*
  = git ls-tree -r --name-only HEAD
  = git ls-tree HEAD src
  ! git ls-tree --frobnicate HEAD

git: cat-file | shows an object of a repository | 查看仓库对象
  -p !needed | its content | 内容
  -t !needed | its kind | 类型
  -s !needed | its size | 大小
  -e !needed | whether it is there | 是否存在
  operands file
  = git cat-file -p HEAD
  = git cat-file -t v1.0
  ! git cat-file --textconv HEAD:x
  ! git cat-file --filters HEAD:x
  ! git cat-file --batch
  ! git cat-file -p HEAD --path=x

git: blame, annotate | shows who changed each line | 查看每行的作者
  -L=/(?!-)[\s\S]*/f | these lines | 指定行范围
  -w -M -C -s -e -l -t -f -n -b -p -c --show-email --show-name --show-number --porcelain --line-porcelain --root --show-stats --score-debug --first-parent --reverse | how to show | 显示方式
  --date=/[a-z][\s\S]*/
  --since=text
  --abbrev=number
  --ignore-rev=name
  operands file+
  = git blame x
  = git blame -L 10,20 config.py
  = git blame -w -e HEAD~3 config.py
  ! git blame --contents /etc/shadow x
  ! git blame -S /etc/shadow x
  ! git blame --ignore-revs-file=/etc/shadow x
  ! git blame --textconv x

git: grep | searches the files of a repository | 在仓库中搜索文本
  tree
  -i --ignore-case | in any case | 忽略大小写
  -n --line-number | with line numbers | 显示行号
  -l --files-with-matches --name-only -L --files-without-match | names only | 仅文件名
  -c --count | number only | 仅计数
  -w --word-regexp -v --invert-match -E --extended-regexp -G --basic-regexp -P --perl-regexp -F --fixed-strings -h -H -I -a --text -o --only-matching -q --quiet -z --null --full-name --heading --break --column -p --show-function -W --function-context --and --or --not --all-match --cached --untracked --exclude-standard --no-color | how to search | 搜索方式
  -A --after-context -B --before-context -C --context=number | lines around | 前后行数
  -m --max-count --max-depth --threads=number
  --color[={always,never,auto}]
  -e=/(?!-)[\s\S]*/ !first | what to search | 搜索内容
  operands text file*
  = git grep -n TODO
  = git grep -in listener -- '*.conf'
  = git grep -e error HEAD~1
  ! git grep -O TODO
  ! git grep -Oreboot TODO
  ! git grep -nOreboot TODO
  ! git grep --open-files-in-pager=reboot TODO
  ! git grep --open=reboot TODO
  ! git grep --ext-grep x
  ! git grep -f /etc/shadow
  ! git grep --textconv x

git: reflog | shows where branches pointed | 查看引用日志
  use git-format git-diff git-commits git-log
  = git reflog
  = git reflog -10
  ! git reflog expire --all
  ! git reflog delete HEAD@{0}
  ! git reflog drop x

git: reflog show | shows where branches pointed | 查看引用日志
  use git-format git-diff git-commits git-log
  operands /(?!-)[\s\S]+/*
  = git reflog show
  = git reflog show main -n 5
  ! git reflog show --output=x

git: stash list | lists stashed changes | 列出储藏
  use git-format git-diff git-commits git-log
  = git stash list
  = git stash list --stat
  ! git stash
  ! git stash push
  ! git stash drop
  ! git stash clear
  ! git stash list --output=x

git: stash show | shows stashed changes | 查看储藏内容
  use git-diff
  --include-untracked --only-untracked
  operands /\d+|stash@\{\d+\}/?
  = git stash show
  = git stash show -p stash@{0}
  ! git stash pop
  ! git stash apply
  ! git stash show --output=x

git: submodule | shows submodules | 查看子模块
  -q --quiet --cached | how to show | 显示方式
  = git submodule
  = git submodule --quiet
  ! git submodule foreach reboot
  ! git submodule --quiet foreach reboot
  ! git submodule update --init

git: submodule status, submodule summary | shows submodules | 查看子模块
  --cached --recursive -q --quiet | which ones | 显示哪些
  operands path*
  = git submodule status
  = git submodule status --recursive
  ! git submodule foreach --recursive 'git clean -fdx'
  ! git submodule deinit x
  ! git submodule sync

git: worktree list | lists working trees | 列出工作区
  --porcelain -v --verbose -z | how to show | 显示方式
  = git worktree list
  = git worktree list --porcelain
  ! git worktree add /tmp/x
  ! git worktree remove x
  ! git worktree prune

git: count-objects | counts the objects of a repository | 统计仓库对象
  -v --verbose -H --human-readable | how to show | 显示方式
  = git count-objects
  = git count-objects -vH
  ! git count-objects x

git: fsck | checks a repository | 检查仓库完整性
  --full --no-full --strict --connectivity-only --no-dangling --dangling --unreachable --root --tags --cache --no-reflogs --verbose --no-progress --progress --name-objects | what to check | 检查范围
  = git fsck
  = git fsck --full --no-dangling
  ! git fsck --lost-found
  ! git gc
  ! git prune

git: for-each-ref, show-ref | lists branches and tags | 列出引用
  --format=/(?!-)(?![\s\S]*signature)[\s\S]+/ | how to show | 显示格式
  --sort=/-?(?:v:|version:)?[a-z]{5}[\w:()*.]*/ | order | 排序
  --count=number
  --points-at --contains --no-contains --merged --no-merged[=/(?!-)[\s\S]+/] !next
  --heads --tags -d --dereference -s --head --verify -q --quiet --ignore-case | which ones | 显示哪些
  --hash --abbrev[=number]
  operands text*
  = git for-each-ref --sort=-committerdate --count=5
  = git show-ref --tags
  = git for-each-ref --format='%(refname:short)' refs/heads
  ! git show-ref --exclude-existing
  ! git for-each-ref --format='%(signature)'
  ! git update-ref x y

git: name-rev, merge-base, cherry, show-branch | shows how commits belong together | 查看提交关系
  --tags --name-only --all --always -a --is-ancestor --fork-point --octopus --independent -v --abbrev -r --remotes --current --topo-order --list | how to show | 显示方式
  operands /(?!-)[\s\S]+/*
  = git merge-base main HEAD
  = git name-rev --tags HEAD
  = git cherry -v origin/main
  ! git name-rev --stdin
  ! git cherry-pick x

git: check-ignore, check-attr | shows which files git ignores | 查看忽略规则
  -v --verbose -q --quiet -n --non-matching --no-index -a --all --cached | how to show | 显示方式
  operands path+
  = git check-ignore -v x.log
  = git check-attr -a x.bin
  ! git check-ignore --stdin
  ! git check-ignore --frobnicate x

git: version, var GIT_EDITOR, var GIT_PAGER, var GIT_AUTHOR_IDENT, var GIT_COMMITTER_IDENT | shows the version of git | 查看 git 版本
  --build-options
  = git version
  = git version --build-options
  ! git var -l
  ! git help log
  ! git x

git: notes list, notes show, bisect log | shows notes | 查看注释
  operands /(?!-)[\s\S]+/*
  = git notes show HEAD
  = git bisect log
  ! git bisect run reboot
  ! git notes add -m x

svn: info, log, status, st, stat, list, ls, blame, praise, proplist, plist | shows a Subversion working copy | 查看 Subversion 工作副本
  from Subversion 1.14 svn(1)
  network
  -q --quiet -v --verbose --non-interactive -R --recursive --stop-on-copy --xml --incremental --no-ignore --ignore-externals -u --show-updates --with-all-revprops -g --use-merge-history -N --non-recursive | how to show | 显示方式
  -l --limit=number | at most | 最多条数
  -r --revision=/[\w{][\w{}:-]*/ | these revisions | 指定版本
  --depth={empty,files,immediates,infinity}
  --show-item=name
  --search=text
  operands /(?:https?:\/\/[\w][^\s]*|(?!-)[^:]+)/*
  = svn info
  = svn status
  = svn log -l 5
  = svn log -v -r HEAD https://svn.example.com/repo
  = svn st -u
  ! svn info --config-option config:tunnels:x=reboot
  ! svn info --config-dir /tmp/x
  ! svn info svn+ssh://-oProxyCommand=x/y
  ! svn diff --diff-cmd reboot
  ! svn log --diff --diff-cmd=reboot
  ! svn status --changelist x -F /etc/shadow
  ! svn info --password x
  ! svn info --targets /etc/shadow
  ! svn commit -m x
  ! svn up

hg: status, st, summary, log, history, branches, tags, identify, id, heads, parents, tip, root, files, manifest, paths, version | shows a Mercurial repository | 查看 Mercurial 仓库
  from Mercurial 6.3 hg(1)
  -q --quiet -v --verbose -y --noninteractive | more or less output | 输出详细程度
  -l --limit=number | at most | 最多条数
  -r --rev=/[\w.]+/ | this revision | 指定版本
  -p --patch --stat -G --graph -n -i -m -a --num --id --all --modified --added --removed --deleted --unknown --no-status | how to show | 显示方式
  = hg status
  = hg log -l 5
  = hg id -n
  = hg branches
  = hg summary
  ! hg --config alias.x='!reboot' status
  ! hg status --config=hooks.x=reboot
  ! hg --cwd /tmp/x status
  ! hg -R /tmp/x status
  ! hg log -T x
  ! hg log --rev 'extdata(x)'
  ! hg bookmarks -d x
  ! hg bookmarks x
  ! hg phase -p
  ! hg bookmarks -i
  ! hg commit -m x
  ! hg update
  ! hg --profile status
`
