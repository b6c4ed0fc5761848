/** What writes something, or reads a secret. */
export const CHANGE: readonly string[] = `
mkdir x
cp a b
mv a b
touch x
ln -s a b
ln -sf a b
tee x
rm x
chmod 644 x
chown pi x
sed -i s/a/b/ x
sed -i.bak s/a/b/ x
sed --in-place s/a/b/ x
sed -n 'w out' x
sed 's/a/b/w out' x
sort -o x y
sort x -o x
uniq in out
systemctl start ssh
systemctl restart nginx
systemctl enable nginx
systemctl daemon-reload
apt install -y nginx
apt-get update
apt upgrade -y
timedatectl set-timezone Asia/Shanghai
hostnamectl set-hostname pi
hostname newname
date -s '2024-01-01'
date --set=12:00
ip link set eth0 up
ip addr add 1.2.3.4/24 dev eth0
modprobe i2c-dev
docker start web
docker pull x
docker compose up -d
git pull
git commit -m x
pip install x
npm install x
wget http://x/f
curl -o f http://x
curl -O http://x
curl -X POST http://x
curl -d a=b http://x
tcpdump -c 5 -w f
tar xf a.tar
tar czf a.tgz b
gzip x
unzip a.zip
xxd -r a b
dd if=/dev/zero count=1
sudo ls
sudo -u pi ls
sudo cat /etc/hostname
pkexec ls
cat /etc/shadow
sudo cat /etc/shadow
cat /etc/sha*
cat /etc/s?adow
cat /etc/[s]hadow
cat /e*/shadow
cat /etc/cron.d/../shadow
cat ../../../etc/shadow
cat //etc//shadow
cat /etc/./shadow
cd /etc && cat shadow
cat ~/.ssh/id_rsa
cat /home/pi/.ssh/id_ed25519
cat /home/*/.ssh/id_rsa
head -n 5 server.key
cat *.pem
cat /etc/ssl/private/x
cat .env
cat app/.env
grep PASS .env
cat /proc/self/environ
cat /proc/1/environ
strings /proc/*/environ
xxd /proc/1/environ
base64 /etc/shadow
grep -r password /etc
grep -R x /
diff /etc/shadow /dev/null
awk 1 /etc/shadow
sed -n p /etc/shadow
sort /etc/shadow
tail -n 1 /etc/gshadow
cat /etc/wpa_supplicant/wpa_supplicant.conf
cat /etc/NetworkManager/system-connections/home.nmconnection
curl file:///etc/shadow
jq . .env
cat "/etc/shadow"
cat /etc/{passwd,shadow}
printenv
vcgencmd display_power 0
pinctrl set 17 op dh
gpio write 1 1
i2cset -y 1 0x40 0 1
raspi-config nonint do_i2c 0
rpicam-still -o x.jpg
mosquitto_pub -t a -m b
nmcli con up home
logger x
sync
fallocate -l 1G x
ssh-keygen -t ed25519
kill -l; mkdir x
less -N x; touch y
`
  .trim()
  .split('\n')
