/** Pages that the app itself may open in the operator's browser. */
const OPENABLE_HOSTS: ReadonlySet<string> = new Set(['mosquitto.org', 'www.electronjs.org'])

/** Only https, only listed hosts, no user info or odd port. */
export function isOpenable(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password, port } = new URL(url)
  return protocol === 'https:' && OPENABLE_HOSTS.has(hostname) && !username && !password && !port
}
