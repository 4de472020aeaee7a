import { AxeBuilder } from '@axe-core/playwright';
import type { Studio } from './studio';

/** What axe finds wrong with what is shown now: rule, place and reason. */
export async function violations(studio: Studio): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: studio.page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
