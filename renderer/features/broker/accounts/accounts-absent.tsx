import { IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../../components/empty-notice.tsx'
import { GuideButton } from '../../../components/guide-button.tsx'
import classes from '../broker.module.css'

const FILE = '/var/lib/mosquitto/dynamic-security.json'
const INIT = [
  `sudo mosquitto_ctrl dynsec init ${FILE} admin`,
  `sudo chown mosquitto: ${FILE}`,
  `sudo chmod 600 ${FILE}`,
].join('\n')
const CONFIG = [
  'allow_anonymous false',
  'plugin /usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so',
  `plugin_opt_config_file ${FILE}`,
].join('\n')

/** Says that the broker does not answer as the plugin does, and how to get it. */
export function AccountsAbsent({ again }: { readonly again: ReactNode }) {
  const { t } = useTranslation('accounts')
  return (
    <div className={classes.stack}>
      <EmptyNotice icon={<IconUsersGroup size={28} aria-hidden />} title={t('absent.title')} text={t('absent.text')}>
        {again}
        <GuideButton to="broker#accounts" />
      </EmptyNotice>
      <section className={`${classes.panel} ${classes.stack}`} aria-label={t('absent.how')}>
        <h2 className={classes.title}>{t('absent.how')}</h2>
        <Step text={t('absent.make')} code={INIT} />
        <Step text={t('absent.load')} code={CONFIG} />
        <Step text={t('absent.restart')} code="sudo systemctl restart mosquitto" />
        <p className={classes.text}>{t('absent.connect')}</p>
      </section>
    </div>
  )
}

function Step({ text, code }: { readonly text: string; readonly code: string }) {
  return (
    <div>
      <p className={classes.text}>{text}</p>
      <pre className={classes.log}>{code}</pre>
    </div>
  )
}
