import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import type { JsonPath } from '#core/base/diagnostic.ts';
import { asksForFields } from '#core/design/call-output.ts';
import type { Call, Message } from '#core/design/design.ts';
import { useDesign } from '#state/react.tsx';
import { Button } from '#ui/actions/button.tsx';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { Caption, Line } from '#features/designer/shared/layout.ts';
import { Place } from '#features/designer/shared/place.tsx';
import { useProblem } from '#features/designer/shared/use-problem.ts';
import { TemplateField } from '#features/designer/templates/template-field.tsx';
import { useReferenceOptions } from '#features/designer/templates/use-reference-options.ts';
import { useCallEdit } from './use-call-edit.ts';

const messageLabels: Readonly<Record<Message['role'], string>> = {
  system: 'System message',
  user: 'Message',
  assistant: 'Answer of the model',
  tool: 'Answer of a tool',
};

const Block = styled('div')({ position: 'relative' });

const Corner = styled('div')({ position: 'absolute', top: -5, right: 0 });

interface MessageListProps {
  readonly call: Call;
  readonly path: JsonPath;
}

/** What is said to the model. Without messages the columns and their descriptions speak for themselves. */
export function MessageList({ call, path }: MessageListProps) {
  const edit = useCallEdit(call.id);
  const hasSystem = call.messages.some(({ role }) => role === 'system');

  const add = (message: Message) => {
    const messages =
      message.role === 'system' ? [message, ...call.messages] : [...call.messages, message];
    edit({ messages });
  };

  return (
    <>
      {call.messages.length === 0 && (
        <Caption>
          {call.output.kind === 'judge'
            ? 'No message of your own: the judge is told the brief, its rubric and the columns it is shown.'
            : 'No message of your own: the model is told the brief, the columns it fills with their descriptions, the rules and the values of each row.'}
        </Caption>
      )}
      {call.messages.map((message, index) => (
        <MessageEditor key={index} call={call} message={message} index={index} path={path} />
      ))}
      <Line style={{ marginLeft: -8, gap: 0 }}>
        <Button
          tone="ghost"
          size="small"
          glyph={Plus}
          onClick={() => add({ role: 'user', content: '' })}
        >
          Message
        </Button>
        {call.output.kind === 'text' && (
          <Button
            tone="ghost"
            size="small"
            glyph={Plus}
            onClick={() => add({ role: 'assistant', content: '' })}
          >
            Answer
          </Button>
        )}
        {!hasSystem && (
          <Button
            tone="ghost"
            size="small"
            glyph={Plus}
            onClick={() => add({ role: 'system', content: '' })}
          >
            System message
          </Button>
        )}
      </Line>
    </>
  );
}

interface MessageEditorProps extends MessageListProps {
  readonly message: Message;
  readonly index: number;
}

function MessageEditor({ call, message, index, path }: MessageEditorProps) {
  const edit = useCallEdit(call.id);
  const filledIds = useDesign(({ design }) =>
    design.columns
      .filter(({ fill }) => fill.kind === 'generated' && fill.call === call.id)
      .map(({ id }) => id),
  );
  const options = useReferenceOptions(filledIds);
  const place = [...path, 'messages', index, 'content'];
  const problem = useProblem(place);
  const write = (content: string) =>
    edit({ messages: call.messages.with(index, { ...message, content }) }, `messages.${index}`);
  const isSystem = message.role === 'system';
  const dialect = useDesign(({ design }) => design.dialect);
  // A call for a text renders every message for its row; one for fields shows system messages no row.
  const isPlain = isSystem && asksForFields(call);
  return (
    <Block>
      <Place path={place}>
        {isPlain ? (
          <TextArea
            label="System message"
            placeholder="Who the model is; it sees no row here"
            value={message.content}
            onChange={write}
            {...problem}
          />
        ) : (
          <TemplateField
            label={messageLabels[message.role]}
            placeholder={`Type ${dialect === 'oumi' ? '{' : '{{'} for a column`}
            value={message.content}
            options={options}
            onChange={write}
            {...problem}
          />
        )}
      </Place>
      <Corner>
        <IconButton
          label={isSystem ? 'Delete the system message' : `Delete message ${index + 1}`}
          glyph={Trash2}
          size="small"
          onClick={() => edit({ messages: call.messages.toSpliced(index, 1) })}
        />
      </Corner>
    </Block>
  );
}
