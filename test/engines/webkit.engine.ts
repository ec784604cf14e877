import { describeJourneys } from './journeys.js';
import { notRun, startWebKit } from './webkit.js';

describeJourneys('WebKit', notRun, startWebKit);
