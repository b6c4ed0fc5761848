import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeviceDetail, DeviceWarning } from '../../../../preload/contract/models/devices/device.ts'
import { OutputBlock } from '../../../components/output/output-block.tsx'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { UseAnnounced } from '../use-announced.tsx'
import classes from './device-panel.module.css'

interface DeviceWarningsProps {
  readonly detail: DeviceDetail
  readonly onDetail: (detail: DeviceDetail) => void
}

/**
 * Warns of what is not right with a device: somebody speaking for it, two with one name, another system, a
 * wrong clock, messages that are not understood, an id that may be mistaken.
 */
export function DeviceWarnings({ detail, onDetail }: DeviceWarningsProps) {
  const { announcedSystem } = detail
  return detail.warnings.map((warning) => (
    <div key={warning.kind} className={classes.warning} role="note">
      <IconAlertTriangle size={15} aria-hidden />
      <div>
        <WarningText warning={warning} detail={detail} /> <RelativeTime at={warning.at} />
        {warning.kind === 'other-system' && announcedSystem !== null && (
          <div>
            <UseAnnounced device={detail} system={announcedSystem} onDetail={onDetail} />
          </div>
        )}
      </div>
    </div>
  ))
}

function WarningText({ warning, detail }: { readonly warning: DeviceWarning; readonly detail: DeviceDetail }) {
  const { t } = useTranslation('devices')
  const values = { count: warning.count, detail: warning.detail }
  switch (warning.kind) {
    case 'other-system':
      if (detail.announcedSystem === null) return null
      return t('otherSystem', {
        set: t(`system.${detail.system}`),
        announced: t(`system.${detail.announcedSystem}`),
      })
    case 'unreadable':
    case 'odd-id':
      return t(`odd.warning.${warning.kind}`, values)
    default:
      return t(`warning.${warning.kind}`, values)
  }
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
