import { Button } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BuiltInView } from '../../../../preload/contract/models/broker/broker.ts'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import classes from '../broker.module.css'

/** A client certificate with its key for each device, made when it is asked for and kept nowhere. */
export function DeviceCertificates({ accounts }: Pick<BuiltInView, 'accounts'>) {
  const { t } = useTranslation('broker')
  const save = useAction(async (name: string) => {
    const saved = await request('builtIn.saveDeviceCertificate', { name })
    if (saved !== null) showDone(t('builtIn.savedCa', { path: saved.path }))
  })
  const devices = accounts.filter(({ role }) => role === 'device')
  if (devices.length === 0) return null
  return (
    <section aria-label={t('builtIn.deviceCertificates')}>
      <h2 className={classes.title}>{t('builtIn.deviceCertificates')}</h2>
      <p className={classes.text}>{t('builtIn.deviceCertificatesText')}</p>
      <div className={classes.inline}>
        {devices.map(({ name }) => (
          <Button
            key={name}
            size="xs"
            variant="default"
            disabled={save.isRunning}
            leftSection={<IconCertificate size={15} aria-hidden />}
            onClick={() => save.run(name)}
          >
            {t('builtIn.saveDevice', { name })}
          </Button>
        ))}
      </div>
    </section>
  )
}
