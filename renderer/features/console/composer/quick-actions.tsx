import { Button, Combobox, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBolt } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localized } from '../../../lib/i18n/i18n.ts'
import { usePhrasebookSnippets } from '../../../lib/use-phrasebook-snippets.ts'
import classes from './quick-actions.module.css'

const LIMIT = 12
const QUERY_DELAY_MS = 120

interface QuickActionsProps {
  readonly deviceId: string | null
  /** Puts a request into the composer. */
  readonly onChosen: (text: string) => void
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** Lists what the offline phrasebook knows to ask, by name; a choice goes into the composer and sends nothing. */
export function QuickActions({ deviceId, onChosen, buttonRef }: QuickActionsProps) {
  const { t, i18n } = useTranslation('console')
  const [search, setSearch] = useState('')
  const [text] = useDebouncedValue(search.trim(), QUERY_DELAY_MS)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const snippets = usePhrasebookSnippets({ text, deviceId, limit: LIMIT, isOn: combobox.dropdownOpened })
  const choose = (intent: string): void => {
    const snippet = snippets.find((candidate) => candidate.intent === intent)
    combobox.closeDropdown()
    if (snippet !== undefined) onChosen(localized(snippet.text, i18n.language))
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-end" width={360} shadow="md" offset={6}>
      <Combobox.Target withAriaAttributes={false}>
        <Button
          ref={buttonRef}
          size="compact-xs"
          variant="subtle"
          color="gray"
          className={classes.button ?? ''}
          classNames={{ label: classes.label ?? '', section: classes.section ?? '' }}
          leftSection={<IconBolt size={14} aria-hidden />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {t('quick.label')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Header>{t('quick.title')}</Combobox.Header>
        <Combobox.Search
          role="combobox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={t('quick.search')}
          placeholder={t('quick.search')}
          maxLength={200}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
        />
        <Combobox.Options className={classes.options ?? ''} aria-label={t('quick.title')}>
          {snippets.map((snippet) => (
            <Combobox.Option key={snippet.intent} value={snippet.intent} className={classes.option ?? ''}>
              <span className={classes.title}>{localized(snippet.title, i18n.language)}</span>
              <span className={classes.text}>{localized(snippet.text, i18n.language)}</span>
            </Combobox.Option>
          ))}
          {snippets.length === 0 && text !== '' && <Combobox.Empty>{t('quick.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
