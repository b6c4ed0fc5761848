import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FoldMode, RunFold } from '../../../../../preload/contract/models/folding.ts'
import classes from './fold.module.css'
import { offersModes } from './fold-state.ts'

interface FoldToolsProps {
  readonly fold: RunFold
  readonly mode: FoldMode
  readonly onMode: (mode: FoldMode) => void
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** Searches in the answers, and chooses how closely they are compared. */
export function FoldTools({ fold, mode, onMode, search, onSearch }: FoldToolsProps) {
  const { t } = useTranslation('fold')
  return (
    <div className={classes.tools}>
      <TextInput
        className={classes.search ?? ''}
        type="search"
        size="xs"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      {offersModes(fold) && (
        <SegmentedControl
          size="xs"
          aria-label={t('mode.label')}
          value={mode}
          onChange={(value) => onMode(value === 'similar' ? 'similar' : 'exact')}
          data={[
            { value: 'exact', label: t('mode.exact') },
            { value: 'similar', label: <span title={t('mode.similarHint')}>{t('mode.similar')}</span> },
          ]}
        />
      )}
      <span className={classes.keys}>{t('keys')}</span>
    </div>
  )
}
