import ButtonBase from '@mui/material/ButtonBase';
import InputBase from '@mui/material/InputBase';
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ThemeRoot } from './theme-root.tsx';

it('writes no rule for the parts of other browsers, and one name for the placeholder', () => {
  render(
    <ThemeRoot>
      <InputBase placeholder="Brand" />
      <ButtonBase>Generate</ButtonBase>
    </ThemeRoot>,
  );
  const styles = [...document.querySelectorAll('style[data-emotion^=rs]')];
  const rules = styles.map((style) => style.textContent).join('');
  expect(rules).toContain('::placeholder');
  expect(rules).not.toContain('}{');
  expect(rules).not.toMatch(/::-(moz|ms|webkit-input)-/);
  expect(rules).not.toContain('-webkit-flex');
  expect(rules).toContain('-webkit-user-select:none;user-select:none;');
});
