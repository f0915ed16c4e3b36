import assert from 'node:assert';
import { CrashLimit, crashWindow, mostCrashes } from '../../client/src/server/crashLimit.js';

describe('The limit of crashes', () => {
  let now = 0;
  const crash = (limit: CrashLimit, times: number) => Array.from({ length: times }, () => limit.noteCrash());

  it('starts the server again until it has crashed too often', () => {
    const limit = new CrashLimit(() => now);
    assert.deepEqual(crash(limit, mostCrashes), [...Array(mostCrashes - 1).fill(true), false]);
  });

  it('counts only what happened in a short time', () => {
    const limit = new CrashLimit(() => now);
    crash(limit, mostCrashes - 1);
    now += crashWindow;
    assert.equal(limit.noteCrash(), true);
  });

  it('begins anew when the user has started it by hand', () => {
    const limit = new CrashLimit(() => now);
    crash(limit, mostCrashes);
    limit.forget();
    assert.equal(limit.noteCrash(), true);
  });
});
