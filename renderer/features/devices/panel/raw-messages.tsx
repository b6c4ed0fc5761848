import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import { IconCopy, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceRef, RawMessage } from '../../../../preload/contract/models/devices/device.ts'
import { OutputBlock } from '../../../components/output/output-block.tsx'
import { byteWords } from '../../../components/words/byte-words.ts'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { useAction } from '../../../lib/use-action.ts'
import { useRequest } from '../../../lib/use-request.ts'
import classes from './device-panel.module.css'

const ALL = ''

/** The latest messages as they came, at rest until they are asked for again: what moves cannot be read. */
export function RawMessages({ connectionId, deviceId }: DeviceRef) {
  const { t } = useTranslation('devices')
  const { value: messages, isLoading, reload } = useRequest('devices.raw', { connectionId, deviceId })
  const [kind, setKind] = useState(ALL)
  const kinds = [...new Set(messages?.map((message) => message.kind))].sort()
  return (
    <section className={classes.section} aria-label={t('panel.tab.raw')}>
      <p className={classes.note}>{t('raw.note')}</p>
      <div className={classes.rawHead}>
        {kinds.length > 1 && (
          <Select
            size="xs"
            aria-label={t('raw.kind')}
            allowDeselect={false}
            value={kind}
            data={[{ value: ALL, label: t('raw.allKinds') }, ...kinds]}
            onChange={(next) => setKind(next ?? ALL)}
          />
        )}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={13} aria-hidden />}
          loading={isLoading}
          onClick={reload}
        >
          {t('raw.refresh')}
        </Button>
      </div>
      {messages?.length === 0 && <p className={classes.note}>{t('raw.empty')}</p>}
      {messages?.map(
        (message, index) =>
          (kind === ALL || message.kind === kind) && (
            <Message key={`${message.receivedAt}-${messages.length - index}`} message={message} />
          ),
      )}
    </section>
  )
}

function Message({ message }: { readonly message: RawMessage }) {
  const { t, i18n } = useTranslation('devices')
  const copy = useAction(async () => {
    await request('app.copy', { text: message.text })
    showDone(t('raw.copied'))
  })
  return (
    <div className={classes.orphan}>
      <div className={classes.orphanHead}>
        <strong>{message.kind}</strong>
        <RelativeTime at={message.receivedAt} />
        <span>{byteWords(message.bytes, i18n.language)}</span>
        {message.isRetained && <span>{t('raw.retained')}</span>}
        {message.isCut && <span>{t('orphanCut')}</span>}
        <Tooltip label={t('raw.copy')}>
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            className={classes.copy ?? ''}
            aria-label={t('raw.copy')}
            onClick={() => copy.run()}
          >
            <IconCopy size={13} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <OutputBlock text={message.text} label={t('raw.label', { kind: message.kind })} isWrapped />
    </div>
  )
}
