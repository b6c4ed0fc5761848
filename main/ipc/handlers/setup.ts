import type { setupRoutes } from '../../../preload/contract/routes/setup.ts'
import type { SetupDesk } from '../../setup/setup-desk.ts'
import type { Setups } from '../../setup/setups.ts'
import type { HandlersOf } from '../router.ts'

export function setupHandlers(deps: {
  readonly setups: Setups
  readonly desk: SetupDesk
}): HandlersOf<typeof setupRoutes> {
  const { setups, desk } = deps
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
    'setup.saveFolder': ({ id }) => desk.saveFolder(id),
    'setup.saveZip': ({ id }) => desk.saveZip(id),
    'setup.saveCaKey': ({ id, passphrase }) => desk.saveCaKey(id, passphrase),
    'setup.loadCaKey': ({ id, passphrase }) => desk.loadCaKey(id, passphrase),
    'setup.keep': ({ id }) => setups.keep(id),
    'setup.renew': ({ id }) => setups.renew(id),
    'setup.discard': ({ id }) => {
      setups.discard(id)
      return null
    },
    'setup.remove': async ({ id }) => {
      await setups.remove(id)
      return null
    },
    'setup.createProfile': ({ id, operator }) => desk.createProfile(id, operator),
  }
}
