import type { OptionRow } from './option-row.ts'

/** Clients of databases and of the cloud, and the programs of Windows, all of which only redaction needs to know. */
export const SERVICE_ROWS: readonly OptionRow[] = [
  {
    programs: 'mysql mariadb mysqldump mariadb-dump mysqlimport mysqlshow mysqlcheck',
    secrets: '--password',
    attachedSecrets: '-p',
  },
  { programs: 'mysqladmin mariadb-admin', secrets: '--password password', attachedSecrets: '-p' },
  { programs: 'redis-cli valkey-cli', secrets: '-a --pass' },
  { programs: 'mongo mongosh mongodump mongorestore', secrets: '-p --password' },
  { programs: 'influx', isWordStyle: true, secrets: '--password --token -p -t -password -token' },
  { programs: 'sqlcmd bcp', secrets: '-P' },
  { programs: 'clickhouse-client', secrets: '--password' },
  { programs: 'cqlsh', secrets: '-p' },
  { programs: 'kubectl', secretPairs: [{ options: '--from-literal', sign: '=' }] },
  { programs: 'vault', subs: 'kv', isAssigningSecrets: true },
  { programs: 'vault', subs: 'login', secretOperands: [0] },
  { programs: 'rabbitmqctl', subs: 'add_user|change_password', secretOperands: [1] },
  { programs: 'az', secrets: '--account-key --sas-token --admin-password --connection-string' },
  { programs: 'aws', subs: 'configure', secrets: 'aws_secret_access_key aws_session_token' },
  { programs: 'rclone', secrets: 'pass password token' },
  { programs: 'rclone', subs: 'obscure|reveal', secretOperands: [0] },
  { programs: 'ansible-vault', subs: 'encrypt_string', secretOperands: [0] },

  { programs: 'net', subs: 'user', secretOperands: [1] },
  { programs: 'net', subs: 'use', secretOperands: [1, 2] },
  { programs: 'schtasks', secrets: '/p /rp' },
  { programs: 'convertto-securestring', secrets: '-String', secretOperands: [0] },
]
