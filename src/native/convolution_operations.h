#pragma once

#include "kernel_context.h"

namespace studio {

/** Makes the 3x3 convolution with stride 1, and its gradients, known to TensorFlow. Returns what went wrong, or nothing. */
std::string registerConvolution();

}  // namespace studio
