import type { ConnectionFailure, TestStage } from '../../../../preload/contract/models/broker/connection.ts'
import { localized } from '../../../lib/i18n/i18n.ts'

interface ReportInput {
  readonly failure: ConnectionFailure
  readonly address: string
  readonly stages: readonly TestStage[]
  readonly language: string
  readonly at: Date
}

/** Plain text for whoever looks after the broker: where, when, how far, why. Holds no secret. */
export function connectionReport({ failure, address, stages, language, at }: ReportInput): string {
  const lines = [
    `Waypost connection report, ${at.toISOString()}`,
    `address: ${address}`,
    ...stages.map(({ name, state, ms }) => `${name}: ${state}${ms === null ? '' : ` (${Math.round(ms)} ms)`}`),
    `cause: ${failure.cause}`,
    localized(failure.message, language),
    localized(failure.fix, language),
    ...(failure.brokerHint ? [localized(failure.brokerHint, language)] : []),
    `detail: ${failure.detail}`,
  ]
  return `${lines.join('\n')}\n`
}
