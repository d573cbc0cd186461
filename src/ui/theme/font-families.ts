export const FONT_SANS = "'Geist Variable', system-ui, sans-serif";
export const FONT_MONO = "'Geist Mono Variable', ui-monospace, monospace";
