"""Prepared data in few bytes, for a machine elsewhere: one file for each array, and back.

    python3 -m amts_training.archive pack DATA FOLDER
    python3 -m amts_training.archive unpack FOLDER DATA

Each file stands alone, so that they can travel in several loads; a corpus can be used when all of its files are there.
Sampling weights lose half of their digits, and nothing else is lost.
"""

import argparse
import concurrent.futures
import lzma
import pathlib

import numpy as np

SUFFIX = ".xz"
LENGTHS = ".lengths"  # in place of where sentences start: a byte each instead of eight


def pack_one(file, folder):
    """Writes the packed file of an array, unless it is there."""
    name = file.name.removesuffix(".npy").replace(".starts", LENGTHS)
    if (folder / (name + SUFFIX)).exists():
        return
    array = np.load(file)
    if name.endswith(LENGTHS):
        array = np.diff(array).astype(np.uint8)
    elif name.endswith(".weight"):
        array = array.astype(np.float16)
    content = lzma.compress(array.dtype.str.encode() + b"\n" + array.tobytes(), preset=9 | lzma.PRESET_EXTREME)
    partial = folder / (name + ".partial")
    partial.write_bytes(content)
    partial.replace(folder / (name + SUFFIX))


def unpack_one(file, data):
    """Writes the array of a packed file."""
    kind, _, content = lzma.decompress(file.read_bytes()).partition(b"\n")
    array = np.frombuffer(content, kind.decode())
    name = file.name.removesuffix(SUFFIX)
    if name.endswith(LENGTHS):
        name = name.removesuffix(LENGTHS) + ".starts"
        array = np.concatenate([[0], np.cumsum(array.astype(np.int64))])
    elif name.endswith(".weight"):
        array = array.astype(np.float32)
    np.save(data / f"{name}.npy", array)


def for_all(files, work, target):
    """Does the work for all files side by side, the largest first."""
    files = sorted(files, key=lambda file: -file.stat().st_size)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        list(pool.map(work, files, [target] * len(files)))


def main(arguments=None):
    p = argparse.ArgumentParser(prog="archive", description=__doc__,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["pack", "unpack"])
    p.add_argument("source", type=pathlib.Path)
    p.add_argument("target", type=pathlib.Path)
    options = p.parse_args(arguments)
    options.target.mkdir(parents=True, exist_ok=True)
    if options.what == "pack":
        for_all(options.source.glob("*.npy"), pack_one, options.target)
    else:
        for_all(options.source.glob("*" + SUFFIX), unpack_one, options.target)


if __name__ == "__main__":
    main()
