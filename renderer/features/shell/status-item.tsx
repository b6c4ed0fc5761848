import { Tooltip } from '@mantine/core'
import { type ComponentType, memo } from 'react'
import type { SettingsSection } from '../../../preload/contract/models/app/settings.ts'
import { useNavigation, type View } from '../../lib/navigation.tsx'
import classes from './status-line.module.css'

const ICON = { size: 14, stroke: 1.8, 'aria-hidden': true } as const

interface StatusItemProps {
  readonly Icon: ComponentType<typeof ICON>
  readonly text: string
  /** More about the figure, on hover and focus. */
  readonly hint: string
  readonly tone?: 'quiet' | 'ok' | 'warn' | 'bad'
  /** View with more about it. */
  readonly view?: View
  readonly section?: SettingsSection
  /** Filter of the device list with more about it. */
  readonly filter?: string
}

/** One fact of the status line; a button where there is more to see. */
export const StatusItem = memo(function StatusItem({
  Icon,
  text,
  hint,
  tone = 'quiet',
  view,
  section,
  filter,
}: StatusItemProps) {
  const { go, openSettings, openDevices } = useNavigation()
  const open = () => {
    if (filter !== undefined) openDevices(filter)
    else if (section) openSettings(section)
    else if (view) go(view)
  }
  const className = classes.item
  const icon = <Icon {...ICON} />
  return (
    <Tooltip label={hint} position="top" events={{ hover: true, focus: true, touch: true }}>
      {view || section || filter !== undefined ? (
        <button type="button" className={className} data-tone={tone} data-view={view} onClick={open}>
          {icon}
          <span className={classes.text}>{text}</span>
        </button>
      ) : (
        <span className={className} data-tone={tone}>
          {icon}
          <span className={classes.text}>{text}</span>
        </span>
      )}
    </Tooltip>
  )
})
