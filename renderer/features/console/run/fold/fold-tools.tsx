import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { IconDeviceFloppy, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type FoldMode,
  RUN_FILE_FORMATS,
  type RunFileFormat,
  type RunFold,
} from '../../../../../preload/contract/models/folding.ts'
import { request } from '../../../../lib/api.ts'
import { showDone } from '../../../../lib/errors/show-error.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import classes from './fold.module.css'
import { offersModes } from './fold-state.ts'

interface FoldToolsProps {
  readonly turnId: string
  readonly fold: RunFold
  readonly mode: FoldMode
  readonly onMode: (mode: FoldMode) => void
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** Searches in the answers, and chooses how closely they are compared. */
export function FoldTools({ turnId, fold, mode, onMode, search, onSearch }: FoldToolsProps) {
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
      <SaveMenu turnId={turnId} mode={mode} />
      <span className={classes.keys}>{t('keys')}</span>
    </div>
  )
}

/** Saves the run as it is folded now. */
function SaveMenu({ turnId, mode }: Pick<FoldToolsProps, 'turnId' | 'mode'>) {
  const { t } = useTranslation('fold')
  const save = useAction(async (format: RunFileFormat) => {
    const saved = await request('console.saveRun', { turnId, mode, format })
    if (saved) showDone(t('save.done', { path: saved.path }))
  })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={13} aria-hidden />}
          loading={save.isRunning}
        >
          {t('save.action')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {RUN_FILE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save.run(format)}>
            {t(`save.as.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
