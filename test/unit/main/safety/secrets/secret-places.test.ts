import { describe, expect, it } from 'vitest'
import { checkSecretPlaces } from '../../../../../main/safety/secrets/check-secret-places.ts'

describe('table of secret places', () => {
  it('knows the examples of each row and none of the counter-examples', () => {
    expect(checkSecretPlaces()).toEqual([])
  })
})
