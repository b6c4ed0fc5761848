import { useTranslation } from 'react-i18next'
import type { DeviceLook } from '../../../../preload/contract/models/devices/joining.ts'
import { Facts } from '../../../components/facts.tsx'
import classes from './join.module.css'

/** What was found on a device, and the commands that found it. */
export function LookFacts({ look, commands }: { readonly look: DeviceLook; readonly commands: string }) {
  const { t } = useTranslation('joining')
  const missing = t('look.missing')
  const reaches = { true: 'yes', false: 'no', null: 'untried' }[`${look.reachesBroker}`] ?? 'untried'
  const executor =
    look.executor === null
      ? null
      : t(look.executor.isRunning ? 'look.executorRuns' : 'look.executorThere', { id: look.executor.deviceId ?? '?' })
  const facts: (readonly [string, string | null])[] = [
    [t('look.model'), [look.model, look.architecture].filter((text) => text !== null).join(' · ') || null],
    [t('look.os'), look.os],
    [t('look.hostName'), look.hostName],
    [t('look.python'), look.python === null ? missing : `${look.python} · paho-mqtt ${look.paho ?? missing}`],
    [t('look.openssl'), look.openssl === null ? missing : look.openssl.split(' ').slice(0, 2).join(' ')],
    [t('look.start'), t(look.hasSystemd ? 'look.systemd' : 'look.cron')],
    [t('look.disk'), look.freeMiB === null ? null : t('look.free', { mib: look.freeMiB })],
    [t('look.rights'), t(`look.right.${look.rights}`)],
    [t('look.broker'), t(`look.reaches.${reaches}`)],
    [t('look.executor'), executor],
    [t('look.agent'), look.agentVersion],
  ]
  return (
    <details className={classes.details}>
      <summary>{t('look.title')}</summary>
      <Facts facts={facts.filter(([, value]) => value !== null)} />
      <details className={classes.details}>
        <summary>{t('look.commands')}</summary>
        <pre className={classes.code}>{commands}</pre>
      </details>
    </details>
  )
}
