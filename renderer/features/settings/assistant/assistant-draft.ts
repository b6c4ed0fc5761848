import { AppError } from '../../../../preload/contract/errors.ts'
import type { AssistantView, ProviderPreset } from '../../../../preload/contract/models/assistant/assistant.ts'
import { isKeyElsewhere, isProxyLoginElsewhere } from '../../../../preload/contract/models/safety/secret-place.ts'
import type { RouteInput } from '../../../../preload/contract/routes/routes.ts'

/** The assistant's settings while they are typed. `key`: empty keeps what is stored, null deletes it. */
export interface AssistantDraft {
  readonly kind: AssistantView['kind']
  readonly presetId: string
  readonly baseUrl: string
  readonly model: string
  readonly promptProfile: AssistantView['promptProfile']
  readonly requestTimeoutS: number | string
  readonly key: string | null
  readonly proxyUrl: string
  /** `user:password`; like `key`. */
  readonly proxyLogin: string | null
  readonly ca: string
  readonly canInvestigate: boolean
}

const NETWORK_FIELDS = ['proxyUrl', 'proxyLogin', 'ca'] as const
const CHECKED_FIELDS = ['baseUrl', 'model', 'requestTimeoutS', ...NETWORK_FIELDS] as const
export type AssistantErrors = Partial<Record<(typeof CHECKED_FIELDS)[number], string>>

export function assistantDraftOf(saved: AssistantView): AssistantDraft {
  const { kind, presetId, baseUrl, model, promptProfile, requestTimeoutS } = saved
  const { network, canInvestigate = false } = saved
  return {
    kind,
    presetId,
    baseUrl,
    model,
    promptProfile,
    requestTimeoutS,
    key: '',
    proxyUrl: network?.proxyUrl ?? '',
    proxyLogin: '',
    ca: network?.ca ?? '',
    canInvestigate,
  }
}

/** Fills in a preset's address. The model belongs to the provider, so another provider empties it. */
export function withPreset(draft: AssistantDraft, preset: ProviderPreset): AssistantDraft {
  const isSame = preset.id === draft.presetId
  return { ...draft, presetId: preset.id, baseUrl: preset.baseUrl, model: isSame ? draft.model : '' }
}

function parsed(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}

/** True where the address is this computer, so that nothing leaves it. */
export function isLocalAddress(baseUrl: string): boolean {
  const host = parsed(baseUrl)?.hostname ?? ''
  return host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host) || host === '[::1]'
}

/** `host:port` for a sentence; the text itself where it is no address. */
export function hostOf(baseUrl: string): string {
  return parsed(baseUrl)?.host ?? baseUrl
}

const PROVIDER_HOSTS: Readonly<Record<string, string>> = {
  'api.openai.com': 'openai',
  'api.deepseek.com': 'deepseek',
  'dashscope.aliyuncs.com': 'qwen',
  'api.moonshot.cn': 'moonshot',
  'open.bigmodel.cn': 'zhipu',
  'openrouter.ai': 'openrouter',
}

/** Whose address it is, by its host alone: a preset's name can stand over any address. Null where it is nobody's known. */
export function providerOf(baseUrl: string): string | null {
  const host = parsed(baseUrl.trim())?.hostname ?? ''
  return host.endsWith('.openai.azure.com') ? 'azure' : (PROVIDER_HOSTS[host] ?? null)
}

/** Why the stored key is not for this draft: main would not send it there, and deletes it on saving. */
export function movedKey(draft: AssistantDraft, saved: AssistantView): 'address' | 'network' | null {
  if (!saved.hasKey || draft.key !== '' || !isKeyElsewhere(saved, placeOf(draft, saved))) return null
  return parsed(draft.baseUrl.trim())?.origin === parsed(saved.baseUrl)?.origin ? 'network' : 'address'
}

/** Tells whether the stored login belongs to another proxy than the draft's. */
export function isProxyLoginMoved(draft: AssistantDraft, saved: AssistantView): boolean {
  return saved.hasProxyLogin === true && draft.proxyLogin === '' && isProxyLoginElsewhere(saved, placeOf(draft, saved))
}

function placeOf({ baseUrl, proxyUrl, ca }: AssistantDraft, saved: AssistantView): AssistantView {
  const network = { proxyUrl: proxyUrl.trim(), ca: ca.trim() === '' ? null : ca.trim() }
  return { ...saved, baseUrl: baseUrl.trim(), network }
}

/** Tells whether saving would change anything. */
export function isAssistantDirty(draft: AssistantDraft, saved: AssistantView): boolean {
  const clean = assistantDraftOf(saved)
  const fields: readonly (keyof AssistantDraft)[] =
    draft.kind === 'phrasebook' ? ['kind', ...NETWORK_FIELDS] : (Object.keys(clean) as (keyof AssistantDraft)[])
  return fields.some((field) => draft[field] !== clean[field])
}

/** Keys below `settings:assistant.errors`. The phrasebook needs no model; the network serves messages about alerts too. */
export function assistantErrors(draft: AssistantDraft): AssistantErrors {
  return draft.kind === 'phrasebook' ? networkErrors(draft) : { ...modelErrors(draft), ...networkErrors(draft) }
}

function modelErrors(draft: AssistantDraft): AssistantErrors {
  const errors: AssistantErrors = {}
  const url = parsed(draft.baseUrl.trim())
  if (!url || !/^https?:$/.test(url.protocol)) errors.baseUrl = 'url'
  else if (url.username || url.password) errors.baseUrl = 'userInfo'
  if (draft.model.trim() === '') errors.model = 'model'
  const seconds = draft.requestTimeoutS === '' ? Number.NaN : Number(draft.requestTimeoutS)
  if (!Number.isInteger(seconds) || seconds < 5 || seconds > 600) errors.requestTimeoutS = 'timeout'
  return errors
}

function networkErrors(draft: AssistantDraft): AssistantErrors {
  const errors: AssistantErrors = {}
  const proxy = draft.proxyUrl.trim() === '' ? null : parsed(draft.proxyUrl.trim())
  if (draft.proxyUrl.trim() !== '' && (!proxy || !/^https?:$/.test(proxy.protocol) || proxy.pathname !== '/')) {
    errors.proxyUrl = 'proxy'
  } else if (proxy?.username || proxy?.password) errors.proxyUrl = 'proxyUserInfo'
  if (draft.proxyLogin && !/^[^:]+:/.test(draft.proxyLogin)) errors.proxyLogin = 'proxyLogin'
  if (draft.ca.trim() !== '' && !draft.ca.includes('-----BEGIN CERTIFICATE-----')) errors.ca = 'ca'
  return errors
}

const REFUSALS: readonly string[] = ['INVALID_INPUT', 'CREDENTIAL_FILE_INVALID']

/** Main's refusal of one input, told at that input; null where it is about none of ours. */
export function refusedField(error: unknown): AssistantErrors | null {
  if (!(error instanceof AppError) || !REFUSALS.includes(error.code)) return null
  const field = CHECKED_FIELDS.find((name) => name === error.data.field)
  return field ? { [field]: 'refused' } : null
}

/** Makes the input to save or to test. Inputs of the other kind that would be refused fall back to what is saved. */
export function assistantInput(draft: AssistantDraft, saved: AssistantView): RouteInput<'assistant.save'> {
  const { key: typedKey, proxyUrl: typedProxy, proxyLogin, ca: typedCa } = draft
  const kept = { ...assistantDraftOf(saved), key: typedKey, proxyUrl: typedProxy, proxyLogin, ca: typedCa }
  const source = draft.kind === 'phrasebook' ? kept : draft
  const key = draft.kind === 'model' && movedKey(draft, saved) !== null ? null : draft.key
  const proxyUrl = source.proxyUrl.trim()
  const ca = source.ca.trim()
  return {
    kind: draft.kind,
    presetId: source.presetId,
    baseUrl: source.baseUrl.trim(),
    model: source.model.trim(),
    promptProfile: source.promptProfile,
    requestTimeoutS: Number(source.requestTimeoutS),
    ...(proxyUrl === '' && ca === '' ? {} : { network: { proxyUrl, ca: ca === '' ? null : ca } }),
    ...(source.canInvestigate ? { canInvestigate: true } : {}),
    ...(key === '' ? {} : { key }),
    ...(source.proxyLogin === '' ? {} : { proxyLogin: source.proxyLogin }),
  }
}
