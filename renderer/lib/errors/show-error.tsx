import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import i18next from 'i18next'
import { AppError, type ErrorCode, type ErrorData, type Failure } from '../../../preload/contract/errors.ts'
import { GuideButton } from '../../components/guide-button.tsx'
import { request } from '../api.ts'
import { useWays } from '../navigation.tsx'
import { ERROR_GUIDE } from './error-guide.ts'
import { ERROR_SETTINGS } from './error-settings.ts'

export interface ErrorText {
  readonly code: ErrorCode
  /** Name of the failure. */
  readonly title: string
  /** File, field or limit, where main says so; else null. */
  readonly why: string | null
  /** Next step. */
  readonly next: string
}

function whyOf(data: ErrorData): string | null {
  const facts = Object.entries(data)
    .filter(([name, value]) => value !== null && value !== '' && i18next.exists(`errors:facts.${name}`))
    // The place of a value in a request ("accounts.1.name") is for the log: nobody sees it in the window.
    .filter(([name, value]) => name !== 'field' || !String(value).includes('.'))
    .map(([name, value]) => `${i18next.t(`errors:facts.${name}`)}: ${factValue(name, String(value))}`)
  return facts.length === 0 ? null : facts.join(' · ')
}

function factValue(name: string, value: string): string {
  return name === 'reason' ? i18next.t(`errors:reasons.${value}`, { defaultValue: value }) : value
}

/** A failure in the operator's language, by its code. Anything that is no `AppError` is told as `INTERNAL`. */
export function errorText(error: unknown | Failure): ErrorText {
  const known = isFailure(error) ? error : { code: 'INTERNAL' as const, data: {} }
  return {
    code: known.code,
    title: i18next.t(`errors:${known.code}.title`),
    why: whyOf(known.data),
    next: i18next.t(`errors:${known.code}.next`),
  }
}

function isFailure(error: unknown): error is Pick<Failure, 'code' | 'data'> {
  if (error instanceof AppError) return true
  return typeof error === 'object' && error !== null && 'code' in error && 'data' in error && 'message' in error
}

/** Tells the operator of a failure: what happened, why, and what to do next. */
export function showError(error: unknown): void {
  const text = errorText(error)
  notifications.show({
    id: noticeId(text.code),
    role: 'alert',
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    title: text.title,
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': i18next.t('shell:close') },
    message: <ErrorMessage text={text} />,
  })
}

function noticeId(code: ErrorCode): string {
  return `error-${code}`
}

function ErrorMessage({ text }: { readonly text: ErrorText }) {
  const { openSettings } = useWays()
  const section = ERROR_SETTINGS[text.code]
  return (
    <Stack gap={6} align="flex-start">
      {text.why && <Text size="sm">{text.why}</Text>}
      <Text size="sm">{text.next}</Text>
      <Group gap={6}>
        {text.code === 'INTERNAL' && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void request('app.openLogFolder', {}).catch(() => undefined)}
          >
            {i18next.t('shell:openLogFolder')}
          </Button>
        )}
        {section && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(noticeId(text.code))
              openSettings(section)
            }}
          >
            {i18next.t('shell:settingsOf', { section: i18next.t(`settings:${section}.title`) })}
          </Button>
        )}
        <GuideButton to={ERROR_GUIDE[text.code]} />
      </Group>
    </Stack>
  )
}

/** Tells that something is done, where the screen alone does not show it. */
export function showDone(message: string): void {
  notifications.show({
    message,
    color: 'teal',
    autoClose: 4000,
    closeButtonProps: { 'aria-label': i18next.t('shell:close') },
  })
}
