import { useDraft, useView } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';

/** Faults that another key, address or model mends. */
const settingKinds: ReadonlySet<string> = new Set([
  'auth',
  'quota',
  'forbidden',
  'not-found',
  'network',
  'not-an-api',
  'unresolved',
  'redirect',
  'cut-off',
]);

/** Why there is no draft, in place; the words above are kept. */
export function DraftFault({ alias }: { readonly alias: string }) {
  const problem = useDraft((state) => state.problem);
  const open = useView((view) => view.actions.openDialog);
  if (problem === undefined) return null;
  const isMendable = settingKinds.has(problem.kind ?? '');
  return (
    <Banner
      tone="bad"
      inset
      actions={
        isMendable && (
          <Button
            onClick={() => {
              open({ kind: 'models', alias, then: 'back-to-draft', reason: problem.message });
            }}
          >
            Open Model settings
          </Button>
        )
      }
    >
      {problem.message} Nothing was changed.
    </Banner>
  );
}
