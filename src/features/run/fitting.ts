import { styled } from '@mui/material/styles';

/** The bar as a container: beside an open code pane it says the same in less room. */
export const barContainer = { containerType: 'inline-size', containerName: 'run-bar' } as const;

/** On a phone the buttons have a line of their own, and so the room for most words. */
export const narrow = '@container run-bar (min-width: 600px) and (max-width: 779.95px)';

/** Beside an open form on a usual screen: everything stands in one line if what is told elsewhere stays away. */
const middling = '@container run-bar (min-width: 780px) and (max-width: 1099.95px)';

/** A phone has no line for long sentences, and beside Preview none for a whole estimate. */
const oneHand = '@container run-bar (max-width: 479.95px)';

/** What is left out where the bar is narrow. */
export const Roomy = styled('span')({ [narrow]: { display: 'none' } });
/** What stands there instead. */
export const Tight = styled('span')({ display: 'none', [narrow]: { display: 'inline' } });

/** What is left out on a phone as well, and what stands there instead. */
export const Whole = styled(Roomy)({ [oneHand]: { display: 'none' } });
export const Short = styled(Tight)({ [oneHand]: { display: 'inline' } });

/** What a bar of middling width leaves out as well. */
export const Spacious = styled(Whole)({ [middling]: { display: 'none' } });
