"""Takes entries out of a wheel: unpack_wheel.py WHEEL FOLDER PREFIX... Prints the bytes done and the bytes in all."""

import os
import sys
import zipfile

PIECE = 8 << 20


def unpack(wheel, folder, prefixes):
    with zipfile.ZipFile(wheel) as archive:
        wanted = [entry for entry in archive.infolist() if entry.filename.startswith(prefixes) and not entry.is_dir()]
        if not wanted:
            sys.exit(f"error: {wheel} holds nothing of {', '.join(prefixes)}")
        total = sum(entry.file_size for entry in wanted)
        done = 0
        for entry in wanted:
            target = os.path.join(folder, *entry.filename.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with archive.open(entry) as source, open(target, "wb") as sink:
                while piece := source.read(PIECE):
                    sink.write(piece)
                    done += len(piece)
                    print(done, total, flush=True)
            if entry.external_attr >> 16 & 0o111:
                os.chmod(target, 0o755)


if __name__ == "__main__":
    unpack(sys.argv[1], sys.argv[2], tuple(sys.argv[3:]))
