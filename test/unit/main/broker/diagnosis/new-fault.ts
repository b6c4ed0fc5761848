import type { Fault } from '../../../../../main/broker/diagnosis/fault.ts'

export const LOCAL = { now: new Date('2026-03-04T05:06:07Z'), addresses: ['192.0.2.8'] }

/** A fault of a refused CONNECT, with changes. */
export function fault(change: Partial<Fault>): Fault {
  return {
    stage: 'connack',
    error: null,
    reasonCode: null,
    protocolVersion: 5,
    firstBytes: null,
    isTls: false,
    hasLogin: false,
    hasCertificate: false,
    hasCa: true,
    caSubject: null,
    trust: 'ca',
    host: 'broker.example',
    expectedName: 'broker.example',
    port: 1883,
    proxy: null,
    path: '/mqtt',
    clientId: 'waypost-1',
    topic: null,
    peer: null,
    strays: [],
    secrets: [],
    ...change,
  }
}

/** An error as Node makes it. */
export function error(code: string | null, message: string): Error {
  return code === null ? new Error(message) : Object.assign(new Error(message), { code })
}
