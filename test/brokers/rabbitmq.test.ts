import { checkBroker } from './checks.ts'

checkBroker('rabbitmq', {
  protocol: 'MQTT 3.1.1',
  recognisedAs: 'rabbitmq',
  forbiddenCommand: 'unknown',
  tellsRefusedFilter: true,
  toNobody: 'no-answer',
  toDottedId: 'refused',
  tellsTakeOver: false,
})
