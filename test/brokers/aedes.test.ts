import { checkBroker } from './checks.ts'

checkBroker('aedes', {
  protocol: 'MQTT 3.1.1',
  recognisedAs: 'unknown',
  forbiddenCommand: 'unknown',
  tellsRefusedFilter: true,
  toNobody: 'no-answer',
  toDottedId: 'succeeded',
  tellsTakeOver: false,
})
