import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { HANDSHAKE_CAUSES } from '../../../../../main/broker/diagnosis/handshake-causes.ts'
import { HANG_UP_CAUSES } from '../../../../../main/broker/diagnosis/hang-up-causes.ts'
import { INPUT_CAUSES } from '../../../../../main/broker/diagnosis/input-causes.ts'
import { MQTT_CAUSES } from '../../../../../main/broker/diagnosis/mqtt-causes.ts'
import { NAME_CAUSES } from '../../../../../main/broker/diagnosis/name-causes.ts'
import { NETWORK_CAUSES } from '../../../../../main/broker/diagnosis/network-causes.ts'
import { SUBSCRIPTION_CAUSES } from '../../../../../main/broker/diagnosis/subscription-causes.ts'
import { TLS_CAUSES } from '../../../../../main/broker/diagnosis/tls-causes.ts'
import { WEB_SOCKET_CAUSES } from '../../../../../main/broker/diagnosis/web-socket-causes.ts'

it('documents every cause by its name, which scripts may rely on', () => {
  const readme = readFileSync(new URL('../../../../../README.md', import.meta.url), 'utf8')
  const causes = {
    ...INPUT_CAUSES,
    ...NETWORK_CAUSES,
    ...HANG_UP_CAUSES,
    ...NAME_CAUSES,
    ...TLS_CAUSES,
    ...HANDSHAKE_CAUSES,
    ...WEB_SOCKET_CAUSES,
    ...MQTT_CAUSES,
    ...SUBSCRIPTION_CAUSES,
  }
  expect(Object.keys(causes).filter((cause) => !readme.includes(`\`${cause}\``))).toEqual([])
})
