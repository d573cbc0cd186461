// Plausible, unique answers for whatever a request asks: the rows from its prompt, the fields from
// its schema. Shared by the stand-in that obeys and the scripted provider that need not.

export interface ChatBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly schema: SchemaNode; readonly strict?: boolean };
  };
}

interface SchemaNode {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

export type AnsweredRow = Readonly<Record<string, unknown>>;

/** The numbers of the rows that a prompt asks for, as it counts them: from one. */
export function askedRows(body: ChatBody): readonly number[] {
  const text = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return [...text.matchAll(/^Row (\d+)$/gm)].map((match) => Number(match[1]));
}

/** One object for each row asked, in order. */
export function answerRows(body: ChatBody): readonly AnsweredRow[] {
  const row = body.response_format?.json_schema?.schema.properties?.rows?.items;
  const fields = Object.entries(row?.properties ?? {});
  return askedRows(body).map((number) =>
    Object.fromEntries(
      fields.map(([name, node], index) => [
        name,
        index === 0 ? number : valueOf(node, name, number),
      ]),
    ),
  );
}

function valueOf(node: SchemaNode, name: string, row: number): unknown {
  if (node.enum !== undefined) return node.enum[row % node.enum.length];
  if (node.type === 'integer' || node.type === 'number') return row;
  if (node.type === 'boolean') return row % 2 === 0;
  if (node.type === 'array') return [valueOf(node.items ?? {}, name, row)];
  if (node.type === 'object')
    return Object.fromEntries(
      Object.entries(node.properties ?? {}).map(([key, child]) => [key, valueOf(child, key, row)]),
    );
  if (node.format === 'date') return `2024-01-${String((row % 28) + 1).padStart(2, '0')}`;
  return name === 'description' ? sentence(row) : `${name} by stand-in ${row}`;
}

const openings = [
  'Bright rooms are no trouble here',
  'Evening films come out well',
  'Anybody who reads in bed will like it',
  'Made for corners nobody looks at',
  'Guests ask about this one first',
  'Small flats gain a friend',
  'Nothing hums, nothing flickers',
];
const middles = [
  'the manual calls it "tidy"',
  'its maker says "plain, on purpose"',
  'the box reads "handle with both hands"',
  'a label warns "hot, then warm"',
  'our tester wrote "quiet"',
];
const closings = [
  'and so do the neighbours upstairs.',
  'which spares a second trip to town.',
  'though the cable could be longer.',
  'because brass ages more slowly than paint.',
  'until the children find the switch.',
  'as every school hall already knows.',
];

/** Between 10 and 30 words, worded unlike its neighbours, with the characters that files find hard. */
function sentence(row: number): string {
  const pick = (list: readonly string[], step: number) => list[(row * step) % list.length];
  return `${pick(openings, 1)} (${row}); ${pick(middles, 2)}, ${pick(closings, 5)}`;
}
