export const shell = {
  viewsLabel: 'Views',
  views: { datasets: 'Datasets', train: 'Train', runs: 'Runs', classify: 'Classify', settings: 'Settings' },
};
