import { stringify } from 'yaml'
import type { MosquittoVersion, SetupPlan } from '../../preload/contract/models/setup.ts'

/** Tags of the official image on Docker Hub; there is no plain `2.1`. */
const IMAGES: Readonly<Record<MosquittoVersion, string>> = {
  '2.0': 'eclipse-mosquitto:2.0',
  '2.1': 'eclipse-mosquitto:2.1-alpine',
}

/**
 * Text of docker-compose.yml (Compose Specification; `version:` is obsolete there). The configuration is named, because
 * the 2.1 image lets everybody in when it finds none.
 */
export function composeFile(plan: SetupPlan): string {
  const address = plan.isLoopbackOnly ? '127.0.0.1:' : ''
  const content = {
    services: {
      mosquitto: {
        image: IMAGES[plan.version],
        command: ['mosquitto', '-c', '/mosquitto/config/mosquitto.conf'],
        restart: 'unless-stopped',
        ports: [`${address}${plan.port}:${plan.port}`],
        volumes: ['./config:/mosquitto/config:ro', 'mosquitto-data:/mosquitto/data', 'mosquitto-log:/mosquitto/log'],
      },
    },
    volumes: { 'mosquitto-data': {}, 'mosquitto-log': {} },
  }
  // Quoted, because YAML 1.1 reads some port pairs as a number in base 60.
  return stringify(content, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
}
