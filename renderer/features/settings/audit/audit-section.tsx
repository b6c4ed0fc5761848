import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../../components/facts.tsx'
import { StateLine } from '../../../components/state-line.tsx'
import { request } from '../../../lib/api.ts'
import { useAppState } from '../../../lib/app-state.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { SettingsSection } from '../settings-section.tsx'
import { AuditExportMenu } from './audit-export-menu.tsx'
import { AuditHead } from './audit-head.tsx'
import { AuditKeyExport, AuditSealState } from './audit-seal.tsx'

const HASH = /^[0-9a-f]{64}$/i

interface Verified {
  readonly at: number
  /** Null where no hash was given. */
  readonly hasNoted: boolean | null
}

export function AuditSection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const audit = useAppState((state) => state.audit)
  const [verified, setVerified] = useState<Verified | null>(null)
  const [draft, setDraft] = useState('')
  const noted = draft.trim()
  const isValid = noted === '' || HASH.test(noted)
  const verify = useAction(async () => {
    const { hasNoted } = await request('audit.verify', noted === '' ? {} : { head: noted })
    setVerified({ at: Date.now(), hasNoted })
  })
  const broken =
    audit.firstBrokenLine === null
      ? t('audit.broken')
      : t('audit.brokenAt', { line: format.number(audit.firstBrokenLine) })
  const hasKey = audit.seal.state === 'kept' || audit.seal.state === 'weak'
  return (
    <SettingsSection name="audit">
      <Stack gap={6} role="status">
        <StateLine tone={audit.ok ? 'ok' : 'bad'}>{audit.ok ? t('audit.ok') : broken}</StateLine>
        <AuditSealState seal={audit.seal} />
      </Stack>
      <Facts
        facts={[
          [t('audit.count'), format.number(audit.count)],
          [t('audit.at'), audit.at === null ? '–' : format.dateTime(audit.at)],
          [t('audit.head'), audit.count === 0 ? '–' : <AuditHead key="head" head={audit.head} />],
          [t('audit.file'), audit.file],
          ...(verified === null ? [] : [[t('audit.verifiedAt'), format.dateTime(verified.at)] as const]),
        ]}
      />
      <TextInput
        label={t('audit.noted')}
        description={t('audit.notedHint')}
        value={draft}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        error={isValid ? undefined : t('audit.notedInvalid')}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          setVerified(null)
        }}
      />
      {verified !== null && verified.hasNoted !== null && (
        <div role="status">
          <StateLine tone={verified.hasNoted ? 'ok' : 'bad'}>
            {verified.hasNoted ? t('audit.notedFound') : t('audit.notedMissing')}
          </StateLine>
        </div>
      )}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.isRunning}
          disabled={!isValid}
          onClick={verify.run}
        >
          {t('audit.verify')}
        </Button>
        <AuditExportMenu />
      </Group>
      {hasKey && <AuditKeyExport />}
    </SettingsSection>
  )
}
