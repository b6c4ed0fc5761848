import { expect, type Page } from '@playwright/test'
import { chooseDevice, proposal, result, say } from './fixtures/operator.ts'
import { test } from './fixtures/waypost-app.ts'

interface Focused {
  readonly name: string
  readonly isInText: boolean
  readonly hasRing: boolean
  readonly isInView: boolean
}

/** Runs in the page: what has the focus, and whether one sees that it has. A text field shows its caret. */
const FOCUSED = `(() => {
  const element = document.activeElement
  // A card draws the ring of its button around itself.
  const styles = [getComputedStyle(element), getComputedStyle(element, '::after')]
  const box = element.getBoundingClientRect()
  return {
    name: element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '',
    isInText: element.matches('textarea, input:not([type=radio], [type=checkbox]), [contenteditable=true]'),
    hasRing: styles.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0),
    isInView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  }
})()`

/** Presses Tab until the control of this name has the focus; every stop on the way is seen. Returns the stops. */
async function tabTo(page: Page, name: RegExp): Promise<readonly string[]> {
  const stops: string[] = []
  while (stops.length < 60) {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(FOCUSED)) as Focused
    stops.push(focused.name)
    expect.soft(focused.hasRing || focused.isInText, `the focus on “${focused.name}” is seen`).toBe(true)
    expect.soft(focused.isInView, `“${focused.name}” is in view`).toBe(true)
    if (name.test(focused.name)) return stops
  }
  throw new Error(`Tab never came to ${name}: ${stops.join(' | ')}`)
}

test('a key that writes begins the change of a command in its own field, and the shortcut of the card runs it from there', async ({
  launch,
}) => {
  const { page } = await launch({ args: ['--demo'] })
  await chooseDevice(page, 'demo-gateway-yard')
  await say(page, 'Command', 'uptime')
  const command = proposal(page).getByRole('textbox', { name: 'Command to run' })
  await expect(command).toContainText('uptime')
  await command.focus()
  await page.keyboard.type(' -p')
  await expect(command).toHaveText('uptime -p')
  await expect(proposal(page).getByRole('button', { name: 'Discard', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(command).toHaveText('uptime')
  await command.focus()
  await page.keyboard.press('Control+Enter')
  await expect(result(page)).toContainText('Succeeded')
})

test('the keys of an editor work in a command: by words, whole lines, back and forth in what was done', async ({
  launch,
}) => {
  const { page } = await launch({ args: ['--demo'] })
  const { keyboard } = page
  await chooseDevice(page, 'demo-gateway-yard')
  await say(page, 'Command', 'uptime')
  const command = proposal(page).getByRole('textbox', { name: 'Command to run' })
  await expect(command).toContainText('uptime')
  await command.focus()
  await keyboard.type(' -p now')

  const steps: readonly (readonly [keys: readonly string[], text: string])[] = [
    [['Control+ArrowLeft', 'Control+Backspace'], 'uptime -now'],
    [['Control+z'], 'uptime -p now'],
    [['Control+y'], 'uptime -now'],
    [['Home', 'Alt+ArrowRight', 'Shift+End', 'Delete'], 'uptime'],
    [['End', 'Enter', 'w'], 'uptime\nw'],
    [['Alt+ArrowUp'], 'w\nuptime'],
    [['Shift+Alt+ArrowDown'], 'w\nw\nuptime'],
    [['Control+Shift+k'], 'w\nuptime'],
    [['Control+a', 'Delete'], ''],
  ]
  for (const [keys, text] of steps) {
    for (const key of keys) await keyboard.press(key)
    await expect.poll(() => command.innerText().then((shown) => shown.replace(/\n$/, ''))).toBe(text)
  }
})

test('the main job is done with the keyboard alone, and the focus is always seen', async ({ launch }) => {
  const { page } = await launch()
  const { keyboard } = page

  await test.step('the first stop skips to the content, where the demo is started', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome to Waypost' })).toBeVisible()
    expect(await tabTo(page, /^Skip to content$/)).toHaveLength(1)
    await keyboard.press('Enter')
    const stops = await tabTo(page, /^Start now|Try the demo/)
    expect(stops.length, `${stops.join(' | ')}`).toBeLessThan(4)
    await keyboard.press('Enter')
    // The demo starts a broker and its devices first.
    await expect(page.getByRole('heading', { name: 'Ask a device' })).toBeVisible({ timeout: 40_000 })
  })

  await test.step('a device is chosen with the arrows', async () => {
    await tabTo(page, /^Device$/)
    await keyboard.press('Backspace')
    await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(0)
    await keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: /demo-gateway-yard/ })).toBeVisible()
    await keyboard.type('gateway')
    await expect(page.getByRole('option')).toHaveCount(1)
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(1)
  })

  await test.step('the request is typed, and the command approved by its shortcut', async () => {
    await tabTo(page, /^Message$/)
    await keyboard.type('how much disk space is left?')
    await keyboard.press('Enter')
    await expect(proposal(page)).toBeFocused()
    await keyboard.press('Control+Enter')
    await expect(result(page)).toContainText('Filesystem')
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  })

  await test.step('a command that deletes waits for its confirmation, and is rejected with Enter', async () => {
    await keyboard.type('!rm -rf /var/log/old')
    await keyboard.press('Enter')
    await expect(proposal(page).getByRole('button', { name: 'Reject' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByText('Rejected; it did not run')).toBeVisible()
  })

  await test.step('the palette leads to another page and the guide, and Escape back', async () => {
    await keyboard.press('Control+K')
    await expect(page.getByPlaceholder('An action, a connection or a device')).toBeFocused()
    await keyboard.type('history')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeAttached()
    await keyboard.press('F1')
    await expect(page.getByRole('textbox', { name: 'Search the guide' })).toBeFocused()
    await keyboard.type('revocation')
    await tabTo(page, /^Revocation/)
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Revocation' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Guide' })).toBeHidden()
  })
})
