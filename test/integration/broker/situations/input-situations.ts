import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { expiredAuthority } from '../../../support/brokers/odd-certificates.ts'
import type { Bench, Invocation, Situation } from './situation.ts'

const url = (text: string) => async (): Promise<Invocation> => ({ args: ['--url', text] })
const NOWHERE = 'mqtts://127.0.0.1:9'

function withCa(name: string, content: (bench: Bench) => string | Buffer | Promise<string>) {
  return async (bench: Bench): Promise<Invocation> => ({
    args: ['--url', NOWHERE, '--ca', await bench.file(name, await content(bench))],
  })
}

function withClient(
  name: string,
  make: (bench: Bench) => Promise<{ certificate: string; key: string }>,
  passphrase?: string,
) {
  return async (bench: Bench): Promise<Invocation> => {
    const { certificate, key } = await make(bench)
    const cert = await bench.file(`${name}.crt`, certificate)
    const keyFile = await bench.file(`${name}.key`, key)
    return {
      args: [
        ...['--url', NOWHERE, '--cert', cert, '--key', keyFile],
        ...(passphrase === undefined ? [] : ['--passphrase-stdin']),
      ],
      ...(passphrase === undefined ? {} : { stdin: passphrase }),
    }
  }
}

/** Wrong before anything is sent. */
export const INPUT_SITUATIONS: readonly Situation[] = [
  { name: 'an address without scheme', stage: 'input', cause: 'input-url', setUp: url('broker.example:1883') },
  { name: 'an address of the web', stage: 'input', cause: 'input-url', setUp: url('https://broker.example') },
  { name: 'no host', stage: 'input', cause: 'input-host-empty', setUp: url('mqtt://:1883') },
  { name: 'a host with a space', stage: 'input', cause: 'input-host-invalid', setUp: url('mqtt://my broker:1883') },
  {
    name: 'a host in quotes',
    stage: 'input',
    cause: 'input-host-stray',
    says: /without them: broker\.example/,
    setUp: url('mqtt://"broker.example":1883'),
  },
  { name: 'port 0', stage: 'input', cause: 'input-port', setUp: url('mqtt://127.0.0.1:0') },
  { name: 'a port out of range', stage: 'input', cause: 'input-port', setUp: url('mqtt://127.0.0.1:70000') },
  {
    name: 'a password in the address',
    stage: 'input',
    cause: 'input-url-password',
    setUp: url('mqtt://me:canary-pw@127.0.0.1'),
  },
  {
    name: 'a password without a user',
    stage: 'input',
    cause: 'input-username',
    setUp: async () => ({ args: ['--url', 'mqtt://127.0.0.1:9', '--password-stdin'], stdin: 'canary-pw' }),
  },
  {
    name: 'a user name with a line break',
    stage: 'input',
    cause: 'input-username-invalid',
    setUp: async () => ({ args: ['--url', 'mqtt://127.0.0.1:9', '--username', 'operator\nx'] }),
  },
  { name: 'an empty CA file', stage: 'input', cause: 'input-ca-empty', setUp: withCa('empty.crt', () => '') },
  {
    name: 'a CA file that is no certificate',
    stage: 'input',
    cause: 'input-ca-not-pem',
    setUp: withCa('text.crt', () => 'hello'),
  },
  {
    name: 'a CA file in DER',
    stage: 'input',
    cause: 'input-ca-is-der',
    setUp: withCa('ca.der', ({ authority }) => Buffer.from(new X509Certificate(authority.ca).raw)),
  },
  {
    name: 'a key in place of the CA',
    stage: 'input',
    cause: 'input-ca-is-key',
    setUp: withCa('key.crt', async ({ authority }) => (await authority.issueClient('x')).key),
  },
  { name: 'an expired CA', stage: 'input', cause: 'input-ca-expired', setUp: withCa('old.crt', expiredAuthority) },
  {
    name: 'a CA file that is not there',
    stage: 'input',
    cause: 'input-file-unreadable',
    setUp: async (bench) => ({ args: ['--url', NOWHERE, '--ca', join(bench.folder, 'missing.crt')] }),
  },
  {
    name: 'a key in place of the client certificate',
    stage: 'input',
    cause: 'input-certificate-is-key',
    setUp: withClient('swapped', async ({ authority }) => {
      const { key } = await authority.issueClient('x')
      return { certificate: key, key }
    }),
  },
  {
    name: 'a certificate in place of the key',
    stage: 'input',
    cause: 'input-key-is-certificate',
    setUp: withClient('twice', async ({ authority }) => {
      const { certificate } = await authority.issueClient('x')
      return { certificate, key: certificate }
    }),
  },
  {
    name: 'the key of another certificate',
    stage: 'input',
    cause: 'input-key-mismatch',
    setUp: withClient('mixed', async ({ authority }) => {
      const { certificate } = await authority.issueClient('x')
      return { certificate, key: (await authority.issueClient('y')).key }
    }),
  },
  {
    name: 'an encrypted key and no passphrase',
    stage: 'input',
    cause: 'input-passphrase-missing',
    setUp: withClient('locked', ({ authority }) => authority.issueClient('x', { passphrase: 'right' })),
  },
  {
    name: 'a wrong passphrase',
    stage: 'input',
    cause: 'input-passphrase-wrong',
    setUp: withClient('guessed', ({ authority }) => authority.issueClient('x', { passphrase: 'right' }), 'canary-pw\n'),
  },
  {
    name: 'an expired client certificate',
    stage: 'input',
    cause: 'input-certificate-expired',
    setUp: withClient('old', ({ authority }) => authority.issueClient('x', { validity: 'expired' })),
  },
]
