import { createServer } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { weakServer } from '../../support/brokers/odd-certificates.ts'
import { NODE_RUNTIME, runDiagnose } from './situations/run-diagnose.ts'
import { Bench } from './situations/situation.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

// With OpenSSL alone: BoringSSL, which Electron has, refuses other things.
it.each([
  ['SHA-1', 'server', /it is the signature/],
  ['RSA-1024', 'server', /it is the key of the broker/],
  ['RSA-1024', 'authority', /it is the key of the CA/],
] as const)('a certificate with %s, that of the %s, is told as weak', async (weakness, weak, which) => {
  const { ca, server } = await weakServer(weakness, weak)
  // A broker that still serves it has lowered its own bar.
  const broker = createServer({ cert: server.certificate, key: server.key, ciphers: 'DEFAULT:@SECLEVEL=0' })
  broker.on('tlsClientError', () => {})
  const url = `mqtts://127.0.0.1:${await bench.listen(broker)}`
  const { stdout } = await runDiagnose(NODE_RUNTIME, {
    args: ['--url', url, '--ca', await bench.file(`${weakness}-${weak}.crt`, ca)],
  })
  const report = JSON.parse(stdout)
  expect(report).toMatchObject({ failedStage: 'tls', cause: 'tls-weak' })
  expect(report.fix).toMatch(/-sha256/)
  expect(report.message).toMatch(which)
})
