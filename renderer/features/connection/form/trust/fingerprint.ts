/** SHA-256 fingerprint of the first certificate of a PEM text, as `AB:CD:…`; null when there is none. */
export async function fingerprintOfPem(pem: string): Promise<string | null> {
  const body = /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/.exec(pem)?.[1]
  if (body === undefined) return null
  try {
    const der = Uint8Array.from(atob(body.replace(/\s/g, '')), (char) => char.charCodeAt(0))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', der))
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')
  } catch {
    return null
  }
}
