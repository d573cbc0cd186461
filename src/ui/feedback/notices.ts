import { createContext, type ReactNode } from 'react';

/**
 * The newest notices, for what covers the place where they stand otherwise: a dialog, or a drawer over the
 * whole sheet, shows them at its own end. Null where they are seen anyway.
 */
export const Notices = createContext<ReactNode>(null);
