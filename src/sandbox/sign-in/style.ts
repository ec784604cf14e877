/** The look of the window's pages, served as `pages/page.css`. */
export const STYLE = `:root {
  color-scheme: light dark;
  font:
    16px / 1.5 system-ui,
    sans-serif;
}
body {
  margin: 0;
}
main {
  box-sizing: border-box;
  max-width: 26rem;
  margin: 10vh auto 0;
  padding: 1.5rem;
}
h1 {
  font-size: 1.25rem;
}
form {
  display: grid;
  gap: 0.75rem;
}
input,
button {
  font: inherit;
  padding: 0.5rem 0.75rem;
}
`;
