const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** A colour as it is shown, in whatever way the styles write it: red, green, blue and how opaque, 0 to 255. */
export function pixelOf(colour: string): readonly number[] {
  if (!canvas) throw new Error('There is no canvas.');
  canvas.fillStyle = colour;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
}
