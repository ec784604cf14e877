import * as fc from 'fast-check';

/** Any text at all, halves of surrogate pairs included. (fast-check's own `binary` takes a second to set up.) */
export const anyText = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff)), { maxLength: 30 })
  .map((codes) => String.fromCharCode(...codes));
