/** The part of Electron's invoke event that says who asks. */
export interface SenderEvent {
  readonly sender: { readonly id: number; readonly mainFrame: unknown }
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** True only for the top frame of our own window on our own origin. */
export function isTrustedSender(event: SenderEvent, windowContentsId: number | null, origin: string): boolean {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null || frame !== event.sender.mainFrame) return false
  if (windowContentsId === null || event.sender.id !== windowContentsId) return false
  // Node's URL gives "null" as the origin of non-special schemes, so protocol and host are compared.
  return URL.canParse(frame.url) && `${new URL(frame.url).protocol}//${new URL(frame.url).host}` === origin
}
