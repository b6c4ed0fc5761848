import { expect, it } from 'vitest'
import { connectionReport } from '../../../../../renderer/features/connection/check/connection-report.ts'

it('the report says where, how far and why, in the language of the operator', () => {
  const report = connectionReport({
    address: 'broker.example:8883',
    stages: [
      { name: 'tcp', state: 'ok', ms: 12.4 },
      { name: 'tls', state: 'failed', ms: null },
    ],
    failure: {
      cause: 'tls-unknown-ca',
      message: { en: 'Unknown authority.', zh: '未知机构。' },
      fix: { en: 'Import the CA.', zh: '请导入 CA。' },
      brokerHint: null,
      detail: 'SELF_SIGNED_CERT_IN_CHAIN',
    },
    language: 'zh-CN',
    at: new Date(0),
  })
  expect(report).toBe(
    [
      'Waypost connection report, 1970-01-01T00:00:00.000Z',
      'address: broker.example:8883',
      'tcp: ok (12 ms)',
      'tls: failed',
      'cause: tls-unknown-ca',
      '未知机构。',
      '请导入 CA。',
      'detail: SELF_SIGNED_CERT_IN_CHAIN',
      '',
    ].join('\n'),
  )
})
