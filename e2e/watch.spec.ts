import { policyMark, expect, test } from './support/test.ts';

// The other journeys rely on this: what they do not see must be something that can be seen.
test('a violation of the security policy and an uncaught error are noticed', async ({
  page,
  browserLog,
}) => {
  await page.goto('/');
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'https://example.org/picture.png';
    document.body.append(picture);
    setTimeout(() => {
      throw new Error('planted');
    });
  });
  await expect.poll(() => browserLog.faults.some((line) => line.includes(policyMark))).toBe(true);
  await expect.poll(() => browserLog.faults.some((line) => line.includes('planted'))).toBe(true);
  browserLog.faults.length = 0;
});
