import type { brokerRoutes } from '../../../../preload/contract/routes/broker/broker.ts'
import type { BuiltInBroker } from '../../../broker/built-in/built-in-broker.ts'
import { BUILT_IN_PROFILE_ID } from '../../../broker/built-in/profile.ts'
import type { BrokerPage } from '../../../broker/page/broker-page.ts'
import type { TopicTester } from '../../../broker/page/topic-tester.ts'
import { openKeyFile, saveKeyFile } from '../../../shared/certificates/ca-key-file.ts'
import type { Dialogs } from '../../../shared/dialogs.ts'
import type { HandlersOf } from '../../router.ts'

export function brokerHandlers(deps: {
  readonly page: BrokerPage
  readonly tester: TopicTester
  readonly builtIn: BuiltInBroker
  readonly connection: {
    /** Closes a connection that uses the profile: it must not retry against a broker that was stopped on purpose. */
    release(profileId: string): Promise<void>
    forget(profileId: string): Promise<void>
  }
  readonly dialogs: Pick<Dialogs, 'openFile' | 'saveAs'>
  readonly saveText: (name: string, text: string) => Promise<{ readonly path: string } | null>
}): HandlersOf<typeof brokerRoutes> {
  const { page, tester, builtIn, connection } = deps
  return {
    'broker.watch': ({ isOpen }) => page.watch(isOpen),
    'broker.certificates': () => page.certificates(),
    'broker.subscribe': ({ filter, qos }) => tester.subscribe(filter, qos),
    'broker.unsubscribe': ({ filter }) => tester.unsubscribe(filter),
    'broker.clearMessages': () => tester.clear(),
    'broker.publish': (message) => tester.publish(message),
    'broker.checkTopic': () => tester.check(),
    'broker.useLog': ({ source }) => page.useLog(source),
    'broker.chooseLog': async () => {
      const path = await deps.dialogs.openFile()
      return path === null ? null : page.chooseLog(path)
    },
    'builtIn.save': (input) => builtIn.save(input),
    'builtIn.get': () => builtIn.view(),
    'builtIn.start': () => builtIn.start(),
    'builtIn.stop': async () => {
      await connection.release(BUILT_IN_PROFILE_ID)
      return builtIn.stop()
    },
    'builtIn.remove': async () => {
      await connection.forget(BUILT_IN_PROFILE_ID)
      return builtIn.remove()
    },
    'builtIn.renew': () => builtIn.renew(),
    'builtIn.saveDeviceCertificate': async ({ name }) =>
      deps.saveText(`${name}.pem`, await builtIn.clientCertificate(name)),
    'builtIn.saveCa': async () => {
      const { ca } = builtIn.certificates()
      return ca === null ? null : deps.saveText('waypost-ca.crt', ca)
    },
    'builtIn.saveCaKey': async ({ passphrase }) => {
      const { pem, certificate } = await builtIn.encryptedCaKey(passphrase)
      const saved = await saveKeyFile(deps.dialogs, 'waypost-ca-key.pem', pem)
      return saved === null ? null : { ...saved, view: await builtIn.caKeySaved(certificate) }
    },
    'builtIn.loadCaKey': async ({ passphrase }) => {
      const pem = await openKeyFile(deps.dialogs)
      return pem === null ? null : builtIn.takeCaKey(pem, passphrase)
    },
    'builtIn.replaceCa': () => builtIn.replaceCa(),
  }
}
