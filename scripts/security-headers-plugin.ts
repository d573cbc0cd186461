import type { Plugin } from 'vite';
import {
  headersFile,
  headersFor,
  metaContentSecurityPolicy,
} from '../src/runtime/security-headers.ts';

/** Puts the table of security headers into the build and onto the answers of `vite preview`. */
export function securityHeaders(): Plugin[] {
  return [buildPlugin(), previewPlugin()];
}

function buildPlugin(): Plugin {
  return {
    name: 'rowsmith:security-headers-build',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const paths = Object.keys(bundle).map((fileName) => `/${fileName}`);
        this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(paths) });
      },
    },
  };
}

function previewPlugin(): Plugin {
  return {
    name: 'rowsmith:security-headers-preview',
    apply: (_config, { isPreview }) => isPreview === true,
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').replace(/[?#].*$/, '');
        for (const [name, value] of Object.entries(headersFor(path))) {
          response.setHeader(name, value);
        }
        next();
      });
    },
  };
}
