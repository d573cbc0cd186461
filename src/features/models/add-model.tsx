import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { TrialModel } from '#state/model-trials.ts';
import { modelListQuery } from '#state/queries.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { ComboField } from '#ui/fields/combo-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';

/** Another model of a provider that is set up already. */
export function AddModel({ onAdd }: { readonly onAdd: (model: TrialModel) => void }) {
  const { models } = useWorkbench();
  const aliases = useDesign((state) => state.design.models);
  const [chosen, setAlias] = useState(aliases[0]?.alias ?? '');
  const [model, setModel] = useState('');
  const [isAsked, setAsked] = useState(false);
  const list = useQuery(
    modelListQuery(models, {
      draft: models.draftOf(chosen),
      asked: isAsked ? 0 : undefined,
      readKey: () => '',
    }),
  );
  return (
    <>
      {aliases.length > 1 && (
        <SelectField
          label="Set up as"
          size="large"
          value={chosen}
          options={aliases.map(({ alias }) => ({ value: alias, label: alias }))}
          onChange={setAlias}
        />
      )}
      <ComboField
        label="Another model"
        size="large"
        placeholder="name of a model"
        value={model}
        options={list.data ?? []}
        loading={list.isFetching}
        onOpen={() => {
          setAsked(true);
        }}
        onChange={setModel}
      />
      <Button
        size="large"
        glyph={Plus}
        disabled={model.trim() === ''}
        onClick={() => {
          onAdd({ alias: chosen, model: model.trim() });
          setModel('');
        }}
      >
        Add
      </Button>
    </>
  );
}
