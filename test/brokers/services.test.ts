import { checkBroker } from './checks.ts'

const TELLING = {
  protocol: 'MQTT 5',
  toNobody: 'not-delivered',
  toDottedId: 'succeeded',
  tellsRefusedFilter: true,
  tellsTakeOver: true,
} as const

// 100 messages a second: 9, where a thousand answers come in one moment, is more than the service passes on.
checkBroker(
  'aws-iot',
  { ...TELLING, recognisedAs: 'aws-iot', forbiddenCommand: 'unknown', wrongLogin: 'closed-login' },
  { checks: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13], retained: 500, fleet: 300 },
)

// It took no retained messages when it was measured, so that 6 does not apply either.
checkBroker(
  'event-grid',
  {
    ...TELLING,
    recognisedAs: 'event-grid',
    forbiddenCommand: 'unknown',
    wrongLogin: 'closed-login',
    hasOneSession: true,
  },
  { checks: [1, 2, 3, 4, 7, 8, 10, 11, 12, 13, 14], fleet: 300 },
)

// EMQX on computers of one's own.
checkBroker('emqx', { ...TELLING, recognisedAs: 'emqx', forbiddenCommand: 'refused' })

// Ten publishes a second, of which the console uses four for commands.
checkBroker(
  'emqx-serverless',
  { ...TELLING, recognisedAs: 'emqx-serverless', forbiddenCommand: 'refused' },
  { checks: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13], retained: 2_000, fleet: 60 },
)

checkBroker('hivemq-cloud', { ...TELLING, recognisedAs: 'hivemq-cloud', forbiddenCommand: 'refused' })
