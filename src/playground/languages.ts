const TAGS = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt-BR', 'zh-CN'];

/** The languages of the hub, each by the name it has for itself; first whatever the browser prefers. */
export const LANGUAGES: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'The browser’s' },
  ...TAGS.map((value) => ({ value, label: ownName(value) })),
];

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
