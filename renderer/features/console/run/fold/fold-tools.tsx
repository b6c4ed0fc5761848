import { Button, Menu, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { IconBulb, IconDeviceFloppy, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FoldMode, RUN_FILE_FORMATS, type RunFileFormat } from '../../../../../preload/contract/models/folding.ts'
import { request } from '../../../../lib/api.ts'
import { useAppState } from '../../../../lib/app-state.tsx'
import { showDone } from '../../../../lib/errors/show-error.tsx'
import { useAction } from '../../../../lib/use-action.ts'
import type { ConsoleActions } from '../../use-console-actions.ts'
import classes from './fold.module.css'
import { canExplain, offersModes, type RunLine } from './fold-state.ts'

interface FoldToolsProps {
  readonly lines: readonly RunLine[]
  readonly mode: FoldMode
  readonly onMode: (mode: FoldMode) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  /** What is done with the groups besides. */
  readonly children?: ReactNode
}

/** Searches in the answers, and chooses how closely they are compared. */
export function FoldTools({ lines, mode, onMode, search, onSearch, children }: FoldToolsProps) {
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
      {lines.some(({ fold }) => offersModes(fold)) && (
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
      {children}
      <span className={classes.keys}>{t('keys')}</span>
    </div>
  )
}

interface GroupToolsProps extends RunLine {
  readonly mode: FoldMode
  readonly actions: ConsoleActions
}

/** Saves the groups of one run, and has their difference explained. */
export function GroupTools({ run, fold, mode, actions }: GroupToolsProps) {
  return (
    <>
      <SaveMenu turnId={run.turnId} mode={mode} />
      {canExplain(fold) && <ExplainButton turnId={run.turnId} actions={actions} />}
    </>
  )
}

/** Asks a model in what the groups differ; nothing without one. */
function ExplainButton({ turnId, actions }: { readonly turnId: string; readonly actions: ConsoleActions }) {
  const { t } = useTranslation('assist')
  const hasModel = useAppState((state) => state.assistant.kind === 'model')
  const explain = useAction(() => actions.explainDifference(turnId))
  if (!hasModel) return null
  return (
    <Tooltip label={t('difference.hint')}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconBulb size={13} aria-hidden />}
        loading={explain.isRunning}
        onClick={() => explain.run()}
      >
        {t('difference.action')}
      </Button>
    </Tooltip>
  )
}

/** Saves the run as it is folded now. */
function SaveMenu({ turnId, mode }: { readonly turnId: string; readonly mode: FoldMode }) {
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
