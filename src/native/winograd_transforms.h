#pragma once

#include "vector.h"

/**
 * The minimal filtering algorithm F(4x4, 3x3) of Lavin and Gray 2016 (arXiv 1509.09308, section 4.3): a tile of 4x4
 * outputs from a window of 6x6 inputs takes 36 multiplications a pair of channels instead of 144. Each function is one
 * of the paper's matrices, or the transpose of one, along one dimension.
 */
namespace studio::winograd {

constexpr int tileSize = 4;
constexpr int windowSize = 6;
constexpr int points = windowSize * windowSize;
constexpr int kernelSize = 3;

/** B^T: six inputs to six points. */
struct InputTransform {
  static constexpr int from = windowSize, to = windowSize;
  static void apply(const Vector* d, Vector* out) {
    const Vector even = d[4] - 4.0f * d[2], odd = d[3] - 4.0f * d[1];
    const Vector even2 = d[4] - d[2], odd2 = 2.0f * (d[3] - d[1]);
    out[0] = 4.0f * (d[0] - d[2]) + even2;
    out[1] = even + odd;
    out[2] = even - odd;
    out[3] = even2 + odd2;
    out[4] = even2 - odd2;
    out[5] = 4.0f * (d[1] - d[3]) + (d[5] - d[3]);
  }
};

/** G: three weights to six points. */
struct KernelTransform {
  static constexpr int from = kernelSize, to = windowSize;
  static void apply(const Vector* g, Vector* out) {
    const Vector outer = g[0] + g[2], outer2 = g[0] + 4.0f * g[2];
    out[0] = g[0] * (1.0f / 4);
    out[1] = (outer + g[1]) * (-1.0f / 6);
    out[2] = (outer - g[1]) * (-1.0f / 6);
    out[3] = (outer2 + 2.0f * g[1]) * (1.0f / 24);
    out[4] = (outer2 - 2.0f * g[1]) * (1.0f / 24);
    out[5] = g[2];
  }
};

/** A^T: six points to four outputs. */
struct OutputTransform {
  static constexpr int from = windowSize, to = tileSize;
  static void apply(const Vector* m, Vector* out) {
    const Vector sum = m[1] + m[2], difference = m[1] - m[2];
    const Vector sum2 = m[3] + m[4], difference2 = m[3] - m[4];
    out[0] = m[0] + sum + sum2;
    out[1] = difference + 2.0f * difference2;
    out[2] = sum + 4.0f * sum2;
    out[3] = difference + 8.0f * difference2 + m[5];
  }
};

/** A: the gradient of four outputs to that of six points. */
struct OutputGradientTransform {
  static constexpr int from = tileSize, to = windowSize;
  static void apply(const Vector* g, Vector* out) {
    const Vector even = g[0] + g[2], odd = g[1] + g[3];
    const Vector even2 = g[0] + 4.0f * g[2], odd2 = 2.0f * g[1] + 8.0f * g[3];
    out[0] = g[0];
    out[1] = even + odd;
    out[2] = even - odd;
    out[3] = even2 + odd2;
    out[4] = even2 - odd2;
    out[5] = g[3];
  }
};

/** G^T: the gradient of six points to that of three weights. */
struct KernelGradientTransform {
  static constexpr int from = windowSize, to = kernelSize;
  static void apply(const Vector* u, Vector* out) {
    const Vector sum = u[1] + u[2], difference = u[1] - u[2];
    const Vector sum2 = u[3] + u[4], difference2 = u[3] - u[4];
    out[0] = u[0] * (1.0f / 4) - sum * (1.0f / 6) + sum2 * (1.0f / 24);
    out[1] = difference2 * (1.0f / 12) - difference * (1.0f / 6);
    out[2] = (sum2 - sum) * (1.0f / 6) + u[5];
  }
};

/** Applies a transform to a square along both dimensions: `read(row, column)`, then `write(row, column, value)`. */
template <class Transform, class Read, class Write>
inline void applyTwice(const Read& read, const Write& write) {
  Vector half[Transform::to][Transform::from];
#pragma GCC unroll 6
  for (int column = 0; column < Transform::from; ++column) {
    Vector line[Transform::from], result[Transform::to];
#pragma GCC unroll 6
    for (int row = 0; row < Transform::from; ++row) line[row] = read(row, column);
    Transform::apply(line, result);
#pragma GCC unroll 6
    for (int row = 0; row < Transform::to; ++row) half[row][column] = result[row];
  }
#pragma GCC unroll 6
  for (int row = 0; row < Transform::to; ++row) {
    Vector result[Transform::to];
    Transform::apply(half[row], result);
#pragma GCC unroll 6
    for (int column = 0; column < Transform::to; ++column) write(row, column, result[column]);
  }
}

}  // namespace studio::winograd
