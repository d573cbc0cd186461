import { useState } from 'react';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { columnTypes, type Column, type ColumnType } from '#core/design/design.ts';
import { useView } from '#state/react.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { FillEditor } from '#features/designer/fills/fill-editor.tsx';
import { Place } from '#features/designer/shared/place.tsx';
import { isRevealedIn } from '#features/designer/shared/problems-at.ts';
import { useEdit } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { ColumnHead } from './column-head.tsx';
import { ConditionalRows } from './conditional-rows.tsx';
import { ColumnSettings } from './column-settings.tsx';
import { NameField } from './name-field.tsx';

interface ColumnEditorProps {
  readonly column: Column;
  readonly index: number;
}

export function ColumnEditor({ column, index }: ColumnEditorProps) {
  const path: JsonPath = ['columns', index];
  const [toggle, setToggle] = useState<Toggle>({ isOn: hasSettings(column), revealedAtMs: -1 });
  const revealedAtMs = useView(({ revealed }) => {
    const isHere = settingKeys.some((key) => isRevealedIn(revealed?.path ?? '', [...path, key]));
    return isHere ? revealed?.atMs : undefined;
  });
  // A place that asked to be shown opens the settings once; closing them afterwards counts.
  const isNew = revealedAtMs !== undefined && revealedAtMs !== toggle.revealedAtMs;
  const isShown = isNew || toggle.isOn;
  return (
    <>
      <ColumnHead
        column={column}
        path={path}
        areSettingsShown={isShown}
        onSettings={() => setToggle({ isOn: !isShown, revealedAtMs: revealedAtMs ?? -1 })}
      />
      <Identity column={column} path={path} />
      <FillEditor column={column} path={[...path, 'fill']} />
      <ConditionalRows column={column} path={path} />
      {isShown && <ColumnSettings column={column} path={path} />}
    </>
  );
}

interface Toggle {
  readonly isOn: boolean;
  /** When the last place inside was shown, at the time of the click. */
  readonly revealedAtMs: number;
}

const settingKeys = ['nullRate', 'drop', 'skip', 'convertTo'];

/** Name, type and unit on one line, what it means on the next. */
function Identity({ column, path }: { readonly column: Column; readonly path: JsonPath }) {
  const edit = useEdit();
  const { id: columnId } = column;
  const typeProblem = useProblem([...path, 'type']);
  const isMeasured = column.type === 'integer' || column.type === 'decimal';
  return (
    <>
      <div style={{ display: 'flex', gap: 8, alignItems: 'start' }}>
        <Place path={[...path, 'name']} style={{ flex: 2 }}>
          <NameField column={column} />
        </Place>
        <Place path={[...path, 'type']} style={{ flex: 1 }}>
          <SelectField
            label="Type"
            labelAt="hidden"
            value={column.type}
            options={typeOptions}
            onChange={(type) => edit({ kind: 'update-column', columnId, change: { type } })}
            {...typeProblem}
          />
        </Place>
        {isMeasured && (
          <Place path={[...path, 'unit']} style={{ width: 64 }}>
            <TextField
              label="Unit"
              labelAt="hidden"
              placeholder="unit"
              value={column.unit ?? ''}
              onChange={(text) =>
                edit(
                  {
                    kind: 'update-column',
                    columnId,
                    change: { unit: text === '' ? undefined : text },
                  },
                  { coalesce: `${columnId}.unit` },
                )
              }
            />
          </Place>
        )}
      </div>
      <Place path={[...path, 'description']}>
        <TextField
          label="Description"
          labelAt="hidden"
          placeholder="What it means, told to the model"
          value={column.description}
          onChange={(description) =>
            edit(
              { kind: 'update-column', columnId, change: { description } },
              { coalesce: `${columnId}.description` },
            )
          }
        />
      </Place>
    </>
  );
}

const typeOptions = columnTypes.map((type: ColumnType) => ({ value: type, label: type }));

function hasSettings({ nullRate, drop, skip, convertTo }: Column): boolean {
  return nullRate > 0 || drop || skip !== undefined || convertTo !== undefined;
}
