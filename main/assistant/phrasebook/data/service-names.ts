/**
 * Services and programs that operators name, as `spoken form=unit`; the unit is left out when it is the same.
 * Units as Debian and Raspberry Pi OS call them.
 */
export const SERVICE_NAMES: readonly string[] = [
  'nginx|nginx web server=nginx|web server nginx=nginx|nginx server=nginx|apache web server=apache2|apache=apache2|apache2|httpd|caddy|lighttpd|haproxy|traefik|tomcat|php-fpm',
  'ssh|sshd=ssh|openssh=ssh|dropbear|telnet|vsftpd|ftp=vsftpd|samba=smbd|smbd|nmbd|nfs=nfs-server|nfs-server',
  'mosquitto|broker=mosquitto|mqtt broker=mosquitto|mqtt=mosquitto|mqtt服务=mosquitto|mqtt代理=mosquitto|emqx|vernemq|rabbitmq=rabbitmq-server|rabbitmq-server|kafka',
  'docker|dockerd=docker|docker daemon=docker|containerd|podman|portainer|k3s|kubelet|libvirtd',
  'mysql|mysqld=mysql|mariadb|postgres=postgresql|postgresql|redis=redis-server|redis-server|mongodb=mongod|mongod|influxdb|influx=influxdb|influxd=influxdb|sqlite|elasticsearch|memcached',
  'grafana=grafana-server|grafana-server|prometheus|telegraf|node_exporter|node-exporter|zabbix-agent|zabbix=zabbix-agent|netdata|collectd|loki|promtail',
  'z2m=zigbee2mqtt|ha=home-assistant|node-red=nodered|nodered|node red=nodered|home-assistant|homeassistant=home-assistant|home assistant=home-assistant|zigbee2mqtt|esphome|openhab|homebridge|octoprint|klipper|moonraker|pihole-ftl|pi-hole=pihole-ftl|pihole=pihole-ftl|plex=plexmediaserver|jellyfin|kodi|motion|frigate',
  'cron|crond=cron|rsyslog|syslog-ng|chrony|chronyd=chrony|ntp|ntpd=ntp|systemd-timesyncd|systemd-resolved|systemd-networkd|systemd-logind|systemd-journald|dbus|udev|avahi=avahi-daemon|avahi-daemon|bluetooth|蓝牙=bluetooth|bluetoothd=bluetooth|cups|打印服务=cups|打印机服务=cups|printing service=cups|watchdog service=watchdog|看门狗服务=watchdog|看门狗=watchdog|time sync service=systemd-timesyncd|time synchronisation service=systemd-timesyncd|timesyncd=systemd-timesyncd|时间同步服务=systemd-timesyncd',
  'networkmanager=NetworkManager|network manager=NetworkManager|wpa_supplicant|wpa-supplicant=wpa_supplicant|dhcpcd|dhclient|dnsmasq|hostapd|ufw|fail2ban|openvpn|wireguard|tailscale=tailscaled|tailscaled|zerotier=zerotier-one|frpc|frps|modemmanager=ModemManager',
  'pigpiod|pigpio=pigpiod|vnc=vncserver-x11-serviced|realvnc=vncserver-x11-serviced|lightdm|gdm|xrdp|pulseaudio|pipewire|supervisor|supervisord=supervisor|jenkins|gitlab-runner|gunicorn|uwsgi|celery|squid|bind9|postfix|exim=exim4|exim4|dovecot|snapd|unattended-upgrades|cloudflared',
  'spooler=Spooler|print spooler=Spooler|wuauserv|windows update=wuauserv|w3svc=W3SVC|iis=W3SVC|w32time=W32Time|windows time=W32Time|task scheduler=Schedule|eventlog=EventLog|termservice=TermService|remote desktop=TermService|dhcp client=Dhcp|windows defender=WinDefend|windefend=WinDefend',
]

/** Logs that a service keeps in a file as Debian sets it up, because its journal holds only start and stop. */
export const SERVICE_LOG_FILES: Readonly<Record<string, string>> = {
  mosquitto: '/var/log/mosquitto/mosquitto.log',
}

/** Where Debian lets a program write its errors, and its requests. */
export const SERVICE_ERROR_FILES: Readonly<Record<string, string>> = {
  nginx: '/var/log/nginx/error.log',
  apache2: '/var/log/apache2/error.log',
  lighttpd: '/var/log/lighttpd/error.log',
  mosquitto: '/var/log/mosquitto/mosquitto.log',
  mysql: '/var/log/mysql/error.log',
  mariadb: '/var/log/mysql/error.log',
  'redis-server': '/var/log/redis/redis-server.log',
  smbd: '/var/log/samba/log.smbd',
  squid: '/var/log/squid/cache.log',
}
export const SERVICE_ACCESS_FILES: Readonly<Record<string, string>> = {
  nginx: '/var/log/nginx/access.log',
  apache2: '/var/log/apache2/access.log',
  lighttpd: '/var/log/lighttpd/access.log',
  squid: '/var/log/squid/access.log',
}

/** Programs that check the settings of a service: with `-t`, and with `configtest`. */
export const SERVICE_TESTERS: Readonly<Record<string, string>> = { nginx: 'nginx', ssh: 'sshd' }
export const SERVICE_CHECKERS: Readonly<Record<string, string>> = { apache2: 'apache2ctl' }

/** What Debian calls the package of a program; its own "docker" is a dock of windows. */
export const PACKAGES_ON_DEBIAN: Readonly<Record<string, string>> = {
  chrome: 'chromium',
  docker: 'docker.io',
  java: 'default-jre',
  node: 'nodejs',
  pip: 'python3-pip',
  pip3: 'python3-pip',
  python: 'python3',
  sshd: 'openssh-server',
}

/** Where Debian keeps the settings of a service; none that hold a login. */
export const SERVICE_CONFIG_FILES: Readonly<Record<string, string>> = {
  apache2: '/etc/apache2/apache2.conf',
  chrony: '/etc/chrony/chrony.conf',
  dhcpcd: '/etc/dhcpcd.conf',
  docker: '/etc/docker/daemon.json',
  mosquitto: '/etc/mosquitto/mosquitto.conf',
  nginx: '/etc/nginx/nginx.conf',
  smbd: '/etc/samba/smb.conf',
  ssh: '/etc/ssh/sshd_config',
  'systemd-timesyncd': '/etc/systemd/timesyncd.conf',
}

/** The unit of Windows that does what one of Linux does, by the unit of Linux. */
export const UNITS_ON_WINDOWS: Readonly<Record<string, string>> = {
  apache2: 'Apache2.4',
  bluetooth: 'bthserv',
  cron: 'Schedule',
  cups: 'Spooler',
  dhcpcd: 'Dhcp',
  ntp: 'W32Time',
  rsyslog: 'EventLog',
  smbd: 'LanmanServer',
  ssh: 'sshd',
  'systemd-resolved': 'Dnscache',
  'systemd-timesyncd': 'W32Time',
  ufw: 'mpssvc',
  xrdp: 'TermService',
}

/** The unit of Linux by that of Windows; none where Linux has nothing of the kind. */
export const UNITS_ON_LINUX: Readonly<Record<string, string | null>> = {
  Dhcp: 'dhcpcd',
  EventLog: 'systemd-journald',
  Schedule: 'cron',
  Spooler: 'cups',
  TermService: 'xrdp',
  W32Time: 'systemd-timesyncd',
  W3SVC: null,
  WinDefend: null,
  wuauserv: null,
}

/** Programs that say their version themselves, because their package has another name: spoken form and program. */
export const VERSIONED_PROGRAMS: Readonly<Record<string, string>> = {
  python: 'python3',
  python3: 'python3',
  node: 'node',
  nodejs: 'node',
  npm: 'npm',
  git: 'git',
  docker: 'docker',
  pip: 'pip3',
  pip3: 'pip3',
  curl: 'curl',
  gcc: 'gcc',
  make: 'make',
  cmake: 'cmake',
  bash: 'bash',
}

/** Programs that are no service of their own. */
export const PROGRAM_NAMES: readonly string[] = [
  'python|python3|node|nodejs|java|chromium|chrome|firefox|bash|vim|ffmpeg|gstreamer|rsync|qemu|perl|ruby|php|top|htop|tmux|screen|sleep|stress|stress-ng|openssl|gcc|make|cmake|git|curl|wget|vi|nano|emacs|less|rustc|cargo|go|npm|yarn|pip|pip3|ansible|terraform|kubectl|helm|mosquitto_sub|mosquitto_pub|iperf|iperf3|nmap|tcpdump|socat|minicom|picocom|x11|xorg|wayland|labwc|notepad|explorer|powershell|mpv|vlc|omxplayer|dd',
]

/** Devices, parts and places by Latin names, which are no service: nas 在运行吗 asks for another machine. */
export const NO_SERVICE =
  /^(?:(?:nas|plc|hmi|nvr|dvr|ipc|dtu|rtu|agv|cnc|mes|erp|scada|iot|pc|laptop|desktop|server|host|client|router|switch|gateway|hub|bridge|modem|firewall|printer|scanner|camera|cam|phone|tablet|tv|display|screen|monitor|sensor|relay|pump|motor|valve|fan|heater|door|gate|light|lamp|led|oled|lcd|gps|lte|bios|efi|uefi|tpm|vlan|dhcp|dns|http|https|tcp|udp|mac|modbus|opc|opcua|can|canbus|rs485|rs232|ttl|pwm|adc|dac|i2s|nfc|rfid|bt|wwan|apn|sim|imei|kvm|acpi|selinux|nb|lora|zigbee|ble|rtc|ups|poe|hat|ssd|hdd|usb|sd|cpu|gpu|ram|soc|pi|rpi|raspberry|arduino|jetson|box|board|edge|node|device|machine|line|site|shop|store|office|lab|home|house|room|garage|kitchen|warehouse|factory|plant|farm|greenhouse|hall|roof|tower|floor|building|north|south|east|west|front|back|left|right|upper|lower|master|slave|main|test|prod|dev|dc|hq|rack)[-_]?[a-z]?\d{0,4}|[a-z]{1,4}\d{2,}[a-z\d]{0,6}|[a-z]{1,2})$/iu
