import { checkBroker } from './checks.ts'

checkBroker('mosquitto', {
  protocol: 'MQTT 5',
  recognisedAs: 'mosquitto',
  forbiddenCommand: 'refused',
  tellsRefusedFilter: false,
  toNobody: 'not-delivered',
  toDottedId: 'succeeded',
  tellsTakeOver: false,
})
