import type {
  AuditCheck,
  Bootstrap,
  SecretsStatus,
  Settings,
} from '../../../../preload/contract/models/app/settings.ts'
import type { appRoutes } from '../../../../preload/contract/routes/app/app.ts'
import type { HandlersOf } from '../../router.ts'

/** Does what concerns the app as a whole. */
export interface AppControl {
  bootstrap(): Bootstrap
  openLogFolder(): Promise<void>
  reportError(report: { readonly where: string; readonly message: string; readonly stack: string }): void
  copy(text: string): Promise<void>
  updateSettings(changes: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Settings
  allowWeakSecrets(): Promise<SecretsStatus>
  verifyAudit(head: string | null): Promise<AuditCheck>
}

export function appHandlers(control: AppControl): HandlersOf<typeof appRoutes> {
  return {
    'app.bootstrap': () => control.bootstrap(),
    'app.openLogFolder': async () => {
      await control.openLogFolder()
      return null
    },
    'app.reportError': (report) => {
      control.reportError(report)
      return null
    },
    'app.copy': async ({ text }) => {
      await control.copy(text)
      return null
    },
    'settings.update': (changes) => control.updateSettings(changes),
    'secrets.allowWeak': () => control.allowWeakSecrets(),
    'audit.verify': ({ head }) => control.verifyAudit(head ?? null),
  }
}
