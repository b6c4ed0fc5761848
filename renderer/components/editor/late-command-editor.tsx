import { useEffect, useState } from 'react'
import type { CommandEditor, CommandEditorProps } from './command-editor.tsx'
import classes from './late-command-editor.module.css'

/** Null until it was needed for the first time. */
let editor: typeof CommandEditor | null = null

/** Loads the editor, which is a third of the console's script. Call early where a command is about to be shown. */
export async function loadCommandEditor(): Promise<typeof CommandEditor> {
  editor ??= (await import('./command-editor.tsx')).CommandEditor
  return editor
}

/**
 * The editor, with its room kept free for the moment in which it is loaded. No plain text stands in for it, because that
 * would not show the characters that nobody sees. Throws in rendering where it cannot be loaded.
 */
export function LateCommandEditor(props: CommandEditorProps) {
  const [Editor, setEditor] = useState(() => editor)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (Editor !== null) return
    loadCommandEditor().then((loaded) => setEditor(() => loaded), setFailure)
  }, [Editor])
  if (failure !== null) throw failure
  if (Editor !== null) return <Editor {...props} />
  return (
    <div className={classes.room} aria-hidden>
      {props.value.replaceAll(/[^\n]/g, '\u00a0')}
    </div>
  )
}
