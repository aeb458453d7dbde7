import express from 'express';
import { oembedAnswer } from '../../embeds/iframe/oembed.mjs';
import { fromRoot } from '../project/from-root.mjs';
import { contentSecurityPolicy } from './security-headers.mjs';

const EMBED_PATH = '/embed/';

const siteOf = (request) => `${request.protocol}://${request.headers.host}`;

/**
 * The page for frames on other sites at `/embed/`, the call beside it at `/cdn/`, `/oembed`, and pages that show a frame at
 * `/demo/embed/`.
 *
 * @param {object} [options]
 * @param {readonly string[]} [options.embedOrigins] sites that may show the page; every one when missing
 */
export function embedPages({ embedOrigins = ['*'] } = {}) {
  const pages = express.Router();
  pages.use(['/embed', '/cdn'], (_request, response, next) => {
    // The host script is a module, and asked for by other sites.
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  });
  pages.get('/embed/', (_request, response) => {
    response.set({
      // The page's own policy stands in it; who may show it can be said here only.
      'Content-Security-Policy': `frame-ancestors ${embedOrigins.join(' ')}`,
      'Referrer-Policy': 'no-referrer',
    });
    response.sendFile('index.html', { root: fromRoot('dist/embed'), cacheControl: false });
  });
  pages.use('/embed', express.static(fromRoot('dist/embed'), { index: false }));
  pages.use('/cdn', express.static(fromRoot('dist/cdn'), { index: false }));
  pages.use('/demo/embed', (request, response, next) => {
    response.set({
      'Content-Security-Policy': `${contentSecurityPolicy(request.headers.host, " 'unsafe-inline'")}; frame-src 'self'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  });
  pages.use('/demo/embed', express.static(fromRoot('demo/embed')));
  pages.get('/oembed', (request, response) => {
    const { url, format, maxwidth, maxheight } = request.query;
    response.set({ 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' });
    if (format !== undefined && format !== 'json') return response.sendStatus(501);
    const embedUrl = `${siteOf(request)}${EMBED_PATH}`;
    // A Host that is none.
    if (!URL.canParse(embedUrl)) return response.sendStatus(400);
    const answer = oembedAnswer(url, { embedUrl, maxWidth: maxwidth, maxHeight: maxheight });
    return answer === null ? response.sendStatus(404) : response.json(answer);
  });
  pages.get('/r/:room', (request, response, next) => {
    const url = encodeURIComponent(`${siteOf(request)}${request.path}`);
    response.set('Link', `</oembed?url=${url}>; rel="alternate"; type="application/json+oembed"`);
    next();
  });
  return pages;
}
