import type { KeyboardEvent } from 'react'

/**
 * True for an Escape that means the element which hears it: not one that closes what opened inside of it (a list, a menu, a
 * dialog, all of which React lets bubble through), and not one that ends the input of a Chinese word.
 */
export function isEscapeOf(event: KeyboardEvent<HTMLElement>): boolean {
  const { key, currentTarget, target, nativeEvent, defaultPrevented } = event
  if (key !== 'Escape' || defaultPrevented || nativeEvent.isComposing) return false
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false
  // Mantine marks the field or button whose list or menu is open.
  return target.getAttribute('data-mantine-stop-propagation') !== 'true'
}
