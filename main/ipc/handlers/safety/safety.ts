import type { AuditStatus } from '../../../../preload/contract/models/app/settings.ts'
import type { SafetyState } from '../../../../preload/contract/models/safety/safety.ts'
import type { safetyRoutes } from '../../../../preload/contract/routes/safety/safety.ts'
import type { AuditFormat } from '../../../safety/audit/audit-export.ts'
import type { HandlersOf } from '../../router.ts'
import type { SaveText } from '../commands/console.ts'

const EXTENSIONS = { csv: 'csv', json: 'json', report: 'html' } as const

export function safetyHandlers(deps: {
  readonly setUnaskedReads: (isOn: boolean) => SafetyState
  readonly exportAudit: (format: AuditFormat) => Promise<string>
  readonly startAuditKey: () => Promise<AuditStatus>
  readonly exportAuditKey: () => Promise<{ readonly path: string } | null>
  readonly saveText: SaveText
}): HandlersOf<typeof safetyRoutes> {
  return {
    'safety.setUnaskedReads': ({ isOn }) => deps.setUnaskedReads(isOn),
    'audit.export': async ({ format }) =>
      deps.saveText(`waypost-audit.${EXTENSIONS[format]}`, await deps.exportAudit(format)),
    'audit.startKey': () => deps.startAuditKey(),
    'audit.exportKey': () => deps.exportAuditKey(),
  }
}
