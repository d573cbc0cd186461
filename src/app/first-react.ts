/**
 * React is evaluated from here, a script of its own. It makes errors for later use, and for an error
 * the browser reads every script on the stack once more: this one is a line, that of the page is large.
 */
import 'react-dom/client';
