import { stringify } from 'yaml'
import type { MosquittoVersion, SetupPlan } from '../../preload/contract/models/setup.ts'

/** Official images on Docker Hub, each by its digest (of the index for all platforms): a tag may come to mean another one. */
const IMAGES: Readonly<Record<MosquittoVersion, string>> = {
  '2.0': 'eclipse-mosquitto:2.0.22@sha256:212f89e1eaeb2c322d6441b64396e3346026674db8fa9c27beac293405c32b3c',
  '2.1': 'eclipse-mosquitto:2.1.2-alpine@sha256:03462c2ac514b0cb6b5dd098da4b576c3997fb5ba6ee4e4f11970bcd353562b4',
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
