import { Button, Code, Group, Loader, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JoiningView, JoinView } from '../../../../preload/contract/models/devices/joining.ts'
import { StateLine } from '../../../components/state-line.tsx'
import { elapsedWords } from '../../../components/words/time-words.ts'
import { request } from '../../../lib/api.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import classes from './join.module.css'
import { JoinSteps } from './join-steps.tsx'
import { LookFacts } from './look-facts.tsx'

interface JoinLineProps {
  readonly device: JoinView
  readonly isAlone: boolean
  readonly onView: (view: JoiningView) => void
}

const TONES = {
  'host-key': 'warn',
  ready: 'info',
  proven: 'ok',
  failed: 'bad',
  undone: 'quiet',
} as const

/** One device on its way: where it stands, what was found, what will be done, and what failed. */
export function JoinLine({ device, isAlone, onView }: JoinLineProps) {
  const { t, i18n } = useTranslation('joining')
  const { id, address, port, state, hostKey, look, failure, notes, canUndo } = device
  const again = useAction(async () => onView(await request('joining.lookAgain', { ids: [id] })))
  const undo = useAction(async () => onView(await request('joining.undo', { ids: [id] })))
  const isWaiting = state === 'failed' || state === 'undone'
  return (
    <li className={classes.line} aria-label={address}>
      <div className={classes.head}>
        <Text fw={600}>{port === 22 ? address : `${address}:${port}`}</Text>
        <StateOf device={device} />
        <Group gap="xs" ml="auto">
          {isWaiting && (
            <Button size="compact-sm" variant="default" loading={again.isRunning} onClick={again.run}>
              {t('lookAgain')}
            </Button>
          )}
          {canUndo !== null && (
            <Button size="compact-sm" variant="default" color="red" loading={undo.isRunning} onClick={undo.run}>
              {t(`undo.${canUndo}`)}
            </Button>
          )}
        </Group>
      </div>
      {hostKey !== null && (
        <Text size="xs" c="dimmed">
          {t('hostKey.is')} <Code>{`${hostKey.fingerprint} (${hostKey.kind})`}</Code>
        </Text>
      )}
      {failure !== null && (
        <div role="alert">
          <StateLine tone="bad">{localized(failure.message, i18n.language)}</StateLine>
          <Text size="sm">{localized(failure.fix, i18n.language)}</Text>
          {failure.detail !== '' && <pre className={classes.detail}>{failure.detail}</pre>}
        </div>
      )}
      {notes.map((note) => (
        <StateLine key={note.en} tone="warn">
          {localized(note, i18n.language)}
        </StateLine>
      ))}
      {look !== null && state !== 'proven' && <LookFacts look={look} commands={device.lookCommands} />}
      {(state === 'ready' || (state === 'failed' && look !== null && canUndo === null)) && (
        <DeviceIdField key={device.deviceId} device={device} onView={onView} />
      )}
      <JoinSteps device={device} isAlone={isAlone} />
    </li>
  )
}

function StateOf({ device: { state, deviceId, tookMs, isUpgrade } }: Pick<JoinLineProps, 'device'>) {
  const { t, i18n } = useTranslation('joining')
  const time = tookMs === null ? '' : elapsedWords(tookMs, i18n.language)
  const words = t(state === 'ready' && isUpgrade ? 'state.upgrade' : `state.${state}`, { deviceId, time })
  const tone = state in TONES ? TONES[state as keyof typeof TONES] : null
  if (tone !== null) return <StateLine tone={tone}>{words}</StateLine>
  return (
    <Group gap={6} role="status">
      <Loader size={14} />
      <Text size="sm">{words}</Text>
    </Group>
  )
}

/** The id under which the device will be known; taken over when the field is left. */
function DeviceIdField({ device, onView }: Omit<JoinLineProps, 'isAlone'>) {
  const { t } = useTranslation('joining')
  const [typed, setTyped] = useState(device.deviceId)
  const { look } = device
  const rename = useAction(async () => {
    const deviceId = typed.trim()
    if (deviceId !== '' && deviceId !== device.deviceId)
      onView(await request('joining.rename', { id: device.id, deviceId }))
  })
  return (
    <Stack gap={2}>
      <TextInput
        label={t('deviceId')}
        description={look?.executor?.deviceId === device.deviceId ? t('deviceIdOfExecutor') : undefined}
        maxLength={64}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={rename.run}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename.run()
        }}
        style={{ maxWidth: '22rem' }}
      />
    </Stack>
  )
}
