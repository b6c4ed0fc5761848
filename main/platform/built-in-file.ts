import { z } from 'zod'
import { builtInChoiceSchema } from '../../preload/contract/routes/broker.ts'
import type { StoredBuiltIn } from '../broker/embedded-config.ts'
import type { Log } from '../ports.ts'
import { openJsonFile } from './json-file.ts'

const pem = z.string().nullable()
const account = z.object({ name: z.string(), role: z.enum(['operator', 'device']) })
const shape = z.object({
  builtIn: z
    .object({
      choice: builtInChoiceSchema,
      accounts: z.array(account),
      ca: pem,
      certificate: pem,
      isGiven: z.boolean(),
    })
    .nullable(),
})

/** `built-in.json` of the data folder: the built-in broker's set-up, with hashes and certificates, no secret. */
export function openBuiltInFile(
  folder: string,
  env: { readonly log: Log; readonly onMoved: (aside: string) => void },
): { read(): StoredBuiltIn | null; write(stored: StoredBuiltIn | null): void } {
  const isValid = (content: unknown) => shape.safeParse(content).success
  const defaults: { builtIn: StoredBuiltIn | null } = { builtIn: null }
  const file = openJsonFile(folder, 'built-in', { defaults, isValid }, env)
  return { read: () => file.get('builtIn'), write: (stored) => file.set('builtIn', stored) }
}
