import ScanText from 'lucide-react/icons/scan-text';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import type { Call } from '#core/design/design.ts';
import { unverifyCommands, verifyCommands } from '#core/design/verify-commands.ts';
import { verifiedColumns, type Verification } from '#core/design/verification.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { SegmentedControl } from '#ui/actions/segmented-control.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SwitchField } from '#ui/fields/switch-field.tsx';
import { ColumnChip } from '#ui/marks/column-chip.tsx';
import { FieldRow, Line, Quiet } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useEditAll } from '#features/designer/shared/use-edit.ts';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { useCallEdit } from './use-call-edit.ts';

const methods = [
  { value: 'extract', label: 'Read it back' },
  { value: 'mention', label: 'Look for the words' },
] as const;

interface VerifyProps {
  readonly call: Call;
}

/** The proof that a text tells its fields: read back by a second request, or looked through. */
export function VerifyOffer({ call }: VerifyProps) {
  const editAll = useEditAll();
  const design = useDesign((state) => state.design);
  const commands = verifyCommands(design, call);
  if (commands.length === 0 || call.verify !== undefined) return null;
  return (
    <Button tone="ghost" size="small" glyph={ScanText} onClick={() => editAll(commands)}>
      Verify by extraction
    </Button>
  );
}

interface VerifyLineProps extends VerifyProps {
  /** Place of the verification. */
  readonly path: JsonPath;
}

/** How a call is verified. */
export function VerifyLine({ call, path }: VerifyLineProps) {
  const editAll = useEditAll();
  const edit = useCallEdit(call.id);
  const design = useDesign((state) => state.design);
  const { verify } = call;
  const columns = verifiedColumns(call, design);
  if (verify === undefined) return null;
  if (columns === undefined) return <BrokenVerification call={call} path={path} />;
  const change = (next: Partial<Verification>) => edit({ verify: { ...verify, ...next } });
  return (
    <>
      <Line data-path={formatPath(path)}>
        <Quiet>verifies that</Quiet>
        <ColumnChip name={columns.text.name} fillKind={columns.text.fill.kind} withGlyph />
        <Quiet>tells</Quiet>
        {columns.fields.map(({ id, name, fill }) => (
          <ColumnChip key={id} name={name} fillKind={fill.kind} withGlyph />
        ))}
        <Button tone="ghost" size="small" onClick={() => editAll(unverifyCommands(call))}>
          Without verification
        </Button>
      </Line>
      <FieldRow>
        <SegmentedControl
          label="How it is verified"
          value={verify.method}
          options={methods}
          onChange={(method) => change({ method })}
        />
        <NumberField
          label="Written again below F1"
          value={Math.round(100 * verify.least)}
          integer
          min={0}
          max={100}
          unit="%"
          onChange={(percent = 100) => change({ least: percent / 100 })}
        />
      </FieldRow>
      {verify.method === 'extract' && (
        <SwitchField
          label="Refuse texts that tell more than they were given"
          checked={verify.refuseInvented}
          onChange={(refuseInvented) => change({ refuseInvented })}
        />
      )}
    </>
  );
}

/** A verification whose columns are not there, as a document may bring one along. */
function BrokenVerification({ call, path }: VerifyLineProps) {
  const edit = useCallEdit(call.id);
  const { error } = useProblem(path);
  return (
    <Place path={path}>
      <Line>
        <Quiet>{error ?? 'The columns of the verification are not there.'}</Quiet>
        <Button tone="ghost" size="small" onClick={() => edit({ verify: undefined })}>
          Without verification
        </Button>
      </Line>
    </Place>
  );
}
