import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type SettingsSection as SectionName, useNavigation } from '../../lib/navigation.tsx'
import classes from './settings-section.module.css'

/** One subject of the settings; comes into view when something elsewhere points at it. */
export function SettingsSection({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const { t } = useTranslation('settings')
  const { settingsTarget } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (settingsTarget?.section !== name) return
    heading.current?.closest('section')?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [settingsTarget, name])
  return (
    <section className={classes.section} aria-labelledby={`settings-${name}`}>
      <div>
        <h2 ref={heading} id={`settings-${name}`} className={classes.title} tabIndex={-1}>
          {t(`${name}.title`)}
        </h2>
        <p className={classes.text}>{t(`${name}.text`)}</p>
      </div>
      <div className={classes.controls}>{children}</div>
    </section>
  )
}
