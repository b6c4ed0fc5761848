import { randomUUID } from 'node:crypto'
import type { AccountsRecord } from '../../../main/broker/accounts/accounts-record.ts'
import { BrokerAccounts } from '../../../main/broker/accounts/broker-accounts.ts'
import { commandsBetween } from '../../../main/broker/accounts/commands-between.ts'
import { type ControlCommand, type WireAcl, withPasswords } from '../../../main/broker/accounts/control-commands.ts'
import { ControlSession } from '../../../main/broker/accounts/control-session.ts'
import type { KeptChange } from '../../../main/broker/accounts/kept-changes.ts'
import { openSecondSession, type SecondSessionHandlers } from '../../../main/broker/page/second-session.ts'
import { systemTimers } from '../../../main/shared/timers.ts'
import type {
  AccountClient,
  AccountRole,
  AccountsChange,
  AccountsSnapshot,
  AccountsView,
} from '../../../preload/contract/models/broker/accounts.ts'
import { type DynamicSecurityContent, startDynamicSecurity } from '../../support/brokers/dynamic-security.ts'
import { newConnection, SILENT_LOG, targetFor } from './fixture.ts'

export const PASSWORD = 'a-password-of-tests'

interface Login {
  readonly port: number
  readonly username: string | null
  readonly password: string | null
  readonly patienceMs?: number
}

/** The accounts of a broker, as an operator with this login sees them. */
export function accountsOf({ port, username, password, patienceMs = 3_000 }: Login) {
  const target = targetFor({ port, security: username === null ? 'anonymous' : 'password', username }, { password })
  const open = (handlers: SecondSessionHandlers) => openSecondSession(target, 5, handlers)
  const records: AccountsRecord[] = []
  let kept: readonly KeptChange[] = []
  const accounts = new BrokerAccounts({
    open,
    timers: systemTimers,
    patienceMs,
    status: () => ({ ...newConnection().status(), state: 'connected', profileId: 'profile-1' }),
    isElsewhere: () => false,
    ownNames: async () => (username === null ? [] : [username]),
    operator: () => 'Ada',
    audit: { approved: async (record) => void records.push(record), ended: (record) => void records.push(record) },
    store: {
      list: () => kept,
      save: (changes) => {
        kept = changes
      },
    },
    now: Date.now,
    newId: randomUUID,
    log: SILENT_LOG,
  })
  /** Sends commands past the service, and resolves with what the broker lists then. */
  const send = async (
    commandsOf: (before: AccountsSnapshot) => readonly ControlCommand[],
  ): Promise<AccountsSnapshot> => {
    const control = await ControlSession.open({ open, timers: systemTimers })
    try {
      for (const answer of await control.ask(commandsOf(await control.snapshot()))) {
        if (answer?.error !== null) throw new Error(`${answer?.command}: ${answer?.error}`)
      }
      return await control.snapshot()
    } finally {
      await control.close()
    }
  }
  return {
    accounts,
    records,
    read: async (): Promise<Extract<AccountsView, { state: 'ready' }>> => {
      const view = await accounts.read()
      if (view.state !== 'ready') throw new Error(`not ready: ${view.state}`)
      return view
    },
    /** Reviews a change and sends it, with the one password of these tests. */
    make: async (change: AccountsChange): Promise<AccountsView> => {
      const { id, passwordsFor } = await accounts.review(change)
      return accounts.apply(id, new Map(passwordsFor.map((name) => [name, PASSWORD])))
    },
    send,
    /** Sends commands past the service, and resolves with their answers. */
    ask: async (commands: readonly ControlCommand[]) => {
      const control = await ControlSession.open({ open, timers: systemTimers })
      return control.ask(commands).finally(() => control.close())
    },
    /** Leads the broker from its state to another, past the service, and resolves with what it lists then. */
    reach: (wanted: AccountsSnapshot) =>
      send((before) => withPasswords(commandsBetween(before, wanted), () => PASSWORD)),
  }
}

/** Lets the administrator publish for others to receive. */
const EVERYWHERE: WireAcl = { acltype: 'publishClientSend', topic: '#', priority: 0, allow: true }

/** Rules as the plugin takes them. */
export function wireAcls(role: AccountRole | undefined): readonly WireAcl[] {
  return (role?.acls ?? []).map(({ type, topic, priority, isAllowed }) => ({
    acltype: type,
    topic,
    priority,
    allow: isAllowed,
  }))
}

export type AccountsScene = Awaited<ReturnType<typeof startAccounts>>

/** A broker with the plugin, its administrator, and what it lists at first. `content`: more for its file. */
export async function startAccounts(content?: DynamicSecurityContent) {
  const { broker, admin, stop } = await startDynamicSecurity(content)
  const asAdmin = () => accountsOf({ port: broker.port, ...admin })
  const start = await asAdmin().send(({ roles }) => [
    {
      command: 'modifyRole',
      rolename: 'admin',
      acls: [...wireAcls(roles.find(({ name }) => name === 'admin')), EVERYWHERE],
    },
  ])
  return {
    port: broker.port,
    admin,
    start,
    asAdmin,
    stop,
    administrator: (): { readonly client: AccountClient; readonly role: AccountRole } => {
      const [client, role] = [start.clients[0], start.roles[0]]
      if (client === undefined || role === undefined) throw new Error('no administrator')
      return { client, role }
    },
  }
}
