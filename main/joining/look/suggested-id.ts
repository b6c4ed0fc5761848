import type { Found } from './read-look.ts'

/** The id of its old executor, else its name in the network, made to fit. */
export function suggestedId({ executor, look }: Found, host: string, isTaken: (deviceId: string) => boolean): string {
  if (executor?.deviceId != null) return executor.deviceId
  const name = look.hostName?.split('.')[0] ?? host
  const base =
    name
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 58) || 'device'
  // Fresh cards of one image all have one name.
  for (let number = 2, id = base; ; number += 1) {
    if (!isTaken(id)) return id
    id = `${base}-${number}`
  }
}
