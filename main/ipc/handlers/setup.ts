import type { setupRoutes } from '../../../preload/contract/routes/setup.ts'
import type { Setups } from '../../setup/setups.ts'
import type { HandlersOf } from '../router.ts'

/** What needs a dialog of main, or another service. Null: the dialog was cancelled. */
export interface SetupControl {
  saveFolder(id: string): Promise<{ readonly path: string } | null>
  saveZip(id: string): Promise<{ readonly path: string } | null>
  saveCaKey(id: string, passphrase: string): Promise<{ readonly path: string } | null>
  /** The text of the chosen file. */
  openCaKey(): Promise<string | null>
  createProfile(id: string, operator: string | null): Promise<{ readonly profileId: string }>
}

export function setupHandlers(deps: {
  readonly setups: Setups
  readonly control: SetupControl
}): HandlersOf<typeof setupRoutes> {
  const { setups, control } = deps
  return {
    'setup.list': () => setups.list(),
    'setup.suggest': () => setups.suggest(),
    'setup.check': ({ draft }) => setups.check(draft),
    'setup.prepare': ({ draft }) => setups.prepare(draft),
    'setup.prove': ({ id, proofId }) => setups.prove(id, proofId),
    'setup.cancelProof': ({ proofId }) => {
      setups.cancelProof(proofId)
      return null
    },
    'setup.saveFolder': ({ id }) => control.saveFolder(id),
    'setup.saveZip': ({ id }) => control.saveZip(id),
    'setup.saveCaKey': ({ id, passphrase }) => control.saveCaKey(id, passphrase),
    'setup.loadCaKey': async ({ id, passphrase }) => {
      const pem = await control.openCaKey()
      return pem === null ? null : setups.takeCaKey(id, pem, passphrase)
    },
    'setup.keep': ({ id }) => setups.keep(id),
    'setup.renew': ({ id }) => setups.renew(id),
    'setup.remove': async ({ id }) => {
      await setups.remove(id)
      return null
    },
    'setup.createProfile': ({ id, operator }) => control.createProfile(id, operator),
  }
}
