/** Characters of a part: a few milliseconds of work for the index. */
const CHUNK_CHARS = 16 * 1024

/** Cuts a text into parts for the index, at line ends where there are any, at most so many; the rest is left out. */
export function textChunks(text: string, maxChunks: number): readonly string[] {
  const chunks: string[] = []
  for (let from = 0; from < text.length && chunks.length < maxChunks; ) {
    const end = endOfChunk(text, from)
    chunks.push(text.slice(from, end))
    from = end
  }
  return chunks
}

function endOfChunk(text: string, from: number): number {
  const limit = from + CHUNK_CHARS
  if (limit >= text.length) return text.length
  const line = text.lastIndexOf('\n', limit)
  if (line > from) return line
  const blank = text.lastIndexOf(' ', limit)
  return blank > from ? blank : limit
}
