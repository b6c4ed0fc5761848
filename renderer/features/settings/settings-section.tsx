import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsSection as SectionName } from '../../../preload/contract/models/app/settings.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import classes from './settings-section.module.css'

/** Id of the heading of a section. */
export function sectionId(name: SectionName): string {
  return `settings-${name}`
}

/** One subject of the settings; comes into view when something elsewhere points at it, and at a setting in it by its label. */
export function SettingsSection({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const { t } = useTranslation('settings')
  const { settingsTarget } = useNavigation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (settingsTarget?.section !== name) return
    const section = heading.current?.closest('section')
    section?.scrollIntoView({ block: 'start' })
    const control = section && settingsTarget.label !== null ? controlOf(section, settingsTarget.label) : null
    const to = control ?? heading.current
    to?.focus({ preventScroll: true })
    control?.scrollIntoView({ block: 'nearest' })
  }, [settingsTarget, name])
  return (
    <section className={classes.section} aria-labelledby={sectionId(name)}>
      <div>
        <h2 ref={heading} id={sectionId(name)} className={classes.title} tabIndex={-1}>
          {t(`${name}.title`)}
        </h2>
        <p className={classes.text}>{t(`${name}.text`)}</p>
      </div>
      <div className={classes.controls}>{children}</div>
    </section>
  )
}

/** Finds what a label stands at: a field, a button, or the first choice of a group. Null where the setting is not shown now. */
function controlOf(section: HTMLElement, label: string): HTMLElement | null {
  for (const element of section.querySelectorAll<HTMLElement>('label, button, [id]')) {
    // A required field has a star behind its label.
    if (element.textContent?.trim().replace(/\*$/u, '').trimEnd() !== label) continue
    if (element instanceof HTMLButtonElement) return element
    if (element instanceof HTMLLabelElement && element.control !== null) return element.control
    const group = element.id === '' ? null : section.querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`)
    const first = group?.querySelector<HTMLElement>('input:checked, input, button')
    if (first) return first
  }
  return null
}
