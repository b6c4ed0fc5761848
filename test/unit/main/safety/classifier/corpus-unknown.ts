/** What the parser must not pretend to understand. */
export const UNKNOWN: readonly string[] = String.raw`
ls > file
ls >> file
cat < file
ls 2> errors
ls &> file
ls 1>&2
ls >&2
echo $HOME
echo "$HOME"
echo $(date)
echo \`date\`
echo $'a\tb'
cat <<< x
ls &
(ls)
{ ls; }
if true; then ls; fi
for i in 1 2; do echo a; done
while true; do ls; done
f() { ls; }
X=1
X=1 ls
{ls,-l}
[[ -f x ]]
((1+1))
diff <(ls a) <(ls b)
sh -c ls
bash script.sh
sh
bash
source x
. x
eval ls
exec ls
env X=1 ls
ls | xargs echo
python3 -c 'print(1)'
python3 script.py
perl -e 'print 1'
node x.js
ssh host
ssh host ls
scp a b:c
docker exec web ls
find . -exec ls {} \;
find . -fprint x
awk 'BEGIN{system("ls")}'
awk '{print > "x"}' f
awk '{print | "sort"}' f
awk '{print /"/; system("id") } /"/' f
awk -f x.awk f
awk 'BEGIN { "date" | getline d; print d }'
sed -n '1e id' f
sed 's/a/b/e' f
sed -f x f
./script.sh
/tmp/ls
~/bin/ls
unknown-program
ls; unknown-program
vim x
nano /etc/hosts
tcpdump -z id
less +!id x
man -P id ls
tar xf a --to-command=id
git -c core.pager=id log
git config alias.x '!id'
sort --compress-program=id x
rsync -e 'sh -c id' a b:c
export A=1
alias ll='ls -l'
unset A
set -e
trap ls EXIT
nc -l 99
socat x y
telnet x
npm run build
make
gdb x
echo 'ls
ls "
ls |
&& ls
ls ;;
`
  .replaceAll('\\`', '`')
  .trim()
  .split('\n')
