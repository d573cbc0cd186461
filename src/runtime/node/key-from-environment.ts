/** Keys of the command line: read from the environment, bound to one origin, kept nowhere else. */
import { failure, success, type Result } from '#core/base/result.ts';
import type { KeyVault } from '#runtime/key-vault.ts';

export interface KeyRequest {
  /** Name of the environment variable. */
  readonly variable: string;
  /** The only origin that the key may be sent to. */
  readonly origin: string;
}

/** Puts the key of a variable into the vault. The message of a failure names the variable, never the key. */
export function storeKeyFromEnvironment(
  vault: KeyVault,
  environment: Readonly<Record<string, string | undefined>>,
  request: KeyRequest,
): Result<undefined, string> {
  const value = environment[request.variable];
  if (value === undefined || value.trim() === '')
    return failure(
      `The environment variable ${request.variable} is not set. Put the key there: keys are read from the environment only.`,
    );
  const stored = vault.store(request.origin, value);
  return stored.ok ? success(undefined) : failure(`${request.variable}: ${stored.error}`);
}
