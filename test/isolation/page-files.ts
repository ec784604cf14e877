/** Where the pages of pages/ are, beside the playground's. */
export const ISOLATION_PAGES = ['component', 'element'].map((name) => `/test/isolation/pages/${name}.html`);
