import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { sentences } from '../../../lib/i18n/i18n.ts'
import { newPassword } from '../../../lib/new-password.ts'
import classes from '../broker.module.css'
import { AccountFields } from './account-fields.tsx'
import { type BuiltInDraft, withAccount, withDevice, withoutAccount } from './built-in-draft.ts'

interface BuiltInAccountsProps {
  readonly draft: BuiltInDraft
  readonly onChange: (draft: BuiltInDraft) => void
  readonly errorOf: (account: string) => string | null
}

/** The operator's account and one for each device. */
export function BuiltInAccounts({ draft, onChange, errorOf }: BuiltInAccountsProps) {
  const { t, i18n } = useTranslation('broker')
  const hasPassword = draft.mode !== 'mtls'
  return (
    <section className={`${classes.panel} ${classes.stack}`} aria-label={t('builtIn.accounts')}>
      <div>
        <h2 className={classes.title}>{t('builtIn.accounts')}</h2>
        <p className={classes.text}>
          {sentences(
            [t('builtIn.accountsText'), t(hasPassword ? 'builtIn.accountsPasswords' : 'builtIn.accountsCertificates')],
            i18n.language,
          )}
        </p>
      </div>
      <AccountFields
        account={draft.operator}
        nameLabel={t('builtIn.operator')}
        hasPassword={hasPassword}
        onChange={(account) => onChange(withAccount(draft, account))}
        onRemove={null}
        error={errorOf(draft.operator.name)}
      />
      {draft.devices.map((device) => (
        <AccountFields
          key={device.key}
          account={device}
          nameLabel={t('builtIn.device')}
          hasPassword={hasPassword}
          onChange={(account) => onChange(withAccount(draft, account))}
          onRemove={() => onChange(withoutAccount(draft, device.key))}
          error={errorOf(device.name)}
        />
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange(withDevice(draft, newPassword()))}
        >
          {t('builtIn.addDevice')}
        </Button>
      </div>
    </section>
  )
}
