/** The look of the window's pages, served as `page.css`. */
export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #f4f5f7;
  --card: #ffffff;
  --text: #1a1d23;
  --soft: #59606d;
  --line: #878e9b;
  --accent: #2456c9;
  --on-accent: #ffffff;
  font: 16px/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161b;
    --card: #1e2128;
    --text: #eceef2;
    --soft: #a9b0bd;
    --line: #717987;
    --accent: #8fb0ff;
    --on-accent: #0e1525;
  }
}
body {
  margin: 0;
  padding: max(1rem, 8vh) 1rem 1rem;
  background: var(--ground);
  color: var(--text);
}
main {
  box-sizing: border-box;
  max-width: 26rem;
  margin: 0 auto;
  padding: 1.5rem;
  border-radius: 12px;
  background: var(--card);
  overflow-wrap: anywhere;
}
h1 {
  margin: 0 0 1rem;
  font-size: 1.25rem;
  line-height: 1.3;
}
p {
  margin: 0 0 1rem;
  color: var(--soft);
}
p strong {
  color: var(--text);
}
form {
  display: grid;
  gap: 0.75rem;
}
label {
  font-weight: 600;
}
input,
button {
  box-sizing: border-box;
  width: 100%;
  min-height: 44px;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--card);
  color: inherit;
  font: inherit;
}
label + input {
  margin-top: -0.5rem;
}
button {
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  cursor: pointer;
}
button.quiet {
  border-color: var(--line);
  background: none;
  color: var(--text);
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
`;
