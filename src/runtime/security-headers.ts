// The response headers the product asks of whoever serves it, in one table: `vite preview`, the
// `_headers` file for static hosts and the <meta> tag of the page are all written from here.
// The page may only talk to its own origin; the engine worker alone may reach a provider.

/** Header name → value. */
export type Headers = Readonly<Record<string, string>>;

const monacoPolicies = [
  'standaloneColorizer',
  'editorViewLayer',
  'richScreenReaderContent',
  'domLineBreaksComputer',
  'defaultWorkerFactory',
  'diffReview',
  'diffEditorWidget',
  'tokenizeToString',
  'editorGhostText',
  'stickyScrollViewLayer',
];

const frameAncestors = "frame-ancestors 'none'";

const pageDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  frameAncestors,
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types default ${monacoPolicies.join(' ')} 'allow-duplicates'`,
];

const engineHosts = "'self' https: http://localhost:* http://127.0.0.1:* http://[::1]:*";

/** The content security policies, by what the response becomes in the browser. */
const contentSecurityPolicies = {
  page: pageDirectives.join('; '),
  engineWorker: `default-src 'none'; script-src 'self'; connect-src ${engineHosts}`,
  otherWorker: "default-src 'none'; script-src 'self'; connect-src 'self'",
} as const;

/** The page policy for a `<meta>` tag, where browsers refuse `frame-ancestors`. */
export const metaContentSecurityPolicy = pageDirectives
  .filter((directive) => directive !== frameAncestors)
  .join('; ');

/** Sent with every response. */
export const commonHeaders: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy': [
    'camera=()',
    'microphone=()',
    'geolocation=()',
    'payment=()',
    'usb=()',
    'serial=()',
    'bluetooth=()',
    'display-capture=()',
    'clipboard-write=(self)',
    'local-network=(self)',
    'loopback-network=(self)',
  ].join(', '),
};

/**
 * All headers for a URL path (no query). A script may be started as a worker, so every script
 * carries a worker policy; everything else carries that of the page.
 */
export function headersFor(path: string): Headers {
  return { ...commonHeaders, 'Content-Security-Policy': policyFor(path) };
}

function policyFor(path: string): string {
  if (!path.endsWith('.js')) return contentSecurityPolicies.page;
  return isEngineWorker(path)
    ? contentSecurityPolicies.engineWorker
    : contentSecurityPolicies.otherWorker;
}

function isEngineWorker(path: string): boolean {
  return /^\/assets\/engine\.worker-[^/]+\.js$/.test(path);
}

/**
 * The same table as a `_headers` file for static hosts (Netlify, Cloudflare Pages).
 * `assetPaths` are the URL paths of the built files. Such hosts join the headers of all rules
 * that match, and two joined policies both apply; so each path gets its policy from one exact rule.
 */
export function headersFile(assetPaths: readonly string[]): string {
  const workers = assetPaths.filter((path) => /\.worker-[^/]+\.js$/.test(path)).sort();
  const exactRules = ['/', '/index.html', ...workers].map((path) =>
    headersRule(path, { 'Content-Security-Policy': policyFor(path) }),
  );
  return [headersRule('/*', commonHeaders), ...exactRules].join('\n');
}

function headersRule(path: string, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${path}\n${lines.join('')}`;
}
