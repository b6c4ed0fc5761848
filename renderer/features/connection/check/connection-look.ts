import { IconAlertOctagon, IconClockPause, IconPlug, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { ConnectionState } from '../../../../preload/contract/models/broker/connection.ts'

interface Look {
  readonly Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean; color?: string }>
  /** A colour of the theme, as a CSS value. */
  readonly colour: string
}

/** A connection's state by icon and colour; the word beside it is `connection:state.<state>`. */
export const CONNECTION_LOOKS: Readonly<Record<ConnectionState, Look>> = {
  disconnected: { Icon: IconPlugConnectedX, colour: 'var(--wp-quiet)' },
  connecting: { Icon: IconPlug, colour: 'var(--wp-info)' },
  connected: { Icon: IconPlugConnected, colour: 'var(--wp-ok)' },
  waiting: { Icon: IconClockPause, colour: 'var(--wp-warn)' },
  stopped: { Icon: IconAlertOctagon, colour: 'var(--wp-bad)' },
}
