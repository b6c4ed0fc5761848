import { AppError } from '../../preload/contract/errors.ts'
import type { Profile, ProfileSecretChanges } from '../../preload/contract/models/broker/connection.ts'
import type { AccountsTaken, SetupPlan, SetupPrepared, SetupView } from '../../preload/contract/models/broker/setup.ts'
import { openKeyFile, saveKeyFile } from '../shared/certificates/ca-key-file.ts'
import type { CertificateWithKey } from '../shared/certificates/issuer.ts'
import type { Dialogs } from '../shared/dialogs.ts'
import { writeWhole } from '../shared/files.ts'
import { takeAccounts } from './accounts/take-accounts.ts'
import type { SetupMaterial } from './certificates/material.ts'
import { writeFiles, zipFiles } from './files/write-files.ts'
import { hasPasswords, hasTls, hostsForPeople } from './plan/plan-traits.ts'
import type { Prepared } from './prepare.ts'
import type { Setups } from './setups.ts'

/** The broker inside the app, as far as a set-up needs it. */
export interface BuiltInPort {
  /** Saves the choice, starts it, and makes its connection profile. */
  save(input: BuiltInInput): Promise<{ readonly profileId: string | null }>
  view(): { readonly accounts: readonly AccountOf[]; readonly choice: { readonly startsWithApp: boolean } | null }
  /** PEM of the authority in use; null without TLS. */
  certificates(): { readonly ca: string | null }
  /** Shuts a device out at once and for good. */
  takeOut(device: string, serials: readonly string[]): Promise<unknown>
}

interface AccountOf {
  readonly name: string
  readonly role: 'operator' | 'device'
}

interface BuiltInInput {
  readonly choice: {
    readonly mode: SetupPlan['mode']
    readonly host: string
    readonly port: number
    readonly startsWithApp: boolean
    readonly names: readonly string[]
  }
  /** Without a password the one that is set stays. */
  readonly accounts: readonly (AccountOf & { readonly password?: string })[]
  readonly given:
    | (CertificateWithKey & {
        readonly ca: string | null
        /** Client certificate of the app's own operator, where clients show one. */
        readonly operator?: CertificateWithKey
      })
    | null
  /** Client certificates that were issued, and serials of those that were taken back; hex. */
  readonly ledger: {
    readonly issued: readonly { readonly account: string; readonly serial: string }[]
    readonly revoked: readonly string[]
  }
}

export interface SetupExportDeps {
  readonly setups: Setups
  readonly dialogs: Dialogs
  readonly profiles: { save(profile: Profile, secrets: ProfileSecretChanges): Promise<{ readonly id: string }> }
  readonly builtIn: BuiltInPort
  readonly newId: () => string
  readonly now: () => number
}

/** Carries a set-up out of the app: its files, an archive, the authority's key, a connection profile, the built-in broker. */
export class SetupExport {
  readonly #deps: SetupExportDeps

  constructor(deps: SetupExportDeps) {
    this.#deps = deps
  }

  /** Saves the set-up first, because files in the field whose authority is lost could not be extended. */
  async saveFolder(id: string): Promise<{ readonly path: string } | null> {
    const { setups, dialogs } = this.#deps
    await setups.save(id)
    const path = await dialogs.chooseFolder(setups.savedIn(id))
    if (path === null) return null
    const files = await setups.files(id)
    try {
      await writeFiles(path, files, false)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'FILES_EXIST') throw error
      const isAgreed = await dialogs.confirm(replaceQuestion(path, Number(error.data.count), String(error.data.first)))
      if (!isAgreed) return null
      await writeFiles(path, files, true)
    }
    setups.noteSavedIn(id, path)
    return { path }
  }

  /** Reads accounts from a file of the operator for a draft. Throws `DISK_FAILED`. */
  takeAccounts(id: string): Promise<AccountsTaken | null> {
    const { setups, dialogs } = this.#deps
    return takeAccounts(dialogs, (passwords) => setups.given.take(id, passwords))
  }

  async saveZip(id: string): Promise<{ readonly path: string } | null> {
    const { setups, dialogs, now } = this.#deps
    await setups.save(id)
    const { plan } = await setups.prepared(id)
    const path = await dialogs.saveAs(`${fileName(plan.name)}.zip`)
    if (path === null) return null
    await writeWhole(path, zipFiles(await setups.files(id), new Date(now())))
    setups.noteSavedIn(id, path)
    return { path }
  }

  async saveCaKey(id: string, passphrase: string): Promise<{ readonly path: string } | null> {
    const { setups, dialogs } = this.#deps
    const { plan } = await setups.prepared(id)
    const key = await setups.encryptedCaKey(id, passphrase)
    const saved = await saveKeyFile(dialogs, `${fileName(plan.name)}-ca-key.pem`, key)
    if (saved !== null) setups.noteCaKeySaved(id)
    return saved
  }

  /** Reads such a file back. Throws `CA_KEY_UNUSABLE`, or `DISK_FAILED` for a file that cannot be read or is no key. */
  async loadCaKey(id: string, passphrase: string): Promise<SetupView | null> {
    const pem = await openKeyFile(this.#deps.dialogs)
    return pem === null ? null : this.#deps.setups.takeCaKey(id, pem, passphrase)
  }

  /**
   * Prepares a saved set-up with further devices, for review. Where the built-in broker runs on this set-up it lets them in
   * at once, and the set-up is saved so. Throws as `Setups.addDevices` does.
   */
  async addDevices(id: string, devices: readonly string[], site: string | null = null): Promise<SetupPrepared> {
    const { setups, builtIn } = this.#deps
    const added = await setups.addDevices(id, devices, site)
    if (added.review === null) return added
    const prepared = await setups.prepared(id)
    if (!this.#isBuiltInOf(prepared)) return added
    const { accounts, choice } = builtIn.view()
    const input = builtInFor(prepared)
    const others = accounts.filter(({ name }) => !input.accounts.some((account) => account.name === name))
    const startsWithApp = choice?.startsWithApp ?? true
    await setups.save(id)
    // Accounts made on the broker page stay.
    await builtIn.save({
      ...input,
      choice: { ...input.choice, startsWithApp },
      accounts: [...input.accounts, ...others.filter(({ role }) => role === 'device')],
    })
    return added
  }

  /**
   * Prepares a saved set-up without a device, for review. The built-in broker has no files to place: where it runs on this
   * set-up it shuts the device out at once, and the set-up is saved so. Throws as `Setups.takeOut` does.
   */
  async takeOut(id: string, device: string): Promise<SetupPrepared> {
    const { setups, builtIn } = this.#deps
    const taken = await setups.takeOut(id, device)
    if (taken.review === null) return taken
    const prepared = await setups.prepared(id)
    if (prepared.plan.platform !== 'builtin') return taken
    if (this.#isBuiltInOf(prepared)) await builtIn.takeOut(device, serialsOf(prepared.material))
    await setups.save(id)
    setups.discard(id)
    return taken
  }

  /** Makes the operator's connection, to the broker's first name. The built-in broker is set up and started with it. */
  async createProfile(id: string, operator: string | null): Promise<{ readonly profileId: string }> {
    const { setups, profiles, newId } = this.#deps
    await setups.save(id)
    const prepared = await setups.prepared(id)
    if (prepared.plan.platform === 'builtin') {
      const { profileId } = await this.#deps.builtIn.save(builtInFor(prepared))
      if (profileId === null) throw new AppError('NOT_FOUND', { what: 'profile' })
      setups.noteProfile(id, profileId)
      return { profileId }
    }
    const { profile, secrets } = profileFor(prepared, operator, newId())
    const saved = await profiles.save(profile, secrets)
    setups.noteProfile(id, saved.id)
    return { profileId: saved.id }
  }

  /** Returns the folder to which the files were saved last, or the archive. Throws `NOT_FOUND`. */
  savedPlace(id: string): string {
    const path = this.#deps.setups.savedIn(id)
    if (path === null) throw new AppError('NOT_FOUND', { what: 'folder' })
    return path
  }

  /** True if the broker inside the app runs on this set-up. */
  #isBuiltInOf({ plan, material }: Prepared): boolean {
    if (plan.platform !== 'builtin') return false
    const { builtIn } = this.#deps
    if (builtIn.view().choice === null) return false
    return builtIn.certificates().ca === (hasTls(plan) ? (material.ca?.certificate ?? null) : null)
  }
}

/** Turns a prepared set-up into the input of the built-in broker. */
function builtInFor({ plan, material }: Prepared): BuiltInInput {
  const accountsWith = (names: readonly string[], role: 'operator' | 'device') =>
    names.map((name) => {
      const password = material.passwords.get(name)
      return { name, role, ...(password === undefined ? {} : { password }) }
    })
  const { server, ca } = material
  const operator = plan.mode === 'mtls' ? material.clients.get(plan.operators[0] ?? '') : undefined
  return {
    choice: {
      mode: plan.mode,
      host: plan.isLoopbackOnly ? '127.0.0.1' : '0.0.0.0',
      port: plan.port,
      startsWithApp: true,
      names: plan.hosts,
    },
    accounts: [...accountsWith(plan.operators, 'operator'), ...accountsWith(plan.devices, 'device')],
    given:
      hasTls(plan) && server !== null
        ? { ...server, ca: ca?.certificate ?? null, ...(operator === undefined ? {} : { operator }) }
        : null,
    ledger: { issued: material.ledger.issued, revoked: serialsOf(material) },
  }
}

function serialsOf({ ledger }: SetupMaterial): string[] {
  return ledger.revoked.map(({ serial }) => serial)
}

/** Makes the profile by which an operator of a set-up connects. */
function profileFor(
  { plan, material }: Prepared,
  operator: string | null,
  profileId: string,
): { profile: Profile; secrets: ProfileSecretChanges } {
  const client = operator === null || plan.mode !== 'mtls' ? undefined : material.clients.get(operator)
  const password = operator === null || !hasPasswords(plan) ? undefined : material.passwords.get(operator)
  const [host = '', ...others] = hostsForPeople(plan)
  return {
    profile: {
      id: profileId,
      name: plan.name,
      host,
      port: plan.port,
      security: plan.mode,
      transport: 'tcp',
      path: null,
      trust: 'ca',
      pinnedCertificate: null,
      username: hasPasswords(plan) ? operator : null,
      ca: hasTls(plan) ? (material.ca?.certificate ?? null) : null,
      clientCertificate: client?.certificate ?? null,
      serverName: null,
      clientIdPrefix: 'waypost',
      keepaliveS: 30,
      connectAtStart: true,
      ...(others.length === 0
        ? {}
        : { otherAddresses: others.map((other) => ({ host: other, port: plan.port, serverName: null })) }),
    },
    secrets: {
      ...(password === undefined ? {} : { password }),
      ...(client === undefined ? {} : { clientKey: client.key }),
    },
  }
}

/** Makes a file name that every file system takes. */
function fileName(name: string): string {
  return `waypost-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|(?<!-)-+$/g, '') || 'broker'}`
}

function replaceQuestion(folder: string, count: number, first: string) {
  return {
    title: { en: 'Replace the files that are there?', zh: '替换已有的文件？' },
    detail: {
      en:
        count === 1
          ? `${first} is in ${folder} already. It would be overwritten.`
          : `${count} of the files are in ${folder} already, for example ${first}. They would be overwritten.`,
      zh:
        count === 1
          ? `${folder} 中已有 ${first}。它将被覆盖。`
          : `${folder} 中已有其中 ${count} 个文件，例如 ${first}。它们将被覆盖。`,
    },
    yes: { en: 'Replace', zh: '替换' },
  }
}
