/** Where a program takes a secret on its command line. */
export interface SecretOptions {
  /** Letters of short options whose value is a secret, in the same word or the next one. */
  readonly shorts?: string
  /** Letters whose value is in the same word only: `mysql -pX`; the next word is something else. */
  readonly attached?: string
  /** Long options whose value is a secret. */
  readonly longs?: readonly string[]
  /** Whole words that the secret follows: `-passin`, `password`. */
  readonly words?: readonly string[]
  /** Options whose value is a name, a sign and the secret; the name stays readable. */
  readonly pairs?: readonly { readonly options: readonly string[]; readonly sign: string }[]
  /** Places among the operands after the sub-command, from 0, that hold a secret. */
  readonly operands?: readonly number[]
  /** With this option the last operand is a secret, whatever options with values stand before: `htpasswd -b`. */
  readonly lastOperandWith?: string
  /** The last operand is a secret. */
  readonly isLastOperand?: boolean
  /** Operands are assignments, `name=secret`. */
  readonly isAssigned?: boolean
  /** Its own options end at the first operand, which is another program. */
  readonly isWrapper?: boolean
}

const MYSQL: SecretOptions = { attached: 'p', longs: ['password'] }
const MOSQUITTO: SecretOptions = { shorts: 'P', longs: ['pw', 'psk'] }
const LDAP: SecretOptions = { shorts: 'w' }
const ARCHIVE: SecretOptions = { attached: 'p', words: ['-p'] }
const PUTTY: SecretOptions = { words: ['-pw'] }
const SMB: SecretOptions = { longs: ['password'], pairs: [{ options: ['-U', '--user'], sign: '%' }] }
const SNMP: SecretOptions = { words: ['-c', '-A', '-X'] }
const REMOTE_DESKTOP: SecretOptions = { words: ['-p', '/p:'] }
const MONGO: SecretOptions = { shorts: 'p', longs: ['password'] }
const PASSWORD_FILE: SecretOptions = { lastOperandWith: 'b' }

/**
 * Programs, or a program with its sub-command, and where they take secrets. Any option that is itself called like a
 * secret (`--token X`, `-Password X`) counts for every program and is not listed; sources are the manual pages.
 */
export const SECRET_OPTIONS: ReadonlyMap<string, SecretOptions> = new Map<string, SecretOptions>([
  [
    'curl',
    {
      longs: ['oauth2-bearer', 'pass', 'proxy-pass', 'tlspassword', 'proxy-tlspassword'],
      pairs: [
        { options: ['-u', '--user', '-U', '--proxy-user', '-E', '--cert', '--proxy-cert'], sign: ':' },
        { options: ['-b', '--cookie'], sign: '=' },
      ],
    },
  ],
  ['wget', { longs: ['password', 'http-password', 'ftp-password', 'proxy-password'] }],
  ['http', { pairs: [{ options: ['-a', '--auth'], sign: ':' }] }],
  ['https', { pairs: [{ options: ['-a', '--auth'], sign: ':' }] }],
  ['lftp', { pairs: [{ options: ['-u', '--user'], sign: ',' }], longs: ['password'] }],
  ['ncftpput', { shorts: 'p' }],
  ['ncftpget', { shorts: 'p' }],

  ['mosquitto_pub', MOSQUITTO],
  ['mosquitto_sub', MOSQUITTO],
  ['mosquitto_rr', MOSQUITTO],
  ['mosquitto_ctrl', MOSQUITTO],
  ['mosquitto_ctrl createClient', { shorts: 'Pp', longs: ['pw'] }],
  ['mosquitto_ctrl setClientPassword', { ...MOSQUITTO, operands: [1] }],
  ['mosquitto_ctrl init', { ...MOSQUITTO, operands: [2] }],
  ['mosquitto_passwd', PASSWORD_FILE],
  ['mqtt', { words: ['-pw', '--password'] }],
  ['hass-cli', { longs: ['token', 'password'] }],

  ['mysql', MYSQL],
  ['mariadb', MYSQL],
  ['mysqldump', MYSQL],
  ['mariadb-dump', MYSQL],
  ['mysqlimport', MYSQL],
  ['mysqlshow', MYSQL],
  ['mysqlcheck', MYSQL],
  ['mysqladmin', { ...MYSQL, words: ['password'] }],
  ['mariadb-admin', { ...MYSQL, words: ['password'] }],
  ['redis-cli', { shorts: 'a', longs: ['pass', 'askpass'] }],
  ['valkey-cli', { shorts: 'a', longs: ['pass'] }],
  ['mongo', MONGO],
  ['mongosh', MONGO],
  ['mongodump', MONGO],
  ['mongorestore', MONGO],
  ['influx', { longs: ['password', 'token'], words: ['-p', '-t', '-password', '-token'] }],
  ['sqlcmd', { shorts: 'P' }],
  ['bcp', { shorts: 'P' }],
  ['clickhouse-client', { longs: ['password'] }],
  ['cqlsh', { shorts: 'p' }],

  ['sshpass', { shorts: 'p', isWrapper: true }],
  ['plink', PUTTY],
  ['pscp', PUTTY],
  ['psftp', PUTTY],
  ['psexec', { words: ['-p'] }],
  ['smbclient', SMB],
  ['rpcclient', SMB],
  ['smbget', SMB],
  ['rdesktop', REMOTE_DESKTOP],
  ['xfreerdp', REMOTE_DESKTOP],
  ['ipmitool', { shorts: 'P' }],
  ['snmpwalk', SNMP],
  ['snmpget', SNMP],
  ['snmpset', SNMP],
  ['snmpbulkwalk', SNMP],
  ['ldapsearch', LDAP],
  ['ldapmodify', LDAP],
  ['ldapadd', LDAP],
  ['ldapdelete', LDAP],
  ['ldapwhoami', LDAP],
  ['ldappasswd', { shorts: 'wsa' }],

  ['nmcli', { words: ['password', 'psk', 'wifi-sec.psk', '802-11-wireless-security.psk', 'wep-key0'] }],
  ['wpa_passphrase', { operands: [1] }],
  ['wpa_cli', { words: ['psk', 'password', 'wep_key0', 'sae_password', 'passphrase'] }],
  ['iwctl', { shorts: 'P', longs: ['passphrase'] }],
  ['iwconfig', { words: ['key', 'enc'] }],
  ['raspi-config', { operands: [3] }],
  ['tailscale', { longs: ['authkey', 'auth-key'] }],

  ['ssh-keygen', { shorts: 'NP' }],
  ['openssl passwd', { isLastOperand: true }],
  ['openssl', { words: ['-passin', '-passout', '-pass', '-k', '-K', '-psk', '-srppass', '-hmac'] }],
  ['gpg', { longs: ['passphrase'] }],
  ['gpg2', { longs: ['passphrase'] }],
  ['keytool', { words: ['-storepass', '-keypass', '-srcstorepass', '-deststorepass', '-new'] }],
  ['7z', ARCHIVE],
  ['7za', ARCHIVE],
  ['7zz', ARCHIVE],
  ['rar', { attached: 'p', words: ['-hp'] }],
  ['unrar', { attached: 'p' }],
  ['zip', { shorts: 'P', longs: ['password'] }],
  ['unzip', { shorts: 'P' }],
  ['pdftk', { words: ['user_pw', 'owner_pw', 'input_pw'] }],

  ['useradd', { shorts: 'p', longs: ['password'] }],
  ['usermod', { shorts: 'p', longs: ['password'] }],
  ['htpasswd', PASSWORD_FILE],
  ['docker login', { shorts: 'p', longs: ['password'] }],
  ['podman login', { shorts: 'p', longs: ['password'] }],
  ['helm login', { shorts: 'p', longs: ['password'] }],
  ['skopeo login', { shorts: 'p', longs: ['password'] }],
  ['vault kv', { isAssigned: true }],
  ['kubectl', { pairs: [{ options: ['--from-literal'], sign: '=' }] }],
  ['rabbitmqctl add_user', { operands: [1] }],
  ['rabbitmqctl change_password', { operands: [1] }],
  ['vault login', { operands: [0] }],
  ['az login', { shorts: 'p', longs: ['password'] }],
  ['az', { longs: ['account-key', 'sas-token', 'admin-password', 'connection-string'] }],
  ['aws configure', { words: ['aws_secret_access_key', 'aws_session_token'] }],
  ['rclone', { words: ['pass', 'password', 'token'] }],
  ['rclone obscure', { operands: [0] }],
  ['rclone reveal', { operands: [0] }],

  ['net user', { operands: [1] }],
  ['net use', { operands: [1, 2] }],
  ['schtasks', { words: ['/p', '/rp'] }],
  ['convertto-securestring', { words: ['-String'], operands: [0] }],
])
