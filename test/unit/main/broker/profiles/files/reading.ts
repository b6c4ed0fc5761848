import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProfileFile, readProfiles } from '../../../../../../main/broker/profiles/files/read-profiles.ts'
import { decodeText } from '../../../../../../main/shared/text-encoding.ts'

let ids = 0
export const newId = () => `id-${++ids}`

export const dataPath = (name: string) => join(import.meta.dirname, 'data', name)

/** Reads a text, or a value as JSON. */
export function read(content: unknown): ProfileFile {
  return readProfiles(typeof content === 'string' ? content : JSON.stringify(content), newId)
}

/** Reads bytes as the window does. */
export function readBytes(bytes: Uint8Array): ProfileFile {
  const { text, isGuess } = decodeText(bytes)
  return readProfiles(text, newId, isGuess)
}

export const readData = (name: string) => readBytes(readFileSync(dataPath(name)))

/** What matters of each connection, in one line that is easy to compare. */
export function lines({ profiles }: ProfileFile): string[] {
  return profiles.map(({ profile, secrets }) => {
    const { host, port, security, transport, path, username } = profile
    const login = username === null && secrets.password === undefined ? '' : ` ${username}/${secrets.password}`
    return `${host} ${port} ${security}${transport === 'tcp' ? '' : ` ${transport} ${path}`}${login}`
  })
}

/** Every English sentence of an import, as one text. */
export function words({ profiles, refused, notes }: ProfileFile): string {
  const all = [
    ...notes,
    ...profiles.flatMap((one) => one.notes),
    ...refused.flatMap(({ label, reasons }) => reasons.map(({ en, zh }) => ({ en: `${label}: ${en}`, zh }))),
  ]
  return all.map(({ en }) => en).join('\n')
}
