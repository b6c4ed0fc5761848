import { session } from 'electron'

/** How the settings of the system lead to an address, PAC scripts included: a list such as `PROXY host:port; DIRECT`. */
export function systemProxyList(address: string): Promise<string> {
  return session.defaultSession.resolveProxy(`https://${address}`)
}
