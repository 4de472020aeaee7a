export * from '../../../shared/figure/points';
