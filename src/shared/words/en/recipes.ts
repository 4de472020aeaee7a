/** What a recipe is called, what it is for, and where it comes from. */
export const recipes = {
  paper: {
    title: 'Paper, any length',
    note: "The paper's section 4.2 for a run of any length: the rate divided by 10 after half of it, and again after three quarters.",
  },
  slides: {
    title: 'Slides',
    note: 'As the slides on the paper have it: batch 256, the rate divided by 10 when the validation error stalls, weight decay 1e-5.',
  },
  'paper-cifar': {
    title: 'Paper, CIFAR-10',
    note: "The paper's section 4.2: 64,000 steps of 128 pictures, the rate divided by 10 after 32,000 and again after 48,000. The deepest networks begin with a tenth of the rate until the training error is below 80 %.",
  },
  'paper-imagenet': {
    title: 'Paper, ImageNet',
    note: "The paper's section 3.4: batch 256, up to 600,000 steps, the rate divided by 10 when the validation error stalls. A random part of each picture stands for the paper's scale jitter; colours vary as in the paper.",
  },
  quick: {
    title: 'Quick',
    note: "For small data and little time: a rate that grows over the first twentieth of the run and then falls along a cosine, with Nesterov momentum and five times the paper's weight decay.",
  },
  'fine-tune': {
    title: 'Fine-tune',
    note: 'For weights that were trained on other pictures: learning rate 0.01, a tenth of that for training from scratch, falling along a cosine over 10 epochs.',
  },
} as const;
