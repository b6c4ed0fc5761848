import { join } from 'node:path'
import type { StartNotice } from '../../preload/contract/models/app/settings.ts'
import { DeviceKeys } from '../agent/device-keys.ts'
import { openHistory } from '../platform/database/history-file.ts'
import { openAccountsFile } from '../platform/files/accounts-file.ts'
import { openAgentKeyFile } from '../platform/files/agent-key-file.ts'
import { openBuiltInFile } from '../platform/files/built-in-file.ts'
import { openHostKeyFile } from '../platform/files/host-key-file.ts'
import { openMessageFile } from '../platform/files/message-file.ts'
import { openSettingsFile } from '../platform/files/settings-file.ts'
import { SettingsStore } from '../platform/files/settings-store.ts'
import { openSetupFile } from '../platform/files/setup-file.ts'
import { createLog } from '../platform/logger.ts'
import { electronEncryptor } from '../platform/secrets/safe-storage.ts'
import { openSecretFile } from '../platform/secrets/secret-file.ts'
import { SecretStore } from '../platform/secrets/secret-store.ts'
import { SqliteAuditHead } from '../safety/audit/audit-head.ts'
import { AuditLog } from '../safety/audit/audit-log.ts'
import { AuditVault } from '../safety/audit/audit-vault.ts'
import { Redactor } from '../safety/redaction/redactor.ts'
import { secretsUnder } from '../shared/secrets.ts'
import type { Environment } from './environment.ts'

export type Storage = ReturnType<typeof openStorage>

/** Opens all that is kept on disk: settings, secrets, history, set-ups, the audit and the log. */
export function openStorage({ userData, systemLanguage, isVerbose, emit, announcer, now }: Environment) {
  const redactor = new Redactor()
  const redact = (text: string) => redactor.redact(text)
  const log = createLog(join(userData, 'logs'), redact, isVerbose)
  const notices: StartNotice[] = []
  const notify = (notice: StartNotice) => notices.push(notice)
  const movedAs = (kind: StartNotice['kind']) => ({ log, onMoved: (file: string) => notify({ kind, file }) })
  const settings = new SettingsStore({
    file: openSettingsFile(userData, movedAs('settings-moved')),
    systemLanguage,
    log,
    onMended: (file) => notify({ kind: 'settings-mended', file }),
  })
  const secrets = new SecretStore({
    encryptor: electronEncryptor(),
    file: openSecretFile(userData, movedAs('secrets-moved')),
    log,
    onChanged: (status) => announcer.emit('secretsChanged', status),
  })
  redactor.setSecrets(() => secrets.values())
  const database = openHistory(join(userData, 'history.db'), { log, now, notify })
  const audit = new AuditLog({
    directory: join(userData, 'audit'),
    headStore: new SqliteAuditHead(database),
    vault: new AuditVault({ ...secretsUnder(secrets, 'audit-key'), status: () => secrets.status() }, log),
    redact,
    now,
    log,
    onChanged: (status) => emit('audit.changed', status),
  })
  const setupFile = openSetupFile(userData, movedAs('setups-moved'))
  const agentKeyFile = openAgentKeyFile(userData, movedAs('agents-moved'))
  const deviceKeys = new DeviceKeys(agentKeyFile)
  const hostKeys = openHostKeyFile(userData, movedAs('host-keys-moved'))
  const accountsFile = openAccountsFile(userData, movedAs('accounts-moved'))
  const messageFile = openMessageFile(userData, movedAs('messages-moved'))
  const builtInFile = openBuiltInFile(userData, movedAs('built-in-moved'))
  return {
    redactor,
    redact,
    log,
    notices,
    settings,
    secrets,
    database,
    audit,
    setupFile,
    accountsFile,
    messageFile,
    builtInFile,
    agentKeyFile,
    deviceKeys,
    hostKeys,
  }
}
