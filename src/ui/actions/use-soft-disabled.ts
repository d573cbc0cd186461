import { type MouseEventHandler, useState } from 'react';

interface Asked {
  readonly disabled?: boolean;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
}

/**
 * A button that can do no more while it has the focus, such as Undo after the last step, says so but
 * stays where the keyboard is: a browser takes the focus from what is disabled and gives it to nobody.
 * Once the focus has gone elsewhere it is as disabled as any.
 */
export function useSoftDisabled({ disabled = false, onClick }: Asked) {
  const [isFocused, setFocused] = useState(false);
  const isSoft = disabled && isFocused;
  return {
    disabled: disabled && !isSoft,
    ...(isSoft && { 'aria-disabled': true, className: 'Mui-disabled' }),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    onClick: isSoft ? refuse : onClick,
  };
}

const refuse: MouseEventHandler = (event) => event.preventDefault();
