import { IconArrowRight, IconFlask, IconPlugConnected, IconServerCog } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../components/brand-mark.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useConnectionActions } from '../connection/use-connection-actions.ts'
import classes from './start-view.module.css'

/** The first screen while there is no connection profile: the ways to a first result. */
export function StartView() {
  const { t } = useTranslation('connection')
  const { editProfile, go } = useNavigation()
  const { startDemo } = useConnectionActions()
  return (
    <div className={classes.start}>
      <div>
        <span data-low-hidden>
          <BrandMark size={40} />
        </span>
        <h1 className={classes.heading}>{t('start.heading')}</h1>
        <p className={classes.lead}>{t('start.lead')}</p>
        <div className={classes.cards}>
          <Card
            icon={<IconPlugConnected size={22} stroke={1.7} aria-hidden />}
            title={t('start.connect.title')}
            text={t('start.connect.text')}
            action={t('start.connect.action')}
            onClick={() => editProfile('new')}
          />
          <Card
            icon={<IconServerCog size={22} stroke={1.7} aria-hidden />}
            title={t('start.setup.title')}
            text={t('start.setup.text')}
            action={t('start.setup.action')}
            onClick={() => go('setup')}
          />
          <Card
            icon={<IconFlask size={22} stroke={1.7} aria-hidden />}
            title={t('start.demo.title')}
            text={t('start.demo.text')}
            action={startDemo.isRunning ? t('start.demo.starting') : t('start.demo.action')}
            isBusy={startDemo.isRunning}
            onClick={startDemo.run}
          />
        </div>
        <p className={classes.foot}>{t('start.foot')}</p>
      </div>
    </div>
  )
}

interface CardProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  /** Result of the click, in other words than the title. */
  readonly action: string
  readonly isBusy?: boolean
  readonly onClick: () => void
}

function Card({ icon, title, text, action, isBusy = false, onClick }: CardProps) {
  const id = useId()
  return (
    <article className={classes.card} data-busy={isBusy}>
      <span className={classes.icon}>{icon}</span>
      <h2 className={classes.title}>
        <button type="button" className={classes.button} aria-describedby={id} disabled={isBusy} onClick={onClick}>
          {title}
        </button>
      </h2>
      <p id={id} className={classes.text}>
        {text}
      </p>
      <span className={classes.action} aria-live="polite">
        {action}
        <IconArrowRight size={16} aria-hidden />
      </span>
    </article>
  )
}
