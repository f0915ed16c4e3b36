import assert from 'node:assert/strict';
import { defaultSettings } from '../../server/src/core/settings.js';
import { parseSettings } from '../../server/src/workspace/settings.js';
import { readSettingsFile } from '../../server/src/workspace/settingsFile.js';

function parse(text: string) {
  const { settings, problems } = parseSettings([readSettingsFile(text).value], []);
  return { types: settings.documentTypes, messages: problems.map(({ setting, message }) => `${setting}: ${message}`) };
}

describe('The setting documentTypes', () => {
  it('changes what is known of a type, adds types and leaves out others', () => {
    const { types, messages } = parse(
      'documentTypes:\n  Policy: { idPrefix: ISMS, folder: ./isms/, sections: [Purpose, Rules of the house, "Words?"] }\n' +
        '  charter: { also: mandate, requiredFields: [id, next_review], sections: [{ title: Members, also: [People], hint: Who., required: false }] }\n  guideline: false\n',
    );
    assert.deepEqual(messages, []);
    assert.deepEqual(
      types.map(({ name }) => name),
      [...defaultSettings.documentTypes.map(({ name }) => name).filter((name) => name !== 'guideline'), 'charter'],
    );
    const policy = types[0]!;
    assert.deepEqual([policy.idPrefix, policy.folder], ['ISMS', 'isms']);
    assert.deepEqual(
      policy.sections.map(({ title, isRequired, mayOpen }) => [title, isRequired, mayOpen]),
      [
        ['Purpose', true, true],
        ['Rules of the house', true, false],
        ['Words', false, false],
      ],
    );
    assert.ok(policy.sections[0]!.also.includes('zweck'));
    assert.deepEqual(types.at(-1), {
      name: 'charter',
      also: ['mandate'],
      idPrefix: 'CHA',
      folder: '',
      requiredFields: ['id', 'nextReview'],
      sections: [{ title: 'Members', also: ['People'], isRequired: false, mayOpen: false, hint: 'Who.', since: 1 }],
      version: 1,
    });
  });

  it('says what is wrong, and the rest counts', () => {
    const { types, messages } = parse(
      'documentTypes:\n  policy: { section: [x], requiredFields: [id, colour], sections: [Purpose, 3] }\n  plan: yes please\n',
    );
    assert.deepEqual(messages, [
      'clausemark.documentTypes.policy.section: “section” says nothing about a document type. There are: also, idPrefix, folder, requiredFields, version, sections.',
      'clausemark.documentTypes.policy.sections: A section is a heading, or a heading with more: { title: Purpose, required: true }.',
      'clausemark.documentTypes.policy.requiredFields: There is no field “colour”.',
      'clausemark.documentTypes.plan: “plan” must say what the type is to state, or be false.',
    ]);
    assert.deepEqual(types[0]!.requiredFields, ['id']);
    assert.match(parse('documentTypes: [policy]\n').messages[0]!, /must name types/);
  });
});
