import { z } from 'zod'
import type { Log } from '../../shared/log.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { SecretFile, SecretFileContent } from './secret-store.ts'

const shape = z.object({
  backend: z.string().nullable(),
  isWeakAllowed: z.boolean(),
  entries: z.record(z.string(), z.string()),
  // Missing in files of older versions.
  memoryOnly: z.array(z.string()).optional(),
})

/** `secrets.json` of the data folder: ciphertexts only. */
export function openSecretFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): SecretFile {
  const defaults: SecretFileContent = { backend: null, isWeakAllowed: false, entries: {}, memoryOnly: [] }
  const isValid = (content: unknown) => shape.safeParse(content).success
  const file = openJsonFile<SecretFileContent>(folder, 'secrets', { defaults, isValid }, env)
  return {
    read: () => ({
      backend: file.get('backend'),
      isWeakAllowed: file.get('isWeakAllowed'),
      entries: file.get('entries'),
      memoryOnly: file.get('memoryOnly'),
    }),
    write: (content) => {
      file.set('entries', content.entries)
      file.set('memoryOnly', content.memoryOnly ?? [])
      file.set('isWeakAllowed', content.isWeakAllowed)
      file.set('backend', content.backend)
    },
  }
}
