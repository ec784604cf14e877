/** One spelling for a category: the wire has `hrisLegacy` beside `hris-legacy` and `stackOne` beside `stackone`. */
export function normalizedCategory(category: string): string {
  const spelled = category
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  return spelled === 'stack-one' ? 'stackone' : spelled;
}
