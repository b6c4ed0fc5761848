import { ActionIcon, Button, NumberInput, Select, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ACCOUNT_LIMITS, type HeldName } from '../../../../preload/contract/models/broker/accounts.ts'
import classes from './accounts.module.css'
import { shownName } from './shown-name.ts'

interface HeldFieldsProps {
  readonly label: string
  readonly addLabel: string
  readonly held: readonly HeldName[]
  /** Names that there are. */
  readonly names: readonly string[]
  readonly onChange: (held: readonly HeldName[]) => void
}

/** Roles or groups with their priority; the highest is asked first. */
export function HeldFields({ label, addLabel, held, names, onChange }: HeldFieldsProps) {
  const { t } = useTranslation('accounts')
  const free = names.filter((name) => !held.some((one) => one.name === name))
  const replace = (index: number, next: HeldName) => onChange(held.map((one, at) => (at === index ? next : one)))
  return (
    <fieldset className={classes.held}>
      <legend>{label}</legend>
      {held.map((one, index) => (
        <div key={one.name} className={classes.heldRow}>
          <Select
            aria-label={t('form.heldName', { number: index + 1 })}
            searchable
            allowDeselect={false}
            value={one.name}
            data={[one.name, ...free].map((name) => ({ value: name, label: shownName(name) }))}
            onChange={(name) => name !== null && replace(index, { ...one, name })}
          />
          <NumberInput
            aria-label={t('form.priorityOf', { name: shownName(one.name) })}
            placeholder={t('form.priority')}
            allowDecimal={false}
            min={-1}
            max={ACCOUNT_LIMITS.priority}
            value={one.priority === -1 ? '' : one.priority}
            onChange={(priority) => replace(index, { ...one, priority: priority === '' ? -1 : Number(priority) })}
          />
          <Tooltip label={t('form.remove', { name: shownName(one.name) })}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('form.remove', { name: shownName(one.name) })}
              onClick={() => onChange(held.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        disabled={free.length === 0}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...held, { name: free[0] ?? '', priority: -1 }])}
      >
        {addLabel}
      </Button>
    </fieldset>
  )
}
