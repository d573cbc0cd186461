import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ModelDraft } from '#state/model-actions.ts';
import { modelListQuery } from '#state/queries.ts';
import { useWorkbench } from '#state/react.tsx';

export interface ModelNames {
  readonly names: readonly string[];
  readonly isLoading: boolean;
  /** The list of names is opened: the one moment at which the address is asked for them. */
  readonly ask: () => void;
  readonly keyEdited: () => void;
}

interface Asked {
  readonly place: string;
  /** How often a key had been typed when it was asked. */
  readonly keyEdits: number;
}

/** Names are asked for at one address at a time: an address that is still being typed is sent nothing. */
export function useModelNames(draft: ModelDraft, readKey: () => string): ModelNames {
  const { models } = useWorkbench();
  const place = [draft.alias, draft.provider, draft.baseUrl].join(' ');
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const keyEdits = useRef(0);
  const list = useQuery(
    modelListQuery(models, {
      draft,
      asked: asked?.place === place ? asked.keyEdits : undefined,
      readKey,
    }),
  );
  return {
    names: list.data ?? [],
    isLoading: list.isFetching,
    ask() {
      const isSame = asked?.place === place && asked.keyEdits === keyEdits.current;
      if (isSame && list.isError) void list.refetch();
      if (!isSame) setAsked({ place, keyEdits: keyEdits.current });
    },
    keyEdited() {
      keyEdits.current += 1;
    },
  };
}
