"""How fast torchvision reads a folder of class folders, as JSON: what import-photographs.mjs compares the import with.

    python torchvision_folder.py FOLDER [SIDE]
"""

import json
import sys
import time

from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder


def main():
    side = int(sys.argv[2]) if len(sys.argv) > 2 else 64
    fit = transforms.Compose([transforms.Resize(side), transforms.CenterCrop(side), transforms.PILToTensor()])
    started = time.perf_counter()
    data = ImageFolder(sys.argv[1], fit)
    pictures = sum(len(labels) for _, labels in DataLoader(data, batch_size=128, num_workers=2))
    seconds = time.perf_counter() - started
    print(json.dumps({"pictures": pictures, "seconds": seconds, "picturesPerSecond": pictures / seconds}))


if __name__ == "__main__":
    main()
