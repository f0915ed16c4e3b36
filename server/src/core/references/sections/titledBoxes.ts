/** What the titles of tabs and boxes say of all that stands in them. */
import type { Block } from '../../markdown/blocks.js';
import type { Box } from '../../markdown/boxes.js';
import type { Evidence } from '../draft.js';
import { layerOf } from '../evidence/scope.js';
import { makeRun } from '../text/run.js';
import { isNameAlone } from '../text/runNames.js';
import type { StandardNames } from '../text/standardNames.js';

export interface TitledBox extends Box {
  readonly layer: Evidence;
}

/** For each block the innermost part around it whose title names a standard or framework. */
export function titledBoxes(
  blocks: readonly Block[],
  boxes: readonly Box[],
  names: StandardNames,
): readonly (TitledBox | undefined)[] {
  const open: TitledBox[] = [];
  let next = 0;
  return blocks.map(({ span: { start } }) => {
    for (let box = boxes[next]; box && box.start <= start; box = boxes[++next]) {
      const run = makeRun(box.title, 0, names);
      const layer = layerOf('heading', run.mentions);
      if (layer) open.push({ ...box, layer: { ...layer, ofPart: true, headsSection: isNameAlone(run) } });
    }
    while (open.length > 0 && open.at(-1)!.end <= start) open.pop();
    return open.at(-1);
  });
}
