/** Every change a person can make to a design, as plain data: what forms, shortcuts and tests send and undo history replays. */
import type { Chart } from './chart.ts';
import type { Constraint } from './constraint.ts';
import type { Call, Column, DatasetDesign, ModelAlias, Source } from './design.ts';
import type { Fill } from './fill.ts';

/** Settings of the design as a whole. */
export type DesignField =
  | 'name'
  | 'brief'
  | 'instructions'
  | 'seed'
  | 'rows'
  | 'variety'
  | 'output'
  | 'combinations'
  | 'environments'
  | 'copulas'
  | 'originals';

type SetField = {
  [Field in DesignField]: {
    readonly kind: 'set-field';
    readonly field: Field;
    readonly value: DatasetDesign[Field];
  };
}[DesignField];

/** A change of some properties; undefined removes an optional one. */
export type Change<Item, Fixed extends keyof Item> = {
  readonly [Key in Exclude<keyof Item, Fixed>]?: Item[Key] | undefined;
};

type ChangeOfKind<Kind extends Source['kind']> = Change<Extract<Source, { kind: Kind }>, 'id'>;

/** Of any kind of source; what its kind does not have is refused. */
export type SourceChange = ChangeOfKind<'inline'> | ChangeOfKind<'file'> | ChangeOfKind<'document'>;

export type DesignCommand =
  | SetField
  | { readonly kind: 'replace-design'; readonly design: DatasetDesign }
  | ColumnCommand
  | ItemCommand;

export type ColumnCommand =
  | { readonly kind: 'add-column'; readonly column: Column; readonly index?: number }
  | {
      readonly kind: 'update-column';
      readonly columnId: string;
      readonly change: Change<Column, 'id' | 'name'>;
    }
  | { readonly kind: 'rename-column'; readonly columnId: string; readonly name: string }
  | { readonly kind: 'delete-column'; readonly columnId: string }
  | { readonly kind: 'duplicate-column'; readonly columnId: string }
  | { readonly kind: 'move-column'; readonly columnId: string; readonly toIndex: number }
  | { readonly kind: 'set-fill'; readonly columnId: string; readonly fill: Fill };

export type ItemCommand =
  | { readonly kind: 'add-constraint'; readonly constraint: Constraint }
  | { readonly kind: 'update-constraint'; readonly constraint: Constraint }
  | { readonly kind: 'delete-constraint'; readonly constraintId: string }
  | { readonly kind: 'add-call'; readonly call: Call }
  | { readonly kind: 'update-call'; readonly callId: string; readonly change: Change<Call, 'id'> }
  | { readonly kind: 'delete-call'; readonly callId: string }
  | { readonly kind: 'add-model'; readonly model: ModelAlias }
  | {
      readonly kind: 'update-model';
      readonly alias: string;
      readonly change: Change<ModelAlias, 'alias'>;
    }
  | { readonly kind: 'rename-model'; readonly alias: string; readonly name: string }
  | { readonly kind: 'delete-model'; readonly alias: string }
  | { readonly kind: 'add-source'; readonly source: Source }
  | {
      readonly kind: 'update-source';
      readonly sourceId: string;
      readonly change: SourceChange;
    }
  | { readonly kind: 'delete-source'; readonly sourceId: string }
  | { readonly kind: 'add-chart'; readonly chart: Chart }
  | { readonly kind: 'update-chart'; readonly chart: Chart }
  | { readonly kind: 'order-charts'; readonly charts: readonly Chart[] }
  | { readonly kind: 'delete-chart'; readonly chartId: string };
