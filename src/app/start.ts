/**
 * What runs while the page's own scripts are still on their way. A worker needs the page's thread for a
 * moment before it can be read, and the scripts, once they run, leave it none for a long time.
 */
import './first-workers.ts';

void import('./main.tsx');
