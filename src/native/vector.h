#pragma once

#include <cstdint>
#include <cstring>

// Each form of the kernels is a library of its own, made for one set of instructions: STUDIO_LANES is 8 for AVX2 and 16
// for AVX-512, with or without STUDIO_TILES for AMX.
namespace studio {

/** As many numbers as the processor computes with at a time. */
constexpr int64_t vectorLength = STUDIO_LANES;
using Vector = float __attribute__((vector_size(vectorLength * sizeof(float))));

inline Vector load(const float* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

inline void store(float* to, Vector vector) { std::memcpy(to, &vector, sizeof vector); }

}  // namespace studio
