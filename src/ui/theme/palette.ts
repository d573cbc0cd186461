/** The tokens in MUI's words. MUI derives channels from these, so they must be plain colours, not variables. */
import type { FillGroup } from './fill-hue.ts';
import type { TokenName, Tokens } from './tokens.ts';

const FILL_GROUPS: readonly FillGroup[] = ['sampled', 'source', 'generated', 'derived'];

function fillColour(tokens: Tokens, group: FillGroup) {
  const soft: TokenName = `${group}-soft`;
  const line: TokenName = `${group}-line`;
  return { main: tokens[group], soft: tokens[soft], line: tokens[line] };
}

function statusColour(tokens: Tokens, name: 'red' | 'amber' | 'green' | 'blue') {
  return { main: tokens[name], contrastText: tokens.sheet };
}

function fills(tokens: Tokens) {
  const [sampled, source, generated, derived] = FILL_GROUPS.map((group) =>
    fillColour(tokens, group),
  ) as [FillColour, FillColour, FillColour, FillColour];
  return { sampled, source, generated, derived };
}

export interface FillColour {
  readonly main: string;
  readonly soft: string;
  readonly line: string;
}

export function createPalette(tokens: Tokens) {
  return {
    primary: { main: tokens['ink-fill'], contrastText: tokens['on-ink'] },
    secondary: { main: tokens['ember-fill'], contrastText: tokens['on-ember'] },
    error: statusColour(tokens, 'red'),
    warning: statusColour(tokens, 'amber'),
    success: statusColour(tokens, 'green'),
    info: statusColour(tokens, 'blue'),
    background: { default: tokens.bg, paper: tokens.sheet },
    text: { primary: tokens.ink, secondary: tokens['ink-2'], disabled: tokens['ink-4'] },
    divider: tokens.line,
    action: { hover: tokens.hover, selected: tokens['blue-soft'] },
    ...fills(tokens),
    field: tokens.field,
    plane: { sunken: tokens.sunken, raised: tokens.raised, press: tokens.press },
    series: [
      tokens['series-1'],
      tokens['series-2'],
      tokens['series-3'],
      tokens['series-4'],
      tokens['series-5'],
      tokens['series-6'],
    ],
    rest: tokens['series-rest'],
    ramp: tokens.ramp,
  };
}
