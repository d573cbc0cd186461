import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { KeysMeanwhile } from './keys-meanwhile.tsx';

function setUp() {
  const onText = vi.fn();
  const onClose = vi.fn();
  const onPress = vi.fn();
  const { unmount } = render(
    <>
      <button autoFocus onClick={onPress}>
        Preview
      </button>
      <KeysMeanwhile onText={onText} onClose={onClose} />
    </>,
  );
  return { onText, onClose, onPress, unmount };
}

it('keeps what is typed for the field that is on its way, and Enter from what has the focus', async () => {
  const { onText, onPress } = setUp();
  await userEvent.keyboard('comx{Backspace}p{Enter}');
  expect(onText).toHaveBeenLastCalledWith('comp');
  expect(onPress).not.toHaveBeenCalled();
});

it('closes on Escape, and leaves the keys alone once it is gone', async () => {
  const { onText, onClose, onPress, unmount } = setUp();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
  unmount();
  onText.mockClear();
  await userEvent.keyboard('a');
  expect(onText).not.toHaveBeenCalled();
  expect(onPress).not.toHaveBeenCalled();
});
