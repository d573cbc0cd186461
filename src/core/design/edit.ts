/**
 * The one way a design changes. Commands are pure: the same design and command give the same result,
 * parts not touched stay the same objects, and a refused command says why and changes nothing.
 */
import { failure, success } from '#core/base/result.ts';
import type { ColumnCommand, DesignCommand, ItemCommand } from './command.ts';
import type { DatasetDesign } from './design.ts';
import { designSchema } from './design-schema.ts';
import { editColumn } from './edit-columns.ts';
import { editItem } from './edit-items.ts';
import { checkShape, type EditResult } from './edit-list.ts';

/** The changed design, which satisfies `designSchema` when the given one does, or why the command is refused. Never throws. */
export function applyCommand(design: DatasetDesign, command: DesignCommand): EditResult {
  switch (command.kind) {
    case 'replace-design': {
      const problems = checkShape(designSchema, command.design, []);
      return problems.length > 0 ? failure(problems) : success(command.design);
    }
    case 'set-field': {
      const { field, value } = command;
      if (Object.is(design[field], value)) return success(design);
      const problems = checkShape(designSchema.shape[field], value, [field]);
      return problems.length > 0 ? failure(problems) : success({ ...design, [field]: value });
    }
    default:
      return isColumnCommand(command) ? editColumn(design, command) : editItem(design, command);
  }
}

/** All commands in turn; the first that is refused ends it, and nothing is changed. */
export function applyCommands(
  design: DatasetDesign,
  commands: readonly DesignCommand[],
): EditResult {
  let current = design;
  for (const command of commands) {
    const result = applyCommand(current, command);
    if (!result.ok) return result;
    current = result.value;
  }
  return success(current);
}

function isColumnCommand(command: ColumnCommand | ItemCommand): command is ColumnCommand {
  return command.kind.endsWith('-column') || command.kind === 'set-fill';
}
