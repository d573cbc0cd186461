/** The help texts. */

export const usage = `Usage: rowsmith <command> …

Commands
  check FILE…     Report every problem of one or more designs.
  run FILE        Make the rows of a design and write them to a file.
  batch FILE      Write the requests of a run as a file for a provider's batch service.
  convert FILE    Write a design in another form.

FILE is a Rowsmith JSON file, a configuration of Oumi or Data Designer, a share link, or - for standard input.
rowsmith <command> --help tells the options of a command.
`;

export const checkUsage = `Usage: rowsmith check FILE… [--json] [--attach NAME=FILE]

  --json               Print [{ file, diagnostics: [{ path, line, code, severity, message }] }].
  --attach NAME=FILE   The file that the design names NAME.

Exit code 1 when any diagnostic is an error.
`;

export const runUsage = `Usage: rowsmith run FILE --out OUT.(jsonl|csv|json|tsv|parquet|sql|xml) [options]

  --out OUT             Where the rows go; the ending chooses the format.
  --rows N              Rows to make, in place of the design's.
  --seed N              Seed, in place of the design's.
  --provider ID         Provider for every model alias; demo is the demo model.
  --base-url URL        Address for every model alias; alone it means an OpenAI-compatible endpoint.
  --model NAME          Model for every model alias.
  --api-key-env VAR     Environment variable that holds the key. Keys are read from there only.
  --concurrency N       Most requests in flight at once.
  --rpm N, --tpm N      Most requests, most tokens in any sixty seconds.
  --max-cost USD        Stop before the run can have cost more; needs a model whose price is known.
  --max-tokens N        Stop before the run can have used more tokens, prompts and answers together.
  --set PATH=VALUE      Change the design for this run, such as --set columns[0].fill.low=3;
                        in an Oumi configuration --set inference_config.generation.temperature=1.
  --attach NAME=FILE    The file that the design names NAME, for a source or for the environments of tools.
  --resume              Go on with OUT.journal: only missing rows are asked for.
  --split PARTS         Several files in place of OUT, such as train=80,test=20 for OUT-train and OUT-test;
                        the seed decides which rows each has.
  --split-by COLUMN     With --split: every value of the column has the shares.
  --balance COLUMN      As many rows of each value of the column as there are of the rarest.
  --layout FORM         Rows as conversations to train a model on: messages, sharegpt or alpaca.
  --turns PART=COLUMN,… With --layout: which columns speak, such as user=question,assistant=answer; parts are
                        conversation, system, user, input, assistant. Told by names of columns when absent.
  --keep-others         With --layout: the other columns stand behind the conversation.
  --rename OLD=NEW      What a column is called in the file; may be given several times.
  --provenance          Columns that say where each row came from: its number, seed, and for each call
                        provider, model and request.

Exit code 0 only when all rows asked for were accepted; rows kept so far are always in OUT.
`;

export const batchUsage = `Usage: rowsmith batch FILE --out OUT.jsonl [options]

  --out OUT             Where the requests go; with several model aliases a file for each, OUT.alias.jsonl.
  --rows N              Rows to ask for, in place of the design's.
  --seed N              Seed, in place of the design's.
  --provider ID         Provider for every model alias; it decides the form of the file.
  --model NAME          Model for every model alias.
  --set PATH=VALUE      Change the design, such as --set calls[0].rowsPerRequest=20.

OpenAI and those that speak like it take lines of JSON, Anthropic one JSON object, Gemini lines of its own.
Nothing is sent. Rows that wait for what another call writes are left out.
`;

export const convertUsage = `Usage: rowsmith convert FILE --to (rowsmith|oumi|data-designer|json-schema|link) [--out OUT]

  --to FORM   rowsmith: the design as JSON. oumi: a configuration for oumi synth. data-designer: a configuration for
              NeMo Data Designer, YAML when OUT ends in .yaml. json-schema: the shape of one row. link: a share link.
  --out OUT   Where it goes; standard output when absent.
  --attach NAME=FILE   The file that the design names NAME.
`;
