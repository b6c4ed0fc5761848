import { useTranslation } from 'react-i18next'
import type { BuiltInClient } from '../../../../preload/contract/models/broker/broker.ts'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { useFormat } from '../../../lib/use-format.ts'
import classes from '../broker.module.css'

const SHOWN = 50

/** Who is connected to the built-in broker, the newest first. */
export function BuiltInClients({ clients }: { readonly clients: readonly BuiltInClient[] }) {
  const { t } = useTranslation('broker')
  const format = useFormat()
  const shown = clients.slice(-SHOWN).reverse()
  return (
    <section className={classes.panel} aria-label={t('builtIn.clients')}>
      <h2 className={classes.title}>
        {t('builtIn.clients')} · {format.number(clients.length)}
      </h2>
      {shown.length === 0 ? (
        <p className={classes.text}>{t('builtIn.noClients')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('builtIn.account')}</th>
              <th>{t('builtIn.clientId')}</th>
              <th>{t('builtIn.address')}</th>
              <th>{t('builtIn.connected')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ clientId, name, address, since }) => (
              <tr key={`${clientId} ${since}`}>
                <td>{name ?? t('builtIn.anonymous')}</td>
                <td className={classes.mono}>{clientId}</td>
                <td className={classes.mono}>{address}</td>
                <td>
                  <RelativeTime at={since} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {clients.length > SHOWN && (
        <p className={classes.why}>{t('builtIn.moreClients', { number: format.number(clients.length - SHOWN) })}</p>
      )}
    </section>
  )
}
