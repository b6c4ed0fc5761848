import { Alert, Button, Checkbox, Input, Stack, Text } from '@mantine/core'
import { IconCertificate, IconPinned } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeerCertificateView } from '../../../../../preload/contract/models/broker/connection.ts'
import { Facts } from '../../../../components/facts.tsx'
import { Fingerprint } from '../../../../components/words/fingerprint.tsx'
import { request } from '../../../../lib/api.ts'
import { useAction } from '../../../../lib/use-action.ts'
import { useLoaded } from '../../../../lib/use-request.ts'
import { profileInput } from '../profile-draft.ts'
import classes from '../profile-form.module.css'
import type { ProfileFormFields } from '../use-profile-form.ts'

const COMMAND = 'openssl x509 -in server.crt -noout -fingerprint -sha256'

/** Pins one certificate, after its fingerprint was compared with the one at the broker. */
export function PinField({ form }: { readonly form: ProfileFormFields }) {
  const { t } = useTranslation('connection')
  const [seen, setSeen] = useState<PeerCertificateView | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  const { pinnedCertificate } = form.values
  const pinned = useFingerprint(pinnedCertificate)
  const look = useAction(async () => {
    const { profile } = profileInput(form.getValues())
    const certificate = await request('broker.certificate', { profile: { ...profile, name: profile.host || '-' } })
    setSeen(certificate)
    setIsMissing(certificate === null)
  })
  return (
    <Stack gap="xs">
      <div>
        <Button
          size="xs"
          variant="default"
          name="pinnedCertificate"
          leftSection={<IconCertificate size={15} aria-hidden />}
          loading={look.isRunning}
          disabled={form.values.host.trim() === ''}
          onClick={look.run}
        >
          {t('pin.look')}
        </Button>
      </div>
      {isMissing && <Input.Error>{t('pin.none')}</Input.Error>}
      {seen && (
        <>
          <Facts
            facts={[
              [t('pin.subject'), seen.subject],
              [t('pin.issuer'), seen.issuer],
              [t('pin.names'), seen.names || '–'],
              [t('pin.valid'), `${seen.validFrom} – ${seen.validTo}`],
              [
                t('pin.fingerprint'),
                <code key="fingerprint" className={classes.fingerprint}>
                  <Fingerprint of={seen.fingerprint256} />
                </code>,
              ],
            ]}
          />
          <Text size="sm">{t('pin.compare')}</Text>
          <code className={classes.mono}>{COMMAND}</code>
          <Checkbox
            label={t('pin.compared')}
            checked={pinnedCertificate === seen.pem}
            onChange={(event) => form.set('pinnedCertificate', event.currentTarget.checked ? seen.pem : '')}
          />
        </>
      )}
      {pinned !== null && (
        <Alert color="gray" icon={<IconPinned size={18} aria-hidden />} title={t('pin.pinned')} p="xs">
          <code className={classes.fingerprint}>{pinned}</code>
        </Alert>
      )}
      {form.errors.pinnedCertificate !== undefined && <Input.Error>{form.errors.pinnedCertificate}</Input.Error>}
    </Stack>
  )
}

function useFingerprint(pem: string): string | null {
  const load = useCallback(() => fingerprintOfPem(pem), [pem])
  return useLoaded(load).value
}

/** SHA-256 fingerprint of the first certificate of a PEM text, as `AB:CD:…`; null when there is none. */
export async function fingerprintOfPem(pem: string): Promise<string | null> {
  const body = /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/.exec(pem)?.[1]
  if (body === undefined) return null
  try {
    const der = Uint8Array.from(atob(body.replace(/\s/g, '')), (char) => char.charCodeAt(0))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', der))
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')
  } catch {
    return null
  }
}
