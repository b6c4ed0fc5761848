import { createServer as createTlsServer } from 'node:tls'
import type { MosquittoOptions } from '../../../support/brokers/mosquitto.ts'
import {
  selfSignedServer,
  serverBehindIntermediate,
  serverByCommonName,
} from '../../../support/brokers/odd-certificates.ts'
import { tcpServer } from './fake-brokers.ts'
import type { Bench, Invocation, Situation } from './situation.ts'

async function tlsBroker(bench: Bench, key: string, options: Partial<MosquittoOptions> = {}): Promise<string> {
  const { port } = await bench.broker(key, () => ({ mode: 'tls', authority: bench.authority, ...options }))
  return `mqtts://127.0.0.1:${port}`
}

const ownCa = (bench: Bench) => bench.file('ca.crt', bench.authority.ca)

async function withClient(bench: Bench, issuer: Bench['authority']): Promise<string[]> {
  const { certificate, key } = await issuer.issueClient('console')
  const name = issuer === bench.authority ? 'own' : 'strange'
  return ['--cert', await bench.file(`${name}.crt`, certificate), '--key', await bench.file(`${name}.key`, key)]
}

const withServerCertificate =
  (key: string, issue: Parameters<Bench['authority']['issueServer']>[0]) =>
  async (bench: Bench): Promise<Invocation> => {
    const serverCertificate = await bench.authority.issueServer(issue)
    return { args: ['--url', await tlsBroker(bench, key, { serverCertificate }), '--ca', await ownCa(bench)] }
  }

/** Wrong in TLS, on either side. */
export const TLS_SITUATIONS: readonly Situation[] = [
  {
    name: 'TLS on a plain port',
    stage: 'first-byte',
    cause: 'plain-port',
    setUp: async (bench) => {
      const { port } = await bench.broker('anonymous', () => ({ mode: 'anonymous' }))
      return { args: ['--url', `mqtts://127.0.0.1:${port}`] }
    },
  },
  {
    name: 'plain text on a TLS port',
    stage: 'first-byte',
    cause: 'wants-tls',
    setUp: async (bench) => ({ args: ['--url', (await tlsBroker(bench, 'tls')).replace('mqtts', 'mqtt')] }),
  },
  {
    name: 'a CA that is not loaded',
    stage: 'tls',
    cause: 'tls-unknown-ca',
    setUp: async (bench) => ({
      args: ['--url', await tlsBroker(bench, 'tls'), '--ca', await bench.file('strange-ca.crt', bench.stranger.ca)],
    }),
  },
  {
    name: 'a private CA, and none loaded',
    stage: 'tls',
    cause: 'tls-ca-missing',
    setUp: async (bench) => ({ args: ['--url', await tlsBroker(bench, 'tls')] }),
  },
  {
    name: 'a host that is not in the SAN',
    stage: 'tls',
    cause: 'tls-name',
    says: /DNS:broker\.example, IP Address:192\.0\.2\.1/,
    setUp: withServerCertificate('san', { hosts: ['broker.example', '192.0.2.1'] }),
  },
  {
    name: 'an address in the common name alone',
    stage: 'tls',
    cause: 'tls-name',
    says: /127\.0\.0\.1 stands in its common name \(CN\) only.*subjectAltName/,
    setUp: async (bench) => {
      const { ca, server } = await serverByCommonName()
      const url = await tlsBroker(bench, 'common-name', { serverCertificate: server })
      return { args: ['--url', url, '--ca', await bench.file('cn-ca.crt', ca)] }
    },
  },
  {
    name: 'an expired server certificate',
    stage: 'tls',
    cause: 'tls-expired',
    says: /clock/i,
    setUp: withServerCertificate('expired', { validity: 'expired' }),
  },
  {
    name: 'a server certificate of tomorrow',
    stage: 'tls',
    cause: 'tls-not-yet-valid',
    setUp: withServerCertificate('future', { validity: 'future' }),
  },
  {
    name: 'a self-signed certificate',
    stage: 'tls',
    cause: 'tls-self-signed',
    says: /fingerprint \([0-9A-F:]{95}\)/,
    setUp: async (bench) => {
      const serverCertificate = await selfSignedServer()
      return { args: ['--url', await tlsBroker(bench, 'self-signed', { serverCertificate })] }
    },
  },
  {
    name: 'a missing intermediate',
    stage: 'tls',
    cause: 'tls-unknown-ca',
    says: /intermediate/,
    setUp: async (bench) => {
      const { root, server } = await serverBehindIntermediate()
      const url = await tlsBroker(bench, 'intermediate', { serverCertificate: server })
      return { args: ['--url', url, '--ca', await bench.file('root.crt', root)] }
    },
  },
  {
    name: 'no client certificate',
    stage: 'connect',
    cause: 'tls-client-certificate-missing',
    setUp: async (bench) => ({
      args: [
        '--url',
        await tlsBroker(bench, 'mutual', { requiresClientCertificate: true }),
        '--ca',
        await ownCa(bench),
      ],
    }),
  },
  {
    name: 'a client certificate of another CA',
    stage: 'connect',
    cause: 'tls-client-unknown-ca',
    setUp: async (bench) => ({
      args: [
        ...['--url', await tlsBroker(bench, 'mutual', { requiresClientCertificate: true })],
        ...['--ca', await ownCa(bench), ...(await withClient(bench, bench.stranger))],
      ],
    }),
  },
  {
    name: 'no TLS version in common',
    stage: 'tls',
    cause: 'tls-version',
    setUp: async (bench) => {
      const { certificate, key } = await bench.authority.issueServer()
      const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const
      const server = createTlsServer({ cert: certificate, key, ...old }).on('tlsClientError', () => {})
      return { args: ['--url', `mqtts://127.0.0.1:${await bench.listen(server)}`, '--ca', await ownCa(bench)] }
    },
  },
  {
    name: 'a silent server, asked in TLS',
    stage: 'first-byte',
    cause: 'tls-timeout',
    setUp: async (bench) => ({
      args: ['--url', `mqtts://127.0.0.1:${await bench.listen(tcpServer(() => {}))}`, '--timeout-ms', '1000'],
    }),
  },
]
