import { ActionIcon, Autocomplete, Menu, Tooltip } from '@mantine/core'
import { IconBookmark, IconFilter, IconHelpCircle, IconTrash } from '@tabler/icons-react'
import { memo, type RefObject, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFilter } from '../../../../preload/contract/models/app/settings.ts'
import { SAVED_FILTERS } from '../../../../preload/contract/models/limits.ts'
import places from '../../../components/field-fault.module.css'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { FaultText, type FilterFault } from './fault-text.tsx'
import { completionsOf, languageOf, lastWord } from './filter-completions.ts'
import classes from './filter-input.module.css'

const EXAMPLES = [
  'tag:roof',
  'status:lost,stale',
  'temp>70',
  'mem>90 disk>80',
  'seen<10m',
  'os:raspberrypi',
  '-tag:test',
  'data.humidity>60',
]

const EXAMPLES_ZH = [
  '标签:屋顶',
  '状态:失联,迟滞',
  '温度>70',
  '内存>90 磁盘>80',
  '最近<10分',
  '系统:树莓派',
  '-标签:测试',
  'data.humidity>60',
]

interface FilterInputProps {
  readonly value: string
  readonly fault: FilterFault | null
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onChange: (value: string) => void
}

/** The filter language with its mistakes named, and the filters kept under a name. */
export const FilterInput = memo(function FilterInput({ value, fault, inputRef, onChange }: FilterInputProps) {
  const { t, i18n } = useTranslation('devices')
  const completions = useMemo(() => completionsOf(value, languageOf(i18n.language)), [value, i18n.language])
  return (
    <div className={classes.field}>
      <Autocomplete
        ref={inputRef}
        type="search"
        size="xs"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconFilter size={14} aria-hidden />}
        rightSection={<FilterHelp onChoose={(example) => onChange(`${value} ${example}`.trim())} />}
        rightSectionPointerEvents="all"
        spellCheck={false}
        maxLength={SAVED_FILTERS.maxChars}
        value={value}
        data={completions}
        filter={({ options }) => options}
        renderOption={({ option }) => <span className={classes.example}>{lastWord(option.value)}</span>}
        maxDropdownHeight={280}
        onChange={onChange}
        classNames={{ root: places.field ?? '', wrapper: places.input ?? '', error: places.fault ?? '' }}
        error={fault && <FaultText fault={fault} />}
      />
      <SavedFilters value={value.trim()} isUsable={fault === null} onChoose={onChange} />
    </div>
  )
})

function FilterHelp({ onChoose }: { readonly onChoose: (example: string) => void }) {
  const { t, i18n } = useTranslation('devices')
  const examples = i18n.language.startsWith('zh') ? EXAMPLES_ZH : EXAMPLES
  return (
    <Menu width={300} position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('filterHelp')}>
          <IconHelpCircle size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('filterHelpText')}</Menu.Label>
        {examples.map((example, index) => (
          <Menu.Item key={example} onClick={() => onChoose(example)}>
            <span className={classes.example}>{example}</span>
            <span className={classes.meaning}>{t(`filterExample.${index}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface SavedFiltersProps {
  readonly value: string
  readonly isUsable: boolean
  readonly onChoose: (filter: string) => void
}

function SavedFilters({ value, isUsable, onChoose }: SavedFiltersProps) {
  const { t } = useTranslation('devices')
  const saved = useAppState((state) => state.settings.savedFilters)
  const update = useAction((savedFilters: readonly SavedFilter[]) =>
    request('settings.update', { savedFilters: [...savedFilters] }),
  )
  const [isOpen, setIsOpen] = useState(false)
  const isSaved = saved.some(({ filter }) => filter === value)
  return (
    <Menu width={280} position="bottom-start" opened={isOpen} onChange={setIsOpen}>
      <Tooltip label={t('savedFilters')} disabled={isOpen}>
        <Menu.Target>
          <ActionIcon size={30} variant="default" aria-label={t('savedFilters')}>
            <IconBookmark size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        {saved.length === 0 && value === '' && <Menu.Label>{t('noSavedFilters')}</Menu.Label>}
        <Menu.Item
          disabled={value === '' || isSaved || !isUsable}
          onClick={() => update.run([...saved, { name: value.slice(0, SAVED_FILTERS.nameMaxChars), filter: value }])}
        >
          {t('saveFilter')}
        </Menu.Item>
        {saved.length > 0 && <Menu.Divider />}
        {saved.map(({ name, filter }) => (
          <Menu.Item key={filter} className={classes.example ?? ''} onClick={() => onChoose(filter)}>
            {name}
          </Menu.Item>
        ))}
        {isSaved && <Menu.Divider />}
        {isSaved && (
          <Menu.Item
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => update.run(saved.filter(({ filter }) => filter !== value))}
          >
            {t('removeFilter')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
