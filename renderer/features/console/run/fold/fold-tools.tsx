import { Button, Menu, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { IconBulb, IconDeviceFloppy, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type FoldMode,
  RUN_FILE_FORMATS,
  type RunFileFormat,
} from '../../../../../preload/contract/models/commands/folding.ts'
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
      <SaveMenu turnIds={[run.turnId]} mode={mode} />
      {canExplain([fold]) && <ExplainButton of="difference" explain={() => actions.explainDifference(run.turnId)} />}
    </>
  )
}

interface QuestionToolsProps {
  readonly lines: readonly RunLine[]
  readonly mode: FoldMode
  readonly actions: ConsoleActions
}

/** Saves the groups of all runs of a question as one file, and has explained what they found together. */
export function QuestionTools({ lines, mode, actions }: QuestionToolsProps) {
  const turnIds = lines.map(({ run }) => run.turnId)
  const canAsk = lines.length > 1 && canExplain(lines.map(({ fold }) => fold))
  return (
    <>
      <SaveMenu turnIds={turnIds} mode={mode} />
      {canAsk && <ExplainButton of="question" explain={() => actions.explainQuestion(turnIds)} />}
    </>
  )
}

interface ExplainButtonProps {
  readonly of: 'difference' | 'question'
  readonly explain: () => Promise<null>
}

/** Asks a model what the groups say; nothing without one. */
function ExplainButton({ of, explain }: ExplainButtonProps) {
  const { t } = useTranslation('assist')
  const hasModel = useAppState((state) => state.assistant.kind === 'model')
  const asking = useAction(explain)
  if (!hasModel) return null
  return (
    <Tooltip label={t(`${of}.hint`)}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconBulb size={13} aria-hidden />}
        loading={asking.isRunning}
        onClick={() => asking.run()}
      >
        {t(`${of}.action`)}
      </Button>
    </Tooltip>
  )
}

/** Saves runs as they are folded now. */
function SaveMenu({ turnIds, mode }: { readonly turnIds: readonly string[]; readonly mode: FoldMode }) {
  const { t } = useTranslation('fold')
  const save = useAction(async (format: RunFileFormat) => {
    const saved = await request('console.saveRuns', { turnIds: [...turnIds], mode, format })
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
