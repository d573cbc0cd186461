/** For tests in Node, which takes more than ten listeners of one stop for a leak and warns. */
import { setMaxListeners } from 'node:events';

setMaxListeners(0);
