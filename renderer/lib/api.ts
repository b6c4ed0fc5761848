import { AppError } from '../../preload/contract/errors.ts'
import type { RouteInput, RouteName, RouteOutput } from '../../preload/contract/routes/routes.ts'

/** Asks main. Throws `AppError` with main's code and data; branch on `code`, show its sentence. */
export async function request<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>> {
  const result = await window.waypost.request(name, input)
  if (result.ok) return result.value
  throw new AppError(result.error.code, result.error.data)
}
