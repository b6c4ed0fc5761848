import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
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

/** Answers a GET for a file of the built renderer in `folder`; a page gets the policy and a nonce of its own. */
export async function answerRequest(request: { url: string; method: string }, folder: string): Promise<Response> {
  const path = fileOf(request.url, folder)
  if (path === null || request.method !== 'GET') return new Response('Not found', { status: 404 })
  try {
    return respond(await readFile(path), extname(path))
  } catch {
    return new Response('Not found', { status: 404 })
  }
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

function respond(content: Buffer, extension: string): Response {
  const headers: Record<string, string> = {
    'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  }
  if (extension !== '.html') return new Response(new Uint8Array(content), { headers })
  const nonce = randomBytes(16).toString('base64')
  headers['content-security-policy'] = contentSecurityPolicy(nonce)
  headers['cache-control'] = 'no-store'
  return new Response(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce), { headers })
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
