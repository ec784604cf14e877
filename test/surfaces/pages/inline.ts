/** A page that has the hub in a frame, in a place of its own; the loader's script is in the page's markup. */
import { keepHandles } from './handles.js';
import { placeOf, serve } from './page.js';
import './page.css';

serve(keepHandles((name, options) => ConnectHub.mountHub(placeOf(name), options)));
