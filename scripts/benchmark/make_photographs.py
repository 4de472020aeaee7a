"""Makes a folder of class folders of JPEG photographs, 500 x 375 pixels, for import-photographs.mjs.

    pip install pillow numpy scikit-image scikit-learn && python make_photographs.py FOLDER [COUNT]

Each is a crop of a photograph that scikit-image or scikit-learn carries, turned, scaled, mirrored and lit at random,
so that the files are as hard to decode as photographs are. A class is one original.
"""

import concurrent.futures
import pathlib
import sys

import numpy as np
import skimage.data
import sklearn.datasets
from PIL import Image, ImageEnhance

size = (500, 375)


def originals():
    """Name and picture of each photograph that comes with the two packages, none of which is fetched."""
    named = {name: getattr(skimage.data, name)() for name in ("astronaut", "chelsea", "coffee", "rocket")}
    for path, picture in zip(sklearn.datasets.load_sample_images().filenames, sklearn.datasets.load_sample_images().images):
        named[pathlib.Path(path).stem] = picture
    return {name: Image.fromarray(np.asarray(picture)[..., :3]) for name, picture in named.items()}


def distort(photograph, random):
    """A random crop of half to all of the photograph, turned by up to 10 degrees."""
    turned = photograph.rotate(random.uniform(-10, 10), Image.Resampling.BICUBIC)
    margin_x, margin_y = 0.09 * turned.width, 0.09 * turned.height
    width = random.uniform(0.5, 0.82) * min(turned.width, turned.height * size[0] / size[1])
    height = width * size[1] / size[0]
    left = random.uniform(margin_x, max(margin_x, turned.width - margin_x - width))
    top = random.uniform(margin_y, max(margin_y, turned.height - margin_y - height))
    cut = turned.resize(size, Image.Resampling.BICUBIC, box=(left, top, left + width, min(top + height, turned.height)))
    if random.random() < 0.5:
        cut = cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    for enhance in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        cut = enhance(cut).enhance(random.uniform(0.75, 1.3))
    # Grain, which enlarging has taken away.
    grain = random.normal(0, 5, (size[1], size[0], 1))
    return Image.fromarray((np.asarray(cut, np.float32) + grain).clip(0, 255).astype(np.uint8))


def make_class(folder, name, photograph, count, seed):
    """Writes `count` photographs into the class's folder."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(seed)
    for number in range(count):
        distort(photograph, random).save(folder / name / f"{name}_{number:05}.jpg", quality=90)


def main():
    folder = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    photographs = originals()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        shares = [count * (index + 1) // len(photographs) - count * index // len(photographs) for index in range(len(photographs))]
        tasks = [
            pool.submit(make_class, folder, name, photograph, share, seed)
            for seed, ((name, photograph), share) in enumerate(zip(photographs.items(), shares))
        ]
        for task in tasks:
            task.result()


if __name__ == "__main__":
    main()
