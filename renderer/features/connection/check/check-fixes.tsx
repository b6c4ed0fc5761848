import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconFileSearch, IconPinned } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionTest } from '../../../../preload/contract/models/broker/connection.ts'
import { BrokerLogDialog } from '../../broker-log/broker-log-dialog.tsx'
import { type DraftField, fieldOfTest } from '../form/profile-errors.ts'
import { certificateNames } from '../wizard/wizard-steps.ts'

interface TestFixesProps {
  readonly test: ConnectionTest
  /** Goes to the input. */
  readonly onEdit: (field: DraftField) => void
  readonly onServerName: (name: string) => void
  readonly onPin: () => void
}

const PINNABLE = ['tls-self-signed', 'tls-ca-missing', 'tls-unknown-ca', 'tls-pin-mismatch']

/** Offers one-click fixes of a failed test. */
export function TestFixes({ test, onEdit, onServerName, onPin }: TestFixesProps) {
  const { t } = useTranslation('connection')
  const { failure, peer } = test
  const [isExplaining, setIsExplaining] = useState(false)
  if (!failure) return null
  const field = fieldOfTest(test)
  const names = failure.cause === 'tls-name' && peer ? certificateNames(peer.names) : []
  return (
    <Group gap="xs" mt="xs">
      {field && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={() => onEdit(field)}
        >
          {t('fixes.edit', { field: t(`fields.${field}`) })}
        </Button>
      )}
      {names.map((name) => (
        <Button key={name} size="xs" variant="light" onClick={() => onServerName(name)}>
          {t('fixes.serverName', { name })}
        </Button>
      ))}
      {PINNABLE.includes(failure.cause) && (
        <Button size="xs" variant="light" leftSection={<IconPinned size={15} aria-hidden />} onClick={onPin}>
          {t('fixes.pin')}
        </Button>
      )}
      {!failure.cause.startsWith('input-') && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFileSearch size={15} aria-hidden />}
          onClick={() => setIsExplaining(true)}
        >
          {t('broker-log:title')}
        </Button>
      )}
      {isExplaining && <BrokerLogDialog onClose={() => setIsExplaining(false)} />}
    </Group>
  )
}
