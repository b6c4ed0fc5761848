import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconHelpCircle, IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { SAVED_FILTERS } from '../../../preload/contract/models/limits.ts'
import type { FilterFault } from '../devices/filter/filter-input.tsx'
import classes from './history-view.module.css'

const EXAMPLES = [
  'outcome:failed,silent',
  'outcome:rejected,withheld',
  'device:gw-1',
  'class:destructive',
  'source:assistant',
  'operator:li',
  'after:7d -class:read',
  'on:yesterday',
  '"load average"',
]

interface HistoryFilterProps {
  readonly value: string
  readonly fault: FilterFault | null
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onChange: (value: string) => void
}

/** Takes words to search for and conditions, and names a mistake at its word. */
export function HistoryFilter({ value, fault, inputRef, onChange }: HistoryFilterProps) {
  const { t } = useTranslation('history')
  return (
    <TextInput
      ref={inputRef}
      className={classes.search ?? ''}
      type="search"
      size="xs"
      aria-label={t('search')}
      placeholder={t('searchHint')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        <Menu width={280} position="bottom-end">
          <Menu.Target>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('help')}>
              <IconHelpCircle size={15} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('helpText')}</Menu.Label>
            {EXAMPLES.map((example) => (
              <Menu.Item
                key={example}
                className={classes.example ?? ''}
                onClick={() => onChange(`${value} ${example}`.trim())}
              >
                {example}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
      spellCheck={false}
      maxLength={SAVED_FILTERS.maxChars}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={
        fault && (
          <span role="alert">
            <code className={classes.word}>{fault.word}</code> {t(`fault.${fault.reason}`)}
          </span>
        )
      }
    />
  )
}
