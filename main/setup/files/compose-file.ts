import { stringify } from 'yaml'
import type { MosquittoVersion, SetupPlan } from '../../../preload/contract/models/broker/setup.ts'

/** Official images on Docker Hub, each by its digest (of the index for all platforms): a tag may come to mean another one. */
const IMAGES: Readonly<Record<MosquittoVersion, string>> = {
  '2.0': 'eclipse-mosquitto:2.0.22@sha256:199ea8ef2e35ec2b1b37e59cfd1dbae538ed4dfa4a2251a121a52215a6248a21',
  '2.1': 'eclipse-mosquitto:2.1.2-alpine@sha256:38c0da4f2ef84284d47b3b3eeea1cb3bdeabe81ee10caf0cd5c5ff61ee3ea408',
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
