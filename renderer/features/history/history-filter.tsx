import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconHelpCircle, IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import {
  HISTORY_KEYS,
  HISTORY_VALUES,
  isListKey,
} from '../../../preload/contract/models/commands/history-vocabulary.ts'
import { SAVED_FILTERS } from '../../../preload/contract/models/limits.ts'
import places from '../../components/field-fault.module.css'
import { sentences } from '../../lib/i18n/i18n.ts'
import classes from './history-view.module.css'
import type { HistoryFault } from './use-history.ts'

const EXAMPLES: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    'outcome:failed,silent',
    'outcome:rejected,withheld',
    'device:gw-1',
    'class:destructive',
    'source:assistant',
    'operator:li',
    'after:7d -class:read',
    'on:yesterday',
    '"load average"',
  ],
  zh: [
    '结果:失败,无结果',
    '结果:已拒绝,未发送',
    '设备:gw-1',
    '级别:破坏性',
    '来源:助手',
    '操作员:li',
    '晚于:7天 -级别:只读',
    '日期:昨天',
    '"load average"',
  ],
}

interface HistoryFilterProps {
  readonly value: string
  readonly fault: HistoryFault | null
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onChange: (value: string) => void
}

/** Takes words to search for and conditions, and names a mistake at its word. */
export function HistoryFilter({ value, fault, inputRef, onChange }: HistoryFilterProps) {
  const { t, i18n } = useTranslation('history')
  return (
    <TextInput
      ref={inputRef}
      className={classes.search ?? ''}
      classNames={{ root: places.field ?? '', wrapper: places.input ?? '', error: places.fault ?? '' }}
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
            {EXAMPLES[i18n.language.startsWith('zh') ? 'zh' : 'en'].map((example) => (
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
      error={fault && <FaultText fault={fault} />}
    />
  )
}

/** Names a mistake in the filter at its word, with the words that may stand there. */
function FaultText({ fault }: { readonly fault: HistoryFault }) {
  const { t, i18n } = useTranslation('history')
  const allowed = allowedWords(fault, i18n.language.startsWith('zh') ? 'zh' : 'en')
  return (
    <span role="alert">
      <code className={classes.word}>{fault.word}</code>{' '}
      {sentences(
        [
          t(`fault.${fault.reason}`),
          allowed.length > 0 ? t('allowed', { words: allowed.join(t('allowedMark')) }) : null,
        ],
        i18n.language,
      )}
    </span>
  )
}

/** Returns the words that may stand where the mistake is. */
function allowedWords({ reason, key }: HistoryFault, language: 'en' | 'zh'): readonly string[] {
  if (reason === 'unknown-field') return Object.values(HISTORY_KEYS).map((words) => words[language][0])
  return key !== null && isListKey(key) ? HISTORY_VALUES[key].map((words) => words[language][0]) : []
}
