import assert from 'node:assert/strict';
import { fixAllOf } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

/** What fixes leave of front matter: valid YAML that says what it said, one key once, one value one value. */
describe('Fixes in front matter', () => {
  const options = { catalog: catalogOfProject() };
  const files = (lines: string) => ({
    'soa.yaml': 'standards:\n  27001: { edition: 2022 }\n  42001: { edition: 2023 }\n',
    'policy.md': `---\nid: P-1\n${lines}\n---\n# P\n`,
  });
  const fixed = (lines: string) => fixAllOf(files(lines), options)['policy.md'];
  const stays = (lines: string) => assert.equal(fixed(lines), files(lines)['policy.md']);
  const becomes = (lines: string, after: string) => assert.equal(fixed(lines), files(after)['policy.md']);

  it('make no key that stands there already, and no two keys the same', () => {
    stays('controls:\n  27001:A.15.2.2: changes\n  27001:A.5.22: reviews');
    stays('controls: {27001:A.15.2.2: changes, 27001:A.5.22: reviews}');
    stays('controls:\n  27001:A.9.1.1: one\n  27001:A.9.1.2: two');
    stays('controls: {42001:B.6.2.4: guidance, 42001:A.6.2.4: control}');
    becomes(
      'controls:\n  27001:A.9.1.1: one\n  27001:A.5.16: two',
      'controls:\n  27001:A.5.15: one\n  27001:A.5.16: two',
    );
  });

  it('quote a title with a comma between brackets', () => {
    const old = '27001:A.15.2.2 (Managing changes to supplier services)';
    const now = '27001:A.5.22 (Monitoring, review and change management of supplier services)';
    becomes(`controls: [27001:A.5.15, ${old}]`, `controls: [27001:A.5.15, "${now}"]`);
    becomes(
      `controls: [\n  ${old}, # changes\n  27001:A.5.15\n]`,
      `controls: [\n  "${now}", # changes\n  27001:A.5.15\n]`,
    );
    becomes(`controls: ["${old}"]`, `controls: ["${now}"]`);
    becomes(`controls: ['${old}']`, `controls: ['${now}']`);
    becomes(`controls:\n  - ${old}\n  - 27001:A.5.15`, `controls:\n  - ${now}\n  - 27001:A.5.15`);
    becomes(`controls: ${old}`, `controls: ${now}`);
    becomes('controls: [27001:A.12.4.1 (Event logging)]', 'controls: [27001:A.8.15 (Logging)]');
  });

  it('leave alone what a comma cuts in two', () => {
    const title = '27001:A.5.22 Monitoring, review and change management of supplier services';
    stays(`controls: [${title}, ${title}]`);
    stays('controls: [27001:A.5.16 (people, guests), 27001:A.5.16 (people, guests)]');
    stays('controls: [27001:A.5.16, 27001:A.5.16 (people, guests)]');
    becomes(`controls: ["${title}", 27001:A.5.22]`, `controls: ["${title}"]`);
    becomes(`controls:\n  - ${title}\n  - ${title}`, `controls:\n  - ${title}`);
  });
});
