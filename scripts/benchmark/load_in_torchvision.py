"""Loads a run's checkpoint of ResNet-18 with Python's safetensors into torchvision's model, and says what was left over.

    python3 scripts/benchmark/load_in_torchvision.py <run's folder>/checkpoints/last.safetensors

Needs torch, torchvision and safetensors. Momentum, averages and the optimizer's step are the studio's own; every other
tensor must find its place (strict=True).
"""
import json
import sys

import torch
import torchvision
from safetensors import safe_open

OWN = ("momentum.", "exp_avg.", "exp_avg_sq.", "ema.", "optimizer.")

with safe_open(sys.argv[1], framework="pt") as file:
    metadata = file.metadata()
    tensors = {name: file.get_tensor(name) for name in file.keys()}
classes = json.loads(metadata["classes"])
model = getattr(torchvision.models, metadata["variant"])(num_classes=len(classes))
own = sorted(name for name in tensors if name.startswith(OWN))
weights = {name: tensor for name, tensor in tensors.items() if name not in own}
channels = weights["conv1.weight"].shape[1]
if channels != 3:
    model.conv1 = torch.nn.Conv2d(channels, 64, 7, stride=2, padding=3, bias=False)
model.load_state_dict(weights, strict=True)
model.eval()
shape = json.loads(metadata["shape"])
with torch.no_grad():
    logits = model(torch.zeros(1, channels, shape[0], shape[1]))
print(
    json.dumps(
        {
            "variant": metadata["variant"],
            "step": int(metadata["step"]),
            "loaded": len(weights),
            "own": sorted({name.split(".")[0] for name in own}),
            "allFinite": all(bool(torch.isfinite(tensor).all()) for tensor in tensors.values()),
            "logits": logits.shape[1],
        }
    )
)
