/** Reads from the handbooks of administrators, subject by subject. */
export const ADMIN_READS_5: readonly string[] = String.raw`
awk 'length > 80' x
awk '{print $NF}' x
awk '!seen[$0]++' x
column -s, -t x.csv
jq '.items[] | .name' x.json
jq -r '.a.b // empty' x.json
xmllint --format x.xml
base64 -d x
hexdump -C -n 64 x
strings -n 8 x
tree -d -L 3 /opt
readlink /proc/1/exe
realpath .
seq 5
expr 5 \* 3
echo $?
printf '%d\n' 5
true && echo ok
[ -e /x ] && echo yes || echo no
[[ -f /x ]]
test -d /opt && ls /opt
which -a python3
type -a ls
command -v mosquitto
alias
history | tail -20
locale -a
localectl list-locales
cal 2024
bc -l
factor 12
lscpu | grep Model
lshw -C network
dmidecode -s system-serial-number
sensors | grep temp
upower -e
acpi -V
xrandr --query
fbset -s
`
  .trim()
  .split('\n')
