import { rootCertificates } from 'node:tls'
import type { EndpointNetwork } from '../../../preload/contract/models/assistant/assistant.ts'
import { isThisComputer } from './endpoint-address.ts'

/** Describes the way to one endpoint. `proxyLogin` is `user:password`. */
export interface EndpointAccess {
  readonly baseUrl: string
  readonly network?: EndpointNetwork | undefined
  readonly proxyLogin?: string | null
}

interface Dispatcher {
  destroy(): Promise<void>
}

/**
 * Reaches endpoints from company networks: through a proxy, with certificate authorities of the operator beside the
 * public ones. Certificates are always verified. The library for it is loaded only where one of the two is set.
 */
export class EndpointDialer {
  #kept: { readonly name: string; readonly dispatcher: Dispatcher; readonly fetch: typeof fetch } | null = null

  /** `fetch` for this endpoint; the runtime's own where nothing is set. */
  async fetchFor({ baseUrl, network, proxyLogin }: EndpointAccess): Promise<typeof fetch> {
    const proxyUrl = network?.proxyUrl && !isThisComputer(baseUrl) ? network.proxyUrl : ''
    const ca = network?.ca ?? null
    if (proxyUrl === '' && ca === null) return (input, init) => globalThis.fetch(input, init)
    const name = JSON.stringify([proxyUrl, ca, proxyLogin ?? null])
    if (this.#kept?.name === name) return this.#kept.fetch
    const { Agent, ProxyAgent, fetch: fetchThrough } = await import('undici')
    const trust = ca === null ? {} : { ca: [...rootCertificates, ca] }
    const token = proxyLogin ? { token: `Basic ${Buffer.from(proxyLogin).toString('base64')}` } : {}
    const dispatcher =
      proxyUrl === ''
        ? new Agent({ connect: trust })
        : new ProxyAgent({ uri: proxyUrl, requestTls: trust, proxyTls: trust, ...token })
    const through = (input: string, init: RequestInit | undefined) => {
      const headers = [...new Headers(init?.headers)] as [string, string][]
      const { body, method, signal, redirect } = init ?? {}
      return fetchThrough(input, {
        dispatcher,
        headers,
        ...(typeof body === 'string' ? { body } : {}),
        ...(method === undefined ? {} : { method }),
        ...(signal ? { signal } : {}),
        ...(redirect === undefined ? {} : { redirect }),
      })
    }
    // The same interface from another copy of the library.
    const fetch = ((input, init) => through(String(input), init)) as typeof globalThis.fetch
    void this.#kept?.dispatcher.destroy()
    this.#kept = { name, dispatcher, fetch }
    return fetch
  }

  async dispose(): Promise<void> {
    const kept = this.#kept
    this.#kept = null
    await kept?.dispatcher.destroy()
  }
}
