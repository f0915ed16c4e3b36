/** Makes a git repository of the tests' workspace: an older version of the statement, a tag on it, and the files as they are. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does nothing where git is not installed; the tests that need a history say so then. */
export function makeHistory(folder) {
  const git = (date, ...args) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_AUTHOR_DATE: `${date}T12:00:00Z`, GIT_COMMITTER_DATE: `${date}T12:00:00Z` },
      stdio: 'ignore',
    });
  const path = join(folder, 'soa.yaml');
  const now = readFileSync(path, 'utf8');
  try {
    git('2025-03-01', 'init', '-q');
  } catch {
    return;
  }
  writeFileSync(path, olderStatement(now));
  git('2025-03-01', 'add', '-A');
  git('2025-03-01', 'commit', '-q', '-m', 'Statement of the certification audit');
  git('2025-03-01', 'tag', 'audit-2025');
  writeFileSync(path, now);
  git('2026-03-01', 'commit', '-q', '-a', '-m', 'Yearly review of the statement');
}

/** Version 2.0, in which A.7.5 was excluded and A.5.9 only planned. */
function olderStatement(text) {
  return text
    .replace(/^version: .*$/m, 'version: "2.0"')
    .replace(/^released:(?:\n[ \t].*|.*)*\n/m, '')
    .replace(
      /(27001:A\.7\.5:.*\n\s+applicable: )true(\n\s+justification: ).*/,
      '$1false$2The landlord looks after the house.',
    )
    .replace(/(27001:A\.5\.9:.*\n(?:\s+.*\n)*?\s+status: )implemented/, '$1planned');
}
