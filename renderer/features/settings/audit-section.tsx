import { Button, Code, Group, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../../components/facts.tsx'
import { StateLine } from '../../components/state-line.tsx'
import { request } from '../../lib/api.ts'
import { useAppState } from '../../lib/app-state.tsx'
import { useAction } from '../../lib/use-action.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AuditExportMenu } from './audit-export-menu.tsx'
import { SettingsSection } from './settings-section.tsx'

const SHORT_HASH_LENGTH = 16
const HASH = /^[0-9a-f]{64}$/i

export function AuditSection() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const audit = useAppState((state) => state.audit)
  const [verifiedAt, setVerifiedAt] = useState<number | null>(null)
  const [draft, setDraft] = useState('')
  const noted = draft.trim()
  const isValid = noted === '' || HASH.test(noted)
  const verify = useAction(async () => {
    await request('audit.verify', noted === '' ? {} : { head: noted })
    setVerifiedAt(Date.now())
  })
  const broken =
    audit.firstBrokenLine === null
      ? t('audit.broken')
      : t('audit.brokenAt', { line: format.number(audit.firstBrokenLine) })
  return (
    <SettingsSection name="audit">
      <div role="status">
        <StateLine tone={audit.ok ? 'ok' : 'bad'}>{audit.ok ? t('audit.ok') : broken}</StateLine>
      </div>
      <Facts
        facts={[
          [t('audit.count'), format.number(audit.count)],
          [
            t('audit.head'),
            <Code key="head" title={audit.head}>
              {audit.head.slice(0, SHORT_HASH_LENGTH) || '–'}
            </Code>,
          ],
          [t('audit.file'), audit.file],
          ...(verifiedAt === null ? [] : [[t('audit.verifiedAt'), format.dateTime(verifiedAt)] as const]),
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
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
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
    </SettingsSection>
  )
}
