import { expect, it } from 'vitest'
import { plainReason } from '../../../../main/setup/proof/plain-reason.ts'

it.each([
  [
    '140735:error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION:../../third_party/boringssl/src/ssl/tls_record.cc:572:SSL alert number 70',
    'TLS: tlsv1 alert protocol version',
  ],
  [
    'C077:error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1605:SSL alert number 48',
    'TLS: tlsv1 alert unknown ca',
  ],
  ['read ECONNRESET', 'read ECONNRESET'],
])('tells of %s the reason alone', (message, words) => {
  expect(plainReason(message)).toBe(words)
})
