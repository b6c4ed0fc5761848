/** Reads of secrets that went for ordinary ones once, and their kinds. */
export const SECRET_READS: readonly string[] = `
cat /etc/network/interfaces
cat /etc/netplan/50-cloud-init.yaml
cat /etc/hostapd/hostapd.conf
cat /var/lib/iwd/home.psk
cat /boot/firmware/user-data
cat /boot/firmware/network-config
cat /boot/firstrun.sh
cat /boot/firmware/custom.toml
cat /boot/firmware/userconf.txt
cat /var/lib/cloud/instance/user-data.txt
cat /home/pi/rpi_executor_config.json
cat rpi_executor_config.json
jq . ~/rpi_executor_config.json
cat /run/secrets/kubernetes.io/serviceaccount/token
cat /var/run/secrets/kubernetes.io/serviceaccount/token
cat /run/NetworkManager/system-connections/home.nmconnection
cat /root/.config/mosquitto_pub
cat /etc/samba/credentials
cat /etc/cifs-credentials
cat /var/lib/samba/private/passdb.tdb
cat /etc/rancher/k3s/k3s.yaml
cat /var/lib/rancher/k3s/server/token
cat /var/lib/tailscale/tailscaled.state
cat /var/lib/zerotier-one/identity.secret
cat ~/.msmtprc
cat /etc/postfix/sasl_passwd
cat /etc/mysql/debian.cnf
cat /etc/apt/auth.conf.d/x.conf
cat ~/.pypirc
cat ~/.npmrc
cat ~/.config/gcloud/application_default_credentials.json
cat ~/.node-red/flows_cred.json
cat ~/.node-red/settings.js
cat ~/.homeassistant/secrets.yaml
cat /config/.storage/auth
cat /opt/zigbee2mqtt/data/configuration.yaml
cat /etc/openvpn/client.ovpn
cat /etc/ipsec.d/private/x.der
cat ~/.password-store/x.gpg
cat ~/.azure/accessTokens.json
cat ~/.config/git/credentials
cat /mosquitto/config/passwd
cat /etc/mosquitto/mosquitto.pass
cat /etc/mosquitto/dynamic-security.json
cat /var/lib/mosquitto/dynamic-security.json
cat /etc/mosquitto/psk
cat /etc/mosquitto/pass*
cd /etc/mosquitto && cat passwd
cd /mosquitto/config; head -n 3 passwd
cat /etc/grafana/grafana.ini
cat /etc/ppp/chap-secrets
cat /var/run/../etc/mosquitto/passwd
cat /mnt/card/etc/wireguard/wg0.conf
cat /proc/1/cwd/etc/mosquitto/passwd
cat /proc/1/task/1/environ
cat ~/.bash_history
cat /opt/app/secrets/mqtt
cat /srv/app/db_password.txt
cat /home/pi/mqttPass
cat tokens.json
grep . /opt/bridge/credentials
cat /etc/bridge/api-token
cat /opt/*/secrets/*
grep -r x /etc/wireguard
grep -r x /var/lib
grep -r x ~/.config
`
  .trim()
  .split('\n')

/** Reads that must stay ordinary although a word in them could mislead. */
export const OPEN_READS: readonly string[] = `
cat /etc/passwd
cat /etc/passwd-
cd /etc && cat passwd
cat /etc/group
cat /etc/hosts
cat /etc/hostname
cat /etc/*release
cat /etc/mosquitto/mosquitto.conf
cat /etc/mosquitto/conf.d/local.conf
tail -n 50 /var/log/mosquitto/mosquitto.log
cat /var/log/auth.log
cat /var/log/*.log
cat /etc/ssh/sshd_config
cat /etc/ssh/ssh_config
cat ~/.ssh/authorized_keys
cat ~/.ssh/known_hosts
cat ~/.ssh/id_ed25519.pub
cat /etc/ssh/ssh_host_ed25519_key.pub
cat /etc/pam.d/common-password
cat /etc/pam.d/passwd
cat /usr/share/doc/passwd/README
cat /etc/security/pwquality.conf
cat /etc/login.defs
cat /etc/nsswitch.conf
cat /boot/config.txt
cat /boot/firmware/config.txt
cat /boot/cmdline.txt
cat /etc/dhcpcd.conf
cat /etc/NetworkManager/NetworkManager.conf
cat /etc/docker/daemon.json
cat /etc/apt/sources.list
cat /etc/systemd/system/rpi-executor.service
cat /proc/meminfo
cat /proc/1/status
cat /sys/class/thermal/thermal_zone0/temp
grep . /sys/class/net/*/address
grep -i password /var/log/auth.log
grep "Failed password" /var/log/auth.log
ls -l /etc/mosquitto/passwd
ls -la ~/.ssh
stat /etc/shadow
wc -l /opt/app/bypass.conf
cat docs/password_policy.md
cat /home/pi/notes.txt
head -n 5 /home/pi/compass.csv
cat docker-compose.yml
grep -r Listen /etc/systemd
systemctl status systemd-ask-password-console.service
`
  .trim()
  .split('\n')

/** Words of Windows commands that mean a secret. */
export const WINDOWS_SECRETS: readonly string[] = String.raw`
C:\Program Files\mosquitto\passwd
C:\Program Files\mosquitto\pwfile.txt
C:\mosquitto\dynamic-security.json
C:\ProgramData\rpi_executor_config.json
C:\Users\pi\.ssh\id_rsa
%USERPROFILE%\.ssh\id_ed25519
~\.aws\credentials
C:/Users/pi/.docker/config.json
C:\Windows\System32\config\SAM
C:\Windows\Panther\unattend.xml
C:\inetpub\wwwroot\web.config
C:\Windows\NTDS\ntds.dit
C:\ProgramData\Microsoft\Wlansvc\Profiles\Interfaces\x\y.xml
C:\Users\x\AppData\Roaming\Microsoft\Windows\PowerShell\PSReadLine\ConsoleHost_history.txt
C:\Users\x\AppData\Roaming\Microsoft\Protect\S-1-5-21\key
-Path:..\.env
C:\app\.env.production
x.pem
x.key
x.ppk
HKLM\SAM
HKLM:\SECURITY
HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon
HKCU\Software\SimonTatham\PuTTY\Sessions
HKCU:\Software\TightVNC\Server
HKLM\SYSTEM\CurrentControlSet\Control\Lsa
env:
env:TOKEN
env:\API_KEY
$env:MQTT_PASSWORD
API_TOKEN
DefaultPassword
C:\app\secrets.json
D:\backup\tokens.txt
`
  .trim()
  .split('\n')

/** Words of Windows commands that mean none. */
export const WINDOWS_OPEN: readonly string[] = String.raw`
C:\Program Files\mosquitto\mosquitto.conf
C:\Windows\System32\drivers\etc\hosts
C:\Users\pi\.ssh\known_hosts
C:\Users\pi\.ssh\id_rsa.pub
C:\logs\*.log
*
*.txt
env:PATH
$env:COMPUTERNAME
HKLM\Software
HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion
HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*
ProductName
-Password
/pass
password
http://h.example/token
Win32_OperatingSystem
C:\Users\pi\Documents\notes.txt
C:\app\bypass.txt
`
  .trim()
  .split('\n')
