import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { uniqueName } from '#core/design/column-names.ts';
import type { JsonObject } from '#core/base/json.ts';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { CommittedField } from '#features/designer/shared/committed-field.tsx';
import { Line } from '#features/designer/shared/layout.ts';
import { ToolTable } from './tool-table.tsx';
import {
  deleteParameter,
  parameterTypes,
  readParameters,
  writeParameter,
  type ParameterType,
  type ToolParameter,
} from './tool-parameters.ts';

interface ParameterListProps {
  readonly toolName: string;
  readonly schema: JsonObject;
  /** `moved` says which parameter was renamed, or is gone. */
  readonly onChange: (
    schema: JsonObject,
    moved?: { readonly from: string; readonly to: string | undefined },
  ) => void;
}

const typeLabels: Readonly<Record<ParameterType, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
};

const other = 'other';

/** What the tool is asked with: one line for each argument. */
export function ParameterList({ toolName, schema, onChange }: ParameterListProps) {
  const parameters = readParameters(schema);
  const names = parameters.map(({ name }) => name);
  const add = () =>
    onChange(
      writeParameter(schema, undefined, {
        name: uniqueName('argument', new Set(names)),
        type: 'string',
        description: '',
        isRequired: true,
      }),
    );
  return (
    <>
      {parameters.length > 0 && (
        <ToolTable
          label={`Arguments of ${toolName}`}
          heads={['Argument', 'Type', 'What it means', 'Given']}
          rows={parameters.map((parameter) =>
            parameterCells({ parameter, names, schema, onChange }),
          )}
        />
      )}
      <Line style={{ marginLeft: -8 }}>
        <Button tone="ghost" size="small" glyph={Plus} onClick={add}>
          Argument
        </Button>
      </Line>
    </>
  );
}

interface ParameterCells extends Pick<ParameterListProps, 'schema' | 'onChange'> {
  readonly parameter: ToolParameter;
  /** Names of all arguments of the tool. */
  readonly names: readonly string[];
}

function parameterCells({ parameter, names, schema, onChange }: ParameterCells) {
  const { name } = parameter;
  const change = (next: Partial<ToolParameter>) =>
    onChange(writeParameter(schema, name, { ...parameter, ...next }));

  function rename(text: string): string | undefined {
    if (text === '') return 'An argument needs a name.';
    if (names.some((taken) => taken === text && taken !== name))
      return `There is already an argument “${text}”.`;
    const renamed = writeParameter(schema, name, { ...parameter, name: text });
    onChange(renamed, { from: name, to: text });
    return undefined;
  }

  return [
    <CommittedField
      key="name"
      label={`Name of argument ${name}`}
      labelAt="hidden"
      value={name}
      onCommit={rename}
    />,
    <QuietSelect
      key="type"
      label={`Type of ${name}`}
      value={parameter.type ?? other}
      options={[
        ...parameterTypes.map((type) => ({ value: type, label: typeLabels[type] })),
        ...(parameter.type === undefined ? [{ value: other, label: 'other' } as const] : []),
      ]}
      onChange={(choice) => change({ type: parameterTypes.find((type) => type === choice) })}
    />,
    <TextField
      key="description"
      label={`Meaning of ${name}`}
      labelAt="hidden"
      value={parameter.description}
      onChange={(description) => change({ description })}
    />,
    <QuietSelect
      key="required"
      label={`Whether ${name} is given`}
      value={parameter.isRequired ? 'always' : 'sometimes'}
      options={givenOptions}
      onChange={(choice) => change({ isRequired: choice === 'always' })}
    />,
    <IconButton
      key="delete"
      label={`Delete argument ${name}`}
      glyph={Trash2}
      size="small"
      onClick={() => onChange(deleteParameter(schema, name), { from: name, to: undefined })}
    />,
  ];
}

const givenOptions = [
  { value: 'always', label: 'always' },
  { value: 'sometimes', label: 'sometimes' },
] as const;
