import { Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { IconFileZip, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { SaveSetupKey } from '../list/setup-ca-key.tsx'
import type { Wizard } from '../use-wizard.ts'
import { CommandList } from './command-list.tsx'
import { FileBrowser } from './file-browser.tsx'
import { ProofLine } from './proof-line.tsx'

/** Warnings that say how it is, and ask for nothing. */
const NOTES: ReadonlySet<string> = new Set([
  ...['bridge', 'builtin-limits', 'cluster-character', 'cluster-links', 'compose-host', 'no-proxy-protocol'],
  ...['proxy-protocol', 'bridge-once', 'bridge-presence'],
])

/** Everything that was made, to read, copy and save. */
export function FilesStep({ wizard }: { readonly wizard: Wizard }) {
  const { t, i18n } = useTranslation('setup')
  const [part, setPart] = useState<'files' | 'commands'>('files')
  const { review } = wizard
  if (review === null) return <Skeleton h={320} />
  return (
    <Stack gap="md">
      {review.warnings.map(({ id, text }) => (
        <StateLine key={id} tone={NOTES.has(id) ? 'info' : 'warn'}>
          {localized(text, i18n.language)}
        </StateLine>
      ))}
      {wizard.isQuick && <ProofLine id={wizard.values.id} plan={wizard.values.plan} />}
      <CertificateLine endsAt={review.certificatesEndAt} />
      {(review.caKey === 'memory' || review.caKey === 'stored' || review.caKey === 'exported') && (
        <SaveSetupKey
          id={wizard.values.id}
          place={review.caKey}
          onSaved={() => wizard.setReview({ ...review, caKey: 'exported' })}
        />
      )}
      <SaveButtons id={wizard.values.id} isBlocked={review.caKey === 'memory'} />
      {review.commands.length > 0 && (
        <SegmentedControl
          aria-label={t('files.show')}
          value={part}
          onChange={(chosen) => setPart(chosen === 'commands' ? 'commands' : 'files')}
          data={[
            { value: 'files', label: t('files.files', { count: review.files.length }) },
            { value: 'commands', label: t('files.commands', { count: review.commands.length }) },
          ]}
        />
      )}
      {part === 'files' ? (
        <FileBrowser files={review.files} platform={wizard.values.plan.platform} />
      ) : (
        <CommandList commands={review.commands} />
      )}
    </Stack>
  )
}

function CertificateLine({ endsAt }: { readonly endsAt: number | null }) {
  const { t } = useTranslation('setup')
  const format = useFormat()
  if (endsAt === null) return null
  return <StateLine tone="info">{t('files.certificates', { date: format.dateTime(endsAt) })}</StateLine>
}

function SaveButtons({ id, isBlocked }: { readonly id: string; readonly isBlocked: boolean }) {
  const { t } = useTranslation('setup')
  const [savedIn, setSavedIn] = useState<string | null>(null)
  const save = useAction(async (route: 'setup.saveFolder' | 'setup.saveZip') => {
    const saved = await request(route, { id })
    if (saved) setSavedIn(saved.path)
  })
  const open = useAction(() => request('setup.openFolder', { id }))
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Button
          variant="light"
          leftSection={<IconFolder size={16} aria-hidden />}
          loading={save.isRunning}
          disabled={isBlocked}
          onClick={() => save.run('setup.saveFolder')}
        >
          {t('files.saveFolder')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileZip size={16} aria-hidden />}
          disabled={isBlocked || save.isRunning}
          onClick={() => save.run('setup.saveZip')}
        >
          {t('files.saveZip')}
        </Button>
      </Group>
      <div role="status">
        {isBlocked && <StateLine tone="warn">{t('files.blocked')}</StateLine>}
        {savedIn !== null && (
          <Group gap="xs">
            <StateLine tone="ok">{t('files.saved', { path: savedIn })}</StateLine>
            <Button size="compact-xs" variant="subtle" loading={open.isRunning} onClick={() => open.run()}>
              {t('files.openFolder')}
            </Button>
          </Group>
        )}
      </div>
    </Stack>
  )
}
