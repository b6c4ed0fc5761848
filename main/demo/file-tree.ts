const MAX_BYTES = 1_000_000
const MAX_ENTRIES = 2_000

/** A file or folder of a simulated device. `content` of a folder is null; a function is computed at each read. */
export interface FileEntry {
  readonly content: string | (() => string) | null
  readonly modifiedAt: number
}

/** Failure of an operation, in the words of coreutils without the command's name. */
export type FileProblem =
  | 'No such file or directory'
  | 'File exists'
  | 'Is a directory'
  | 'Not a directory'
  | 'Directory not empty'
  | 'Permission denied'
  | 'No space left on device'

export interface ListedFile {
  readonly name: string
  readonly path: string
  readonly isFolder: boolean
  readonly size: number
  readonly modifiedAt: number
}

/** Files of one simulated device, in memory only and bounded. Paths are absolute. */
export class FileTree {
  readonly #entries = new Map<string, FileEntry>([['/', { content: null, modifiedAt: 0 }]])
  #bytes = 0

  isFolder(path: string): boolean {
    return this.#entries.get(path)?.content === null
  }

  has(path: string): boolean {
    return this.#entries.has(path)
  }

  /** Returns the text of a file, or null without one. */
  read(path: string): string | null {
    const content = this.#entries.get(path)?.content
    if (content === undefined || content === null) return null
    return typeof content === 'function' ? content() : content
  }

  write(path: string, content: string | (() => string), now: number): FileProblem | null {
    const old = this.#entries.get(path)
    if (old?.content === null) return 'Is a directory'
    if (typeof old?.content === 'function') return 'Permission denied'
    const problem = this.#parentProblem(path)
    if (problem !== null) return problem
    const growth = sizeOf(content) - sizeOf(old?.content ?? '')
    if (this.#bytes + growth > MAX_BYTES || this.#entries.size >= MAX_ENTRIES) return 'No space left on device'
    this.#bytes += growth
    this.#entries.set(path, { content, modifiedAt: now })
    return null
  }

  makeFolder(path: string, withParents: boolean, now: number): FileProblem | null {
    if (this.has(path)) return withParents && this.isFolder(path) ? null : 'File exists'
    if (this.#entries.size >= MAX_ENTRIES) return 'No space left on device'
    if (withParents && !this.has(parentOf(path))) {
      const problem = this.makeFolder(parentOf(path), true, now)
      if (problem !== null) return problem
    }
    const problem = this.#parentProblem(path)
    if (problem === null) this.#entries.set(path, { content: null, modifiedAt: now })
    return problem
  }

  remove(path: string, isRecursive: boolean): FileProblem | null {
    const entry = this.#entries.get(path)
    if (entry === undefined) return 'No such file or directory'
    if (typeof entry.content === 'function' && !path.startsWith('/var/log/')) return 'Permission denied'
    const inside = [...this.#entries.keys()].filter((key) => key.startsWith(`${path}/`))
    if (entry.content === null && !isRecursive) return inside.length > 0 ? 'Directory not empty' : 'Is a directory'
    for (const key of [...inside, path]) this.#drop(key)
    return null
  }

  removeEmptyFolder(path: string): FileProblem | null {
    if (!this.has(path)) return 'No such file or directory'
    if (!this.isFolder(path)) return 'Not a directory'
    if (this.list(path).length > 0) return 'Directory not empty'
    this.#drop(path)
    return null
  }

  /** Lists the direct members of a folder, sorted by name. */
  list(folder: string): ListedFile[] {
    const prefix = folder === '/' ? '/' : `${folder}/`
    return this.under(folder)
      .filter(({ path }) => !path.slice(prefix.length).includes('/'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** Lists everything below a folder, at any depth. */
  under(folder: string): ListedFile[] {
    const prefix = folder === '/' ? '/' : `${folder}/`
    return [...this.#entries.keys()]
      .filter((path) => path !== '/' && path.startsWith(prefix))
      .map((path) => this.look(path))
  }

  look(path: string): ListedFile {
    const entry = this.#entries.get(path)
    const isFolder = entry?.content === null
    return {
      name: path.slice(path.lastIndexOf('/') + 1) || '/',
      path,
      isFolder,
      size: isFolder ? 4096 : Buffer.byteLength(this.read(path) ?? ''),
      modifiedAt: entry?.modifiedAt ?? 0,
    }
  }

  #drop(path: string): void {
    this.#bytes -= sizeOf(this.#entries.get(path)?.content ?? '')
    this.#entries.delete(path)
  }

  #parentProblem(path: string): FileProblem | null {
    const parent = this.#entries.get(parentOf(path))
    if (parent === undefined) return 'No such file or directory'
    return parent.content === null ? null : 'Not a directory'
  }
}

/** Resolves a path as typed in `folder`. */
export function absolutePath(typed: string, folder: string): string {
  const fromHome = typed.replace(/^~(?=\/|$)/, HOME)
  const parts: string[] = []
  for (const part of (fromHome.startsWith('/') ? fromHome : `${folder}/${fromHome}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** Working directory of every command. */
export const HOME = '/root'

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

function sizeOf(content: FileEntry['content']): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : 0
}
