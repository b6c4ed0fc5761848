import type { OptionRow } from './option-row.ts'

/** Programs of the network, of MQTT and of other machines. */
export const NETWORK_ROWS: readonly OptionRow[] = [
  { programs: 'ss iw tc bridge', isWordStyle: true },
  { programs: 'nft', isWordStyle: true, version: '-v' },
  { programs: 'dig', version: '-v' },
  { programs: 'iptables ip6tables mosquitto', version: '-V' },
  {
    programs: 'ip',
    isWordStyle: true,
    isAbbreviating: true,
    isNamesOnly: true,
    version: '-V',
    values: '-rc -rcvbuf -b -batch -l -loops',
  },
  {
    programs: 'nmcli',
    version: '-v',
    isAbbreviating: true,
    secrets:
      'password psk wifi-sec.psk 802-11-wireless-security.psk wep-key0 802-1x.password gsm.password gsm.pin pppoe.password wireguard.private-key',
  },
  { programs: 'nc ncat netcat', values: '-p -s -q -T -X -x -O -I -P -V -i -g -G -m -M' },
  { programs: 'nginx', values: '-s -g -c -p -e', version: '-v' },
  {
    programs: 'tcpdump',
    values: '-B -c -C -E -F -G -j -M -m -r -s -T -V -w -W -y -Z',
    shellText: '-z',
    endless: '*',
    ends: '-c -r -D',
  },
  { programs: 'tshark dumpcap ngrep', endless: '*', ends: '-c -r -a -D' },
  { programs: 'iperf iperf3', endless: '-s --server', ends: '-1 --one-off' },
  { programs: 'ping ping4 ping6', values: '-l -m -p -Q -S -T -N', version: '-V' },
  { programs: 'rsync', values: '-f', shellText: '--rsh -e --rsync-path' },
  { programs: 'scp', values: '-c -F -i -J -l -P -X', shellText: '-S -D -o' },
  { programs: 'sftp', values: '-b -B -c -F -i -J -l -P -R -s -X', shellText: '-S -D -o' },
  { programs: 'ssh-keygen', values: '-a -b -C -I -m -M -n -O -r -R -s -t -T -U -V -w -W -Y -z -Z', secrets: '-N -P' },
  {
    programs: 'curl',
    version: '-V',
    values: '-c -C -F -K -P -Q -t -T -x -z',
    secrets: '--oauth2-bearer --pass --proxy-pass --tlspassword --proxy-tlspassword',
    secretPairs: [
      { options: '-u --user -U --proxy-user -E --cert --proxy-cert', sign: ':' },
      { options: '-b --cookie', sign: '=' },
    ],
  },
  {
    programs: 'ab',
    secretPairs: [
      { options: '-A -P', sign: ':' },
      { options: '-C', sign: '=' },
    ],
  },
  { programs: 'wget', version: '-V', secrets: '--password --http-password --ftp-password --proxy-password' },
  {
    programs: 'http https httpie xh xhs',
    secrets: '--cert-key-pass --bearer',
    secretPairs: [{ options: '-a --auth', sign: ':', wholeWith: '-A=bearer --auth-type=bearer' }],
  },
  {
    programs: 'curlie wscat oha http-prompt websocat',
    secretPairs: [{ options: '-u --user -a --auth --basic-auth', sign: ':' }],
  },
  { programs: 'lftp', secrets: '--password', secretPairs: [{ options: '-u --user', sign: ',' }] },
  { programs: 'ncftpput ncftpget', secrets: '-p' },

  { programs: 'mqttx emqtt_bench nanomq_cli', secrets: '-P --password' },
  {
    programs: 'mosquitto_sub',
    values: '-i -M -s -U -D -e -x --cert --key --will-topic --will-payload',
    secrets: '-P --pw --psk',
  },
  {
    programs: 'mosquitto_pub mosquitto_rr',
    values:
      '-A -D -e -f -F -h -i -I -k -L -m -M -p -q -t -u -U -V -W -x --cafile --capath --cert --key --ciphers --tls-version --will-topic --will-payload',
    secrets: '-P --pw --psk',
  },
  { programs: 'mosquitto_ctrl', secrets: '-P --pw --psk' },
  { programs: 'mosquitto_ctrl', subs: 'createClient', secrets: '-p' },
  { programs: 'mosquitto_ctrl', subs: 'setClientPassword', secretOperands: [1] },
  { programs: 'mosquitto_ctrl', subs: 'init', secretOperands: [2] },
  { programs: 'mqtt', secrets: '-pw --password' },
  { programs: 'hass-cli', secrets: '--token --password' },

  { programs: 'plink pscp psftp', secrets: '-pw' },
  { programs: 'psexec', isWordStyle: true, secrets: '-p' },
  { programs: 'smbclient rpcclient smbget', secrets: '--password', secretPairs: [{ options: '-U --user', sign: '%' }] },
  { programs: 'smbpasswd', secrets: '-w', secretPairs: [{ options: '-U', sign: '%' }] },
  { programs: 'rdesktop', secrets: '-p' },
  {
    programs: 'xfreerdp',
    isWordStyle: true,
    secrets: '-p /p: /password: /gp: /gateway-password: /pth: /pass-the-hash: /assistance:',
  },
  { programs: 'ipmitool', secrets: '-P -k -y' },
  // `user set password 2 X`, `lan set 1 password X`, `user test 2 16 X`, `lan set 1 snmp X`
  { programs: 'ipmitool', subs: 'password', secretOperands: [0, 1] },
  { programs: 'ipmitool', subs: 'test', secretOperands: [2] },
  { programs: 'ipmitool', subs: 'snmp', secretOperands: [0] },
  { programs: 'netsh', secrets: 'key=' },
  { programs: 'ot-ctl', secrets: 'networkkey masterkey pskc' },
  { programs: 'chip-tool', subs: 'code', secretOperands: [1] },
  { programs: 'chip-tool', subs: 'code-wifi|ble-wifi', secretOperands: [2, 3] },
  { programs: 'chip-tool', subs: 'code-thread|ble-thread', secretOperands: [1, 2] },
  {
    programs: 'qmicli',
    secretPairs: [
      {
        options:
          '--uim-verify-pin --dms-uim-verify-pin --uim-change-pin --dms-uim-change-pin --uim-unblock-pin --dms-uim-unblock-pin --uim-set-pin-protection --dms-uim-set-pin-protection',
        sign: ',',
      },
    ],
  },
  { programs: 'uqmi', secrets: '--verify-pin1 --verify-pin2 --password' },
  { programs: 'mbimcli', secrets: '--enter-pin --enter-puk --change-pin --enable-pin --disable-pin' },
  { programs: 'mmcli', secrets: '--pin --puk --change-pin' },
  {
    programs:
      'snmpwalk snmpget snmpset snmpbulkwalk snmpbulkget snmpgetnext snmptable snmpdf snmpstatus snmptrap snmpinform',
    isWordStyle: true,
    secrets: '-c -A -X -3m -3M -3k -3K',
  },
  { programs: 'snmpusm', isWordStyle: true, secrets: '-c -A -X -3m -3M -3k -3K' },
  { programs: 'snmpusm', subs: 'passwd', secretOperands: [0, 1] },
  { programs: 'ldapsearch ldapmodify ldapadd ldapdelete ldapwhoami ldapcompare ldapmodrdn ldapexop', secrets: '-w' },
  { programs: 'ldappasswd', secrets: '-w -s -a' },
  { programs: 'wpa_passphrase', secretOperands: [1] },
  { programs: 'wpa_cli', secrets: 'psk password wep_key0 sae_password passphrase' },
  { programs: 'iwctl', secrets: '-P --passphrase -p --password' },
  { programs: 'iwconfig', secrets: 'key enc' },
  { programs: 'tailscale', secrets: '--authkey --auth-key' },
]
