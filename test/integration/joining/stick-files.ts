import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { newPrivateKey } from '../../../main/agent/keys.ts'
import { kitFiles } from '../../../main/joining/kit/kit.ts'
import { projectFolder } from '../../support/project-paths.ts'

const agentFolder = path.join(projectFolder, 'resources/agent')

/** The kit of a device `pi-kit` for a stick, by which it runs only reads; for a broker without accounts. */
export async function stickFiles(broker: { readonly host: string; readonly port: number }) {
  return kitFiles({
    deviceId: 'pi-kit',
    access: {
      broker: { host: broker.host, port: broker.port, isTls: false, ca: null },
      username: null,
      password: null,
      client: null,
    },
    operator: { name: 'Anna', pem: newPrivateKey().public.pem },
    maxClass: 'read',
    sources: {
      program: await readFile(path.join(agentFolder, 'waypost_agent.py'), 'utf8'),
      unit: await readFile(path.join(agentFolder, 'waypost-agent.service'), 'utf8'),
    },
    language: 'en',
  })
}
