/** A page that opens the hub in a frame over it; the loader's script is in the page's markup. */
import { keepHandles } from './handles.js';
import { serve } from './page.js';
import './page.css';

serve(keepHandles((_, options) => ConnectHub.openHub(options)));
