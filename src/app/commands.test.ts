import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/defaults.ts';
import { createTestWorkbench } from '#state/testing/test-workbench.ts';
import { commandOfKey, commands, shortcutText } from './commands.ts';

interface Keys {
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
}

function idOf(key: string, keys: Keys = { ctrlKey: true }): string | undefined {
  const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
  return commandOfKey({ key, ...none, ...keys })?.id;
}

describe('commandOfKey', () => {
  it.each([
    ['k', false, 'commands'],
    ['z', false, 'undo'],
    ['Z', true, 'redo'],
    ['Enter', false, 'preview'],
    ['Enter', true, 'generate'],
  ])('reads Control and %s, shift %s', (key, shiftKey, id) => {
    expect(idOf(key, { ctrlKey: true, shiftKey })).toBe(id);
  });

  it('leaves keys alone that are pressed without Control', () => {
    expect(idOf('z', {})).toBeUndefined();
    expect(idOf('Enter', { shiftKey: true })).toBeUndefined();
  });

  it('leaves characters alone that are typed with Control and Alt', () => {
    expect(idOf('z', { ctrlKey: true, altKey: true })).toBeUndefined();
  });

  it('does not take the Windows key for Control', () => {
    expect(idOf('k', { metaKey: true })).toBeUndefined();
  });
});

describe('shortcutText', () => {
  it('names keys as they are labelled', () => {
    expect(shortcutText('redo')).toBe('Ctrl+Shift+Z');
    expect(shortcutText('preview')).toBe('Ctrl+Enter');
  });

  it('is empty for a command without keys', () => {
    expect(shortcutText('share')).toBe('');
  });
});

describe('commands', () => {
  it('have one shortcut each at most, and no two the same', () => {
    const keys = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('open and close the list of problems', () => {
    const workbench = createTestWorkbench(createDesign());
    const problems = commands.find(({ id }) => id === 'problems');
    problems?.perform(workbench);
    expect(workbench.stores.view.getState().isProblemsOpen).toBe(true);
    problems?.perform(workbench);
    expect(workbench.stores.view.getState().isProblemsOpen).toBe(false);
  });
});
