import Trash2 from 'lucide-react/icons/trash-2';
import { chatRoles } from '#core/design/derived-fills.ts';
import { IconButton } from '#ui/actions/icon-button.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { AddLine } from '#features/designer/shared/add-line.tsx';
import { Line, Quiet } from '#features/designer/shared/layout.ts';
import { EntriesFields } from './entries-fields.tsx';
import type { FillEditorProps } from './fill-editor-props.ts';
import { RowPreview } from './row-preview.tsx';
import { TemplateItem } from './template-item.tsx';
import { useSetFill } from './use-set-fill.ts';

const roleOptions = chatRoles.map((role) => ({ value: role, label: role }));

/** A conversation put together from templates, and what it gives in a row. */
export function ChatEditor({ column, fill, path }: FillEditorProps<'chat'>) {
  const setFill = useSetFill(column.id);
  const { messages } = fill;
  return (
    <>
      {messages.map((message, index) => (
        <Line key={index} style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
          <div style={{ width: 110, flexShrink: 0 }}>
            <SelectField
              label="Role"
              value={message.role}
              options={roleOptions}
              onChange={(role) =>
                setFill({ ...fill, messages: messages.with(index, { ...message, role }) })
              }
            />
          </div>
          <TemplateItem
            label="Text"
            columnId={column.id}
            path={[...path, 'messages', index, 'content']}
            value={message.content}
            onChange={(content) =>
              setFill(
                { ...fill, messages: messages.with(index, { ...message, content }) },
                `messages.${index}`,
              )
            }
          />
          <IconButton
            label={`Delete message ${index + 1}`}
            glyph={Trash2}
            size="small"
            onClick={() => setFill({ ...fill, messages: messages.toSpliced(index, 1) })}
          />
        </Line>
      ))}
      <AddLine
        noun="Message"
        onAdd={() =>
          setFill({ ...fill, messages: [...messages, { role: nextRole(fill), content: '' }] })
        }
      />
      <TextField
        label="Id of the conversation"
        placeholder="one of its own for each row"
        mono
        value={fill.conversationId ?? ''}
        onChange={(text) =>
          setFill({ ...fill, conversationId: text === '' ? undefined : text }, 'conversationId')
        }
      />
      <Quiet>Metadata</Quiet>
      <EntriesFields
        columnId={column.id}
        path={[...path, 'metadata']}
        entries={fill.metadata}
        noun="Metadata"
        onChange={(metadata, typing) => setFill({ ...fill, metadata }, typing)}
      />
      <RowPreview parts={[{ label: 'The conversation', columnId: column.id }]} />
    </>
  );
}

function nextRole({ messages }: FillEditorProps<'chat'>['fill']): 'user' | 'assistant' {
  return messages.at(-1)?.role === 'user' ? 'assistant' : 'user';
}
