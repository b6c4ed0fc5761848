import { checkBroker } from './checks.ts'

checkBroker('nats', {
  protocol: 'MQTT 3.1.1',
  recognisedAs: 'nats',
  forbiddenCommand: 'no-answer',
  tellsRefusedFilter: true,
  toNobody: 'no-answer',
  toDottedId: 'refused',
  tellsTakeOver: false,
})
