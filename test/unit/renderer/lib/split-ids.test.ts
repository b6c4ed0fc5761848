import { describe, expect, it } from 'vitest'
import { isIdList, splitIds } from '../../../../renderer/lib/split-ids.ts'

describe('a list of ids', () => {
  it.each([
    ['rpi_001\nrpi_002\r\nrpi_003\n', ['rpi_001', 'rpi_002', 'rpi_003']],
    ['rpi_001, rpi_002;rpi_003', ['rpi_001', 'rpi_002', 'rpi_003']],
    ['  rpi_001\trpi_002　rpi_003  ', ['rpi_001', 'rpi_002', 'rpi_003']],
    ['rpi_001，rpi_002；rpi_003、rpi_001', ['rpi_001', 'rpi_002', 'rpi_003']],
    [' \n', []],
  ])('is split at line breaks, commas, semicolons and blanks: %j', (text, ids) => {
    expect(splitIds(text)).toEqual(ids)
  })

  it.each([
    ['rpi_001 rpi_002', true],
    ['rpi_001\n', true],
    ['rpi_001', false],
    ['tag:roof status:online', false],
    ['tag:roof,wall', false],
    ['temp>70 mem>80', false],
    ['\n', false],
  ])('is told from a word and a filter: %j', (text, isList) => {
    expect(isIdList(text)).toBe(isList)
  })
})
