/** True where nothing leaves this computer. Another address, or one that cannot be read, is elsewhere. */
export function isThisComputer(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false
  const { hostname } = new URL(baseUrl)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/u.test(hostname)
  )
}

/** The address as paths are added to it. */
export function withoutFinalSlashes(baseUrl: string): string {
  return baseUrl.replace(/(?<!\/)\/+$/u, '')
}

/** `host:port` for a sentence; the text itself where it is no address. */
export function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl
}
