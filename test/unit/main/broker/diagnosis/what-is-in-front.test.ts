import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../../../main/broker/diagnosis/diagnose.ts'
import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'
import type { CauseName } from '../../../../../main/broker/diagnosis/signatures.ts'
import { error, fault, LOCAL } from './new-fault.ts'

describe('a certificate without subject alternative names', () => {
  const said = (subject: string) => {
    const peer = { subject, issuer: '', names: '', validFrom: '', validTo: '', fingerprint256: '', pem: '' }
    const change = { error: error('ERR_TLS_CERT_ALTNAME_INVALID', 'x'), expectedName: '192.0.2.9', peer }
    const { message, fix } = diagnose(fault(change), LOCAL).failure
    return { message, fix, all: [message.en, message.zh, fix.en, fix.zh].join() }
  }

  it('is told by its common name', () => {
    const { message, fix, all } = said('C=DE, CN=192.0.2.9, O=Plant')
    expect(message.en).toMatch(/192\.0\.2\.9 stands in its common name \(CN\) only, which does not count/)
    expect(message.zh).toMatch(/192\.0\.2\.9 只写在通用名（CN）里/)
    expect(fix.en).not.toMatch(/name that is in the certificate/)
    expect(all).not.toMatch(/\?/)
  })

  it('is told as nameless where it has no common name either', () => {
    const { message, all } = said('O=Plant')
    expect(message.en).toMatch(/names no host at all/)
    expect(all).not.toMatch(/\?|CN\)/)
  })
})

describe('a name that the name server does not know', () => {
  const causeOf = (host: string, code = 'ENOTFOUND') =>
    diagnose(fault({ stage: 'dns', host, error: error(code, `getaddrinfo ${code} ${host}`) }), LOCAL).failure

  it.each<[string, CauseName]>([
    ['core-mosquitto', 'dns-home-assistant'],
    ['a0d7b954-emqx', 'dns-home-assistant'],
    ['core-mosquitto.local.hass.io', 'dns-home-assistant'],
    ['mosquitto', 'dns-container'],
    ['Mosquitto', 'dns-container'],
    ['mqtt-broker', 'dns-container'],
    ['eclipse-mosquitto', 'dns-container'],
    ['plant_mosquitto_1', 'dns-container'],
    ['plant-queue-1', 'dns-container'],
    ['emqx1', 'dns-container'],
    ['mosquitto.iot.svc.cluster.local', 'dns-container'],
    ['host.docker.internal', 'dns-docker-host'],
    ['host.containers.internal', 'dns-docker-host'],
    ['plantpi', 'dns-local-name'],
    ['broker.example', 'dns'],
    ['raspberrypi.local', 'dns'],
    ['mosquitto.example.org', 'dns'],
  ])('%s is told as %s, with the name in it', (host, cause) => {
    const failure = causeOf(host)
    expect(failure.cause).toBe(cause)
    expect(failure.message.en).toContain(host)
    expect(failure.message.zh).toContain(host)
  })

  it('is told so too where no name server answers, if no other can know it', () => {
    expect(causeOf('core-mosquitto', 'EAI_AGAIN').cause).toBe('dns-home-assistant')
    expect(causeOf('plantpi', 'EAI_AGAIN').cause).toBe('dns-unavailable')
  })
})

describe('a login that was refused', () => {
  const fixOf = (strays: Fault['strays']) => diagnose(fault({ reasonCode: 5, strays }), LOCAL).failure.fix

  it('is said to have been copied with what surrounds it', () => {
    expect(fixOf(['quotes']).en).toMatch(/quotes/)
    expect(fixOf(['space']).zh).toMatch(/空格/)
    expect(fixOf(['comma']).en).toMatch(/comma/)
    expect(fixOf([]).en).not.toMatch(/quotes|space|comma/)
  })
})
