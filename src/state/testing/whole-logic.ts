/** What a page loads beside its first rows, there from the beginning. */
import { checkDesign } from '#core/design/check.ts';
import { createDesign } from '#core/design/defaults.ts';
import { applyCommand, applyCommands } from '#core/design/edit.ts';
import { restoreDesign } from '#core/design/restore.ts';
import type { DesignLogic } from '#state/design-logic.ts';

export const wholeLogic: DesignLogic = {
  applyCommand,
  applyCommands,
  checkDesign,
  createDesign,
  restoreDesign,
};
