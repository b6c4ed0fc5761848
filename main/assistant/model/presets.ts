import type { ProviderPreset } from '../../../preload/contract/models/assistant/assistant.ts'

const cloud = (id: string, name: string, baseUrl: string): ProviderPreset => ({
  id,
  name,
  baseUrl,
  needsKey: true,
  isLocal: false,
})
const local = (id: string, name: string, baseUrl: string): ProviderPreset => ({
  id,
  name,
  baseUrl,
  needsKey: false,
  isLocal: true,
})

/** OpenAI-compatible endpoints by name. Addresses as the providers' documentation gives them; all can be changed. */
export const PROVIDER_PRESETS: readonly ProviderPreset[] = [
  cloud('openai', 'OpenAI', 'https://api.openai.com/v1'),
  cloud('azure', 'Azure OpenAI', 'https://YOUR-RESOURCE.openai.azure.com/openai/v1'),
  cloud('deepseek', 'DeepSeek', 'https://api.deepseek.com/v1'),
  cloud('qwen', 'Qwen (DashScope)', 'https://dashscope.aliyuncs.com/compatible-mode/v1'),
  cloud('moonshot', 'Moonshot (Kimi)', 'https://api.moonshot.cn/v1'),
  cloud('zhipu', 'Zhipu (GLM)', 'https://open.bigmodel.cn/api/paas/v4'),
  cloud('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1'),
  local('ollama', 'Ollama', 'http://127.0.0.1:11434/v1'),
  local('lmstudio', 'LM Studio', 'http://127.0.0.1:1234/v1'),
  local('llamacpp', 'llama.cpp', 'http://127.0.0.1:8080/v1'),
  local('vllm', 'vLLM', 'http://127.0.0.1:8000/v1'),
  { id: 'custom', name: 'OpenAI-compatible URL', baseUrl: '', needsKey: false, isLocal: false },
]

/** True for the hosts of providers that answer nobody without a key. */
export function needsKey(baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false
  const { hostname } = new URL(baseUrl)
  if (hostname.endsWith('.openai.azure.com')) return true
  return PROVIDER_PRESETS.some((preset) => preset.needsKey && new URL(preset.baseUrl).hostname === hostname)
}
