import { Button, Group, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditSeal as Seal } from '../../../../preload/contract/models/app/settings.ts'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'

const TONES = { opening: 'quiet', kept: 'ok', weak: 'warn', none: 'info', missing: 'warn' } as const

/** Tells what the key of the audit proves, and what to do if it is missing. */
export function AuditSealState({ seal }: { readonly seal: Seal }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [isAsking, setIsAsking] = useState(false)
  const start = useAction(async () => {
    await request('audit.startKey', {})
    setIsAsking(false)
  })
  const words = {
    id: seal.keyId ?? '',
    record: format.number(seal.record ?? 0),
    time: seal.at === null ? '–' : format.dateTime(seal.at),
  }
  const isUnknown = seal.state === 'missing' && seal.keyId === null
  return (
    <>
      <StateLine tone={TONES[seal.state]}>
        {isUnknown ? t('audit.seal.unreadable') : t(`audit.seal.${seal.state}`, words)}
      </StateLine>
      {seal.doubt === 'changed' && <StateLine tone="bad">{t('audit.seal.changed')}</StateLine>}
      {seal.doubt === 'unknown-end' && <StateLine tone="warn">{t('audit.seal.unknownEnd')}</StateLine>}
      {seal.unproven > 0 && (
        <StateLine tone="warn">
          {t('audit.unproven', { count: seal.unproven, number: format.number(seal.unproven) })}
        </StateLine>
      )}
      {seal.state === 'missing' && seal.canStart && (
        <Button variant="default" w="fit-content" onClick={() => setIsAsking(true)}>
          {t('audit.startKey')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('audit.startKeyTitle')}
        text={t('audit.startKeyText')}
        confirmLabel={t('audit.startKey')}
        isBusy={start.isRunning}
        onConfirm={() => start.run()}
        onCancel={() => setIsAsking(false)}
      />
    </>
  )
}

/** Saves the key for somebody who verifies on another computer; main asks first. */
export function AuditKeyExport() {
  const { t } = useTranslation('settings')
  const [path, setPath] = useState<string | null>(null)
  const save = useAction(async () => {
    const saved = await request('audit.exportKey', {})
    setPath(saved?.path ?? null)
  })
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconKey size={16} aria-hidden />}
        loading={save.isRunning}
        onClick={() => save.run()}
      >
        {t('audit.exportKey')}
      </Button>
      {path !== null && (
        <Text size="sm" role="status">
          {t('audit.exported', { path })}
        </Text>
      )}
    </Group>
  )
}
