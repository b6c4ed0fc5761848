import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_LIMITS } from '../../../../preload/contract/models/broker/accounts.ts'

interface FormDialogProps {
  readonly title: string
  readonly isBusy: boolean
  readonly isComplete: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** One account, group or role while it is typed; what follows is its review. */
export function FormDialog({ title, isBusy, isComplete, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation('accounts')
  return (
    <Modal opened onClose={onClose} size="xl" title={title} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete) onSubmit()
        }}
      >
        <Stack gap="sm">
          {children}
          <Group justify="flex-end" gap="xs" className="wp-form-foot">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit" disabled={!isComplete} loading={isBusy}>
              {t('form.review')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface TextFieldsProps {
  readonly textName: string
  readonly textDescription: string
  readonly onChange: (texts: { readonly textName?: string; readonly textDescription?: string }) => void
}

/** Name and description for people; the broker does not use them. */
export function TextFields({ textName, textDescription, onChange }: TextFieldsProps) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <TextInput
        label={t('form.textName')}
        value={textName}
        maxLength={ACCOUNT_LIMITS.text}
        onChange={({ currentTarget }) => onChange({ textName: currentTarget.value })}
      />
      <TextInput
        label={t('form.textDescription')}
        value={textDescription}
        maxLength={ACCOUNT_LIMITS.text}
        onChange={({ currentTarget }) => onChange({ textDescription: currentTarget.value })}
      />
    </>
  )
}
