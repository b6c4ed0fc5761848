import { type RefObject, useEffect, useRef, useState } from 'react'
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../../preload/contract/models/app/settings.ts'
import { sectionId } from '../settings-section.tsx'

/** From so far above the middle on, a section counts as the one that is read. */
const READ_SHARE = 0.3

/** Returns the section that is read, which follows the scroll, and takes one that was gone to. */
export function useSectionInView(sections: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<SettingsSection>('general')
  /** A short section at the end never comes up to the top; it counts as read while it is in view after one went to it. */
  const wanted = useRef<SettingsSection | null>(null)
  useEffect(() => {
    const follow = (event: Event): void => {
      const scroller = event.target
      if (!(scroller instanceof HTMLElement) || !scroller.contains(sections.current)) return
      const { top, bottom, height } = scroller.getBoundingClientRect()
      const tops = SETTINGS_SECTIONS.map(
        (name) => document.getElementById(sectionId(name))?.getBoundingClientRect().top,
      )
      const at = wanted.current === null ? undefined : tops[SETTINGS_SECTIONS.indexOf(wanted.current)]
      const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
      if (at !== undefined && at < bottom && at >= top && (isAtEnd || at < top + height * READ_SHARE)) return
      wanted.current = null
      const read = tops.findLastIndex(
        (sectionTop) => sectionTop !== undefined && sectionTop < top + height * READ_SHARE,
      )
      setCurrent(SETTINGS_SECTIONS[Math.max(0, read)] ?? 'general')
    }
    // Scrolling does not bubble, and what scrolls is the frame around the page.
    document.addEventListener('scroll', follow, { capture: true, passive: true })
    return () => document.removeEventListener('scroll', follow, { capture: true })
  }, [sections])
  const goTo = (section: SettingsSection): void => {
    wanted.current = section
    setCurrent(section)
  }
  return [current, goTo] as const
}
