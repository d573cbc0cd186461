/** The messages of a call: system messages rendered once, because they see no row, user messages per row. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { asksForFields } from '#core/design/call-output.ts';
import { templateLanguage } from '#core/design/design-texts.ts';
import type { Call, DatasetDesign } from '#core/design/design.ts';
import { parseAs } from '#core/design/parse-text.ts';
import { ExpressionError, toDiagnostic } from '#core/expression/problem.ts';
import { compileTemplate } from '#core/expression/render.ts';
import { createScope, type Scope } from '#core/expression/scope.ts';
import type { ChatTurn } from '#core/llm/chat-task.ts';
import { ProviderError } from '#core/llm/provider-error.ts';

export interface CallMessages {
  readonly system: readonly string[];
  /**
   * The user messages for one row; `row` only serves the message. Throws a `ProviderError` that no repetition
   * mends when a template cannot be rendered, so that the run pauses with the reason instead of asking nonsense.
   */
  user(scope: Scope, row: number): readonly string[];
  /** All messages in their order, rendered for one row, for a call that asks for a text. Throws as `user`. */
  chat(scope: Scope, row: number): readonly ChatTurn[];
  /** The same as what to write for one of several rows: who speaks is said in words. Throws as `user`. */
  together(scope: Scope, row: number): readonly string[];
}

/** By call id. Fails when a template does not parse or a system message names a column. */
export function compileMessages(
  design: DatasetDesign,
): Result<ReadonlyMap<string, CallMessages>, readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const language = templateLanguage(design);
  const messages = new Map(
    design.calls.map((call, index) => [
      call.id,
      compileCall(call, index, { diagnostics, language }),
    ]),
  );
  return diagnostics.length > 0 ? failure(diagnostics) : success(messages);
}

interface Compiling {
  readonly diagnostics: Diagnostic[];
  readonly language: ReturnType<typeof templateLanguage>;
}

function compileCall(
  call: Call,
  index: number,
  { diagnostics, language }: Compiling,
): CallMessages {
  const chat: { readonly role: ChatTurn['role']; readonly render: (scope: Scope) => string }[] = [];
  const system: string[] = [];
  const templates: ((scope: Scope) => string)[] = [];
  call.messages.forEach(({ role, content }, number) => {
    const path = ['calls', index, 'messages', number, 'content'];
    const parsed = parseAs(language, content);
    if (!parsed.ok) {
      diagnostics.push(toDiagnostic(parsed.error, path));
      return;
    }
    const render = compileTemplate(parsed.value);
    // A tool says nothing before there is a conversation, so its part is told as the user's.
    chat.push({ role: role === 'tool' ? 'user' : role, render });
    if (!asksForFields(call)) return;
    if (role === 'user') {
      templates.push(render);
      return;
    }
    try {
      system.push(render(createScope({})));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      diagnostics.push(toDiagnostic(error.problem, path));
    }
  });
  const turnsOf: CallMessages['chat'] = (scope, row) =>
    chat.map(({ role, render }) => ({ role, content: renderFor(render, { call, scope, row }) }));
  return {
    system,
    user: (scope, row) => templates.map((render) => renderFor(render, { call, scope, row })),
    chat: turnsOf,
    together: (scope, row) =>
      turnsOf(scope, row).map(({ role, content }) => `${leads[role]}${content}`),
  };
}

const leads: Readonly<Record<ChatTurn['role'], string>> = {
  system: 'Who writes this row: ',
  user: '',
  assistant: 'What was answered before: ',
};

interface Rendering {
  readonly call: Call;
  readonly scope: Scope;
  readonly row: number;
}

function renderFor(render: (scope: Scope) => string, { call, scope, row }: Rendering): string {
  try {
    return render(scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new ProviderError({
      provider: 'rowsmith',
      kind: 'bad-request',
      message: `A message of ${call.name} cannot be written for row ${row + 1}: ${error.message}`,
      cause: error,
    });
  }
}
