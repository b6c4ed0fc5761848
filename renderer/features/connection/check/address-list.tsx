import { IconAlertTriangle, IconCircle, IconCircleCheckFilled, IconLoader2, IconShieldX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AddressHealth } from '../../../../preload/contract/models/broker/connection.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './address-list.module.css'

const ICONS = {
  untried: IconCircle,
  trying: IconLoader2,
  'in-use': IconCircleCheckFilled,
  ok: IconCircleCheckFilled,
  failed: IconAlertTriangle,
  'other-broker': IconShieldX,
} as const

/** Each address of a connection that has several: how it did last, and why not. Nothing for one with a single address. */
export function AddressList({ addresses = [] }: { readonly addresses?: readonly AddressHealth[] | undefined }) {
  const { t, i18n } = useTranslation('connection')
  if (addresses.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('addresses.title')}>
      {addresses.map(({ address, state, failure }) => {
        const Icon = ICONS[state]
        return (
          <li key={address} className={classes.entry} data-state={state}>
            <Icon size={16} aria-hidden />
            <span>
              <span className={classes.address}>{address}</span> <b>{t(`addresses.states.${state}`)}</b>
              {failure && <span className={classes.why}> {localized(failure.message, i18n.language)}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
