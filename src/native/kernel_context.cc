#include "kernel_context.h"

#include <memory>

namespace studio {
namespace {

/** A kernel of one node of a graph. */
struct Kernel {
  Compute compute;
  Attributes attributes;
};

bool has(TF_OpKernelConstruction* construction, const char* name, TF_Status* status) {
  return TF_OpKernelConstruction_HasAttr(construction, name, status) && TF_GetCode(status) == TF_OK;
}

Attributes readAttributes(TF_OpKernelConstruction* construction) {
  Attributes attributes;
  TF_Status* status = TF_NewStatus();
  TF_Bool relu = 0;
  if (has(construction, "relu", status)) TF_OpKernelConstruction_GetAttrBool(construction, "relu", &relu, status);
  attributes.relu = relu != 0;
  if (has(construction, "epsilon", status))
    TF_OpKernelConstruction_GetAttrFloat(construction, "epsilon", &attributes.epsilon, status);
  const auto read = [&](const char* name, int64_t& value) {
    if (has(construction, name, status)) TF_OpKernelConstruction_GetAttrInt64(construction, name, &value, status);
  };
  read("size", attributes.size);
  read("stride", attributes.stride);
  read("height", attributes.height);
  read("width", attributes.width);
  if (TF_GetCode(status) != TF_OK) TF_OpKernelConstruction_Failure(construction, status);
  TF_DeleteStatus(status);
  return attributes;
}

/** TensorFlow's C API hands no value of ours to a new kernel, so each function gets a creator for its number. */
constexpr int mostFunctions = 16;
Compute functions[mostFunctions];
int functionCount = 0;

template <int number>
void* create(TF_OpKernelConstruction* construction) {
  return new Kernel{functions[number], readAttributes(construction)};
}

template <int... numbers>
auto creatorOf(int number, std::integer_sequence<int, numbers...>) {
  using Creator = void* (*)(TF_OpKernelConstruction*);
  const Creator creators[] = {create<numbers>...};
  return creators[number];
}

void compute(void* kernel, TF_OpKernelContext* opContext) {
  const Kernel& self = *static_cast<Kernel*>(kernel);
  KernelContext context(opContext);
  try {
    self.compute(context, self.attributes);
  } catch (const Refusal&) {
    // TensorFlow was told when it happened.
  } catch (const std::bad_alloc&) {
    context.fail(TF_RESOURCE_EXHAUSTED, "not enough memory");
  }
}

void destroy(void* kernel) { delete static_cast<Kernel*>(kernel); }

void registerKernel(const char* name, Compute function, TF_DataType type, TF_Status* status) {
  if (functionCount == mostFunctions) return TF_SetStatus(status, TF_INTERNAL, "too many operations");
  const int number = functionCount++;
  functions[number] = function;
  const auto creator = creatorOf(number, std::make_integer_sequence<int, mostFunctions>());
  TF_KernelBuilder* kernel = TF_NewKernelBuilder(name, "CPU", creator, compute, destroy);
  TF_KernelBuilder_TypeConstraint(kernel, "T", type, status);
  if (TF_GetCode(status) == TF_OK) TF_RegisterKernelBuilder(name, kernel, status);
}

}  // namespace

std::string registerOperation(const Operation& operation) {
  const std::unique_ptr<TF_Status, void (*)(TF_Status*)> status(TF_NewStatus(), TF_DeleteStatus);

  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(operation.name);
  for (const char* attribute : operation.attributes) TF_OpDefinitionBuilderAddAttr(definition, attribute);
  for (const char* input : operation.inputs) TF_OpDefinitionBuilderAddInput(definition, input);
  for (const char* output : operation.outputs) TF_OpDefinitionBuilderAddOutput(definition, output);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, TF_ShapeInferenceContextSetUnknownShape);
  TF_RegisterOpDefinition(definition, status.get());

  if (TF_GetCode(status.get()) == TF_OK) registerKernel(operation.name, operation.compute, TF_FLOAT, status.get());
  if (TF_GetCode(status.get()) == TF_OK && operation.computeBFloat16)
    registerKernel(operation.name, operation.computeBFloat16, TF_BFLOAT16, status.get());
  return TF_GetCode(status.get()) == TF_OK ? "" : TF_Message(status.get());
}

}  // namespace studio
