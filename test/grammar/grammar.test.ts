import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { contributed, type Hosts, realGrammars, standIns, textsWith, tokenize } from './support/tokens.js';

const control = 'entity.name.type.control.clausemark';
const clause = 'entity.name.type.clause.clausemark';
const standard = 'support.class.standard.clausemark';
const ours = /clausemark/;

const markdown = (text: string, hosts: Hosts) => tokenize(text, 'text.html.markdown', hosts);

function describeWith(name: string, hosts: Hosts): void {
  describe(`Injected into ${name}`, () => {
    it('marks standards, controls and clauses in prose', async () => {
      const tokens = await markdown(
        'Access (ISO/IEC 27001:2022 A.5.15, A.5.16) follows ISO 42001 clause 6.1.3 d) and clauses 4.1 and 4.2.',
        hosts,
      );
      assert.deepEqual(textsWith(tokens, standard), ['ISO/IEC 27001:2022', 'ISO 42001']);
      assert.deepEqual(textsWith(tokens, control), ['A.5.15', 'A.5.16']);
      assert.deepEqual(textsWith(tokens, clause), ['6.1.3 d)', '4.1 and 4.2']);
    });

    it('marks them in headings, lists, tables and emphasis', async () => {
      const text =
        '# About A.5.15\n\n- one A.5.16\n\n| a | b |\n|---|---|\n| A.5.17 | x |\n\n**A.5.18** and *A.6.1.2*\n';
      assert.deepEqual(textsWith(await markdown(text, hosts), control), [
        'A.5.15',
        'A.5.16',
        'A.5.17',
        'A.5.18',
        'A.6.1.2',
      ]);
    });

    it('takes a tag apart', async () => {
      const tokens = await markdown('See 27001:2013:A.12.6.1 and 42001:6.1.3.', hosts);
      assert.deepEqual(textsWith(tokens, standard), ['27001:2013', '42001']);
      assert.deepEqual(textsWith(tokens, control), ['A.12.6.1', '6.1.3']);
    });

    it('marks tags in front matter, and leaves dates, versions and sentences alone', async () => {
      const text = [
        '---',
        'title: About A.5.15 and more',
        'version: "1.4"',
        'approved: 2026-03-01',
        'controls: [27001:A.5.15, "A.5.16", A.5.17]',
        'clauses:',
        '  - 27001:5.2',
        '---',
        'Text A.5.18',
      ].join('\n');
      const tokens = await markdown(text, hosts);
      assert.deepEqual(textsWith(tokens, control), ['A.5.15', 'A.5.16', 'A.5.17', '5.2', 'A.5.18']);
      assert.ok(tokens.some(({ text: each, scopes }) => each === 'controls' && /entity\.name\.tag/.test(scopes)));
    });

    it('marks tags of sections in comments, on one line and on several', async () => {
      const text = '## A\n<!-- controls: 27001:A.5.18, A.6.5 -->\n\nText <!-- clauses: 6.1.3 --> more.\n';
      const tokens = await markdown(text, hosts);
      assert.deepEqual(textsWith(tokens, 'keyword.other.tag.clausemark'), ['controls', 'clauses']);
      assert.deepEqual(textsWith(tokens, control), ['A.5.18', 'A.6.5']);
      assert.deepEqual(textsWith(tokens, clause), ['6.1.3']);
    });

    it('leaves other comments alone', async () => {
      const tokens = await markdown('<!-- A.5.15 is to be done -->\n', hosts);
      assert.ok(!tokens.some(({ scopes }) => ours.test(scopes)));
    });

    it('marks comments that silence a rule', async () => {
      const tokens = await markdown('<!-- clausemark-disable-next-line unknown-reference -- old plan -->\n', hosts);
      assert.deepEqual(textsWith(tokens, 'keyword.control.silence.clausemark'), ['clausemark-disable-next-line']);
      assert.equal(textsWith(tokens, 'variable.other.constant.rule.clausemark').join('').trim(), 'unknown-reference');
      assert.deepEqual(textsWith(tokens, 'string.unquoted.reason.clausemark'), ['old plan']);
    });

    it('leaves code, addresses and look-alikes alone', async () => {
      const text = [
        '`A.5.15` and [the page](https://example.com/A.5.15/27001:A.5.15)',
        '',
        '```',
        'A.5.15 ISO 27001',
        '```',
        '',
        'Version 1.4.2 of 2026-03-01, 10:30, port 27001:8080, IP 10.0.0.1, US.A.5.15, SISO 27001',
      ].join('\n');
      const tokens = await markdown(text, hosts);
      assert.deepEqual(
        tokens.filter(({ scopes }) => ours.test(scopes)).map((token) => token.text),
        [],
      );
    });

    it('marks the keys of soa.yaml and changes nothing else', async () => {
      const text = readFileSync(new URL('../../examples/lindenhof/soa.yaml', import.meta.url), 'utf8').slice(0, 6000);
      const tokens = await tokenize(text, 'source.yaml', hosts);
      assert.ok(textsWith(tokens, control).includes('A.5.1'));
      const plain = await tokenize(text, 'source.yaml', hosts, false);
      const withoutOurs = tokens.map(({ text: each, scopes }) => ({
        text: each,
        scopes: scopes
          .split(' ')
          .filter((scope) => !ours.test(scope))
          .join(' '),
      }));
      assert.deepEqual(joined(withoutOurs), joined(plain));
    });
  });
}

/** Neighbours with equal scopes as one, because a mark of ours divides a token in two. */
function joined(tokens: readonly { text: string; scopes: string }[]): string[] {
  const lines: string[] = [];
  let last = '';
  for (const { text, scopes } of tokens) {
    if (scopes === last) lines[lines.length - 1] += text;
    else lines.push(`${scopes} ${text}`);
    last = scopes;
  }
  return lines;
}

describe('The grammars', () => {
  it('are those that package.json names, each with the scope it names', () => {
    for (const { path, scopeName } of contributed) {
      const grammar = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
      assert.equal(grammar.scopeName, scopeName);
      assert.ok(grammar.injectionSelector, `${path} would colour nothing`);
    }
  });

  describeWith('stand-ins', standIns);
  const real = realGrammars();
  if (real) describeWith('the grammars of VS Code', real);
});
