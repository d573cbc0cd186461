import Trash2 from 'lucide-react/icons/trash-2';
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Constraint, ConstraintKind } from '#core/design/constraint.ts';
import { onFailureOf } from '#core/design/on-failure.ts';
import { createConstraint } from '#core/design/create-constraint.ts';
import { constraintSentence } from '#core/design/sentence.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { QuietSelect } from '#ui/fields/quiet-select.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Line, Quiet, Spacer } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useDeletion, useEdit } from '#features/designer/shared/use-edit.ts';
import { withoutUndefined } from '#features/designer/shared/without-undefined.ts';
import { rowRules, setRules } from './constraint-catalogue.ts';
import { NoRequestNote } from './no-request-note.tsx';
import { RuleBuilder } from './rule-builder.tsx';
import type { RuleChange } from './rule-props.ts';

interface ConstraintEditorProps {
  readonly constraint: Constraint;
  readonly index: number;
}

/** The rule as a sentence to fill in, what the model is told, and where else it is used. */
export function ConstraintEditor({ constraint, index }: ConstraintEditorProps) {
  const edit = useEdit();
  const path: JsonPath = ['constraints', index];
  const change: RuleChange = (next, typing) =>
    edit(
      { kind: 'update-constraint', constraint: next },
      typing === undefined ? undefined : { coalesce: `${constraint.id}.${typing}` },
    );
  return (
    <>
      <Head constraint={constraint} onChange={change} />
      <RuleBuilder constraint={constraint} path={path} onChange={change} />
      <Sentence constraint={constraint} path={path} onChange={change} />
      <NoRequestNote constraint={constraint} />
      <FailureChoice constraint={constraint} onChange={change} />
      <Line style={{ gap: 16 }}>
        <SwitchField
          label="In the prompt"
          checked={constraint.inPrompt}
          onChange={(inPrompt) => change({ ...constraint, inPrompt })}
        />
        <SwitchField
          label="Chart"
          checked={constraint.chart}
          onChange={(chart) => change({ ...constraint, chart })}
        />
      </Line>
    </>
  );
}

interface PartProps {
  readonly constraint: Constraint;
  readonly onChange: RuleChange;
}

const kinds = [...rowRules, ...setRules].map(({ kind, label }) => ({ value: kind, label }));

const severities = [
  { value: 'must', label: 'Must' },
  { value: 'should', label: 'Should' },
] as const;

function Head({ constraint, onChange }: PartProps) {
  const { stores } = useWorkbench();
  const deletion = useDeletion();
  const { id, severity, inPrompt, chart } = constraint;

  function handleKind(kind: ConstraintKind) {
    const { design } = stores.design.getState();
    const created = createConstraint(kind, design);
    if (created !== undefined) onChange({ ...created, id, severity, inPrompt, chart });
    else
      stores.view.getState().actions.toast({
        text: 'The design lacks the columns that such a rule needs. Add them first.',
      });
  }

  return (
    <Line style={{ flexWrap: 'nowrap', margin: '-2px 0' }}>
      <QuietSelect
        label="Kind of rule"
        value={constraint.kind}
        options={kinds}
        onChange={handleKind}
      />
      <Spacer />
      <SegmentedControl
        label="Severity"
        value={severity}
        options={severities}
        onChange={(next) => onChange({ ...constraint, severity: next })}
      />
      <IconButton
        label="Delete constraint"
        glyph={Trash2}
        size="small"
        onClick={() =>
          deletion({ kind: 'delete-constraint', constraintId: id }, 'Constraint deleted')
        }
      />
    </Line>
  );
}

const failures = [
  { value: 'retry', label: 'Ask again' },
  { value: 'mark', label: 'Mark' },
  { value: 'drop', label: 'Leave out' },
] as const;

/** Rules about the whole set have no single row to blame. */
function FailureChoice({ constraint, onChange }: PartProps) {
  if (!rowRules.some(({ kind }) => kind === constraint.kind)) return null;
  return (
    <Line>
      <Quiet>A row that breaks it</Quiet>
      <SegmentedControl
        label="A row that breaks it"
        value={onFailureOf(constraint)}
        options={failures}
        onChange={(onFailure) => onChange({ ...constraint, onFailure })}
      />
    </Line>
  );
}

function Sentence({ constraint, path, onChange }: PartProps & { readonly path: JsonPath }) {
  const { sentence: _, ...rest } = constraint;
  const written = useDesign(({ design }) => constraintSentence(rest as Constraint, design));
  return (
    <Place path={[...path, 'sentence']}>
      <TextArea
        label="Said to the model as"
        hint={
          constraint.sentence === undefined
            ? 'Written from the rule. Edit it to say it your way.'
            : undefined
        }
        minRows={1}
        maxRows={4}
        placeholder={written}
        value={constraint.sentence ?? ''}
        onChange={(text) =>
          onChange(
            withoutUndefined<Constraint>({
              ...constraint,
              sentence: text === '' ? undefined : text,
            }),
            'sentence',
          )
        }
      />
    </Place>
  );
}
