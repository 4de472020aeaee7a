import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { layOut } from './layout';
import { outlineOf } from './outline';
import { treeItems, treeMove, treePlaces } from './tree';

const drawn = outlineOf(buildNetwork(findVariant('resnet20'), [32, 32, 3], 10));
const items = treeItems(layOut(drawn, new Set(['layer2', 'layer2.0']), 400).nodes);

describe('the tree of a network', () => {
  it('lists what can be chosen from top to bottom', () => {
    expect(items.map(({ id }) => id)).toEqual([
      ...['conv1', 'bn1', 'layer1', 'layer2', 'layer2.0'],
      ...['layer2.0.conv1', 'layer2.0.bn1', 'layer2.0.conv2', 'layer2.0.bn2', 'layer2.0.downsample', 'layer2.0.add'],
      ...['layer2.1', 'layer2.2', 'layer3', 'avgpool', 'fc'],
    ]);
  });

  it('knows each place among those of the same parent', () => {
    const places = treePlaces(items);
    expect(places.get('layer2')).toEqual({ position: 4, size: 7 });
    expect(places.get('layer2.1')).toEqual({ position: 2, size: 3 });
    expect(places.get('layer2.0.add')).toEqual({ position: 6, size: 6 });
    expect(places.size).toBe(items.length);
  });

  it('goes through by the arrows', () => {
    expect(treeMove(items, null, 'ArrowDown')).toEqual({ kind: 'go', to: 'conv1' });
    expect(treeMove(items, 'layer1', 'ArrowDown')).toEqual({ kind: 'go', to: 'layer2' });
    expect(treeMove(items, 'conv1', 'ArrowUp')).toBeNull();
    expect(treeMove(items, 'fc', 'Home')).toEqual({ kind: 'go', to: 'conv1' });
    expect(treeMove(items, 'conv1', 'End')).toEqual({ kind: 'go', to: 'fc' });
  });

  it('folds and unfolds by left and right', () => {
    expect(treeMove(items, 'layer1', 'ArrowRight')).toEqual({ kind: 'unfold', id: 'layer1' });
    expect(treeMove(items, 'layer2', 'ArrowRight')).toEqual({ kind: 'go', to: 'layer2.0' });
    expect(treeMove(items, 'layer2.0.bn1', 'ArrowLeft')).toEqual({ kind: 'go', to: 'layer2.0' });
    expect(treeMove(items, 'layer2.0', 'ArrowLeft')).toEqual({ kind: 'fold', id: 'layer2.0' });
    expect(treeMove(items, 'conv1', 'ArrowLeft')).toBeNull();
    expect(treeMove(items, 'conv1', 'x')).toBeNull();
  });
});
