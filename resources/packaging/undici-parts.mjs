import api from 'undici/lib/api/index.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
import { fetch } from 'undici/lib/web/fetch/index.js'

// What the app takes of undici. Its own entry brings mocks, caches, cookies, web sockets and event sources along.
export { Agent, fetch, ProxyAgent }

// As that entry does: an agent asks a proxy for its way by one of these.
Object.assign(Dispatcher.prototype, api)
