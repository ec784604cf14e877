/** One page with all pictures, story by story. */
export const pictureName = ({ id, locale, width, theme }) => `${id}-${locale}-${width}-${theme}.png`;

/**
 * @param {readonly { id: string, title: string, name: string }[]} stories
 * @param {{ locales: readonly string[], themes: readonly string[], widths: readonly number[] }} taken
 */
export function contactSheet(stories, taken) {
  const titles = [...new Set(stories.map(({ title }) => title))];
  const of = (title) => stories.filter((story) => story.title === title);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every story</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 0 24px 48px; color: #171a21; background: #fff }
  nav { position: sticky; top: 0; padding: 12px 0; background: #fff; display: flex; flex-wrap: wrap; gap: 4px 16px }
  h2 { margin: 40px 0 0 } h3 { font-size: 15px; margin: 16px 0 4px }
  div { display: flex; align-items: flex-start; gap: 12px; overflow-x: auto }
  img { flex: none; height: auto; border: 1px solid #ccd0d8 }
</style>
<h1>Every story</h1>
<nav>${titles.map((title) => `<a href="#${anchor(title)}">${title}</a>`).join(' ')}</nav>
${titles.map((title) => section(title, of(title), taken)).join('\n')}
</html>
`;
}

const anchor = (title) => title.toLowerCase().replaceAll(/\W+/g, '-');

const section = (title, stories, taken) =>
  `<h2 id="${anchor(title)}">${title}</h2>\n${stories.map((story) => row(story, taken)).join('\n')}`;

/** The wide ones at half their size: all of one story are to be seen at a glance. */
function row({ id, name }, { locales, themes, widths }) {
  const pictures = locales.flatMap((locale) =>
    widths.flatMap((width) => themes.map((theme) => ({ id, locale, width, theme }))),
  );
  const images = pictures.map((one) => {
    const file = pictureName(one);
    const words = `${name}, ${one.locale}, ${one.width} px, ${one.theme}`;
    const shown = one.width > 480 ? one.width / 2 : one.width / 1.5;
    return `<a href="${file}"><img loading="lazy" src="${file}" width="${shown}" alt="${words}" title="${words}"></a>`;
  });
  return `<h3>${name}</h3><div>${images.join('')}</div>`;
}
