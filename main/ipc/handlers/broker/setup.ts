import type { setupRoutes } from '../../../../preload/contract/routes/broker/setup.ts'
import type { SetupExport } from '../../../setup/setup-export.ts'
import type { Setups } from '../../../setup/setups.ts'
import type { HandlersOf } from '../../router.ts'

/** Both are loaded with the first request. */
export function setupHandlers(deps: {
  readonly setups: () => Promise<Setups>
  readonly export: () => Promise<SetupExport>
  /** Shows a folder, or the folder of a file, in the system's file manager. */
  readonly showPath: (path: string) => Promise<void>
}): HandlersOf<typeof setupRoutes> {
  const byService = async <T>(answer: (setups: Setups) => T | Promise<T>): Promise<T> => answer(await deps.setups())
  const byExport = async <T>(answer: (out: SetupExport) => Promise<T>): Promise<T> => answer(await deps.export())
  return {
    'setup.list': () => byService((setups) => setups.list()),
    'setup.suggest': () => byService((setups) => setups.suggest()),
    'setup.check': ({ draft }) => byService((setups) => setups.check(draft)),
    'setup.checkBridges': async ({ plan, texts }) =>
      (await import('../../../setup/bridges/check-bridges.ts')).checkBridges(plan, texts),
    'setup.prepare': ({ draft }) => byService((setups) => setups.prepare(draft)),
    'setup.prove': ({ id, proofId }) => byService((setups) => setups.prove(id, proofId)),
    'setup.cancelProof': ({ proofId }) =>
      byService((setups) => {
        setups.cancelProof(proofId)
        return null
      }),
    'setup.save': ({ id }) => byService((setups) => setups.save(id)),
    'setup.renew': ({ id }) => byService((setups) => setups.renew(id)),
    'setup.discard': ({ id }) =>
      byService((setups) => {
        setups.discard(id)
        return null
      }),
    'setup.remove': ({ id }) =>
      byService(async (setups) => {
        await setups.remove(id)
        return null
      }),
    'setup.takeAccounts': ({ id }) => byExport((out) => out.takeAccounts(id)),
    'setup.saveFolder': ({ id }) => byExport((out) => out.saveFolder(id)),
    'setup.saveZip': ({ id }) => byExport((out) => out.saveZip(id)),
    'setup.saveCaKey': ({ id, passphrase }) => byExport((out) => out.saveCaKey(id, passphrase)),
    'setup.loadCaKey': ({ id, passphrase }) => byExport((out) => out.loadCaKey(id, passphrase)),
    'setup.takeOut': ({ id, device }) => byExport((out) => out.takeOut(id, device)),
    'setup.addDevices': ({ id, devices, site }) => byExport((out) => out.addDevices(id, devices, site ?? null)),
    'setup.openFolder': ({ id }) =>
      byExport(async (out) => {
        await deps.showPath(out.savedPlace(id))
        return null
      }),
    'setup.createProfile': ({ id, operator }) => byExport((out) => out.createProfile(id, operator)),
  }
}
