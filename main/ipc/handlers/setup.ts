import type { setupRoutes } from '../../../preload/contract/routes/setup.ts'
import type { SetupExport } from '../../setup/setup-export.ts'
import type { Setups } from '../../setup/setups.ts'
import type { HandlersOf } from '../router.ts'

/** Both are loaded with the first request. */
export function setupHandlers(deps: {
  readonly setups: () => Promise<Setups>
  readonly desk: () => Promise<SetupExport>
}): HandlersOf<typeof setupRoutes> {
  const { setups, desk } = deps
  return {
    'setup.list': async () => (await setups()).list(),
    'setup.suggest': async () => (await setups()).suggest(),
    'setup.check': async ({ draft }) => (await setups()).check(draft),
    'setup.prepare': async ({ draft }) => (await setups()).prepare(draft),
    'setup.prove': async ({ id, proofId }) => (await setups()).prove(id, proofId),
    'setup.cancelProof': async ({ proofId }) => {
      const service = await setups()
      service.cancelProof(proofId)
      return null
    },
    'setup.saveFolder': async ({ id }) => (await desk()).saveFolder(id),
    'setup.saveZip': async ({ id }) => (await desk()).saveZip(id),
    'setup.saveCaKey': async ({ id, passphrase }) => (await desk()).saveCaKey(id, passphrase),
    'setup.loadCaKey': async ({ id, passphrase }) => (await desk()).loadCaKey(id, passphrase),
    'setup.keep': async ({ id }) => (await setups()).keep(id),
    'setup.renew': async ({ id }) => (await setups()).renew(id),
    'setup.takeOut': async ({ id, device }) => (await desk()).takeOut(id, device),
    'setup.discard': async ({ id }) => {
      const service = await setups()
      service.discard(id)
      return null
    },
    'setup.remove': async ({ id }) => {
      const service = await setups()
      await service.remove(id)
      return null
    },
    'setup.createProfile': async ({ id, operator }) => (await desk()).createProfile(id, operator),
  }
}
