import type { Page } from 'playwright-core';

/** Which part of two pictures of the same size differs by more than what drawing letters again can do. */
export const differenceOf = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const [before, after] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!before || !after || before.length !== after.length) return 1;
      let different = 0;
      for (let at = 0; at < before.length; at += 4) {
        const far = [0, 1, 2].some(
          (part) => Math.abs((before[at + part] ?? 0) - (after[at + part] ?? 0)) > 8,
        );
        if (far) different += 1;
      }
      return different / (before.length / 4);
    },
    [one, other].map((picture) => picture.toString('base64')),
  );
