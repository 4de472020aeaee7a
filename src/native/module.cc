#include <node_api.h>

#include <string>

#include "convolution_operations.h"
#include "normalization_operations.h"

namespace {

bool processorFits() {
#if STUDIO_LANES == 16
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
#else
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
}

std::string registerAll() {
  if (!processorFits()) return "the processor lacks the instructions";
  const std::string fault = studio::registerConvolution();
  return fault.empty() ? studio::registerNormalization() : fault;
}

/** Loading the module makes its ops known to TensorFlow; `fault` says why it did not. */
napi_value start(napi_env env, napi_value exports) {
  static const std::string fault = registerAll();
  napi_value text;
  napi_create_string_utf8(env, fault.c_str(), fault.size(), &text);
  napi_set_named_property(env, exports, "fault", text);
  return exports;
}

}  // namespace

NAPI_MODULE(studio_kernels, start)
