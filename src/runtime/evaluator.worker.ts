/** Entry of the evaluator worker: holds no key, speaks to nobody, may be killed at any time. */
import { startEvaluator } from './start-evaluator.ts';
import { createSystemClock } from './system-clock.ts';

startEvaluator(self, createSystemClock());
