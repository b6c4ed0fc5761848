import { Badge } from '@mantine/core'
import { IconFile, IconKey, IconTerminal2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetupPlatform, SetupReview } from '../../../../preload/contract/models/broker/setup.ts'
import { localized } from '../../../lib/i18n/i18n.ts'
import classes from './files.module.css'
import { TextPreview } from './text-preview.tsx'

/** Of one group; a large fleet has thousands, all alike. */
const SHOWN = 200

/** Kits go to devices, which run Linux. */
const DEVICE_KITS = 'handover/devices/'

type File = SetupReview['files'][number]

interface FileBrowserProps {
  readonly files: readonly File[]
  readonly platform: SetupPlatform
}

/** The files by group at the left, the chosen one with its reason at the right. */
export function FileBrowser({ files, platform }: FileBrowserProps) {
  const { t, i18n } = useTranslation('setup')
  const [path, setPath] = useState<string | null>(null)
  const shown = files.find((file) => file.path === path) ?? files[0]
  const nodes = [...new Set(files.filter(isOfNode).map(nodeOf))]
  const groups = [
    ...nodes.map((title) => ({ title, files: files.filter((file) => nodeOf(file) === title) })),
    { title: t('files.broker'), files: files.filter((file) => !isOfNode(file) && !isForHandover(file)) },
    { title: t('files.handover'), files: files.filter(isForHandover) },
  ].filter((group) => group.files.length > 0)
  if (!shown) return null
  return (
    <div className={classes.browser}>
      <nav className={classes.tree} aria-label={t('files.list')}>
        {groups.map((group) => (
          <div key={group.title}>
            <div className={classes.group}>{group.title}</div>
            {group.files.slice(0, SHOWN).map((file) => (
              <button
                key={file.path}
                type="button"
                className={classes.file}
                aria-current={file.path === shown.path ? 'true' : undefined}
                onClick={() => setPath(file.path)}
              >
                <FileIcon file={file} />
                <span>{shortPath(file.path)}</span>
              </button>
            ))}
            {group.files.length > SHOWN && (
              <div className={classes.group}>{t('files.more', { count: group.files.length - SHOWN })}</div>
            )}
          </div>
        ))}
      </nav>
      <TextPreview
        key={shown.path}
        title={titleOf(shown)}
        text={shown.text}
        copyLabel={t('files.copyFile')}
        badge={shown.isSecret && <Badge variant="light">{t('files.secret')}</Badge>}
      >
        <p className={classes.why}>
          {localized(shown.why, i18n.language)}
          {hasOwner(shown, platform) && (
            <span className={classes.rights}>
              {t('files.rights', { owner: shown.owner === 'you' ? t('files.you') : shown.owner, mode: shown.mode })}
            </span>
          )}
        </p>
      </TextPreview>
    </div>
  )
}

/** Windows has no owner and mode of this kind, and nobody places files for the built-in broker. */
function hasOwner(file: File, platform: SetupPlatform): boolean {
  return file.path.startsWith(DEVICE_KITS) || platform === 'debian' || platform === 'docker' || platform === 'cluster'
}

function FileIcon({ file }: { readonly file: File }) {
  if (file.isSecret) return <IconKey size={15} aria-hidden />
  return /\.(sh|ps1)$/.test(file.path) ? <IconTerminal2 size={15} aria-hidden /> : <IconFile size={15} aria-hidden />
}

const OF_NODES = /^(?:nodes|balancers)\/([^/]+)\//

function isOfNode({ path }: File): boolean {
  return OF_NODES.test(path)
}

/** Each node of a cluster is a group of its own, because its files are called like those of the others. */
function nodeOf({ path }: File): string {
  return OF_NODES.exec(path)?.[1] ?? ''
}

function isForHandover({ path }: File): boolean {
  return path.startsWith('handover/')
}

/** Each node of a cluster has the same targets. */
function titleOf(file: File): string {
  const { path, target } = file
  if (target === null || !isOfNode(file)) return target ?? path
  return `${nodeOf(file)}: ${target}`
}

/** The last two parts tell files of one group apart. */
function shortPath(path: string): string {
  return path.replace(OF_NODES, '').split('/').slice(-2).join('/')
}
