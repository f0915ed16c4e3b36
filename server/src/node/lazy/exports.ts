/** All formats of an export, with the libraries that write them. */
export { renderSoaHtml as renderPage } from '../../core/soa/render/html.js';
export { EmptyExport, renderExport } from '../../exports/main.js';
