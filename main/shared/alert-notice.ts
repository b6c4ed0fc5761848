import type { AlertSeverity } from '../../preload/contract/models/devices/alert.ts'
import type { LocalizedText } from '../../preload/contract/models/text.ts'

/** Alerts of one cause, in words; names are sanitised. */
export interface NoticeGroup {
  readonly title: LocalizedText
  readonly severity: AlertSeverity
  readonly ruleName: string
  readonly count: number
  /** First devices by name and id, at most a few. */
  readonly devices: readonly { readonly deviceId: string; readonly name: string }[]
  readonly commonTags: readonly string[]
  /** Epoch ms of the first and the last alert; of alerts that are over, `to` is the last end. */
  readonly from: number
  readonly to: number
  /** True for alerts that are over. */
  readonly isOver: boolean
}

/** What one message says of alerts that were raised, or ended, together. */
export interface AlertNotice {
  readonly title: LocalizedText
  /** The worst of its groups, of those that are not over where there are any. */
  readonly severity: AlertSeverity
  readonly groups: readonly NoticeGroup[]
  /** Number of groups, those that are not in `groups` included. */
  readonly groupCount: number
  /** True if all of it is over. */
  readonly isOver: boolean
}
