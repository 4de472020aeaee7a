/** Another run's responses over those of a run. */
export const overlay = {
  label: 'Laid over',
  none: 'nothing',
  twin: (name: string) => `${name} (twin)`,
  of: (name: string, epoch: number) => `${name}, epoch ${epoch}`,
};
