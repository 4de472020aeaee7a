#pragma once

#include "kernel_context.h"

namespace studio {

/** Convolutions in bfloat16 of kernels of 1x1 and 3x3 with a stride of 1 or 2; null in forms for
 * processors without tiles. */
Compute tileConvolution();
Compute tileInputGradient();
Compute tileKernelGradient();

}  // namespace studio
