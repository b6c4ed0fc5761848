import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail } from '../../../preload/contract/models/device.ts'
import { OutputBlock } from '../../components/output-block.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import classes from './device-panel.module.css'

/** What is not right with a device: somebody speaking for it, two with one name, a wrong clock. */
export function DeviceWarnings({ warnings }: { readonly warnings: DeviceDetail['warnings'] }) {
  const { t } = useTranslation('devices')
  return warnings.map((warning) => (
    <div key={warning.kind} className={classes.warning} role="note">
      <IconAlertTriangle size={15} aria-hidden />
      <div>
        {t(`warning.${warning.kind}`, { count: warning.count, detail: warning.detail })}{' '}
        <RelativeTime at={warning.at} />
      </div>
    </div>
  ))
}

/** Results that answer no command of ours. */
export function DeviceOrphans({ orphans }: { readonly orphans: DeviceDetail['orphans'] }) {
  const { t } = useTranslation('devices')
  if (orphans.length === 0) return null
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{t('panel.orphans')}</h3>
      <p className={classes.note}>{t('orphansNote')}</p>
      {orphans.map((orphan) => (
        <div key={`${orphan.receivedAt}-${orphan.commandId}`} className={classes.orphan}>
          <div className={classes.orphanHead}>
            <RelativeTime at={orphan.receivedAt} />
            <span>{t(orphan.isSuccess ? 'orphanSucceeded' : 'orphanFailed')}</span>
            <span>{t('orphanId', { id: orphan.commandId })}</span>
            {orphan.isCut && <span>{t('orphanCut')}</span>}
          </div>
          {orphan.output !== '' && (
            <OutputBlock text={orphan.output} label={t('orphanOutput')} isError={!orphan.isSuccess} />
          )}
        </div>
      ))}
    </section>
  )
}
