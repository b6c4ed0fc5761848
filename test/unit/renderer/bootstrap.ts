import type { Bootstrap } from '../../../preload/contract/models/settings.ts'

/** A first state with nothing set up. */
export function bootstrap(): Bootstrap {
  return {
    version: '0.1.0',
    electronVersion: '33.2.1',
    platform: 'linux',
    settings: {
      language: 'en',
      theme: 'system',
      operatorName: 'operator',
      defaultTimeoutS: 60,
      telemetryMiB: 512,
      deviceColumns: null,
      savedFilters: [],
    },
    profiles: [],
    connection: {
      state: 'disconnected',
      profileId: null,
      profileName: null,
      address: null,
      isTls: false,
      protocol: null,
      clientId: null,
      since: 0,
      attempt: 0,
      retryAt: null,
      roundTripMs: null,
      failure: null,
      missingSubscriptions: [],
    },
    counts: { online: 0, busy: 0, stale: 0, offline: 0, lost: 0, 'never-seen': 0, total: 0 },
    assistant: {
      kind: 'phrasebook',
      presetId: 'ollama',
      baseUrl: '',
      model: '',
      promptProfile: 'standard',
      requestTimeoutS: 60,
      hasKey: false,
    },
    presets: [],
    secrets: { mode: 'encrypted', backend: 'keychain', problem: null },
    traffic: { messagesPerS: 0, received: 0, dropped: {}, cut: 0 },
    alerts: { active: 0, acknowledged: 0, critical: 0 },
    storage: { problem: null },
    audit: { ok: true, count: 0, head: '', firstBrokenLine: null, file: '/audit.jsonl' },
    safety: { hasUnaskedReads: false },
    notices: [],
  }
}
