import { checkBroker } from './checks.ts'

checkBroker('ejabberd', {
  protocol: 'MQTT 5',
  recognisedAs: 'ejabberd',
  forbiddenCommand: 'refused',
  tellsRefusedFilter: true,
  toNobody: 'not-delivered',
  toDottedId: 'succeeded',
  tellsTakeOver: true,
})
