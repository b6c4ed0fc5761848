import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportEntry, ProfileImport, ProfileView } from '../../../../preload/contract/models/broker/connection.ts'
import type { connectionRoutes } from '../../../../preload/contract/routes/broker/connection.ts'
import { profileFileName, writeProfile } from '../../../broker/profiles/files/write-profile.ts'
import type { Profiles } from '../../../broker/profiles/profiles.ts'
import type { Dialogs } from '../../../shared/dialogs.ts'
import { writeWhole } from '../../../shared/files.ts'
import type { HandlersOf } from '../../router.ts'

type FileRoutes = Pick<typeof connectionRoutes, 'profiles.import' | 'profiles.export'>

/** Files are read and written here, in main: what they hold of secrets never reaches the window. */
export function profileFileHandlers(deps: {
  readonly profiles: Profiles
  readonly dialogs: Pick<Dialogs, 'openFile' | 'saveAs'>
}): HandlersOf<FileRoutes> {
  const { profiles, dialogs } = deps
  return {
    'profiles.import': async (): Promise<ProfileImport | null> => {
      const path = await dialogs.openFile()
      if (path === null) return null
      // Read when it is first used: the readers of all formats are no small part of main.
      const { readProfileFile } = await import('../../../broker/profiles/files/profile-file.ts')
      const file = await readProfileFile(path, randomUUID)
      const saved: ProfileView[] = []
      const entries: ImportEntry[] = []
      for (const { profile, secrets, notes } of file.profiles) {
        saved.push(await profiles.save(profile, secrets))
        entries.push({ name: profile.name, profileId: profile.id, notes })
      }
      for (const { label, reasons } of file.refused) entries.push({ name: label, profileId: null, notes: reasons })
      return { fileName: basename(path), profiles: saved, entries, notes: file.notes }
    },
    'profiles.export': async ({ profileId, format, hasPassword, deviceId }) => {
      const target = await profiles.target(profileId)
      const path = await dialogs.saveAs(profileFileName(target.profile.name, format))
      if (path === null) return null
      await writeWhole(path, writeProfile(target, format, { hasPassword, deviceId }))
      return { path }
    },
  }
}
