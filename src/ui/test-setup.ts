import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine that runs other things beside the tests takes longer than the usual second.
configure({ asyncUtilTimeout: 10_000 });

// Testing Library unmounts by itself only where the test functions are globals. What else stands in
// the document would be found, and reached by Tab, in the tests of another file.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
