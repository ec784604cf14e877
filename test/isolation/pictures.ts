import type { Page } from 'playwright-core';

/** How two pictures of the same size differ, in pixels. */
export interface Difference {
  readonly all: number;
  /** By more than what drawing letters again can do. */
  readonly different: number;
  /** By so much that an eye without colours tells them apart: WCAG's 3 to 1. */
  readonly standingOut: number;
}

export const compare = (page: Page, one: Buffer, other: Buffer): Promise<Difference> =>
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
      if (!before || !after || before.length !== after.length) {
        throw new Error('The pictures are not of one size.');
      }
      const light = Array.from({ length: 256 }, (_, byte) =>
        byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
      );
      const brightness = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray) =>
        0.2126 * (light[red] ?? 0) + 0.7152 * (light[green] ?? 0) + 0.0722 * (light[blue] ?? 0) + 0.05;
      const found = { all: before.length / 4, different: 0, standingOut: 0 };
      for (let at = 0; at < before.length; at += 4) {
        const [was, is] = [before.subarray(at, at + 3), after.subarray(at, at + 3)];
        if (!was.some((byte, index) => Math.abs(byte - (is[index] ?? 0)) > 8)) continue;
        found.different += 1;
        const contrast = brightness(was) / brightness(is);
        if (Math.max(contrast, 1 / contrast) >= 3) found.standingOut += 1;
      }
      return found;
    },
    [one, other].map((picture) => picture.toString('base64')),
  );

/** Which part of two pictures differs by more than what drawing letters again can do; all of it, where the sizes do. */
export async function differenceOf(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const { all, different } = await compare(page, one, other);
  return different / all;
}
