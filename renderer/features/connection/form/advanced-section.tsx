import { Collapse, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './profile-form.module.css'

interface AdvancedSectionProps {
  /** Something in it has to be corrected. */
  readonly hasError: boolean
  readonly children: ReactNode
}

/** Folds away the fields that most connections leave as they are. */
export function AdvancedSection({ hasError, children }: AdvancedSectionProps) {
  const { t } = useTranslation('connection')
  const [isUnfolded, { toggle }] = useDisclosure(false)
  const id = useId()
  const isOpen = isUnfolded || hasError
  return (
    <div>
      <button
        type="button"
        className={classes.advancedToggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        <IconChevronRight size={16} aria-hidden />
        {t('form.advanced')}
      </button>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="md" pt="sm">
          {children}
        </Stack>
      </Collapse>
    </div>
  )
}
