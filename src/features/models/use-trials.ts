import { useRef, useState } from 'react';
import type { Call, DatasetDesign } from '#core/design/design.ts';
import type { ModelTrial, TrialModel } from '#state/model-trials.ts';
import { useDesign, useWorkbench } from '#state/react.tsx';

/** More beside each other cannot be read. */
export const mostModels = 4;

export interface ComparedModel extends TrialModel {
  /** Absent before it was asked; `waiting` until it has answered. */
  readonly trial?: ModelTrial | 'waiting' | undefined;
}

export interface Trials {
  readonly models: readonly ComparedModel[];
  readonly add: (model: TrialModel) => void;
  readonly remove: (model: TrialModel) => void;
  readonly ask: () => Promise<void>;
  /** What was answered is of another question now. */
  readonly forget: () => void;
}

/** The models that are compared, each asked by itself: a slow one holds up nobody. */
export function useTrials(call: Call | undefined, rowCount: number): Trials {
  const { trials } = useWorkbench();
  const design = useDesign((state) => state.design);
  const [models, setModels] = useState(() => firstModels(design, call));
  const asking = useRef(0);

  const answer = (model: TrialModel, trial: ComparedModel['trial']): void => {
    setModels((all) => all.map((one) => (isSame(one, model) ? { ...one, trial } : one)));
  };

  const askOne = async (callId: string, model: TrialModel): Promise<void> => {
    const turn = asking.current;
    answer(model, 'waiting');
    const trial = await trials
      .ask({ callId, model, rowCount })
      .catch((error: unknown) => failed(error));
    if (turn === asking.current) answer(model, trial);
  };

  const forget = (): void => {
    asking.current += 1;
    setModels((all) => all.map(({ alias, model }) => ({ alias, model })));
  };

  return {
    models,
    forget,
    add: (model) => setModels((all) => [...all.filter((one) => !isSame(one, model)), model]),
    remove: (model) => setModels((all) => all.filter((one) => !isSame(one, model))),
    async ask() {
      if (call === undefined) return;
      asking.current += 1;
      await Promise.all(models.map((model) => askOne(call.id, model)));
    },
  };
}

/** The call's own model, then those of the other aliases. */
function firstModels({ models }: DatasetDesign, call: Call | undefined): readonly ComparedModel[] {
  const own = models.filter(({ alias }) => alias === call?.model);
  const others = models.filter(({ alias }) => alias !== call?.model);
  return [...own, ...others].slice(0, mostModels).map(({ alias, model }) => ({ alias, model }));
}

export function isSame(one: TrialModel, other: TrialModel): boolean {
  return one.alias === other.alias && one.model === other.model;
}

function failed(error: unknown): ModelTrial {
  const problem = error instanceof Error ? error.message : String(error);
  return { rows: [], cost: { kind: 'unknown' }, problem };
}
