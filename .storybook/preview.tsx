import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../src/styles/index.css';
import { inspected, isTested } from '../test/stories/support/inspected.js';
import { isRightToLeft, surroundingsOf } from '../test/stories/support/surroundings.js';
import { loadWords } from '../test/stories/support/words.js';
import { globalTypes, initialGlobals } from './toolbar.js';
import './page.css';

// The form's own chunk takes its time on a busy machine.
configure({ asyncUtilTimeout: 6_000 });

const preview: Preview = {
  globalTypes,
  initialGlobals,
  parameters: {
    layout: 'fullscreen',
    // A test looks closer.
    a11y: { test: isTested ? 'off' : 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Hub', ['ConnectHub', 'Journeys'], 'Screens', 'Controls'] } },
  },
  loaders: [loadWords],
  beforeEach: () => sessionStorage.clear(),
  afterEach: inspected,
  decorators: [
    (Story, context) => {
      const surroundings = surroundingsOf(context);
      const { documentElement } = document;
      documentElement.dataset['theme'] = surroundings.theme;
      documentElement.lang = surroundings.locale;
      documentElement.dir = isRightToLeft(surroundings) ? 'rtl' : 'ltr';
      return (
        <div className="page">
          <Story />
        </div>
      );
    },
  ],
};

export default preview;
