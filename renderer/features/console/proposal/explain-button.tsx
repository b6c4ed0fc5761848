import { Button } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import type { ConsoleActions } from '../use-console-actions.ts'

interface ExplainButtonProps {
  readonly turnId: string
  readonly size: 'xs' | 'compact-xs'
  readonly actions: ConsoleActions
}

/** Asks the model what each part of the command does; not there without a model. */
export function ExplainButton({ turnId, size, actions }: ExplainButtonProps) {
  const { t } = useTranslation('assist')
  const hasModel = useAppState((state) => state.assistant.kind === 'model')
  const explain = useAction(() => actions.explain(turnId))
  if (!hasModel) return null
  return (
    <Button
      size={size}
      variant="default"
      leftSection={<IconBulb size={14} aria-hidden />}
      loading={explain.isRunning}
      onClick={() => explain.run()}
    >
      {t('explain.action')}
    </Button>
  )
}
