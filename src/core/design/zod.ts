/** The one place that configures zod: its just-in-time compiler is off because the page's policy forbids `eval`. */
import * as z from 'zod';

z.config({ jitless: true });

export { z };
