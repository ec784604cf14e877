import { notRun, startFirefox } from './firefox.js';
import { describeJourneys } from './journeys.js';

describeJourneys('Firefox', notRun, startFirefox);
