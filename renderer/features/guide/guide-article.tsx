import { Anchor, Code, Table } from '@mantine/core'
import { Fragment } from 'react'
import type { GuideBlock, GuidePage, GuidePlace, GuideText } from '../../../preload/contract/models/app/guide.ts'
import { closeGuide } from '../../lib/guide-store.ts'
import { useWays } from '../../lib/navigation.tsx'
import classes from './guide.module.css'

interface ArticleProps {
  readonly page: GuidePage
  readonly onTurn: (place: GuidePlace) => void
}

/** Id of the heading of a section, to which the guide scrolls. */
export function headingId(anchor: string | null): string {
  return `guide-${anchor ?? 'top'}`
}

/** One page of the guide. */
export function GuideArticle({ page, onTurn }: ArticleProps) {
  return (
    <article className={classes.article}>
      {page.sections.map((section, index) => {
        const Heading = index === 0 ? 'h3' : 'h4'
        return (
          <section key={section.title}>
            <Heading className={classes.heading} id={headingId(section.anchor)} tabIndex={-1}>
              {section.title}
            </Heading>
            {section.blocks.map((block, position) => (
              // The blocks of a page never move.
              <Block key={`${section.title}:${position}`} block={block} onTurn={onTurn} />
            ))}
          </section>
        )
      })}
    </article>
  )
}

interface BlockProps extends Pick<ArticleProps, 'onTurn'> {
  readonly block: GuideBlock
}

function Block({ block, onTurn }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} onTurn={onTurn} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={lineKey(item)}>
              <Line text={item} onTurn={onTurn} />
            </li>
          ))}
        </ul>
      )
    case 'code':
      return <Code block>{block.code}</Code>
    case 'table':
      return (
        <Table className={classes.table ?? ''}>
          <Table.Thead>
            <Table.Tr>
              {block.head.map((cell) => (
                <Table.Th key={lineKey(cell)}>
                  <Line text={cell} onTurn={onTurn} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {block.rows.map((row) => (
              <Table.Tr key={row.map(lineKey).join()}>
                {row.map((cell) => (
                  <Table.Td key={lineKey(cell)}>
                    <Line text={cell} onTurn={onTurn} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )
  }
}

function lineKey(line: readonly GuideText[]): string {
  return line.map(({ text }) => text).join('')
}

function Line({ text, onTurn }: { readonly text: readonly GuideText[] } & Pick<ArticleProps, 'onTurn'>) {
  return text.map((part, index) => (
    <Fragment key={`${index}:${part.text}`}>
      <Stretch part={part} onTurn={onTurn} />
    </Fragment>
  ))
}

function Stretch({ part, onTurn }: { readonly part: GuideText } & Pick<ArticleProps, 'onTurn'>) {
  switch (part.kind) {
    case 'plain':
      return part.text
    case 'strong':
      return <strong>{part.text}</strong>
    case 'emphasis':
      return <em>{part.text}</em>
    case 'code':
      return <code>{part.text}</code>
    case 'settings':
      return <SettingsLink text={part.text} section={part.section} />
    case 'link':
      return (
        <Anchor component="button" type="button" inherit className={classes.link ?? ''} onClick={() => onTurn(part.to)}>
          {part.text}
        </Anchor>
      )
  }
}

/** Closes the guide and opens the settings at a section. */
function SettingsLink({ text, section }: Omit<Extract<GuideText, { kind: 'settings' }>, 'kind'>) {
  const { openSettings } = useWays()
  const open = () => {
    closeGuide()
    openSettings(section)
  }
  return (
    <Anchor component="button" type="button" inherit className={classes.link ?? ''} onClick={open}>
      {text}
    </Anchor>
  )
}
