import { createHash, webcrypto } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProof } from '../../src/authorize/proof.js';

afterEach(() => vi.unstubAllGlobals());

/** From RFC 7636, appendix B: the bytes that the verifier is made of, the verifier, and its challenge. */
const KNOWN = {
  bytes: [
    116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
    191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
  ],
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};

describe('a proof', () => {
  it('is the one that the standard works out', async () => {
    vi.stubGlobal('crypto', {
      subtle: webcrypto.subtle,
      getRandomValues: (bytes: Uint8Array) => (bytes.set(KNOWN.bytes), bytes),
    });
    expect(await createProof()).toEqual({ verifier: KNOWN.verifier, challenge: KNOWN.challenge });
  });

  it('has a verifier of 43 characters or more that no address has to encode, and its digest', async () => {
    for (let round = 0; round < 50; round += 1) {
      const proof = await createProof();
      expect(proof?.verifier).toMatch(/^[A-Za-z0-9_-]{43,}$/);
      const digest = createHash('sha256')
        .update(proof?.verifier ?? '')
        .digest('base64url');
      expect(proof?.challenge).toBe(digest);
    }
  });

  it('is new every time', async () => {
    const proofs = await Promise.all(Array.from({ length: 20 }, createProof));
    expect(new Set(proofs.map((proof) => proof?.verifier)).size).toBe(20);
  });

  it.each([
    ['no cryptography', undefined],
    ['only random numbers', { getRandomValues: () => new Uint8Array(32) }],
  ])('is not to be had on a page with %s', async (_, crypto) => {
    vi.stubGlobal('crypto', crypto);
    expect(await createProof()).toBeUndefined();
  });
});
