import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportEntry, ProfileImport, ProfileView } from '../../../../preload/contract/models/broker/connection.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './import-report.module.css'

interface ImportReportProps {
  readonly outcome: ProfileImport
  readonly onClose: () => void
}

/** Says of each connection of a file what was taken over of it, what not, and why. */
export function ImportReport({ outcome, onClose }: ImportReportProps) {
  const { t, i18n } = useTranslation('import')
  const { entries, profiles, notes, fileName } = outcome
  const left = entries.length - profiles.length
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { file: fileName })}
      size="lg"
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {profiles.length === 0 ? t('none') : t('taken', { count: profiles.length })}
          {left > 0 && ` ${t('left', { count: left })}`}
        </Text>
        {notes.map((note) => (
          <Text key={note.en} size="sm">
            {localized(note, i18n.language)}
          </Text>
        ))}
        <ul className={classes.list}>
          {entries.map((entry, index) => (
            <Entry key={index} entry={entry} profile={profiles.find(({ id }) => id === entry.profileId) ?? null} />
          ))}
        </ul>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

interface EntryProps {
  readonly entry: ImportEntry
  readonly profile: ProfileView | null
}

function Entry({ entry, profile }: EntryProps) {
  const { t, i18n } = useTranslation('import')
  const Icon = profile === null ? IconCircleX : IconCircleCheck
  return (
    <li className={classes.entry}>
      <span className={classes.icon} data-taken={profile !== null}>
        <Icon size={18} aria-hidden />
      </span>
      <div className={classes.what}>
        <div className={classes.name}>
          {entry.name}
          <span className={classes.state}>{profile === null ? t('isLeft') : t('isTaken')}</span>
        </div>
        {profile && <div className={classes.facts}>{factsOf(profile).join(' · ')}</div>}
        {entry.notes.length > 0 && (
          <ul className={classes.notes}>
            {entry.notes.map((note) => (
              <li key={note.en}>{localized(note, i18n.language)}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )

  function factsOf({ host, port, security, transport, path, username, secrets, ca, clientCertificate }: ProfileView) {
    return [
      `${host.includes(':') ? `[${host}]` : host}:${port}`,
      ...(transport === 'websocket' ? [t('webSocket', { path: path ?? '/' })] : []),
      t(`connection:security.${security}.name`),
      ...(username === null ? [] : [t('user', { name: username })]),
      ...(secrets.password ? [t('password')] : []),
      ...(ca === null ? [] : [t('ca')]),
      ...(clientCertificate === null ? [] : [t('certificate')]),
      ...(secrets.clientKey ? [t('key')] : []),
    ]
  }
}
