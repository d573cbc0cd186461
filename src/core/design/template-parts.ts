/** Where the templates of a fill or of a call's output stand, and how to change them all alike. */
import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Call } from './design.ts';
import type { Fill } from './fill.ts';

export interface TemplatePart {
  /** Within the fill or the output. */
  readonly path: JsonPath;
  readonly text: string;
  readonly extraNames?: readonly string[];
}

/** In the order of the document. */
export function fillTemplates(fill: Fill): readonly TemplatePart[] {
  switch (fill.kind) {
    case 'template':
      return [{ path: ['template'], text: fill.template }];
    case 'list':
      return fill.items.map((text, index) => ({ path: ['items', index], text }));
    case 'object':
      return Object.entries(fill.entries).map(([key, text]) => ({ path: ['entries', key], text }));
    case 'chat':
      return [
        ...fill.messages.map(({ content }, index) => ({
          path: ['messages', index, 'content'],
          text: content,
        })),
        ...Object.entries(fill.metadata).map(([key, text]) => ({ path: ['metadata', key], text })),
      ];
    default:
      return [];
  }
}

/** What a persona can read besides the row; the plan is written before there is a turn. */
const personaNames: readonly string[] = ['target_turns', 'current_turn'];

/** In the order of the document. */
export function outputTemplates(output: Call['output']): readonly TemplatePart[] {
  if (output.kind !== 'conversation') return [];
  const { personas, planner, systemPrompt } = output;
  return [
    ...Object.entries(personas).map(([role, text = '']) => ({
      path: ['personas', role],
      text,
      extraNames: personaNames,
    })),
    ...(planner === undefined
      ? []
      : [{ path: ['planner'], text: planner, extraNames: ['target_turns'] }]),
    ...(systemPrompt === undefined ? [] : [{ path: ['systemPrompt'], text: systemPrompt }]),
  ];
}

/** The fill with each of its templates changed; the same object when nothing changes. */
export function mapFillTemplates(fill: Fill, change: (text: string) => string): Fill {
  if (fillTemplates(fill).every(({ text }) => change(text) === text)) return fill;
  switch (fill.kind) {
    case 'template':
      return { ...fill, template: change(fill.template) };
    case 'list':
      return { ...fill, items: fill.items.map(change) };
    case 'object':
      return { ...fill, entries: mapValues(fill.entries, change) };
    case 'chat':
      return {
        ...fill,
        messages: fill.messages.map(({ role, content }) => ({ role, content: change(content) })),
        metadata: mapValues(fill.metadata, change),
      };
    default:
      return fill;
  }
}

/** The output with each of its templates changed; the same object when nothing changes. */
export function mapOutputTemplates(
  output: Call['output'],
  change: (text: string) => string,
): Call['output'] {
  if (output.kind !== 'conversation') return output;
  if (outputTemplates(output).every(({ text }) => change(text) === text)) return output;
  const { personas, planner, systemPrompt, ...others } = output;
  return {
    ...others,
    personas: {
      user: change(personas.user),
      assistant: change(personas.assistant),
      ...(personas.system === undefined ? {} : { system: change(personas.system) }),
      ...(personas.tool === undefined ? {} : { tool: change(personas.tool) }),
    },
    ...(planner === undefined ? {} : { planner: change(planner) }),
    ...(systemPrompt === undefined ? {} : { systemPrompt: change(systemPrompt) }),
  };
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, change(text)]));
}
