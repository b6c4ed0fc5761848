import { Button, Stack, Text } from '@mantine/core'
import { IconLockCheck, IconRadar2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortLook } from '../../../../preload/contract/models/broker/connection.ts'
import { request } from '../../../lib/api.ts'
import { useAction } from '../../../lib/use-action.ts'
import { isTlsMode, type ProfileDraft } from '../form/profile-draft.ts'
import type { ProfileFormFields } from '../form/use-profile-form.ts'
import classes from './port-scan.module.css'

const USABLE: readonly PortLook['speaks'][] = ['mqtt', 'tls', 'websocket']
/** The usual port of a WebSocket over TLS. */
const SECURE_WEB_SOCKET_PORT = 8084

/** Looks at the usual ports of the host; a click takes one over. */
export function PortScan({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const { host } = form.values
  const [scan, setScan] = useState<{ host: string; ports: readonly PortLook[] } | null>(null)
  const run = useAction(async () => {
    const scanned = form.getValues().host.trim()
    setScan({ host: scanned, ports: await request('broker.scan', { host: scanned }) })
  })
  const shown = scan?.host === host.trim() ? scan.ports : null
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRadar2 size={15} aria-hidden />}
        loading={run.isRunning}
        disabled={host.trim() === ''}
        onClick={run.run}
      >
        {t('scan.run')}
      </Button>
      {shown && (
        <ul className={classes.ports} aria-label={t('scan.title', { host })}>
          {shown.map((look) => (
            <li key={look.port} className={classes.port} data-usable={USABLE.includes(look.speaks)}>
              <span className={classes.number}>{look.port}</span>
              <span className={classes.words}>{t(`scan.speaks.${look.speaks}`)}</span>
              {USABLE.includes(look.speaks) && (
                <Button
                  size="compact-xs"
                  variant="light"
                  leftSection={look.speaks === 'tls' ? <IconLockCheck size={14} aria-hidden /> : null}
                  onClick={() => form.setAll(withPort(form.getValues(), look))}
                  aria-label={t('scan.useOne', { port: look.port })}
                >
                  {t('scan.use')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown?.every(({ speaks }) => !USABLE.includes(speaks)) && <Text size="sm">{t('scan.nothing')}</Text>}
    </Stack>
  )
}

function withPort(draft: ProfileDraft, { port, speaks }: PortLook): ProfileDraft {
  const isTls = speaks === 'tls'
  const isKept = isTls === isTlsMode(draft.security)
  const isWebSocket = speaks === 'websocket' || (isTls && port === SECURE_WEB_SOCKET_PORT)
  return {
    ...draft,
    port,
    security: isKept ? draft.security : isTls ? 'tls' : 'password',
    transport: isWebSocket ? 'websocket' : 'tcp',
  }
}
