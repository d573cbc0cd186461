/** The providers a user can choose, as far as a screen needs to know them. */
import { isFree } from '#core/llm/price/price-of.ts';
import { findProvider, providers, setupHelpFor, type ProviderGroup } from '#core/llm/providers.ts';

export interface ProviderOption {
  readonly id: string;
  readonly label: string;
  /** Empty when the user gives the address. */
  readonly baseUrl: string;
  readonly needsKey: boolean;
  readonly group: ProviderGroup;
  /** Gives a key to who signs in there. */
  readonly hasSignIn: boolean;
  readonly isDemo: boolean;
  /** Runs on this computer: nobody charges for it. */
  readonly isFree: boolean;
  /** Where the user makes a key; always one of our own constants. */
  readonly keyPage: string | undefined;
  /** The setting a local server needs before a page may call it. */
  readonly setupHelp: ((pageOrigin: string) => string) | undefined;
}

export const providerOptions: readonly ProviderOption[] = providers.map((provider) => ({
  id: provider.id,
  label: provider.label,
  baseUrl: provider.baseUrl ?? '',
  needsKey: provider.needsKey,
  group: provider.group,
  hasSignIn: provider.signIn !== undefined,
  isDemo: provider.protocol === 'demo',
  isFree: isFree(provider.id),
  keyPage: provider.keyPage,
  setupHelp:
    provider.setupHelp === undefined
      ? undefined
      : (pageOrigin) => setupHelpFor(provider, pageOrigin) ?? '',
}));

export function providerOption(id: string): ProviderOption | undefined {
  return findProvider(id) === undefined
    ? undefined
    : providerOptions.find((option) => option.id === id);
}
