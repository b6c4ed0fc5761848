import { ActionIcon, Button, PasswordInput, TextInput, Tooltip } from '@mantine/core'
import { IconTrash, IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateLine } from '../../../components/state-line.tsx'
import { newPassword } from '../../../lib/new-password.ts'
import classes from '../broker.module.css'
import type { AccountDraft } from './built-in-draft.ts'

interface AccountFieldsProps {
  readonly account: AccountDraft
  readonly nameLabel: string
  /** False where certificates stand for passwords. */
  readonly hasPassword: boolean
  readonly onChange: (account: AccountDraft) => void
  /** Null for the operator, who cannot be taken away. */
  readonly onRemove: (() => void) | null
  readonly error: string | null
}

/** Name and password of one account. A new password can be seen: it has to be typed into the device. */
export function AccountFields({ account, nameLabel, hasPassword, onChange, onRemove, error }: AccountFieldsProps) {
  const { t } = useTranslation('broker')
  const [isVisible, setIsVisible] = useState(false)
  const removeLabel = t('builtIn.removeAccount', { name: account.name })
  return (
    <div className={classes.account}>
      <TextInput
        label={nameLabel}
        value={account.name}
        maxLength={64}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        error={error !== null}
        onChange={(event) => onChange({ ...account, name: event.currentTarget.value })}
      />
      {hasPassword && (
        <PasswordInput
          label={t('builtIn.password')}
          value={account.password}
          maxLength={256}
          autoComplete="off"
          placeholder={account.isStored ? t('shell:secret.stored') : ''}
          visible={isVisible}
          onVisibilityChange={setIsVisible}
          visibilityToggleButtonProps={{ 'aria-label': t('shell:secret.toggle') }}
          onChange={(event) => onChange({ ...account, password: event.currentTarget.value })}
        />
      )}
      {hasPassword && (
        <Button
          variant="default"
          leftSection={<IconWand size={15} aria-hidden />}
          onClick={() => {
            onChange({ ...account, password: newPassword() })
            setIsVisible(true)
          }}
        >
          {t('builtIn.generate')}
        </Button>
      )}
      {onRemove && (
        <Tooltip label={removeLabel}>
          <ActionIcon variant="default" size={36} aria-label={removeLabel} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {error !== null && (
        <div className={classes.problem}>
          <StateLine tone="bad">{error}</StateLine>
        </div>
      )}
    </div>
  )
}
