import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'

export const APP_SCHEME = 'app'
/** The only origin that our windows show and that requests are taken from. */
export const APP_ORIGIN = `${APP_SCHEME}://waypost`
export const APP_URL = `${APP_ORIGIN}/index.html`

const NONCE_PLACEHOLDER = '__CSP_NONCE__'
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** An answer of the `app://` scheme. */
export interface FileAnswer {
  readonly statusCode: 200 | 404
  /** Names in lower case. */
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/**
 * Answers a GET for a file of the built renderer in `folder`; a page gets the policy and a nonce of its own. Reads at once,
 * because an answer that comes back through the event loop waits behind every part that main loads at the start.
 */
export function answerRequest(request: { url: string; method: string }, folder: string): FileAnswer {
  const path = fileOf(request.url, folder)
  if (path === null || request.method !== 'GET') return notFound()
  try {
    return respond(readFileSync(path), extname(path))
  } catch {
    return notFound()
  }
}

function notFound(): FileAnswer {
  return { statusCode: 404, headers: { 'content-type': 'text/plain' }, data: Buffer.from('Not found') }
}

/** The file that a URL names, or null for another host, a traversal, or anything that cannot be decoded. */
export function fileOf(url: string, folder: string): string | null {
  if (!URL.canParse(url)) return null
  const { host, pathname } = new URL(url)
  if (`${APP_SCHEME}://${host}` !== APP_ORIGIN) return null
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const path = normalize(join(folder, decoded))
  return path.startsWith(folder + sep) ? path : null
}

function respond(content: Buffer, extension: string): FileAnswer {
  const headers: Record<string, string> = {
    'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  }
  if (extension !== '.html') return { statusCode: 200, headers, data: content }
  const nonce = randomBytes(16).toString('base64')
  headers['content-security-policy'] = contentSecurityPolicy(nonce)
  headers['cache-control'] = 'no-store'
  return { statusCode: 200, headers, data: Buffer.from(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)) }
}

/** All network is in main: the page can load its own files and nothing else (CSP Level 3). */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
