import { styled } from '@mui/material/styles';
import LogIn from 'lucide-react/icons/log-in';
import { useRef } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';
import { Button } from '#ui/actions/button.tsx';
import { Banner } from '#ui/feedback/banner.tsx';
import { ComboField } from '#ui/fields/combo-field.tsx';
import { NumberField } from '#ui/fields/number-field.tsx';
import { SelectField } from '#ui/fields/select-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { ringed } from '#ui/layout/ringed.ts';
import { tokenVar } from '#ui/theme/tokens.ts';
import { laneNote } from '#state/connections.ts';
import { useReveal } from '#state/reveal/use-reveal.ts';
import { providerOption, providerOptions } from '#state/provider-options.ts';
import { KeyField } from './key-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { PriceFields } from './price-fields.tsx';
import { TestResult } from './test-result.tsx';
import type { ModelFormState } from './use-model-form.ts';

const Form = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  minWidth: 0,
  padding: '16px 20px 20px',
  ...ringed,
});

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  gap: 12,
  '&[data-columns=model]': { gridTemplateColumns: 'minmax(0, 1fr) 128px' },
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'minmax(0, 1fr) !important' },
});

const KeyWays = styled('div')({ display: 'flex', alignItems: 'center', gap: 12, marginTop: -6 });

const KeyLink = styled('a')({ width: 'fit-content', color: tokenVar('blue') });

const mostRequests = 64;

const groupNames = {
  'built-in': 'In this page',
  hosted: 'Hosted',
  local: 'On this computer, or your own',
} as const;

interface ModelFormProps {
  readonly form: ModelFormState;
  /** Place of the model in the design. */
  readonly path: JsonPath;
  /** Why the dialog opened by itself. */
  readonly reason: string | undefined;
  readonly isGoodNews: boolean;
}

export function ModelForm({ form, path, reason, isGoodNews }: ModelFormProps) {
  const { draft, problems, change } = form;
  // Here and not around the dialog, whose contents come after it.
  const fields = useRef<HTMLDivElement>(null);
  useReveal(fields);
  const provider = providerOption(draft.provider);
  const isDemo = provider?.isDemo === true;
  return (
    <Form ref={fields}>
      {reason !== undefined && (
        <Banner tone={isGoodNews ? 'info' : 'warn'} inset>
          {reason}
        </Banner>
      )}
      <Row>
        <div data-path={formatPath([...path, 'provider'])}>
          <SelectField
            label="Provider"
            size="large"
            value={draft.provider}
            error={problems.provider}
            placeholder="Choose a provider"
            options={providerOptions.map(({ id, label, group }) => ({
              value: id,
              label,
              group: groupNames[group],
            }))}
            onChange={form.chooseProvider}
          />
        </div>
        <div data-path={formatPath([...path, 'endpoint'])}>
          <TextField
            label="Base URL"
            type="text"
            size="large"
            value={isDemo ? '' : draft.baseUrl}
            disabled={isDemo}
            error={problems.baseUrl}
            placeholder={isDemo ? 'runs in this page' : 'https://…/v1'}
            onChange={(baseUrl) => {
              change({ baseUrl: baseUrl.trim() });
            }}
          />
        </div>
      </Row>
      {isDemo ? (
        <>
          <Banner inset>
            The demo model is a stand-in that runs in this page. It needs no key and writes
            plausible texts, which are labelled wherever they are shown or exported.
          </Banner>
          {draft.parametersText !== undefined && <MoreFields form={form} path={path} />}
        </>
      ) : (
        <RemoteFields form={form} path={path} />
      )}
      {form.report !== undefined && <TestResult report={form.report} />}
    </Form>
  );
}

/** Key, model and concurrency: what every model needs that does not run in this page. */
function RemoteFields({ form, path }: Pick<ModelFormProps, 'form' | 'path'>) {
  const { draft, problems, change } = form;
  const provider = providerOption(draft.provider);
  return (
    <>
      <KeyField
        inputRef={form.keyRef}
        hint={keyHint(draft.baseUrl)}
        error={problems.key}
        hasStoredKey={form.hasStoredKey}
        isOptional={provider?.needsKey === false}
        onEdit={form.keyEdited}
      />
      <Row data-columns="model">
        <div data-path={formatPath([...path, 'model'])}>
          <ComboField
            label="Model"
            size="large"
            value={draft.model}
            error={problems.model}
            options={form.modelNames}
            loading={form.isLoadingNames}
            onOpen={form.askForNames}
            onChange={(model) => {
              if (model !== draft.model) change({ model });
            }}
          />
        </div>
        <NumberField
          label="Concurrency"
          size="large"
          integer
          min={1}
          max={mostRequests}
          hint="slows down on 429"
          value={draft.concurrency}
          onChange={(concurrency) => {
            change({ concurrency: concurrency ?? draft.concurrency });
          }}
        />
      </Row>
      <RateFields form={form} />
      {provider?.isFree === false && <PriceFields form={form} />}
      {!form.hasStoredKey && <KeySource form={form} />}
      {provider?.setupHelp !== undefined && form.report?.ok !== true && (
        <Banner inset>{provider.setupHelp(form.pageOrigin)}</Banner>
      )}
      <MoreFields form={form} path={path} />
    </>
  );
}

/** Where a key comes from, for who has none. */
function KeySource({ form }: { readonly form: ModelFormState }) {
  const provider = providerOption(form.draft.provider);
  if (provider?.keyPage === undefined) return null;
  return (
    <KeyWays>
      {provider.hasSignIn && (
        <Button glyph={LogIn} onClick={() => void form.signIn()}>
          Sign in with {provider.label}
        </Button>
      )}
      <KeyPage label={provider.label} address={provider.keyPage} />
    </KeyWays>
  );
}

/** What the user's account may send in a minute, and what a browser makes of the concurrency. */
function RateFields({ form }: { readonly form: ModelFormState }) {
  const { draft, change } = form;
  const note = laneNote(draft.baseUrl, draft.concurrency);
  const shared = { size: 'large', integer: true, optional: true, min: 1 } as const;
  return (
    <>
      {note !== undefined && <Banner inset>{note}</Banner>}
      <Row>
        <NumberField
          label="Requests per minute"
          placeholder="no limit"
          value={draft.requestsPerMinute}
          onChange={(requestsPerMinute) => {
            change({ requestsPerMinute });
          }}
          {...shared}
        />
        <NumberField
          label="Tokens per minute"
          placeholder="no limit"
          value={draft.tokensPerMinute}
          onChange={(tokensPerMinute) => {
            change({ tokensPerMinute });
          }}
          {...shared}
        />
      </Row>
    </>
  );
}

/** The address is a constant of ours; nothing a design says becomes a link. */
function KeyPage({ label, address }: { readonly label: string; readonly address: string }) {
  return (
    <KeyLink href={address} target="_blank" rel="noreferrer">
      Make a key at {label}
    </KeyLink>
  );
}

function keyHint(baseUrl: string): string {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : 'this address';
  return `Goes to ${host} and nowhere else. Kept until you reload this page. Never in the design, a link, an export or a log.`;
}
